"""Drives shared by several computers, and files that another program holds, as Windows and macOS have them."""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from clerk import folders
from clerk.folders import documents_folder, is_shared, put_in_place
from clerk.records.database import address
from clerk.store import Store
from tests.clerk.command_line import RECORD, Clerk

ONEDRIVE = {"OneDriveCommercial": r"C:\Users\jt\OneDrive - Northmere", "OneDrive": ""}


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        (r"\\server\minutes\clerk.db", True),
        (r"C:\Users\jt\AppData\Local\Clerk\clerk.db", False),
        (r"c:\users\JT\onedrive - northmere\Minutes\clerk.db", True),
        (r"C:\Users\jt\OneDrive - Northmere old\clerk.db", False),
    ],
)
def test_a_network_drive_and_onedrive_are_known_on_windows(path: str, shared: bool) -> None:
    assert is_shared(PureWindowsPath(path), ONEDRIVE, "win32") is shared


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        ("/Volumes/Minutes/clerk.db", True),
        ("/Users/jt/Library/CloudStorage/OneDrive-Northmere/clerk.db", True),
        ("/Users/jt/Library/Mobile Documents/com~apple~CloudDocs/clerk.db", True),
        ("/Users/jt/Library/Application Support/Clerk/clerk.db", False),
    ],
)
def test_a_volume_and_a_synced_folder_are_known_on_macos(path: str, shared: bool) -> None:
    assert is_shared(PurePosixPath(path), {}, "darwin") is shared
    assert is_shared(PurePosixPath(path), {}, "linux") is False


def test_a_database_on_a_shared_drive_is_one_file_at_every_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clerk.records.database.is_shared", lambda path: True)
    with Store.open(tmp_path / "clerk.db") as store:
        store.add(RECORD)
        assert not (tmp_path / "clerk.db-wal").exists()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (PureWindowsPath(r"\\server\the minutes\clerk#1.db"), "file:////server/the%20minutes/clerk%231.db"),
        (PureWindowsPath(r"C:\Users\Zoë\clerk.db"), "file:///C:/Users/Zo%C3%AB/clerk.db"),
        (PurePosixPath("/home/jt/50%?.db"), "file:///home/jt/50%25%3F.db"),
    ],
)
def test_sqlite_is_told_every_path_as_it_takes_it(path: PurePath, said: str) -> None:
    assert address(path) == said


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_sqlite_opens_a_file_by_its_address(tmp_path: Path) -> None:
    path = tmp_path / "50% of #1? – Zoë.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("create table t(a)")
    with closing(sqlite3.connect(f"{address(path)}?mode=ro", uri=True)) as db:
        assert db.execute("select name from sqlite_schema").fetchall() == [("t",)]


class Held:
    """``os.replace`` while another program has the file, for so many tries."""

    def __init__(self, tries: int) -> None:
        self.left = tries
        self._replace = os.replace

    def __call__(self, part: Path, path: Path) -> None:
        if self.left:
            self.left -= 1
            raise PermissionError(errno.EACCES, "The process cannot access the file", str(path))
        self._replace(part, path)


@pytest.fixture
def part(tmp_path: Path) -> Path:
    (tmp_path / "part").write_bytes(b"new")
    (tmp_path / "whole").write_bytes(b"old")
    return tmp_path / "part"


def test_a_file_that_a_virus_scanner_looks_at_is_put_in_its_place_when_it_has_done(
    part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "replace", Held(3))
    put_in_place(part, part.with_name("whole"))
    assert part.with_name("whole").read_bytes() == b"new"


@pytest.mark.parametrize(("system", "patience"), [("win32", 0.1), ("linux", 10**6)])
def test_a_file_that_stays_open_is_left_as_it_was(
    part: Path, monkeypatch: pytest.MonkeyPatch, system: str, patience: float
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(folders, "_HELD", patience)
    monkeypatch.setattr(os, "replace", Held(10**6))
    with pytest.raises(PermissionError):
        put_in_place(part, part.with_name("whole"))
    assert part.with_name("whole").read_bytes() == b"old"


def test_a_database_or_backup_that_is_held_stays_as_it_was(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    clerk.ok("backup", "good.db")
    before = clerk.db.read_bytes()
    monkeypatch.setattr(os, "replace", Held(10**6))
    assert "No backup can be written in" in clerk.sentence("backup", "another.db")
    assert clerk.sentence("restore", "good.db").startswith("Error: ")
    assert clerk.db.read_bytes() == before
    left = {path.name for path in clerk.db.parent.iterdir()}
    assert left <= {"clerk.db", "clerk.db.lock", "good.db"}


def test_documents_are_where_windows_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path)
    assert documents_folder() == tmp_path
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path / "gone")
    assert documents_folder() == Path.home()
