"""Destroying the working papers of a meeting whose minutes are confirmed."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from clerk.afterwards.tidying import Tidied, WorkingPapers
from clerk.model import Entry
from clerk.notation import Kind
from clerk.records import pages
from clerk.records.moments import text_of

_OF_MEETING = "(select entry.id from entry join item on item.id = item_id where meeting_id = :number{})"
_GONE = _OF_MEETING.format(" and gone is not null")
_ALL = _OF_MEETING.format("")


def working_papers(db: sqlite3.Connection, number: int) -> WorkingPapers:
    """Count what of a meeting are working papers."""
    lines = [entry for page in pages.load_all(db, number).values() for entry in page]
    return WorkingPapers(
        notes=sum(entry.kind is Kind.NOTE for entry in lines),
        taken_out=_count(db, f"select count(*) from entry where id in {_GONE}", number),
        wordings=_count(db, f"select count(*) from entry_version where entry_id in {_ALL}", number),
        drafts=_count(db, "select count(record) from circulation where meeting_id = :number", number),
        queries=sum(entry.kind is Kind.QUERY for entry in lines),
    )


def destroy(db: sqlite3.Connection, number: int, papers: WorkingPapers, now: datetime) -> None:
    """Destroy the working papers of a meeting, and log how many there were."""
    db.execute(f"delete from entry_version where entry_id in {_ALL}", {"number": number})
    db.execute(f"delete from entry where id in {_GONE}", {"number": number})
    for item_id, page in pages.load_all(db, number).items():
        _without_notes(db, item_id, page)
    db.execute("update circulation set record = null where meeting_id = ?", (number,))
    row = (number, text_of(now), papers.notes, papers.taken_out, papers.wordings, papers.drafts)
    columns = "meeting_id, moment, notes, taken_out, wordings, drafts"
    db.execute(f"insert into tidied({columns}) values (?, ?, ?, ?, ?, ?)", row)


def securely(db: sqlite3.Connection) -> None:
    """Have what is deleted from now on overwritten."""
    db.execute("pragma secure_delete = on")


def wipe(db: sqlite3.Connection) -> None:
    """Write the file anew without what was deleted from it, and empty the log beside it."""
    db.execute("vacuum")
    db.execute("pragma wal_checkpoint(truncate)").fetchall()


def log(db: sqlite3.Connection, number: int) -> list[Tidied]:
    """Return when working papers of a meeting were destroyed, and how many, the first time first."""
    rows = db.execute(
        "select moment, notes, taken_out, wordings, drafts from tidied where meeting_id = ? order by id", (number,)
    )
    return [Tidied(datetime.fromisoformat(moment), WorkingPapers(*counts)) for moment, *counts in rows]


def _without_notes(db: sqlite3.Connection, item_id: int, page: list[Entry]) -> None:
    kept = [entry for entry in page if entry.kind is not Kind.NOTE]
    if len(kept) == len(page):
        return
    for entry in page:
        if entry.kind is Kind.NOTE:
            db.execute("delete from entry where id = ?", (entry.id,))
    db.executemany(
        "update entry set position = ? where id = ?", [(position, entry.id) for position, entry in enumerate(kept)]
    )
    # The place the officer was at counts lines, some of which are gone.
    db.execute("delete from place where item_id = ?", (item_id,))


def _count(db: sqlite3.Connection, sql: str, number: int) -> int:
    return int(db.execute(sql, {"number": number}).fetchone()[0])
