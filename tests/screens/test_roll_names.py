"""Names put right on the roll, and of what kind somebody is who is typed there."""

from __future__ import annotations

from dataclasses import replace

from textual.pilot import Pilot

from clerk.store import Store
from clerk.terms import Attendance, Capacity
from screens.roll_rows import renamed
from tests.screens.acting import press, shown, type_text
from tests.screens.conftest import Running


def told(pilot: Pilot[int]) -> str:
    """What the officer has been told."""
    return " ".join(notice.message for notice in pilot.app._notifications)


async def test_a_misspelt_name_is_put_right_and_what_the_person_did_follows(
    running: Running, store: Store, number: int
) -> None:
    declared = store.record(number).declarations[0]
    async with running((80, 24)) as pilot:
        await press(pilot, "f2")
        await type_text(pilot, "grace")
        await press(pilot, "f7", "ctrl+u")
        assert f"Put right the name of {declared.name}" in shown(pilot)
        await type_text(pilot, "Cllr Gráce 2bi\n")
        record = store.record(number)
        assert "Cllr Gráce 2bi" in [person.name for person in record.presence]
        assert record.declarations[0] == replace(declared, name="Cllr Gráce 2bi")
        assert "typed in minutes and votes stays" in told(pilot)
        await press(pilot, "ctrl+z")
        assert store.record(number).declarations[0] == declared


async def test_a_name_is_left_as_it_is_by_escape_and_not_given_to_two(
    running: Running, store: Store, number: int
) -> None:
    before = store.record(number).presence
    async with running() as pilot:
        await press(pilot, "f2")
        await type_text(pilot, "mh")
        await press(pilot, "f7", "ctrl+u")
        await type_text(pilot, "Cllr Dev Anand\n")
        assert "Cllr Dev Anand is on the roll already." in told(pilot)
        await press(pilot, "escape")
        assert "still to mark" in shown(pilot)
        assert store.record(number).presence == before


async def test_who_is_typed_after_a_kind_was_changed_is_of_the_usual_kind(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await press(pilot, "f2")
        await type_text(pilot, "mh")
        await press(pilot, "7")
        await type_text(pilot, "Zoe Quick\n")
        added = store.record(number).presence[-1]
        assert (added.name, added.capacity) == ("Zoe Quick", Capacity.GUEST)


def test_initials_and_a_substitute_follow_a_name(number: int, store: Store) -> None:
    member, other = store.record(number).presence[:2]
    member = replace(member, name="Cllr Ann Bole", initials="AB", post="Leader")
    other = replace(other, status=Attendance.SUBSTITUTE, substitute_for="Cllr Ann Bole")
    assert renamed((member, other), member, "Cllr Ann Cole, Northmere Council") == [
        replace(member, name="Cllr Ann Cole", initials="AC", organisation="Northmere Council"),
        replace(other, substitute_for="Cllr Ann Cole"),
    ]
    assert renamed((member, other), member, "Cllr Ann Bole") == []
    assert "Type the name" in renamed((member, other), member, " ")


async def test_initials_nobody_has_are_put_on_the_roll_only_when_meant(
    running: Running, store: Store, number: int
) -> None:
    before = store.record(number).presence
    async with running((80, 24)) as pilot:
        await press(pilot, "f2")
        await type_text(pilot, "xq\n")
        assert "Nobody on the roll is found by xq. Enter again if it is a name." in shown(pilot)
        assert store.record(number).presence == before
        await type_text(pilot, "z\n")
        assert store.record(number).presence == before, "other letters are asked about anew"
        await press(pilot, "enter")
        assert store.record(number).presence[-1].name == "xqz"
