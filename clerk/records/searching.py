"""Finding words in the minutes of all meetings, by an index of words or, where SQLite has none, by reading them."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from clerk import notation
from clerk.afterwards.citing import cited
from clerk.notation import Kind
from clerk.records.bodies import NAME_AT_MEETING
from clerk.records.moments import to_date
from clerk.records.schema_search import DAY_AT, KEY_OF_ITEM, KEY_OF_LINE, TEXT_OF_ITEM, UNDATED
from clerk.searching import Found, Hit, Wanted, words_in
from clerk.terms import MeetingState

_BATCH = 150
"""Lines read at a time; between batches the time that is left is looked at."""
_FEW = 3
"""Batches after which a word that long is asked for whole."""
_KNOWN = 5
"""Letters of a word's beginning that are in the index."""
_Hit = tuple[int, Hit]
"""The row of the item, and what was found there."""
_ROW = (1 << DAY_AT) - 1
"""The part of a key in the index that holds the row, below the day."""

# What is indexed are folded words with spaces between them, which SQLite takes as they are.
# No positions are kept (detail=none): a phrase is told from the lines themselves, and the index is half the size. Words
# are found by their first two to five letters at once, by more of them soon enough.
_INDEX = """
    create virtual table if not exists search_index using fts5(
        text, content = '', detail = none, columnsize = 0, prefix = '2 3 4 5',
        tokenize = 'ascii'
    )
"""
_LINES_NOW = f"""
    select {KEY_OF_LINE}, line
    from search_pending join entry on entry.id = what >> 1 and what & 1 = 0 and gone is null
    join item on item.id = item_id join meeting on meeting.id = meeting_id
"""
_ITEMS_NOW = f"""
    select {KEY_OF_ITEM}, {TEXT_OF_ITEM}
    from search_pending join item on item.id = what >> 1 and what & 1 = 1 join meeting on meeting.id = meeting_id
"""
_ABOUT = f"""
    meeting.id, {NAME_AT_MEETING}, date, meeting.state, item.id, item.position, agenda_number, title, item.note,
    iif(item.kind = 'heading', null, first_minute + (
        select count(*) from item as before
        where before.meeting_id = meeting.id and before.position < item.position and before.kind <> 'heading'
    ))
"""
_LINES_OF = f"""
    select entry.id * 2, {_ABOUT}, entry.position, line
    from entry join item on item.id = item_id join meeting on meeting.id = meeting_id
    where gone is null and (:body is null or body_id = :body) and
"""
_ITEMS_OF = f"""
    select item.id * 2 + 1, {_ABOUT}, null, null from item join meeting on meeting.id = meeting_id
    where (:body is null or body_id = :body) and
"""
_PAGE = "select line from entry where item_id = ? and gone is null order by position"


def available(db: sqlite3.Connection) -> bool:
    """Whether this SQLite can make an index of words."""
    return db.execute("select 1 from pragma_module_list where name = 'fts5'").fetchone() is not None


def indexed(db: sqlite3.Connection) -> bool:
    """Whether there is an index, and this SQLite can use it."""
    there = db.execute("select 1 from sqlite_schema where name = 'search_index'").fetchone()
    return there is not None and available(db)


def catch_up(db: sqlite3.Connection) -> None:
    """Bring the index up to date, making it if there is none; an index found damaged is made anew.

    Does nothing where SQLite has no such indexes: what is to be done then stays noted.
    """
    if db.execute("select 1 from search_pending limit 1").fetchone() is None or not available(db):
        return
    db.execute("savepoint search")
    try:
        _catch_up(db)
    except sqlite3.DatabaseError as error:
        db.execute("rollback to search")
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        _forget(db)
        _catch_up(db)
    finally:
        if db.in_transaction:
            db.execute("release search")


def _catch_up(db: sqlite3.Connection) -> None:
    db.execute(_INDEX)
    stale = db.execute("select key, text from search_pending where key is not null").fetchall()
    db.executemany("insert into search_index(search_index, rowid, text) values ('delete', ?, ?)", _indexed(stale))
    for sql in (_LINES_NOW, _ITEMS_NOW):
        db.executemany("insert into search_index(rowid, text) values (?, ?)", _indexed(db.execute(sql)))
    db.execute("delete from search_pending")


def _indexed(rows: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Keys, and what the index holds of each: of a line, its words without what says its kind."""
    return ((key, words_in(text if key & 1 else notation.parse(text).text)) for key, text in rows)


def _forget(db: sqlite3.Connection) -> None:
    db.execute("drop table search_index")
    db.execute("delete from search_pending")
    db.execute("insert into search_pending(what) select id * 2 from entry union all select id * 2 + 1 from item")


def purge(db: sqlite3.Connection) -> None:
    """Take out of the index what words it still holds of lines that are gone."""
    if indexed(db):
        db.execute("insert into search_index(search_index) values ('optimize')")


def search(
    db: sqlite3.Connection, wanted: Wanted, most: int, body_id: int | None = None, patience: float = float("inf")
) -> Found:
    """Return the newest lines and titles with everything wanted; after ``patience`` seconds, those found by then."""
    if not wanted.terms:
        return Found((), False)
    deadline = time.monotonic() + patience
    if not wanted.index_words or not indexed(db):
        return _cut(db, _reading(db, wanted, body_id, deadline), most, deadline)
    pending = {what for (what,) in db.execute("select what from search_pending")}
    found = [hit for batch in _batches(iter(sorted(pending))) for hit in _hits(db, batch, wanted, body_id)]
    try:
        for rows, newest_only in _ways(db, wanted):
            hits = list(found)
            for count, batch in enumerate(_batches(row for row in rows if row not in pending), 1):
                hits += _hits(db, batch, wanted, body_id)
                if len(hits) > most or time.monotonic() > deadline:
                    return _newest(db, hits, most, more=True)
                if newest_only and count == _FEW:
                    break
            else:
                return _newest(db, hits, most, more=False)
    except _IndexError:
        pass
    return _cut(db, _reading(db, wanted, body_id, deadline), most, deadline)


class _IndexError(Exception):
    """The index is damaged, or will not have these words; the minutes themselves are there to be read."""


def _ways(db: sqlite3.Connection, wanted: Wanted) -> Iterator[tuple[Iterator[int], bool]]:
    """The ways to ask the index: first, for words longer than it knows beginnings of, by the beginning it knows.

    That gives the newest lines at once, some of them wrong, where asking for the whole beginning goes through all lines
    that have it, old and new. It is good for a few; when those do not do, the word is rare enough to ask for it.
    """
    if any(begins and len(word) > _KNOWN for word, begins in wanted.index_words):
        yield _rows(db, [(word[:_KNOWN] if begins else word, begins) for word, begins in wanted.index_words]), True
    yield _rows(db, wanted.index_words), False


def _rows(db: sqlite3.Connection, asked: Iterable[tuple[str, bool]]) -> Iterator[int]:
    """The rows the index has for all these words, those of the newest meetings first."""
    words = " ".join(f'"{word}"' + "*" * begins for word, begins in asked)
    try:
        keys = db.execute("select rowid from search_index where search_index match ? order by rowid desc", (words,))
        for (key,) in keys:
            yield key & _ROW
    except sqlite3.DatabaseError as error:
        raise _IndexError from error


def _batches(rows: Iterator[int]) -> Iterator[list[int]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch


def _hits(db: sqlite3.Connection, rows: Sequence[int], wanted: Wanted, body_id: int | None) -> Iterator[_Hit]:
    """What of these rows of the index has everything wanted, with the row of its item."""
    for sql, of in ((_LINES_OF + " entry.id in ({})", 0), (_ITEMS_OF + " item.id in ({})", 1)):
        ids = ", ".join(str(what >> 1) for what in rows if what & 1 == of)
        if ids:
            for row in db.execute(sql.format(ids), {"body": body_id}):
                yield from _hit(row, wanted)


def _reading(db: sqlite3.Connection, wanted: Wanted, body_id: int | None, deadline: float) -> Iterator[_Hit]:
    """Read the minutes, the newest meeting first."""
    meetings = "select id from meeting order by ifnull(date, '9999') desc, id desc"
    for (number,) in db.execute(meetings).fetchall():
        if time.monotonic() > deadline:
            return
        for sql in (_ITEMS_OF + " meeting.id = :meeting", _LINES_OF + " meeting.id = :meeting"):
            for row in db.execute(sql, {"body": body_id, "meeting": number}):
                yield from _hit(row, wanted)


def _hit(row: Sequence[Any], wanted: Wanted) -> Iterator[_Hit]:
    """The row as a hit, if everything wanted stands in it; as yet cited by its minute alone."""
    _, number, body, day, state, item_id, position, agenda, title, note, minute, place, line = row
    if line is None:
        whole = f"{title}\n{note}".replace("\n", " ").rstrip()
        marks = wanted.marks(whole)
        in_title = all(end <= len(title) for _, end in marks or ())
        kind, start, text = None, 0, title if in_title else whole
        name = "title" if in_title else "agenda"
    else:
        read = notation.parse(line)
        kind, start, text, name = read.kind, read.start, read.text, ""
        marks = wanted.marks(text)
    if marks is not None and kind is not Kind.BLANK:
        called = "" if minute is None else str(minute)
        where = (position, agenda, minute, title, 0 if place is None else place + 1, f"{called} {name}".strip())
        yield item_id, Hit(number, body, to_date(day), MeetingState(state), *where, kind, start, text, marks)


def _cut(db: sqlite3.Connection, reading: Iterator[_Hit], most: int, deadline: float) -> Found:
    found = list(islice(reading, most + 1))
    return _newest(db, found, most, more=time.monotonic() > deadline)


def _newest(db: sqlite3.Connection, found: list[_Hit], most: int, *, more: bool) -> Found:
    pages: dict[int, list[notation.Numbered]] = {}
    hits = []
    for item_id, hit in sorted(found, key=_order)[:most]:
        if hit.line and item_id not in pages:
            pages[item_id] = notation.number(line for (line,) in db.execute(_PAGE, (item_id,)))
        hits.append(replace(hit, cited=cited(hit.cited, pages[item_id][hit.line - 1])) if hit.line else hit)
    return Found(tuple(hits), more or len(found) > most)


def _order(found: _Hit) -> tuple[int, int, int, int]:
    hit = found[1]
    day = hit.date.toordinal() if hit.date else UNDATED
    return -day, -hit.number, hit.position, hit.line
