"""A break put right afterwards, in the record, in its minute and by command."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from clerk.breaks import objection, reworded
from clerk.model import Adjournment, Body, Entry, Item, Meeting, Record
from tests.clerk.command_line import Clerk


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 6, 19, hour, minute)


LUNCH = Adjournment(at(13), at(14), 1, "lunch", 1)
TEA = Adjournment(at(16), at(16, 15), 2, "", 2)
MEETING = Meeting(at(10).date(), opened=at(10), closed=at(18), adjournments=(LUNCH, TEA))


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (replace(LUNCH, began=at(12, 30)), ""),
        (replace(LUNCH, began=at(9)), "adjourned at 9.00 am, but opened at 10.00 am"),
        (replace(LUNCH, began=at(15)), "resumed at 2.00 pm, but adjourned at 3.00 pm"),
        (replace(LUNCH, resumed=at(17)), "adjourned again at 4.00 pm, but resumed at 5.00 pm"),
        (replace(LUNCH, resumed=None), "adjourned again at 4.00 pm: say when"),
        (replace(TEA, began=at(13, 30)), "adjourned at 1.30 pm, but resumed from the break before at 2.00 pm"),
        (replace(TEA, resumed=at(19)), "closed at 6.00 pm, but resumed at 7.00 pm"),
        (replace(TEA, resumed=None), ""),
    ],
)
def test_times_that_cannot_be_are_told(now: Adjournment, said: str) -> None:
    found = objection(MEETING, now)
    assert said in found
    assert bool(said) == bool(found)


def test_the_lines_of_a_break_are_found_under_whatever_item_they_stand_and_others_stay() -> None:
    pages = (("Before.", "The meeting adjourned at 1.00 pm for lunch."), ("The meeting resumed at 2.00 pm.", "After."))
    items = tuple(
        Item(f"{row}", id=row, entries=tuple(map(Entry, lines))) for row, lines in zip((7, 8), pages, strict=True)
    )
    record = Record(Body("Fenmarsh Board"), MEETING, items)
    found = reworded(record, LUNCH, replace(LUNCH, began=at(12, 50), resumed=at(13, 50)))
    assert found.pages == {
        7: "Before.\nThe meeting adjourned at 12.50 pm for lunch.",
        8: "The meeting resumed at 1.50 pm.\nAfter.",
    }
    assert found.followed
    assert reworded(record, LUNCH, None).pages == {7: "Before.", 8: "After."}
    assert reworded(record, replace(LUNCH, resumed=None), LUNCH).pages == {
        7: "Before.\nThe meeting adjourned at 1.00 pm for lunch.\nThe meeting resumed at 2.00 pm."
    }
    assert reworded(record, TEA, None) == ({}, False)


@pytest.fixture
def adjourned(clerk: Clerk) -> Clerk:
    """A meeting that adjourned for lunch under agenda item 7 and went on."""
    clerk.ok("open", "1", "--at", "10.00")
    clerk.ok("take", "1", "7", "--at", "10.05")
    clerk.ok("adjourn", "1", "--at", "1pm", "--why", "lunch")
    clerk.ok("resume", "1", "--at", "2pm")
    return clerk


def test_a_break_is_put_right_by_command_with_its_minute(adjourned: Clerk) -> None:
    assert adjourned.ok("breaks", "1") == "1  Adjourned at 1.00 pm, resumed at 2.00 pm (lunch).\n"
    said = adjourned.ok("breaks", "1", "--adjourned", "12.50pm", "--resumed", "1.45pm")
    assert said == "Adjourned at 12.50 pm, resumed at 1.45 pm (lunch); put right.\n"
    record = adjourned.record()
    assert record.meeting.adjournments == (Adjournment(at(12, 50), at(13, 45), 1, "lunch"),)
    assert record.items[0].text == "The meeting adjourned at 12.50 pm for lunch.\nThe meeting resumed at 1.45 pm."
    assert "has not resumed" in adjourned.ok("breaks", "1", "1", "--resumed", "", "--why", "")
    assert adjourned.record().items[0].text == "The meeting adjourned at 12.50 pm."
    assert adjourned.ok("breaks", "1", "--none") == "Taken out: Adjourned at 12.50 pm, has not resumed.\n"
    assert adjourned.record().meeting.adjournments == ()
    assert adjourned.record().items[0].text == ""
    assert adjourned.ok("breaks", "1") == "Meeting 1 has not adjourned.\n"


def test_a_break_that_cannot_be_put_right_is_left_as_it_was(adjourned: Clerk) -> None:
    before = adjourned.record()
    assert "but opened at 10.00 am" in adjourned.sentence("breaks", "1", "--adjourned", "9.30")
    assert "no break 2" in adjourned.sentence("breaks", "1", "2", "--none")
    assert "not a time of day" in adjourned.sentence("breaks", "1", "--resumed", "soon", code=2)
    assert "not both" in adjourned.sentence("breaks", "1", "--none", "--why", "tea", code=2)
    assert adjourned.record() == before
    adjourned.ok("adjourn", "1", "--at", "4pm")
    assert "adjourned 2 times; say which" in adjourned.sentence("breaks", "1", "--none")


def test_words_of_the_officers_own_stay_and_that_is_said_as_is_that_minutes_are_confirmed(adjourned: Clerk) -> None:
    adjourned.ok("minute", "1", "7", typed="We all went for lunch.")
    adjourned.ok("close", "1", "--at", "5pm")
    adjourned.ok("confirm", "1")
    result = adjourned.run("breaks", "1", "--resumed", "2.10pm")
    assert result.exit_code == 0
    assert "in your own words" in result.stderr
    assert "not in what was signed" in result.stderr
    assert adjourned.record().items[0].text == "We all went for lunch."
