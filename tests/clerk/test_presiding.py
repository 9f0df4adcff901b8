"""From when until when somebody was in the Chair, on the list of those present."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from clerk.drafting import draft
from clerk.house_style import HouseStyle, load, style_of
from clerk.minutes import Table
from clerk.model import Body, Item, Meeting, Movement, Presence, Record
from clerk.terms import Attendance, ItemState, MovementKind

ARRIVED, LEFT, RETURNED, CHAIR = MovementKind
PELL, OSEI = "Cllr R. Pell", "Cllr T. Osei"


def moved(name: str, kind: MovementKind, clock: str) -> Movement:
    return Movement(f"Cllr {name}", kind, datetime.fromisoformat(f"2026-06-19T{clock}"))


def present(*movements: Movement, style: HouseStyle | None = None) -> list[str]:
    roll = (Presence(PELL, status=Attendance.PRESENT, chair=True), Presence(OSEI, status=Attendance.PRESENT))
    items = (Item("Budget", "1", state=ItemState.OPEN),)
    record = Record(Body("Elmford Board"), Meeting(date(2026, 6, 19)), items, roll, movements=movements)
    (table,) = (block for block in draft(record, style or load("county")).blocks if isinstance(block, Table))
    return [name[0] for name in table.rows]


@pytest.mark.parametrize("style", ["county", "actions"])
def test_who_was_in_the_chair_for_a_while_is_listed_until_when_and_so_is_who_gave_way(style: str) -> None:
    listed = present(moved("T. Osei", CHAIR, "20:13"), moved("R. Pell", CHAIR, "20:26"), style=load(style))
    assert listed == [
        f"{PELL} (in the Chair until 8.13 pm and from 8.26 pm)",
        f"{OSEI} (in the Chair from 8.13 pm to 8.26 pm)",
    ]


def test_who_took_the_chair_twice_has_each_time_listed() -> None:
    times = [("T. Osei", "20:13"), ("R. Pell", "20:26"), ("T. Osei", "20:40:10"), ("T. Osei", "20:45")]
    listed = present(*(moved(name, CHAIR, clock) for name, clock in times))
    assert listed[0] == f"{PELL} (in the Chair until 8.13 pm and from 8.26 pm to 8.40 pm)"
    assert listed[1] == f"{OSEI} (in the Chair from 8.13 pm to 8.26 pm and from 8.40 pm)"


def test_a_chair_who_left_for_good_is_listed_as_the_chair_who_left() -> None:
    left = present(moved("R. Pell", LEFT, "20:13"), moved("T. Osei", CHAIR, "20:13"))
    assert left == [f"{PELL} (in the Chair) (left at 8.13 pm)", f"{OSEI} (in the Chair from 8.13 pm)"]
    back = present(
        moved("R. Pell", LEFT, "20:12"), moved("T. Osei", CHAIR, "20:13"), moved("R. Pell", RETURNED, "20:20")
    )
    assert back[0] == f"{PELL} (in the Chair until 8.13 pm)"


def test_a_chair_who_arrived_late_presided_from_when_they_took_the_chair() -> None:
    late = (moved("T. Osei", CHAIR, "20:01"), moved("R. Pell", ARRIVED, "20:10"), moved("R. Pell", CHAIR, "20:12"))
    assert present(*late) == [
        f"{PELL} (arrived at 8.10 pm, in the Chair from 8.12 pm)",
        f"{OSEI} (in the Chair from 8.01 pm to 8.12 pm)",
    ]
    assert present(*late[1:2])[0] == f"{PELL} (in the Chair) (arrived at 8.10 pm)"


def test_a_style_that_notes_nothing_on_the_list_keeps_the_mark_of_the_roll() -> None:
    quiet = style_of(Body("Mere Board", own_words="[movements]\nlisted = false"))
    assert present(moved("T. Osei", CHAIR, "20:13"), style=quiet) == [f"{PELL} (in the Chair)", OSEI]
