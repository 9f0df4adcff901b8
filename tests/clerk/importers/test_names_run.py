"""A run of names is read whole or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.importers.people.name_words import is_name
from clerk.importers.people.names_run import Run, read_person, read_run


def names(run: Run | None) -> list[str]:
    return [person.name for person in run.people] if run else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Councillors A. Ash, B. Birch and C. Cole.",
            ["Councillor A. Ash", "Councillor B. Birch", "Councillor C. Cole"],
        ),
        ("Cllrs Ash, Birch, and Cole", ["Cllr Ash", "Cllr Birch", "Cllr Cole"]),
        ("Wenna Hope, Carl Tern & Mark Shaw", ["Wenna Hope", "Carl Tern", "Mark Shaw"]),
        (
            "Alderman Bo Birch and Councillors C Cole, D Dunn",
            ["Alderman Bo Birch", "Councillor C Cole", "Councillor D Dunn"],
        ),
        ("Mrs D. Tyler CC OBE", ["Mrs D. Tyler CC OBE"]),
        ("Zoë van Dam; Olu O’Brien-Smythe", ["Zoë van Dam", "Olu O’Brien-Smythe"]),
        ("Deputy Ann Ash, Bob Birch and Cal Cole", ["Deputy Ann Ash", "Bob Birch", "Cal Cole"]),
        ("the Deputy Mayor (Councillor A Ash) and Councillor B Birch", ["Councillor A Ash", "Councillor B Birch"]),
    ],
)
def test_runs_of_names_are_read(text: str, expected: list[str]) -> None:
    assert names(read_run(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "none",
        "members of the public",
        "Jo Lee and Northmere Police",
        "Wenna Hope, Age Concern, Carl Tern",
        "Councillor A Ash, B Birch and C Cole",
        "Councillors A, B, and C Dunn",
        "the Head of Parks",
        "Cllr C. Wise Northmere County Council",
        "Councillor Ash who left at noon",
        "Councillor Ash (Cllr Birch and another attended as substitute)",
        "three members",
        "Councillors <A> and <B>",
    ],
)
def test_what_may_be_anything_else_names_nobody(text: str) -> None:
    assert read_run(text) is None


def test_what_is_said_of_each_goes_with_the_name() -> None:
    run = read_run(
        "Ann Lee (AL), Head of Roads and Parks, Vale Council; Councillor Bo Li (in the Chair); Cy Ng (via Teams)"
    )
    assert run
    ann, bo, cy = run.people
    assert (ann.name, ann.initials, ann.post, ann.organisation) == (
        "Ann Lee",
        "AL",
        "Head of Roads and Parks",
        "Vale Council",
    )
    assert (bo.chair, cy.remote) == (True, True)


def test_whoever_stands_in_is_named_with_whom_they_replace() -> None:
    run = read_run("Mr A. Ash (Ms B. Birch, Medical Director, attended as substitute) and Mr C. Cole")
    assert run
    assert names(run) == ["Mr A. Ash", "Ms B. Birch", "Mr C. Cole"]
    assert (run.people[1].substitute_for, run.people[1].post) == ("Mr A. Ash", "Medical Director")
    (una,) = (read_run("Cllr Una New (substitute for Cllr Old Hale)") or Run()).people
    assert una.substitute_for == "Cllr Old Hale"


def test_one_person_a_line_keeps_what_follows_the_name_as_post_or_organisation() -> None:
    lee = (read_person("Jane Lee, Victim Support") or Run()).people[0]
    assert (lee.name, lee.organisation) == ("Jane Lee", "Victim Support")
    ash = (read_person("Cllr Ash | Group Chair – Vale Borough Council") or Run()).people[0]
    assert (ash.post, ash.organisation) == ("Group Chair", "Vale Borough Council")


def test_who_was_in_the_chair_or_joined_from_elsewhere_for_a_while_has_the_times_given_back() -> None:
    said = "A. Ash (in the Chair until 8.13 pm and from 8.26 pm)", "B. Birch (by video link from 8.05 pm)"
    run = read_run(f"Cllr {said[0]}, Cllr {said[1]} and Cllr C. Cole (in the Chair from 8.13 pm to 8.26 pm)")
    assert run
    assert [(each.chair, each.remote) for each in run.people] == [(True, False), (False, True), (False, False)]
    assert [note.split(" (")[0] for note in run.notes] == ["Cllr A. Ash", "Cllr B. Birch", "Cllr C. Cole"]


def test_a_remark_the_roll_cannot_hold_is_given_back() -> None:
    run = read_run("Ann Ash (from 10.15 am), Bob Birch")
    assert run
    assert run.notes == ["Ann Ash (from 10.15 am)"]


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from([*"(),;&-", " and ", "Cllr ", "Councillors ", "Ann", " B.", " Lee", "é", "\t", "9", " MBE"])
    )
)
def test_no_name_is_ever_made_up(pieces: list[str]) -> None:
    text = "".join(pieces)
    for person in (read_run(text) or Run()).people:
        assert is_name(person.name)
        assert all(word in text for word in person.name.split() if word not in ("Councillor",))
