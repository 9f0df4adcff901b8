from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk import notation, wording
from clerk.actions.noted import actions_of
from clerk.demo import demo_record
from clerk.drafting import draft
from clerk.minutes import Heading
from clerk.notation import Kind
from clerk.people.room import in_the_chair_at, quorum_at
from clerk.terms import Attendance, ItemState, MeetingState

NOW = datetime(2026, 11, 20, 10, 43, 30)


def test_the_demo_is_a_meeting_part_way_through() -> None:
    record = demo_record(NOW)
    assert record.meeting.state is MeetingState.IN_SESSION
    assert record.meeting.opened == datetime(2026, 11, 20, 10, 0)
    assert record.meeting.closed is None
    states = [item.state for item in record.items]
    assert states == [ItemState.DONE] * 6 + [ItemState.OPEN] + [ItemState.TO_COME] * 7
    assert all(item.documents or item.kind.value != "ordinary" for item in record.items)


def test_the_demo_is_quorate_and_has_every_sort_of_attendance() -> None:
    record = demo_record(NOW)
    assert record.body.quorum is not None
    assert quorum_at(record).here > record.body.quorum
    assert in_the_chair_at(record) is not None
    assert {person.status for person in record.presence} == set(Attendance) - {Attendance.ABSENT}
    assert any(person.remote for person in record.presence)
    initials = [person.initials for person in record.presence]
    assert len(set(initials)) == len(initials)


def test_the_demo_shows_the_notation_that_a_meeting_in_progress_uses() -> None:
    lines = [entry.line for item in demo_record(NOW).items for entry in item.entries]
    assert {notation.parse(line).kind for line in lines} == set(Kind) - {Kind.BLANK, Kind.POST_MEETING, Kind.SUMMARY}


def test_everybody_the_demo_asks_to_act_is_on_its_roll() -> None:
    record = demo_record(NOW)
    names = {person.name for person in record.presence}
    owners = {owner for action in actions_of(record) for owner in action.owners}
    assert owners - names == {"Board members"}
    assert {declaration.name for declaration in record.declarations} <= names


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)))
def test_the_demo_reads_well_at_any_moment(now: datetime) -> None:
    record = demo_record(now)
    minutes = draft(record)
    assert next(block.number for block in minutes.blocks if isinstance(block, Heading) and block.number) == "31."
    assert "$" not in str(minutes)
    assert record.meeting.date is not None
    following = wording.usual_resolution(record, len(record.items))
    assert record.meeting.date.strftime("%A") in following


def test_the_demo_has_a_minute_unfinished_for_the_officer_to_go_on_with() -> None:
    [item] = [item for item in demo_record(NOW).items if item.state is ItemState.OPEN]
    assert item.text.endswith("until ")


@pytest.mark.parametrize("position", range(8, 15))
def test_every_item_to_come_has_usual_words(position: int) -> None:
    assert wording.usual_lines(demo_record(NOW), position)
