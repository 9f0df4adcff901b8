"""What the Store does for the course of business: the order it is taken in, what is put off, and breaks."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from clerk.model import Adjournment
from clerk.records import adjournments, business, items, meetings, pages
from clerk.storing.part import StorePart
from clerk.terms import ItemKind, ItemState


class BusinessStore(StorePart):
    """The part of the Store for the course of business."""

    def set_item_title(self, item_id: int, title: str) -> None:
        """Give an item another title."""
        with self.transaction() as db:
            items.set_title(db, item_id, title)

    def set_exempt(self, item_id: int, paragraphs: str) -> None:
        """Mark an item's minute as not for the public, by paragraphs of Schedule 12A ("3"); empty makes it public.

        "paragraphs 3 and 5" is kept as "3, 5"; other words ("confidential") are kept as they are.
        """
        from clerk.exempt import as_kept

        with self.transaction() as db:
            items.set_exempt(db, item_id, as_kept(paragraphs))

    def take_item(self, number: int, item_id: int, now: datetime) -> None:
        """Take an item now: the open one is done, this one opens and moves to just after the last one taken.

        One taken before, deferred or withdrawn opens again where it is. Raises ``StoreError`` for a section heading.
        """
        with self.transaction() as db:
            items.take(db, number, item_id, now)

    def put_back(self, number: int, item_id: int) -> None:
        """Undo ``take_item``, ``defer_item`` or ``withdraw_item``: it is to come, in its place on the agenda.

        What has been written under it stays.
        """
        with self.transaction() as db:
            items.put_back(db, number, item_id)

    def defer_item(
        self, number: int, item_id: int, now: datetime, to: str = "", reason: str = "", lines: Sequence[str] = ()
    ) -> None:
        """Put down that an item is deferred, and add ``lines`` to its minute (see ``wording.deferral_lines``).

        One still to come moves to just after the last one taken, and the open item stays open. More may be minuted
        under it all the same, for deferred business is sometimes discussed.
        """
        self._settle(number, item_id, now, ItemState.DEFERRED, lines, reason=reason, to=to)

    def withdraw_item(
        self, number: int, item_id: int, now: datetime, reason: str = "", lines: Sequence[str] = ()
    ) -> None:
        """Put down that an item is withdrawn; otherwise as ``defer_item``."""
        self._settle(number, item_id, now, ItemState.WITHDRAWN, lines, reason=reason)

    def _settle(
        self,
        number: int,
        item_id: int,
        now: datetime,
        state: ItemState,
        lines: Sequence[str],
        *,
        reason: str,
        to: str = "",
    ) -> None:
        with self.transaction() as db:
            items.must_exist(db, item_id, number)
            business.settle(db, item_id, state, now, reason=reason, to=to)
            self._add_lines(db, item_id, lines, now)

    def add_item(
        self,
        number: int,
        title: str,
        now: datetime,
        urgent_because: str = "",
        *,
        after: int | None = None,
        kind: ItemKind = ItemKind.ORDINARY,
        lines: Sequence[str] = (),
    ) -> int:
        """Add business that is not on the agenda, with ``lines`` for its minute, and return its row. It is to come.

        It stands after the item ``after``, or else after the last one taken: before all if none was.
        """
        with self.transaction() as db:
            meetings.must_exist(db, number)
            item_id = business.add_item(db, number, title, urgent_because, after, kind)
            self._add_lines(db, item_id, lines, now)
            return item_id

    def remove_item(self, item_id: int) -> None:
        """Undo ``add_item`` for an item with no minute."""
        with self.transaction() as db:
            business.remove_item(db, item_id)

    def take_together(self, number: int, item_id: int, with_item: int, now: datetime) -> None:
        """Put down that an item is discussed with another taken before, under which the minute is; it is then done.

        With an item that is itself taken with a third, it is taken with the third.
        """
        with self.transaction() as db:
            business.take_together(db, number, item_id, with_item, now)

    def take_apart(self, number: int, item_id: int) -> None:
        """Undo ``take_together``: an item with no minute of its own is to come again."""
        with self.transaction() as db:
            business.take_apart(db, number, item_id)

    def resolve_together(self, number: int, item_ids: Sequence[int], line: str, now: datetime) -> None:
        """Add the same line, as ``R: That the reports be noted.``, to several items: to all of them or, failing, none.

        An item that has the line already keeps it once.
        """
        with self.transaction() as db:
            for item_id in item_ids:
                items.must_exist(db, item_id, number)
                self._add_lines(db, item_id, (line,), now)

    def _add_lines(self, db: sqlite3.Connection, item_id: int, lines: Sequence[str], now: datetime) -> None:
        if lines:
            page = "\n".join(entry.line for entry in pages.load(db, item_id))
            self.save_page(item_id, business.with_lines(page, lines), now)

    def adjourn(self, number: int, when: datetime, why: str = "") -> Adjournment:
        """Put down that the meeting adjourns, during the item that is open; it stays in session and the item open."""
        with self.transaction() as db:
            meetings.must_exist(db, number)
            return adjournments.adjourn(db, number, when, why)

    def resume(self, number: int, when: datetime) -> Adjournment:
        """Put down that the meeting, which had adjourned, goes on."""
        with self.transaction() as db:
            meetings.must_exist(db, number)
            return adjournments.resume(db, number, when)

    def set_adjournment(self, number: int, adjournment: Adjournment) -> Adjournment:
        """Change a break already put down (its times, its reason; ``resumed`` None undoes ``resume``)."""
        with self.transaction() as db:
            meetings.must_exist(db, number)
            return adjournments.save(db, number, adjournment)

    def remove_adjournment(self, adjournment_id: int) -> None:
        """Undo ``adjourn``."""
        with self.transaction() as db:
            adjournments.remove(db, adjournment_id)
