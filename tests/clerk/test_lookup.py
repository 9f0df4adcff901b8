"""What an officer means by the number of an item."""

from __future__ import annotations

import pytest

from clerk.lookup import NotFoundError, item_positions
from clerk.model import Body, Item, Meeting, Record

RECORD = Record(
    Body("Fenmarsh Flood Partnership"),
    Meeting(),
    (Item("Apologies", "1"), Item("Sluices", "2a"), Item("Banks"), Item("Drains", "4"), Item("Pumps", "4")),
)


@pytest.mark.parametrize(
    ("typed", "positions"),
    [("1", (1,)), ("2A and 1.", (2, 1)), ("1, #3", (1, 3)), ("1 and #1", (1,)), ("#5", (5,)), ("", ())],
)
def test_items_are_called_by_their_agenda_numbers_or_their_places(typed: str, positions: tuple[int, ...]) -> None:
    assert item_positions(RECORD, typed) == positions


@pytest.mark.parametrize(
    ("typed", "says"),
    [("9", "no agenda item 9;"), ("1, 9", "no agenda item 9;"), ("#6", "#1 to #5"), ("4", "say #4 or #5")],
)
def test_a_number_that_is_no_items_or_that_of_two_is_refused_in_a_sentence(typed: str, says: str) -> None:
    with pytest.raises(NotFoundError, match=says):
        item_positions(RECORD, typed)
