"""How the database came to have its present form. A migration is never edited or renamed once released."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sqlite_utils import Database, Migrations

from clerk import schema, schema_search
from clerk.progress import words_of
from clerk.records import searching
from clerk.records.database import APPLICATION
from clerk.records.trouble import StoreError

migrations = Migrations("clerk")
"""Every change of form, in order."""


@migrations()
def m001_the_record(db: Database) -> None:
    """The record of a meeting, and the place the officer was at."""
    db.executescript(schema.THE_RECORD)


@migrations()
def m002_movements_and_breaks(db: Database) -> None:
    """Who came and went, the meeting's breaks, and what became of an item that was not taken."""
    db.executescript(schema.MOVEMENTS_AND_BREAKS)


@migrations()
def m003_phrases(db: Database) -> None:
    """A body's own phrases, offered while typing."""
    db.executescript(schema.PHRASES)


@migrations()
def m004_exempt(db: Database) -> None:
    """Which items are exempt from publication, and by which paragraphs."""
    db.execute("alter table item add column exempt text not null default ''")


@migrations()
def m005_own_style(db: Database) -> None:
    """A body's own words in place of its house style's, and its Word template."""
    db.executescript(schema.OWN_STYLE)


@migrations()
def m006_actions(db: Database) -> None:
    """What became of each action; those there are get their numbers in the order of time."""
    db.executescript(schema.ACTIONS)
    lines = db.execute(
        "select entry.id, line from entry join item on item.id = item_id join meeting on meeting.id = meeting_id "
        "where gone is null and (line like '%a:%' or line like '%{%') "
        "order by ifnull(date, '9999'), meeting.id, item.position, entry.position"
    ).fetchall()
    for row, line in lines:
        for place, words in enumerate(words_of(line)):
            db.execute("insert into action(entry_id, place, words) values (?, ?, ?)", (row, place, words))


@migrations()
def m007_afterwards(db: Database) -> None:
    """Drafts circulated, amendments of earlier minutes, and confirmations."""
    db.executescript(schema.AFTERWARDS)


@migrations()
def m008_memberships(db: Database) -> None:
    """Who belongs to a body, from which day to which."""
    db.executescript(schema.MEMBERSHIPS)


@migrations()
def m009_searching(db: Database) -> None:
    """Finding words in all minutes, and the log of working papers destroyed."""
    db.executescript(schema_search.SEARCH)


def upgrade(db: sqlite3.Connection, path: Path, pending: list[str], steps: Migrations = migrations) -> None:
    """Bring the database to its present form; one that holds anything is copied beside itself first.

    ``pending`` are the names of the steps to come. Raises ``sqlite3.Error``, or ``StoreError`` for an SQLite too old.
    """
    if sqlite3.sqlite_version_info < (3, 37):
        raise StoreError("Clerk needs SQLite 3.37 or newer; install a newer Python.")
    if db.execute("select count(*) from sqlite_schema").fetchone()[0]:
        _copy(db, path.with_name(f"{path.stem} before {pending[0]}{path.suffix}"))
    else:
        db.execute(f"pragma application_id = {APPLICATION}")
    # A step may rebuild a table that others refer to, which must not carry away the rows that refer to it.
    db.execute("pragma foreign_keys = off")
    steps.apply(Database(db, execute_plugins=False))
    if db.execute("pragma foreign_key_check").fetchone():
        raise StoreError(f"{path} could not be brought up to date; its copy beside it is as it was.")
    db.execute("pragma foreign_keys = on")
    if "m009_searching" in pending:
        # The first search of a large archive would have to wait for it; if it fails, that search tries again.
        with suppress(sqlite3.Error):
            searching.catch_up(db)


def _copy(db: sqlite3.Connection, copy: Path) -> None:
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(copy)) as target:
        db.backup(target)
