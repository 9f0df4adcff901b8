"""An agenda's item for substitutes is minuted from the roll."""

from __future__ import annotations

from datetime import date

import pytest

from clerk.model import Body, Item, Meeting, Presence, Record
from clerk.sentences.substitutes import is_of_substitutes
from clerk.terms import Attendance, BodyKind, ItemKind
from clerk.wording import usual_lines

BODY = Body("Planning Committee", BodyKind.COMMITTEE)
AWAY = Presence("Councillor Ann Ash", status=Attendance.APOLOGIES)
IN_PLACE = Presence("Councillor Bo Birch", status=Attendance.SUBSTITUTE, substitute_for="Councillor Ann Ash")
FOR_NOBODY = Presence("Councillor Di Elm", status=Attendance.SUBSTITUTE)


def usual(item: Item, *presence: Presence) -> tuple[str, ...]:
    return usual_lines(Record(BODY, Meeting(date(2026, 12, 9)), (item,), presence), 1)


def test_who_stands_in_is_said_under_the_item_for_substitutes() -> None:
    assert usual(Item("Substitute members", "2"), AWAY, IN_PLACE, FOR_NOBODY) == (
        "Councillor Bo Birch attended as substitute for Councillor Ann Ash."
        " Councillor Di Elm attended as a substitute member.",
    )
    assert usual(Item("Substitute members", "2"), AWAY) == ("There were no substitute members.",)


def test_apologies_and_substitutions_in_one_item_say_both() -> None:
    both = Item("Apologies for absence and substitutions", "1", kind=ItemKind.APOLOGIES)
    said = "Councillor Bo Birch attended as substitute for Councillor Ann Ash."
    assert usual(both, AWAY, IN_PLACE) == ("The list of apologies was noted.", said)
    assert usual(both, AWAY) == ("The list of apologies was noted.",)
    assert usual(Item("Apologies", "1", kind=ItemKind.APOLOGIES), AWAY, IN_PLACE) == (
        "The list of apologies was noted.",
    )


@pytest.mark.parametrize(
    "title", ["Substitutes", "Substitutions", "To note any substitute members", "Named substitutes"]
)
def test_titles_that_ask_for_substitutes_and_nothing_else(title: str) -> None:
    assert is_of_substitutes(title)
    assert not is_of_substitutes(f"{title} scheme: review")
