"""Putting a backup in the place of the database, so that there is a whole database there at every moment."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from clerk import causes
from clerk.folders import put_in_place, settle
from clerk.records import database
from clerk.records.lock import WriteLock
from clerk.records.trouble import StoreError, explain

_BESIDE = ("-wal", "-shm", "-journal")


@dataclass(frozen=True)
class Restored:
    """What was done."""

    kept: Path | None
    """Where the database that was there is kept; None when there was none."""
    meetings: int
    """How many meetings there are now."""


def restore(path: Path, backup: Path, now: datetime) -> Restored:
    """Check ``backup`` and put a copy of it in the place of the database at ``path``, which is kept beside it.

    Raises ``StoreLocked`` while another Clerk has the database open, and ``StoreError``; nothing has then been changed.
    """
    _must_be_another(path, backup)
    _check(backup)
    lock = WriteLock(path)
    part = path.with_name(f"{path.name}.restoring")
    try:
        # Copied by SQLite itself and checked again: what the backup's own log holds is in the copy too.
        part.unlink(missing_ok=True)
        database.back_up(backup, part)
        meetings = _meetings(part)
        kept = _keep(path, now) if path.exists() else None
        try:
            put_in_place(part, path)
        except OSError:
            if kept:
                kept.unlink(missing_ok=True)
            raise
        settle(path.parent)
        return Restored(kept, meetings)
    except OSError as error:
        raise StoreError(causes.sentence(f"{path} could not be replaced", error, "it is as it was")) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        lock.release()


def _must_be_another(path: Path, backup: Path) -> None:
    if not backup.is_file():
        raise StoreError(f"There is no file {backup}; name the file that clerk backup wrote.")
    if path.exists() and path.samefile(backup):
        raise StoreError(f"{backup} is the database itself; name the file that clerk backup wrote.")
    if path.is_dir():
        raise StoreError(f"{path} is a folder; name a file in it with --db.")


def _check(backup: Path) -> None:
    """Raise ``StoreError`` unless it is a whole database of Clerk's, and no newer Clerk's."""
    try:
        with closing(database.connect(backup, write=False)) as db:
            (application,) = db.execute("pragma application_id").fetchone()
            ours = application == database.APPLICATION
            waiting = database.pending(db, backup) if ours else list(database.MIGRATIONS)
            (verdict,) = db.execute("pragma integrity_check").fetchone()
            stray = db.execute("pragma foreign_key_check").fetchone()
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_NOTADB:
            raise StoreError(f"{backup} is not a backup of Clerk's; nothing was changed.") from error
        raise StoreError(f"{backup} cannot be used, and nothing was changed: {explain(error, backup)}") from error
    if len(waiting) == len(database.MIGRATIONS):
        raise StoreError(f"{backup} is not a backup of Clerk's; nothing was changed.")
    if verdict != "ok" or stray:
        raise StoreError(f"{backup} is damaged, and nothing was changed; try an older backup.")


def _meetings(part: Path) -> int:
    with closing(database.connect(part, write=False)) as db:
        return int(db.execute("select count(*) from meeting").fetchone()[0])


def _keep(path: Path, now: datetime) -> Path:
    """Give the database that is there a second, dated name, with all that its log holds; return that name."""
    kept = _free(path.with_name(f"{path.stem} before restore {now:%Y-%m-%d %H%M%S}{path.suffix}"))
    try:
        with closing(sqlite3.connect(path, timeout=database.BUSY_SECONDS, isolation_level=None)) as db:
            (mode,) = db.execute("pragma journal_mode = delete").fetchone()
        busy = mode != "delete"
    except sqlite3.OperationalError as error:
        busy = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
    except sqlite3.DatabaseError:
        # Damaged, which may be why a backup is wanted: it is kept as it is.
        busy = False
    if busy:
        raise StoreError(f"Another program is reading {path}; close it there first, then try again.")
    try:
        os.link(path, kept)
    except OSError:
        shutil.copy2(path, kept)
    for ending in _BESIDE:
        # A log left beside it would be taken for the backup's own.
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.replace(kept.with_name(kept.name + ending))
    return kept


def _free(path: Path) -> Path:
    found, count = path, 2
    while found.exists():
        found, count = path.with_name(f"{path.stem} ({count}){path.suffix}"), count + 1
    return found
