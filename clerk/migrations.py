"""Bringing a database made by an older Clerk to its present form, by sqlite-utils."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sqlite_utils import Database, Migrations

from clerk.records import searching
from clerk.records.steps import STEPS
from clerk.records.trouble import StoreError

migrations = Migrations("clerk")
"""Every change of form, in order."""
for _step in STEPS:
    migrations()(_step)


def upgrade(db: sqlite3.Connection, path: Path, pending: list[str], steps: Migrations = migrations) -> None:
    """Bring a database to its present form, after copying it beside itself.

    ``pending`` are the names of the steps to come. Raises ``sqlite3.Error``, or ``StoreError`` for an SQLite too old.
    """
    _copy(db, path.with_name(f"{path.stem} before {pending[0]}{path.suffix}"))
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
