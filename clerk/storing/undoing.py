"""What the Store does to undo a change to the record, and to do it again."""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import TYPE_CHECKING

from clerk.model import Entry, Place
from clerk.records import pages

if TYPE_CHECKING:
    from clerk.undoing import Structure, Swap


class UndoingStore(ABC):
    """The part of the Store for undoing; every method raises ``StoreError`` and then changed nothing."""

    _page: tuple[int, tuple[Entry, ...]]

    @abstractmethod
    def transaction(self) -> AbstractContextManager[sqlite3.Connection]:
        """Do several changes as one."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """Read as of one moment."""

    @abstractmethod
    def save_page(self, item_id: int, page: str, now: datetime, place: Place | None = None) -> tuple[Entry, ...]:
        """Make ``page`` the minute of an item."""

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
            self._page = (0, ())
            for swap in swaps:
                self._swap(db, swap, set(then.tables["item"]) - there, now)
            return stayed

    def _swap(self, db: sqlite3.Connection, swap: Swap, there: set[int], now: datetime) -> None:
        if swap.item_id in there:
            page = "\n".join(entry.line for entry in pages.load(db, swap.item_id))
            if (swapped := swap.of(page)) != page:
                self.save_page(swap.item_id, swapped, now)
