"""An election taken down answer by answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clerk.model import Body, Item, Meeting, Presence, Record
from clerk.sentences.electing import Asks, doubt, refuse, stage
from clerk.terms import Attendance, BodyKind, ItemKind

ROLL = tuple(Presence(f"Cllr {letter}", status=Attendance.PRESENT) for letter in "ABCDEFGHIJKL")
ITEM = Item("Election of Chairman of the Council", "1", ItemKind.ELECTION)
COUNCIL = Record(
    Body("Fenmarsh Council", BodyKind.COUNCIL, "Council", "Chairman"), Meeting(date(2026, 5, 14)), (ITEM,), ROLL
)
BOARD = replace(COUNCIL, body=replace(COUNCIL.body, kind=BodyKind.PARTNERSHIP))
TWO = ("Cllr A", "Cllr B", "Cllr C", "Cllr D", "Cllr E", "", "")


def elected(*answers: str, record: Record = COUNCIL) -> list[str]:
    reached = stage(record, 1, answers)
    assert reached.asks is Asks.NOTHING
    return list(reached.lines(record, 1))


def test_no_nominations_are_one_answer() -> None:
    assert elected("") == ["No nominations were received."]


def test_the_only_one_nominated_is_elected_without_a_vote() -> None:
    assert elected("Cllr A", "Cllr B", "Cllr C", "") == [
        "It was proposed by Cllr B and seconded by Cllr C that Cllr A be elected Chairman.",
        "There were no other nominations.",
        "R: That Cllr A be elected Chairman for 2026/27.",
    ]


def test_with_several_the_votes_say_who_is_elected() -> None:
    assert elected(*TWO, "5-7") == [
        "It was proposed by Cllr B and seconded by Cllr C that Cllr A be elected Chairman.",
        "It was proposed by Cllr E that Cllr D be elected Chairman.",
        "The nominations were put to the vote: Cllr A, 5; Cllr D, 7.",
        "R: That Cllr D be elected Chairman for 2026/27.",
    ]


@pytest.mark.parametrize(
    ("votes", "said"),
    [
        ("b 7-5", "A ballot was held on the nominations: Cllr A, 7; Cllr D, 5."),
        ("Ballot: 7, 5", "A ballot was held on the nominations: Cllr A, 7; Cllr D, 5."),
        ("6 – 5 1", "The nominations were put to the vote: Cllr A, 6; Cllr D, 5; abstained, 1."),
    ],
)
def test_a_ballot_and_who_abstained_are_said(votes: str, said: str) -> None:
    assert elected(*TWO, votes)[2:] == [said, "R: That Cllr A be elected Chairman for 2026/27."]


def test_equal_votes_for_the_chair_of_a_council_are_for_a_casting_vote_and_elsewhere_lots_may_be_drawn() -> None:
    assert len(stage(COUNCIL, 1, (*TWO, "6-6")).choices) == 2
    assert stage(COUNCIL, 1, (*TWO, "6-6")).must_cast
    assert elected(*TWO, "6-6", "2")[3:] == [
        "The votes being equal, the person presiding gave a casting vote for Cllr D.",
        "R: That Cllr D be elected Chairman for 2026/27.",
    ]
    assert len(stage(BOARD, 1, (*TWO, "6-6")).choices) == 4
    assert elected(*TWO, "6-6", "3", record=BOARD)[3] == "The votes being equal, lots were drawn and Cllr A was chosen."
    vice = replace(COUNCIL, items=(replace(ITEM, title="Appointment of Vice-Chairman"),))
    assert len(stage(vice, 1, (*TWO, "6-6")).choices) == 4


def test_votes_that_were_not_counted_still_elect_somebody_or_nobody_yet() -> None:
    assert elected(*TWO, "", "2")[2:] == ["R: That Cllr D be elected Chairman for 2026/27."]
    assert len(elected(*TWO, "", "")) == 2
    assert elected(*TWO, "6-6", "")[-1] == "The nominations were put to the vote: Cllr A, 6; Cllr D, 6."


@pytest.mark.parametrize("votes", ["7", "7-5-1-1", "seven", "-7-5", "7.5"])
def test_votes_that_do_not_fit_the_nominations_are_refused(votes: str) -> None:
    assert "Type 2 figures" in str(refuse(stage(COUNCIL, 1, TWO), votes))


def test_nobody_is_nominated_twice_and_no_choice_is_made_that_there_is_not() -> None:
    assert refuse(stage(COUNCIL, 1, TWO[:-1]), "Cllr A") == "Cllr A is nominated already."
    assert refuse(stage(COUNCIL, 1, TWO[:-1]), "Cllr X") is None
    for answer in ("0", "3", "x"):
        assert refuse(stage(COUNCIL, 1, (*TWO, "")), answer)
    assert refuse(stage(COUNCIL, 1, (*TWO, "")), "2") is None


def test_more_votes_than_members_and_less_than_half_are_doubted() -> None:
    assert "more than the 12 members" in str(doubt(COUNCIL, 1, stage(COUNCIL, 1, TWO), "8-5"))
    assert doubt(COUNCIL, 1, stage(COUNCIL, 1, TWO), "6-5-1") is None
    three = (*TWO[:-1], "Cllr F", "", "")
    assert "Nobody has half" in str(doubt(COUNCIL, 1, stage(COUNCIL, 1, three), "5-4-3"))
    assert doubt(COUNCIL, 1, stage(COUNCIL, 1, three), "6-4-2") is None


def test_names_print_as_they_were_typed() -> None:
    assert elected("A {Reed} [sic]", "", "")[-1] == r"R: That A \{Reed\} [sic] be elected Chairman for 2026/27."


@pytest.mark.parametrize("typed", ["ud", "UD", "smyth"])
def test_initials_that_nobody_has_are_asked_about_before_they_print_as_a_name(typed: str) -> None:
    for answers in ((), ("Cllr A",), ("Cllr A", "Cllr B")):
        assert typed in str(doubt(COUNCIL, 1, stage(COUNCIL, 1, answers), typed))
        assert doubt(COUNCIL, 1, stage(COUNCIL, 1, answers), "Mr U. Dale") is None
        assert doubt(COUNCIL, 1, stage(COUNCIL, 1, answers), "") is None
