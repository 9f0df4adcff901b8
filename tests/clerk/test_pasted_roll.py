"""Lists of people as e-mails and agendas have them, pasted into the roll."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.importers.roster import read_roster_text
from clerk.people.pasted_roll import people_pasted, read_pasted
from clerk.terms import Attendance, Capacity
from clerk.voting.entitled import Voting


def test_a_run_of_names_is_several_people() -> None:
    people = people_pasted(["Councillor Ada Moss (Chair), Councillor Bo Reed, Councillor Cy Lamb"])
    assert [(one.name, one.chair) for one in people] == [
        ("Councillor Ada Moss", True),
        ("Councillor Bo Reed", False),
        ("Councillor Cy Lamb", False),
    ]


def test_labels_say_who_is_an_officer_and_who_sent_apologies() -> None:
    people = people_pasted(
        ["Cllr Ada Moss", "Apologies: Cllrs Reed and Lamb", "Officers: Jo Tan (Head of Parks), Al Roe (Legal Adviser)"]
    )
    assert [(one.name, one.capacity, one.status) for one in people] == [
        ("Cllr Ada Moss", Capacity.MEMBER, Attendance.EXPECTED),
        ("Cllr Reed", Capacity.MEMBER, Attendance.APOLOGIES),
        ("Cllr Lamb", Capacity.MEMBER, Attendance.APOLOGIES),
        ("Jo Tan", Capacity.OFFICER, Attendance.EXPECTED),
        ("Al Roe", Capacity.OFFICER, Attendance.EXPECTED),
    ]


def test_a_heading_holds_for_the_lines_below_it() -> None:
    people = people_pasted(["Members present:", "Cllr Ada Moss", "Also present", "Jo Tan, Lantern Trust"])
    assert [(one.name, one.capacity, one.status) for one in people] == [
        ("Cllr Ada Moss", Capacity.MEMBER, Attendance.PRESENT),
        ("Jo Tan", Capacity.GUEST, Attendance.PRESENT),
    ]


def test_who_has_a_post_after_the_councillors_is_an_officer() -> None:
    people = people_pasted(["Cllr Ada Moss", "Jo Tan, Head of Parks", "Al Roe, Lantern Trust"])
    assert [one.capacity for one in people] == [Capacity.MEMBER, Capacity.OFFICER, Capacity.MEMBER]


def test_a_director_on_a_board_without_councillors_stays_a_member() -> None:
    assert [one.capacity for one in people_pasted(["Jo Tan, Director of Public Health"])] == [Capacity.MEMBER]


def test_a_name_and_an_organisation_are_one_person() -> None:
    people = people_pasted(["Jo Tan, Barley House", "Jo Tan, Manager, Lantern Trust"])
    assert [(one.name, one.post, one.organisation) for one in people] == [
        ("Jo Tan", "", "Barley House"),
        ("Jo Tan", "Manager", "Lantern Trust"),
    ]


MOSS, REED, LAMB = "Councillor Ada Moss", "Councillor Bo Reed", "Councillor Cy Lamb"


@pytest.mark.parametrize(
    "text",
    [
        f"Labour Group (2): {MOSS} (Chair) and {REED}\nGreen: {LAMB}",
        f"Labour Group\n{MOSS} (Chair)\n{REED}\n\nGreen\n{LAMB}",
        f"Name\tParty\n{MOSS} (Chair)\tLabour Group\n{REED}\tLabour Group\n{LAMB}\tGreen",
        f"| Councillor | Political group |\n|---|---|\n|{MOSS} (Chair)|Labour Group|\n|{REED}|Labour Group|\n"
        f"|{LAMB}|Green|",
        f"{MOSS} (Chair) | Labour Group\n{REED} | Labour Group\n{LAMB} | Green",
        f"Chair: {MOSS}\nLabour Group: {MOSS},\n{REED}\nGreen: {LAMB}",
        f"1. {MOSS} (Labour Group) (Chair)\n2. {REED} (Labour Group)\n3. {LAMB} (Green)",
    ],
)
def test_the_party_a_list_gives_is_whom_its_members_stand_for_and_reads_as_a_roster_too(text: str) -> None:
    people = people_pasted(text.split("\n"))
    assert [(one.name, one.organisation, one.chair) for one in people] == [
        (MOSS, "Labour Group", True),
        (REED, "Labour Group", False),
        (LAMB, "Green", False),
    ]
    assert [member.expected for member in read_roster_text(text).members] == people


def test_wards_stand_above_or_before_their_members_whatever_their_names() -> None:
    people = people_pasted(["West Hill (1)", MOSS, "Northgate", f"{REED} (Labour)", f"Sandford-on-Wey: {LAMB}"])
    assert [(one.name, one.organisation) for one in people] == [
        (MOSS, "West Hill"),
        (REED, "Northgate, Labour"),
        (LAMB, "Sandford-on-Wey"),
    ]


def test_posts_before_the_names_and_substitutes_are_told() -> None:
    text = f"Chairman: {MOSS}\nVice-Chairmen: {REED} and {LAMB}\nNamed substitutes (Green):\nCllr Di Dent\n"
    text += "Officers\nHead of Parks: Jo Tan\nClerk to the Committee - Al Roe\nSam Lee, Solicitor"
    people = people_pasted(text.split("\n"))
    assert [(one.name, one.post, one.organisation) for one in people] == [
        (MOSS, "", ""),
        (REED, "Vice-Chairman", ""),
        (LAMB, "Vice-Chairman", ""),
        ("Cllr Di Dent", "Substitute", "Green"),
        ("Jo Tan", "Head of Parks", ""),
        ("Al Roe", "Clerk to the Committee", ""),
        ("Sam Lee", "Solicitor", ""),
    ]
    assert [one.capacity for one in people[4:]] == [Capacity.OFFICER] * 3
    members = read_roster_text(text).members
    assert [(one.name, one.organisation) for one in members] == [(one.name, one.organisation) for one in people]
    assert [one.name for one in members if one.substitute] == ["Cllr Di Dent"]
    assert [one.post for one in members if not one.substitute] == [one.post for one in people[:3] + people[4:]]


def test_who_is_said_to_have_no_vote_has_none_and_the_auditors_are_guests() -> None:
    text = """Cabinet membership
    Cllr Ann Ash
    Independent Members (non-voting)
    Mr Bo Birch, Independent Person
    Members:
    Ms Di Dock, Co-opted Member (no vote)
    Cllr Cy Cole
    External auditors
    Ed Day, Arle Audit"""
    people = people_pasted(text.splitlines())
    assert "; ".join(person.name for person in people) == "Cllr Ann Ash; Mr Bo Birch; Ms Di Dock; Cllr Cy Cole; Ed Day"
    assert [person.name for person in people if person.voting == Voting(some=True)] == ["Mr Bo Birch", "Ms Di Dock"]
    assert [person.name for person in people if person.capacity is not Capacity.MEMBER] == ["Ed Day"]
    assert people[-1].capacity is Capacity.GUEST


def test_a_heading_with_how_many_they_are_names_the_body_of_a_roster() -> None:
    reading = read_roster_text(f"Membership of the Parks Committee (2):\n{MOSS}\n{REED}\nQuorum: 2\n")
    assert (reading.body, len(reading.members)) == ("Parks Committee", 2)
    assert "This line names nobody and was left out: “Quorum: 2”." in str(reading.doubts)


def test_somebody_said_to_be_of_two_parties_stays_two_lines_of_the_roll_and_a_doubt_of_a_roster() -> None:
    lines = [f"Labour: {MOSS}", f"Green: {MOSS}"]
    assert [one.organisation for one in people_pasted(lines)] == ["Labour", "Green"]
    reading = read_roster_text("\n".join(lines))
    assert [one.organisation for one in reading.members] == ["Labour"]
    assert "is named twice" in str(reading.doubts)


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Cllr Bo Reed - apologies", Attendance.APOLOGIES),
        ("Cllr Bo Reed – Apologies received", Attendance.APOLOGIES),
        ("Cllr Bo Reed, apologies", Attendance.APOLOGIES),
        ("Cllr Bo Reed (absent)", Attendance.ABSENT),
        ("Cllr Bo Reed: present", Attendance.PRESENT),
        ("Cllr Bo Reed", Attendance.EXPECTED),
    ],
)
def test_what_stands_behind_a_name_marks_the_person_and_is_no_part_of_the_name(line: str, status: Attendance) -> None:
    (person,) = people_pasted([line])
    assert (person.name, person.post, person.organisation, person.status) == ("Cllr Bo Reed", "", "", status)


def test_one_mark_behind_two_names_is_said_of_neither() -> None:
    (person,) = people_pasted([f"{MOSS}, {REED} - apologies"])
    assert person.status is Attendance.EXPECTED
    assert "apologies" in f"{person.name} {person.post} {person.organisation}"


def test_below_parish_councillors_the_clerk_is_an_officer_and_a_county_councillor_a_guest() -> None:
    lines = ["Cllr Ada Moss", "Mrs J. Dale, Clerk and RFO", "County Councillor P. Holm", "Jo Tan, Lantern Trust"]
    capacities = [one.capacity for one in people_pasted(lines)]
    assert capacities == [Capacity.MEMBER, Capacity.OFFICER, Capacity.GUEST, Capacity.MEMBER]


def test_where_all_are_county_councillors_they_are_the_members() -> None:
    people = people_pasted(["County Councillor A. Moss", "County Councillor P. Holm"])
    assert [one.capacity for one in people] == [Capacity.MEMBER, Capacity.MEMBER]


PIECES = ["Labour", "Northgate (2)", "Chair", ":", MOSS, "Jo Tan", "Cllrs", "Reed", "and", ",", "|", "(Green)", "[x]"]


@settings(max_examples=80)
@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map(" ".join), min_size=1, max_size=3))
def test_no_name_of_a_list_is_lost(lines: list[str]) -> None:
    kept = " ".join(f"{one.name} {one.post} {one.organisation}" for one in people_pasted(lines))
    for name in ("Ada Moss", "Jo Tan", "Reed", "[x]"):
        assert name in kept or not any(name in line for line in lines)


def test_no_word_of_a_line_that_cannot_be_read_is_lost() -> None:
    line = "Apologies: Zoë [Quick] of 3rd Floor, the one who rang, and others unnamed"
    (person,) = people_pasted([line])
    kept = " ".join((person.name, person.post, person.organisation))
    assert all(word.strip(",") in kept for word in line.removeprefix("Apologies: ").split())
    assert person.status is Attendance.APOLOGIES


@pytest.mark.parametrize("mark", [" (reserve)", " (substitute)", ", reserve member", " - Substitute"])
def test_who_is_marked_as_a_reserve_is_not_there_by_that(mark: str) -> None:
    (person,) = people_pasted([f"{MOSS}{mark}"])
    assert (person.name, person.post, person.status) == (MOSS, "Substitute", Attendance.EXPECTED)


def test_a_vacancy_and_a_quorum_are_nobody_and_are_given_back() -> None:
    read = read_pasted([MOSS, "Vacancy", "Labour: 2 vacancies", "Quorum: 3", "(The quorum is three)", REED])
    assert [person.name for person in read.people] == [MOSS, REED]
    assert read.left_out == ("Vacancy", "Labour: 2 vacancies", "Quorum: 3", "(The quorum is three)")
