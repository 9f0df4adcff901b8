"""The private timeline: when each line was written."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from clerk.model import Adjournment, Body, Entry, Item, Meeting, Movement, Record
from clerk.terms import MovementKind
from screens.timeline import Timeline, clock, elapsed, moments
from tests.screens.acting import shown, type_text
from tests.screens.holding import SIZES, holding

OPENED = datetime(2026, 3, 6, 10, 2)


def after(minutes: float) -> datetime:
    return OPENED + timedelta(minutes=minutes)


RECORD = Record(
    Body("Invented Board"),
    Meeting(
        first_minute=36,
        opened=OPENED,
        closed=after(95),
        adjournments=(Adjournment(after(50), after(60), 2, "for a fire alarm"),),
    ),
    (
        Item(
            "Welcome",
            opened=after(0),
            closed=after(5),
            entries=(Entry("Everyone was welcomed.", after(1)), Entry("Added the day after.", after(60 * 24))),
        ),
        Item(
            "Café licences [sic]",
            opened=after(5),
            entries=(
                Entry("- Written second.", after(45)),
                Entry(""),
                Entry("- Written first.", after(40)),
                Entry("Of no known time."),
            ),
        ),
    ),
    movements=(Movement("Cllr Ann [Example]", MovementKind.LEFT, after(42), 2, "having declared an interest"),),
)


def rows(screen: str) -> list[str]:
    return [line.strip(" │►") for line in screen.split("\n") if " am " in line or " pm " in line]


def test_lines_and_what_happened_stand_in_order_of_time() -> None:
    assert [(each.name, each.text) for each in moments(RECORD)] == [
        ("OPENED", "The meeting began."),
        ("36 taken", "Welcome"),
        ("36", "Everyone was welcomed."),
        ("36 left", "Welcome"),
        ("37 taken", "Café licences [sic]"),
        ("37(ii)", "Written first."),
        ("ROOM", "Cllr Ann [Example] left, having declared an interest"),
        ("37(i)", "Written second."),
        ("ADJOURNED", "for a fire alarm"),
        ("RESUMED", ""),
        ("CLOSED", "The meeting ended."),
        ("36", "Added the day after."),
    ]


def test_a_movement_between_items_belongs_to_the_last_item_taken() -> None:
    record = Record(
        RECORD.body, RECORD.meeting, RECORD.items, movements=(Movement("A", MovementKind.ARRIVED, after(4)),)
    )
    assert next(each for each in moments(record) if each.name == "ROOM").at == 0


@pytest.mark.parametrize(
    ("when", "said"),
    [(after(0), "+0:00"), (after(40.9), "+0:40"), (after(125), "+2:05"), (after(-1), "before"), (after(3000), "later")],
)
def test_it_says_how_far_into_the_meeting(when: datetime, said: str) -> None:
    assert elapsed(when, OPENED) == said
    assert elapsed(when, None) == ""


def test_another_day_is_named() -> None:
    assert clock(after(40), OPENED) == "10.42 am"
    assert clock(after(60 * 24), OPENED) == "7 Mar 10.02 am"
    assert clock(after(40), None) == "6 Mar 10.42 am"


def test_a_time_with_a_zone_is_the_same_on_the_timeline_as_in_the_minutes() -> None:
    instant = datetime(2026, 3, 6, 9, 0, tzinfo=timezone(timedelta(hours=5)))
    record = Record(Body("B"), Meeting(), (Item("a", entries=(Entry("x", instant), Entry("y", OPENED))),))
    assert {each.when for each in moments(record)} == {datetime(2026, 3, 6, 9, 0), OPENED}


@pytest.mark.parametrize("size", SIZES)
async def test_each_row_has_the_time_of_day_and_how_far_into_the_meeting(size: tuple[int, int]) -> None:
    async with holding(Timeline(RECORD, OPENED), size) as held:
        shown_rows = rows(shown(held.pilot))
        assert shown_rows[5].split() == ["10.42", "am", "+0:40", "37(ii)", "Written", "first."]
        assert len(shown_rows) == 12
        assert "1 line without a time" in shown(held.pilot)


async def test_typing_leaves_only_the_rows_meant() -> None:
    meant = {
        "cafe": ["37 taken"],
        "10.4": ["37(ii)", "ROOM", "37(i)"],
        "+0:4": ["37(ii)", "ROOM", "37(i)"],
        "37 written": ["37(ii)", "37(i)"],
        "[example]": ["ROOM"],
    }
    async with holding(Timeline(RECORD, OPENED), (120, 40)) as held:
        for typed, names in meant.items():
            await held.press("ctrl+u")
            await type_text(held.pilot, typed)
            left = rows(shown(held.pilot))
            assert len(left) == len(names)
            assert all(name in row for name, row in zip(names, left, strict=True))


async def test_enter_gives_the_item_and_line_and_escape_nothing() -> None:
    async with holding(Timeline(RECORD, OPENED)) as held:
        await type_text(held.pilot, "written")
        await held.press("enter")
        assert held.given == [(1, 2)]
    async with holding(Timeline(RECORD, OPENED)) as held:
        await held.press("escape")
        assert held.given == [None]


async def test_it_can_begin_at_an_item() -> None:
    async with holding(Timeline(RECORD, OPENED, at=1)) as held:
        await held.press("enter")
        assert held.given == [(1, 0)]


async def test_arrows_go_round_and_pages_stop_at_the_ends() -> None:
    async with holding(Timeline(RECORD, OPENED)) as held:
        await held.press("up", "enter")
        assert held.given == [(0, 1)]
    many = Record(Body("B"), Meeting(), (Item("a", entries=tuple(Entry(f"line {n}", after(n)) for n in range(100))),))
    async with holding(Timeline(many, OPENED)) as held:
        await held.press(*["pagedown"] * 9)
        assert "line 99" in shown(held.pilot)
        await held.press("pageup", "enter")
        assert 70 < held.given[0][1] < 99


async def test_a_meeting_without_a_line_can_be_looked_at() -> None:
    async with holding(Timeline(Record(Body("B"), Meeting()), None)) as held:
        await held.press("down", "pagedown", "enter")
        assert held.given == []
        assert "0 rows" in shown(held.pilot)
