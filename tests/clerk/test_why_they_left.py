"""What is told of why somebody left for what they declared: what it was, and that they were heard first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clerk.drafting import record_lines
from clerk.model import Declaration
from clerk.people.room import FOR_AN_INTEREST
from clerk.terms import Outcome
from tests.clerk.test_where_it_happened import at, meeting, went

ROWS = [
    ("personal", Outcome.LEFT, "having declared an interest"),
    ("personal", Outcome.SPOKE_THEN_LEFT, "having declared an interest and spoken"),
    ("Predetermination", Outcome.LEFT, "having declared predetermination"),
    ("predetermination", Outcome.SPOKE_THEN_LEFT, "having declared predetermination and spoken"),
    ("predetermination", Outcome.NOT_SAID, "having declared predetermination"),
]


@pytest.mark.parametrize(("interest", "outcome", "why"), ROWS)
def test_who_left_for_what_they_declared_earlier_is_told_with_what_it_was_and_whether_they_spoke(
    interest: str, outcome: Outcome, why: str
) -> None:
    declared = Declaration("Cllr D. Anand", interest, items=(2,), outcome=outcome, made_at=1)
    record = meeting("10:31 One.", went("10:40", why=FOR_AN_INTEREST), declarations=(declared,))
    lines = record_lines(record, 2)
    assert lines == (f"(Cllr D. Anand left the meeting at 10.40 am during consideration of this item, {why}.)",)


def test_two_who_left_together_share_a_sentence_only_if_they_left_for_the_same() -> None:
    declared = Declaration("Cllr D. Anand", "predetermination", items=(2,), outcome=Outcome.SPOKE_THEN_LEFT, made_at=1)
    both = (went("10:40", why=FOR_AN_INTEREST), went("10:40", "T. Osei", why=FOR_AN_INTEREST))
    record = meeting("10:31 One.", *both, declarations=(declared,))
    assert [line.split(", ")[-1] for line in record_lines(record, 2)] == [
        "having declared predetermination and spoken.)",
        "having declared an interest.)",
    ]
    alike = replace(record, declarations=(declared, replace(declared, name="Cllr T. Osei")))
    assert record_lines(alike, 2)[0].startswith("(Cllr D. Anand and Cllr T. Osei left the meeting")


def test_what_the_declaration_right_above_says_is_not_said_again_and_predetermination_is_called_no_interest() -> None:
    here = Declaration("Cllr D. Anand", "predetermination", "", (2,), Outcome.SPOKE_THEN_LEFT, 2, at("10:39"))
    record = meeting("10:31 One.", went("10:40", why=FOR_AN_INTEREST), declarations=(here,))
    assert record_lines(record, 2) == (
        "Cllr D. Anand declared predetermination in agenda item 2 (Budget) and, having spoken, left the meeting while "
        "that business was considered.",
        "(Cllr D. Anand left the meeting at 10.40 am during consideration of this item.)",
    )
    stayed = replace(record, movements=(), declarations=(replace(here, made_at=1, outcome=Outcome.STAYED),))
    assert record_lines(stayed, 2) == (
        "Cllr D. Anand, having declared predetermination (minute 36 refers), remained in the meeting.",
    )
