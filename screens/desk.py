"""The meeting on the officer's desk: the record as the app shows it, and every change written before it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from clerk.model import Adjournment, Body, Declaration, Item, Meeting, Movement, Place, Presence, Record
from clerk.notation import lines_of
from clerk.store import Store, StoreError
from clerk.terms import ItemKind, ItemState, MeetingState


def now_to_the_second() -> datetime:
    """The local time; minutes know no smaller part of it."""
    return datetime.now().replace(microsecond=0)


if TYPE_CHECKING:
    from clerk.completion import EarlierLine


class Desk:
    """One meeting of a store. ``at`` counts items from 0. Every method that writes raises what the store raises."""

    def __init__(self, store: Store, number: int, now: Callable[[], datetime] = now_to_the_second) -> None:
        self.store = store
        self.number = number
        self.now = now
        self.record: Record = store.record(number)

    @property
    def read_only(self) -> bool:
        """Whether the meeting can only be read."""
        return self.store.read_only

    @property
    def in_session(self) -> bool:
        """Whether the meeting is going on."""
        return self.record.meeting.state is MeetingState.IN_SESSION

    def item(self, at: int) -> Item:
        """The item at a place."""
        return self.record.items[at]

    def place_of(self, item_id: int) -> int:
        """Where an item is now; 0 if it is gone."""
        return next((at for at, item in enumerate(self.record.items) if item.id == item_id), 0)

    def business_from(self, at: int, step: int) -> int | None:
        """The nearest item of business at or beyond ``at`` in the direction of ``step``; None past the end."""
        while 0 <= at < len(self.record.items):
            if self.item(at).kind is not ItemKind.HEADING:
                return at
            at += step
        return None

    def reload(self) -> Record:
        """Read the record again."""
        self.record = self.store.record(self.number)
        return self.record

    # --- the page -----------------------------------------------------------------------------------------------

    def save_page(self, at: int, page: str, line: int, column: int) -> None:
        """Commit an item's page, and where the officer is in it."""
        item = self.item(at)
        entries = self.store.save_page(item.id, page, self.now(), Place(item.id, line, column))
        items = list(self.record.items)
        items[at] = replace(item, entries=entries)
        self.record = replace(self.record, items=tuple(items))

    def set_place(self, at: int, line: int, column: int) -> None:
        """Remember where the officer is."""
        if not self.read_only and self.record.items:
            self.store.set_place(self.number, Place(self.item(at).id, line, column))

    def place(self) -> tuple[int, int, int]:
        """Where the officer was: place of the item, line and column. At first, the end of the item now open."""
        place = self.store.place(self.number)
        if place and any(item.id == place.item_id for item in self.record.items):
            return self.place_of(place.item_id), place.line, place.column
        states = [item.state for item in self.record.items]
        at = states.index(ItemState.OPEN) if ItemState.OPEN in states else self.business_from(0, 1) or 0
        lines = self.item(at).text.split("\n") if self.record.items else [""]
        return at, len(lines) - 1, len(lines[-1])

    def earlier_minutes(self) -> list[EarlierLine]:
        """The body's earlier minutes, to learn their words from."""
        return self.store.earlier_minutes(self.number)

    # --- the business -------------------------------------------------------------------------------------------

    def open_meeting(self, when: datetime) -> None:
        """Stamp the opening, and take the first item if none has been taken."""
        self.store.open_meeting(self.number, when)
        self.reload()
        first = self.business_from(0, 1)
        if first is not None and all(item.state is ItemState.TO_COME for item in self.record.items):
            self.take(first)

    def close_meeting(self, when: datetime) -> None:
        """Stamp the end."""
        self.store.close_meeting(self.number, when)
        self.reload()

    def reopen_meeting(self) -> None:
        """Go on with a meeting closed by mistake."""
        self.store.reopen_meeting(self.number)
        self.reload()

    def take(self, at: int) -> int:
        """Take an item now; returns its place, which may have changed."""
        item_id = self.item(at).id
        self.store.take_item(self.number, item_id, self.moment())
        self.reload()
        return self.place_of(item_id)

    def put_back(self, at: int) -> int:
        """Undo the taking of an item; returns its place."""
        item_id = self.item(at).id
        self.store.put_back(self.number, item_id)
        self.reload()
        return self.place_of(item_id)

    def moment(self) -> datetime:
        """Now, on the day of the meeting: minutes typed up later still tell of that day."""
        day = self.record.meeting.date
        return datetime.combine(day, self.now().time()) if day else self.now()

    def numbered(self, typed: str) -> list[int]:
        """Read agenda numbers, or ``#3`` for a place in the list; returns places. Raises ``StoreError`` for another."""
        found: list[int] = []
        for word in typed.replace(",", " ").replace(" and ", " ").split():
            places = [
                at
                for at, item in enumerate(self.record.items)
                if word.lower() in (item.agenda_number.lower(), f"#{at + 1}")
            ]
            if not places:
                raise StoreError(f"There is no agenda item {word}.")
            found.append(places[0])
        return list(dict.fromkeys(found))

    def varies_order(self, at: int) -> bool:
        """Whether taking this item now changes the order of business, and no minute says so yet."""
        from clerk import wording

        return wording.must_offer_order_minute(self.record, at + 1)

    def has_order_minute(self) -> bool:
        """Whether a minute says that the order of business was changed."""
        return any(item.kind is ItemKind.ORDER_OF_BUSINESS for item in self.record.items)

    def add_order_minute(self, at: int) -> bool:
        """Add the minute that the order of business was changed, before the item at ``at``, which stays open."""
        from clerk import wording

        here, before = self.item(at), self.item(at - 1).id if at else None
        with self.store.transaction():
            minute = self.store.add_item(
                self.number,
                wording.order_of_business_title(self.record),
                self.moment(),
                after=before,
                kind=ItemKind.ORDER_OF_BUSINESS,
                lines=wording.order_of_business_lines(self.record),
            )
            for item_id in (minute, here.id):
                self.store.take_item(self.number, item_id, self.moment())
        self.reload()
        return True

    def defer(self, at: int, to: str, reason: str) -> bool:
        """Put an item off."""
        self.store.defer_item(self.number, self.item(at).id, self.moment(), to, reason)
        self.reload()
        return True

    def withdraw_item(self, at: int, reason: str) -> bool:
        """Put down that an item was withdrawn."""
        self.store.withdraw_item(self.number, self.item(at).id, self.moment(), reason)
        self.reload()
        return True

    def add_item(self, title: str, because: str) -> int:
        """Add business that is not on the agenda after what has been taken; returns its place."""
        item_id = self.store.add_item(self.number, title, self.moment(), because)
        self.reload()
        return self.place_of(item_id)

    def take_together(self, at: int, other: int) -> bool:
        """Put down that an item was discussed with another, whose minute says so.

        Of an item that was taken and one that is to come, the minute is under the first.
        """
        if self.item(other).state is ItemState.TO_COME and self.item(at).state is not ItemState.TO_COME:
            at, other = other, at
        main, item_id = self.item((self.item(other).taken_with or other + 1) - 1).id, self.item(at).id
        self._say_together(main, lambda: self.store.take_together(self.number, item_id, main, self.moment()))
        return True

    def take_apart(self, at: int) -> bool:
        """Undo that."""
        main, item_id = self.item(self.item(at).taken_with - 1).id, self.item(at).id
        self._say_together(main, lambda: self.store.take_apart(self.number, item_id))
        return True

    def _say_together(self, main: int, change: Callable[[], None]) -> None:
        """Do a change, and have the minute of the item ``main`` name those discussed with it then."""
        from clerk import wording

        before = wording.together_lines(self.record, self.place_of(main) + 1)
        with self.store.transaction():
            change()
            self.reload()
            after = wording.together_lines(self.record, self.place_of(main) + 1)
            lines = [line for line in lines_of(self.item(self.place_of(main)).text) if line not in before]
            self.store.save_page(main, "\n".join([*after, *lines]), self.now())
        self.reload()

    def resolve_together(self, ids: list[int], line: str) -> bool:
        """Put the same line in several items."""
        self.store.resolve_together(self.number, ids, line, self.moment())
        self.reload()
        return True

    def adjourn(self, when: datetime, why: str) -> Adjournment:
        """Stamp a break."""
        adjournment = self.store.adjourn(self.number, when, why)
        self.reload()
        return adjournment

    def resume(self, when: datetime) -> Adjournment:
        """Stamp its end."""
        adjournment = self.store.resume(self.number, when)
        self.reload()
        return adjournment

    # --- the body -----------------------------------------------------------------------------------------------

    def set_about(self, body: Body, meeting: Meeting) -> bool:
        """Change how the body is spoken of, its quorum and style, and the meeting's place and first minute."""
        self.store.set_about(self.number, body, meeting)
        self.reload()
        return True

    def phrases(self) -> tuple[str, ...]:
        """The body's own phrases."""
        return self.store.phrases(self.number)

    def set_phrases(self, phrases: tuple[str, ...]) -> bool:
        """Make these the body's own phrases."""
        self.store.set_phrases(self.number, phrases)
        return True

    # --- people -------------------------------------------------------------------------------------------------

    def set_presence(self, presence: Presence) -> Presence:
        """Write a line of the roll."""
        written = self.store.set_presence(self.number, presence)
        self.reload()
        return written

    def remove_presence(self, presence: Presence) -> None:
        """Take somebody added by mistake off the roll."""
        self.store.remove_presence(presence.id)
        self.reload()

    def declare(self, declaration: Declaration) -> Declaration:
        """Record a declaration, or what the person then did; who left for it in an open item has left the room."""
        made = replace(declaration, made=declaration.made or self.moment())
        made, _ = self.store.declare_and_leave(self.number, made, self.moment())
        self.reload()
        return made

    def move(self, movement: Movement) -> Record:
        """Write who came or went, or what has since been said of it."""
        self.store.move(self.number, movement)
        self.reload()
        return self.record

    def unmove(self, movement: Movement, before: Presence | None = None) -> Record:
        """Take that back; with ``before``, what the roll said of the person until then as well."""
        with self.store.transaction():
            self.store.unmove(movement.id)
            if before:
                self.store.set_presence(self.number, before)
        self.reload()
        return self.record

    def withdraw(self, declaration: Declaration) -> bool:
        """Take a declaration recorded by mistake out of the record."""
        self.store.withdraw(declaration.id)
        self.reload()
        return True
