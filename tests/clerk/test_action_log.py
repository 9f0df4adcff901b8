"""Which actions are overdue, which stand in the log for the next meeting, and in what words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from clerk.actions.log import LoggedAction, has_owner, last_day
from clerk.actions.noted import actions_of
from clerk.actions.progress import ActionStatus
from clerk.copying.action_log import action_log, progress_lines
from clerk.house_style import load
from clerk.minutes import Heading, Paragraph, Table, plain
from clerk.model import Body, Entry, Item, Meeting, Presence, Record
from clerk.notation import Kind, parse
from clerk.store import Store
from clerk.terms import Attendance, ItemKind, MeetingState

ROLL = (Presence("Cllr Kit Lowe CC", initials="KL"), Presence("Mo Carr", initials="MC2"))
JUNE, SEPTEMBER, DECEMBER = date(2026, 6, 19), date(2026, 9, 18), date(2026, 12, 18)
TODAY = date(2026, 11, 24)


def meeting(day: date | None, *lines: str, state: MeetingState = MeetingState.DRAFT, exempt: str = "") -> Record:
    """A meeting of the board whose second minute has these lines."""
    items = (
        Item("Part 1", kind=ItemKind.HEADING),
        Item("Apologies", "1", ItemKind.APOLOGIES),
        Item("Drains", "2", entries=tuple(map(Entry, lines)), exempt=exempt),
    )
    return Record(
        Body("Fenmarsh Board", noun="Board"), Meeting(day, time(10), state=state, first_minute=24), items, ROLL
    )


def numbers(found: list[LoggedAction]) -> list[int]:
    return [each.action.number for each in found]


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("by 12 July", date(2026, 7, 12)),
        ("before 12 July", date(2026, 7, 11)),
        ("by the end of July", date(2026, 7, 31)),
        ("by July", date(2026, 7, 31)),
        ("before March", date(2027, 2, 28)),
        ("by March 2028", date(2028, 3, 31)),
        ("by the next meeting", None),
        ("by end of term", None),
        ("", None),
    ],
)
def test_the_last_day_of_an_action_is_told_from_its_words(words: str, last: date | None) -> None:
    [action] = actions_of(meeting(JUNE, f"A: KL: write {words}"))
    assert last_day(action, JUNE) == last


@pytest.mark.parametrize(
    ("words", "after_one_meeting"),
    [
        ("by the next meeting", True),
        ("before the next Board meeting", True),
        ("at the next meeting", True),
        ("after the meeting", True),
        ("by end of term", False),
        ("", False),
    ],
)
def test_what_was_due_with_a_meeting_is_overdue_when_the_body_has_met_since(
    store: Store, words: str, after_one_meeting: bool
) -> None:
    store.add(meeting(JUNE, f"A: KL: write {words}"))
    later = store.add(meeting(SEPTEMBER, state=MeetingState.PLANNED))
    store.add(replace(meeting(SEPTEMBER), body=Body("Another Board")))
    assert [each.overdue for each in store.actions(TODAY)] == [False]
    store.open_meeting(later, datetime.combine(SEPTEMBER, time(10)))
    assert [each.overdue for each in store.actions(SEPTEMBER)] == [False]
    store.close_meeting(later, datetime.combine(SEPTEMBER, time(12)))
    assert [each.overdue for each in store.actions(SEPTEMBER)] == [after_one_meeting]


def test_what_was_due_by_a_day_is_overdue_the_day_after_and_never_once_done(store: Store) -> None:
    store.add(meeting(JUNE, "A: KL: write by 12 July"))
    due = date(2026, 7, 12)
    assert [[each.overdue for each in store.actions(due + timedelta(days=days))] for days in (0, 1)] == [
        [False],
        [True],
    ]
    store.report_progress([1], datetime(2026, 11, 1), status=ActionStatus.COMPLETED)
    assert [each.overdue for each in store.actions(TODAY, open_only=False)] == [False]


def test_an_action_says_where_it_comes_from(store: Store) -> None:
    store.add(
        meeting(JUNE, "- A point", "N: not {a>point}", "- {kl>agreed to look into it}", "A: MC2: ring", exempt="3")
    )
    first, second = store.actions(TODAY, "fenmarsh board")
    assert (first.action.label, second.action.label) == ("25(ii)", "25")
    assert (first.body, first.meeting, first.date, first.item) == ("Fenmarsh Board", 1, JUNE, "Drains")
    assert (first.exempt, first.action.owners) == (True, ("Cllr Kit Lowe CC",))


@pytest.mark.parametrize(
    ("named", "whose"),
    [("KL", [1]), ("lowe", [1]), ("Kit Lowe", [1]), ("mc2", [2]), ("M.C.", [2]), ("Low", []), ("", [1, 2, 3])],
)
def test_actions_are_found_by_owner(store: Store, named: str, whose: list[int]) -> None:
    store.add(meeting(JUNE, "A: KL: write", "A: MC2: ring", "A: ask"))
    assert numbers([each for each in store.actions(TODAY) if has_owner(each, named)]) == whose


def test_the_log_for_a_meeting_has_what_is_open_and_what_was_settled_since_the_one_before(store: Store) -> None:
    store.add(meeting(JUNE, "A: KL: one", "A: KL: two", "A: KL: three"))
    store.add(replace(meeting(JUNE, "A: KL: four"), body=Body("Another Board")))
    store.add(meeting(SEPTEMBER, "A: KL: five"))
    december = store.add(meeting(DECEMBER, "A: KL: six", state=MeetingState.PLANNED))
    store.report_progress([1], datetime(2026, 7, 1), status=ActionStatus.COMPLETED)
    store.report_progress([2], datetime(2026, 9, 18, 9), status=ActionStatus.DROPPED)
    assert numbers(store.action_log(december, TODAY)) == [2, 3, 5]
    assert numbers(store.action_log(december, TODAY, its_own=True)) == [2, 3, 5, 6]
    assert numbers(store.action_log(1, TODAY)) == []
    assert store.day_of_last_meeting(december) == SEPTEMBER


def _log(store: Store) -> list[LoggedAction]:
    store.add(meeting(JUNE, "A: KL, MC2: write [to] all by 12 July", "A: ask", "A: KL: Ring the school"))
    december = store.add(meeting(DECEMBER, state=MeetingState.PLANNED))
    store.report_progress([1], datetime(2026, 10, 2), note="awaiting a reply")
    store.report_progress([3], datetime(2026, 10, 3), status=ActionStatus.COMPLETED)
    return store.action_log(december, TODAY)


def test_the_paper_sets_out_what_is_outstanding_then_what_was_settled(store: Store) -> None:
    paper = action_log(meeting(DECEMBER), _log(store))
    headings = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert headings == ["Action log of the Fenmarsh Board", "Outstanding", "Settled since the last meeting"]
    outstanding, settled = (block for block in paper.blocks if isinstance(block, Table))
    assert outstanding.rows == (
        (
            *("19 June 2026, minute 25", "Write [to] all", "Cllr Kit Lowe CC and Mo Carr"),
            *("12 July 2026 (overdue)", "Awaiting a reply (2 October 2026)"),
        ),
        ("19 June 2026, minute 25", "Ask", "", "", "Open"),
    )
    assert settled.rows[0][-1] == "Completed on 3 October 2026"
    assert sum(outstanding.shares) == 100


def test_a_log_with_nothing_outstanding_says_so_and_one_with_exempt_matter_is_marked(store: Store) -> None:
    bare = action_log(meeting(DECEMBER), [])
    said = [plain(block.runs) for block in bare.blocks if isinstance(block, Paragraph)]
    assert said[-1] == "There are no outstanding actions."
    store.add(meeting(JUNE, "A: KL: pay", exempt="3"))
    first = action_log(meeting(DECEMBER), store.actions(TODAY)).blocks[1]
    assert isinstance(first, Paragraph)
    assert plain(first.runs).startswith("NOT FOR PUBLICATION")


def test_progress_is_minuted_in_the_usual_sentences_as_ordinary_lines(store: Store) -> None:
    found = _log(store)
    roll = (Presence("Cllr Kit Lowe CC", status=Attendance.PRESENT), Presence("Mo Carr"))
    lines = progress_lines(found, SEPTEMBER, load("county"), roll=roll)
    assert lines == (
        "Further to minute 25 of 19 June 2026, Cllr Kit Lowe CC and Mo Carr provided an update on the action to write"
        " [to] all: awaiting a reply.",
        "Further to minute 25 of 19 June 2026, the action to ring the school had been completed.",
    )
    pointed = progress_lines(found, date(2026, 10, 3), load("county"), Kind.POINT, roll=roll)
    assert pointed[0].startswith("- Further to minute 25")


def test_who_is_not_at_the_meeting_is_not_said_to_have_provided_an_update_there(store: Store) -> None:
    found, kit = _log(store), Presence("Cllr Kit Lowe CC", status=Attendance.PRESENT)
    sorry = Presence("Mo Carr", status=Attendance.APOLOGIES)
    some, none = (progress_lines(found, SEPTEMBER, load("county"), roll=roll)[0] for roll in ((kit, sorry), (sorry,)))
    assert "2026, Cllr Kit Lowe CC provided an update on the action to write" in some
    assert "2026, an update was provided on the action to write [to] all: awaiting a reply." in none


def test_what_looks_like_notation_in_a_note_stays_words(store: Store) -> None:
    store.add(meeting(None, "A: ask {the} clerk"))
    store.report_progress([1], datetime(2026, 10, 2), note="sent {to} all")
    [line] = progress_lines(store.actions(TODAY), None, load("county"), roll=())
    assert parse(line).kind is Kind.PARAGRAPH
    assert r"sent \{to\} all" in line
    assert line.startswith("An update was provided on the action to ask the clerk")
