"""The first frame shows the meeting as it stays: at its size, wrapped, at the cursor. Nothing is drawn twice."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from textual.screen import Screen

from clerk.model import Place
from clerk.store import Store
from screens.app import ClerkApp
from tests.screens.acting import item_with, press, settled, text_of
from tests.screens.conftest import Running

_LONG = "\n".join(
    f"{number}. words enough to be wrapped at any width of the page that there is" for number in range(60)
)


@pytest.fixture
def frames(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every frame drawn, as plain text."""
    drawn: list[str] = []

    def display(app: ClerkApp, screen: Screen[Any], frame: object) -> None:
        if frame is not None:
            drawn.append(text_of(screen))

    monkeypatch.setattr(ClerkApp, "_display", display)
    return drawn


@pytest.mark.parametrize("size", [(80, 24), (106, 30), (120, 40)])
async def test_the_first_frame_shows_what_stays_and_is_the_only_one(
    running: Running, store: Store, number: int, frames: list[str], size: tuple[int, int]
) -> None:
    at = item_with(store, number, "6")
    item = store.record(number).items[at]
    store.save_page(item.id, f"{_LONG}\nTHE END", datetime(2026, 11, 24, 10, 43), Place(item.id, 60, 7))
    async with running(size) as pilot:
        await settled(pilot)
        assert "THE END" in frames[0]
        assert frames == [text_of(pilot.app.screen)]


@pytest.mark.parametrize("key", ["f2", "f3", "f6", "ctrl+f", "ctrl+g"])
async def test_a_card_comes_up_in_one_frame_and_goes_in_one(running: Running, frames: list[str], key: str) -> None:
    async with running() as pilot:
        await settled(pilot)
        before = frames[-1]
        for turn in ("first", "again"):
            frames.clear()
            await press(pilot, key)
            await settled(pilot)
            assert len(set(frames)) == 1, turn
            assert frames[0] != before, turn
            assert frames[0].index("╭"), "a card stands in the middle"
            frames.clear()
            await press(pilot, "escape")
            await settled(pilot)
            assert set(frames) == {before}, turn
