"""The members that an agenda lists above its items are the roll to expect, and its quorum is the body's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.importers.reading import Reading
from clerk.importers.recognise import read_text
from clerk.model import Presence
from clerk.people.membership import Member
from clerk.store import Store
from clerk.terms import Attendance, Capacity
from tests.clerk.command_line import Clerk
from tests.clerk.importers.word_agendas import bold, listed, p, read, table

HEADING = "Planning Committee\nWednesday 9 December 2026 6.30 pm\n"
ITEMS = "\n1. Apologies\n2. Budget\n3. Close\n"
ABLE = Presence("Councillor A. Able", chair=True)
BOLD = Presence("Councillor B. Bold", "Vice-Chair")
CARR = Presence("Councillor C. Carr")
RUN = "Councillors A. Able (Chair), B. Bold (Vice-Chair)"
BY_LINE = "Councillor A. Able (Chair)\nCouncillor B. Bold (Vice-Chair)\nCouncillor C. Carr"


def agenda(text: str) -> Reading:
    return read_text(f"{HEADING}{text}\n{ITEMS}")


@pytest.mark.parametrize(
    "text",
    [
        f"Membership: {RUN}, C. Carr",
        f"Membership: {RUN},\nC. Carr",
        f"Members: {RUN}\nand C. Carr",
        f"To: {RUN} and C. Carr.",
        f"To: The Members of the Planning Committee: {RUN}, C. Carr",
        f"{RUN}, C. Carr",
        f"Membership (3)\n{BY_LINE}",
        f"Members:\n{BY_LINE}",
        f"To: All Members of the Planning Committee\n{BY_LINE}",
        f"Committee Members\n• {BY_LINE.replace(chr(10), chr(10) + '• ')}",
        "Members:\nCouncillor A. Able (Chair)    Councillor B. Bold (Vice-Chair)\nCouncillor C. Carr",
    ],
)
def test_members_are_expected_however_they_are_listed(text: str) -> None:
    reading = agenda(text)
    assert reading.record.presence == (ABLE, BOLD, CARR)
    assert reading.record.meeting.note == ""
    assert [str(doubt) for doubt in reading.doubts] == [
        "line 3: The roll was read from the agenda's list: 3 members; check it."
    ]
    assert " ".join(reading.noise) == " ".join(text.replace("\n", " ").split())


@pytest.mark.parametrize(
    "text",
    [
        "Conservative: Councillors A. Able (Chair), B. Bold (Vice-Chair)\nLabour: Councillor C. Carr",
        "Membership:\nConservative (2)\nCouncillor A. Able (Chair)\nCouncillor B. Bold (Vice-Chair)\n"
        "Labour\nCouncillor C. Carr",
        "Chair: Councillor A. Able\nVice-Chair: Councillor B. Bold\nConservative: Councillors A. Able,\nB. Bold\n"
        "Labour: Councillor C. Carr",
        "Councillor A. Able (Chair) (Conservative)\nCouncillor B. Bold (Conservative) (Vice-Chair)\n"
        "Councillor C. Carr (Labour)",
    ],
)
def test_members_listed_by_party_are_expected_with_their_party(text: str) -> None:
    reading = agenda(text)
    assert reading.record.presence == (
        replace(ABLE, organisation="Conservative"),
        replace(BOLD, organisation="Conservative"),
        replace(CARR, organisation="Labour"),
    )
    assert reading.record.meeting.note == ""


def test_substitutes_are_not_expected_and_stay_in_the_note() -> None:
    reading = agenda(f"Membership: {RUN}\nSubstitutes: Councillors G. Gray and H. Hale\nQuorum: 4")
    assert reading.record.presence == (ABLE, BOLD)
    assert reading.record.body.quorum == 4
    assert reading.record.meeting.note == "Substitutes: Councillors G. Gray and H. Hale\nQuorum: 4"
    assert "substitutes are a note" in str(reading.doubts[0])


def test_a_list_on_one_line_with_substitutes_and_quorum_keeps_the_line() -> None:
    line = f"Membership: {RUN} Substitutes: Councillor G. Gray Quorum: 4"
    reading = agenda(line)
    assert (reading.record.presence, reading.record.body.quorum) == ((ABLE, BOLD), 4)
    assert reading.record.meeting.note == line


def test_officers_below_the_members_are_expected_as_officers() -> None:
    people = agenda(f"Members:\n{BY_LINE}\nOfficers: Jo Tan (Planning Manager)").record.presence
    assert people[3:] == (Presence("Jo Tan", "Planning Manager", capacity=Capacity.OFFICER),)


@pytest.mark.parametrize(
    ("line", "quorum"),
    [
        ("Quorum: 4", 4),
        ("Quorum 3", 3),
        ("(Quorum = 5)", 5),
        ("The quorum for this meeting is three members.", 3),
        ("Quorum: one third of the members", None),
        ("Quorum: 0", None),
    ],
)
def test_the_quorum_is_taken_and_its_line_kept(line: str, quorum: int | None) -> None:
    record = agenda(line).record
    assert (record.body.quorum, record.meeting.note) == (quorum, line)


@pytest.mark.parametrize(
    "text",
    [
        "Membership: 9 councillors, politically balanced",
        "Conservative: Councillors A. Able, B. Bold\nLabour: Councillor C. Carr (until the election of 2027)",
        f"Members:\n{BY_LINE}\nLiberal Group\nCouncillor D. Dent (until the election of 2027)",
        "Members: the public are welcome",
        "To: Ann Able",
        "Members:\nTown Hall\nCivic Centre",
    ],
)
def test_a_list_that_cannot_be_read_whole_puts_nobody_on_the_roll(text: str) -> None:
    record = agenda(text).record
    assert record.presence == ()
    assert all(line in f"{record.meeting.note}\n{record.meeting.venue}" for line in text.split("\n"))


LABELS = [
    "Membership:",
    "Members",
    "Substitutes:",
    "Quorum: 3",
    "Officers: Jo Tan",
    "To:",
    "Vacancy",
    "in the Town Hall",
    "Labour (2)",
    "Northgate: Cllr G. Gale",
    "Chair: Cllr B. Bold",
]
NAMES = ["Councillor A. Able", "Cllr B. Bold (Chair)", "C. Carr,", "and D. Dent", "Councillors E. Eames, F. Frost"]
OTHERS = ["Cabinet", "Zoom", "Northmere Council", "[x]"]


@settings(max_examples=80)
@given(st.lists(st.sampled_from([*LABELS, *NAMES, *OTHERS]), max_size=8))
def test_no_line_above_the_items_is_lost(lines: list[str]) -> None:
    reading = agenda("\n".join(lines))
    record = reading.record
    kept = [record.meeting.note, record.meeting.venue, record.body.name, *reading.noise]
    assert all(part in "\n".join(kept) for line in lines for part in line.split())
    assert all(person.status is Attendance.EXPECTED for person in record.presence)


def test_members_listed_are_those_the_body_knows_with_its_officers(clerk: Clerk, tmp_path: Path) -> None:
    known = (
        Member("Cllr Ann Able", "Leader", initials="AA"),
        Member("Cllr Di Dent", chair=True),
        Member("Jo Tan", "Clerk", capacity=Capacity.OFFICER),
    )
    path = tmp_path / "agenda.txt"
    path.write_text(f"{HEADING}Quorum: 4\n{ITEMS}", encoding="utf-8")
    clerk.ok("import", str(path))
    with Store.open(clerk.db) as store:
        store.set_roster("Planning Committee", known, date(2026, 1, 1))
    path.write_text(
        f"{HEADING.replace('9 Dec', '16 Dec')}Members: Councillors A. Able (Chair), C. Carr\n{ITEMS}", encoding="utf-8"
    )
    said = clerk.ok("import", str(path))
    assert "roll: 3 people from the list in the agenda" in said
    record = clerk.record(3)
    assert record.presence == (
        Presence("Cllr Ann Able", "Leader", chair=True, initials="AA"),
        CARR,
        Presence("Jo Tan", "Clerk", capacity=Capacity.OFFICER),
    )
    assert record.body.quorum == 4


def test_a_known_body_without_a_quorum_gets_the_agendas_and_keeps_its_own(clerk: Clerk, tmp_path: Path) -> None:
    path = tmp_path / "agenda.txt"
    quorums = []
    for day, line in ((9, "Agenda"), (10, "Quorum: 4"), (11, "Quorum: 5")):
        path.write_text(f"{HEADING.replace('9 Dec', f'{day} Dec')}{line}\n{ITEMS}", encoding="utf-8")
        clerk.ok("import", str(path), "--new")
        quorums.append(clerk.record(day - 7).body.quorum)
    assert quorums == [None, 4, 4]


def test_parties_side_by_side_in_a_word_agenda_keep_their_members_in_whichever_row_a_cell_is_empty() -> None:
    lists = table(
        ["Labour", "Green", "Independent"],
        ["Councillor A. Able (Chair)", "", p("Councillor C. Carr") + p("Councillor D. Dent")],
        ["", "Councillor B. Bold", ""],
    )
    items = (listed("Apologies"), listed("Minutes"), listed("Close"))
    reading = read(bold("Planning Committee"), p("9 December 2026"), p("Membership"), lists, *items)
    assert [(one.name, one.organisation) for one in reading.record.presence] == [
        ("Councillor A. Able", "Labour"),
        ("Councillor B. Bold", "Green"),
        ("Councillor C. Carr", "Independent"),
        ("Councillor D. Dent", "Independent"),
    ]


@pytest.mark.parametrize(
    "mark", [" (reserve)", " (Substitute)", " (named substitute)", " - reserve", ", Substitute member"]
)
def test_who_is_marked_as_a_reserve_is_not_expected_but_named_in_the_note(mark: str) -> None:
    reading = agenda(f"Members:\n{BY_LINE}\nCouncillor D. Dent{mark}")
    assert reading.record.presence == (ABLE, BOLD, CARR)
    assert reading.record.meeting.note == "Substitute: Councillor D. Dent"
    assert "3 members; check it. Those named as substitutes" in str(reading.doubts[0])


def test_one_in_a_run_who_stands_in_for_another_is_not_there_before_the_roll_is_called() -> None:
    record = agenda(f"Membership: {RUN}, C. Carr, D. Dent (substitute for C. Carr)").record
    assert record.presence == (ABLE, BOLD, CARR)
    assert record.meeting.note == "Substitute: Councillor D. Dent, for C. Carr"


@pytest.mark.parametrize(
    "text",
    [f"Membership: {RUN}, C. Carr", f"Members of the Planning Committee (3):\n{BY_LINE}", f"Members: {RUN}, C. Carr"],
)
def test_members_listed_below_the_last_item_are_expected_too_and_are_no_part_of_it(text: str) -> None:
    reading = read_text(f"{HEADING}{ITEMS}{text}\nSubstitutes: Councillor D. Dent\n")
    assert reading.record.presence == (ABLE, BOLD, CARR)
    assert reading.record.meeting.note == "Substitutes: Councillor D. Dent"
    assert reading.record.items[-1].note == ""
    assert reading.record.body.chair_title == "Chair"


def test_members_listed_in_an_item_that_appoints_them_stay_with_it() -> None:
    text = f"{HEADING}\n1. Apologies\n2. Budget\n3. Membership of the panel\nMembers: {RUN}, C. Carr\n"
    assert "C. Carr" in read_text(text).record.items[-1].note
