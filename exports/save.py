"""Putting a file where the officer asked for it, whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from clerk import causes
from clerk.folders import put_in_place, settle
from exports.naming import LONGEST_PATH, trouble_on_windows


class ExportError(Exception):
    """Nothing was exported; the message is one sentence for the officer."""


class SaveError(ExportError):
    """The file could not be put in its place; what was there before is untouched."""


_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def save(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``, replacing a file of that name only when all of it is safely on the disk.

    Raises:
        SaveError: the folder is missing or closed to the officer, the disk is full, the name is a folder's, or another
            program holds the file open (as Word does on Windows).
    """
    path = _checked(path)
    temporary = path.parent / f".clerk-{secrets.token_hex(6)}.tmp"
    try:
        _write(temporary, content, path)
        _replace(temporary, path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    settle(path.parent)


def _checked(path: Path) -> Path:
    try:
        path = path.resolve() if path.is_symlink() else path
        if sys.platform == "win32":
            _checked_for_windows(path)
        if path.is_dir():
            raise SaveError(f"{path} is a folder; give the name of a file to save to.")
        if not path.parent.is_dir():
            raise SaveError(f"There is no folder {path.parent}; make it first, or save somewhere else.")
        path.exists()  # fails on a name the system does not allow
    except OSError as error:
        raise _explain(error, path) from error
    if "\0" in path.name:
        raise _explain(OSError(errno.EINVAL, ""), path)
    return path


def _checked_for_windows(path: Path) -> None:
    """Refuse what Windows would take for something else (``aux.docx``, ``a:b.docx``) or Word could not open."""
    if trouble := trouble_on_windows(path.name):
        raise SaveError(f"Windows does not allow the name {path.name}: {trouble}; save under another name.")
    if (length := len(str(path.absolute()))) > LONGEST_PATH:
        raise SaveError(
            f"{path.name} with its folders is {length} characters, and Word opens no file beyond {LONGEST_PATH};"
            " save under a shorter name, or in a folder higher up."
        )


def _write(temporary: Path, content: bytes, path: Path) -> None:
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise _explain(error, path) from error
    if sys.platform != "win32":  # where there are no such modes, but what may not be written may not be deleted either
        # A file that others may read stays so; one newly made follows the officer's own settings.
        with suppress(OSError):
            shutil.copymode(path, temporary)


def _replace(temporary: Path, path: Path) -> None:
    try:
        put_in_place(temporary, path)
    except PermissionError as error:
        raise SaveError(
            f"{path.name} is open in another program or may not be changed;"
            f" close it there, or save as {_free_name(path)} instead."
        ) from error
    except OSError as error:
        raise _explain(error, path) from error


def _explain(error: OSError, path: Path) -> SaveError:
    if error.errno in _FULL:
        return SaveError(f"The disk is full, so {path.name} was not saved; make room, or save to another disk.")
    if error.errno in _FORBIDDEN:
        return SaveError(f"You may not save in {path.absolute().parent}; save to a folder of your own instead.")
    if error.errno in {errno.ENAMETOOLONG, errno.EINVAL}:
        return SaveError(f"This system does not allow the name {path.name}; save under another name.")
    return SaveError(causes.sentence(f"{path.name} was not saved", error, "try again, or save somewhere else"))


def _free_name(path: Path) -> str:
    number = 2
    while (other := path.with_stem(f"{path.stem} ({number})")).exists():
        number += 1
    return other.name
