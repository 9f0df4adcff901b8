"""Bodies and the names they have had."""

from __future__ import annotations

import sqlite3

from clerk.model import Body
from clerk.records.trouble import StoreError
from clerk.text import clean_line

NAME_AT_MEETING = """(
    select name from body_name
    where body_name.body_id = meeting.body_id and since <= ifnull(meeting.date, '9999') order by since desc limit 1
)"""
"""The name a body had on the day of a meeting; one not yet dated takes the present name."""


def find(db: sqlite3.Connection, name: str) -> int | None:
    """Return the row of the body that has, or ever had, this name."""
    folded = clean_line(name).casefold()
    found = db.execute("select body_id from body_name where folded = ? order by since desc", (folded,)).fetchone()
    return int(found[0]) if found else None


def find_or_add(db: sqlite3.Connection, body: Body) -> int:
    """Return the row of the body that has, or ever had, this name; a body not known is added."""
    name = clean_line(body.name)
    if not name:
        raise StoreError("The meeting has no body; give its name with --body.")
    if found := find(db, name):
        return found
    row = (body.kind, clean_line(body.noun), clean_line(body.chair_title), body.quorum, clean_line(body.style))
    added = db.execute("insert into body(kind, noun, chair_title, quorum, style) values (?, ?, ?, ?, ?)", row)
    body_id = added.lastrowid or 0
    db.execute("insert into body_name(body_id, name, folded) values (?, ?, ?)", (body_id, name, name.casefold()))
    return body_id


def set_about(db: sqlite3.Connection, number: int, body: Body) -> None:
    """Change all of the body of a meeting but its name."""
    row = (body.kind, clean_line(body.noun), clean_line(body.chair_title), body.quorum, clean_line(body.style), number)
    db.execute(
        "update body set kind = ?, noun = ?, chair_title = ?, quorum = ?, style = ? "
        "where id = (select body_id from meeting where id = ?)",
        row,
    )
