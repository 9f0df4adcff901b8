"""A minutes book imported in the app: which of its meetings is asked, and several are reviewed in turn."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from clerk.importers.mends.front import of_body
from clerk.store import Store
from screens.meeting import MeetingScreen
from screens.meetings import Meetings
from screens.pick import Pick
from screens.review import Review
from screens.reviewing import Step
from screens.yes_no import YesNo
from tests.screens.acting import paste, press, settled, shown
from tests.screens.conftest import Running
from tests.screens.holding import SIZES

MEETING = """Minutes of the meeting held on {}
Present: Ada Flow
1. Apologies
None [sic].
2. {}
Agreed.
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    file = tmp_path / "the [book].txt"
    parts = (("5 January 2026", "Weirs"), ("2 February 2026", "Mill race"), ("2 March 2026", "Fish ladder"))
    file.write_text("\n".join(MEETING.format(*part) for part in parts), encoding="utf-8")
    return file


async def asked(pilot: Pilot[int], book: Path) -> None:
    await press(pilot, "i")
    await paste(pilot, f"'{book}'")
    await press(pilot, "enter")
    await settled(pilot)


def name(review: Screen[Any], body: str) -> None:
    """Give what is reviewed a body, as the officer does at the row of the body."""
    assert isinstance(review, Review)
    reading = review.steps[0].reading
    review.steps[0] = Step(replace(reading, record=of_body(reading.record, body)), 0)


@pytest.mark.parametrize("size", SIZES)
async def test_a_book_asks_which_meeting_and_brings_in_that_one(
    running: Running, store: Store, book: Path, size: tuple[int, int]
) -> None:
    async with running(size, meeting=None) as pilot:
        await asked(pilot, book)
        assert isinstance(pilot.app.screen, Pick)
        screen = shown(pilot)
        assert "the [book].txt holds 3 meetings." in screen
        assert "2  Monday 2 February 2026" in screen
        assert "The file as one meeting" in screen
        await press(pilot, "down", "down", "enter")
        assert isinstance(pilot.app.screen, Review)
        assert "meeting 2 of 3" in shown(pilot)
        name(pilot.app.screen, "Elm Vale Board")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, MeetingScreen)
        assert [item.title for item in store.record(2).items] == ["Apologies", "Mill race"]


async def test_all_meetings_are_reviewed_in_turn_and_keep_the_body_given_to_the_first(
    running: Running, store: Store, book: Path
) -> None:
    async with running((80, 24), meeting=None) as pilot:
        await asked(pilot, book)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Review)
        name(pilot.app.screen, "Elm Vale Board")
        await press(pilot, "enter")
        assert "meeting 2 of 3" in shown(pilot)
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, Meetings)
        assert "3 of 3 meetings are brought in." in shown(pilot)
        records = [store.record(number) for number in (2, 3, 4)]
        assert [record.body.name for record in records] == ["Elm Vale Board"] * 3
        assert [record.items[1].title for record in records] == ["Weirs", "Mill race", "Fish ladder"]


async def test_a_meeting_left_asks_whether_to_go_on_and_those_added_stay(
    running: Running, store: Store, book: Path
) -> None:
    async with running((80, 24), meeting=None) as pilot:
        await asked(pilot, book)
        await press(pilot, "enter", "escape")
        assert isinstance(pilot.app.screen, YesNo)
        assert "Go on with the 2 others?" in shown(pilot)
        await press(pilot, "1")
        assert isinstance(pilot.app.screen, Review)
        name(pilot.app.screen, "Elm Vale Board")
        await press(pilot, "enter", "escape")
        assert "1 of 3 meetings are brought in." in shown(pilot)
        assert [item.title for item in store.record(2).items] == ["Apologies", "Mill race"]


async def test_turning_away_brings_in_nothing(running: Running, store: Store, book: Path) -> None:
    async with running((80, 24), meeting=None) as pilot:
        await asked(pilot, book)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Meetings)
        assert len(store.meetings()) == 1
