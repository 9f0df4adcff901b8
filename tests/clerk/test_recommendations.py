"""Recommendations on the agenda become the decision that is offered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.demo import demo_record
from clerk.sentences.recommendations import recommendations
from clerk.wording import usual_decision
from tests.screens.conftest import NOW


@pytest.mark.parametrize(
    ("note", "decisions"),
    [
        ("Recommended: that the scheme be approved.", ("That the scheme be approved",)),
        ("Jo Bright will present.\nRECOMMENDATION: That the plan be adopted", ("That the plan be adopted",)),
        ("It is recommended that the sum of £5,000 be paid.", ("That the sum of £5,000 be paid",)),
        (
            "Recommendations:\nThat:\n(a) the scheme be approved; and\n(b) a report be brought back.",
            ("That the scheme be approved", "That a report be brought back"),
        ),
        ("1. The recommended route is by the river.", ()),
        ("", ()),
    ],
)
def test_what_the_agenda_recommends_is_read(note: str, decisions: tuple[str, ...]) -> None:
    assert recommendations(note) == decisions


@given(st.text())
def test_any_note_gives_decisions_or_none(note: str) -> None:
    assert all(decision.startswith("That ") for decision in recommendations(note))


def test_the_usual_decision_is_what_was_recommended() -> None:
    record = demo_record(NOW)
    item = replace(record.items[8], note="Recommended: that [the] plan be adopted.")
    record = replace(record, items=(*record.items[:8], item, *record.items[9:]))
    assert usual_decision(record, 9) == ("That [the] plan be adopted",)


def test_without_a_recommendation_it_is_the_usual_resolution() -> None:
    record = demo_record(NOW)
    assert usual_decision(record, 7) == ("That the contents of the presentation be noted.",)
