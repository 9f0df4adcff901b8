"""Who left for an interest in an item that was over when it was said that they did."""

from __future__ import annotations

from datetime import datetime

from clerk.language.dates import on_the_wall
from clerk.model import Declaration, Movement, Record
from clerk.people.room import FOR_AN_INTEREST, declared_in, in_the_room, withdrawal
from clerk.terms import ItemState, MovementKind


def withdrawal_from(record: Record, declared: Declaration, position: int, when: datetime) -> Movement | None:
    """Return how somebody left for an interest in an item that is over while another is open; None if they are out.

    Whether they have come back since only the officer knows. They left when the item began, or when they declared.
    """
    item = record.items[position - 1]
    other_open = any(other.state is ItemState.OPEN for other in record.items)
    here = any(person.name == declared.name for person in in_the_room(record, when))
    over = item.state is ItemState.DONE and other_open and not withdrawal(record, declared, when)
    if not here or not over or not declared.outcome.withdrew or declared not in declared_in(record, position):
        return None
    began, made, end = item.opened or when, declared.made, item.closed or when
    left = made if made and on_the_wall(began) < on_the_wall(made) < on_the_wall(end) else began
    return Movement(declared.name, MovementKind.LEFT, left, position, FOR_AN_INTEREST)
