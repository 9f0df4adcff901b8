"""Ctrl+Home and Ctrl+End go to the ends of an item's minute, as in Word."""

from __future__ import annotations

from clerk.store import Store
from tests.screens.acting import meeting_screen, press
from tests.screens.conftest import Running


async def test_ctrl_home_and_ctrl_end_go_to_the_ends_of_the_page_and_with_shift_select(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        editor = meeting_screen(pilot).editor
        editor.load_text("The first line\n\nThe last line")
        await press(pilot, "ctrl+end", "x", "ctrl+home", "y")
        assert editor.text == "yThe first line\n\nThe last linex"
        await press(pilot, "ctrl+shift+end")
        assert editor.selected_text == "The first line\n\nThe last linex"
        await press(pilot, "ctrl+shift+home")
        assert editor.selected_text == "y"
