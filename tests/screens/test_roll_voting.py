"""Who on the roll votes on some items only, by one key."""

from __future__ import annotations

from clerk.store import Store
from clerk.terms import Capacity
from clerk.voting.entitled import ON_ALL, Voting
from tests.screens.acting import press, type_text
from tests.screens.conftest import Running


async def test_a_guest_who_is_said_to_vote_on_some_items_is_a_member(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await press(pilot, "f2")
        await type_text(pilot, "Mrs Una New, Parent Governor\n")
        assert store.record(number).presence[-1].capacity is Capacity.GUEST
        await type_text(pilot, "una")
        await press(pilot, "9")
        added = store.record(number).presence[-1]
        assert (added.name, added.capacity, added.voting) == ("Mrs Una New", Capacity.MEMBER, Voting(some=True))
        await press(pilot, "9")
        assert store.record(number).presence[-1].voting == ON_ALL
