"""Undoing changes to the record by key: one key shows what would be undone, Enter undoes it."""

from __future__ import annotations

from clerk.store import Store
from clerk.terms import Attendance, ItemKind, ItemState
from tests.screens.acting import item_with, meeting_screen, press, shown, type_text
from tests.screens.conftest import Running


async def test_a_deferral_goes_with_the_words_it_put_on_the_page_and_can_be_done_again(
    running: Running, store: Store, number: int
) -> None:
    async with running((80, 24)) as pilot:
        before = store.record(number)
        await press(pilot, "f8", "escape", "d")
        await type_text(pilot, "\nthe presenter was ill\n")
        await type_text(pilot, "Typed since.")
        await press(pilot, "ctrl+s", "escape", "U")
        deferred = store.record(number).items[7]
        assert f"Undo: deferred item {deferred.agenda_number}" in shown(pilot)
        await press(pilot, "enter")
        now = store.record(number).items[7]
        assert (now.state, now.text.strip()) == (ItemState.OPEN, "Typed since.")
        assert meeting_screen(pilot).editor.text.strip() == "Typed since."
        await press(pilot, "escape", "U", "enter")
        assert store.record(number).items[7].state is ItemState.TO_COME
        assert [item.state for item in store.record(number).items] == [item.state for item in before.items]
        await press(pilot, "escape", "Y", "down", "enter")
        again = store.record(number).items[7]
        assert again.state is ItemState.DEFERRED
        assert set(again.text.split("\n")) == set(deferred.text.split("\n"))


async def test_several_are_undone_at_once_back_to_the_one_marked(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        before = store.record(number)
        await press(pilot, "ctrl+g")
        await type_text(pilot, "mh\nda\n")
        await press(pilot, "escape", "f2", "8", "escape", "f8")
        await press(pilot, "escape", "U")
        screen = shown(pilot)
        assert "Undo: Cllr Dev Anand left at 10.45 am" in screen
        await press(pilot, "up", "enter")
        now = store.record(number)
        assert (now.movements, now.presence, now.declarations) == ((), before.presence, before.declarations)
        assert [item.state for item in now.items] == [item.state for item in before.items]
        assert "There is nothing to undo" not in shown(pilot)
        await press(pilot, "escape", "U")
        assert "There is nothing to undo" in shown(pilot)


async def test_an_item_that_was_added_goes_unless_something_is_typed_under_it(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        count = len(store.record(number).items)
        await press(pilot, "escape", "u")
        await type_text(pilot, "Flood\nthe river rose\n")
        await press(pilot, "ctrl+s", "escape", "U")
        assert "Undo: took 'Flood'" in shown(pilot), "by its words being put in"
        await press(pilot, "down", "enter")
        assert len(store.record(number).items) == count
        await press(pilot, "escape", "Y", "down", "enter")
        assert any(item.title == "Flood" and "river rose" in item.text for item in store.record(number).items)
        await press(pilot, "escape", "U", "down", "enter", "escape", "u")
        await type_text(pilot, "Fire\n\n")
        await type_text(pilot, "The hall burned.")
        await press(pilot, "escape", "U", "down", "enter")
        kept = next(item for item in store.record(number).items if item.title == "Fire")
        assert kept.text.strip() == "The hall burned."
        assert "it stays" in " ".join(shown(pilot).split())


async def test_an_order_of_business_minute_that_was_accepted_is_taken_back(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        later = item_with(store, number, "11")
        meeting_screen(pilot).move_to(later)
        await press(pilot, "f5", "escape", "z")
        assert any(item.kind is ItemKind.ORDER_OF_BUSINESS for item in store.record(number).items)
        await press(pilot, "escape", "U", "enter")
        record = store.record(number)
        assert not any(item.kind is ItemKind.ORDER_OF_BUSINESS for item in record.items)
        assert next(item for item in record.items if item.agenda_number == "11").state is ItemState.OPEN


async def test_a_meeting_closed_and_a_roll_marked_are_put_back(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        before = store.record(number)
        await press(pilot, "f12", "enter", "f2")
        await type_text(pilot, "mh")
        await press(pilot, "3", "escape")
        assert any(each.status is Attendance.ABSENT for each in store.record(number).presence)
        await press(pilot, "escape", "U", "down", "enter")
        now = store.record(number)
        assert (now.meeting, now.presence) == (before.meeting, before.presence)


async def test_a_draft_that_went_round_cannot_be_undone_behind_its_readers(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await press(pilot, "f12", "enter")
        screen = meeting_screen(pilot)
        assert screen.desk.done
        screen.change(lambda: screen.desk.circulate("members", lambda record, made: None))
        await press(pilot, "escape", "U")
        assert "There is nothing to undo" in shown(pilot)
