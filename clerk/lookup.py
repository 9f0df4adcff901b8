"""Finding in a record what the officer means by a number, a name or initials."""

from __future__ import annotations

from collections.abc import Sequence

from clerk.language.text import clean_line
from clerk.model import Item, Presence, Record
from clerk.people.owners import person

_INITIALS = 4
"""Of how many letters initials are at most."""


class NotFoundError(Exception):
    """The meeting has no such item or person; the message is one sentence for the officer."""


def item_position(record: Record, called: str) -> int:
    """Return the position of an item called by its agenda number ("7") or its position ("#7").

    Raises ``NotFoundError`` when there is none, or more than one.
    """
    called = clean_line(called)
    if called.startswith("#"):
        position = int(called[1:]) if called[1:].isdecimal() and len(called) < 8 else 0
        if 1 <= position <= len(record.items):
            return position
        raise NotFoundError(f"There is no item {called}; the meeting has items #1 to #{len(record.items)}.")
    wanted = called.rstrip(".").casefold()
    found = [position for position, item in enumerate(record.items, 1) if item.agenda_number.casefold() == wanted]
    if not wanted or not found:
        raise NotFoundError(f"There is no agenda item {called or 'without a number'}; use #1 for the first item.")
    if len(found) > 1:
        either = " or ".join(f"#{position}" for position in found)
        raise NotFoundError(f"Several items have the agenda number {called}; say {either}.")
    return found[0]


def item_positions(record: Record, called: str) -> tuple[int, ...]:
    """Return the positions of several items, each once: "3, 5 and #7". Raises as ``item_position``."""
    each = called.replace(",", " ").replace(" and ", " ").split()
    return tuple(dict.fromkeys(item_position(record, one) for one in each))


def item_called(record: Record, called: str) -> Item:
    """Return the item; as ``item_position``."""
    return record.items[item_position(record, called) - 1]


def person_called(roll: Sequence[Presence], called: str) -> Presence | None:
    """Return who on the roll has this name or these initials, whatever the capitals; None when nobody has.

    The name may be without its title, and initials or a last name that only one person has will do, as on a page.
    """
    wanted = " ".join(clean_line(called).casefold().split())
    if not wanted:
        return None
    by_name = (each for each in roll if " ".join(each.name.casefold().split()) == wanted)
    by_initials = (each for each in roll if each.initials.casefold() == wanted)
    if found := next(by_name, None) or next(by_initials, None):
        return found
    name = person(called, roll) or (
        person(called.upper(), roll) if called.islower() and len(called) <= _INITIALS else ""
    )
    return next((each for each in roll if each.name == name), None)
