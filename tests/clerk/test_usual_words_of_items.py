"""The usual words where the agenda says something of its own: speakers, whose reports, a vacancy, a private matter."""

from __future__ import annotations

from datetime import date

import pytest

from clerk.exempt import hint_for
from clerk.model import Body, Document, Item, Meeting, Presence, Record
from clerk.sentences.electing import candidates
from clerk.sentences.speakers import names_a_speaker
from clerk.terms import Attendance, BodyKind, Capacity, ItemKind
from clerk.wording import usual_lines, usual_resolution

WICK = Body("Wick Parish Council", BodyKind.PARISH, "Council", style="parish")


def record(*items: Item, presence: tuple[Presence, ...] = (), body: Body = WICK) -> Record:
    return Record(body, Meeting(date(2026, 6, 12)), items, presence)


@pytest.mark.parametrize(
    ("note", "named"),
    [
        ("Mr Ivor Plank will speak on the footbridge.", True),
        ("A petition from Sedge Lane Allotments calling for a tap.", True),
        ("Speakers: Ann Oak", True),
        ("Two residents have registered to speak.", True),
        ("Petitions from members of the public.", False),
        ("Anyone who has asked to speak may do so for three minutes.", False),
        ("To speak, contact Mrs Jo Field on 01632 960000.", False),
        ("", False),
    ],
)
def test_that_there_were_no_questions_is_not_said_where_somebody_is_to_speak(note: str, named: bool) -> None:
    item = Item("Public Questions", "4", ItemKind.QUESTIONS, note)
    assert names_a_speaker(item) is named
    assert bool(usual_lines(record(item), 1)) is not named


def test_whose_reports_come_is_not_what_they_are_about() -> None:
    paper = Document(presenter="the Scrutiny Panel")
    [line] = usual_lines(record(Item("Reports from Scrutiny", documents=(paper,))), 1)
    assert line.startswith("The Council considered a report of the Scrutiny Panel. ")
    [line] = usual_lines(record(Item("Report from the Panel on drains", documents=(paper,))), 1)
    assert "regarding" in line


@pytest.mark.parametrize(
    ("title", "regarding"),
    [
        ("Call-in: Cabinet decision on the baths", "the call-in of the Cabinet decision on the baths"),
        ("Call in - the decision to close the baths", "the call-in of the decision to close the baths"),
        ("Call-in: Closure of the Baths", "the call-in: Closure of the Baths"),
        ("Call-in procedure", "Call-in procedure"),
    ],
)
def test_a_decision_called_in_is_named_in_the_sentence(title: str, regarding: str) -> None:
    assert f" regarding {regarding}. " in usual_lines(record(Item(title, "7", documents=(Document(),))), 1)[0]


def test_a_parish_fills_a_vacancy_by_co_option() -> None:
    vacancy = Item("Casual vacancy: to consider applications and co-opt a member", "7")
    assert usual_resolution(record(vacancy), 1) == "That [name] be co-opted as a member of the Council."


def test_a_parish_excludes_the_public_for_a_reason_without_a_paragraph_whatever_its_style() -> None:
    items = (Item("Exclusion", "1", ItemKind.EXCLUSION), Item("Staffing", "2", exempt="a staffing matter"))
    said = usual_resolution(record(*items, body=Body("Wick Parish Council", BodyKind.PARISH)), 1)
    assert "section 1(2) of the Public Bodies (Admission to Meetings) Act 1960" in said
    assert "confidential nature of the business" in said
    assert max(len(hint_for(kind)) for kind in BodyKind) < 40


def test_members_who_are_there_are_offered_as_candidates_and_others_once_something_is_typed() -> None:
    here, away, clerk = (
        Presence("Cllr Ann", status=Attendance.PRESENT),
        Presence("Cllr Bo", status=Attendance.APOLOGIES),
        Presence("Jo Clerk", status=Attendance.PRESENT, capacity=Capacity.OFFICER),
    )
    roll = (away, clerk, here)
    meeting = record(Item("Election of Chair", "1", ItemKind.ELECTION), presence=roll)
    assert candidates(meeting, 1, roll, others=False) == ["Cllr Ann"]
    assert candidates(meeting, 1, roll, others=True) == ["Cllr Ann", "Cllr Bo", "Jo Clerk"]
    uncalled = record(Item("Election of Chair", "1", ItemKind.ELECTION), presence=(away, clerk))
    assert candidates(uncalled, 1, uncalled.presence, others=False) == ["Cllr Bo", "Jo Clerk"]
