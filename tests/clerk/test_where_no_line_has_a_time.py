"""Where it prints who came and went in a meeting read from a file, whose lines have no times."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from clerk.drafting import draft
from clerk.house_style import load
from clerk.importers.own import text_file
from clerk.minutes import Paragraph, plain
from clerk.model import Adjournment, Declaration, Movement, Record
from clerk.own_files.as_text import dumps
from clerk.people.room import FOR_AN_INTEREST
from clerk.terms import Outcome
from tests.clerk.test_where_it_happened import ARRIVED, LEFT, RETURNED, at, meeting, printed, went

LINES = "x One.\nx R: That it be noted.\nx Two."


def without_times(record: Record) -> Record:
    """The record with no time of any item or line, as an agenda or a page typed elsewhere has it."""
    items = tuple(
        replace(item, opened=None, closed=None, entries=tuple(replace(each, written=None) for each in item.entries))
        for item in record.items
    )
    return replace(record, items=items)


def said(record: Record, position: int = 2) -> list[str]:
    blocks = draft(record, load("county")).blocks
    return [plain(each.runs) for each in blocks if isinstance(each, Paragraph) and each.item == position]


def test_all_stand_at_the_end_of_their_item_in_the_order_of_time() -> None:
    declared = Declaration("Cllr T. Osei", "personal", items=(2,), outcome=Outcome.STAYED, made_at=2, made=at("10:40"))
    record = meeting(LINES, went("10:35"), went("10:50", kind=RETURNED), declarations=(declared,))
    assert printed(without_times(record))[:3] == ["One.", "That it be noted.", "Two."]
    first, second, third = said(without_times(record))[-3:]
    assert first.startswith("(Cllr D. Anand left the meeting at 10.35 am")
    assert second.startswith("Cllr T. Osei declared a personal interest")
    assert third.startswith("(Cllr D. Anand returned")


def test_a_declaration_put_down_after_its_maker_left_for_it_stands_above() -> None:
    declared = Declaration("Cllr D. Anand", "personal", items=(2,), outcome=Outcome.STAYED, made_at=2, made=at("10:40"))
    record = meeting("x Two reports: R.", went("10:35", why=FOR_AN_INTEREST), declarations=(declared,))
    assert said(without_times(record))[-2].startswith("Cllr D. Anand declared a personal interest")


def test_who_is_known_not_to_have_been_there_for_the_decision_left_above_it_and_came_back_at_the_end() -> None:
    withdrew = (went("10:40", why=FOR_AN_INTEREST), went("10:50", kind=RETURNED))
    assert printed(without_times(meeting(LINES, *withdrew))) == [
        *("One.", "<Anand left>", "That it be noted.", "Two.", "<Anand returned>")
    ]
    assert printed(without_times(meeting(LINES, went("10:40", voted=False))))[1] == "<Anand left>"
    assert printed(without_times(meeting(LINES, went("10:40", voted=True))))[-1] == "<Anand left>"
    two = "x R: That a be done.\nx One.\nx R: That b be done."
    assert printed(without_times(meeting(two, went("10:40", voted=False))))[-1] == "<Anand left>"


def test_who_came_before_somebody_who_left_above_the_decision_stands_above_it_too() -> None:
    record = meeting(LINES, went("10:35", "T. Osei", ARRIVED), went("10:40", voted=False))
    assert printed(without_times(record))[1:3] == ["<Osei arrived>", "<Anand left>"]


@pytest.mark.parametrize(("clock", "position"), [("10:10", 1), ("10:35", 2), ("11:30", 2)])
def test_who_went_between_items_is_told_after_the_item_the_meeting_is_known_to_have_been_at(
    clock: str, position: int
) -> None:
    """By a declaration made at the first item, an adjournment during the second, and the end of the meeting."""
    declared = Declaration("Cllr T. Osei", "personal", items=(2,), outcome=Outcome.STAYED, made_at=1, made=at("10:05"))
    record = meeting(LINES, Movement("Cllr D. Anand", LEFT, at(clock)), declarations=(declared,))
    times = replace(record.meeting, adjournments=(Adjournment(at("10:30"), at("10:32"), 2),), closed=at("11:00"))
    assert said(without_times(replace(record, meeting=times)), position)[-1].startswith("(Cllr D. Anand left")


def test_a_meeting_read_from_its_text_prints_as_it_did(tmp_path: Path) -> None:
    record = without_times(meeting(LINES, went("10:35", "T. Osei", ARRIVED), went("10:40", voted=False)))
    again = text_file.read(dumps(record)).record
    assert again.items[1].entries[0].written is None
    assert printed(again) == printed(record)
