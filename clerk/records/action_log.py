"""The actions of many meetings: read by their own index, so that the time it takes does not grow with the minutes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from clerk import notation
from clerk.actions.log import Found, LoggedAction, has_been_held, logged
from clerk.actions.noted import point
from clerk.actions.progress import ActionStatus, Standing
from clerk.model import Presence
from clerk.notation import Kind
from clerk.records.bodies import NAME_AT_MEETING
from clerk.records.moments import text_of, to_date
from clerk.terms import ItemKind, MeetingState

_FOUND = f"""
    select action.id, words, status, since, action.note, place, line, item_id, entry.position, item.position,
        case when item.kind <> '{ItemKind.HEADING}' then first_minute + (
            select count(*) from item as before where before.meeting_id = meeting.id
                and before.position < item.position and before.kind <> '{ItemKind.HEADING}'
        ) end,
        item.title, item.exempt <> '', meeting.id, meeting.date, {NAME_AT_MEETING}, body_id
    from action join entry on entry.id = entry_id and gone is null join item on item.id = item_id
    join meeting on meeting.id = item.meeting_id
    where place is not null and %s
    order by ifnull(meeting.date, '9999'), meeting.id, item.position, entry.position, place
"""
_OPEN = f"status = '{ActionStatus.OPEN}'"
_HELD = "select id, date, state from meeting where body_id = ? order by ifnull(date, '9999') desc, id desc"
_ROLL = "select name, initials from presence where meeting_id = ? order by position"
_LINES_BEFORE = "select line from entry where item_id = ? and gone is null and position <= ? order by position"
_EARLIER = """
    select earlier.date from meeting as this join meeting as earlier on earlier.body_id = this.body_id
    where this.id = ? and (ifnull(earlier.date, '9999'), earlier.id) < (ifnull(this.date, '9999'), this.id)
    order by ifnull(earlier.date, '9999') desc, earlier.id desc limit 1
"""


def of_body(db: sqlite3.Connection, body_id: int | None, today: date, *, open_only: bool) -> list[LoggedAction]:
    """Return the actions of a body (of all, for None) in the order of its meetings; those still open, or all."""
    tests = [_OPEN] if open_only else []
    tests += ["body_id = :body"] if body_id is not None else []
    return list(_logged(db, " and ".join(tests) or "true", {"body": body_id}, today))


def up_to(db: sqlite3.Connection, number: int, today: date, *, its_own: bool) -> list[LoggedAction]:
    """Return the actions of the meetings of a body before a meeting, and with ``its_own`` those of it.

    What was settled before the last of those meetings is left out.
    """
    compare = "<=" if its_own else "<"
    test = (
        "body_id = (select body_id from meeting where id = :number) and (ifnull(meeting.date, '9999'), meeting.id) "
        f"{compare} (select ifnull(date, '9999'), id from meeting where id = :number)"
        f" and ({_OPEN} or :since is null or action.since >= :since)"
    )
    return list(_logged(db, test, {"number": number, "since": text_of(day_before(db, number))}, today))


def one(db: sqlite3.Connection, number: int, today: date) -> LoggedAction | None:
    """Return the action of that number; None when its line is not in the minutes."""
    return next(_logged(db, "action.id = :number", {"number": number}, today), None)


def day_before(db: sqlite3.Connection, number: int) -> date | None:
    """Return the day of the body's meeting before this one; None when there was none, or it has no date."""
    row = db.execute(_EARLIER, (number,)).fetchone()
    return to_date(row[0]) if row else None


def _logged(
    db: sqlite3.Connection, test: str, values: Mapping[str, int | str | None], today: date
) -> Iterator[LoggedAction]:
    @cache
    def roll(meeting: int) -> tuple[Presence, ...]:
        return tuple(Presence(name, initials=letters) for name, letters in db.execute(_ROLL, (meeting,)))

    @cache
    def last_held(body_id: int) -> tuple[str, int]:
        return _last_held(db, body_id, today)

    for row in db.execute(_FOUND % test, values).fetchall():
        *of_action, place, line, item_id, at, position, minute, title, exempt, meeting, day, body, body_id = row
        number, words, status, since, note = of_action
        label = "" if minute is None else f"{minute}{_point(db, line, item_id, at)}"
        told = Standing(number, words, ActionStatus(status), to_date(since), note)
        met_since = (day or "9999", meeting) < last_held(body_id)
        found = Found(told, line, place, position, label, title, bool(exempt), meeting, to_date(day), body, met_since)
        if read := logged(found, roll(meeting), today):
            yield read


def _last_held(db: sqlite3.Connection, body_id: int, today: date) -> tuple[str, int]:
    """The last meeting that a body has held, as meetings are ordered; before all of them if it has held none."""
    for number, day, state in db.execute(_HELD, (body_id,)):
        if has_been_held(MeetingState(state), to_date(day), today):
            return day or "9999", number
    return "", 0


def _point(db: sqlite3.Connection, line: str, item_id: int, at: int) -> str:
    """What a line adds to the number of its minute; only a point adds something, and only then are others read."""
    if notation.parse(line).kind is not Kind.POINT:
        return ""
    lines = [text for (text,) in db.execute(_LINES_BEFORE, (item_id, at))]
    return point(notation.number(lines)[-1])
