"""Votes: agreed, by figures, by name, equal, and put right, all by key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from clerk.importers.own.text_file import read
from clerk.own_files.as_text import dumps
from clerk.store import Store
from clerk.terms import BodyKind
from clerk.voting.votes import read_vote
from tests.screens.acting import meeting_screen, paste, press, shown, type_text
from tests.screens.conftest import Running


async def on_an_empty_page(pilot: Pilot[int]) -> None:
    """Go to an item with nothing written, with the vote up."""
    await press(pilot, "f8", "escape", "v")


async def test_a_vote_is_typed_in_words_or_figures(running: Running) -> None:
    typed = ["\n", "lost\n", "3-5-1\n", "21-20\n\n", "by acclamation\n\n"]
    async with running() as pilot:
        await press(pilot, "f8")
        for keys in typed:
            await press(pilot, "enter", "escape")
            await type_text(pilot, f"v{keys}")
        lines = meeting_screen(pilot).editor.text.split("\n")
        assert [line for line in lines if line] == [
            "V: agreed",
            "V: lost",
            "V: 3-5-1",
            "V: 21-20",
            "V: by acclamation",
        ]
        assert meeting_screen(pilot).editor.has_focus


async def test_more_votes_than_voters_are_questioned_once(running: Running) -> None:
    async with running((80, 24)) as pilot:
        await on_an_empty_page(pilot)
        await type_text(pilot, "21-20\n")
        assert "The vote counts 41, and 9 may vote." in shown(pilot)
        await press(pilot, "escape")
        assert meeting_screen(pilot).editor.text == ""


async def test_a_vote_by_name_goes_down_the_list_with_one_key_a_name(running: Running) -> None:
    async with running((80, 24)) as pilot:
        await on_an_empty_page(pilot)
        await press(pilot, "down")
        assert "agreed" in shown(pilot).split("By name")[0]
        await type_text(pilot, "1230")
        assert "Vote by name   1 for, 1 against, 1 abstained" in shown(pilot)
        await press(pilot, "up", "up", "2")
        assert "by name, lost: 1 for, 2 against" in shown(pilot), "and no longer agreed"
        await press(pilot, "up", "3")
        await type_text(pilot, "9\n")
        vote = read_vote(meeting_screen(pilot).editor.text.removeprefix("V: "))
        assert vote is not None
        assert vote.names_against == ("Cllr Dev Anand",)
        assert vote.names_abstained == ("Cllr Sian Pritchard",)
        assert vote.ayes == 6


async def test_equal_votes_ask_for_the_casting_vote(running: Running) -> None:
    async with running((80, 24)) as pilot:
        await on_an_empty_page(pilot)
        await type_text(pilot, "4-4\n")
        assert "Casting vote: 1 for   2 against" in shown(pilot)
        await type_text(pilot, "1")
        assert meeting_screen(pilot).editor.text.strip() == "V: 4-4 casting carried"
        ways = (
            ("4-4", "2", "V: 4-4 casting lost"),
            ("4-4 casting", "1", "V: 4-4 casting carried"),
            ("4-4", "\n", "V: 4-4"),
        )
        for figures, answer, line in ways:
            await press(pilot, "enter", "escape", "v")
            await type_text(pilot, f"{figures}\n{answer}")
            assert meeting_screen(pilot).editor.text.split("\n")[-2:] == [line, ""]


async def test_equal_votes_by_name_ask_for_the_casting_vote_too(running: Running) -> None:
    async with running() as pilot:
        await on_an_empty_page(pilot)
        await press(pilot, "down")
        await type_text(pilot, "12\n1")
        vote = read_vote(meeting_screen(pilot).editor.text.removeprefix("V: "))
        assert vote is not None
        assert (vote.result, vote.casting, vote.ayes, vote.noes) == ("carried", True, 1, 1)


async def test_a_member_has_their_own_vote_recorded_beside_the_figures(running: Running) -> None:
    async with running() as pilot:
        await on_an_empty_page(pilot)
        await type_text(pilot, "8-1")
        await press(pilot, "down", "down", "2")
        assert "at their own request: 0 for, 1 against" in shown(pilot)
        await press(pilot, "enter")
        assert meeting_screen(pilot).editor.text.strip() == "V: 8-1; Cllr Dev Anand against at own request"


async def test_a_vote_already_there_is_put_right_in_its_place(running: Running) -> None:
    async with running() as pilot:
        await press(pilot, "f8")
        await type_text(pilot, "AM: DA: that it be less\nV: 3-5\nM: DA: that it be so")
        await press(pilot, "up", "escape", "v")
        assert "3-5" in shown(pilot)
        await press(pilot, "end")
        await type_text(pilot, "-1\n")
        assert meeting_screen(pilot).editor.text.split("\n")[1:] == ["V: 3-5-1", "M: DA: that it be so"]
        await type_text(pilot, "It")
        await press(pilot, "enter")
        assert meeting_screen(pilot).editor.text.split("\n")[1:] == ["V: 3-5-1", "It", "", "M: DA: that it be so"]


async def test_what_is_typed_on_a_vote_already_there_takes_its_place(running: Running) -> None:
    async with running() as pilot:
        await press(pilot, "f8")
        await type_text(pilot, "M: DA: that it be so\nV: 3-1")
        await press(pilot, "escape", "v")
        await type_text(pilot, "lost 3-4\n")
        assert meeting_screen(pilot).editor.text.split("\n")[1] == "V: lost 3-4"


async def test_what_is_typed_after_a_vote_stands_below_it_with_enter_or_without(running: Running) -> None:
    async with running() as pilot:
        await on_an_empty_page(pilot)
        await type_text(pilot, "4-3\nThe motion")
        await press(pilot, "up", "escape", "v")
        await type_text(pilot, "3-4\n")
        assert meeting_screen(pilot).editor.text == "V: 3-4\nThe motion"
        await press(pilot, "ctrl+end", "escape", "v")
        await type_text(pilot, "agreed\n\nThen")
        await press(pilot, "up", "end", "escape", "v")
        await type_text(pilot, "lost\n")
        await paste(pilot, "Words")
        assert meeting_screen(pilot).editor.text.split("\n") == ["V: 3-4", "The motion", "V: lost", "Words", "Then"]


async def test_lost_with_more_for_than_against_is_questioned_once(running: Running) -> None:
    async with running() as pilot:
        await on_an_empty_page(pilot)
        await type_text(pilot, "3-1 lost\n")
        assert "More voted for (3) than against (1), and it is put down as lost." in shown(pilot)
        await press(pilot, "enter")
        assert meeting_screen(pilot).editor.text == "V: 3-1 lost\n"


@pytest.mark.parametrize(("key", "begins"), [("ctrl+r", "R: "), ("ctrl+t", "A: "), ("ctrl+l", "- "), ("ctrl+o", "Q: ")])
async def test_the_key_for_what_follows_a_vote_leaves_the_vote_standing(
    running: Running, key: str, begins: str
) -> None:
    async with running() as pilot:
        await on_an_empty_page(pilot)
        await type_text(pilot, "3-1\n")
        await press(pilot, key)
        vote, following = meeting_screen(pilot).editor.text.split("\n")
        assert vote == "V: 3-1"
        assert following.startswith(begins)


async def test_who_withdrew_for_an_interest_cannot_vote_and_the_card_says_why(
    running: Running, store: Store, number: int
) -> None:
    async with running((80, 24)) as pilot:
        await press(pilot, "f8", "f8", "f8", "escape", "1", "escape", "v")
        assert "8 may vote" in shown(pilot)
        assert "Not voting: Grace Obi (withdrew for an interest)" in shown(pilot)


async def test_a_budget_vote_of_a_council_is_asked_for_by_name(running: Running, store: Store, number: int) -> None:
    record = store.record(number)
    store.set_about(number, replace(record.body, kind=BodyKind.COUNCIL), record.meeting)
    store.set_item_title(record.items[7].id, "Revenue budget and council tax")
    async with running((80, 24)) as pilot:
        await on_an_empty_page(pilot)
        await type_text(pilot, "8-1\n")
        assert "has to be minuted by name" in shown(pilot)
        await type_text(pilot, "\n")
        assert meeting_screen(pilot).editor.text.startswith("V: 8-1"), "it warns, and never blocks"


async def test_a_decision_recommended_on_the_agenda_is_offered(running: Running, store: Store, number: int) -> None:
    text = dumps(store.record(number)).replace(
        "@note: Grace Obi", "@note: Recommended: that the plan be adopted.\n@note: "
    )
    store.add(read(text).record)
    async with running(meeting=2) as pilot:
        await press(pilot, "f8", "ctrl+r")
        assert meeting_screen(pilot).editor.text == "R: That the plan be adopted"
