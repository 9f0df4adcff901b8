"""The roll: who is expected and who is there."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from clerk.language.text import clean_line
from clerk.model import Presence
from clerk.records import movements
from clerk.records.trouble import StoreError
from clerk.terms import Attendance, Capacity
from clerk.voting.entitled import Voting

_COLUMNS = ("name", "post", "organisation", "capacity", "status", "substitute_for", "remote", "chair", "initials")
_MARKED = ", ".join((*_COLUMNS, "some_votes"))
_LOAD = f"select {_MARKED}, id from presence where meeting_id = ? order by position, id"
_INSERT = f"insert into presence({_MARKED}, meeting_id, position) values ({', '.join('?' * 12)})"
_UPDATE = f"""
    update presence set {", ".join(f"{name} = ?" for name in _COLUMNS)}, some_votes = ? where id = ? and meeting_id = ?
"""
_VOTES = """
    select presence_id, item_id from presence_item
    join presence on presence.id = presence_id where meeting_id = ? order by presence_item.id
"""
_END = "select ifnull(max(position), 0) + 1 from presence where meeting_id = ?"


def load(db: sqlite3.Connection, number: int, items: Sequence[int] = ()) -> tuple[Presence, ...]:
    """Return the roll of a meeting whose items, in order, are the rows ``items``, in its own order."""
    positions = {item_id: position for position, item_id in enumerate(items, 1)}
    votes: dict[int, list[int]] = {}
    for row, item_id in db.execute(_VOTES, (number,)) if items else ():
        votes.setdefault(row, []).append(positions[item_id])
    return tuple(
        Presence(
            *(name, post, with_, Capacity(capacity), Attendance(status), replaced, bool(remote), bool(chair), initials),
            *(Voting(bool(some), tuple(sorted(votes.get(row, ())))), row),
        )
        for name, post, with_, capacity, status, replaced, remote, chair, initials, some, row in db.execute(
            _LOAD, (number,)
        )
    )


def add(db: sqlite3.Connection, number: int, roll: Sequence[Presence]) -> None:
    """Add the roll of a new meeting; on which items each votes is for ``add_votes``."""
    rows = [(*_row(_cleaned(presence)), number, position) for position, presence in enumerate(roll, 1)]
    db.executemany(_INSERT, rows)


def add_votes(db: sqlite3.Connection, number: int, roll: Sequence[Presence], items: Sequence[int]) -> None:
    """Add on which items those of the roll just added vote; the items, in order, are the rows ``items``."""
    if any(presence.voting.items for presence in roll):
        rows = db.execute("select id from presence where meeting_id = ? order by position", (number,)).fetchall()
        for (row_id,), presence in zip(rows, roll, strict=True):
            _write_votes(db, row_id, presence, items)


def save(db: sqlite3.Connection, number: int, presence: Presence) -> Presence:
    """Add a person at the end of the roll (``id`` 0) or change their line. One person at most is in the Chair."""
    presence = _cleaned(presence)
    items = [row for (row,) in db.execute("select id from item where meeting_id = ? order by position", (number,))]
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
    _write_votes(db, row_id, presence, items)
    if presence.chair:
        db.execute("update presence set chair = 0 where meeting_id = ? and id <> ? and chair", (number, row_id))
    return replace(presence, id=row_id)


def remove(db: sqlite3.Connection, presence_id: int) -> None:
    """Take a person off the roll."""
    db.execute("delete from presence where id = ?", (presence_id,))


def _write_votes(db: sqlite3.Connection, row_id: int, presence: Presence, items: Sequence[int]) -> None:
    positions = presence.voting.items
    if any(not 1 <= position <= len(items) for position in positions):
        raise StoreError(f"{presence.name} cannot vote on an item that is not there; the meeting has {len(items)}.")
    db.execute("delete from presence_item where presence_id = ?", (row_id,))
    rows = [(row_id, items[position - 1]) for position in positions]
    db.executemany("insert into presence_item(presence_id, item_id) values (?, ?)", rows)


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
    return (*(getattr(presence, column) for column in _COLUMNS), int(presence.voting.some))
