"""Co-opted members that an agenda or a pasted list names are on the roll, with a vote on some items only."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.importers.recognise import read_text
from clerk.importers.rosters.text import read as read_roster_text
from clerk.people.pasted_roll import people_pasted
from clerk.terms import Attendance, Capacity
from clerk.voting.entitled import ON_ALL, Voting
from tests.clerk.command_line import Clerk

MEMBERS = "Membership: Councillors A. Able (Chair), B. Bold and C. Carr"
SOME = Voting(some=True)


def agenda(text: str) -> str:
    return (
        f"Schools Scrutiny Committee\nWednesday 9 December 2026 6.30 pm\n{text}\n\n1. Apologies\n2. Budget\n3. Close\n"
    )


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (
            "Co-opted members (voting on education matters only): Mrs C. Orme (Parent Governor), Mr J. Patel (Diocese)",
            {"Mrs C. Orme": "Parent Governor", "Mr J. Patel": "Diocese"},
        ),
        ("Co-opted members (non-voting): Mrs C. Orme", {"Mrs C. Orme": "Co-opted member"}),
        (
            "Co-opted Members:\nMrs C. Orme\nMr J. Patel (Diocese)",
            {"Mrs C. Orme": "Co-opted Member", "Mr J. Patel": "Diocese"},
        ),
        ("STATUTORY CO-OPTEES: Mrs C. Orme", {"Mrs C. Orme": "Statutory co-optee"}),
        (
            "Church Representatives: Mrs C. Orme (Diocese), Vacancy\nParent Governor Representatives: Mr K. Lee",
            {"Mrs C. Orme": "Diocese", "Mr K. Lee": "Parent Governor Representative"},
        ),
        ("Co-opted members (with voting rights on education)\nMrs C. Orme – Diocese", {"Mrs C. Orme": "Diocese"}),
    ],
)
def test_co_opted_members_are_members_who_vote_on_some_items(lines: str, named: dict[str, str]) -> None:
    reading = read_text(agenda(f"{MEMBERS}\n{lines}"))
    pasted = people_pasted(f"{MEMBERS}\n{lines}".splitlines())
    for people in (reading.record.presence, pasted):
        assert [each.voting for each in people[:3]] == [ON_ALL] * 3
        assert {each.name: each.post or each.organisation for each in people[3:]} == named
        assert all((each.capacity, each.status) == (Capacity.MEMBER, Attendance.EXPECTED) for each in people)
        assert {each.voting for each in people[3:]} == {SOME}
    assert reading.record.meeting.note == ""
    assert f"{len(named)} of them with a vote on some items only" in str(reading.doubts[0])


@pytest.mark.parametrize("line", ["Voting co-opted members: Mrs C. Orme", "Co-opted members: Councillor D. Dent"])
def test_who_is_said_to_vote_and_a_co_opted_councillor_vote_on_all(line: str) -> None:
    assert people_pasted([MEMBERS, line])[-1].voting == ON_ALL


def test_a_label_holds_for_the_names_behind_it_only() -> None:
    people = people_pasted(["Members:", "Cllr A. Able", "Co-optees (non-voting): Mrs C. Orme", "Cllr B. Bold"])
    assert [(each.post, each.voting) for each in people] == [("", ON_ALL), ("Co-optee", SOME), ("", ON_ALL)]


def test_a_roster_as_a_plain_list_has_them_too() -> None:
    lines = ["Members:", "Cllr A. Able", "Church representatives: Mrs C. Orme (Diocese)", "Co-optees:", "Mr J. Patel"]
    reading = read_roster_text("\n".join([*lines, "Ms L. Moon, Adviser (non-voting)"]))
    assert [(each.name, each.post or each.organisation, each.some_votes) for each in reading.members] == [
        ("Cllr A. Able", "", False),
        ("Mrs C. Orme", "Diocese", True),
        ("Mr J. Patel", "Co-optee", True),
        ("Ms L. Moon", "Adviser (non-voting)", True),
    ]
    assert not reading.doubts


def test_an_agenda_says_of_those_the_body_knows_that_they_vote_on_some_items(clerk: Clerk, tmp_path: Path) -> None:
    votes = []
    co_opted, listed = f"{MEMBERS}\nCo-optees: Mrs C. Orme", f"{MEMBERS}, Mrs C. Orme"
    for day, people in ((9, listed), (10, co_opted), (11, listed)):
        (file := tmp_path / f"{day}.txt").write_text(agenda(people).replace("9 Dec", f"{day} Dec"), encoding="utf-8")
        clerk.ok("import", str(file))
        votes.append(clerk.record(day - 7).presence[-1].voting)
    assert votes == [ON_ALL, SOME, SOME]
