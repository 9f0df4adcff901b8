"""Breaks in a meeting. In the database they belong to an item; in a record, to the position of one."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from clerk.language.dates import say_time
from clerk.language.text import clean_line
from clerk.model import Adjournment
from clerk.records import items
from clerk.records.moments import text_of, to_datetime
from clerk.records.trouble import StoreError, in_order
from clerk.terms import MeetingState

_LOAD = "select began, resumed, item_id, why, id from adjournment where meeting_id = ? order by id"


def load(db: sqlite3.Connection, number: int, rows: Sequence[int]) -> tuple[Adjournment, ...]:
    """Return the breaks of a meeting whose items, in order, are ``rows``."""
    positions = {item_id: position for position, item_id in enumerate(rows, 1)}
    return tuple(
        Adjournment(datetime.fromisoformat(began), to_datetime(resumed), positions.get(item_id, 0), why, row)
        for began, resumed, item_id, why, row in db.execute(_LOAD, (number,))
    )


def save(db: sqlite3.Connection, number: int, adjournment: Adjournment) -> Adjournment:
    """Add a break (``id`` 0) or change it."""
    began, resumed = adjournment.began, adjournment.resumed
    rows = [slot.id for slot in items.slots(db, number)]
    if not 0 <= adjournment.item <= len(rows):
        raise StoreError(f"The adjournment names item {adjournment.item}; the meeting has {len(rows)} items.")
    why = clean_line(adjournment.why)
    row = (text_of(began), text_of(resumed), rows[adjournment.item - 1] if adjournment.item else None, why)
    if adjournment.id:
        changed = db.execute(
            "update adjournment set began = ?, resumed = ?, item_id = ?, why = ? where id = ? and meeting_id = ?",
            (*row, adjournment.id, number),
        )
        if not changed.rowcount:
            raise StoreError("That adjournment has been taken back; enter it again.")
        return replace(adjournment, why=why)
    added = db.execute(
        "insert into adjournment(began, resumed, item_id, why, meeting_id) values (?, ?, ?, ?, ?)", (*row, number)
    )
    return replace(adjournment, why=why, id=added.lastrowid or 0)


def adjourn(db: sqlite3.Connection, number: int, when: datetime, why: str) -> Adjournment:
    """Put down that the meeting adjourns, during the item that is open."""
    state, opened = db.execute("select state, opened from meeting where id = ?", (number,)).fetchone()
    if state != MeetingState.IN_SESSION:
        raise StoreError("The meeting is not in session; open it before you adjourn it.")
    if last := _last(db, number):
        if last.resumed is None:
            raise StoreError(f"The meeting adjourned at {say_time(last.began)} already and has not resumed.")
        in_order(last.resumed, when, f"The meeting resumed at {say_time(last.resumed)}; it adjourned again after that.")
    began = to_datetime(opened)
    if began:
        in_order(began, when, f"The meeting opened at {say_time(began)}; it cannot have adjourned before.")
    found = db.execute("select position from item where meeting_id = ? and state = 'open'", (number,)).fetchone()
    return save(db, number, Adjournment(when, item=found[0] if found else 0, why=why))


def resume(db: sqlite3.Connection, number: int, when: datetime) -> Adjournment:
    """Put down that the meeting goes on."""
    last = _last(db, number)
    if last is None or last.resumed is not None:
        raise StoreError("The meeting is not adjourned.")
    in_order(last.began, when, f"The meeting adjourned at {say_time(last.began)}; it cannot have resumed before.")
    return save(db, number, replace(last, resumed=when))


def remove(db: sqlite3.Connection, adjournment_id: int) -> None:
    """Take back a break entered by mistake."""
    db.execute("delete from adjournment where id = ?", (adjournment_id,))


def _last(db: sqlite3.Connection, number: int) -> Adjournment | None:
    breaks = load(db, number, [slot.id for slot in items.slots(db, number)])
    return breaks[-1] if breaks else None
