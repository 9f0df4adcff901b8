"""Importing in the app: the review first, then a new meeting or the one that was planned, and it opens."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from clerk.store import Store
from screens.import_from import ImportFile, ImportPasted
from screens.meeting import MeetingScreen
from screens.meetings import Meetings
from screens.review import Review
from tests.screens.acting import paste, press, settled, shown, type_text
from tests.screens.conftest import Running

AGENDA = "Elm Vale Board\nMonday 6 July 2026\n1. Apologies\n2. Weirs\n3. Mill race\n"


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    file = tmp_path / "the [agenda].txt"
    file.write_text(AGENDA, encoding="utf-8")
    return file


async def test_an_agenda_is_reviewed_mended_added_and_opened(running: Running, store: Store, agenda: Path) -> None:
    async with running((80, 24), meeting=None) as pilot:
        await press(pilot, "i")
        await type_text(pilot, f"'{agenda}'\n")
        await settled(pilot)
        assert isinstance(pilot.app.screen, Review)
        assert "the [agenda].txt" in shown(pilot)
        await press(pilot, "end", "j", "enter")
        assert isinstance(pilot.app.screen, MeetingScreen)
        assert [item.title for item in store.record(2).items] == ["Apologies", "Weirs"]
        assert store.record(2).items[1].note == "3. Mill race"


async def test_the_agenda_again_says_what_changes_and_keeps_one_meeting(
    running: Running, store: Store, agenda: Path
) -> None:
    from clerk.importers.recognise import read_text

    number = store.add(read_text(AGENDA).record)
    weirs = store.record(number).items[1]
    store.save_page(weirs.id, "N: prepared", datetime(2026, 7, 1))
    agenda.write_text(AGENDA.replace("3. Mill", "3. Fish [sic] ladder\n4. Mill"), encoding="utf-8")
    async with running((80, 24), meeting=None) as pilot:
        await press(pilot, "i")
        await type_text(pilot, f"{agenda}\n")
        await press(pilot, "enter")
        assert f"Meeting {number}, Elm Vale Board" in shown(pilot)
        assert "- New on the agenda: item 3 “Fish [sic] ladder”." in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Review)
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, MeetingScreen)
        assert len(store.meetings()) == 2
        assert [item.title for item in store.record(number).items][2] == "Fish [sic] ladder"
        assert store.record(number).items[1].text == "N: prepared"


async def test_a_minuted_meeting_is_left_alone_and_another_made_on_purpose(
    running: Running, store: Store, agenda: Path
) -> None:
    from clerk.importers.recognise import read_text

    number = store.add(read_text(AGENDA).record)
    store.open_meeting(number, datetime(2026, 7, 6, 10))
    store.close_meeting(number, datetime(2026, 7, 6, 11))
    before = store.record(number)
    async with running((80, 24), meeting=None) as pilot:
        await press(pilot, "i")
        await type_text(pilot, f"{agenda}\n")
        await press(pilot, "enter", "enter")
        assert "has been minuted already" in shown(pilot)
        await press(pilot, "n")
        assert len(store.meetings()) == 3
        assert store.record(number) == before


async def test_an_agenda_pasted_where_its_path_was_asked_is_read(running: Running) -> None:
    async with running(meeting=None) as pilot:
        await press(pilot, "i")
        assert isinstance(pilot.app.screen, ImportFile)
        await paste(pilot, AGENDA)
        await settled(pilot)
        assert isinstance(pilot.app.screen, Review)
        assert "What was pasted" in shown(pilot)


async def test_an_agenda_is_pasted_into_a_box_of_its_own(running: Running, store: Store) -> None:
    async with running((80, 24), meeting=None) as pilot:
        await press(pilot, "v", "f9")
        assert "Nothing is pasted yet" in shown(pilot)
        await paste(pilot, AGENDA + "4. [/red] \x07\n")
        assert isinstance(pilot.app.screen, ImportPasted)
        assert "[/red] [U+0007]" in shown(pilot)
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, Review)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Meetings)
        assert len(store.meetings()) == 1


async def test_what_cannot_be_read_is_said_and_changes_nothing(running: Running, store: Store) -> None:
    async with running(meeting=None) as pilot:
        await press(pilot, "v")
        await paste(pilot, "no agenda [/]\n")
        await press(pilot, "f9")
        assert "Not imported" in shown(pilot)
        assert len(store.meetings()) == 1
