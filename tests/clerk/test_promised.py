"""Who is to do what is marked in a sentence without a name, from the words right before the mark."""

from __future__ import annotations

from datetime import date

import pytest

from clerk.actions.noted import Place, actions_in
from clerk.model import Presence
from clerk.notation import parse

_ROLL = (Presence("Simon Teale"), Presence("Councillor Gareth Dunn"), Presence("Cllr Ruth Ellery"))


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("- SF asked for it. Simon Teale {agreed to send the survey by 20 November}.", ("Simon Teale",)),
        ("GD {undertook to write}", ("Councillor Gareth Dunn",)),
        ("In reply, Councillor Dunn {agreed to write}", ("Councillor Gareth Dunn",)),
        ("{RE>agreed to write} and Simon Teale {would reply}", ("Cllr Ruth Ellery",)),
        # Several people, or somebody who promised nothing, or nobody on the roll: the check asks who.
        ("GD and RE {agreed to meet}", ()),
        ("RE, GD {agreed to meet}", ()),
        ("In a letter to Councillor Dunn {the survey} was promised", ()),
        ("The agency {agreed to write}", ()),
        ("{agreed to write}", ()),
    ],
)
def test_who_stands_right_before_what_was_agreed_is_to_do_it(line: str, owners: tuple[str, ...]) -> None:
    found = actions_in(parse(line), Place(1, "24", date(2026, 11, 10)), _ROLL)
    assert found[0].owners == owners
    assert all(action.owners == ("Simon Teale",) for action in found[1:])
