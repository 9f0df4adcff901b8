"""What can go wrong with the database, said in one sentence that tells the officer what to do."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import datetime
from pathlib import Path


class StoreError(Exception):
    """Something the store could not do; the message is one sentence: what happened and what to do."""


class StoreLocked(StoreError):  # noqa: N818 - it reads as a state, which is what the officer is told
    """Another Clerk has the database open to write."""


_SENTENCES = {
    sqlite3.SQLITE_BUSY: "Another program is writing to {path}; try again in a moment.",
    sqlite3.SQLITE_LOCKED: "Another program is writing to {path}; try again in a moment.",
    sqlite3.SQLITE_FULL: "The disk holding {path} is full; make room and try again, what was saved before is safe.",
    sqlite3.SQLITE_NOTADB: "{path} is not a Clerk database; name another file with --db.",
    sqlite3.SQLITE_CORRUPT: "{path} is damaged; restore it from a backup.",
    sqlite3.SQLITE_CANTOPEN: "{path} cannot be opened; check that the folder exists and that you may write in it.",
    sqlite3.SQLITE_READONLY: "{path} may not be changed; check that the file and its folder are not read-only.",
    sqlite3.SQLITE_IOERR: "{path} could not be read or written; check the disk or the network drive.",
    sqlite3.SQLITE_PERM: "You may not open {path}; ask whoever looks after the computer.",
}


_MAY_BE_FULL = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)
_ROOM = 128 * 1024
"""Bytes that SQLite must be able to write for its log and the log's index."""


def explain(error: sqlite3.Error, path: Path) -> StoreError:
    """Turn SQLite's error into a sentence for the officer."""
    code = getattr(error, "sqlite_errorcode", None)
    code = None if code is None else code & 0xFF
    if code in _MAY_BE_FULL and _is_full(path.parent):
        # A full disk on which the log cannot even be begun fails in other words.
        code = sqlite3.SQLITE_FULL
    if code is not None and code in _SENTENCES:
        return StoreError(_SENTENCES[code].format(path=path))
    # Loaded here: a start that goes well does without.
    from clerk import causes

    return StoreError(causes.sentence(f"{path} could not be used", error))


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _ROOM
    except OSError:
        return False


def in_order(earlier: datetime, later: datetime, sentence: str) -> None:
    """Raise ``StoreError`` with ``sentence`` when times are the wrong way round, as far as they can be compared."""
    if (earlier.tzinfo is None) == (later.tzinfo is None) and later < earlier:
        raise StoreError(sentence)
