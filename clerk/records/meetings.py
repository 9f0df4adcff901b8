"""Meetings: the list of them, their state and the place the officer was at."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from clerk.language.dates import say_time
from clerk.language.text import clean, clean_line
from clerk.model import Body, Meeting, MeetingSummary, Place
from clerk.records.bodies import NAME_AT_MEETING
from clerk.records.moments import text_of, to_date, to_datetime, to_time
from clerk.records.trouble import StoreError, in_order
from clerk.terms import BodyKind, MeetingState

_NEWEST = f"""
    select meeting.id, {NAME_AT_MEETING}, date, time, state,
        (select count(*) from item where item.meeting_id = meeting.id and kind <> 'heading')
    from meeting order by ifnull(date, '9999') desc, id desc limit ?
"""
_ONE = f"""
    select {NAME_AT_MEETING} as name, body.id as body_id, kind, noun, chair_title, quorum, style, own_words,
        date, time, venue, contact, note, state, opened, closed, first_minute
    from meeting join body on body.id = meeting.body_id where meeting.id = ?
"""


def newest(db: sqlite3.Connection, limit: int | None) -> list[MeetingSummary]:
    """List the meetings, newest first; those without a date come before all."""
    rows = db.execute(_NEWEST, (-1 if limit is None else limit,))
    return [
        MeetingSummary(number, body, to_date(day), to_time(called), MeetingState(state), items)
        for number, body, day, called, state, items in rows
    ]


def load(db: sqlite3.Connection, number: int) -> tuple[Body, Meeting]:
    """Return a meeting and its body, or raise ``StoreError``."""
    row = db.execute(_ONE, (number,)).fetchone()
    if row is None:
        raise StoreError(f"There is no meeting {number}; clerk list shows them.")
    name, body_id, kind, noun, chair_title, quorum, style, own_words, *rest = row
    day, called, venue, contact, note, state, opened, closed, first_minute = rest
    body = Body(name, BodyKind(kind), noun, chair_title, quorum, style, own_words, id=body_id)
    times = (to_date(day), to_time(called))
    span = (to_datetime(opened), to_datetime(closed))
    return body, Meeting(*times, venue, contact, note, MeetingState(state), *span, first_minute, id=number)


def add(db: sqlite3.Connection, meeting: Meeting, body_id: int) -> int:
    """Add a meeting and return its number."""
    texts = (clean(meeting.venue), clean(meeting.contact), clean(meeting.note))
    times = (text_of(meeting.opened), text_of(meeting.closed))
    row = (body_id, text_of(meeting.date), text_of(meeting.time), *texts, meeting.state, *times, meeting.first_minute)
    columns = "body_id, date, time, venue, contact, note, state, opened, closed, first_minute"
    return db.execute(f"insert into meeting({columns}) values ({', '.join('?' * len(row))})", row).lastrowid or 0


def must_exist(db: sqlite3.Connection, number: int) -> None:
    """Raise ``StoreError`` when there is no such meeting."""
    if db.execute("select 1 from meeting where id = ?", (number,)).fetchone() is None:
        raise StoreError(f"There is no meeting {number}; clerk list shows them.")


def open_(db: sqlite3.Connection, number: int, now: datetime) -> None:
    """Put the meeting in session; the time it was opened is stamped once."""
    must_exist(db, number)
    db.execute(
        "update meeting set state = ?, opened = ifnull(opened, ?), closed = null where id = ?",
        (MeetingState.IN_SESSION, text_of(now), number),
    )


def close(db: sqlite3.Connection, number: int, now: datetime) -> None:
    """Close the meeting, and with it the item that is open; one already closed keeps the time it was."""
    must_exist(db, number)
    began, ended = map(to_datetime, db.execute("select opened, closed from meeting where id = ?", (number,)).fetchone())
    if began and not ended:
        in_order(began, now, f"The meeting opened at {say_time(began)}; it cannot have closed before.")
    db.execute(
        "update item set state = 'done', closed = ? where meeting_id = ? and state = 'open'", (text_of(now), number)
    )
    db.execute(
        "update meeting set state = iif(state in (?, ?), state, ?), closed = ifnull(closed, ?) where id = ?",
        (MeetingState.CIRCULATED, MeetingState.CONFIRMED, MeetingState.DRAFT, text_of(now), number),
    )


def reopen(db: sqlite3.Connection, number: int) -> None:
    """Put the meeting back in session, as if it had not been closed; minutes confirmed are so no longer."""
    must_exist(db, number)
    db.execute("delete from confirmation where meeting_id = ?", (number,))
    db.execute("update meeting set state = ?, closed = null where id = ?", (MeetingState.IN_SESSION, number))


def place(db: sqlite3.Connection, number: int) -> Place | None:
    """Return where the officer was in a meeting."""
    row = db.execute('select item_id, line, "column" from place where meeting_id = ?', (number,)).fetchone()
    return Place(*row) if row else None


def set_place(db: sqlite3.Connection, number: int, place: Place) -> None:
    """Keep where the officer is."""
    db.execute(
        'insert into place(meeting_id, item_id, line, "column") values (?, ?, ?, ?) on conflict(meeting_id) '
        'do update set item_id = excluded.item_id, line = excluded.line, "column" = excluded."column"',
        (number, place.item_id, place.line, place.column),
    )


def set_about(db: sqlite3.Connection, number: int, meeting: Meeting) -> None:
    """Change when and where a meeting is held, what its front page says, and the number of its first minute."""
    words = (clean_line(meeting.venue), clean_line(meeting.contact), clean(meeting.note))
    row = (text_of(meeting.date), text_of(meeting.time), *words, meeting.first_minute, number)
    changed = "date = ?, time = ?, venue = ?, contact = ?, note = ?, first_minute = ?"
    db.execute(f"update meeting set {changed} where id = ?", row)
