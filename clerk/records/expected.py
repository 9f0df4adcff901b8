"""Who is expected at a meeting that has no roll yet, from the last one of the same body that had."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from clerk.model import Presence
from clerk.records import bodies
from clerk.records.moments import text_of, to_date
from clerk.terms import Attendance, Capacity

_LATEST = """
    select id, date from meeting
    where body_id = ? and (? is null or date < ?) and exists (select 1 from presence where meeting_id = meeting.id)
    order by date is null, date desc, id desc limit 1
"""


def meeting_with_roll(db: sqlite3.Connection, body_name: str, before: date | None) -> tuple[int, date | None] | None:
    """Return the number and day of a body's latest meeting with a roll, before a day if one is given."""
    body_id = bodies.find(db, body_name)
    day = text_of(before)
    found = db.execute(_LATEST, (body_id, day, day)).fetchone() if body_id else None
    return (int(found[0]), to_date(found[1])) if found else None


def as_expected(roll: Iterable[Presence]) -> tuple[Presence, ...]:
    """Return those of a roll who are members or officers in their own right, as expected at another meeting."""
    return tuple(
        replace(person, status=Attendance.EXPECTED, substitute_for="", remote=False, id=0)
        for person in roll
        if person.capacity is not Capacity.GUEST and person.status is not Attendance.SUBSTITUTE
    )
