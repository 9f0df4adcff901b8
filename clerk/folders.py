"""Where things are kept, and how a file is put in its place."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePath

_HELD = 0.6
"""Seconds in which a virus scanner or an indexer of Windows is done with a file just written."""
_AGAIN = 0.05
"""Seconds until the next try."""
_SYNCED = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""Where Windows tells the folders that OneDrive copies elsewhere."""


def database_path(chosen: Path | None = None) -> Path:
    """Return the database to use: the one chosen, or the officer's own in the platform's folder for such things."""
    if chosen is not None:
        return chosen.expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("Clerk", appauthor=False) / "clerk.db"


def documents_folder() -> Path:
    """Where the officer's documents are; on Windows that is often OneDrive's folder, as the system tells."""
    if sys.platform == "win32":
        from platformdirs import user_documents_path

        folder = user_documents_path()
    else:
        folder = Path.home() / "Documents"
    return folder if folder.is_dir() else Path.home()


def is_shared(path: PurePath, environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> bool:
    r"""Whether another computer may have a file: on a network drive, or in a folder that is copied to others.

    ``path`` is resolved, so that on Windows a mapped drive shows for what it is (``\\server\share``).
    """
    if system == "win32":
        synced = [type(path)(folder) for name in _SYNCED if (folder := environment.get(name))]
        return str(path).startswith("\\\\") or any(path.is_relative_to(folder) for folder in synced)
    if system == "darwin":
        # A network drive is a volume there, as is a memory stick, and iCloud, OneDrive and others are in the Library.
        return path.parts[1:2] == ("Volumes",) or bool({"CloudStorage", "Mobile Documents"} & set(path.parts))
    return False


def put_in_place(part: Path, path: Path) -> None:
    """Give the finished file ``part`` the name ``path``, in the place of any file of that name.

    Windows refuses while another program has either open. One that only looks through new files is soon done, so it is
    tried for half a second. Raises ``OSError``; what was there is then as it was.
    """
    until = time.monotonic() + (_HELD if sys.platform == "win32" else 0)
    while True:
        try:
            os.replace(part, path)  # noqa: PTH105 - Path.replace is the same call; os.replace is what is documented atomic
            return
        except PermissionError:
            if time.monotonic() >= until:
                raise
            time.sleep(_AGAIN)


def settle(folder: Path) -> None:
    """Make a name given in a folder outlast a power cut, where the system can (Windows cannot open a folder)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
