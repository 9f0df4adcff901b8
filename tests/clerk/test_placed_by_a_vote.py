"""A motion, the vote on it and the decision right below are one: who came and went stands above or below all three."""

from __future__ import annotations

import re

import pytest

from clerk.drafting import draft
from clerk.minutes import Paragraph, Role, plain
from clerk.model import Movement
from clerk.people.room import FOR_AN_INTEREST
from clerk.terms import MovementKind
from tests.clerk.test_where_it_happened import meeting, went

ARRIVED, LEFT, RETURNED, CHAIR = MovementKind
MOTION = """
    10:31 One.
    10:40 M: Osei, Pell: that the rate be set
    10:44 V: 8-3-1
    10:48 R: That the rate be set.
    10:50 Two.
"""
NAMES = {Role.MOTION: "motion", Role.VOTE: "vote", Role.DECISION_LABEL: "label", Role.DECISION: "decision"}
DECIDED = ["motion", "vote", "label", "decision"]


def order(lines: str, *movements: Movement) -> list[str]:
    """What prints of the item, in few words: the parts of the decision, and who moved."""
    blocks = draft(meeting(lines, *movements)).blocks
    here = [each for each in blocks if isinstance(each, Paragraph) and each.item == 2]
    return [NAMES.get(each.role, _short(plain(each.runs))) for each in here]


def _short(text: str) -> str:
    return f"<{' '.join(text[1:].split()[2:4])}>" if text.startswith("(Cllr") else text


@pytest.mark.parametrize(("clock", "place"), [("10:42", 1), ("10:43:59", 1), ("10:45", 5), ("10:47", 5), ("10:55", 6)])
def test_nobody_comes_or_goes_within_a_decision_and_the_time_of_its_vote_says_on_which_side(
    clock: str, place: int
) -> None:
    for kind in (ARRIVED, LEFT):
        said = order(MOTION, went(clock, kind=kind))
        assert said.index(f"<Anand {kind}>") == place
        assert [each for each in said if each in DECIDED] == DECIDED


def test_who_withdrew_for_an_interest_stands_above_the_vote_and_comes_back_below_the_decision() -> None:
    said = order(MOTION, went("10:46", why=FOR_AN_INTEREST), went("10:47", kind=RETURNED))
    assert said == ["One.", "<Anand left>", *DECIDED, "<Anand returned>", "Two."]
    lost = order("10:31 One.\n10:40 M: Osei, Pell: that it be done\n10:44 V: 3-8", went("10:45", why=FOR_AN_INTEREST))
    assert lost == ["One.", "<Anand left>", "motion", "vote"]
    assert order(re.sub(r"10:\d\d", "x", MOTION), went("10:46", why=FOR_AN_INTEREST))[1] == "<Anand left>"


def test_between_the_vote_on_an_amendment_and_that_on_the_motion_there_is_a_place() -> None:
    lines = """
        10:31 M: Osei, Pell: that the rate be set
        10:33 AM: Pell, Osei: that it be lower
        10:35 V: 3-8
        10:44 V: 8-3
        10:46 R: That the rate be set.
    """
    said = order(lines, went("10:38", kind=ARRIVED))
    assert said == ["motion", "motion", "vote", "<Anand arrived>", "vote", "label", "decision"]
    assert order(lines, went("10:34", kind=ARRIVED))[0] == "<Anand arrived>"


def test_two_motions_one_after_the_other_are_two_decisions() -> None:
    second = "10:51 M: Osei, Pell: that b be done\n10:53 V: agreed\n10:54 R: That b be done."
    said = order(MOTION.replace("10:50 Two.", second), went("10:49"))
    assert said == ["One.", *DECIDED, "<Anand left>", *DECIDED]


def test_debate_between_a_motion_and_its_vote_leaves_room_for_who_came_meanwhile() -> None:
    lines = "10:31 M: Osei, Pell: that it be done\n10:34 One.\n10:44 V: agreed\n10:45 R: That it be done."
    said = order(lines, went("10:36", kind=ARRIVED))
    assert said == ["motion", "One.", "<Anand arrived>", "vote", "label", "decision"]
