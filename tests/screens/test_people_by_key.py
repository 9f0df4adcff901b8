"""Who comes and goes, who presides, who declared what and then did what, all by key."""

from __future__ import annotations

import pytest

from clerk.model import Presence, Record
from clerk.people import room
from clerk.store import Store
from clerk.terms import Attendance, MovementKind, Outcome
from screens.widgets.plain import Words
from tests.screens.acting import meeting_screen, press, shown, type_text
from tests.screens.conftest import Running


def on_the_roll(record: Record, name: str) -> Presence:
    return next(person for person in record.presence if person.name == name)


async def test_somebody_expected_arrives_during_the_item_now_open(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await press(pilot, "ctrl+g")
        await type_text(pilot, "mh 10.40\n")
        record = store.record(number)
        (movement,) = record.movements
        assert (movement.kind, movement.item, movement.when.hour, movement.when.minute) == (
            MovementKind.ARRIVED,
            7,
            10,
            40,
        )
        assert on_the_roll(record, "Cllr Martin Hale").status is Attendance.PRESENT
        assert "10.40 am  Cllr Martin Hale arrived" in shown(pilot)
        await press(pilot, "escape")
        assert "10 members" in shown(pilot).split("\n")[0]
        assert "Cllr Martin Hale arrived" in " ".join(shown(pilot).split())


async def test_an_arrival_taken_back_leaves_the_roll_as_it_was(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await press(pilot, "ctrl+g")
        await type_text(pilot, "mh\n")
        await press(pilot, "ctrl+z")
        record = store.record(number)
        assert record.movements == ()
        assert on_the_roll(record, "Cllr Martin Hale").status is Attendance.EXPECTED


async def test_a_time_without_am_or_pm_is_one_of_the_meeting(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        opened = store.record(number).meeting.opened
        assert opened is not None
        assert opened.hour == 10
        await pilot.press("ctrl+g")
        await type_text(pilot, "da 1.05\n")
        assert "1.05 pm is yet to come" in " ".join(shown(pilot).split())
        await press(pilot, "enter")
        assert store.record(number).movements[-1].when.hour == 13


@pytest.mark.parametrize(
    ("typed", "doubt"), [("9.50", "opened at 10.02 am, and 9.50 am"), ("10.50", "only 10.45 am, and 10.50 am")]
)
async def test_a_time_before_the_opening_or_to_come_is_questioned_once(
    running: Running, store: Store, number: int, typed: str, doubt: str
) -> None:
    async with running((80, 24)) as pilot:
        await press(pilot, "ctrl+g")
        await type_text(pilot, f"da {typed}\n")
        assert doubt in " ".join(shown(pilot).split())
        assert store.record(number).movements == ()
        # F5 is another thing to say, and so is another time.
        await press(pilot, "f5")
        assert store.record(number).movements == ()
        await press(pilot, "enter")
        assert store.record(number).movements == ()
        await press(pilot, "enter")
        (movement,) = store.record(number).movements
        assert movement.when.minute == 50
        await type_text(pilot, "da 10.45\n")
        assert len(store.record(number).movements) == 2


async def test_enter_again_brings_back_who_left(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await press(pilot, "ctrl+g")
        await type_text(pilot, "da\nda\n")
        kinds = [movement.kind for movement in store.record(number).movements]
        assert kinds == [MovementKind.LEFT, MovementKind.RETURNED]


async def test_when_the_chair_leaves_another_takes_it(running: Running, store: Store, number: int) -> None:
    async with running((80, 24)) as pilot:
        await press(pilot, "ctrl+g")
        await type_text(pilot, "mo\n")
        assert "nobody is in the Chair" in shown(pilot)
        await type_text(pilot, "da")
        await press(pilot, "f5")
        assert "in the Chair: Cllr Dev Anand" in shown(pilot)
        presides = room.in_the_chair_at(store.record(number))
        assert presides is not None
        assert presides.name == "Cllr Dev Anand"


async def test_a_lost_quorum_is_shown_and_stands_in_nobodys_way(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await press(pilot, "ctrl+g")
        await type_text(pilot, "mo\nda\nsp\njl\nng\n")
        assert "NO QUORUM" in shown(pilot)
        await press(pilot, "escape")
        assert "4 members, NO QUORUM (5)" in shown(pilot).split("\n")[0]
        await type_text(pilot, " Still typing.")
        await press(pilot, "ctrl+s")
        assert store.record(number).items[6].text.endswith(" Still typing.")


async def test_one_key_says_that_who_declared_left_and_going_on_asks_them_back(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await press(pilot, "escape", "down", "n", "n", "n")
        above_the_agendas_words = str(pilot.app.screen.query_one("#facts", Words).content).split("\n")[0]
        assert above_the_agendas_words.startswith("Declared: Grace Obi")
        await press(pilot, "1")
        record = store.record(number)
        assert record.declarations[0].outcome is Outcome.LEFT
        assert "Grace Obi" not in [person.name for person in room.in_the_room(record)]
        await press(pilot, "n")
        assert "Grace Obi left for an interest" in shown(pilot)
        await press(pilot, "1")
        record = store.record(number)
        assert [movement.kind for movement in record.movements] == [MovementKind.LEFT, MovementKind.RETURNED]
        assert record.items[meeting_screen(pilot).at].agenda_number == "11"


async def test_who_was_there_for_a_decision_is_asked_and_a_letter_puts_the_question_off(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await press(pilot, "ctrl+g")
        await type_text(pilot, "da\n")
        await press(pilot, "escape", "ctrl+end", "ctrl+r", "f8")
        assert "Cllr Dev Anand left at 10.45 am. There for the decision?" in shown(pilot)
        await type_text(pilot, "The officer")
        screen = meeting_screen(pilot)
        assert (screen.at, screen.editor.text) == (7, "The officer")
        assert store.record(number).movements[0].voted is None
        await press(pilot, "f7", "f8", "2")
        assert store.record(number).movements[0].voted is False


async def test_a_declaration_after_none_declared_was_minuted_is_not_left_to_contradict_it(
    running: Running, store: Store, number: int
) -> None:
    store.withdraw(store.record(number).declarations[0].id)
    async with running() as pilot:
        await press(pilot, "escape", "0", "f3")
        await type_text(pilot, "da\n\n\n\n\n\n")
        assert store.record(number).declarations[0].name == "Cllr Dev Anand"
        assert "none was declared is taken out" in " ".join(shown(pilot).split())


async def test_an_election_nobody_was_nominated_for_says_so(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await press(pilot, "f8", "escape", "=", "enter", "ctrl+s")
        assert store.record(number).items[7].text.strip() == "No nominations were received."


async def test_an_election_takes_initials_for_names(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await press(pilot, "f8", "escape", "=")
        await type_text(pilot, "da\nsp\njl\n\n")
        await press(pilot, "ctrl+s")
        text = store.record(number).items[7].text
        assert "proposed by Cllr Sian Pritchard" in text
        assert "R: That Cllr Dev Anand be elected" in text


async def test_going_on_puts_the_question_off_until_it_is_answered(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await press(pilot, "escape", "down", "n", "n", "n", "1")
        assert meeting_screen(pilot).at == 9
        await type_text(pilot, "nn")
        assert "Back in the room?" in shown(pilot), "put off, and so asked again when the next item is left"
        await type_text(pilot, "2n")
        assert meeting_screen(pilot).at == 12, "who is said to be gone is not asked for again"
        assert [movement.kind for movement in store.record(number).movements] == [MovementKind.LEFT]


async def test_a_name_not_on_the_roll_is_said_to_be_none_of_it(running: Running, store: Store, number: int) -> None:
    async with running((80, 24)) as pilot:
        await pilot.press("ctrl+g")
        await type_text(pilot, "Cllr Nobody Known\n")
        assert "Nobody on the roll is called that" in shown(pilot)
        assert not store.record(number).movements


async def test_the_room_is_one_and_the_same_everywhere_after_a_time_yet_to_come(running: Running) -> None:
    async with running() as pilot:
        await press(pilot, "ctrl+g")
        await type_text(pilot, "da 10.50\n\n")
        assert "8 members in the room" in shown(pilot)
        assert "out  Cllr Dev Anand" in shown(pilot)
        assert "8 members (q5)" in shown(pilot).split("\n")[0]


@pytest.mark.parametrize(("answer", "out"), [("2", True), ("1", False)])
async def test_who_left_for_an_item_that_is_over_is_out_unless_they_are_back(
    running: Running, store: Store, number: int, answer: str, out: bool
) -> None:
    async with running() as pilot:
        await press(pilot, "escape", "g")
        await type_text(pilot, "10\n")
        await press(pilot, "f5", "f8", "f7", "escape", "1")
        assert "left for an interest in an item now over. Back in the room?" in shown(pilot)
        await press(pilot, answer)
        record = store.record(number)
        assert record.declarations[0].outcome is Outcome.LEFT
        assert ("Grace Obi" in [person.name for person in room.in_the_room(record)]) is not out
        assert [record.items[each.item - 1].agenda_number for each in record.movements] == ["10"] * out


async def test_a_command_pressed_as_a_second_question_comes_up_puts_it_off_and_is_done(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await press(pilot, "ctrl+g")
        await type_text(pilot, "da\nsp\n")
        await press(pilot, "escape", "ctrl+end", "ctrl+r", "f8", "1", "f8")
        assert "There for the decision?" in shown(pilot), "the key that goes on, pressed again, passes no item over"
        await press(pilot, "ctrl+g")
        await type_text(pilot, "mo\n")
        assert [each.name for each in store.record(number).movements][2:] == ["Cllr Margaret Oakes"]
        await press(pilot, "escape")
        assert meeting_screen(pilot).editor.text == ""
