"""The store: what is put in comes out, whatever it is, and is safe on the disk."""

from __future__ import annotations

import re
import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerk.language.text import clean
from clerk.model import (
    Body,
    Document,
    Entry,
    Item,
    Meeting,
    Record,
)
from clerk.store import Store, StoreError
from tests.clerk.hostile import records, texts
from tests.clerk.stored import BOARD, NOW, meeting_of, row, titles


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records())
def test_any_meeting_comes_out_as_it_went_in(store: Store, record: Record) -> None:
    record = replace(record, body=replace(record.body, name=f"{record.body.name}{time.monotonic_ns()}"))
    back = store.record(store.add(record))
    assert back == record
    assert [d.made for d in back.declarations] == [d.made for d in record.declarations]
    for item, again in zip(record.items, back.items, strict=True):
        assert [e.changed for e in item.entries] == [e.changed for e in again.entries]
        assert all(e.written and e.id for e in again.entries)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(texts, max_size=6).map("\n".join))
def test_any_page_comes_out_as_it_was_typed(store: Store, page: str) -> None:
    number = store.add(meeting_of("a"))
    entries = store.save_page(row(store, number, "a"), page, NOW)
    item = store.record(number).items[0]
    assert item.entries == entries
    assert item.text == ("" if not clean(page).strip() else clean(page))


def test_a_body_is_found_by_any_name_it_has_had_whatever_the_capitals(store: Store) -> None:
    first = store.add(meeting_of("a"))
    body = store.record(first).body
    with store.transaction() as db:
        db.execute(
            "insert into body_name(body_id, name, folded, since) values (?, 'Care Board', 'care board', '2027-01-01')",
            (body.id,),
        )
    old = store.add(replace(meeting_of("b", day=date(2026, 12, 31)), body=Body("NORTHMERE wellbeing board")))
    new = store.add(replace(meeting_of("c", day=date(2027, 1, 1)), body=Body("care BOARD")))
    undated = store.add(meeting_of("d", day=None))
    names = {summary.number: summary.body for summary in store.meetings()}
    assert names == {first: BOARD.name, old: BOARD.name, new: "Care Board", undated: "Care Board"}
    assert store.record(new).body.id == body.id


def test_a_meeting_without_a_body_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="--body"):
        store.add(Record(Body("  "), Meeting()))
    assert store.meetings() == []


def test_meetings_are_listed_newest_first_and_the_undated_before_all(store: Store) -> None:
    days = [date(2025, 1, 1), None, date(2026, 1, 1), date(2026, 1, 1)]
    numbers = [store.add(meeting_of("a", "PART", "b", day=day)) for day in days]
    assert [summary.number for summary in store.meetings()] == [numbers[1], numbers[3], numbers[2], numbers[0]]
    assert [summary.number for summary in store.meetings(limit=1)] == [numbers[1]]
    assert {summary.items for summary in store.meetings()} == {2}


def test_a_meeting_that_is_not_there_is_said_in_a_sentence(store: Store) -> None:
    for ask in (store.record, store.reopen_meeting, lambda number: store.open_meeting(number, NOW)):
        with pytest.raises(StoreError, match=r"^There is no meeting 9; clerk list shows them\.$"):
            ask(9)


def test_a_backup_is_whole_and_is_never_written_over_a_file(store: Store, tmp_path: Path) -> None:
    number = store.add(meeting_of("a"))
    store.save_page(row(store, number, "a"), "agreed", NOW)
    copy = tmp_path / "copy.db"
    store.backup(copy)
    with Store.open(copy, write=False) as opened:
        assert opened.record(number) == store.record(number)
    with pytest.raises(StoreError, match="there already"):
        store.backup(copy)
    with pytest.raises(StoreError):
        store.backup(tmp_path / "nowhere" / "copy.db")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.db", "deep"]


def test_a_database_that_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no database"):
        Store.open(tmp_path / "none.db", write=False)
    assert list(tmp_path.iterdir()) == []


def test_every_commit_is_on_the_disk(store: Store) -> None:
    with store.transaction() as db:
        assert db.execute("pragma synchronous").fetchone() == (2,)
        assert db.execute("pragma foreign_keys").fetchone() == (1,)
        assert db.execute("pragma journal_mode").fetchone()[0] in ("wal", "delete")


def test_an_archive_is_never_read_through(store: Store) -> None:
    from clerk.records import items, meetings, pages

    for _ in range(3):
        store.add(replace(meeting_of("a", "b"), items=(Item("a", documents=(Document(),), entries=(Entry("x"),)),)))
    queries = [meetings._NEWEST, meetings._ONE, items._ITEMS, items._DOCUMENTS, pages._PAGE, pages._PAGES]
    with store.transaction() as db:
        for query in queries:
            plan = [row[3] for row in db.execute(f"explain query plan {query}", (1,))]
            scanned = [step for step in plan if re.match(r"SCAN (?!meeting USING INDEX meeting_newest)", step)]
            assert not scanned, (query, plan)
            assert not [step for step in plan if "TEMP B-TREE FOR ORDER BY" in step and "NEWEST" in query]


def test_loading_a_meeting_takes_as_many_queries_whatever_its_size(store: Store) -> None:
    def queries(number: int) -> int:
        seen: list[str] = []
        store._db.set_trace_callback(seen.append)
        store.record(number)
        store._db.set_trace_callback(None)
        return len(seen)

    small, large = store.add(meeting_of("a")), store.add(meeting_of(*"abcdefghij"))
    assert queries(small) == queries(large) <= 14


def test_only_the_store_and_its_records_speak_sql() -> None:
    root = Path(__file__).parents[2]
    allowed = {"clerk/store.py", "clerk/storing/part.py", "clerk/migrations.py"}
    speak = re.compile(r"\.execute(?:many|script)?\(|\bsqlite3\.connect\b|\.conn\b")
    for folder in ("clerk", "exports", "screens"):
        for path in (root / folder).rglob("*.py"):
            name = path.relative_to(root).as_posix()
            if name not in allowed and not name.startswith("clerk/records/"):
                assert not speak.search(path.read_text(encoding="utf-8")), name
    for path in [root / "clerk/migrations.py", *(root / "clerk/records").glob("*.py")]:
        assert not re.search(r"\.conn\b", path.read_text(encoding="utf-8")), path.name


def test_a_writer_that_died_half_way_leaves_a_whole_database(tmp_path: Path) -> None:
    path = tmp_path / "clerk.db"
    with Store.open(path) as store:
        store.add(meeting_of("a"))
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("begin immediate")
        db.execute("update item set title = 'half'")
    with Store.open(path) as store:
        assert titles(store, 1) == "a"
