"""When a letter is text and when it is a command: Esc and a letter is one command, and then one types again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from clerk.store import Store
from clerk.terms import ItemState
from screens.commands import MANY_COMMANDS, MEETING_COMMANDS, ONE_COMMAND, SINGLE_KEYS
from screens.meeting import MeetingScreen
from screens.widgets.agenda import Agenda
from tests.screens.acting import item_with, meeting_screen, paste, press, shown, type_text
from tests.screens.conftest import Running

LETTERED = [command for command in MEETING_COMMANDS if command.letter and command.id != "meetings"]
"""Every command that a letter reaches; All meetings leaves the screen, and with it the question."""


def types(pilot: Pilot[int]) -> bool:
    """Whether letters are text, as the focus has it and as the foot of the screen says."""
    screen = meeting_screen(pilot)
    foot = shown(pilot)
    says_commands = ONE_COMMAND in foot or MANY_COMMANDS in foot
    assert screen.query_one(Agenda).has_focus == says_commands, foot
    return screen.editor.has_focus


def said(store: Store, number: int) -> tuple[object, ...]:
    """What the record says of the business and of the people."""
    record = store.record(number)
    items = [(item.title, item.state, item.text.strip()) for item in record.items]
    return items, record.presence, record.movements, record.declarations, record.meeting.adjournments


async def back(pilot: Pilot[int]) -> int:
    """Close what is open over the meeting; returns how many cards that were."""
    closed = 0
    while not isinstance(pilot.app.screen, MeetingScreen):
        await press(pilot, "escape")
        closed += 1
        assert closed < 5
    return closed


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_after_esc_and_any_letter_and_its_card_one_types_and_what_the_letter_did_can_be_undone(
    running: Running, store: Store, number: int, size: tuple[int, int]
) -> None:
    cards, on_record, on_page = set(), set(), set()
    async with running(size) as pilot:
        screen = meeting_screen(pilot)
        screen.move_to(item_with(store, number, "9"))
        before = said(store, number)
        for command in LETTERED if size == (80, 24) else LETTERED[::8]:
            page = screen.editor.text
            assert types(pilot), command.title
            await press(pilot, "escape")
            assert not types(pilot), command.title
            await press(pilot, command.letter)
            if await back(pilot):
                cards.add(command.id)
            assert types(pilot), command.title
            if screen.editor.text != page and screen.desk.record.items[screen.at].agenda_number == "9":
                # What it put on the page is undone there; that typing took the item, as any change to the record.
                on_page.add(command.id)
                await press(pilot, "ctrl+z", "ctrl+s")
                assert screen.editor.text == page, command.title
            if screen.desk.done:
                on_record.add(command.id)
                await press(pilot, "escape", "U", *["down"] * (len(screen.desk.done) - 1), "enter")
                screen.move_to(item_with(store, number, "9"))
            assert said(store, number) == before, command.title
    if size == (80, 24):
        assert len(cards) > len(LETTERED) / 2
        assert {"take_item", "next_item"} <= on_record
        assert {"decide", "make-action", "make-point", "make-query"} <= on_page


async def test_after_a_step_in_the_agenda_letters_are_commands_until_esc(running: Running) -> None:
    async with running() as pilot:
        at = meeting_screen(pilot).at
        await press(pilot, "escape")
        assert ONE_COMMAND in shown(pilot)
        await press(pilot, "down")
        assert MANY_COMMANDS in shown(pilot)
        await press(pilot, "n", "n", "k", "escape", "y", "escape")
        assert meeting_screen(pilot).at == at + 2
        assert not types(pilot), "cards that were opened from the agenda lead back to it"
        await press(pilot, "escape")
        assert types(pilot)
        await press(pilot, "escape", "n")
        assert types(pilot), "the steps of before do not count"


async def test_enter_in_the_agenda_ends_the_commands(running: Running) -> None:
    async with running((80, 24)) as pilot:
        at = meeting_screen(pilot).at
        await press(pilot, "escape", "down", "enter")
        assert meeting_screen(pilot).at == at + 1
        assert types(pilot)


async def test_an_officer_who_types_on_after_esc_and_a_letter_does_no_commands(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        screen = meeting_screen(pilot)
        at = screen.at
        await press(pilot, "escape", "y", "escape")
        await type_text(pilot, " Chris moved it, and all agreed.")
        await press(pilot, "ctrl+s", "escape", "n")
        await type_text(pilot, "noted")
        await press(pilot, "ctrl+s")
        items = store.record(number).items
        assert items[at].text.endswith(" Chris moved it, and all agreed.")
        assert items[at + 1].text == "noted"
        assert [item.state for item in items].count(ItemState.OPEN) == 1


async def test_a_character_that_is_no_command_and_what_is_pasted_are_put_on_the_page(running: Running) -> None:
    async with running() as pilot:
        editor = meeting_screen(pilot).editor
        before = editor.text
        await press(pilot, "escape")
        await type_text(pilot, " The Board")
        assert editor.text == f"{before} The Board"
        await press(pilot, "escape", "down")
        await type_text(pilot, "Žofia")
        await press(pilot, "escape")
        await paste(pilot, ", who chairs")
        assert editor.text == f"{before} The BoardŽofia, who chairs"
        assert types(pilot)


async def test_a_command_from_the_palette_or_an_f_key_counts_as_the_one_that_esc_was_for(running: Running) -> None:
    async with running() as pilot:
        await press(pilot, "escape", "ctrl+p")
        await type_text(pilot, "Timeline")
        await press(pilot, "enter")
        await back(pilot)
        assert types(pilot)
        await press(pilot, "escape", "f6", "escape")
        assert types(pilot)


def test_the_readme_tells_the_rule_as_f1_does() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert SINGLE_KEYS in re.sub(r"\s+", " ", readme.replace("**", ""))
