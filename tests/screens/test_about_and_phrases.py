"""What the agenda does not say, and a body's own phrases."""

from __future__ import annotations

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
        await pilot.press("enter", "enter", "enter")
        record = store.record(number)
        assert (record.body.quorum, record.meeting.first_minute) == (12, 47)
        assert "NO QUORUM (12)" in shown(pilot)
        assert "53. Safer Nights" in shown(pilot)


async def test_a_quorum_that_is_no_number_is_refused(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await pilot.press("escape", "A", "enter", "enter")
        await type_text(pilot, "x\n\n\n\n\n")
        assert "The quorum is a whole number of members." in shown(pilot)
        assert store.record(number).body.quorum == 5


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
