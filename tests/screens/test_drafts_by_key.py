"""The drafts that went round, by key: what has changed since one, between two, and one of them again."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from clerk.afterwards.parts import Confirmation
from clerk.store import Store
from exports.draft_minutes import write_circulated
from exports.word import word_text
from screens.app import ClerkApp
from screens.desk import Desk
from tests.clerk.two_meetings import JUNE, SEPTEMBER
from tests.exports.test_redline import changed
from tests.screens.acting import assert_golden, meeting_screen, press, settled, shown, type_text

NOW = datetime(2026, 6, 22, 9, 5)
LATER = datetime(2026, 6, 29, 16, 30)
SIZES = [(80, 24), (120, 40)]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr("screens.app.Desk", partial(Desk, now=lambda: LATER))
    return tmp_path


def circulate_two(store: Store, folder: Path) -> list[bytes]:
    """Two drafts go round, between which the cost changed; returns their files."""
    files = []
    store.add(JUNE)
    for when, to, cost in ((NOW, "the Chair [sic]", "a little"), (LATER, "members and officers", "much")):
        item = store.record(1).items[1]
        page = item.text.replace("{KL>a great deal}", cost).replace("a little", cost)
        store.save_page(item.id, page, when)
        store.circulate(1, when, to)
        path = folder / f"sent {to[:3]}.docx"
        write_circulated(path, store.record(1))
        files.append(path.read_bytes())
    return files


def card(screen: str) -> str:
    """The card alone, wherever it stands on the screen."""
    rows = screen.split("\n")
    top = next(at for at, row in enumerate(rows) if "╭" in row)
    bottom = next(at for at, row in enumerate(rows) if "╰" in row)
    left, right = rows[top].index("╭"), rows[top].index("╮")
    return "\n".join(row[left : right + 1] for row in rows[top : bottom + 1])


@pytest.mark.parametrize("size", SIZES)
async def test_the_card_lists_every_draft_with_when_and_to_whom(
    store: Store, home: Path, size: tuple[int, int], update_golden: bool
) -> None:
    circulate_two(store, home)
    async with ClerkApp(store, 1).run_test(size=size) as pilot:
        await pilot.pause()
        await press(pilot, "escape", "R")
        assert_golden(f"drafts_{size[0]}x{size[1]}", card(shown(pilot)), update_golden)


async def test_enter_writes_what_has_changed_since_the_draft_that_is_marked(store: Store, home: Path) -> None:
    circulate_two(store, home)
    item = store.record(1).items[1]
    store.save_page(item.id, item.text.replace("six weeks", "eight weeks"), LATER)
    async with ClerkApp(store, 1).run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        await press(pilot, "escape", "R", "down", "enter", "enter")
        await settled(pilot)
        (file,) = home.glob("*redline since draft 1.docx")
        assert "Redline written" in shown(pilot)
        assert changed(file.read_bytes(), "ins") == ["eight", "much"]
        assert changed(file.read_bytes(), "del") == ["six", "a little"]


async def test_two_drafts_are_compared_from_the_earlier_to_the_later(store: Store, home: Path) -> None:
    circulate_two(store, home)
    item = store.record(1).items[1]
    store.save_page(item.id, item.text.replace("six weeks", "eight weeks"), LATER)
    async with ClerkApp(store, 1).run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        await press(pilot, "escape", "R", "space")
        assert "COMPARE" in shown(pilot)
        await press(pilot, "down")
        assert "what changed from draft 1 to draft 2" in shown(pilot)
        await press(pilot, "enter", "enter")
        await settled(pilot)
        (file,) = home.glob("*redline from draft 1 to draft 2.docx")
        assert (changed(file.read_bytes(), "ins"), changed(file.read_bytes(), "del")) == (["much"], ["a little"])


async def test_a_draft_is_written_again_as_it_went_round(store: Store, home: Path) -> None:
    first, second = circulate_two(store, home)
    item = store.record(1).items[1]
    store.save_page(item.id, "All new.", LATER)
    async with ClerkApp(store, 1).run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        await press(pilot, "escape", "R", "f9", "enter")
        await settled(pilot)
        await press(pilot, "escape", "R", "down", "f9", "enter")
        await settled(pilot)
        (again,) = home.glob("*Board draft minutes.docx")
        assert word_text(again.read_bytes()) == word_text(first)
        (again,) = home.glob("*Board draft 2 minutes.docx")
        assert word_text(again.read_bytes()) == word_text(second)
        assert "Draft 2, circulated on 29 June 2026." in word_text(second)
        assert len(store.record(1).afterwards.circulated) == 2, "written again, it has not gone round again"


async def test_where_nothing_changed_nothing_is_written(store: Store, home: Path) -> None:
    circulate_two(store, home)
    async with ClerkApp(store, 1).run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        await press(pilot, "escape", "R", "enter")
        await settled(pilot)
        assert "Nothing that prints has changed since draft 2" in shown(pilot)
        assert meeting_screen(pilot).is_current
        assert not list(home.glob("*redline*"))


async def test_a_draft_that_is_not_kept_and_one_that_never_was_say_so(store: Store, home: Path) -> None:
    circulate_two(store, home)
    went_round = store.record(1)
    store.add(went_round)
    store.add(JUNE)
    for meeting, said in ((2, "destroyed it."), (3, "Esc V writes one")):
        async with ClerkApp(store, meeting).run_test(size=(120, 40), notifications=True) as pilot:
            await pilot.pause()
            await press(pilot, "escape", "R", "enter")
            await settled(pilot)
            assert said in shown(pilot)


async def test_a_file_that_cannot_be_written_is_told_and_the_meeting_goes_on(store: Store, home: Path) -> None:
    circulate_two(store, home)
    (home / "taken.docx").mkdir()
    async with ClerkApp(store, 1).run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        await press(pilot, "escape", "R", "f9", "ctrl+u")
        await type_text(pilot, f"{home / 'taken'}\n")
        await press(pilot, "enter")
        await settled(pilot)
        assert "Not written" in shown(pilot)
        assert meeting_screen(pilot).is_current


async def test_once_confirmed_it_is_what_changed_up_to_the_confirmed_minutes_as_amended(
    store: Store, home: Path
) -> None:
    circulate_two(store, home)
    store.add(SEPTEMBER)
    store.amend_and_minute(1, (2, 2), "The trial ran for eight weeks.", (2, 2), LATER)
    store.confirm(1, Confirmation(SEPTEMBER.meeting.date), (2, 2))
    store.save_page(store.record(1).items[0].id, "Typed since.", LATER)
    async with ClerkApp(store, 1).run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "escape", "R")
        assert "from draft 2 to the confirmed minutes" in shown(pilot)
        await press(pilot, "enter", "enter")
        await settled(pilot)
        (file,) = home.glob("*redline from draft 2 to confirmed minutes.docx")
        content = file.read_bytes()
        assert "six" in changed(content, "del")
        assert "eight" in changed(content, "ins")
        assert "Typed since." not in "\n".join(word_text(content))


async def test_minutes_confirmed_as_they_went_round_have_nothing_to_write(store: Store, home: Path) -> None:
    circulate_two(store, home)
    store.confirm(1, Confirmation(SEPTEMBER.meeting.date))
    store.save_page(store.record(1).items[0].id, "Typed since.", LATER)
    async with ClerkApp(store, 1).run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "escape", "R", "enter")
        await settled(pilot)
        assert "Nothing that prints has" in shown(pilot)
        assert not list(home.glob("*redline*"))
