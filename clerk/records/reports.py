"""What is reported of actions: put down, and all of it told again."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime

from clerk.actions.log import Change, History
from clerk.actions.progress import ActionStatus, Standing
from clerk.language.text import clean_line
from clerk.records import actions
from clerk.records.moments import text_of
from clerk.records.trouble import StoreError

_CHANGES = "select status, day, note, written from action_change where action_id = ? order by id"


def change(
    db: sqlite3.Connection,
    numbers: Sequence[int],
    status: ActionStatus | None,
    note: str | None,
    day: date,
    now: datetime,
) -> None:
    """Put down what is reported of actions; None leaves the status, or the note, as it is."""
    for number in numbers:
        before = _must_be_shown(db, number)
        said = before.note if note is None else clean_line(note)
        row = (status or before.status, text_of(day), said)
        db.execute("update action set status = ?, since = ?, note = ? where id = ?", (*row, number))
        db.execute(
            "insert into action_change(action_id, status, day, note, written) values (?, ?, ?, ?, ?)",
            (number, *row, text_of(now)),
        )


def history(db: sqlite3.Connection, number: int) -> History:
    """Return all that was reported of an action, or raise ``StoreError``; its line may be gone from the minutes."""
    row = db.execute(
        "select words, place is not null and gone is null from action join entry on entry.id = entry_id "
        "where action.id = ?",
        (number,),
    ).fetchone()
    if row is None:
        raise _no_action(number)
    changes = db.execute(_CHANGES, (number,))
    told = [
        Change(ActionStatus(status), date.fromisoformat(day), note, datetime.fromisoformat(written))
        for status, day, note, written in changes
    ]
    return History(number, row[0], bool(row[1]), tuple(told))


def _must_be_shown(db: sqlite3.Connection, number: int) -> Standing:
    found = history(db, number)
    if not found.shown:
        raise StoreError(f"The line of action {number} was taken out of the minutes; put it back there first.")
    return actions.one(db, number)


def _no_action(number: int) -> StoreError:
    return StoreError(f"There is no action {number}; clerk actions --all lists them.")
