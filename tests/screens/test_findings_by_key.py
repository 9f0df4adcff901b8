"""Checking minutes from the meeting's screen."""

from __future__ import annotations

from clerk.model import Record
from clerk.store import Store
from screens.findings import Findings
from screens.roll import RollScreen
from tests.clerk.checked import SOUND, with_lines
from tests.screens.acting import item_with, meeting_screen, press, settled, shown, type_text
from tests.screens.conftest import Running

FAULTY = with_lines("The Council spoke of drains.", "- It cost £xx [/].", "- It was the the best.")


def _added(store: Store, record: Record = FAULTY) -> int:
    return store.add(record)


async def test_enter_on_a_finding_goes_to_its_line(running: Running, store: Store) -> None:
    async with running((80, 24), meeting=_added(store)) as pilot:
        await press(pilot, "escape", "F")
        assert "1 error and 1 warning" in shown(pilot)
        assert "ERROR    3(i)" in shown(pilot)
        assert "- It cost £xx [/]." in shown(pilot)
        await press(pilot, "down")
        assert "Take one of them out." in shown(pilot)
        await press(pilot, "enter")
        page = meeting_screen(pilot)
        assert page.at == 2
        assert page.editor.cursor_location == (2, len("- It was the the best."))


async def test_a_finding_of_the_roll_leads_to_the_roll(running: Running) -> None:
    async with running((120, 40)) as pilot:
        await press(pilot, "escape", "F")
        assert "WARNING  -" in shown(pilot)
        await press(pilot, "up", "down", "pageup", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, RollScreen)


async def test_what_has_just_been_typed_is_checked_too(running: Running, store: Store) -> None:
    async with running((120, 40), meeting=_added(store, SOUND)) as pilot:
        await type_text(pilot, " ???")
        await press(pilot, "escape", "F")
        assert isinstance(pilot.app.screen, Findings)
        assert "stands for words still to come" in shown(pilot)


async def test_minutes_with_nothing_the_matter_say_so(running: Running, store: Store) -> None:
    async with running((80, 24), meeting=_added(store, SOUND)) as pilot:
        await press(pilot, "escape", "F")
        assert "nothing found" in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Findings)
        await press(pilot, "escape")
        assert meeting_screen(pilot)


async def test_closing_the_meeting_says_how_much_there_is_to_look_at(running: Running, store: Store) -> None:
    number = _added(store, FAULTY)
    store.reopen_meeting(number)
    async with running((120, 40), meeting=number) as pilot:
        await press(pilot, "f12", "enter")
        await settled(pilot)
        assert "Closed: 1 error and 1 warning to look at: Esc F." in shown(pilot)


async def test_while_tidying_the_findings_of_an_item_stand_under_it(running: Running, store: Store) -> None:
    number = _added(store)
    async with running((80, 24), meeting=number) as pilot:
        page = meeting_screen(pilot)
        page.land(item_with(store, number, "3"), 2, 22)
        await settled(pilot)
        assert 'Look at line 3: A word stands twice: "the the".' in shown(pilot)
        page.editor.move_cursor((2, 16))
        await press(pilot, "backspace", "backspace", "backspace", "backspace")
        await settled(pilot)
        assert page.editor.text.endswith("- It was the best.")
        assert "stands twice" not in shown(pilot)
        assert "Look at line 2" in shown(pilot)


async def test_while_the_meeting_is_on_nothing_stands_in_the_way(running: Running) -> None:
    async with running((80, 24)) as pilot:
        await settled(pilot)
        assert "Look at" not in shown(pilot)
