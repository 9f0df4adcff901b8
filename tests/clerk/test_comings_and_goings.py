"""What prints of who came and went, and of interests declared before the item they are in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from clerk.drafting import draft, record_lines
from clerk.house_style import load, style_of
from clerk.minutes import Paragraph, Table, plain
from clerk.model import Body, Declaration, Item, Meeting, Movement, Presence, Record
from clerk.people.room import FOR_AN_INTEREST
from clerk.terms import Attendance, ItemKind, ItemState, MovementKind, Outcome

ARRIVED, LEFT, RETURNED, CHAIR = MovementKind
TOLD = style_of(Body("Mere Board", own_words="[movements]\nlisted = false"))
LISTED = style_of(Body("Mere Board", own_words="[movements]\ntold = false"))


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-06-19T{clock}")


ITEMS = (
    Item("Declarations of interest", "1", ItemKind.DECLARATIONS, state=ItemState.DONE, opened=at("10:01")),
    Item("Budget", "2", state=ItemState.DONE, opened=at("10:15")),
    Item("Roads", "3", state=ItemState.OPEN, opened=at("10:50")),
    Item("Parks", "4"),
)
ROLL = (
    Presence("Cllr R. Pell", status=Attendance.PRESENT, chair=True),
    Presence("Cllr D. Anand", status=Attendance.PRESENT),
    Presence("Cllr T. Osei", status=Attendance.PRESENT),
)


def meeting(*movements: Movement, **about: Any) -> Record:
    record = Record(Body("Elmford Board"), Meeting(date(2026, 6, 19), first_minute=36), ITEMS, ROLL)
    return replace(record, movements=movements, **about)


def moved(name: str, kind: MovementKind, clock: str, position: int = 0, why: str = "") -> Movement:
    return Movement(f"Cllr {name}", kind, at(clock), position, why)


def present(record: Record, style: str = "county") -> list[str]:
    (table,) = (block for block in draft(record, load(style)).blocks if isinstance(block, Table))
    return [name[0] for name in table.rows]


def test_nothing_prints_when_nobody_moved() -> None:
    assert present(meeting()) == ["Cllr R. Pell (in the Chair)", "Cllr D. Anand", "Cllr T. Osei"]
    assert [record_lines(meeting(), position) for position in (1, 2, 3, 4)] == [()] * 4


def test_who_came_late_and_who_left_early_is_told_where_it_happened_and_noted_on_the_list() -> None:
    record = meeting(moved("T. Osei", ARRIVED, "10:20", 2), moved("D. Anand", LEFT, "10:45", 2))
    assert record_lines(record, 2) == (
        "(Cllr T. Osei arrived at 10.20 am during consideration of this item.)",
        "(Cllr D. Anand left the meeting at 10.45 am during consideration of this item.)",
    )
    assert present(record)[1:] == [
        "Cllr D. Anand (left at 10.45 am during minute 37)",
        "Cllr T. Osei (arrived at 10.20 am during minute 37)",
    ]


def test_what_happened_between_items_is_told_after_the_one_before() -> None:
    record = meeting(moved("T. Osei", ARRIVED, "10:49"), moved("D. Anand", LEFT, "10:51"))
    assert record_lines(record, 2) == ("(Cllr T. Osei arrived at 10.49 am.)",)
    assert record_lines(record, 3) == ("(Cllr D. Anand left the meeting at 10.51 am.)",)
    assert present(record)[2] == "Cllr T. Osei (arrived at 10.49 am)"


def test_what_happened_before_the_first_item_is_told_below_the_list() -> None:
    record = meeting(moved("T. Osei", ARRIVED, "10:00"))
    told = [plain(block.runs) for block in draft(record).blocks if isinstance(block, Paragraph)]
    assert "(Cllr T. Osei arrived at 10.00 am.)" in told


def test_people_who_go_together_share_a_sentence() -> None:
    record = meeting(moved("D. Anand", LEFT, "10:45", 2), moved("T. Osei", LEFT, "10:45", 2))
    assert record_lines(record, 2, TOLD) == (
        "(Cllr D. Anand and Cllr T. Osei left the meeting at 10.45 am during consideration of this item.)",
    )


def test_who_left_and_came_back_is_told_in_the_text_alone_unless_the_style_tells_nothing_there() -> None:
    record = meeting(moved("D. Anand", LEFT, "10:45", 2, "to take a call."), moved("D. Anand", RETURNED, "10:52", 3))
    assert record_lines(record, 2) == (
        "(Cllr D. Anand left the meeting at 10.45 am during consideration of this item, to take a call.)",
    )
    assert record_lines(record, 3) == (
        "(Cllr D. Anand returned to the meeting at 10.52 am during consideration of this item.)",
    )
    assert present(record)[1] == "Cllr D. Anand"
    assert record_lines(record, 2, LISTED) == ()
    assert present(record, "actions")[1] == "Cllr D. Anand (absent from 10.45 am to 10.52 am)"


def test_a_style_may_put_it_in_few_words_and_another_only_in_the_text() -> None:
    record = meeting(moved("T. Osei", ARRIVED, "10:20", 2), moved("T. Osei", LEFT, "10:45", 2))
    assert present(record, "actions")[2] == "Cllr T. Osei (from 10.20 am, until 10.45 am)"
    (table,) = (block for block in draft(record, TOLD).blocks if isinstance(block, Table))
    assert table.rows[2] == ("Cllr T. Osei",)


def test_who_takes_the_chair_and_who_resumes_it_is_told_and_the_list_says_from_when_until_when() -> None:
    record = meeting(
        moved("R. Pell", LEFT, "10:20", 2),
        moved("T. Osei", CHAIR, "10:20", 2),
        moved("R. Pell", RETURNED, "10:55", 3),
        moved("R. Pell", CHAIR, "10:55", 3),
    )
    assert record_lines(record, 2)[1] == "(Cllr T. Osei took the Chair.)"
    assert record_lines(record, 3)[1] == "(Cllr R. Pell resumed the Chair.)"
    assert present(record) == [
        "Cllr R. Pell (in the Chair until 10.20 am and from 10.55 am)",
        "Cllr D. Anand",
        "Cllr T. Osei (in the Chair from 10.20 am to 10.55 am)",
    ]
    late = meeting(moved("R. Pell", ARRIVED, "10:20", 2), moved("R. Pell", CHAIR, "10:20", 2))
    assert record_lines(late, 2)[1] == "(Cllr R. Pell took the Chair.)"


def declared(outcome: Outcome, **about: Any) -> Declaration:
    return replace(Declaration("Cllr D. Anand", "personal", items=(2,), outcome=outcome, made_at=1), **about)


def test_an_interest_declared_earlier_is_repeated_in_its_item_when_there_is_an_outcome_to_tell() -> None:
    stayed = meeting(declarations=(declared(Outcome.STAYED),))
    assert record_lines(stayed, 2) == (
        "Cllr D. Anand, having declared an interest (minute 36 refers), remained in the meeting.",
    )
    assert record_lines(stayed, 1) == (
        "Cllr D. Anand declared a personal interest in agenda item 2 (Budget) and remained in the meeting.",
    )
    assert record_lines(meeting(declarations=(declared(Outcome.NOT_SAID),)), 2) == ()
    assert record_lines(stayed, 2, load("actions")) == ()
    elsewhere = replace(stayed, items=ITEMS[1:], declarations=(declared(Outcome.STAYED, items=(1,), made_at=0),))
    assert record_lines(elsewhere, 1) == ("Cllr D. Anand, having declared an interest, remained in the meeting.",)


def test_a_withdrawal_told_with_its_time_is_not_told_twice() -> None:
    left = moved("D. Anand", LEFT, "10:16", 2, FOR_AN_INTEREST)
    record = meeting(left, declarations=(declared(Outcome.LEFT),))
    sentence = (
        "(Cllr D. Anand left the meeting at 10.16 am during consideration of this item, having declared an interest.)"
    )
    assert record_lines(record, 2) == (sentence,)
    assert record_lines(replace(record, movements=()), 2) == (
        "Cllr D. Anand, having declared an interest (minute 36 refers), left the meeting while this item was "
        "considered.",
    )
    here = meeting(left, declarations=(declared(Outcome.LEFT, made_at=2),))
    assert record_lines(here, 2) == (
        "Cllr D. Anand declared a personal interest in agenda item 2 (Budget) and left the meeting while that business "
        "was considered.",
        "(Cllr D. Anand left the meeting at 10.16 am during consideration of this item.)",
    )


@pytest.mark.parametrize("state", [ItemState.TO_COME, ItemState.DEFERRED, ItemState.WITHDRAWN])
def test_nothing_is_said_of_what_was_to_be_done_in_an_item_not_taken(state: ItemState) -> None:
    items = (ITEMS[0], replace(ITEMS[1], state=state), *ITEMS[2:])
    assert not any(
        "remained" in line for line in record_lines(meeting(items=items, declarations=(declared(Outcome.STAYED),)), 2)
    )


@pytest.mark.parametrize(
    ("nature", "ending"),
    [
        ("", ", under a dispensation to speak and vote, and remained in the meeting."),
        ("as a tenant", ", as a tenant, under a dispensation to speak and vote, and remained in the meeting."),
    ],
)
def test_a_dispensation_is_part_of_the_declaration(nature: str, ending: str) -> None:
    record = meeting(declarations=(declared(Outcome.STAYED, nature=nature, dispensation="To speak and vote."),))
    assert record_lines(record, 1)[0].endswith(f"agenda item 2 (Budget){ending}")
