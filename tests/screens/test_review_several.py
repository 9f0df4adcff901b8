"""Importing in the app a page that tells of one matter at several meetings: which of them is asked for first."""

from __future__ import annotations

from screens.review import Review
from tests.screens.acting import paste, press, settled, shown
from tests.screens.conftest import Running

ISSUE = """Issue - meetings
The [quay] lamps
Meeting: 07/03/2026 - Elm Vale Board (Item 7)
7 The [quay] lamps
Minutes:
The lamps were lit.
Meeting: 01/02/2026 - Elm Vale Board (Item 4)
4 The [quay] lamps
Minutes:
The lamps were bought.
"""


async def test_the_meeting_of_an_issue_to_bring_in_is_picked_before_the_review(running: Running) -> None:
    async with running((80, 24), meeting=None) as pilot:
        await press(pilot, "v")
        await paste(pilot, ISSUE)
        await press(pilot, "f9")
        await settled(pilot)
        asked = shown(pilot)
        assert "holds 2 meetings. Which is to be brought in?" in asked
        assert "All 2, one after the other" in asked
        assert "as one meeting" not in asked
        await press(pilot, "down", "down", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, Review)
        assert "1 February 2026" in shown(pilot)
        assert "The lamps were bought." in shown(pilot)
