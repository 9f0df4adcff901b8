"""Business taken, put off, brought in and interrupted, all by key."""

from __future__ import annotations

from dataclasses import replace

from textual.pilot import Pilot

from clerk.demo import demo_record
from clerk.model import Record
from clerk.store import Store
from clerk.terms import ItemState
from screens.commands import MEETING_COMMANDS
from screens.meeting import MeetingScreen
from screens.widgets.agenda import Agenda
from tests.screens.acting import meeting_screen, press, shown, type_text
from tests.screens.conftest import NOW, Running


async def replace_by(pilot: Pilot[int], text: str) -> None:
    """Type over what a form suggests."""
    await type_text(pilot, text)
    await press(pilot, "enter")


def agenda(record: Record) -> str:
    """The agenda numbers in the order of business; a plus for an item that is not on the agenda."""
    return " ".join(item.agenda_number or "+" for item in record.items)


async def test_after_a_step_in_the_agenda_the_focus_stays_there_so_that_n_n_goes_on_by_two(running: Running) -> None:
    async with running() as pilot:
        before = meeting_screen(pilot).at
        await press(pilot, "escape", "down", "n", "n")
        assert meeting_screen(pilot).at == before + 2
        assert pilot.app.screen.query_one(Agenda).has_focus
        await press(pilot, "escape")
        assert meeting_screen(pilot).editor.has_focus


async def test_an_item_taken_out_of_turn_offers_the_minute_that_says_so_once(
    running: Running, store: Store, number: int
) -> None:
    async with running((80, 24)) as pilot:
        await press(pilot, "escape", "g")
        await type_text(pilot, "11\n")
        await press(pilot, "escape", "t")
        assert "Taken out of turn" in shown(pilot).split("\n")[-1]
        await press(pilot, "escape", "z", "escape", "z")
        record = store.record(number)
        assert agenda(record) == "1 2 3 4 5 6 7 + 11 8 9 10 12 13 14"
        assert [item.state for item in record.items[6:9]] == [ItemState.DONE, ItemState.DONE, ItemState.OPEN]
        assert record.items[meeting_screen(pilot).at].agenda_number == "11"
        await press(pilot, "escape", "b")
        assert agenda(store.record(number)) == "1 2 3 4 5 6 7 + 8 9 10 11 12 13 14"


async def test_deferring_asks_until_when_and_why_and_minutes_both(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await press(pilot, "f8", "escape", "d")
        await replace_by(pilot, "the next meeting")
        await replace_by(pilot, "the officer was ill")
        screen = meeting_screen(pilot)
        assert screen.editor.has_focus
        await press(pilot, "ctrl+s")
        item = store.record(number).items[screen.at]
        assert (item.state, item.deferred_to, item.reason) == (
            ItemState.DEFERRED,
            "the next meeting",
            "the officer was ill",
        )
        assert "as the officer was ill" in item.text
        assert "be deferred to the next meeting" in item.text


async def test_withdrawing_minutes_it_and_esc_leaves_the_item_alone(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await press(pilot, "f8", "escape", "D", "escape")
        assert store.record(number).items[meeting_screen(pilot).at].state is ItemState.OPEN
        await press(pilot, "escape", "D", "enter", "ctrl+s")
        item = store.record(number).items[meeting_screen(pilot).at]
        assert item.state is ItemState.WITHDRAWN
        assert "withdrawn" in item.text


async def test_an_urgent_item_needs_a_title_and_minutes_why_it_is_urgent(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await press(pilot, "escape", "u", "enter", "enter")
        assert "Type the title of the item." in shown(pilot)
        await press(pilot, "up")
        await replace_by(pilot, "Flooded underpass [A6]")
        await replace_by(pilot, "it floods again tomorrow")
        await press(pilot, "ctrl+s")
        item = store.record(number).items[7]
        assert (item.title, item.urgent_because, item.state) == (
            "Flooded underpass [A6]",
            "it floods again tomorrow",
            ItemState.OPEN,
        )
        assert "it floods again tomorrow" in item.text


async def test_items_discussed_together_are_minuted_once_and_each_says_so(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        at = meeting_screen(pilot).at
        was = store.record(number).items[at].text
        await press(pilot, "escape", "j")
        await type_text(pilot, "9\n")
        record = store.record(number)
        assert agenda(record) == "1 2 3 4 5 6 7 9 8 10 11 12 13 14", "the item to come joins the one that is open"
        assert record.items[at + 1].taken_with == at + 1
        assert record.items[at].text.split("\n", 1)[1] == was
        assert "Youth Justice Service update" in record.items[at].text.split("\n")[0]
        assert meeting_screen(pilot).editor.text == record.items[at].text


async def test_items_taken_apart_again_leave_no_sentence_behind(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        at = meeting_screen(pilot).at
        was = store.record(number).items[at].text
        await press(pilot, "escape", "j")
        await type_text(pilot, "9\n")
        await press(pilot, "escape", "g")
        await type_text(pilot, "9\n")
        await press(pilot, "escape", "j")
        record = store.record(number)
        assert record.items[at].text == was
        assert agenda(record) == "1 2 3 4 5 6 7 8 9 10 11 12 13 14"


async def test_a_break_is_stamped_where_it_was_and_so_is_the_end_of_it(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await press(pilot, "escape", "s")
        await replace_by(pilot, "25.00")
        await press(pilot, "enter")
        assert "not a time of day" in shown(pilot)
        await press(pilot, "up", "home", "shift+end")
        await replace_by(pilot, "11.20 am")
        await replace_by(pilot, "a short break")
        assert "adjourned" in shown(pilot).split("\n")[0]
        await press(pilot, "escape", "s")
        await replace_by(pilot, "11.35")
        await press(pilot, "ctrl+s")
        record = store.record(number)
        assert "adjourned at 11.20 am for a short break." in record.items[6].text
        assert "The meeting resumed at 11.35 am." in record.items[6].text
        (stamped,) = record.meeting.adjournments
        assert stamped.resumed is not None


async def test_going_on_past_the_time_limit_is_resolved(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await press(pilot, "escape", "+")
        await replace_by(pilot, "1.15 pm")
        await press(pilot, "ctrl+s")
        assert "R: That the meeting continue until 1.15 pm." in store.record(number).items[6].text.split("\n")
        await press(pilot, "escape", "+", "enter")
        assert "Until when?" in shown(pilot)
        await replace_by(pilot, "99")
        assert "not a time of day" in shown(pilot)
        await press(pilot, "home", "shift+end")
        await replace_by(pilot, "until the business is concluded")
        assert (
            meeting_screen(pilot)
            .editor.text.rstrip()
            .endswith("R: That the meeting continue until the business is concluded.")
        )


async def test_a_reason_typed_for_the_time_of_a_break_is_its_reason(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await press(pilot, "escape", "s")
        await replace_by(pilot, "for tea [and cake]")
        assert "10.45 am" in shown(pilot).split("At ")[1], "and the officer sees where it has gone"
        await press(pilot, "enter")
        assert "adjourned at 10.45 am for tea [and cake]." in meeting_screen(pilot).editor.text
        (stamped,) = store.record(number).meeting.adjournments
        assert stamped.why == "for tea [and cake]"


async def test_a_reason_typed_for_when_an_item_is_put_off_to_is_its_reason(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await press(pilot, "f8", "escape", "d")
        await replace_by(pilot, "a site visit")
        await press(pilot, "enter", "ctrl+s")
        item = store.record(number).items[meeting_screen(pilot).at]
        assert (item.deferred_to, item.reason) == ("a future meeting of the Board", "for a site visit")
        assert "The item was deferred for a site visit." in item.text


async def test_the_same_resolution_is_put_in_other_items_too(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await press(pilot, "f8", "ctrl+r")
        await type_text(pilot, "That the reports be noted.")
        await press(pilot, "escape", "*")
        await replace_by(pilot, "9, 99")
        assert "There is no agenda item 99;" in shown(pilot)
        await press(pilot, "home", "shift+end")
        await replace_by(pilot, "9 and 10")
        texts = [item.text for item in store.record(number).items[7:10]]
        assert texts == ["R: That the reports be noted."] * 3


async def test_usual_words_are_put_in_once(running: Running) -> None:
    async with running() as pilot:
        await press(pilot, "f8", "f4")
        once = meeting_screen(pilot).editor.text
        assert once.strip()
        await press(pilot, "f4", "f4")
        assert meeting_screen(pilot).editor.text.startswith(once)
        assert meeting_screen(pilot).editor.text.count(once.strip()) == 1
        assert "on the page already" in shown(pilot)


async def test_every_key_on_a_meeting_without_items_ends_in_a_sentence_and_esc_leads_back(
    running: Running, store: Store
) -> None:
    record = demo_record(NOW)
    empty = store.add(replace(record, items=(), declarations=(), body=replace(record.body, name="Empty Board")))
    async with running(meeting=empty) as pilot:
        for letter in [command.letter for command in MEETING_COMMANDS if len(command.letter) == 1]:
            if letter in "moe":
                continue
            await press(pilot, "escape", letter)
            if not isinstance(pilot.app.screen, MeetingScreen):
                await press(pilot, "escape")
            assert meeting_screen(pilot).desk.record.items == (), letter
            assert meeting_screen(pilot).editor.has_focus, letter
