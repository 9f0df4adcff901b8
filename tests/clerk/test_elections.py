"""Nominations and elections."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clerk.model import Body, Item, Meeting, Record
from clerk.sentences.elections import Nomination, election_lines, is_for_one_meeting, is_of_the_chair, office_of
from clerk.terms import BodyKind, ItemKind

BODY = Body("Fenmarsh Council", BodyKind.COUNCIL, "Council", "Chairman")
CHAIR = Item("Election of Chair", "1", ItemKind.ELECTION)


def lines(*nominations: Nomination, elected: str = "", title: str = "Election of Chair") -> list[str]:
    record = Record(BODY, Meeting(date(2026, 5, 14)), (replace(CHAIR, title=title),))
    return list(election_lines(record, 1, nominations, elected))


def test_one_nomination_is_proposed_seconded_and_elected() -> None:
    assert lines(Nomination("Cllr A. Reed", "Cllr B. Sedge", "Cllr C. Rush"), elected="Cllr A. Reed") == [
        "It was proposed by Cllr B. Sedge and seconded by Cllr C. Rush that Cllr A. Reed be elected Chairman.",
        "There were no other nominations.",
        "R: That Cllr A. Reed be elected Chairman for 2026/27.",
    ]


def test_several_nominations_are_put_to_the_vote() -> None:
    reed, sedge = Nomination("Cllr A. Reed", "Cllr B. Sedge", votes=7), Nomination("Cllr D. Teal", votes=5)
    assert lines(reed, sedge, elected="Cllr A. Reed", title="Appointment of Vice-Chairman 2025/26") == [
        "It was proposed by Cllr B. Sedge that Cllr A. Reed be appointed Vice-Chairman.",
        "Cllr D. Teal was nominated as Vice-Chairman.",
        "The nominations were put to the vote: Cllr A. Reed, 7; Cllr D. Teal, 5.",
        "R: That Cllr A. Reed be appointed Vice-Chairman for 2025/26.",
    ]


def test_no_nominations_are_minuted_and_nobody_is_elected() -> None:
    assert lines() == ["No nominations were received."]


def test_nominations_without_a_result_make_no_resolution() -> None:
    assert lines(Nomination("A {Reed}"), title="Election of Leader") == [r"A \{Reed\} was nominated as Leader."]


def test_without_a_year_the_resolution_names_none() -> None:
    record = Record(BODY, Meeting(), (CHAIR,))
    assert election_lines(record, 1, (), "Cllr A. Reed") == ("R: That Cllr A. Reed be elected Chairman.",)


@pytest.mark.parametrize("title", ["Election of person to preside", "To elect a Chairman for this meeting"])
def test_who_presides_at_one_meeting_is_not_elected_for_the_year(title: str) -> None:
    record = Record(BODY, Meeting(date(2026, 11, 19)), (Item(title),))
    resolved = election_lines(record, 1, (), "Cllr A. Reed")[-1]
    assert "2026" not in resolved
    assert resolved.endswith("meeting.")
    assert is_of_the_chair(record.items[0])


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Election of Chairman", "Chairman"),
        ("To elect a Chair", "Chairman"),
        ("Appointment of Deputy Mayor", "Deputy Mayor"),
        ("To appoint a Vice Chair", "Vice Chair"),
        ("Nominations", "Chairman"),
        ("Election of person to preside", "to preside at the meeting"),
        ("Election of a Chairman for the meeting", "Chairman for the meeting"),
    ],
)
def test_the_office_is_read_from_the_title(title: str, office: str) -> None:
    assert office_of(Record(BODY, Meeting()), Item(title)) == office


def test_who_is_elected_for_a_hearing_is_not_elected_for_the_year() -> None:
    chair = replace(CHAIR, note="To elect a Chair for this hearing.")
    record = Record(BODY, Meeting(date(2026, 11, 26)), (chair,))
    said = election_lines(record, 1, [Nomination("Cllr A. Reed")], "Cllr A. Reed")
    assert said[-1] == "R: That Cllr A. Reed be elected Chairman for the hearing."


def test_a_year_on_the_agenda_is_not_undone_by_words_about_the_meeting() -> None:
    chair = replace(CHAIR, note="To elect a Chair for 2026/27, from the nominations made for the meeting.")
    assert not is_for_one_meeting(chair)
