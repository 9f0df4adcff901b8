"""Finding words in the minutes of all meetings."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerk.model import Body, Entry, Item, Meeting, Record
from clerk.records import searching
from clerk.searching import Found, wanted
from clerk.store import Store, StoreError
from tests.clerk.stored import LATER, NOW, row


def minutes(day: date | None, *lines: str, body: str = "Northmere Board", title: str = "Drainage") -> Record:
    """A meeting with one item."""
    item = Item(title, "7", note="Report of the Engineer, to follow", entries=tuple(map(Entry, lines)))
    return Record(Body(body), Meeting(day), (Item("Welcome", "1"), item))


def lines(found: Found) -> list[str]:
    """What was found, with what was searched for in brackets."""
    said = []
    for hit in found.hits:
        text = hit.text
        for start, end in reversed(hit.marks):
            text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
        said.append(text)
    return said


def find(store: Store, typed: str, body: str = "") -> list[str]:
    return lines(store.search(wanted(typed), 50, body))


@pytest.fixture
def archive(store: Store) -> Store:
    """Three meetings, added in another order than that of their days."""
    store.add(minutes(date(2025, 3, 1), "The culvert was blocked.", "- Cllr Siân Example’s culvert too."))
    store.add(minutes(date(2026, 3, 1), "The culverts were cleared.", "N: ask Jo about the culvert"))
    store.add(minutes(date(2024, 3, 1), "R: That the culvert be cleared.", body="Southmere Board"))
    return store


def test_the_newest_meeting_comes_first_and_its_lines_in_order(archive: Store) -> None:
    assert find(archive, "culvert") == [
        "The [culvert]s were cleared.",
        "ask Jo about the [culvert]",
        "The [culvert] was blocked.",
        "Cllr Siân Example’s [culvert] too.",
        "That the [culvert] be cleared.",
    ]


def test_all_words_must_be_in_a_line_and_their_beginnings_are_enough(archive: Store) -> None:
    assert find(archive, "clea culv") == ["The [culv]erts were [clea]red.", "That the [culv]ert be [clea]red."]
    assert find(archive, "ulvert") == []


def test_a_phrase_in_quotation_marks_stands_as_it_is(archive: Store) -> None:
    assert find(archive, '"culvert be"') == ["That the [culvert be] cleared."]
    assert find(archive, "“the culvert” blocked") == ["[The culvert] was [blocked]."]
    assert find(archive, '"be culvert"') == []
    assert find(archive, '"that the cul') == ["[That the cul]vert be cleared."]


def test_accents_and_the_shape_of_an_apostrophe_do_not_matter(archive: Store) -> None:
    assert find(archive, "SIAN example's") == ["Cllr [Siân] [Example’s] culvert too."]


def test_a_hit_says_where_it_stands(archive: Store) -> None:
    private, point = archive.search(wanted("jo"), 9).hits[0], archive.search(wanted("sian"), 9).hits[0]
    assert (private.private, private.line, private.start) == (True, 2, 3)
    assert (point.private, point.number, point.position, point.line, point.cited) == (False, 1, 2, 2, "2(i)")
    assert (point.body, point.date, point.agenda_number, point.title) == (
        "Northmere Board",
        date(2025, 3, 1),
        "7",
        "Drainage",
    )


def test_titles_and_the_agendas_words_are_found(archive: Store) -> None:
    hits = archive.search(wanted("drain"), 9).hits
    assert [(hit.cited, hit.line, hit.text) for hit in hits] == [("2 title", 0, "Drainage")] * 3
    assert find(archive, "engineer drainage")[0] == "[Drainage] Report of the [Engineer], to follow"


def test_one_body_can_be_searched_by_any_name_it_had(archive: Store) -> None:
    archive.rename_body(archive.body("Southmere Board").body.id, "Southmere Panel", date(2026, 1, 1))
    assert find(archive, "culvert", "Southmere Board") == find(archive, "culvert", "southmere panel")
    assert find(archive, "culvert", "Southmere Panel") == ["That the [culvert] be cleared."]
    with pytest.raises(StoreError, match="no body called Nobody"):
        find(archive, "culvert", "Nobody")


def test_what_is_changed_is_found_as_it_is_now(archive: Store) -> None:
    item = row(archive, 1, "Drainage")
    find(archive, "culvert")
    archive.save_page(item, "The sluice was blocked.\nThe weir was whole.", NOW)
    assert find(archive, "sluice") == ["The [sluice] was blocked."]
    assert find(archive, "blocked culvert") == []
    archive.save_page(item, "The weir was whole.", LATER)
    assert find(archive, "sluice") == []
    archive.save_page(item, "The weir was whole.\nThe sluice was blocked.", LATER)
    assert find(archive, "sluice") == ["The [sluice] was blocked."]


def test_a_reader_finds_what_was_written_since_the_index_was_made(archive: Store) -> None:
    find(archive, "culvert")
    archive.save_page(row(archive, 1, "Drainage"), "The sluice was blocked.", NOW)
    with Store.open(archive.path, write=False) as reading:
        assert find(reading, "sluice") == ["The [sluice] was blocked."]
        assert "The [culvert] was blocked." not in find(reading, "culvert")


def test_an_item_taken_out_with_its_lines_is_found_no_more(archive: Store) -> None:
    find(archive, "culvert")
    with archive.transaction() as db:
        db.execute("delete from item where id = ?", (row(archive, 2, "Drainage"),))
    assert not [hit for hit in archive.search(wanted("culvert"), 9).hits if hit.number == 2]
    with archive.transaction() as db:
        db.execute("delete from meeting where id = 1")
    assert find(archive, "culvert") == ["That the [culvert] be cleared."]


def test_a_meeting_moved_to_another_day_is_found_in_its_new_place(archive: Store) -> None:
    find(archive, "culvert")
    with archive.transaction() as db:
        db.execute("update meeting set date = '2027-01-01' where id = 3")
    assert find(archive, "culvert")[0] == "That the [culvert] be cleared."
    assert archive.search(wanted("culvert"), 1) == replace(archive.search(wanted("culvert"), 1), more=True)


def test_without_an_index_the_minutes_are_read(archive: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    found = {words: archive.search(wanted(words), 50) for words in ("culvert", '"the culvert"', "siân", "drainage")}
    monkeypatch.setattr(searching, "available", lambda _: False)
    archive.save_page(row(archive, 1, "Welcome"), "Members were welcomed.", NOW)
    assert {words: archive.search(wanted(words), 50) for words in found} == found
    assert find(archive, "welcomed") == ["Members were [welcomed]."]


def test_a_damaged_index_is_made_anew(archive: Store) -> None:
    before = find(archive, "culvert")
    with archive.transaction() as db:
        db.execute("update search_index_data set block = x'00' where id > 1")
    assert find(archive, "culvert") == before
    archive.save_page(row(archive, 1, "Welcome"), "A new line.", NOW)
    assert find(archive, "new line") == ["A [new] [line]."]
    assert find(archive, "culvert") == before


def test_saving_goes_on_when_the_index_cannot_be_used(archive: Store) -> None:
    with archive.transaction() as db:
        db.execute("drop table search_index")
        db.execute("create table search_index(other)")
    archive.close_meeting(1, datetime(2026, 6, 19, 12))
    assert archive.record(1).meeting.state.over


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=30), st.text('"*-():^[]{}+.,;AND OR NOT NEAR/ab culvert☃\0', max_size=30)))
def test_whatever_is_typed_is_no_error(archive: Store, typed: str) -> None:
    found = archive.search(wanted(typed), 5)
    assert all(hit.marks for hit in found.hits)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=20).filter(lambda text: any(each.isalpha() and each.isascii() for each in text)))
def test_a_line_is_found_by_itself(store: Store, text: str) -> None:
    item = row(store, store.add(minutes(None, "x")), "Drainage")
    kept = store.save_page(item, f"> {text}".replace("\n", " "), NOW)
    words = kept[0].line[2:].replace('"', " ")
    if any(each.isalnum() for each in words):
        assert any(hit.kind == "quotation" for hit in store.search(wanted(words), 50).hits)


def test_signs_are_found_though_no_index_holds_them(archive: Store) -> None:
    archive.save_page(row(archive, 1, "Welcome"), "A prize 🏆 was given [sic].", NOW)
    assert find(archive, "🏆") == ["A prize [🏆] was given [sic]."]
    assert find(archive, "prize [") == ["A [prize] 🏆 was given [[]sic]."]


def test_the_index_of_an_older_database_is_made_when_it_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with Store.open(path) as store:
        store.add(minutes(date(2025, 3, 1), "The culvert was blocked."))
    with closing(sqlite3.connect(path)) as db, db:
        triggers = db.execute("select name from sqlite_schema where type = 'trigger'").fetchall()
        for (name,) in triggers:
            db.execute(f"drop trigger {name}")
        for table in ("search_index", "search_pending", "tidied"):
            db.execute(f"drop table {table}")
        db.execute("delete from _sqlite_migrations where name = 'm009_searching'")
    with Store.open(path) as store:
        assert find(store, "culvert") == ["The [culvert] was blocked."]
