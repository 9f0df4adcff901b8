"""Initials of somebody on the roll, left where a name should stand, are found; abbreviations are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clerk.checks import check
from tests.clerk.checked import only, rules, with_lines


@pytest.mark.parametrize(
    "line",
    [
        "In reply to AB, it was explained that the works go on.",
        "- AB asked whether the works go on.",
        "It was noted that AB had left.",
        "R: That thanks to AB be recorded.",
        "The vote was moved by AB and seconded by Cllr E. Even.",
        "A question from AB's ward was answered. AB and CC thanked the Engineer.",
    ],
)
def test_initials_where_a_name_would_stand_are_found(line: str) -> None:
    found = [each for each in check(with_lines(line)) if each.rule == "initials"]
    assert found
    assert found[0].message.startswith('"AB" prints as typed; on the roll these are the initials of Cllr A. Bold')
    assert found[0].line == 1


@pytest.mark.parametrize(
    "line",
    [
        "In reply to ZZ, it was explained that the works go on.",
        "The AB asked whether the works go on.",
        "Cllr A. Bold asked about AB roads and the B4 and AB/7.",
        "The Arle Bank (AB) was full.\nIn reply to AB, it was noted.",
        "A: AB: write to residents",
        "M: AB, CC: That it be so.",
        "N: AB asked for tea",
    ],
)
def test_letters_that_are_no_name_or_that_print_as_one_are_left_alone(line: str) -> None:
    assert "initials" not in rules(with_lines(*line.split("\n")))


def test_an_abbreviation_in_general_use_is_nobody_and_initials_may_be_the_house_style() -> None:
    record = with_lines("In reply to AB, it was noted that it was so.", "R: That it be so.")
    assert only(record).rule == "initials"
    named = replace(record.presence[1], initials="MP")
    assert "initials" not in rules(replace(with_lines("In reply to MP, it was so."), presence=(named,)))
    assert "initials" not in rules(replace(record, body=replace(record.body, style="actions")))
