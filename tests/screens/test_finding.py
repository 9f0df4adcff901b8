"""Finding people and items by the few letters one types while listening."""

from __future__ import annotations

import pytest

from clerk.model import Item, Presence
from screens import finding

ROLL = (
    Presence("Cllr Jo Fox-Hall", organisation="Vale Council"),
    Presence("Dr Anna Fell", organisation="Public Health"),
    Presence("Siân Jones CC", organisation="Vale Council", initials="SJ2"),
)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("jfh", "Cllr Jo Fox-Hall"),
        ("jf", "Cllr Jo Fox-Hall"),
        ("fox", "Cllr Jo Fox-Hall"),
        ("AF", "Dr Anna Fell"),
        ("fell a", "Dr Anna Fell"),
        ("public", "Dr Anna Fell"),
        ("sj2", "Siân Jones CC"),
        ("siâ", "Siân Jones CC"),
    ],
)
def test_a_person_is_found_by_initials_or_the_beginning_of_any_word(typed: str, name: str) -> None:
    assert finding.people(ROLL, typed)[0].name == name


def test_nobody_is_found_by_letters_that_begin_no_word() -> None:
    assert finding.people(ROLL, "zz") == []


def test_the_one_whose_initials_were_typed_comes_first() -> None:
    roll = (Presence("Ann Sjoberg"), Presence("Sam Jones"))
    assert [presence.name for presence in finding.people(roll, "sj")] == ["Sam Jones", "Ann Sjoberg"]


def test_an_agenda_number_comes_before_a_minute_number_and_a_title() -> None:
    items = (Item("Item 3 of the old list", "1"), Item("Two", "2"), Item("Three", "3"))
    assert finding.items(items, (3, 4, 5), "3")[:2] == [2, 0]
    assert finding.items(items, (3, 4, 5), "5") == [2]
    assert finding.items(items, (3, 4, 5), "two") == [1]
