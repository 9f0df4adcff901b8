"""What is found about people before minutes go round: the roll, apologies, the quorum, interests and votes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from clerk.checking.findings import Severity
from clerk.checks import check
from clerk.model import Body, Declaration, Movement, Presence, Record
from clerk.terms import Attendance, BodyKind, Capacity, ItemKind, MovementKind, Outcome
from tests.clerk.checked import DAY, DRAINAGE, SOUND, item, only, rules, with_item, with_lines

NOTED = "R: That the works go on."


def on_the_roll(record: Record, name: str, **changes: Any) -> Record:
    """The same, with somebody's line of the roll changed."""
    roll = tuple(replace(each, **changes) if each.name == name else each for each in record.presence)
    return replace(record, presence=roll)


def declared(record: Record, interest: str = "personal", outcome: Outcome = Outcome.LEFT, **more: Any) -> Record:
    """The same, with an interest declared by Cllr C. Calm in the item on drainage."""
    made = Declaration("Cllr C. Calm", interest, items=(DRAINAGE,), outcome=outcome, made_at=DRAINAGE, **more)
    return replace(record, declarations=(made,))


def moved(record: Record, name: str, kind: MovementKind = MovementKind.LEFT, **more: Any) -> Record:
    """The same, with somebody having come or gone during the item on drainage."""
    return replace(
        record, movements=(*record.movements, Movement(name, kind, DAY + timedelta(minutes=35), DRAINAGE, **more))
    )


def test_minutes_must_name_those_present() -> None:
    nobody = replace(SOUND, presence=())
    assert (only(nobody).rule, only(nobody).severity) == ("no-attendance", Severity.ERROR)
    partners = replace(nobody, body=Body("Northmere Partnership", BodyKind.PARTNERSHIP))
    assert only(partners).severity is Severity.WARNING


def test_a_roll_not_called_to_its_end_is_found() -> None:
    found = only(on_the_roll(SOUND, "Jo Clerk", status=Attendance.EXPECTED))
    assert found.rule == "roll-not-called"
    assert "Jo Clerk is still expected" in found.message


def test_somebody_must_be_in_the_chair_for_what_is_decided() -> None:
    assert only(on_the_roll(SOUND, "Cllr A. Bold", chair=False)).rule == "no-chair"
    left = moved(SOUND, "Cllr A. Bold", voted=True)
    assert rules(left) == {"chair-vacant"}
    assert rules(moved(left, "Cllr C. Calm", MovementKind.TOOK_THE_CHAIR)) == set()


def test_a_substitute_stands_for_somebody_who_is_away() -> None:
    alone = on_the_roll(SOUND, "Cllr E. Even", status=Attendance.SUBSTITUTE)
    assert only(alone).severity is Severity.TIP
    for_whom = on_the_roll(alone, "Cllr E. Even", substitute_for="Cllr C. Calm")
    assert (only(for_whom).rule, only(for_whom).severity) == ("substitute-for", Severity.WARNING)
    assert rules(on_the_roll(alone, "Cllr E. Even", substitute_for="Cllr D. Away")) == set()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("There were no apologies.", True),
        ("Apologies for absence were received from Cllr C. Calm and Cllr D. Away.", True),
        ("Apologies were received from Cllr F. Other.", True),
        ("The apologies were noted.", False),
        ("Cllr A. Bold reported apologies from Councillor Away.", False),
        ("Apologies: Cllr D. Away.", False),
    ],
)
def test_the_item_on_apologies_must_agree_with_the_roll(text: str, wrong: bool) -> None:
    record = with_item(item("Apologies", "1", text, kind=ItemKind.APOLOGIES), 1)
    assert rules(record) == ({"apologies"} if wrong else set())


def test_a_decision_without_a_quorum_is_found_once() -> None:
    few = replace(SOUND, body=replace(SOUND.body, quorum=3))
    found = only(moved(moved(few, "Cllr C. Calm", voted=True), "Cllr C. Calm", voted=True))
    assert (found.rule, found.severity, found.position) == ("quorum", Severity.ERROR, DRAINAGE)
    assert "2 members there; the quorum is 3" in found.message
    never = only(replace(few, body=replace(SOUND.body, quorum=4)))
    assert (never.rule, never.position) == ("quorum", 0)


def test_who_left_during_a_decision_must_be_said_to_have_voted_or_not() -> None:
    assert rules(moved(with_lines(NOTED), "Cllr E. Even")) == {"there-for-vote"}
    assert rules(moved(with_lines(NOTED), "Cllr E. Even", voted=False)) == set()


def test_what_who_declared_an_interest_then_did_must_be_recorded() -> None:
    assert only(declared(with_lines(NOTED), outcome=Outcome.NOT_SAID)).rule == "declared-outcome"
    assert rules(declared(with_lines(NOTED))) == set()
    assert rules(declared(with_lines(NOTED), outcome=Outcome.STAYED)) == set()


def test_a_pecuniary_interest_wants_a_dispensation_to_stay() -> None:
    stayed = declared(with_lines(NOTED), "disclosable pecuniary", Outcome.STAYED)
    assert (only(stayed).rule, only(stayed).severity) == ("pecuniary-stayed", Severity.ERROR)
    allowed = declared(with_lines(NOTED), "pecuniary", Outcome.STAYED, dispensation="to speak and vote")
    assert rules(allowed) == set()
    assert rules(declared(with_lines(NOTED), "non-pecuniary", Outcome.STAYED)) == set()


def test_who_declared_is_on_the_roll() -> None:
    stranger = replace(declared(with_lines(NOTED)).declarations[0], name="Cllr Q. Quick")
    assert rules(replace(with_lines(NOTED), declarations=(stranger,))) == {"declared-stranger"}


@pytest.mark.parametrize(
    ("vote", "rule", "severity"),
    [
        ("V: 3-1", "vote-figures", Severity.ERROR),
        ("V: carried 1-2", "vote-figures", Severity.ERROR),
        ("V: 1-1", "vote-tied", Severity.WARNING),
        ("V: some did, some did not", "vote-unread", Severity.WARNING),
        ("V: named for AB, QQ; against CC", "vote-stranger", Severity.WARNING),
        ("V: named for AB, DA; against CC", "vote-absent", Severity.ERROR),
        ("V: named for AB, JC; against CC", "vote-not-member", Severity.WARNING),
        ("V: agreed; DA against at own request", "vote-absent", Severity.ERROR),
        ("V: named for AB, AB; against CC", "vote-figures", Severity.ERROR),
        ("M: AB, AB: That the works go on.", "mover-seconds", Severity.WARNING),
    ],
)
def test_a_vote_that_cannot_be_right_is_found(vote: str, rule: str, severity: Severity) -> None:
    found = only(with_lines(NOTED, vote))
    assert (found.rule, found.severity, found.line) == (rule, severity, 2)


def test_figures_are_only_doubted_while_the_roll_is_not_complete() -> None:
    record = with_lines(NOTED, "V: 3-1")
    waiting = replace(record, presence=(*record.presence, Presence("Cllr F. Late")))
    assert rules(waiting) == {"roll-not-called", "vote-figures"}
    assert all(each.severity is Severity.WARNING for each in check(waiting))


def test_who_withdrew_for_an_interest_cannot_have_voted() -> None:
    voted = with_lines(NOTED, "V: named for AB, EE; against CC")
    found = [each for each in check(declared(voted)) if each.line]
    assert {each.rule for each in found} == {"vote-figures", "declared-and-voted"}
    assert rules(declared(voted, outcome=Outcome.STAYED)) == set()
    assert "declared-and-voted" in rules(declared(voted, "DPI", Outcome.STAYED))
    assert "declared-and-moved" in rules(declared(with_lines("M: CC, EE: That the works go on.", NOTED)))


def test_a_budget_decision_wants_names() -> None:
    def budget(*lines: str) -> set[str]:
        return rules(with_item(item("Budget and council tax", "3", *lines), DRAINAGE))

    assert budget("R: That the tax be set.", "V: 2-1") == {"budget-names"}
    assert budget("R: That the tax be set.") == {"budget-names"}
    assert budget("R: That the tax be set.", "V: named for AB, EE; against CC") == set()
    assert budget("R: That the report be noted.") == set()


def test_a_member_of_no_capacity_is_not_counted() -> None:
    officers = on_the_roll(with_lines(NOTED, "V: 2-1"), "Cllr E. Even", capacity=Capacity.OFFICER)
    assert rules(officers) == {"vote-figures"}
