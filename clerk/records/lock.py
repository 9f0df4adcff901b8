"""Who may write: one program at a time, told by a lock file beside the database."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from clerk.records.trouble import StoreError, StoreLocked


class WriteLock:
    """Held from its making until it is released, or until the program that holds it is no more.

    It is SQLite's own lock on an empty file: the system lets go of it when a program dies, on Windows, macOS and Linux
    alike, and nothing has to be loaded for it. The database itself cannot be locked so, for others may read it.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock of the database at ``path``. Raises ``StoreLocked`` when another program has it."""
        lock = path.with_name(f"{path.name}.lock")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._lock = sqlite3.connect(lock, timeout=0, isolation_level=None)
        except (OSError, sqlite3.Error) as error:
            raise _unopened(path, "", error) from error
        try:
            self._lock.execute("begin exclusive")
        except sqlite3.Error as error:
            self._lock.close()
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
                raise StoreLocked(f"Another Clerk has {path} open; close it there first, then try again.") from None
            raise _unopened(path, f", for {lock.name} beside it cannot be locked", error) from error

    def release(self) -> None:
        """Let others write."""
        self._lock.close()


def _unopened(path: Path, why: str, error: OSError | sqlite3.Error) -> StoreError:
    # Loaded here: a start that goes well does without.
    from clerk import causes

    return StoreError(causes.sentence(f"{path} cannot be opened to write{why}", error))
