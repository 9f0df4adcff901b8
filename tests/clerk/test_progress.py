"""An action keeps its number and its history while its line is reworded, moved, deleted and brought back."""

from __future__ import annotations

from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Migrations

from clerk import migrations
from clerk.actions.noted import actions_of
from clerk.actions.progress import ActionStatus, continued, words_of
from clerk.importers.own import json_file as clerk_json
from clerk.own_files.as_json import dumps
from clerk.records import database
from clerk.records.steps import STEPS
from clerk.store import Store, StoreError
from tests.clerk.stored import LATER, NOW, meeting_of, row

TWO = "Talks went on. {KL>would ask the school}, and {MC>would ring the bus company}."


@pytest.fixture
def item(store: Store) -> int:
    """An item of a meeting."""
    return row(store, store.add(meeting_of("Buses")), "Buses")


def _type(store: Store, item: int, *lines: str) -> list[tuple[int, str, str]]:
    """Save a page, and return the number, status and words of its actions as the record then has them."""
    saved = store.save_page(item, "\n".join(lines), NOW)
    told = [(each.number, each.status.value, each.words) for entry in saved for each in entry.standings]
    stored = [(each.number, each.status.value, each.progress) for each in actions_of(store.record(1))]
    assert [each[:2] for each in stored] == [each[:2] for each in told]
    return told


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("A: KL: check", ("KL: check",)),
        ("a:kl: check {x}", ("kl: check x",)),
        ("A: ", ()),
        ("Prose {KL>to check} and {MC>to ask}.", ("KL to check", "MC to ask")),
        (r"Prose \{KL>to check\}", ()),
        ("N: {KL>to check}", ()),
        ("Q: {KL>to check}", ()),
        ("R: that {KL>check}", ("KL check",)),
    ],
)
def test_the_actions_of_a_line_are_told_by_their_words(line: str, words: tuple[str, ...]) -> None:
    assert words_of(line) == words


@pytest.mark.parametrize(
    ("old", "new", "partners"),
    [
        (["a b c"], ["x y z"], [0]),
        (["ask the school", "ring the bus company"], ["ring the bus company"], [1]),
        (["ring the bus company"], ["ask the school", "ring the buses"], [None, 0]),
        (["a b c"], ["x y z", "u v w"], [None, None]),
        ([], ["x"], [None]),
    ],
)
def test_an_action_in_other_words_is_known_again(old: list[str], new: list[str], partners: list[int | None]) -> None:
    assert continued(old, new) == partners


def test_an_action_typed_letter_by_letter_is_one_action(store: Store, item: int) -> None:
    for length in range(3, 30):
        told = _type(store, item, "A: KL: ask the school for figures"[: length + 1])
    assert [number for number, *_ in told] == [1]


def test_what_was_reported_survives_rewording(store: Store, item: int) -> None:
    _type(store, item, "A: KL: ask the school", "A: MC: ring the bus company")
    store.report_progress([2], LATER, status=ActionStatus.COMPLETED, note="Rang [sic] on Monday")
    told = _type(store, item, "A new line", "A: KL: ask both schools", "A: Mo Carr: telephone the bus company again")
    assert [each[:2] for each in told] == [(1, "open"), (2, "completed")]
    assert actions_of(store.record(1))[1].progress == "Rang [sic] on Monday"


def test_of_several_actions_in_a_line_each_keeps_its_own(store: Store, item: int) -> None:
    _type(store, item, TWO)
    store.report_progress([2], LATER, status=ActionStatus.COMPLETED)
    first = TWO.replace("Talks", "{IN>agreed to write}. Talks")
    assert [each[:2] for each in _type(store, item, first)] == [(3, "open"), (1, "open"), (2, "completed")]
    only = TWO.replace("{KL>would ask the school}", "Cllr Lowe would ask the school")
    assert [each[:2] for each in _type(store, item, only)] == [(2, "completed")]
    assert [each[:2] for each in _type(store, item, TWO)] == [(1, "open"), (2, "completed")]


def test_a_deleted_action_is_not_shown_but_its_history_is_kept(store: Store, item: int) -> None:
    _type(store, item, "A: KL: ask", "Text")
    store.report_progress([1], LATER, note="Asked twice")
    assert _type(store, item, "Text") == []
    assert store.actions(NOW.date(), open_only=False) == []
    told = store.action_history(1)
    assert not told.shown
    assert [change.note for change in told.changes] == ["Asked twice"]
    with pytest.raises(StoreError, match="taken out of the minutes"):
        store.report_progress([1], LATER, status=ActionStatus.COMPLETED)
    assert _type(store, item, "Text", "A: KL: ask") == [(1, "open", "KL: ask")]
    assert actions_of(store.record(1))[0].progress == "Asked twice"


def test_a_line_made_prose_and_an_action_again_is_the_same_action(store: Store, item: int) -> None:
    _type(store, item, "A: KL: ask the school")
    store.report_progress([1], LATER, status=ActionStatus.DROPPED)
    assert _type(store, item, "KL: ask the school") == []
    assert _type(store, item, "A: KL: ask the school")[0][:2] == (1, "no longer required")


def test_the_page_last_saved_does_not_bring_back_an_old_status(store: Store, item: int) -> None:
    _type(store, item, "A: KL: ask the school")
    store.report_progress([1], LATER, status=ActionStatus.COMPLETED)
    assert _type(store, item, "A: KL: ask the schools")[0][:2] == (1, "completed")


def test_a_report_for_several_is_all_or_nothing(store: Store, item: int) -> None:
    _type(store, item, "A: KL: ask", "A: MC: ring")
    with pytest.raises(StoreError, match="no action 9"):
        store.report_progress([1, 9], LATER, status=ActionStatus.COMPLETED)
    assert [each.action.number for each in store.actions(NOW.date())] == [1, 2]
    assert store.action_history(1).changes == ()


def test_every_report_is_kept_in_order(store: Store, item: int) -> None:
    _type(store, item, "A: KL: ask")
    store.report_progress([1], NOW, note="Asked")
    store.report_progress([1], LATER, status=ActionStatus.COMPLETED, day=NOW.date() - timedelta(days=3))
    store.report_progress([1], LATER, status=ActionStatus.OPEN, note="")
    told = [(change.status.value, change.note) for change in store.action_history(1).changes]
    assert told == [("open", "Asked"), ("completed", "Asked"), ("open", "")]


def test_json_read_back_has_the_actions_open_under_new_numbers(store: Store, item: int) -> None:
    _type(store, item, "A: KL: ask")
    store.report_progress([1], LATER, status=ActionStatus.COMPLETED, note="Asked")
    reading = clerk_json.read(dumps(store.record(1)))
    assert reading.doubts == ()
    again = store.record(store.add(reading.record))
    assert again.items == store.record(1).items
    assert [(each.number, each.status) for each in actions_of(again)] == [(2, ActionStatus.OPEN)]


_LINES = st.sampled_from(
    [
        "",
        "Text",
        "A: KL: ask",
        "A: KL: ask again",
        "A: ring",
        "{KL>to ask} and {MC>to ring}",
        "{MC>to ring}",
        "- {a}{b}",
    ]
)


class _TakenBackError(Exception):
    """Ends a transaction without keeping it."""


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(_LINES, max_size=5), min_size=1, max_size=4))
def test_whatever_is_typed_every_action_has_a_number_of_its_own(store: Store, typed: list[list[str]]) -> None:
    # Taken back at the end, so that each example begins with nothing and none waits for the disk.
    with suppress(_TakenBackError), store.transaction():
        number = store.add(meeting_of("Buses"))
        item = row(store, number, "Buses")
        for lines in typed:
            page = "\n".join(lines)
            entries = store.save_page(item, page, datetime(2026, 6, 19, 10))
            numbers = [each.number for entry in entries for each in entry.standings]
            assert len(numbers) == len(set(numbers)) == sum(len(words_of(line)) for line in page.split("\n"))
            assert store.record(number).items[0].entries == entries
            assert [each.action.number for each in store.actions(NOW.date())] == numbers
        raise _TakenBackError


BEFORE_ACTIONS_HAD_NUMBERS = """
    insert into body(id, kind, noun, chair_title, style) values (1, 'committee', 'Board', 'Chair', 'county');
    insert into body_name values (1, 1, 'Northmere Board', 'northmere board', '');
    insert into meeting(id, body_id, date, state)
        values (1, 1, '2026-09-18', 'draft'), (2, 1, '2026-06-19', 'draft');
    insert into item(id, meeting_id, position, agenda_order, title, kind, state)
        values (5, 1, 1, 1, 'Budget', 'ordinary', 'done'), (6, 2, 1, 1, 'Budget', 'ordinary', 'done');
    insert into entry(item_id, position, line)
        values (5, 0, 'a:KL: later'), (6, 0, 'Prose {MC>to ring} and {ask}.');
    insert into entry(item_id, position, line, gone) values (6, 1, 'A: KL: gone', '2026-06-19T10:00:00');
"""


@pytest.fixture
def old_database(tmp_path: Path) -> Path:
    """A database of the Clerk before actions had numbers, with a meeting in June and one in September."""
    path, steps, first = tmp_path / "clerk.db", Migrations("clerk"), 5
    for step in STEPS[:first]:
        steps()(step)
    with closing(database.connect(path, write=True)) as db:
        db.execute(f"pragma application_id = {database.APPLICATION}")
        migrations.upgrade(db, path, list(database.MIGRATIONS[:first]), steps)
        db.executescript(BEFORE_ACTIONS_HAD_NUMBERS)
    return path


def test_the_actions_of_an_older_database_get_their_numbers_in_the_order_of_time(old_database: Path) -> None:
    with Store.open(old_database) as store:
        told = [(each.action.number, each.action.what) for each in store.actions(NOW.date())]
        assert told == [(1, "ring"), (2, "ask"), (3, "later")]
        page = "Prose {MC>to ring} and {ask}.\nA: KL: gone"
        assert [each.number for entry in store.save_page(6, page, NOW) for each in entry.standings] == [1, 2, 4]
