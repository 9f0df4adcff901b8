"""Members who vote on some items only, marked on the roll and given a vote on an item by key."""

from __future__ import annotations

from dataclasses import replace

from textual.pilot import Pilot

from clerk.store import Store
from clerk.voting.entitled import ON_ALL, Voting
from clerk.voting.votes import read_vote
from screens.status import quorum
from tests.screens.acting import meeting_screen, press, shown, type_text
from tests.screens.conftest import Running

PRITCHARD = "Cllr Sian Pritchard"


def voting(store: Store, number: int) -> Voting:
    """On what the third member of the roll votes."""
    return next(each.voting for each in store.record(number).presence if each.name == PRITCHARD)


async def vote_on_the_next_item(pilot: Pilot[int]) -> int:
    """Go to an item with nothing written, with the vote up; return its position."""
    await press(pilot, "f8")
    position = meeting_screen(pilot).at + 1
    await press(pilot, "escape", "v")
    return position


async def test_nine_on_the_roll_marks_a_member_as_voting_on_some_items(
    running: Running, store: Store, number: int
) -> None:
    async with running((80, 24)) as pilot:
        await press(pilot, "f2")
        await type_text(pilot, "sp9")
        assert voting(store, number) == Voting(True)
        assert "no vote;" in shown(pilot)
        await press(pilot, "ctrl+z")
        assert voting(store, number) == ON_ALL
        await type_text(pilot, "sp9")
        await press(pilot, "escape", "escape", "U", "enter")
        assert voting(store, number) == ON_ALL


async def test_who_has_a_vote_on_an_item_votes_on_some(running: Running, store: Store, number: int) -> None:
    member = next(each for each in store.record(number).presence if each.name == PRITCHARD)
    store.set_presence(number, replace(member, voting=Voting(True, (1,))))
    async with running((80, 24)) as pilot:
        await press(pilot, "f2")
        assert "votes on some items;" in shown(pilot)


async def test_an_officer_has_no_vote_to_mark_and_the_roll_says_so(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        officer = next(each for each in store.record(number).presence if each.capacity == "officer")
        await press(pilot, "f2")
        await type_text(pilot, f"{officer.initials.lower()}9")
        assert officer in store.record(number).presence
        assert f"{officer.name} is an officer" in shown(pilot)


async def test_eight_in_a_vote_says_who_has_none_on_this_item_and_gives_it_back(
    running: Running, store: Store, number: int
) -> None:
    async with running((80, 24)) as pilot:
        position = await vote_on_the_next_item(pilot)
        assert "9 may vote" in shown(pilot)
        await press(pilot, "down", "down", "down", "1", "up", "8")
        assert voting(store, number) == Voting(items=(position,))
        assert "8 may vote" in shown(pilot), "nor does what was put down for them count"
        assert f"{PRITCHARD}   has no vote on this item" in shown(pilot)
        await type_text(pilot, "1")
        assert f"{PRITCHARD} has no vote on this item; 8 gives them one." in shown(pilot)
        await type_text(pilot, "8")
        assert "9 may vote" in shown(pilot)
        assert voting(store, number) == ON_ALL


async def test_the_rest_for_leaves_out_whoever_votes_on_other_items_only(
    running: Running, store: Store, number: int
) -> None:
    member = next(each for each in store.record(number).presence if each.name == PRITCHARD)
    store.set_presence(number, replace(member, voting=Voting(True)))
    async with running((80, 24)) as pilot:
        await vote_on_the_next_item(pilot)
        await press(pilot, "down")
        await type_text(pilot, "9\n")
        vote = read_vote(meeting_screen(pilot).editor.text.removeprefix("V: "))
        assert vote is not None
        assert vote.ayes == 8
        assert PRITCHARD not in vote.names_for


async def test_figures_are_counted_against_those_with_a_vote_on_the_item(
    running: Running, store: Store, number: int
) -> None:
    async with running((80, 24)) as pilot:
        await vote_on_the_next_item(pilot)
        await press(pilot, "down", "8", "up")
        await type_text(pilot, "9-0\n")
        assert "The vote counts 9, and 8 may vote." in shown(pilot)


async def test_the_vote_and_the_status_line_say_who_has_no_vote_until_it_is_given(
    running: Running, store: Store, number: int
) -> None:
    member = next(each for each in store.record(number).presence if each.name == PRITCHARD)
    store.set_presence(number, replace(member, voting=Voting(True)))
    async with running((80, 24)) as pilot:
        await press(pilot, "f8")
        assert "│ 8 voting members (q5) │" in shown(pilot).split("\n")[0]
        await press(pilot, "escape", "v")
        assert "1 there has no vote on any item yet: Down to the name, 8 gives it" in shown(pilot)
        await press(pilot, "down", "down", "down", "8")
        assert "no vote on any item yet" not in shown(pilot)
        assert "9 may vote on this item" in shown(pilot)
        await press(pilot, "escape")
        assert "│ 9 members (q5) │" in shown(pilot).split("\n")[0]


def test_a_quorum_lost_for_want_of_members_with_a_vote_is_shown(store: Store, number: int) -> None:
    record = store.record(number)
    few = tuple(replace(each, voting=Voting(not each.chair)) for each in record.presence)
    assert quorum(replace(record, presence=few)) == "1 voting, NO QUORUM (5)"
    two = tuple(replace(each, voting=Voting(at > 1)) for at, each in enumerate(few))
    assert quorum(replace(record, presence=two)) == "2 voting, NO QUORUM (5)"


async def test_a_substitute_votes_on_what_the_member_replaced_does(running: Running, store: Store, number: int) -> None:
    member = next(each for each in store.record(number).presence if each.name == PRITCHARD)
    store.set_presence(number, replace(member, voting=Voting(True, (2,))))
    async with running((80, 24)) as pilot:
        await press(pilot, "f2")
        await type_text(pilot, "sp4Mrs Sub Stitute\n")
        assert store.record(number).presence[-1].substitute_for == PRITCHARD
        assert store.record(number).presence[-1].voting == Voting(True, (2,))
