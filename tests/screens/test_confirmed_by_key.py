"""A meeting whose minutes are confirmed: the question before its record is changed, and the copies written of it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from clerk.afterwards.parts import Confirmation
from clerk.store import Store
from exports.word import word_text
from screens.app import ClerkApp
from screens.desk import Desk
from tests.clerk.two_meetings import JUNE, SEPTEMBER
from tests.screens.acting import meeting_screen, press, settled, shown, type_text

NOW = datetime(2026, 9, 18, 10, 5)
ASKED = "These minutes were confirmed on 18 September 2026. Change the record all the same?"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: Store) -> Path:
    """A home folder of the test's own, and the minutes of June confirmed."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr("screens.app.Desk", partial(Desk, now=lambda: NOW))
    assert (store.add(JUNE), store.add(SEPTEMBER)) == (1, 2)
    store.confirm(1, Confirmation(SEPTEMBER.meeting.date), (2, 2))
    return tmp_path


def app(store: Store) -> ClerkApp:
    return ClerkApp(store, 1)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_the_first_key_asks_once_and_all_that_was_typed_is_put_in(store: Store, size: tuple[int, int]) -> None:
    async with app(store).run_test(size=size) as pilot:
        await settled(pilot)
        text = store.record(1).items[0].text
        await type_text(pilot, "q")
        assert ASKED in " ".join(shown(pilot).replace("│", " ").split())
        await type_text(pilot, "uay\n[sic]")
        await settled(pilot)
        assert store.record(1).items[0].text == text
        await press(pilot, "ctrl+s")
        await settled(pilot)
        assert meeting_screen(pilot).editor.text == f"{text}quay\n[sic]"
        assert store.record(1).items[0].text == f"{text}quay\n[sic]"
        await type_text(pilot, "!")
        await settled(pilot)
        assert store.record(1).items[0].text.endswith("[sic]!")


async def test_turned_down_the_page_is_as_it_was_and_it_is_asked_again(store: Store) -> None:
    async with app(store).run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        text = store.record(1).items[0].text
        for key in ("backspace", "enter"):
            await press(pilot, key)
            assert "Change the record all the same?" in shown(pilot)
            await press(pilot, "escape")
            await settled(pilot)
            assert meeting_screen(pilot).editor.text == text
            assert store.record(1).items[0].text == text
            assert "saved" in shown(pilot)


async def test_a_command_that_changes_the_record_asks_and_then_does_it(store: Store) -> None:
    async with app(store).run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "f3")
        assert "Change the record all the same?" in shown(pilot)
        await press(pilot, "escape")
        assert len(pilot.app.screen_stack) == 1
        await press(pilot, "f3", "enter")
        assert "interest" in shown(pilot).lower()
        assert len(pilot.app.screen_stack) == 2


async def test_looking_and_writing_copies_ask_nothing(store: Store) -> None:
    async with app(store).run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        for keys in (["f7"], ["ctrl+b", "escape"], ["f6", "escape"], ["escape", "h", "escape"], ["f9", "escape"]):
            await press(pilot, *keys)
            assert "Change the record" not in shown(pilot)
        await press(pilot, "ctrl+c")
        assert "Change the record" not in shown(pilot)


async def test_minutes_that_are_not_confirmed_ask_nothing(store: Store) -> None:
    async with ClerkApp(store, 2).run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await type_text(pilot, "quay")
        await settled(pilot)
        assert "quay" in store.record(2).items[1].text


async def test_told_to_end_while_it_asks_nothing_typed_is_lost(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screens.app.os", SimpleNamespace(_exit=lambda code: None))
    clerk = app(store)
    async with clerk.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await type_text(pilot, "q")
        assert "Change the record all the same?" in shown(pilot)
        clerk._told_to_end()
        await settled(pilot)
    with Store.open(store.path, write=False) as after:
        assert after.record(1).items[0].text.endswith("q")


async def test_of_confirmed_minutes_the_confirmed_copies_come_first_and_a_draft_is_called_one(
    store: Store, home: Path
) -> None:
    item = store.record(1).items[0]
    store.save_page(item.id, "Somebody.", NOW)
    async with app(store).run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "escape", "E")
        assert "Draft minutes: as the record stands" in shown(pilot)
        assert "Public minutes" not in shown(pilot)
        await press(pilot, "enter", "enter")
        await settled(pilot)
        (file,) = home.glob("*.docx")
        words = "\n".join(word_text(file.read_bytes()))
        assert "None [sic]." in words
        assert "DRAFT" not in words
        assert "The record has been changed" in shown(pilot)


@pytest.mark.parametrize(("keys", "copy"), [(["down"] * 2, "decisions"), (["up"] * 2, "draft decisions")])
async def test_other_copies_are_of_what_was_confirmed_unless_the_draft_is_picked(
    store: Store, home: Path, keys: list[str], copy: str
) -> None:
    item = store.record(1).items[1]
    store.save_page(item.id, item.text.replace("That it go on", "That it stop"), NOW)
    async with app(store).run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "escape", "E", *keys, "enter")
        assert f"Write the {copy} to" in shown(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        (file,) = home.glob(f"*Board {copy}.docx")
        confirmed = copy == "decisions"
        words = "\n".join(word_text(file.read_bytes()))
        assert ("That it go on" in words, "That it stop" in words) == (confirmed, not confirmed)
        assert ("The record has been changed" if confirmed else "This is the record as it") in shown(pilot)
