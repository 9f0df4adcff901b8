"""Making a database that is not there yet."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from clerk.records.database import APPLICATION, MIGRATIONS
from clerk.records.steps import STEPS

# As sqlite-utils has it, which looks here for the steps still to do when a later Clerk opens the database.
_KEPT_STEPS = """
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
"""


def make(db: sqlite3.Connection) -> None:
    """Give an empty database its present form, all of it or none.

    The steps are those an older database is brought up to date by, but sqlite-utils is not loaded for it, which would
    be a fifth of the time to the first frame of the first start. Raises ``sqlite3.Error``.
    """
    db.execute(f"pragma application_id = {APPLICATION}")
    db.execute("begin immediate")
    try:
        whole = _InOne(db)
        whole.executescript(_KEPT_STEPS)
        for step, name in zip(STEPS, MIGRATIONS, strict=True):
            step(whole)
            row = ("clerk", name, str(datetime.now(UTC)))
            db.execute("insert into _sqlite_migrations(migration_set, name, applied_at) values (?, ?, ?)", row)
        db.execute("commit")
    except BaseException:
        if db.in_transaction:
            db.execute("rollback")
        raise


class _InOne:
    """A connection on which a script is part of the transaction; sqlite3's own way with scripts ends it first."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        return self._db.execute(sql, parameters)

    def executescript(self, sql: str, /) -> None:
        for statement in _statements(sql):
            self._db.execute(statement)


def _statements(script: str) -> Iterator[str]:
    """Part a script into statements; the semicolons inside a trigger do not end one."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
