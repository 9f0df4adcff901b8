"""Who was in the room, when, as it follows from the roll and from who came and went."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from clerk.model import Body, Declaration, Entry, Item, Meeting, Movement, Presence, Record
from clerk.people.room import (
    FOR_AN_INTEREST,
    ambiguous,
    arrival,
    declared_in,
    in_order,
    in_the_chair_at,
    in_the_room,
    may_vote,
    members_at,
    out_for_an_interest,
    quorum_at,
    withdrawal,
)
from clerk.terms import Attendance, Capacity, ItemKind, ItemState, MovementKind, Outcome
from clerk.voting.entitled import Voting

ARRIVED, LEFT, RETURNED, CHAIR = MovementKind


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-06-19T{clock}")


def item(title: str, opened: str, closed: str, *lines: str, kind: ItemKind = ItemKind.ORDINARY) -> Item:
    entries = tuple(Entry(line) for line in lines)
    return Item(title, kind=kind, state=ItemState.DONE, opened=at(opened), closed=at(closed), entries=entries)


ROLL = (
    Presence("Anand", status=Attendance.PRESENT, chair=True),
    Presence("Brook", status=Attendance.PRESENT),
    Presence("Coombe", status=Attendance.SUBSTITUTE, remote=True),
    Presence("Dale", status=Attendance.APOLOGIES),
    Presence("Ms Field", capacity=Capacity.OFFICER, status=Attendance.PRESENT),
)
ITEMS = (
    item("Apologies", "10:00", "10:05"),
    item("Budget", "10:05", "10:30", "R: that it be noted"),
    item("Roads", "10:30", "10:50", "V: 2-1"),
    item("Parks", "10:50", "11:00"),
)


def meeting(*movements: Movement, **about: Any) -> Record:
    record = Record(Body("Board", quorum=3), Meeting(opened=at("10:00")), ITEMS, ROLL, movements=movements)
    return replace(record, **about)


def moved(name: str, kind: MovementKind, clock: str, position: int = 0, **about: Any) -> Movement:
    return Movement(name, kind, at(clock), position, **about)


def names(people: tuple[Presence, ...]) -> str:
    return " ".join(person.name for person in people)


def test_everybody_present_or_substituting_is_there_when_nobody_moves() -> None:
    for when, position in ((None, 0), (at("09:00"), 0), (None, 3)):
        assert names(in_the_room(meeting(), when, position)) == "Anand Brook Coombe Ms Field"
    assert names(members_at(meeting())) == "Anand Brook Coombe"


def test_who_arrived_late_was_not_there_before() -> None:
    record = meeting(moved("Brook", ARRIVED, "10:20", 2))
    assert "Brook" not in names(in_the_room(record, at("10:19")))
    assert "Brook" in names(in_the_room(record, at("10:20")))
    assert "Brook" not in names(in_the_room(record, position=1))
    assert "Brook" in names(in_the_room(record, position=2))


def test_who_left_was_there_until_then_and_who_returned_is_there_again() -> None:
    record = meeting(moved("Brook", LEFT, "10:20", 2), moved("Brook", RETURNED, "10:45", 3))
    there = ["Brook" in names(in_the_room(record, at(clock))) for clock in ("10:00", "10:20", "10:44", "10:45")]
    assert there == [True, False, False, True]
    assert ["Brook" in names(in_the_room(record, position=place)) for place in (1, 2, 3, 4)] == [
        True,
        False,
        True,
        True,
    ]


def test_the_item_decides_when_the_clock_was_rounded() -> None:
    # Item 2 closed at 10.30 and the officer put down 10.29 for what happened in item 3.
    early = meeting(moved("Brook", LEFT, "10:29", 3))
    assert ["Brook" in names(in_the_room(early, position=place)) for place in (2, 3)] == [True, False]
    late = meeting(moved("Brook", LEFT, "10:31", 2))
    assert ["Brook" in names(in_the_room(late, position=place)) for place in (1, 2, 3)] == [True, False, False]


def test_an_item_gone_back_to_is_over_when_it_was_left_the_second_time() -> None:
    again = (ITEMS[0], replace(ITEMS[1], closed=at("11:10")), *ITEMS[2:])
    left_before = meeting(moved("Brook", LEFT, "10:40", 3), items=again)
    assert "Brook" not in names(in_the_room(left_before, position=2))
    left_then = meeting(moved("Brook", LEFT, "11:05", 2), items=again)
    assert ["Brook" in names(in_the_room(left_then, position=place)) for place in (2, 3, 4)] == [False, True, True]


def test_a_record_without_times_goes_by_the_order_of_business() -> None:
    bare = tuple(replace(each, opened=None, closed=None) for each in ITEMS)
    record = meeting(moved("Anand", LEFT, "10:10"), moved("Brook", LEFT, "10:20", 2), items=bare)
    assert [names(members_at(record, position=place)) for place in (1, 2, 3)] == [
        "Anand Brook Coombe",
        "Coombe",
        "Coombe",
    ]


def test_times_with_an_offset_go_by_the_clock_in_the_room() -> None:
    summer = timezone(timedelta(hours=1))
    offset = replace(moved("Brook", LEFT, "10:20", 2), when=at("10:20").replace(tzinfo=summer))
    record = meeting(*in_order([moved("Brook", RETURNED, "10:45"), offset]))
    assert [each.kind for each in record.movements] == [LEFT, RETURNED]
    assert "Brook" not in names(in_the_room(record, at("10:30")))


def test_who_joins_from_elsewhere_with_no_vote_does_not_make_a_quorum() -> None:
    here = Presence("Fern", status=Attendance.PRESENT)
    joined = Presence("Sallow", status=Attendance.PRESENT, remote=True)

    def counted(*roll: Presence) -> int:
        return quorum_at(Record(Body("Board", quorum=2), Meeting(), ITEMS, roll)).here

    assert counted(here, joined) == 2
    assert counted(here, replace(joined, voting=Voting(some=True))) == 1
    assert counted(joined, replace(here, voting=Voting(some=True))) == 1, "nor does being in the room"


def test_the_quorum_is_lost_while_too_few_members_are_there_and_officers_do_not_count() -> None:
    record = meeting(moved("Brook", LEFT, "10:20", 2), moved("Brook", RETURNED, "10:45", 3))
    before, lost, again = (quorum_at(record, at(clock)) for clock in ("10:19", "10:20", "10:45"))
    assert (before.here, before.needed, before.lost) == (3, 3, False)
    assert (lost.here, lost.lost, again.lost) == (2, True, False)
    assert not quorum_at(replace(record, body=Body("Board"))).lost


def test_the_roll_says_who_opened_in_the_chair_and_movements_who_took_it() -> None:
    record = meeting(
        moved("Anand", LEFT, "10:20", 2), moved("Brook", CHAIR, "10:21", 2), moved("Anand", RETURNED, "10:40", 3)
    )
    presiding = [in_the_chair_at(record, at(clock)) for clock in ("10:00", "10:20", "10:21", "10:40")]
    assert [person.name if person else "" for person in presiding] == ["Anand", "", "Brook", "Brook"]
    back = replace(record, movements=(*record.movements, moved("Anand", CHAIR, "10:41", 3)))
    person = in_the_chair_at(back, position=3)
    assert person
    assert person.name == "Anand"
    assert record.presence[0].chair


def test_who_arrived_during_an_item_may_vote_on_it_and_who_left_may_not() -> None:
    record = meeting(moved("Brook", ARRIVED, "10:20", 2), moved("Coombe", LEFT, "10:25", 2))
    assert names(may_vote(record, 2)) == "Anand Brook"
    assert names(may_vote(record, 1)) == "Anand Coombe"


@pytest.mark.parametrize(
    ("voted", "may"), [(True, "Anand Brook Coombe"), (False, "Anand Coombe"), (None, "Anand Coombe")]
)
def test_what_has_been_said_about_the_vote_goes_before_what_follows_from_the_times(
    voted: bool | None, may: str
) -> None:
    assert names(may_vote(meeting(moved("Brook", LEFT, "10:25", 2, voted=voted)), 2)) == may


@pytest.mark.parametrize(
    ("outcome", "may"),
    [(Outcome.LEFT, False), (Outcome.SPOKE_THEN_LEFT, False), (Outcome.STAYED, True), (Outcome.NOT_SAID, True)],
)
def test_who_withdrew_for_an_interest_may_not_vote_in_that_item(outcome: Outcome, may: bool) -> None:
    record = meeting(declarations=(Declaration("Brook", items=(2,), outcome=outcome, made_at=1),))
    assert ("Brook" in names(may_vote(record, 2))) is may
    assert "Brook" in names(may_vote(record, 3))


def test_a_declaration_is_in_the_items_it_names_or_else_in_that_where_it_was_made() -> None:
    named, unnamed = Declaration("Brook", items=(3,), made_at=2), Declaration("Anand", made_at=2)
    record = meeting(declarations=(named, unnamed))
    assert declared_in(record, 2) == (unnamed,)
    assert declared_in(record, 3) == (named,)
    invited = (ITEMS[0], replace(ITEMS[1], kind=ItemKind.DECLARATIONS), *ITEMS[2:])
    assert declared_in(replace(record, items=invited), 2) == ()


def test_whoever_came_or_went_during_a_decision_is_asked_about_once() -> None:
    out, back = moved("Brook", LEFT, "10:10", 2), moved("Brook", RETURNED, "10:20", 2)
    assert ambiguous(meeting(out, back), 2) == (back,)
    assert ambiguous(meeting(replace(out, voted=False), back), 2) == ()
    assert ambiguous(meeting(moved("Brook", LEFT, "10:55", 4)), 4) == ()
    assert ambiguous(meeting(moved("Ms Field", LEFT, "10:10", 2)), 2) == ()
    withdrew = (Declaration("Brook", items=(2,), outcome=Outcome.LEFT),)
    assert ambiguous(meeting(out, declarations=withdrew), 2) == ()
    empty = (ITEMS[0], replace(ITEMS[1], entries=(Entry("R: "),)), *ITEMS[2:])
    assert ambiguous(meeting(out, items=empty), 2) == ()


def test_who_left_for_an_interest_is_out_until_they_return() -> None:
    left = moved("Brook", LEFT, "10:10", 2, why=FOR_AN_INTEREST)
    assert names(out_for_an_interest(meeting(left))) == "Brook"
    assert names(out_for_an_interest(meeting(left), at("10:09"))) == ""
    assert names(out_for_an_interest(meeting(left, moved("Brook", RETURNED, "10:31", 3)))) == ""
    assert names(out_for_an_interest(meeting(moved("Brook", LEFT, "10:10", 2, why="to catch a train")))) == ""


def test_who_comes_in_arrives_unless_they_had_left() -> None:
    record = meeting(moved("Brook", LEFT, "10:10", 2))
    assert arrival(record, "Brook", at("10:20")) is RETURNED
    assert arrival(record, "Brook", at("10:05")) is ARRIVED
    assert arrival(record, "Coombe", at("10:20")) is ARRIVED


def test_a_withdrawal_is_from_the_item_that_is_open_and_happens_once() -> None:
    declared = Declaration("Brook", items=(3,), outcome=Outcome.LEFT, made_at=1)
    open_items = (*ITEMS[:2], replace(ITEMS[2], state=ItemState.OPEN, closed=None), ITEMS[3])
    record = meeting(items=open_items, declarations=(declared,))
    left = withdrawal(record, declared, at("10:35"))
    assert left == Movement("Brook", LEFT, at("10:35"), 3, FOR_AN_INTEREST)
    assert withdrawal(replace(record, movements=(left,)), declared, at("10:36")) is None
    stayed = replace(declared, outcome=Outcome.STAYED)
    assert withdrawal(replace(record, declarations=(stayed,)), stayed, at("10:35")) is None
    elsewhere = replace(declared, items=(2,))
    assert withdrawal(replace(record, declarations=(elsewhere,)), elsewhere, at("10:35")) is None
