"""A break put right or taken out by key, and that undone."""

from __future__ import annotations

import pytest

from clerk.store import Store
from tests.screens.acting import meeting_screen, press, shown, type_text
from tests.screens.conftest import NOW, Running


@pytest.fixture
def adjourned(store: Store, number: int) -> Store:
    """The demo meeting, which adjourned for ten minutes; that stands on the page of the item then open."""
    store.adjourn(number, NOW.replace(minute=20), "a short break")
    store.resume(number, NOW.replace(minute=30))
    item = store.record(number).items[6]
    lines = "The meeting adjourned at 10.20 am for a short break.\nThe meeting resumed at 10.30 am."
    store.save_page(item.id, f"{item.text}\n{lines}", NOW)
    return store


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_times_of_a_break_are_put_right_on_the_page_too_and_undone(
    running: Running, adjourned: Store, number: int, size: tuple[int, int]
) -> None:
    async with running(size) as pilot:
        before = meeting_screen(pilot).editor.text
        await press(pilot, "escape", "S")
        assert "A break put right" in shown(pilot)
        await type_text(pilot, "9.30\n\n\n")
        assert "but opened at" in " ".join(shown(pilot).split()), "and the form stays, with what is typed"
        await press(pilot, "up", "up")
        await type_text(pilot, "10.25\n10.40\n\n")
        (put_right,) = adjourned.record(number).meeting.adjournments
        assert put_right.resumed is not None
        assert (put_right.began.minute, put_right.resumed.minute) == (25, 40)
        assert "adjourned at 10.25 am for a short break.\nThe meeting resumed at 10.40 am." in (
            meeting_screen(pilot).editor.text
        )
        await press(pilot, "escape", "U", "enter")
        assert adjourned.record(number).meeting.adjournments[0].began.minute == 20
        assert meeting_screen(pilot).editor.text == before


async def test_a_break_with_no_time_is_taken_out_with_its_lines_and_comes_back_when_that_is_undone(
    running: Running, adjourned: Store, number: int
) -> None:
    async with running() as pilot:
        before = meeting_screen(pilot).editor.text
        await press(pilot, "escape", "S", "backspace", "enter", "enter", "enter")
        assert adjourned.record(number).meeting.adjournments == ()
        assert "adjourned" not in meeting_screen(pilot).editor.text
        await press(pilot, "escape", "U", "enter")
        assert len(adjourned.record(number).meeting.adjournments) == 1
        assert meeting_screen(pilot).editor.text == before


async def test_of_several_breaks_one_is_picked_and_other_words_stay(
    running: Running, adjourned: Store, number: int
) -> None:
    adjourned.adjourn(number, NOW.replace(minute=40), "")
    async with running() as pilot:
        await press(pilot, "escape", "S")
        assert "10.20 am to 10.30 am, a short break" in shown(pilot)
        await press(pilot, "down", "enter")
        await type_text(pilot, "10.42\n\n\n")
        assert [each.began.minute for each in adjourned.record(number).meeting.adjournments] == [20, 42]
        assert "in your own words" in " ".join(shown(pilot).split())


async def test_with_no_break_the_key_that_adjourns_is_named(running: Running) -> None:
    async with running() as pilot:
        await press(pilot, "escape", "S")
        assert "Esc s adjourns it" in " ".join(shown(pilot).split())
