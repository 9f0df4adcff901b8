"""Bodies and the names they have had."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING

from clerk.language.text import clean, clean_line
from clerk.model import Body
from clerk.records.moments import to_date
from clerk.records.trouble import StoreError
from clerk.terms import BodyKind

if TYPE_CHECKING:
    from clerk.bodies import KnownBody, NameSince

NAME_AT_MEETING = """(
    select name from body_name
    where body_name.body_id = meeting.body_id and since <= ifnull(meeting.date, '9999') order by since desc limit 1
)"""
"""The name a body had on the day of a meeting; one not yet dated takes the present name."""

_ALL = """
    select body.id, kind, noun, chair_title, quorum, style, own_words,
        (select count(*) from meeting where body_id = body.id),
        ifnull((select name from body_template where body_id = body.id), '')
    from body where :body is null or body.id = :body
"""


def find(db: sqlite3.Connection, name: str) -> int | None:
    """Return the row of the body that has, or ever had, this name."""
    folded = clean_line(name).casefold()
    found = db.execute("select body_id from body_name where folded = ? order by since desc", (folded,)).fetchone()
    return int(found[0]) if found else None


def find_or_add(db: sqlite3.Connection, body: Body) -> int:
    """Return the row of the body that has, or ever had, this name, its quorum filled in; one not known is added."""
    name = clean_line(body.name)
    if not name:
        raise StoreError("The meeting has no body; give its name with --body.")
    if found := find(db, name):
        db.execute("update body set quorum = ? where id = ? and quorum is null", (body.quorum, found))
        return found
    added = db.execute(
        "insert into body(kind, noun, chair_title, quorum, style, own_words) values (?, ?, ?, ?, ?, ?)", _row(body)
    )
    body_id = added.lastrowid or 0
    db.execute("insert into body_name(body_id, name, folded) values (?, ?, ?)", (body_id, name, name.casefold()))
    return body_id


def set_about(db: sqlite3.Connection, body_id: int, body: Body) -> None:
    """Change all of a body but its name."""
    db.execute(
        "update body set kind = ?, noun = ?, chair_title = ?, quorum = ?, style = ?, own_words = ? where id = ?",
        (*_row(body), body_id),
    )


def _row(body: Body) -> tuple[str | int | None, ...]:
    words = (clean_line(body.noun), clean_line(body.chair_title))
    return (body.kind, *words, body.quorum, clean_line(body.style), clean(body.own_words))


def of_meeting(db: sqlite3.Connection, number: int) -> int:
    """Return the row of the body whose meeting this is."""
    (body_id,) = db.execute("select body_id from meeting where id = ?", (number,)).fetchone()
    return int(body_id)


def known(db: sqlite3.Connection, body_id: int | None = None) -> list[KnownBody]:
    """Return every body, or one, by name."""
    from clerk.bodies import KnownBody, NameSince

    names: dict[int, list[NameSince]] = {}
    for row, name, since in db.execute("select body_id, name, since from body_name order by since"):
        names.setdefault(row, []).append(NameSince(name, to_date(since or None)))
    found, asked = [], {"body": body_id}
    for row, kind, noun, chair_title, quorum, style, own_words, meetings, template in db.execute(_ALL, asked):
        had = tuple(names[row])
        body = Body(had[-1].name, BodyKind(kind), noun, chair_title, quorum, style, own_words, id=row)
        found.append(KnownBody(body, had, meetings, template))
    return sorted(found, key=lambda each: each.body.name.casefold())


def called(db: sqlite3.Connection, name: str) -> int:
    """Return the row of the body that has, or ever had, this name, or raise ``StoreError`` with those there are."""
    if found := find(db, name):
        return found
    names = [each.body.name for each in known(db)]
    there = f"there are {', '.join(names)}" if names else "there is none yet, clerk import makes one"
    raise StoreError(f"There is no body called {clean_line(name)}; {there}.")


def rename(db: sqlite3.Connection, body_id: int, name: str, since: date) -> None:
    """Give a body a name from a day on; a name it was to have from that very day is replaced."""
    name = clean_line(name)
    if not name:
        raise StoreError("Give the body's new name.")
    other = find(db, name)
    if other is not None and other != body_id:
        raise StoreError(f"{name} is the name of another body, and no two may share one.")
    day = since.isoformat()
    db.execute("delete from body_name where body_id = ? and since = ?", (body_id, day))
    db.execute(
        "insert into body_name(body_id, name, folded, since) values (?, ?, ?, ?)", (body_id, name, name.casefold(), day)
    )
