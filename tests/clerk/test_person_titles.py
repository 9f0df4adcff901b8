"""A title is taken off a name only where it can be nothing else, and a name is told by more titles than that."""

from __future__ import annotations

import pytest

from clerk.importers.people.name_words import is_name
from clerk.model import Presence
from clerk.people import owners


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Cllr Jo van Dam CC", "JVD"),
        ("the Rt Hon. Lady Jo Ash", "JA"),
        ("Reverend Jo Ash", "JA"),
        ("Chief Constable Jo Ash", "JA"),
        ("DI Jo Ash", "JA"),
        ("Di Ash", "DA"),
        ("Col Ash", "CA"),
    ],
)
def test_initials_are_those_of_the_name_without_its_titles(name: str, initials: str) -> None:
    assert owners.initials_of(name) == initials


@pytest.mark.parametrize("deputy", ["Deputy Mayor", "the Deputy Mayor", "Assistant Clerk"])
def test_a_deputy_is_not_taken_for_whom_they_deputise(deputy: str) -> None:
    assert owners.person(deputy, [Presence("The Mayor"), Presence("The Clerk")]) == ""


@pytest.mark.parametrize("title", ["Cllr", "Rt Hon", "Deputy", "Canon", "DI", "PC", "Chief Constable"])
def test_a_title_makes_a_word_that_is_not_only_a_name_a_surname(title: str) -> None:
    assert is_name(f"{title} Green")


@pytest.mark.parametrize("first_name", ["Di", "Jo"])
def test_a_first_name_does_not(first_name: str) -> None:
    assert not is_name(f"{first_name} Green")
