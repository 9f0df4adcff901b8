"""Putting a backup back in the place of the database."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from clerk.records import database
from clerk.store import Store
from tests.clerk.command_line import RECORD, Clerk


@pytest.fixture
def backed_up(clerk: Clerk) -> Clerk:
    """One meeting in a backup, two in the database."""
    clerk.ok("backup", "backup.db")
    with Store.open(clerk.db) as store:
        store.add(RECORD)
    return clerk


def kept(clerk: Clerk) -> list[Path]:
    return sorted(clerk.db.parent.glob("clerk before restore *.db"))


def count(clerk: Clerk) -> int:
    with Store.open(clerk.db, write=False) as store:
        return len(store.meetings())


def test_a_backup_takes_the_place_of_the_database_and_back_again(backed_up: Clerk) -> None:
    said = backed_up.ok("restore", "backup.db")
    (before,) = kept(backed_up)
    assert "1 meeting." in said
    assert f'clerk --db "{backed_up.db}" restore "{before}"' in said
    assert count(backed_up) == 1
    backed_up.ok("restore", str(before))
    assert count(backed_up) == 2
    assert before.exists()
    assert len(kept(backed_up)) == 2


def test_what_the_log_beside_the_database_held_is_kept_too(backed_up: Clerk) -> None:
    with closing(database.connect(backed_up.db, write=True)) as db:
        # As after a crash: committed, and only in the log.
        db.execute("pragma wal_autocheckpoint = 0")
        db.execute("update meeting set venue = 'Only in the log' where id = 2")
        log = backed_up.db.with_name("clerk.db-wal").read_bytes()
        file = backed_up.db.read_bytes()
    backed_up.db.write_bytes(file)
    backed_up.db.with_name("clerk.db-wal").write_bytes(log)
    backed_up.ok("restore", "backup.db")
    backed_up.ok("restore", str(kept(backed_up)[0]))
    assert backed_up.record(2).meeting.venue == "Only in the log"
    assert backed_up.record(1).meeting.venue == ""


def test_where_there_is_no_database_the_backup_becomes_it(backed_up: Clerk, tmp_path: Path) -> None:
    fresh = Clerk(tmp_path / "new" / "clerk.db")
    assert "kept" not in fresh.ok("restore", "backup.db")
    assert count(fresh) == 1


def test_a_damaged_database_is_replaced_and_kept_as_it_was(backed_up: Clerk) -> None:
    backed_up.db.write_bytes(b"not a database at all, but somebody's shopping list")
    backed_up.ok("restore", "backup.db")
    assert count(backed_up) == 1
    assert kept(backed_up)[0].read_bytes().startswith(b"not a database")


def test_it_is_refused_while_the_app_has_the_database_open(backed_up: Clerk) -> None:
    with Store.open(backed_up.db):
        assert "Another Clerk" in backed_up.sentence("restore", "backup.db")
    with Store.open(backed_up.db, write=False) as reading:
        reading.meetings()
        assert "reading" in backed_up.sentence("restore", "backup.db")
    assert count(backed_up) == 2
    assert not kept(backed_up)


def _another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("create table shopping(item)")


def _newer(path: Path) -> None:
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("insert into _sqlite_migrations(migration_set, name, applied_at) values ('clerk', 'm999', '')")


def _cut(path: Path) -> None:
    with Store.open(path) as store:
        for _ in range(20):
            store.add(RECORD)
    path.write_bytes(path.read_bytes()[:-20000])


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (_another_program, "not a backup of Clerk's"),
        (lambda path: path.write_bytes(b""), "not a backup of Clerk's"),
        (lambda path: path.write_bytes(b"Dear all, " * 500), "not a backup of Clerk's"),
        (_newer, "newer Clerk"),
        (_cut, "damaged"),
        (lambda path: None, "There is no file"),
        (lambda path: path.mkdir(), "There is no file"),
    ],
)
def test_what_is_no_whole_backup_changes_nothing(backed_up: Clerk, made: object, said: str) -> None:
    bad = backed_up.db.parent / "bad.db"
    made(bad)  # type: ignore[operator]
    before = backed_up.db.read_bytes()
    assert said in backed_up.sentence("restore", str(bad))
    assert backed_up.db.read_bytes() == before
    assert not kept(backed_up)
    assert not list(backed_up.db.parent.glob("*.restoring*"))


def test_the_database_itself_is_no_backup(backed_up: Clerk) -> None:
    assert "is the database itself" in backed_up.sentence("restore", str(backed_up.db))
