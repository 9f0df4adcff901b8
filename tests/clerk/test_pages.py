"""The minute of an item: its lines keep who they are, and earlier wordings are kept."""

from __future__ import annotations

import sqlite3
from datetime import timedelta

import pytest

from clerk.model import (
    Place,
)
from clerk.store import Store, StoreError
from tests.clerk.stored import LATER, NOW, meeting_of, row


def test_lines_keep_their_identity_and_the_time_they_were_written(store: Store) -> None:
    item = row(store, store.add(meeting_of("a")), "a")
    first = store.save_page(item, "one\nA: AE: call the school\nthree", NOW)
    second = store.save_page(item, "zero\none\nA: AE: call the school by May\nthree", LATER)
    assert [entry.id for entry in second[1:]] == [entry.id for entry in first]
    assert [(entry.written, entry.changed) for entry in second] == [
        (LATER, None),
        (NOW, None),
        (NOW, LATER),
        (NOW, None),
    ]
    assert store.wordings(second[2].id) == [(NOW, "A: AE: call the school")]


def test_a_line_cut_and_pasted_back_is_the_same_line(store: Store) -> None:
    item = row(store, store.add(meeting_of("a")), "a")
    first = store.save_page(item, "one\ntwo\nthree", NOW)
    store.save_page(item, "one\nthree", LATER)
    third = store.save_page(item, "one\nthree\ntwo", LATER)
    assert [entry.id for entry in third] == [first[0].id, first[2].id, first[1].id]
    assert third[2].written == NOW


def test_an_empty_page_has_no_lines_and_what_it_held_is_kept(store: Store) -> None:
    number = store.add(meeting_of("a"))
    item = row(store, number, "a")
    (entry,) = store.save_page(item, "agreed", NOW)
    assert store.save_page(item, " \n", LATER) == ()
    assert store.record(number).items[0].entries == ()
    assert store.save_page(item, "agreed", LATER)[0].id == entry.id


def test_typing_keeps_no_half_words_but_every_pause(store: Store) -> None:
    item = row(store, store.add(meeting_of("a")), "a")
    now = NOW
    for page in ("Th", "The Bo", "The Board", "The Board a", "The Board agreed"):
        (entry,) = store.save_page(item, page, now)
        now += timedelta(seconds=6 if page == "The Board" else 0.3)
    assert [line for _, line in store.wordings(entry.id)] == ["The Board"]


def test_the_place_is_kept_with_the_page(store: Store) -> None:
    number = store.add(meeting_of("a", "b"))
    assert store.place(number) is None
    place = Place(row(store, number, "b"), 3, 7)
    store.save_page(place.item_id, "x", NOW, place)
    assert store.place(number) == place
    store.set_place(number, place._replace(line=0))
    assert store.place(number) == place._replace(line=0)
    with pytest.raises(StoreError):
        store.set_place(number, Place(999))


def test_a_page_of_an_item_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="no such item"):
        store.save_page(999, "x", NOW)


def test_a_failure_half_way_changes_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    number = store.add(meeting_of("a"))
    item = row(store, number, "a")
    store.save_page(item, "one\ntwo", NOW)

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("clerk.records.meetings.set_place", full)
        with pytest.raises(StoreError, match="disk is full"):
            store.save_page(item, "ONE\ntwo\nthree", LATER, Place(item))
    assert store.record(number).items[0].text == "one\ntwo"
    assert [entry.line for entry in store.save_page(item, "one\ntwo\nfour", LATER)] == ["one", "two", "four"]
    assert store.record(number).items[0].text == "one\ntwo\nfour"
