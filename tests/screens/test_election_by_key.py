"""Elections by key: several nominated, votes, and who is elected in the Chair."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clerk.people import room
from clerk.store import Store
from clerk.terms import MovementKind
from tests.screens.acting import meeting_screen, press, shown, type_text
from tests.screens.conftest import Running

TITLE = "Election of Chairman 2026/27"


@pytest.fixture
def at_the_election(store: Store, number: int) -> None:
    """Make the item after the open one an election of the Chair."""
    store.set_item_title(store.record(number).items[7].id, TITLE)


def text(store: Store, number: int) -> list[str]:
    return store.record(number).items[7].text.strip().split("\n")


async def test_two_nominated_a_vote_and_the_winner_takes_the_chair_on_an_80_by_24_screen(
    running: Running, store: Store, number: int, at_the_election: None
) -> None:
    async with running((80, 24)) as pilot:
        await press(pilot, "f8", "escape", "=")
        await type_text(pilot, "da\nsp\njl\nsp\nda\n\n\n")
        screen = shown(pilot)
        assert "1  Cllr Dev Anand   proposed by Cllr Sian Pritchard" in screen
        assert "Votes" in screen
        assert "Esc: leave it" in screen
        await type_text(pilot, "5-3\n")
        assert "Cllr Dev Anand takes the Chair from now?" in shown(pilot)
        await press(pilot, "1", "ctrl+s")
        assert text(store, number)[1:] == [
            "It was proposed by Cllr Dev Anand that Cllr Sian Pritchard be elected Chair.",
            "The nominations were put to the vote: Cllr Dev Anand, 5; Cllr Sian Pritchard, 3.",
            "R: That Cllr Dev Anand be elected Chair for 2026/27.",
        ]
        record = store.record(number)
        presides = room.in_the_chair_at(record)
        assert presides is not None
        assert presides.name == "Cllr Dev Anand"
        assert [(each.kind, each.item) for each in record.movements] == [(MovementKind.TOOK_THE_CHAIR, 8)]


async def test_equal_votes_ask_what_decided(running: Running, store: Store, number: int, at_the_election: None) -> None:
    async with running() as pilot:
        await press(pilot, "f8", "escape", "=")
        await type_text(pilot, "da\n\nsp\n\n\n4-4\n")
        assert "1  Cllr Dev Anand by casting vote" in shown(pilot)
        await press(pilot, "down", "down", "enter")
        await press(pilot, "2", "ctrl+s")
        assert text(store, number)[-2:] == [
            "The votes being equal, the person presiding gave a casting vote for Cllr Sian Pritchard.",
            "R: That Cllr Sian Pritchard be elected Chair for 2026/27.",
        ]
        assert store.record(number).movements == ()


async def test_what_cannot_be_is_said_and_the_last_answer_taken_back(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await press(pilot, "f8", "escape", "=")
        await type_text(pilot, "da\n\nda\n")
        assert "Cllr Dev Anand is nominated already." in shown(pilot)
        await press(pilot, "ctrl+a")
        await type_text(pilot, "Jo Nobody\n\n\n5\n")
        assert "Type 2 figures" in shown(pilot)
        await press(pilot, "ctrl+z")
        await press(pilot, "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        assert "Nobody is nominated yet." in shown(pilot)
        await press(pilot, "escape", "ctrl+s")
        assert text(store, number) == [""]


async def test_one_undo_on_the_page_takes_the_election_back(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await press(pilot, "f8")
        await type_text(pilot, "Before.")
        await press(pilot, "escape", "=")
        await type_text(pilot, "da\nsp\njl\n\n")
        await press(pilot, "ctrl+z", "ctrl+s")
        assert text(store, number) == ["Before."]


async def test_a_name_that_begins_like_one_on_the_roll_can_be_kept_as_typed(
    running: Running, store: Store, number: int
) -> None:
    record = store.record(number)
    store.set_presence(number, replace(record.presence[0], name="Sam Fielding", id=0))
    async with running() as pilot:
        await press(pilot, "f8", "escape", "=")
        await type_text(pilot, "Sam Field")
        await press(pilot, "down", "enter", "enter", "enter", "ctrl+s")
        assert "Sam Field was nominated" in text(store, number)[0]
        assert meeting_screen(pilot).editor.has_focus


async def test_who_is_to_preside_at_one_meeting_is_elected_for_that_meeting_and_takes_the_chair(
    running: Running, store: Store, number: int
) -> None:
    store.set_item_title(store.record(number).items[7].id, "Election of person to preside")
    async with running() as pilot:
        await press(pilot, "f8", "escape", "=")
        await type_text(pilot, "da\n\n\n")
        assert "Cllr Dev Anand takes the Chair from now?" in shown(pilot)
        await press(pilot, "1", "ctrl+s")
        assert text(store, number)[-1] == "R: That Cllr Dev Anand be elected to preside at the meeting."


async def test_who_asks_for_the_usual_words_of_an_election_is_told_the_key(running: Running) -> None:
    async with running() as pilot:
        await press(pilot, "escape", "u")
        await type_text(pilot, "Election of person to preside\nthe Chair was taken ill\n")
        await press(pilot, "f4")
        assert "Esc = puts in who was nominated and elected." in shown(pilot)
