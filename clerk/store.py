"""The Store: the one way to the database. What it returns is frozen; what it changes is committed before it returns."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from clerk.model import Entry, MeetingSummary, Place, Record
from clerk.records import (
    adjournments,
    afterwards,
    bodies,
    database,
    declarations,
    items,
    meetings,
    movements,
    pages,
    roll,
)
from clerk.records.lock import WriteLock
from clerk.records.trouble import StoreError, StoreLocked, explain
from clerk.storing.actions import ActionStore
from clerk.storing.afterwards import AfterwardsStore
from clerk.storing.agenda import AgendaStore
from clerk.storing.body import BodyStore
from clerk.storing.business import BusinessStore
from clerk.storing.people import PeopleStore
from clerk.storing.room import RoomStore
from clerk.storing.search import SearchStore
from clerk.storing.undoing import UndoingStore

if TYPE_CHECKING:
    from clerk.earlier import EarlierLine

__all__ = ["Store", "StoreError", "StoreLocked"]


class Store(
    BusinessStore,
    RoomStore,
    PeopleStore,
    ActionStore,
    BodyStore,
    AgendaStore,
    AfterwardsStore,
    SearchStore,
    UndoingStore,
):
    """A database of meetings, opened to write by one program at a time. What all parts can do is in ``StorePart``."""

    @classmethod
    def open(cls, path: Path, *, write: bool = True) -> Store:
        """Open a database; to write, its folder and file are made when missing.

        Raises ``StoreLocked`` when another Clerk has it open to write (reading is possible all the same).
        """
        if path.is_dir():
            raise StoreError(f"{path} is a folder; name a file in it with --db, as {path / 'clerk.db'}.")
        if not write:
            return cls(path, _open(path, write=False), None)
        lock = WriteLock(path)
        try:
            return cls(path, _open(path, write=True), lock)
        except BaseException:
            lock.release()
            raise

    def close(self) -> None:
        """Close the database and let others write."""
        self._db.close()
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def meetings(self, limit: int | None = None) -> list[MeetingSummary]:
        """List the meetings, newest first (by date, then number); those without a date come before all."""
        with self._reading() as db:
            return meetings.newest(db, limit)

    def add(self, record: Record) -> int:
        """Add a meeting and return its number. Its body is found by any name it has had, or added."""
        with self.transaction() as db:
            number = meetings.add(db, record.meeting, bodies.find_or_add(db, record.body))
            # Before the items: who is on the roll tells whose action a line is.
            roll.add(db, number, record.presence)
            rows = items.add(db, number, record.items, datetime.now().replace(microsecond=0))
            afterwards.add(db, number, record.afterwards, rows)
            roll.add_votes(db, number, record.presence, rows)
            for adjournment in record.meeting.adjournments:
                adjournments.save(db, number, replace(adjournment, id=0))
            for declaration in record.declarations:
                declarations.save(db, number, replace(declaration, id=0))
            for movement in record.movements:
                movements.save(db, number, replace(movement, id=0))
            self.index_now()
            return number

    def wordings(self, entry_id: int) -> list[tuple[datetime, str]]:
        """Return the earlier wordings kept of a line, oldest first, with when each was written."""
        with self._reading() as db:
            return pages.wordings(db, entry_id)

    def gone_lines(self, item_id: int) -> list[Entry]:
        """Return the lines taken out of an item's minute and not put back, the last taken out first."""
        with self._reading() as db:
            return pages.gone(db, item_id)

    def earlier_minutes(self, number: int) -> list[EarlierLine]:
        """Return the lines of the earlier meetings of the same body, oldest first, as many as are worth learning from.

        A meeting counts as earlier by its date, then by its number; one without a date comes after all others.
        """
        from clerk.records import earlier  # with what is offered, which the first screen does without

        with self._reading() as db:
            return earlier.load(db, number)

    def open_meeting(self, number: int, now: datetime) -> None:
        """Put the meeting in session; the time is stamped the first time only."""
        with self.transaction() as db:
            meetings.open_(db, number, now)

    def close_meeting(self, number: int, now: datetime) -> None:
        """Close the meeting: its minutes are a draft, and the item that is open is done.

        It cannot close before it was opened.
        """
        with self.transaction() as db:
            meetings.close(db, number, now)
            self.index_now()

    def reopen_meeting(self, number: int) -> None:
        """Put a meeting closed by mistake back in session."""
        with self.transaction() as db:
            meetings.reopen(db, number)

    def place(self, number: int) -> Place | None:
        """Return where the officer was in a meeting, or None."""
        with self._reading() as db:
            return meetings.place(db, number)

    def set_place(self, number: int, place: Place) -> None:
        """Keep where the officer is in a meeting."""
        with self.transaction() as db:
            items.must_exist(db, place.item_id, number)
            meetings.set_place(db, number, place)

    def backup(self, path: Path) -> None:
        """Copy the whole database to a new file and check the copy. May be called from any thread."""
        database.back_up(self.path, path)


def _open(path: Path, *, write: bool) -> sqlite3.Connection:
    if not write and not path.is_file():
        raise StoreError(f"There is no database {path} yet; clerk import makes it with its first meeting.")
    try:
        return _connect(path, write=write)
    except sqlite3.Error as error:
        raise explain(error, path) from error


def _connect(path: Path, *, write: bool) -> sqlite3.Connection:
    db = database.connect(path, write=write)
    try:
        waiting = database.pending(db, path)
        if waiting and not write:
            raise StoreError(f"{path} was made by an older Clerk; open it in the app once to bring it up to date.")
        if waiting:
            _bring_up_to_date(db, path, waiting)
    except BaseException:
        db.close()
        raise
    return db


def _bring_up_to_date(db: sqlite3.Connection, path: Path, waiting: list[str]) -> None:
    if sqlite3.sqlite_version_info < (3, 37):
        raise StoreError("Clerk needs SQLite 3.37 or newer; install a newer Python.")
    if db.execute("select count(*) from sqlite_schema").fetchone()[0]:
        # Loads sqlite-utils, which neither a database that is up to date nor a new one needs.
        from clerk import migrations

        migrations.upgrade(db, path, waiting)
    else:
        from clerk.records.making import make

        make(db)
