"""The list of meetings: opening one, importing an agenda, and what is said when that fails."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from textual.widgets import OptionList

from clerk.model import Body, Meeting, Record
from clerk.own_files.as_text import dumps
from clerk.store import Store
from screens.app import ClerkApp
from screens.meeting import MeetingScreen
from screens.meetings import Meetings
from tests.screens.acting import assert_golden, press, settled, shown, type_text, until
from tests.screens.conftest import Running


async def test_the_list_shows_each_meeting_with_its_day_and_state(running: Running, update_golden: bool) -> None:
    async with running((80, 24), meeting=None) as pilot:
        assert_golden("meetings_80x24", shown(pilot), update_golden)


async def test_enter_opens_the_meeting_in_session(running: Running) -> None:
    async with running(meeting=None) as pilot:
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, MeetingScreen)
        await pilot.press("escape", "m")
        assert isinstance(pilot.app.screen, Meetings)


async def test_a_meeting_opened_from_the_list_looks_as_one_opened_at_once(running: Running) -> None:
    async with running((120, 40)) as pilot:
        at_once = shown(pilot)
        await pilot.press("escape", "m")
        await pilot.pause()
        from_meeting = shown(pilot)
    async with running((120, 40), meeting=None) as pilot:
        assert shown(pilot) == from_meeting
        await pilot.press("enter")
        await pilot.pause()
        assert shown(pilot) == at_once


async def test_an_empty_database_says_what_to_do(tmp_path: Path) -> None:
    with Store.open(tmp_path / "empty.db") as store:
        async with ClerkApp(store).run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "Press i to import an agenda" in shown(pilot)


async def test_a_file_is_imported_by_key(running: Running, store: Store, number: int, tmp_path: Path) -> None:
    file = tmp_path / "meeting [1].txt"
    file.write_text(dumps(store.record(number)), encoding="utf-8")
    async with running(meeting=None) as pilot:
        await pilot.press("i")
        await type_text(pilot, f"{file}\n")
        await settled(pilot)
        assert len(store.meetings()) == 2
        assert store.record(store.meetings()[0].number) == store.record(number)


async def test_a_file_that_is_not_there_is_said_and_changes_nothing(running: Running, store: Store) -> None:
    async with running(meeting=None) as pilot:
        await pilot.press("i")
        await type_text(pilot, "/nowhere/[agenda].html\n")
        await settled(pilot)
        assert "Not imported" in shown(pilot)
        assert len(store.meetings()) == 1


async def test_a_second_copy_shows_what_the_first_writes(store: Store, number: int, tmp_path: Path) -> None:
    with Store.open(tmp_path / "clerk.db", write=False) as reading:
        async with ClerkApp(reading, number).run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            assert "Open to read only" in shown(pilot)
            await type_text(pilot, "zz")
            record = store.record(number)
            assert "zz" not in shown(pilot)
            item = next(item for item in record.items if item.agenda_number == "7")
            store.save_page(item.id, "Written by the first.", record.meeting.opened or item.opened)  # type: ignore[arg-type]
            await until(pilot, lambda: "Written by the first." in shown(pilot))


async def test_older_meetings_come_as_one_goes_down_and_one_come_back_from_is_marked(tmp_path: Path) -> None:
    with Store.open(tmp_path / "many.db") as store:
        for day in range(450):
            store.add(Record(Body("Northmere Board"), Meeting(date(2020, 1, 1) + timedelta(day))))
        async with ClerkApp(store).run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            listing = pilot.app.screen.query_one(OptionList)
            assert listing.option_count == 50
            assert "Down: older ones" in shown(pilot)
            for _ in range(3):
                await press(pilot, "end")
            assert listing.option_count == 450
            await press(pilot, "end", "enter")
            assert isinstance(pilot.app.screen, MeetingScreen)
            await press(pilot, "escape", "m")
            assert listing.highlighted == 449
            assert "1 January 2020" in shown(pilot)
