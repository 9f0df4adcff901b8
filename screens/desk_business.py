"""What is done with the business of the meeting on the desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from clerk.model import Adjournment
from clerk.notation import lines_of
from clerk.terms import ItemKind, ItemState
from screens.desk_undoing import DeskUndoing


class DeskBusiness(DeskUndoing):
    """Changes of the order and state of business; each is written before it is shown."""

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
        """Return the places of items called "3, 5 and #7". Raises ``NotFoundError``."""
        from clerk.lookup import item_positions

        return [position - 1 for position in item_positions(self.record, typed)]

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

    def set_exempt(self, at: int, paragraphs: str) -> bool:
        """Mark an item exempt; with no paragraphs, open to the public."""
        self.store.set_exempt(self.item(at).id, paragraphs)
        self.reload()
        return True

    def take_apart(self, at: int) -> bool:
        """Put down that an item was not discussed with another after all; the other's minute no longer names it."""
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

    def put_break_right(self, was: Adjournment, now: Adjournment | None) -> bool:
        """Make a break what it is ``now``, None takes it out; returns whether what is minuted of it followed."""
        from clerk.breaks import put_right

        followed = put_right(self.store, self.record, was, now, self.now())
        self.reload()
        return followed

    def resume(self, when: datetime) -> Adjournment:
        """Stamp its end."""
        adjournment = self.store.resume(self.number, when)
        self.reload()
        return adjournment
