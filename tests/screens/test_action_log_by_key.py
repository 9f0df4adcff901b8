"""The action log by key: marking done, noting progress, finding by name, and minuting what was reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from clerk.actions.noted import actions_of
from clerk.actions.progress import ActionStatus
from clerk.demo import demo_record
from clerk.model import Entry, Item, Record
from clerk.store import Store
from clerk.terms import MeetingState
from exports.word import word_text
from tests.screens.acting import item_with, meeting_screen, press, settled, shown, type_text
from tests.screens.conftest import NOW, Running

LINES = ("A: SW: send the [draft] to all by 1 September", "A: IS: ask the landlords")


@pytest.fixture
def number(store: Store) -> int:
    """The demo meeting, with one before it that left two actions."""
    demo = demo_record(NOW)
    before = replace(demo.meeting, date=NOW.date() - timedelta(weeks=13), state=MeetingState.DRAFT)
    items = (Item("Letters", "1", entries=tuple(map(Entry, LINES))),)
    store.add(Record(demo.body, before, items, demo.presence))
    return store.add(demo)


def _status(store: Store) -> list[str]:
    return [each.status.value for each in actions_of(store.record(1))]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_log_shows_what_earlier_meetings_left_and_this_one(running: Running, size: tuple[int, int]) -> None:
    async with running(size) as pilot:
        await press(pilot, "escape", "L")
        picture = shown(pilot)
        assert "Action log: 7 open, 1 overdue" in picture
        assert "Sam Whitlock: send the [draft]" in picture
        assert "OVERDUE" in picture
        assert "Imran Sadiq: ask the landlords" in picture
        assert "circulate the" in picture


async def test_enter_or_space_marks_done_and_again_opens(running: Running, store: Store) -> None:
    async with running() as pilot:
        await press(pilot, "escape", "L", "enter")
        assert _status(store) == ["completed", "open"]
        assert "✓" in shown(pilot)
        await press(pilot, "down", "space", "up", "space")
        assert _status(store) == ["open", "completed"]
        await press(pilot, "f3")
        assert _status(store) == ["no longer required", "completed"]


async def test_typing_a_name_leaves_that_persons_actions(running: Running, store: Store) -> None:
    async with running() as pilot:
        await press(pilot, "escape", "L")
        await type_text(pilot, "imran ask")
        picture = shown(pilot)
        assert "ask the landlords" in picture
        assert "send the [draft]" not in picture
        await press(pilot, "enter")
        assert _status(store) == ["open", "completed"]
        await type_text(pilot, "zzz")
        assert "No action fits what is typed." in shown(pilot)
        await press(pilot, "enter", "f2", "f3", "down", "pagedown")
        assert _status(store) == ["open", "completed"]


async def test_a_note_is_typed_and_minuted_at_the_cursor_and_undone_as_one(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        screen = meeting_screen(pilot)
        before = screen.editor.text
        await press(pilot, "escape", "L", "f4")
        assert "No progress since the last meeting" in shown(pilot)
        await press(pilot, "f2")
        await type_text(pilot, "two [of] three sent\n")
        await press(pilot, "down", "enter", "f4")
        first, second = screen.editor.text.split("\n")[-2:]
        assert first.endswith("provided an update on the action to send the [draft] to all: two [of] three sent.")
        # Points, because the cursor was on one.
        assert second.startswith("- Further to minute")
        assert second.endswith("the action to ask the landlords had been completed.")
        await press(pilot, "escape", "L", "f4")
        assert "that is not on the page" in shown(pilot)
        await press(pilot, "escape", "ctrl+z")
        assert screen.editor.text == before
        assert actions_of(store.record(1))[0].progress == "two [of] three sent"


async def test_progress_stands_above_the_decision_that_the_usual_words_have_put_there(
    running: Running, store: Store, number: int
) -> None:
    at = item_with(store, number, "5")
    store.save_page(store.record(number).items[at].id, "", NOW)
    async with running() as pilot:
        await press(pilot, "f6", "5", "enter", "f4", "escape", "L", "enter", "f4")
        lines = meeting_screen(pilot).editor.text.rstrip("\n").split("\n")
        assert "had been completed." in lines[-2]
        assert lines[-1].startswith("R: ")
        # And where the page has nothing but its decision.
        meeting_screen(pilot).editor.load_text("R: That it be noted\nV: agreed")
        await press(pilot, "ctrl+end", "escape", "L", "f4")
        assert [line[:2] for line in meeting_screen(pilot).editor.text.split("\n")] == ["Fu", "R:", "V:"]


async def test_the_usual_words_of_the_action_log_lead_on_to_it(running: Running, store: Store, number: int) -> None:
    at = item_with(store, number, "5")
    store.save_page(store.record(number).items[at].id, "", NOW)
    async with running() as pilot:
        await press(pilot, "f6", "5", "enter", "f4")
        assert "Action log:" not in shown(pilot)
        await press(pilot, "f4")
        assert "Action log:" in shown(pilot)
        await press(pilot, "escape")
        assert len(pilot.app.screen_stack) == 1


async def test_to_read_only_the_log_is_shown_and_nothing_changes(
    running: Running, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running() as pilot:
        monkeypatch.setattr("screens.desk_record.DeskRecord.read_only", property(lambda _: True))
        await press(pilot, "escape", "L", "enter", "f3")
        assert "Nothing was changed" in shown(pilot)
        await press(pilot, "f4")
        assert "send the [draft]" in shown(pilot)
    assert _status(store) == ["open", "open"]


async def test_the_log_is_written_as_a_word_file_from_the_copies(
    running: Running, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    store.report_progress([2], NOW, status=ActionStatus.COMPLETED)
    async with running() as pilot:
        await press(pilot, "escape", "E", "down", "down", "down", "enter")
        assert "Write the action log to" in shown(pilot)
        await press(pilot, "enter")
        await settled(pilot)
    [path] = tmp_path.glob("*action log.docx")
    said = "\n".join(word_text(path.read_bytes()))
    assert "1 September 2026 (overdue)" in said
    assert "Completed on 24 November 2026" in said
    assert "circulate the revised" not in said
