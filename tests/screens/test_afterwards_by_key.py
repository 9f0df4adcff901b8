"""Drafts circulated, earlier minutes amended and confirmed, by key."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from clerk.afterwards.amending import confirmation_at
from clerk.store import Store
from clerk.terms import MeetingState
from exports.word import word_text
from screens.app import ClerkApp
from screens.desk import Desk
from screens.widgets.plain import Words
from tests.clerk.two_meetings import JUNE, SEPTEMBER
from tests.screens.acting import meeting_screen, press, settled, shown, type_text

NOW = datetime(2026, 9, 18, 10, 5)
SIZES = [(120, 40), (80, 24)]


def facts(pilot: Pilot[Any]) -> str:
    """What stands between an item's heading and its page."""
    return str(meeting_screen(pilot).query_one("#facts", Words).content)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: Store) -> Path:
    """A home folder of the test's own, and both meetings in the database."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr("screens.app.Desk", partial(Desk, now=lambda: NOW))
    assert (store.add(JUNE), store.add(SEPTEMBER)) == (1, 2)
    return tmp_path


@pytest.mark.parametrize("size", SIZES)
async def test_a_line_is_found_reworded_and_minuted_here(store: Store, size: tuple[int, int]) -> None:
    async with ClerkApp(store, 2).run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        assert meeting_screen(pilot).at == 1
        await press(pilot, "escape", "M")
        assert "Amend which line of the minutes of 19 June 2026?" in shown(pilot)
        await type_text(pilot, "six")
        assert "25(i)" in shown(pilot)
        assert "25(ii)" not in shown(pilot)
        await press(pilot, "enter")
        assert "Minute 25(i) of 19 June 2026 is to read:" in shown(pilot)
        await press(pilot, "ctrl+w", "ctrl+w")
        await type_text(pilot, "months [sic].\n")
        assert [each.new for each in store.record(1).afterwards.amendments] == ["- The trial ran for six months [sic]."]
        assert "being amended to read:" in shown(pilot)
        assert "“The trial ran for six months [sic].”" in shown(pilot)
        assert store.record(1).items == JUNE.items
        await press(pilot, "escape", "M", "down", "down")
        assert "AMENDED" in shown(pilot)


async def test_a_line_is_taken_out_and_brought_back(store: Store) -> None:
    async with ClerkApp(store, 2).run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        await press(pilot, "escape", "M")
        await type_text(pilot, "six")
        await press(pilot, "enter", "f8")
        assert [each.new for each in store.record(1).afterwards.amendments] == [""]
        assert "the deletion of the following from minute 25(i):" in " ".join(meeting_screen(pilot).editor.text.split())
        await press(pilot, "escape", "M", "down", "down")
        assert "TAKEN OUT" in shown(pilot)
        await press(pilot, "enter")
        assert "It is taken out as things stand" in shown(pilot)
        await press(pilot, "enter")
        assert store.record(1).afterwards.amendments == ()


async def test_a_line_is_put_in_after_one_and_taken_back(store: Store) -> None:
    async with ClerkApp(store, 2).run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        await press(pilot, "escape", "M")
        await type_text(pilot, "six")
        await press(pilot, "enter", "f5")
        assert "Put in after minute 25(i) of 19 June 2026:" in shown(pilot)
        assert "That line: The trial ran for six weeks." in shown(pilot)
        await press(pilot, "enter")
        assert "Type the words to put in" in shown(pilot)
        await type_text(pilot, "Then it [sic] stopped.\n")
        assert [each.new for each in store.record(1).afterwards.amendments] == ["- Then it [sic] stopped."]
        assert meeting_screen(pilot).editor.text.endswith("> “Then it [sic] stopped.”")
        await press(pilot, "escape", "M", "down", "down")
        assert "LINE AFTER IT" in shown(pilot)
        await press(pilot, "enter", "f5", "enter")
        assert store.record(1).afterwards.amendments == ()


async def test_amending_to_the_same_words_or_turning_away_changes_nothing(store: Store) -> None:
    async with ClerkApp(store, 2).run_test(notifications=True) as pilot:
        await pilot.pause()
        await press(pilot, "escape", "M", "enter", "enter")
        await press(pilot, "escape", "M", "enter", "x", "escape")
        assert store.record(1).afterwards.amendments == ()
        assert store.record(2).items == SEPTEMBER.items


async def test_the_minutes_of_the_meeting_before_are_confirmed_and_the_page_says_so(store: Store) -> None:
    async with ClerkApp(store, 2).run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        await press(pilot, "escape", "C")
        assert "Confirm the minutes of 19 June 2026 as a correct record" in shown(pilot)
        assert "Cllr A. Example" in shown(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        assert store.record(1).meeting.state is MeetingState.CONFIRMED
        confirmation = store.record(1).afterwards.confirmation
        assert confirmation
        assert (confirmation.by, confirmation.minute) == ("Cllr A. Example", 31)
        assert "confirmed as a correct record" in store.record(2).items[1].text


async def test_earlier_minutes_are_put_right_under_the_item_for_that_alone(store: Store) -> None:
    async with ClerkApp(store, 2).run_test(notifications=True) as pilot:
        await pilot.pause()
        await press(pilot, "f7", "escape", "C")
        assert "Go to the item on the previous minutes first" in shown(pilot)
        assert store.record(1).meeting.state is MeetingState.DRAFT


async def test_a_confirmed_meeting_warns_before_it_is_changed_and_lets_it_be_changed(store: Store) -> None:
    store.amend_and_minute(1, (2, 2), "The trial ran for eight weeks.", (2, 2), NOW)
    store.confirm(1, confirmation_at(store.record(2)), (2, 2))
    async with ClerkApp(store, 1).run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert "What is changed here is not in what was signed" in facts(pilot)
        assert "not in what was signed" in shown(pilot)
        assert "confirmed │" in shown(pilot)
        await press(pilot, "escape", "n")
        assert "Amended on 18 September 2026 (minute 31): minute 25(i) to read" in facts(pilot)
        await press(pilot, "ctrl+b")
        assert "eight weeks" in shown(pilot)
        assert "DRAFT" not in shown(pilot)
        await press(pilot, "escape")
        await press(pilot, "f9")
        assert "Write the confirmed minutes to" in shown(pilot)
        await press(pilot, "escape")
        meeting_screen(pilot).to_page()
        await type_text(pilot, "zz")
        await press(pilot, "ctrl+s")
        await settled(pilot)
        assert "zz" in store.record(1).items[1].text
        assert store.record(1).meeting.state is MeetingState.CONFIRMED


async def test_a_draft_is_circulated_by_key_and_its_file_says_which_it_is(store: Store, home: Path) -> None:
    store.circulate(1, NOW)
    async with ClerkApp(store, 1).run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        await press(pilot, "escape", "V")
        assert "Circulate draft 2 of these minutes" in shown(pilot)
        await type_text(pilot, "members\n")
        await press(pilot, "enter")
        await pilot.pause()
        (file,) = home.glob("*draft 2 minutes.docx")
        assert "Draft 2, circulated on 18 September 2026." in word_text(file.read_bytes())
        assert [each.to for each in store.record(1).afterwards.circulated] == ["", "members"]
        assert "circulated v2" in shown(pilot)


async def test_a_draft_that_cannot_be_written_has_not_gone_round(store: Store, home: Path) -> None:
    (home / "taken.docx").mkdir()
    async with ClerkApp(store, 1).run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        await press(pilot, "escape", "V", "enter", "ctrl+u")
        await type_text(pilot, f"{home / 'taken.docx'}\n")
        await pilot.pause()
        assert "Not circulated" in shown(pilot)
        assert store.record(1).afterwards.circulated == ()


async def test_a_meeting_that_is_on_has_no_draft_to_circulate(store: Store) -> None:
    async with ClerkApp(store, 2).run_test(notifications=True) as pilot:
        await pilot.pause()
        await press(pilot, "escape", "V")
        assert "F12 closes it" in shown(pilot)
