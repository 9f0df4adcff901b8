"""What the Store does to undo a change to the record, and to do it again."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from clerk.records import pages
from clerk.storing.part import StorePart

if TYPE_CHECKING:
    from clerk.undoing import Structure, Swap


class UndoingStore(StorePart):
    """The part of the Store for undoing."""

    def structure(self, number: int) -> Structure:
        """Return all that a meeting's record is made of but the text of its minutes, to be put back later."""
        from clerk.records import structure

        with self._reading() as db:
            return structure.load(db, number)

    def put_structure_back(self, then: Structure, swaps: Sequence[Swap], now: datetime) -> list[str]:
        """Make a meeting's record what it was ``then``, with lines that changes took out or put in; all of it or none.

        What has been typed stays, and with it every item that holds any, though it was not there then. Returns the
        titles of those items.
        """
        from clerk.records import structure

        with self.transaction() as db:
            there = set(structure.load(db, then.number).tables["item"])
            for swap in swaps:
                self._swap(db, swap, there, now)
            stayed = structure.put_back(db, then)
            # An item that went and comes back has none of the lines it had.
            self._forget_page()
            for swap in swaps:
                self._swap(db, swap, set(then.tables["item"]) - there, now)
            return stayed

    def _swap(self, db: sqlite3.Connection, swap: Swap, there: set[int], now: datetime) -> None:
        if swap.item_id in there:
            page = "\n".join(entry.line for entry in pages.load(db, swap.item_id))
            if (swapped := swap.of(page)) != page:
                self.save_page(swap.item_id, swapped, now)
