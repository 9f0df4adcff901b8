"""All that a meeting's record is made of but the text of its minutes: read as rows, and put back as it was.

With it goes what the meeting did to others, which is amending and confirming earlier minutes, and what is set for its
body as a whole.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from clerk.records.trouble import StoreError
from clerk.undoing import Cell, Rows, Structure


class _Part(NamedTuple):
    """Some rows of a table."""

    table: str
    """Of which."""
    columns: str
    """Which columns; those that no change in the course of a meeting touches are left out."""
    belongs: str
    """Which rows; ``?1`` is the meeting."""
    key: str = "id"
    """What tells them apart."""
    kept: str = ""
    """A column that is written with a new row, and never changed in one that is there."""
    stays: bool = False
    """Whether no row is ever added or taken out here."""


_BODY = "(select body_id from meeting where id = ?1)"
_ITEMS = "(select id from item where meeting_id = ?1)"
_OF_CONFIRMATION = f"""
    meeting_id, day, venue, minute, signed_by, item_id, case when item_id in {_ITEMS} then record end as record
"""
_OF_PRESENCE = "presence_id in (select id from presence where meeting_id = ?1)"
_OF_DECLARATIONS = "declaration_id in (select id from declaration where meeting_id = ?1)"
# Those that others refer to come first.
_PARTS = {
    "body": _Part("body", "*", f"id = {_BODY}", stays=True),
    "phrase": _Part("phrase", "*", f"body_id = {_BODY}"),
    "membership": _Part("membership", "*", f"body_id = {_BODY}"),
    "meeting": _Part("meeting", "id, state, opened, closed, date, time, venue, first_minute", "id = ?1", stays=True),
    "other meeting": _Part("meeting", "id, state", f"body_id = {_BODY} and id <> ?1", stays=True),
    "item": _Part("item", "*", "meeting_id = ?1"),
    "presence": _Part("presence", "*", "meeting_id = ?1"),
    "presence_item": _Part("presence_item", "*", _OF_PRESENCE),
    "movement": _Part("movement", "*", "meeting_id = ?1"),
    "adjournment": _Part("adjournment", "*", "meeting_id = ?1"),
    "declaration": _Part("declaration", "*", "meeting_id = ?1"),
    "declaration_item": _Part("declaration_item", "*", _OF_DECLARATIONS),
    "amendment": _Part("amendment", "*", "agreed_at = ?1"),
    "confirmation": _Part(
        "confirmation",
        _OF_CONFIRMATION,
        f"meeting_id in (select id from meeting where body_id = {_BODY})",
        key="meeting_id",
        kept="record",
    ),
}
_WRITTEN = "select item_id from entry join item on item.id = item_id where meeting_id = ? and gone is null and {}"


def load(db: sqlite3.Connection, number: int) -> Structure:
    """Return the structure of a meeting."""
    return Structure(number, {name: _rows(db, part, number) for name, part in _PARTS.items()})


def _rows(db: sqlite3.Connection, part: _Part, number: int) -> Rows:
    order = f"select {part.columns} from {part.table} where {part.belongs} order by {part.key}"
    found = db.execute(order, {"1": number})  # Python 3.14 takes no sequence for ``?1``
    names = [column[0] for column in found.description]
    return {row[part.key]: row for row in (dict(zip(names, cells, strict=True)) for cells in found)}


def put_back(db: sqlite3.Connection, structure: Structure) -> list[str]:
    """Make the structure of a meeting what it was, and leave its text as it is.

    An item that was not there then goes, unless something is written under it: it stays where it is, done. Returns the
    titles of those that stay. Raises ``StoreError`` when that can no longer be done.
    """
    number, now = structure.number, load(db, structure.number)
    items = structure.tables["item"]
    db.execute("pragma defer_foreign_keys = on")
    added = set(now.tables["item"]) - set(items)
    staying = _written(db, number) & added
    for name, part in _PARTS.items():
        _put(db, part, structure.tables[name], now.tables[name])
    for name, part in reversed(_PARTS.items()):
        gone = set(now.tables[name]) - set(structure.tables[name]) - (staying if name == "item" else set())
        if not part.stays:
            db.executemany(f"delete from {part.table} where {part.key} = ?", [(row,) for row in gone])
    _place(db, now.tables["item"], items, staying)
    return [str(now.tables["item"][row]["title"]) for row in sorted(staying)]


def _put(db: sqlite3.Connection, part: _Part, rows: Rows, now: Rows) -> None:
    """Make rows what they were: those changed since, and those that have gone."""
    for row, cells in rows.items():
        if now.get(row) == cells:
            continue
        if row in now:
            changed = {name: cell for name, cell in cells.items() if name != part.kept}
            names = ", ".join(f'"{name}" = ?' for name in changed)
            db.execute(f"update {part.table} set {names} where {part.key} = ?", (*changed.values(), row))
            continue
        if part.stays or db.execute(f"select 1 from {part.table} where {part.key} = ?", (row,)).fetchone():
            raise StoreError("Other meetings have been changed since; that can no longer be undone.")
        names = ", ".join(f'"{name}"' for name in cells)
        marks = ", ".join("?" * len(cells))
        db.execute(f"insert into {part.table}({names}) values ({marks})", tuple(cells.values()))


def _written(db: sqlite3.Connection, number: int) -> set[int]:
    """The items of a meeting under which something is written."""
    return {row for (row,) in db.execute(_WRITTEN.format("trim(line) <> ''"), (number,))}


def _place(db: sqlite3.Connection, now: Rows, then: Rows, staying: set[int]) -> None:
    """Put items that stay after the one they stood below; they are done, for the item open then is open again."""
    if not staying:
        return
    order = _in_order(then)
    below: int | None = None
    for row in _in_order(now):
        if row in staying:
            order.insert(order.index(below) + 1 if below in order else 0, row)
        below = row
    db.executemany("update item set position = ? where id = ?", [(place, row) for place, row in enumerate(order, 1)])
    db.executemany(
        "update item set state = 'done', closed = ifnull(closed, opened) where id = ? and state = 'open'",
        [(row,) for row in staying],
    )


def _in_order(rows: Rows) -> list[int]:
    def position(row: int) -> Cell:
        return rows[row]["position"]

    return sorted(rows, key=position)  # type: ignore[arg-type]
