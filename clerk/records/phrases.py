"""A body's own phrases, offered while its minutes are typed."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from clerk.language.text import clean_line

_OF_BODY = "select text from phrase where body_id = (select body_id from meeting where id = ?) order by id"


def load(db: sqlite3.Connection, number: int) -> tuple[str, ...]:
    """Return the phrases of the body whose meeting this is, in the order they were added."""
    return tuple(text for (text,) in db.execute(_OF_BODY, (number,)))


def replace(db: sqlite3.Connection, number: int, phrases: Sequence[str]) -> None:
    """Make these the phrases of the body whose meeting this is; empty ones and repetitions are left out."""
    (body_id,) = db.execute("select body_id from meeting where id = ?", (number,)).fetchone()
    db.execute("delete from phrase where body_id = ?", (body_id,))
    kept = dict.fromkeys(text for text in map(clean_line, phrases) if text)
    db.executemany("insert into phrase(body_id, text) values (?, ?)", [(body_id, text) for text in kept])
