"""Searching all minutes from the list of meetings."""

from __future__ import annotations

from datetime import date

from clerk.model import Body, Entry, Item, Meeting, Record
from clerk.store import Store
from screens.meetings import Meetings
from screens.search import Search
from tests.screens.acting import meeting_screen, press, settled, shown, type_text
from tests.screens.conftest import Running


def _older(store: Store, *lines: str) -> int:
    item = Item("Drainage", "7", entries=tuple(map(Entry, lines)))
    body = Body("Northmere [sic] Board")
    return store.add(Record(body, Meeting(date(2020, 3, 2)), (Item("Welcome", "1"), item)))


async def test_a_slash_searches_and_enter_opens_the_meeting_at_the_line(running: Running, store: Store) -> None:
    older = _older(store, "The culvert [/] was whole.", "N: the weir is the culvert’s twin")
    async with running((80, 24), meeting=None) as pilot:
        await press(pilot, "/")
        await type_text(pilot, "weir twi")
        await settled(pilot)
        assert "1 line" in shown(pilot)
        assert "2 Mar 2020" in shown(pilot)
        assert "private note" in shown(pilot)
        assert "Northmere [sic] Board, Monday 2 March 2020" in shown(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        page = meeting_screen(pilot)
        assert (page.desk.number, page.at) == (older, 1)
        assert page.editor.cursor_location == (1, 7)
        await press(pilot, "escape", "m")
        assert isinstance(pilot.app.screen, Meetings)


async def test_the_mark_moves_and_the_line_is_shown_in_full(running: Running, store: Store) -> None:
    _older(store, "The culvert [/] was whole.", f"{'Many words were said. ' * 20}A culvert broke.")
    async with running((120, 40), meeting=None) as pilot:
        await press(pilot, "/")
        await type_text(pilot, "culvert")
        await settled(pilot)
        assert "2 lines" in shown(pilot)
        await press(pilot, "down")
        assert shown(pilot).count("A culvert broke.") == 2
        await press(pilot, "enter")
        await settled(pilot)
        assert meeting_screen(pilot).editor.cursor_location == (1, 442)


async def test_a_title_found_opens_its_item(running: Running, store: Store) -> None:
    _older(store, "Nothing was said.")
    async with running((80, 24), meeting=None) as pilot:
        await press(pilot, "/")
        await type_text(pilot, "drainage\n")
        await settled(pilot)
        assert meeting_screen(pilot).at == 1


async def test_enter_before_the_search_is_done_goes_by_what_was_typed(running: Running, store: Store) -> None:
    older = _older(store, "The culvert was whole.")
    async with running((80, 24), meeting=None) as pilot:
        await press(pilot, "/", *"culvert", "enter")
        await settled(pilot)
        assert meeting_screen(pilot).desk.number == older


async def test_nothing_typed_is_an_error_and_esc_goes_back(running: Running) -> None:
    async with running((80, 24), meeting=None) as pilot:
        await press(pilot, "ctrl+f")
        await type_text(pilot, '"[/] AND * NEAR(')
        await settled(pilot)
        assert "no lines" in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Search)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Meetings)


async def test_one_letter_is_too_little(running: Running) -> None:
    async with running((80, 24), meeting=None) as pilot:
        await press(pilot, "/")
        await type_text(pilot, "t")
        await settled(pilot)
        assert "type two letters or more" in shown(pilot)
