"""A meeting in a database, for the tests of the store."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from clerk.model import Body, Item, Meeting, Presence, Record
from clerk.store import Store
from clerk.terms import BodyKind, ItemKind

NOW = datetime(2026, 6, 19, 10, 5)
LATER = NOW + timedelta(minutes=10)
BOARD = Body("Northmere Wellbeing Board", BodyKind.COMMITTEE, "Board")


def meeting_of(*titles: str, day: date | None = date(2026, 6, 19)) -> Record:
    """A meeting with items; a title in capitals is a section heading."""
    items = tuple(
        Item(title, str(number), ItemKind.HEADING if title.isupper() else ItemKind.ORDINARY)
        for number, title in enumerate(titles, 1)
    )
    return Record(BOARD, Meeting(date=day), items, (Presence("Cllr A. Example", initials="AE"), Presence("B. Other")))


def titles(store: Store, number: int) -> str:
    """The items in their order."""
    return " ".join(item.title for item in store.record(number).items)


def row(store: Store, number: int, title: str) -> int:
    """The row of the item of that title."""
    return next(item.id for item in store.record(number).items if item.title == title)
