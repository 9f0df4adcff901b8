"""Folders that may not be written, folders named for files, and full disks: read what can be read, and say the rest."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest

from clerk.records.trouble import explain
from clerk.store import Store, StoreError
from tests.clerk.command_line import RECORD, Clerk

needs_modes = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


@contextmanager
def as_anybody() -> Iterator[None]:
    """The administrator may write everywhere, so do it as another, who may not see where Python keeps its modules."""
    for name in ("clerk.command_line.capture", "clerk.command_line.meetings", "exports.save"):
        import_module(name)
    administrator = os.geteuid() == 0
    if administrator:
        os.seteuid(65534)
    try:
        yield
    finally:
        if administrator:
            os.seteuid(0)


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A database in a folder where nothing may be written."""
    folder = Path(tempfile.mkdtemp(prefix="clerk-test-"))
    with Store.open(folder / "clerk.db") as store:
        store.add(RECORD)
    (folder / "clerk.db.lock").unlink(missing_ok=True)
    (folder / "clerk.db").chmod(0o444)
    folder.chmod(0o555)
    yield folder / "clerk.db"
    folder.chmod(0o755)
    shutil.rmtree(folder)


@needs_modes
def test_a_folder_to_read_only_is_read(read_only: Path) -> None:
    with as_anybody():
        clerk = Clerk(read_only)
        assert "Northmere" in clerk.ok("list")
        assert "26. Budget" in clerk.ok("show", "1")
        assert "cannot be opened to write" in clerk.sentence("attend", "1", "AE", "present")


@needs_modes
def test_a_log_that_cannot_be_read_there_is_said(read_only: Path) -> None:
    read_only.parent.chmod(0o755)
    read_only.with_name("clerk.db-wal").write_bytes(b"unread")
    read_only.parent.chmod(0o555)
    with as_anybody():
        assert "clerk.db-wal beside it holds what was written last" in Clerk(read_only).sentence("list")


@needs_modes
def test_a_backup_to_a_folder_to_read_only_names_the_folder(read_only: Path) -> None:
    with as_anybody(), Store.open(read_only, write=False) as store, pytest.raises(StoreError) as refused:
        store.backup(read_only.with_name("copy.db"))
    assert str(refused.value).startswith(f"No backup can be written in {read_only.parent}; check")


def test_a_backup_to_a_disk_that_became_read_only_names_the_folder(
    clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise OSError(30, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "unlink", refuse)
    said = clerk.sentence("backup", "copy.db")
    assert said == "Error: No backup can be written in . (Read-only file system)."


def test_a_folder_named_for_a_database_is_said_to_be_one(tmp_path: Path) -> None:
    for words in (("list",), ("show", "1"), ("attend", "1", "A", "present")):
        assert f"{tmp_path} is a folder; name a file in it with --db" in Clerk(tmp_path).sentence(*words)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "free", "full"),
    [
        (sqlite3.SQLITE_FULL, 10**9, True),
        (sqlite3.SQLITE_IOERR_SHMSIZE, 0, True),
        (sqlite3.SQLITE_IOERR_SHMSIZE, 10**9, False),
        (sqlite3.SQLITE_CANTOPEN, 0, True),
        (sqlite3.SQLITE_BUSY, 0, False),
    ],
)
def test_a_full_disk_is_named_whatever_way_it_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, free: int, full: bool
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    assert ("is full" in str(explain(error, tmp_path / "clerk.db"))) is full
