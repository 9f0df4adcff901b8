"""The roll: who is expected and who is there."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from clerk.model import Presence
from clerk.records import movements
from clerk.records.trouble import StoreError
from clerk.terms import Attendance, Capacity
from clerk.text import clean_line

_COLUMNS = ("name", "post", "organisation", "capacity", "status", "substitute_for", "remote", "chair", "initials")
_LOAD = f"select {', '.join(_COLUMNS)}, id from presence where meeting_id = ? order by position, id"
_INSERT = f"insert into presence({', '.join(_COLUMNS)}, meeting_id, position) values ({', '.join('?' * 11)})"
_UPDATE = f"update presence set {', '.join(f'{name} = ?' for name in _COLUMNS)} where id = ? and meeting_id = ?"
_END = "select ifnull(max(position), 0) + 1 from presence where meeting_id = ?"


def load(db: sqlite3.Connection, number: int) -> tuple[Presence, ...]:
    """Return the roll of a meeting, in its order."""
    return tuple(
        Presence(
            name,
            post,
            with_,
            Capacity(capacity),
            Attendance(status),
            replaced,
            bool(remote),
            bool(chair),
            initials,
            row,
        )
        for name, post, with_, capacity, status, replaced, remote, chair, initials, row in db.execute(_LOAD, (number,))
    )


def add(db: sqlite3.Connection, number: int, roll: Sequence[Presence]) -> None:
    """Add the roll of a new meeting."""
    rows = [(*_row(_cleaned(presence)), number, position) for position, presence in enumerate(roll, 1)]
    db.executemany(_INSERT, rows)


def save(db: sqlite3.Connection, number: int, presence: Presence) -> Presence:
    """Add a person at the end of the roll (``id`` 0) or change their line. One person at most is in the Chair."""
    presence = _cleaned(presence)
    if presence.status in (Attendance.APOLOGIES, Attendance.ABSENT):
        # Who is not there neither presides nor joins from elsewhere; who is expected yet may well.
        presence = replace(presence, chair=False, remote=False)
    row = _row(presence)
    if presence.id:
        was = db.execute("select name from presence where id = ?", (presence.id,)).fetchone()
        changed = db.execute(_UPDATE, (*row, presence.id, number))
        if not changed.rowcount:
            raise StoreError(f"{presence.name} is no longer on the roll; add them again.")
        movements.rename(db, number, was[0], presence.name)
        row_id = presence.id
    else:
        (end,) = db.execute(_END, (number,)).fetchone()
        row_id = db.execute(_INSERT, (*row, number, end)).lastrowid or 0
    if presence.chair:
        db.execute("update presence set chair = 0 where meeting_id = ? and id <> ? and chair", (number, row_id))
    return replace(presence, id=row_id)


def remove(db: sqlite3.Connection, presence_id: int) -> None:
    """Take a person off the roll."""
    db.execute("delete from presence where id = ?", (presence_id,))


def _cleaned(presence: Presence) -> Presence:
    return replace(
        presence,
        name=clean_line(presence.name),
        post=clean_line(presence.post),
        organisation=clean_line(presence.organisation),
        substitute_for=clean_line(presence.substitute_for),
        initials=clean_line(presence.initials),
    )


def _row(presence: Presence) -> tuple[str | int, ...]:
    return tuple(getattr(presence, column) for column in _COLUMNS)
