"""The database is brought up to date with a copy beside it, and one from the future is left alone."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from clerk import migrations
from clerk.model import Body, Declaration, Entry, Item, Meeting, Movement, Presence, Record
from clerk.records import database
from clerk.records.steps import m001_the_record
from clerk.store import Store, StoreError
from clerk.terms import Attendance, ItemState, MeetingState, MovementKind, Outcome

RECORD = Record(Body("Northmere Board"), Meeting())


@pytest.fixture(autouse=True)
def made_once() -> None:
    """Here a new database is made by Clerk, and is not a copy of one as in all other tests."""


def _query(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(sql).fetchall()


def test_the_names_told_apart_are_those_of_the_migrations() -> None:
    empty = Database(memory=True, execute_plugins=False)
    assert tuple(step.name for step in migrations.migrations.pending(empty)) == database.MIGRATIONS
    empty.close()


def test_a_new_database_is_what_the_migrations_make_of_an_empty_one(tmp_path: Path) -> None:
    Store.open(tmp_path / "new.db").close()
    brought = Database(tmp_path / "brought.db", execute_plugins=False)
    migrations.migrations.apply(brought)
    brought.close()
    schema = "select type, name, tbl_name, sql from sqlite_schema order by type, name"
    assert _query(tmp_path / "new.db", schema) == _query(tmp_path / "brought.db", schema)
    new = Database(tmp_path / "new.db", execute_plugins=False)
    assert not migrations.migrations.pending(new)
    new.close()


def test_every_table_is_strict_and_marked_as_clerks(tmp_path: Path) -> None:
    path = tmp_path / "clerk.db"
    Store.open(path).close()
    tables = _query(path, "select name, sql from sqlite_schema where type = 'table' and name not like '%sqlite%'")
    assert len(tables) == 24
    assert all(str(sql).rstrip().lower().endswith("strict") for _, sql in tables)
    assert _query(path, "pragma application_id") == [(database.APPLICATION,)]


def test_every_foreign_key_has_an_index(tmp_path: Path) -> None:
    path = tmp_path / "clerk.db"
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as db:
        tables = [name for (name,) in db.execute("select name from sqlite_schema where type = 'table'")]
        for table in tables:
            indexed = {("rowid",)} | {
                tuple(row[2] for row in db.execute(f"pragma index_info('{index[1]}')"))
                for index in db.execute(f"pragma index_list('{table}')")
            }
            primary = {row[1] for row in db.execute(f"pragma table_info('{table}')") if row[5]}
            for key in db.execute(f"pragma foreign_key_list('{table}')").fetchall():
                assert key[3] in primary | {columns[0] for columns in indexed}, (table, key[3])


def test_a_database_from_a_newer_clerk_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "clerk.db"
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("insert into _sqlite_migrations(migration_set, name, applied_at) values ('clerk', 'm999_more', 'x')")
    before = path.read_bytes()
    for write in (True, False):
        with pytest.raises(StoreError, match="newer Clerk"):
            Store.open(path, write=write)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("create table bookmark(id)")
    with pytest.raises(StoreError, match="another program"):
        Store.open(path)
    assert _query(path, "select name from sqlite_schema") == [("bookmark",)]


def test_an_older_database_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "clerk.db"
    with Store.open(path) as store:
        store.add(RECORD)
    steps = Migrations("clerk")
    steps(name=database.MIGRATIONS[0])(m001_the_record)

    @steps()
    def m002_mood(db: Database) -> None:
        db.execute("alter table meeting add column mood text")

    known = (*database.MIGRATIONS, "m002_mood")
    with closing(database.connect(path, write=True)) as db:
        waiting = database.pending(db, path, known)
        assert waiting == ["m002_mood"]
        migrations.upgrade(db, path, waiting, steps)
        assert database.pending(db, path, known) == []
        assert db.execute("pragma foreign_keys").fetchone() == (1,)
    assert _query(path, "select id, mood from meeting") == [(1, None)]
    with Store.open(tmp_path / "clerk before m002_mood.db", write=False) as copy:
        assert copy.record(1) == RECORD


def test_a_database_of_the_first_clerk_opens_with_all_it_held(tmp_path: Path) -> None:
    path = tmp_path / "clerk.db"
    _first_database(path)
    with closing(sqlite3.connect(path)) as db, db:
        db.executescript("""
            insert into body values (1, 'committee', 'Board', 'Chairman', 3, 'county');
            insert into body_name values (1, 1, 'Northmere Board', 'northmere board', '');
            insert into meeting(id, body_id, state, first_minute) values (1, 1, 'in session', 24);
            insert into item(id, meeting_id, position, agenda_order, agenda_number, title, kind, state)
                values (5, 1, 1, 1, '7', 'Budget', 'ordinary', 'open');
            insert into entry(item_id, position, line) values (5, 0, 'R: that it be noted');
            insert into presence(meeting_id, position, name, capacity, status)
                values (1, 1, 'Cllr A. Example', 'member', 'apologies');
            insert into declaration(id, meeting_id, name, outcome, made_at) values (9, 1, 'Cllr A. Example', 'left', 5);
            insert into declaration_item(declaration_id, item_id) values (9, 5);
        """)
    item = Item("Budget", "7", state=ItemState.OPEN, entries=(Entry("R: that it be noted"),))
    meeting = Meeting(state=MeetingState.IN_SESSION, first_minute=24)
    roll = (Presence("Cllr A. Example", status=Attendance.APOLOGIES),)
    declared = (Declaration("Cllr A. Example", items=(1,), outcome=Outcome.LEFT, made_at=1),)
    with Store.open(path) as store:
        assert store.record(1) == Record(
            Body("Northmere Board", noun="Board", quorum=3), meeting, (item,), roll, declared
        )
        store.move(1, Movement("Cllr A. Example", MovementKind.ARRIVED, datetime(2026, 6, 19, 10, 20), 1))
        assert [person.attending for person in store.record(1).presence] == [True]
    assert _query(tmp_path / "clerk before m002_movements_and_breaks.db", "select title from item") == [("Budget",)]


def test_an_empty_database_of_the_first_clerk_can_be_used(tmp_path: Path) -> None:
    path = tmp_path / "clerk.db"
    _first_database(path)
    with Store.open(path) as store:
        assert store.meetings() == []
        assert store.record(store.add(RECORD)) == RECORD


def _first_database(path: Path) -> None:
    """A database as the first Clerk made it."""
    steps = Migrations("clerk")
    steps(name=database.MIGRATIONS[0])(m001_the_record)
    with closing(database.connect(path, write=True)) as db:
        db.execute(f"pragma application_id = {database.APPLICATION}")
        migrations.upgrade(db, path, [database.MIGRATIONS[0]], steps)


def test_a_step_that_fails_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "clerk.db"
    with Store.open(path) as store:
        store.add(RECORD)
    steps = Migrations("clerk")
    steps(name=database.MIGRATIONS[0])(m001_the_record)

    @steps()
    def m002_wrong(db: Database) -> None:
        db.execute("drop table presence")
        db.execute("alter table nowhere add column x")

    with closing(database.connect(path, write=True)) as db, pytest.raises(sqlite3.OperationalError):
        migrations.upgrade(db, path, ["m002_wrong"], steps)
    with Store.open(path) as store:
        assert store.record(1) == RECORD


def test_an_older_database_is_not_brought_up_to_date_by_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "clerk.db"
    path.touch()
    with pytest.raises(StoreError, match="older Clerk"):
        Store.open(path, write=False)
    assert path.stat().st_size == 0


@pytest.mark.parametrize("there", [True, False], ids=["up to date", "new"])
def test_opening_a_database_that_is_up_to_date_or_new_does_not_load_sqlite_utils(tmp_path: Path, there: bool) -> None:
    path = tmp_path / "clerk.db"
    if there:
        Store.open(path).close()
    script = (
        "import sys; from pathlib import Path; from clerk.store import Store\n"
        "with Store.open(Path(sys.argv[1])) as store: store.meetings()\n"
        "print(sorted({'sqlite_utils', 'docx', 'lxml', 'textual'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
