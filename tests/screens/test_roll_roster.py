"""The roll takes the body's roster by a key, and is kept as it by another."""

from __future__ import annotations

from clerk.people.membership import Member
from clerk.store import Store
from clerk.terms import Attendance
from tests.screens.acting import press, shown, type_text
from tests.screens.conftest import NOW, Running


def body_of(store: Store, number: int) -> str:
    return store.record(number).body.name


async def test_who_is_on_the_roster_and_not_on_the_roll_is_added_as_expected(
    running: Running, store: Store, number: int
) -> None:
    there = store.record(number).presence[0]
    store.set_roster(body_of(store, number), (Member(there.name), Member("Cllr Una [New]", chair=True)), NOW.date())
    async with running((80, 24)) as pilot:
        await press(pilot, "f2", "f5")
        roll = store.record(number).presence
        added = roll[-1]
        assert (added.name, added.status, added.chair) == ("Cllr Una [New]", Attendance.EXPECTED, False)
        assert sum(each.name == there.name for each in roll) == 1
        assert "Cllr Una [New]" in shown(pilot)
        await press(pilot, "ctrl+z")
        assert len(store.record(number).presence) == len(roll) - 1


async def test_the_roll_is_kept_as_the_roster_when_asked_twice(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await press(pilot, "f2", "f6")
        assert "F6 again keeps it" in shown(pilot)
        await press(pilot, "down", "f6")
        assert store.roster(body_of(store, number)) == (), "another key between puts it off"
        await press(pilot, "f6")
        kept = {each.name: each for each in store.roster(body_of(store, number))}
        guests = {each.name for each in store.record(number).presence if each.capacity.value == "guest"}
        assert kept.keys() == {each.name for each in store.record(number).presence} - guests
        assert "is kept" in " ".join(shown(pilot).split())


async def test_without_a_roster_the_key_says_how_to_have_one(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        before = store.record(number).presence
        await press(pilot, "f2", "f5")
        assert "no roster yet" in " ".join(shown(pilot).split())
        await type_text(pilot, "Jo Pell (Chair), Leader, Vale Council\n")
        added = store.record(number).presence[len(before)]
        assert (added.name, added.chair, added.post) == ("Jo Pell", True, "Leader")
