"""Minutes with nothing the matter, for tests that put one thing wrong in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from clerk.checking.findings import Finding
from clerk.checks import check
from clerk.model import Body, Entry, Item, Meeting, Presence, Record
from clerk.terms import Attendance, BodyKind, Capacity, ItemKind, ItemState, MeetingState

DAY = datetime(2026, 6, 19, 10)


def item(title: str, agenda: str, *lines: str, kind: ItemKind = ItemKind.ORDINARY, **more: Any) -> Item:
    """An item that the meeting took."""
    opened = DAY + timedelta(minutes=10 * int(agenda or 3))
    given: dict[str, Any] = {"state": ItemState.DONE, "opened": opened} | more
    return Item(title, agenda, kind, entries=tuple(map(Entry, lines)), **given)


SOUND = Record(
    Body("Northmere Council", BodyKind.COUNCIL, "Council", quorum=2),
    Meeting(date(2026, 6, 19), time(10), state=MeetingState.DRAFT, opened=DAY, closed=DAY.replace(hour=12)),
    (
        item("Apologies", "1", "Apologies were received from Cllr D. Away.", kind=ItemKind.APOLOGIES),
        item(
            "Minutes",
            "2",
            "R: That the minutes of 15 May 2026 be confirmed.",
            kind=ItemKind.PREVIOUS_MINUTES,
        ),
        item(
            "Drainage",
            "3",
            "The Council considered a report (by the Engineer), see a) and b), 10(iv) and “two [2] pages”.",
            "- It was noted that that work had had to wait; the “first part of it",
            "- “and the second” were done.",
            "A: AB: write to residents by 3 July",
            "R: That the works go on.",
            "V: 2-1",
        ),
        item("Next meeting", "4", "The next meeting will be on Friday 17 July 2026.", kind=ItemKind.NEXT_MEETING),
    ),
    (
        Presence("Cllr A. Bold", status=Attendance.PRESENT, chair=True, initials="AB"),
        Presence("Cllr C. Calm", status=Attendance.PRESENT, initials="CC"),
        Presence("Cllr E. Even", status=Attendance.PRESENT, initials="EE"),
        Presence("Cllr D. Away", status=Attendance.APOLOGIES, initials="DA"),
        Presence("Jo Clerk", status=Attendance.PRESENT, capacity=Capacity.OFFICER, initials="JC"),
    ),
)
"""A council's draft minutes."""
DRAINAGE = 3


def with_item(changed: Item, position: int = DRAINAGE) -> Record:
    """The same minutes with one item another."""
    items = list(SOUND.items)
    items[position - 1] = changed
    return replace(SOUND, items=tuple(items))


def with_lines(*lines: str, **more: Any) -> Record:
    """The same minutes with other lines under the item on drainage."""
    return with_item(item("Drainage", "3", *lines, **more))


def rules(record: Record) -> set[str]:
    """The names of what was found."""
    return {each.rule for each in check(record)}


def only(record: Record) -> Finding:
    """The one finding there must be."""
    (found,) = check(record)
    return found
