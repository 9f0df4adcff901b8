"""What every part of the Store stands on: the open database, its transactions, a meeting read, a page saved."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from clerk.model import Entry, Place, Record
from clerk.records import adjournments, afterwards, declarations, items, meetings, movements, pages, roll
from clerk.records.lock import WriteLock
from clerk.records.trouble import StoreError, explain


class StorePart:
    """The ground of the parts. ``clerk.store.Store`` is all of them, on one connection.

    Every method of a part raises ``StoreError`` when it cannot do what it is asked, and has then changed nothing.
    """

    def __init__(self, path: Path, db: sqlite3.Connection, lock: WriteLock | None) -> None:
        self.path = path
        """The database file."""
        self._db = db
        self._lock = lock
        # The page last saved, so that a key in a long minute does not read all of it again. Nobody else writes.
        self._page: tuple[int, tuple[Entry, ...]] = (0, ())

    @property
    def read_only(self) -> bool:
        """Whether it was opened to read."""
        return self._lock is None

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Do several changes as one: all are committed at the end, or none if anything fails."""
        if self.read_only:
            raise StoreError(f"{self.path} was opened to read; nothing was changed.")
        if self._db.in_transaction:
            yield self._db
            return
        try:
            self._db.execute("begin immediate")
            try:
                yield self._db
                self._db.execute("commit")
            except BaseException:
                self._forget_page()
                if self._db.in_transaction:
                    self._db.execute("rollback")
                raise
        except sqlite3.Error as error:
            raise explain(error, self.path) from error

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """Read several tables as they stood at one moment, whatever another program writes meanwhile."""
        if self._db.in_transaction:
            yield self._db
            return
        try:
            self._db.execute("begin")
            try:
                yield self._db
            finally:
                self._db.execute("commit")
        except sqlite3.Error as error:
            raise explain(error, self.path) from error

    def record(self, number: int) -> Record:
        """Return a meeting whole, in a number of queries that does not depend on its size."""
        with self._reading() as db:
            body, meeting = meetings.load(db, number)
            business = items.load(db, number)
            rows = [item.id for item in business]
            meeting = replace(meeting, adjournments=adjournments.load(db, number, rows))
            declared, moved = declarations.load(db, number, rows), movements.load(db, number, rows)
            since = afterwards.load(db, number, rows)
            return Record(body, meeting, business, roll.load(db, number, rows), declared, moved, since)

    def save_page(self, item_id: int, page: str, now: datetime, place: Place | None = None) -> tuple[Entry, ...]:
        """Make ``page`` the minute of an item and return its lines; with ``place``, keep that too."""
        with self.transaction() as db:
            number = items.must_exist(db, item_id)
            known = self._page[1] if self._page[0] == item_id else pages.load(db, item_id)
            entries = pages.save(db, item_id, known, page, now)
            if place:
                meetings.set_place(db, number, place)
        self._page = (item_id, entries)
        return entries

    def _forget_page(self) -> None:
        """Read the page from the database at the next save, for its lines may have been changed otherwise."""
        self._page = (0, ())
