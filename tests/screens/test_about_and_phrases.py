"""What the agenda does not say, and a body's own phrases."""

from __future__ import annotations

from datetime import date, time

from clerk.store import Store
from tests.screens.acting import meeting_screen, settled, shown, type_text
from tests.screens.conftest import Running


async def test_the_quorum_and_the_first_minute_are_put_right_by_form(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await pilot.press("escape", "A", "enter", "enter")
        await pilot.press("backspace")
        await type_text(pilot, "12\n")
        await pilot.press("backspace", "backspace")
        await type_text(pilot, "47\n")
        await pilot.press(*["enter"] * 5)
        record = store.record(number)
        assert (record.body.quorum, record.meeting.first_minute) == (12, 47)
        assert "NO QUORUM (12)" in shown(pilot)
        assert "53. Safer Nights" in shown(pilot)


async def test_a_quorum_that_is_no_number_is_refused(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await pilot.press("escape", "A", "enter", "enter")
        await type_text(pilot, "x" + "\n" * 7)
        assert "The quorum is a whole number of members." in shown(pilot)
        assert store.record(number).body.quorum == 5


async def test_the_day_and_the_time_of_the_meeting_are_put_right(running: Running, store: Store, number: int) -> None:
    async with running((80, 24)) as pilot:
        before = (store.record(number).meeting.date, store.record(number).meeting.time)
        await pilot.press("escape", "A")
        # The answers themselves are to be read: a line with a border has no room left for its words.
        assert "Quorum                  5" in shown(pilot)
        await pilot.press(*["enter"] * 4, "ctrl+u")
        await type_text(pilot, "soon\n")
        await pilot.press("ctrl+u")
        await type_text(pilot, "7.30 pm" + "\n" * 4)
        assert "Type the date with its month and year" in shown(pilot)
        await pilot.press(*["up"] * 4, "ctrl+u")
        await type_text(pilot, "Tuesday 5th January 2027" + "\n" * 5)
        meeting = store.record(number).meeting
        assert (meeting.date, meeting.time) == (date(2027, 1, 5), time(19, 30))
        assert "5 Jan" in shown(pilot)
        await pilot.press("escape", "U", "enter")
        assert (store.record(number).meeting.date, store.record(number).meeting.time) == before


async def test_a_phrase_of_the_body_is_kept_and_offered(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await pilot.press("escape", "P")
        await type_text(pilot, "Zebra crossings were felt to be [too] few.\n")
        await pilot.press("escape", "f8", "escape")
        assert store.phrases(number) == ("Zebra crossings were felt to be [too] few.",)
        await settled(pilot)
        await type_text(pilot, "Zebra")
        await settled(pilot)
        ghost = meeting_screen(pilot).editor.ghost
        assert ghost is not None
        assert ghost.text == " crossings were felt to be [too] few."
