"""Who is expected at a meeting that has no roll yet: the body's roster of that day, or the last roll."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clerk.model import Presence
from clerk.people.membership import Member, same_person
from clerk.records import bodies, memberships, roll
from clerk.records.moments import text_of, to_date
from clerk.terms import Attendance, Capacity

_LATEST = """
    select id, date from meeting
    where body_id = ? and (? is null or date < ?) and exists (select 1 from presence where meeting_id = meeting.id)
    order by date is null, date desc, id desc limit 1
"""


@dataclass(frozen=True)
class Expected:
    """Whom a body may expect, and where that is known from."""

    people: tuple[Presence, ...] = ()
    """Everybody expected, in order."""
    roster: bool = False
    """Whether they are the body's roster rather than the roll of its last meeting."""
    roster_day: date | None = None
    """The day the roster is as at; None for the present one."""
    officers: int = 0
    """How many of them are officers of the last meeting, for the roster has none."""
    meeting_day: date | None = None
    """The day of that last meeting; None when it has none, or nothing was taken from it."""


def find(db: sqlite3.Connection, body_name: str, day: date | None) -> Expected:
    """Return whom a body may expect on a day; None means at its next meeting. The body is found by any name it had.

    The roster is what the body is; the last roll only who came. Members are the roster's where there is one, with the
    initials they had at the last meeting; officers are the last meeting's where the roster has none.
    """
    found = meeting_with_roll(db, body_name, day)
    last = as_expected(roll.load(db, found[0])) if found else ()
    meeting_day = found[1] if found else None
    body_id = bodies.find(db, body_name)
    members = [each for each in memberships.on_day(db, body_id, day) if not each.substitute] if body_id else []
    if not members:
        return Expected(last, meeting_day=meeting_day)
    people = [_with_initials(each.expected, last) for each in members]
    officers: list[Presence] = []
    if all(each.capacity is not Capacity.OFFICER for each in members):
        officers = [replace(each, chair=False) for each in last if _is_new_officer(each, members)]
    return Expected((*people, *officers), True, day, len(officers), meeting_day if officers else None)


def _with_initials(person: Presence, last: Sequence[Presence]) -> Presence:
    if person.initials:
        return person
    known = [each.initials for each in last if same_person(each.name, person.name)]
    return replace(person, initials=known[0]) if len(known) == 1 else person


def _is_new_officer(person: Presence, members: Sequence[Member]) -> bool:
    return person.capacity is Capacity.OFFICER and not any(same_person(person.name, each.name) for each in members)


def meeting_with_roll(db: sqlite3.Connection, body_name: str, before: date | None) -> tuple[int, date | None] | None:
    """Return the number and day of a body's latest meeting with a roll, before a day if one is given."""
    body_id = bodies.find(db, body_name)
    day = text_of(before)
    found = db.execute(_LATEST, (body_id, day, day)).fetchone() if body_id else None
    return (int(found[0]), to_date(found[1])) if found else None


def as_expected(roll: Iterable[Presence]) -> tuple[Presence, ...]:
    """Return those of a roll who are members or officers in their own right, as expected at another meeting."""
    return tuple(
        replace(
            person,
            status=Attendance.EXPECTED,
            substitute_for="",
            remote=False,
            voting=person.voting.elsewhere,
            id=0,
        )
        for person in roll
        if person.capacity is not Capacity.GUEST and person.status is not Attendance.SUBSTITUTE
    )
