"""One line in which several people each have something to do: an action each, and the line printed as typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.actions.noted import Action, actions_of
from clerk.actions.progress import ActionStatus
from clerk.drafting import draft
from clerk.minutes import plain
from clerk.model import Body, Entry, Item, Meeting, Presence, Record
from clerk.people.owners import tasks_apart
from clerk.store import Store

BRIGHT, HILL, COLE = (
    Presence("Jo Bright", initials="JB"),
    Presence("Cllr Sam Hill", initials="SH"),
    Presence("Mia Cole"),
)
ROLL = (BRIGHT, HILL, COLE)
TWO = "Jo Bright to write to the school; Sam Hill to tell the Board by 1 June"
NOW = datetime(2026, 4, 10, 10)


def meeting(*lines: str, roll: tuple[Presence, ...] = ROLL) -> Record:
    items = (Item("Schools", "1", entries=tuple(map(Entry, lines))),)
    return Record(Body("Elmford Board", noun="Board"), Meeting(NOW.date()), items, roll)


def said(actions: tuple[Action, ...]) -> list[tuple[str, str, date | None]]:
    return [(", ".join(each.owners), each.what, each.due) for each in actions]


@pytest.mark.parametrize(
    ("typed", "apart"),
    [
        (TWO, TWO.split("; ")),
        ("JB: write to the school; SH: tell the Board", ["JB: write to the school", "SH: tell the Board"]),
        ("JB and Mia Cole to write; and SH to reply;", ["JB and Mia Cole to write", "SH to reply"]),
        ("JB to write; Hill, Cole to reply; JB to check", ["JB to write", "Hill, Cole to reply", "JB to check"]),
        ("JB to write (to Ash; SH to Elm); Cole to check", ["JB to write (to Ash; SH to Elm)", "Cole to check"]),
    ],
)
def test_people_on_the_roll_after_a_semicolon_begin_another_action(typed: str, apart: list[str]) -> None:
    assert list(tasks_apart(typed, ROLL)) == apart


@pytest.mark.parametrize(
    "typed",
    [
        "JB: write to the school; tell the Board; thank Sam Hill",
        "JB to visit Elmford; Northmere to follow",
        "JB to write; SH to be told",
        "JB to write; SH would rather not",
        "JB to write; all to reply",
        "JB to write; SH and a stranger to reply",
        "JB to write “the school; SH to reply”",
        "Write to the school; SH to tell the Board",
        "JB to write to the school. SH to tell the Board",
        ";;",
        "",
    ],
)
def test_all_else_is_one_action(typed: str) -> None:
    assert tasks_apart(typed, ROLL) == (typed,)


@given(st.lists(st.sampled_from(["JB", "Sam Hill", " to ", ": ", ";", "; ", "and ", "(", "”", "be", "x", "\u00a0"])))
def test_nothing_typed_is_lost_between_them(pieces: list[str]) -> None:
    typed = "".join(pieces)
    kept = "".join(tasks_apart(typed, ROLL))
    letters = [each for each in typed.replace("and ", "") if not each.isspace() and each != ";"]
    assert [each for each in kept.replace("and ", "") if not each.isspace() and each != ";"] == letters


def test_each_has_their_own_owner_and_day_and_the_line_prints_as_typed() -> None:
    record = meeting(f"A: {TWO}", "A: JB: check; SH: reply before the next meeting")
    assert said(actions_of(record)) == [
        ("Jo Bright", "write to the school", None),
        ("Cllr Sam Hill", "tell the Board", date(2026, 6, 1)),
        ("Jo Bright", "check", None),
        ("Cllr Sam Hill", "reply", None),
    ]
    assert TWO in "\n".join(plain(block.runs) for block in draft(record).blocks if hasattr(block, "runs"))


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return Store.open(tmp_path_factory.mktemp("clerk") / "clerk.db")


def test_each_has_its_own_number_and_progress_while_the_line_is_typed_and_edited(store: Store) -> None:
    with store:
        number = store.add(meeting())
        item = store.record(number).items[0].id
        for length in range(3, len(TWO) + 4):
            store.save_page(item, f"A: {TWO}"[:length], NOW)
        one, other = actions_of(store.record(number))
        assert (one.number, other.number) == (1, 2)
        store.report_progress([2], NOW, status=ActionStatus.COMPLETED, note=None)
        store.save_page(item, f"A: Jo Bright to telephone the school; {TWO.split('; ')[1]}", NOW)
        one, other = actions_of(store.record(number))
        assert (one.number, one.what, one.status) == (1, "telephone the school", ActionStatus.OPEN)
        assert (other.number, other.owners, other.status) == (2, ("Cllr Sam Hill",), ActionStatus.COMPLETED)
        logged = store.action_log(number, NOW.date(), its_own=True)
        assert [each.action for each in logged] == [one, other]


def test_they_are_apart_in_a_meeting_read_from_a_file(store: Store) -> None:
    with store:
        number = store.add(meeting(f"A: {TWO}"))
        assert [each.number for each in actions_of(store.record(number))] == [1, 2]


def test_the_roll_as_it_is_later_does_not_change_how_many_there_are(store: Store) -> None:
    with store:
        number = store.add(meeting(f"A: {TWO}", "A: JB to write; Di Fox to reply"))
        before = [(each.number, each.what) for each in actions_of(store.record(number))]
        assert len(before) == 3
        store.set_presence(number, Presence("Di Fox"))
        hill = next(each for each in store.record(number).presence if each.initials == "SH")
        store.set_presence(number, replace(hill, name="Cllr Sam Holt", initials=""))
        record = store.record(number)
        assert [each.number for each in actions_of(record)] == [each for each, _ in before]
        assert [each.action.number for each in store.action_log(number, NOW.date(), its_own=True)] == [1, 2, 3]
