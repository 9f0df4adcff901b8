"""Opening the database file: its connection, its settings and its version."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing, suppress
from pathlib import Path, PurePath

from clerk.folders import is_shared, put_in_place
from clerk.records.trouble import StoreError, explain

MIGRATIONS = (
    "m001_the_record",
    "m002_movements_and_breaks",
    "m003_phrases",
    "m004_exempt",
    "m005_own_style",
    "m006_actions",
    "m007_afterwards",
    "m008_memberships",
    "m009_searching",
    "m010_as_confirmed",
    "m011_voting",
)
"""Names of the migrations this Clerk knows, oldest first.

They stand here, apart from the migrations themselves, so that opening a database that is up to date does not
have to load sqlite-utils, which would be a fifth of the time the program takes to start.
"""

APPLICATION = 0x436C726B
"""SQLite's mark of whose database a file is: "Clrk"."""

BUSY_SECONDS = 0.25
"""How long to wait for another program's write; longer would be felt at the keyboard."""


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """Open the file, with every statement its own transaction unless one has been begun.

    Raises ``sqlite3.Error``; to read, also ``StoreError``.
    """
    if not write:
        return _connect_to_read(path)
    return _connected(str(path), path, write=True)


def _connected(address: str, path: Path, *, write: bool) -> sqlite3.Connection:
    db = sqlite3.connect(address, timeout=BUSY_SECONDS, isolation_level=None, uri=address.startswith("file:"))
    try:
        _settle(db, path, write=write)
    except BaseException:
        db.close()
        raise
    return db


def _connect_to_read(path: Path) -> sqlite3.Connection:
    try:
        return _connected(str(path), path, write=False)
    except sqlite3.OperationalError as error:
        code, failed = error.sqlite_errorcode & 0xFF, error
        if code not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR):
            raise
    # A file with a write-ahead log cannot be opened the usual way where the log's index cannot be written beside it: in
    # a folder to read only, or on a full disk. With nothing in the log, the file is all there is, and can be read as
    # one that does not change.
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        if code == sqlite3.SQLITE_IOERR:
            raise failed
        raise StoreError(
            f"{path} cannot be read where nothing may be written, for {log.name} beside it holds what was written last;"
            " copy both to a folder of your own and name the copy with --db."
        )
    return _connected(f"{address(path.absolute())}?mode=ro&immutable=1", path, write=False)


def address(path: PurePath) -> str:
    r"""Return SQLite's address of an absolute path.

    ``as_uri`` would put the server of ``\\server\share`` where SQLite takes none: https://www.sqlite.org/uri.html.
    """
    from urllib.parse import quote

    posix = path.as_posix()
    return f"file://{'' if posix.startswith('/') else '/'}{quote(posix, safe='/:')}"


def _settle(db: sqlite3.Connection, path: Path, *, write: bool) -> None:
    db.execute("pragma foreign_keys = on")
    if write:
        # SQLite's write-ahead log needs memory shared by all who have the file open, which two computers have not; and
        # a copy made elsewhere of the file without its log lacks what was written last.
        db.execute(f"pragma journal_mode = {'delete' if is_shared(path.resolve()) else 'wal'}")
        # FULL, for minutes: what was committed survives a power cut.
        db.execute("pragma synchronous = full")
        if sys.platform == "darwin":
            # Which there has to be asked of the disk besides.
            db.execute("pragma fullfsync = on")
    else:
        db.execute("pragma query_only = on")
        db.execute("select 1 from sqlite_schema").fetchone()


def pending(db: sqlite3.Connection, path: Path, known: tuple[str, ...] = MIGRATIONS) -> list[str]:
    """Return the migrations the database still needs.

    Raises ``StoreError`` when it was written by a newer Clerk or belongs to another program.
    """
    tables = {name for (name,) in db.execute("select name from sqlite_schema where type = 'table'")}
    (application,) = db.execute("pragma application_id").fetchone()
    if tables and application != APPLICATION:
        raise StoreError(f"{path} belongs to another program; name another file with --db.")
    if "_sqlite_migrations" not in tables:
        return list(known)
    applied = {name for (name,) in db.execute("select name from _sqlite_migrations where migration_set = 'clerk'")}
    if applied - set(known):
        raise StoreError(f"{path} was written by a newer Clerk; install that version to open it.")
    return [name for name in known if name not in applied]


def back_up(path: Path, copy: Path) -> None:
    """Copy the database at ``path`` to a new file ``copy`` by SQLite's own backup, and check the copy.

    Safe while the database is being written, and on any thread. Raises ``StoreError``; there is then no copy.
    """
    if copy.exists():
        raise StoreError(f"{copy} is there already; name another file for the backup.")
    part = copy.with_name(f"{copy.name}.part")
    try:
        part.unlink(missing_ok=True)
        with closing(_source(path)) as source:
            _copy_checked(source, part)
        put_in_place(part, copy)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise StoreError(
                f"No backup can be written in {copy.parent}; check that it is there and that you may write in it."
            ) from error
        raise explain(error, copy) from error
    except sqlite3.Error as error:
        raise explain(error, copy) from error
    except OSError as error:
        from clerk import causes

        raise StoreError(causes.sentence(f"No backup can be written in {copy.parent}", error)) from error
    finally:
        # What is left of it on a disk that has become read-only cannot be taken away.
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _source(path: Path) -> sqlite3.Connection:
    try:
        return connect(path, write=False)
    except sqlite3.Error as error:
        raise explain(error, path) from error


def _copy_checked(source: sqlite3.Connection, part: Path) -> None:
    with closing(sqlite3.connect(part)) as target:
        source.backup(target)
        # A backup that is one file: not in need of a write-ahead log beside it.
        target.execute("pragma journal_mode = delete")
        (verdict,) = target.execute("pragma integrity_check").fetchone()
    if verdict != "ok":
        raise StoreError(f"The copy did not come out whole ({verdict}); nothing was kept, try another disk.")
