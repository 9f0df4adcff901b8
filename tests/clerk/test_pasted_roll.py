"""Lists of people as e-mails and agendas have them, pasted into the roll."""

from __future__ import annotations

from clerk.pasted_roll import people_pasted
from clerk.terms import Attendance, Capacity


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


def test_no_word_of_a_line_that_cannot_be_read_is_lost() -> None:
    line = "Apologies: Zoë [Quick] of 3rd Floor, the one who rang, and others unnamed"
    (person,) = people_pasted([line])
    kept = " ".join((person.name, person.post, person.organisation))
    assert all(word.strip(",") in kept for word in line.removeprefix("Apologies: ").split())
    assert person.status is Attendance.APOLOGIES
