"""The minute of an item, line by line, with every wording worth keeping."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from clerk import lines
from clerk.language.text import clean
from clerk.model import Entry
from clerk.records import actions
from clerk.records.moments import text_of, to_datetime

_PAGE = "select line, written, changed, id from entry where item_id = ? and gone is null order by position"
_PAGES = """
    select item_id, line, written, changed, entry.id
    from item cross join entry on item_id = item.id and gone is null
    where meeting_id = ? order by item_id, entry.position
"""
# A line emptied before it was taken out is brought back as what it last said.
_GONE = """
    with taken_out as (
        select id, written, changed, gone, case when trim(line) <> '' then line else (
            select line from entry_version where entry_id = entry.id and trim(line) <> '' order by id desc limit 1
        ) end as line
        from entry where item_id = :item and gone is not null
    )
    select line, written, changed, id from taken_out
    where line is not null
        and line not in (select there.line from entry as there where there.item_id = :item and there.gone is null)
    order by gone desc, id desc
"""


def load(db: sqlite3.Connection, item_id: int) -> tuple[Entry, ...]:
    """Return the lines of one item."""
    standings = actions.load(db, item_id)
    return tuple(
        Entry(line, to_datetime(written), to_datetime(changed), row, standings.get(row, ()))
        for line, written, changed, row in db.execute(_PAGE, (item_id,))
    )


def load_all(db: sqlite3.Connection, number: int) -> dict[int, list[Entry]]:
    """Return the lines of every item of a meeting, by item."""
    entries: dict[int, list[Entry]] = {}
    standings = actions.load_all(db, number)
    for item_id, line, written, changed, row in db.execute(_PAGES, (number,)):
        entry = Entry(line, to_datetime(written), to_datetime(changed), row, standings.get(row, ()))
        entries.setdefault(item_id, []).append(entry)
    return entries


def add(db: sqlite3.Connection, item_id: int, entries: Sequence[Entry], now: datetime) -> None:
    """Add the lines of a new item; one without a time is dated ``now``."""
    rows = [
        (item_id, position, clean(entry.line).replace("\n", " "), text_of(entry.written or now), text_of(entry.changed))
        for position, entry in enumerate(entries)
    ]
    db.executemany("insert into entry(item_id, position, line, written, changed) values (?, ?, ?, ?, ?)", rows)
    actions.follow_item(db, item_id)


def save(db: sqlite3.Connection, item_id: int, old: tuple[Entry, ...], page: str, now: datetime) -> tuple[Entry, ...]:
    """Make ``page`` the minute of an item, whose lines were ``old``, and return its lines.

    A line that continues an earlier one keeps its row and the time it was written.
    """
    page = clean(page)
    new = page.split("\n") if page and not page.isspace() else []
    partners = lines.match([entry.line for entry in old], new)
    continued = set(partners)
    for index, entry in enumerate(old):
        if index not in continued:
            _take_out(db, entry, now)
    saved: list[Entry] = []
    for position, (line, partner) in enumerate(zip(new, partners, strict=True)):
        if partner is None:
            saved.append(_put_in(db, item_id, position, line, now))
            continue
        entry = old[partner]
        if entry.line != line:
            entry = _reword(db, entry, line, now)
        if partner != position:
            db.execute("update entry set position = ? where id = ?", (position, entry.id))
        saved.append(entry)
    return tuple(saved)


def wordings(db: sqlite3.Connection, entry_id: int) -> list[tuple[datetime, str]]:
    """Return the earlier wordings kept of a line, oldest first, with when each was written."""
    rows = db.execute("select written, line from entry_version where entry_id = ? order by id", (entry_id,))
    return [(datetime.fromisoformat(written), line) for written, line in rows]


def gone(db: sqlite3.Connection, item_id: int) -> list[Entry]:
    """Return the lines taken out of an item that are not there in the same words, the last taken out first."""
    entries: dict[str, Entry] = {}
    for line, written, changed, row in db.execute(_GONE, {"item": item_id}):
        entries.setdefault(line, Entry(line, to_datetime(written), to_datetime(changed), row))
    return list(entries.values())


def _reword(db: sqlite3.Connection, entry: Entry, line: str, now: datetime) -> Entry:
    since = entry.changed or entry.written
    last = db.execute(
        "select line from entry_version where entry_id = ? order by id desc limit 1", (entry.id,)
    ).fetchone()
    if lines.worth_keeping(entry.line, line, _seconds(since, now), last[0] if last else None):
        db.execute(
            "insert into entry_version(entry_id, line, written) values (?, ?, ?)",
            (entry.id, entry.line, text_of(since or now)),
        )
    db.execute("update entry set line = ?, changed = ? where id = ?", (line, text_of(now), entry.id))
    return replace(entry, line=line, changed=now, standings=actions.follow(db, entry.id, line, entry.standings))


def _seconds(since: datetime | None, now: datetime) -> float:
    """How long a wording stood; for long enough when that cannot be told."""
    if since is None or (since.tzinfo is None) != (now.tzinfo is None):
        return float("inf")
    return (now - since).total_seconds()


def _take_out(db: sqlite3.Connection, entry: Entry, now: datetime) -> None:
    if entry.line.strip():
        db.execute("update entry set gone = ? where id = ?", (text_of(now), entry.id))
        return
    # An empty line has nothing to bring back, unless it once said something.
    kept = db.execute("select 1 from entry_version where entry_id = ?", (entry.id,)).fetchone()
    if kept:
        db.execute("update entry set gone = ? where id = ?", (text_of(now), entry.id))
    else:
        db.execute("delete from entry where id = ?", (entry.id,))


def _put_in(db: sqlite3.Connection, item_id: int, position: int, line: str, now: datetime) -> Entry:
    """Add a line; the same words taken out before (cut, undone or moved) are that line come back."""
    gone = None
    if line.strip():
        gone = db.execute(
            "select line, written, changed, id from entry "
            "where item_id = ? and gone is not null and line = ? order by gone desc, id desc limit 1",
            (item_id, line),
        ).fetchone()
    if gone:
        db.execute("update entry set gone = null, position = ? where id = ?", (position, gone[3]))
        standings = actions.follow(db, gone[3], line, actions.of_line(db, gone[3]))
        return Entry(gone[0], to_datetime(gone[1]), to_datetime(gone[2]), gone[3], standings)
    added = db.execute(
        "insert into entry(item_id, position, line, written) values (?, ?, ?, ?)",
        (item_id, position, line, text_of(now)),
    )
    row = added.lastrowid or 0
    return Entry(line, now, None, row, actions.follow(db, row, line, ()))
