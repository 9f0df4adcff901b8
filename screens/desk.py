"""The meeting on the officer's desk: the record as the app shows it, and every change written before it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from clerk.model import Declaration, Item, Place, Presence, Record
from clerk.store import Store
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

    def reload(self) -> None:
        """Read the record again."""
        self.record = self.store.record(self.number)

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
        self.store.take_item(self.number, item_id, self.now())
        self.reload()
        return self.place_of(item_id)

    def put_back(self, at: int) -> int:
        """Undo the taking of an item; returns its place."""
        item_id = self.item(at).id
        self.store.put_back(self.number, item_id)
        self.reload()
        return self.place_of(item_id)

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
        """Record a declaration."""
        made = self.store.declare(self.number, replace(declaration, made=self.now()))
        self.reload()
        return made

    def withdraw(self, declaration: Declaration) -> bool:
        """Take a declaration recorded by mistake out of the record."""
        self.store.withdraw(declaration.id)
        self.reload()
        return True
