"""All that a meeting's record is made of but the text of its minutes: read as rows, and put back as it was."""

from __future__ import annotations

import sqlite3

from clerk.records.trouble import StoreError
from clerk.undoing import Cell, Rows, Structure

_OF_DECLARATIONS = "declaration_id in (select id from declaration where meeting_id = ?)"
# Those that others refer to come first; columns that no change in the course of a meeting touches are left out.
_TABLES = {
    "meeting": ("id, state, opened, closed", "id = ?"),
    "item": ("*", "meeting_id = ?"),
    "presence": ("*", "meeting_id = ?"),
    "movement": ("*", "meeting_id = ?"),
    "adjournment": ("*", "meeting_id = ?"),
    "declaration": ("*", "meeting_id = ?"),
    "declaration_item": ("*", _OF_DECLARATIONS),
}
_WRITTEN = "select item_id from entry join item on item.id = item_id where meeting_id = ? and gone is null and {}"


def load(db: sqlite3.Connection, number: int) -> Structure:
    """Return the structure of a meeting."""
    return Structure(number, {table: _rows(db, table, number) for table in _TABLES})


def _rows(db: sqlite3.Connection, table: str, number: int) -> Rows:
    columns, belongs = _TABLES[table]
    found = db.execute(f"select {columns} from {table} where {belongs} order by id", (number,))
    names = [column[0] for column in found.description]
    return {row["id"]: row for row in (dict(zip(names, cells, strict=True)) for cells in found)}


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
    for table in _TABLES:
        _put(db, table, structure.tables[table], now.tables[table])
    for table in reversed(_TABLES):
        gone = set(now.tables[table]) - set(structure.tables[table]) - (staying if table == "item" else set())
        db.executemany(f"delete from {table} where id = ?", [(row,) for row in gone])
    _place(db, now.tables["item"], items, staying)
    return [str(now.tables["item"][row]["title"]) for row in sorted(staying)]


def _put(db: sqlite3.Connection, table: str, rows: Rows, now: Rows) -> None:
    """Make rows what they were: those changed since, and those that have gone."""
    for row, cells in rows.items():
        if now.get(row) == cells:
            continue
        if row in now:
            names = ", ".join(f'"{name}" = ?' for name in cells)
            db.execute(f"update {table} set {names} where id = ?", (*cells.values(), row))
            continue
        if db.execute(f"select 1 from {table} where id = ?", (row,)).fetchone():
            raise StoreError("Other meetings have been changed since; that can no longer be undone.")
        names = ", ".join(f'"{name}"' for name in cells)
        marks = ", ".join("?" * len(cells))
        db.execute(f"insert into {table}({names}) values ({marks})", tuple(cells.values()))


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
