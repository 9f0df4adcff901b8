"""The live screen, worked as an officer works it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clerk.demo import demo_record
from clerk.model import Item
from clerk.store import Store, StoreError
from clerk.terms import ItemState, MeetingState
from screens.widgets.agenda import Agenda
from tests.screens.acting import assert_golden, item_with, meeting_screen, paste, settled, shown, type_text, until
from tests.screens.conftest import NOW, Running


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_opens_on_the_meeting(running: Running, size: tuple[int, int], update_golden: bool) -> None:
    async with running(size) as pilot:
        assert_golden(f"meeting_{size[0]}x{size[1]}", shown(pilot), update_golden)


async def test_it_opens_at_the_end_of_the_item_now_open(running: Running) -> None:
    async with running() as pilot:
        screen = meeting_screen(pilot)
        assert screen.desk.item(screen.at).state is ItemState.OPEN
        assert screen.editor.cursor_location == screen.editor.document.end


async def test_it_re_flows_when_the_terminal_is_made_narrow_and_wide_again(running: Running) -> None:
    async with running() as pilot:
        assert pilot.app.screen.query_one(Agenda).display
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "Harrow" in shown(pilot)
        assert not pilot.app.screen.query_one(Agenda).region.width
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert pilot.app.screen.query_one(Agenda).region.width


async def test_what_is_typed_is_in_the_database_within_300_ms(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        at = meeting_screen(pilot).at
        await type_text(pilot, " and beyond")
        await settled(pilot)
        assert store.record(number).items[at].text.endswith(" and beyond")
        assert shown(pilot).split("\n")[0].endswith("saved")


async def test_the_status_line_does_not_say_saved_before_the_commit(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screens.page.SAVE_AFTER", 3600.0)
    async with running() as pilot:
        await type_text(pilot, "x")
        assert not shown(pilot).split("\n")[0].endswith("saved")


async def test_a_failing_disk_is_said_and_nothing_typed_is_lost(
    running: Running, store: Store, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running() as pilot:
        screen = meeting_screen(pilot)
        original = store.save_page

        def full(*_: object) -> None:
            raise StoreError("The disk is full.")

        monkeypatch.setattr(store, "save_page", full)
        await type_text(pilot, " precious")
        await settled(pilot)
        assert "NOT SAVED" in shown(pilot)
        assert "The disk is full." in shown(pilot)
        await pilot.press("f8")
        assert screen.editor.text.endswith(" precious"), "the page stays until it could be saved"
        monkeypatch.setattr(store, "save_page", original)
        await type_text(pilot, "!")
        await until(pilot, lambda: store.record(number).items[screen.at].text.endswith(" precious!"))
        await until(pilot, lambda: "The disk is full." not in shown(pilot))


async def test_next_takes_the_next_item_and_closes_the_one_before(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        before = meeting_screen(pilot).at
        await pilot.press("f8")
        record = store.record(number)
        assert [item.state for item in record.items[before : before + 2]] == [ItemState.DONE, ItemState.OPEN]
        assert meeting_screen(pilot).at == before + 1
        await pilot.press("f7")
        assert meeting_screen(pilot).at == before


async def test_an_item_written_in_out_of_order_keeps_its_agenda_number_and_takes_the_next_minute_number(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await pilot.press("f6")
        await type_text(pilot, "11\n")
        await type_text(pilot, "The officer presented early.")
        await settled(pilot)
        record = store.record(number)
        at = item_with(store, number, "11")
        assert at == 7
        assert record.minute_numbers()[at] == record.meeting.first_minute + 7
        assert record.items[at].state is ItemState.OPEN
        assert record.items[8].agenda_number == "8"


async def test_only_looking_at_an_item_does_not_take_it(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await pilot.press("f6")
        await type_text(pilot, "11\n")
        await pilot.press("f7")
        assert store.record(number).items[item_with(store, number, "11")].state is ItemState.TO_COME


async def test_an_item_taken_by_mistake_is_put_back(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await pilot.press("f6")
        await type_text(pilot, "11\n")
        await pilot.press("f5")
        assert item_with(store, number, "11") == 7
        await pilot.press("escape", "b")
        assert store.record(number).items[item_with(store, number, "11")].state is ItemState.TO_COME
        assert item_with(store, number, "11") == 10


async def test_a_resolution_with_the_usual_words_takes_three_keys(running: Running) -> None:
    async with running() as pilot:
        await pilot.press("enter", "enter", "ctrl+r")
        last = meeting_screen(pilot).editor.text.split("\n")[-1]
        assert last == "R: That the contents of the presentation be noted."


async def test_single_keys_work_when_the_agenda_has_the_focus(running: Running) -> None:
    async with running() as pilot:
        await pilot.press("escape", "r")
        screen = meeting_screen(pilot)
        assert screen.editor.has_focus
        assert screen.editor.text.split("\n")[-1].startswith("R: That")


async def test_the_keys_make_the_line_a_point_an_action_a_query_a_note_and_a_resolution(running: Running) -> None:
    made = {"ctrl+l": "(i)", "ctrl+t": "ACTION", "ctrl+o": "QUERY", "ctrl+n": "note", "ctrl+r": "RESOLVED"}
    async with running() as pilot:
        editor = meeting_screen(pilot).editor
        await pilot.press("f8")
        await type_text(pilot, "words")
        for key, label in made.items():
            await pilot.press(key)
            row = editor.cursor_location[0]
            assert editor.labels[row] == label
            assert editor.document[row].endswith("words")


async def test_usual_words_are_put_in_and_undone_by_one_undo(running: Running) -> None:
    async with running() as pilot:
        await pilot.press("f8")
        editor = meeting_screen(pilot).editor
        assert editor.text == ""
        await pilot.press("f4")
        assert "filed with these minutes" in editor.text
        await pilot.press("ctrl+z")
        assert editor.text == ""


async def test_typing_can_still_be_undone_after_going_to_another_item_and_back(running: Running) -> None:
    async with running() as pilot:
        screen = meeting_screen(pilot)
        before = screen.editor.text
        await type_text(pilot, "xyz")
        await pilot.press("f8", "f7", "ctrl+z")
        assert screen.editor.text == before


async def test_reopening_lands_on_the_same_item_and_line(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await pilot.press("f6")
        await type_text(pilot, "6\n")
        await pilot.press("up", "up", "home")
        screen = meeting_screen(pilot)
        was = (screen.at, *screen.editor.cursor_location)
        await pilot.press("ctrl+q")
    assert store.place(number) is not None
    async with running() as pilot:
        screen = meeting_screen(pilot)
        assert (screen.at, *screen.editor.cursor_location) == was


async def test_opening_and_closing_stamp_the_times(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await pilot.press("f12")
        await pilot.press(*["backspace"] * 12)
        await type_text(pilot, "11.40 am\n")
        meeting = store.record(number).meeting
        assert meeting.state is MeetingState.DRAFT
        assert meeting.closed is not None
        assert (meeting.closed.hour, meeting.closed.minute) == (11, 40)
        await pilot.press("f12", "enter")
        assert store.record(number).meeting.state is MeetingState.IN_SESSION


async def test_a_meeting_opened_by_command_begins_with_the_item_on_the_page(
    running: Running, store: Store, number: int
) -> None:
    planned = replace(demo_record(NOW).meeting, state=MeetingState.PLANNED, opened=None)
    items = tuple(Item(f"Item {each}", agenda_number=str(each)) for each in (1, 2))
    other = store.add(replace(demo_record(NOW), meeting=planned, items=items, declarations=()))
    store.open_meeting(other, NOW)
    async with running(meeting=other) as pilot:
        await pilot.press("f8")
        assert [item.state for item in store.record(other).items] == [ItemState.OPEN, ItemState.TO_COME]
        await pilot.press("f8")
        assert [item.state for item in store.record(other).items] == [ItemState.DONE, ItemState.OPEN]
        assert [item.agenda_number for item in store.record(other).items] == ["1", "2"]


async def test_a_time_that_is_no_time_is_refused_with_a_sentence(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await pilot.press("f12")
        await pilot.press(*["backspace"] * 12)
        await type_text(pilot, "soon\n")
        assert "not a time of day" in shown(pilot)
        assert store.record(number).meeting.closed is None


async def test_hostile_text_survives_the_screen_and_the_database(running: Running, store: Store, number: int) -> None:
    hostile = "[/] [sic] [@click=app.bell] \x07 \ud800 👩‍👩‍👧 مرحبا {a>b}"
    async with running() as pilot:
        await pilot.press("f8")
        await paste(pilot, hostile)
        await settled(pilot)
        text = store.record(number).items[meeting_screen(pilot).at].text
        assert text == "[/] [sic] [@click=app.bell] [U+0007] [U+D800] 👩‍👩‍👧 مرحبا {a>b}"
        await pilot.press("f1")
        await pilot.press("escape", "f6", "escape", "f2", "escape", "f3", "escape")


async def test_every_item_title_may_be_hostile(running: Running, store: Store, number: int) -> None:
    for item in store.record(number).items:
        store.set_item_title(item.id, f"[/] [bold]{item.title}[/bold] \\[x")
    async with running() as pilot:
        await pilot.press("f6", "escape", "f8", "escape", "escape")
        await pilot.press("ctrl+p")
        await type_text(pilot, "roll")
        assert "[bold]" not in pilot.app.screen.title if pilot.app.screen.title else True
        await pilot.press("escape")
        assert "[/] [bold]" in shown(pilot)


async def test_the_cursor_stays_in_sight_when_the_terminal_is_resized(running: Running) -> None:
    async with running() as pilot:
        await pilot.press("f8")
        await paste(
            pilot, "\n".join(f"line {number} of a long paste with words enough to wrap" for number in range(90))
        )
        await type_text(pilot, "LAST")
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert "LAST" in shown(pilot)
        await pilot.resize_terminal(120, 40)
        await settled(pilot)
        assert "LAST" in shown(pilot)


async def test_the_place_is_kept_even_where_nothing_was_typed(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await pilot.press("up", "home")
        await settled(pilot)
        place = store.place(number)
        assert place is not None
        assert (place.line, place.column) == meeting_screen(pilot).editor.cursor_location
