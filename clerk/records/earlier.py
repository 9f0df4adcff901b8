"""The earlier minutes of a body, line by line."""

from __future__ import annotations

import sqlite3

from clerk.earlier import MOST_LINES, EarlierLine
from clerk.terms import ItemKind

_MEETINGS = """
    select earlier.id from meeting as this join meeting as earlier on earlier.body_id = this.body_id
    where this.id = ? and (ifnull(earlier.date, '9999'), earlier.id) < (ifnull(this.date, '9999'), this.id)
    order by ifnull(earlier.date, '9999') desc, earlier.id desc
"""
_LINES = """
    select kind, line from item cross join entry on item_id = item.id and gone is null
    where meeting_id = ? order by item.position, entry.position
"""


def load(db: sqlite3.Connection, number: int, most: int = MOST_LINES) -> list[EarlierLine]:
    """Return the lines of the meetings of the same body before this one, in order of time, the most recent ``most``.

    Meeting by meeting backwards, so that the time it takes does not grow with the archive.
    """
    meetings: list[list[EarlierLine]] = []
    found = 0
    for (meeting,) in db.execute(_MEETINGS, (number,)):
        lines = [EarlierLine(ItemKind(kind), line) for kind, line in db.execute(_LINES, (meeting,))]
        meetings.append(lines)
        found += len(lines)
        if found >= most:
            break
    return [line for lines in reversed(meetings) for line in lines][-most:]
