"""A roster has a history: whoever is gone left, and a meeting expects whoever belonged on its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clerk.model import Presence
from clerk.people.membership import Member
from clerk.store import Store, StoreError
from clerk.terms import Attendance, Capacity
from tests.clerk.stored import BOARD, meeting_of

JANUARY, MAY, JUNE = date(2026, 1, 5), date(2026, 5, 12), date(2026, 6, 1)
ASH, BIRCH = Member("Cllr A. Ash", chair=True), Member("Cllr Bo Birch", "Leader", "Vale Council")
COLE = Member("Cy Cole", capacity=Capacity.OFFICER, initials="CC")
DUNN = Member("Cllr D. Dunn", substitute=True)
NAME = BOARD.name


def names(members: tuple[Member, ...]) -> list[str]:
    return [member.name for member in members]


def test_the_first_roster_stands_for_earlier_meetings_as_well(store: Store) -> None:
    change = store.set_roster(NAME, (ASH, BIRCH), MAY)
    assert names(change.joined) == ["Cllr A. Ash", "Cllr Bo Birch"]
    assert names(store.roster(NAME, JANUARY)) == ["Cllr A. Ash", "Cllr Bo Birch"]


def test_a_newer_roster_ends_who_is_gone_and_keeps_that_they_were_there(store: Store) -> None:
    store.set_roster(NAME, (ASH, BIRCH, DUNN, COLE), JANUARY)
    newer = (Member("Councillor A. Ash"), Member("Cllr E. Elm"))
    change = store.set_roster(NAME.upper(), newer, MAY)
    assert (names(change.joined), names(change.left)) == (["Cllr E. Elm"], ["Cllr Bo Birch"])
    assert names(change.stayed) == ["Cllr D. Dunn", "Cy Cole"], "the newer list names none of their sort"
    assert names(store.roster(NAME)) == ["Councillor A. Ash", "Cllr E. Elm", "Cllr D. Dunn", "Cy Cole"]
    assert names(store.roster(NAME, date(2026, 5, 11)))[1] == "Cllr Bo Birch"
    assert store.roster(NAME)[0].chair, "a list that says nothing of the Chair changes nothing of it"
    assert {each.name: each.until for each in store.memberships(NAME)}["Cllr Bo Birch"] == date(2026, 5, 11)


def test_what_is_newly_known_is_added_and_what_changes_is_history(store: Store) -> None:
    store.set_roster(NAME, (ASH, BIRCH), JANUARY)
    change = store.set_roster(NAME, (replace(ASH, chair=False, initials="AA"), replace(BIRCH, chair=True)), MAY)
    assert [(before.chair, after.chair) for before, after in change.changed] == [(True, False), (False, True)]
    assert [each.chair for each in store.roster(NAME, JANUARY)] == [True, False]
    assert [(each.chair, each.initials, each.post) for each in store.roster(NAME, MAY)] == [
        (False, "AA", ""),
        (True, "", "Leader"),
    ]
    assert store.set_roster(NAME, store.roster(NAME), MAY).changed == ()


def test_a_wrong_list_is_put_right_on_the_same_day(store: Store) -> None:
    store.set_roster(NAME, (ASH, BIRCH), JANUARY)
    store.set_roster(NAME, (Member("Quite Another"),), MAY)
    store.set_roster(NAME, (ASH, BIRCH), MAY)
    assert [(each.name, each.since, each.until) for each in store.memberships(NAME)] == [
        ("Cllr A. Ash", None, None),
        ("Cllr Bo Birch", None, None),
    ]


def test_a_roster_older_than_the_last_change_is_refused(store: Store) -> None:
    store.set_roster(NAME, (ASH,), JANUARY)
    store.set_roster(NAME, (ASH, BIRCH), MAY)
    with pytest.raises(StoreError, match="has changed on 2026-05-12"):
        store.set_roster(NAME, (ASH,), JANUARY)
    assert names(store.roster(NAME)) == ["Cllr A. Ash", "Cllr Bo Birch"]


def test_people_join_and_leave_one_by_one(store: Store) -> None:
    store.set_roster(NAME, (ASH, BIRCH), JANUARY)
    store.join(NAME, Member("Cllr E. Elm", chair=True), MAY)
    gone = store.leave(NAME, "Councillor Bo Birch", JUNE)
    assert gone.until == JUNE
    assert [(each.name, each.chair) for each in store.roster(NAME)] == [("Cllr A. Ash", False), ("Cllr E. Elm", True)]
    assert [(each.name, each.chair) for each in store.roster(NAME, JANUARY)] == [
        ("Cllr A. Ash", True),
        ("Cllr Bo Birch", False),
    ]
    assert names(store.roster(NAME, JUNE)) == ["Cllr A. Ash", "Cllr Bo Birch", "Cllr E. Elm"]
    with pytest.raises(StoreError, match="Nobody on the roster is called Cllr Bo Birch"):
        store.leave(NAME, "Cllr Bo Birch", JUNE)
    with pytest.raises(StoreError, match="is on the roster already"):
        store.join(NAME, ASH, JUNE)


def test_a_meeting_expects_the_roster_of_its_day_before_the_last_roll(store: Store) -> None:
    roll = (
        Presence("Councillor A. Ash", initials="AA", status=Attendance.PRESENT),
        Presence("Gone Away", status=Attendance.PRESENT),
        Presence("Ed Officer", capacity=Capacity.OFFICER, status=Attendance.PRESENT, chair=True),
    )
    store.add(replace(meeting_of("a", day=JANUARY), presence=roll))
    store.set_roster(NAME, (ASH, DUNN), JANUARY)
    store.set_roster(NAME, (ASH, BIRCH, DUNN), MAY)
    early, late = store.expected(NAME, date(2026, 2, 1)), store.expected(NAME, JUNE)
    assert early.people == (
        Presence("Cllr A. Ash", chair=True, initials="AA"),
        Presence("Ed Officer", capacity=Capacity.OFFICER),
    )
    assert [each.name for each in late.people] == ["Cllr A. Ash", "Cllr Bo Birch", "Ed Officer"]
    assert (late.roster, late.officers, late.meeting_day) == (True, 1, JANUARY)


def test_a_body_nobody_knows_has_no_roster(store: Store) -> None:
    with pytest.raises(StoreError, match="There is no body called Nowhere"):
        store.roster("Nowhere")
