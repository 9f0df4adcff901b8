"""Interests declared. In the database they concern items; in a record, the positions of items."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from clerk.language.text import clean_line
from clerk.model import Declaration
from clerk.records.moments import text_of, to_datetime
from clerk.records.trouble import StoreError
from clerk.terms import Outcome

_COLUMNS = ("name", "interest", "nature", "outcome", "made_at", "made", "dispensation")
_LOAD = f"select id, {', '.join(_COLUMNS)} from declaration where meeting_id = ? order by id"
_INSERT = f"insert into declaration({', '.join(_COLUMNS)}, meeting_id) values (?, ?, ?, ?, ?, ?, ?, ?)"
_UPDATE = f"update declaration set {', '.join(f'{name} = ?' for name in _COLUMNS)} where id = ? and meeting_id = ?"
_CONCERNS = """
    select declaration_id, item_id from declaration
    join declaration_item on declaration_id = declaration.id where meeting_id = ? order by declaration_item.id
"""


def load(db: sqlite3.Connection, number: int, items: Sequence[int]) -> tuple[Declaration, ...]:
    """Return the declarations of a meeting whose items, in order, are the rows ``items``."""
    positions = {item_id: position for position, item_id in enumerate(items, 1)}
    concerns: dict[int, list[int]] = {}
    for row, item_id in db.execute(_CONCERNS, (number,)):
        concerns.setdefault(row, []).append(positions[item_id])
    return tuple(
        Declaration(
            *(name, interest, nature, tuple(concerns.get(row, ())), Outcome(outcome)),
            *(positions.get(made_at, 0), to_datetime(made), dispensation, row),
        )
        for row, name, interest, nature, outcome, made_at, made, dispensation in db.execute(_LOAD, (number,))
    )


def save(db: sqlite3.Connection, number: int, declaration: Declaration) -> Declaration:
    """Add a declaration (``id`` 0) or change it. Raises ``StoreError`` when it concerns an item there is not."""
    rows = db.execute("select id from item where meeting_id = ? order by position", (number,))
    items = {position: row for position, (row,) in enumerate(rows, 1)}
    for position in (*declaration.items, declaration.made_at):
        if position and position not in items:
            raise StoreError(
                f"{declaration.name}'s declaration names item {position}; the meeting has {len(items)} items."
            )
    declaration = replace(
        declaration,
        name=clean_line(declaration.name),
        interest=clean_line(declaration.interest),
        nature=clean_line(declaration.nature),
        dispensation=clean_line(declaration.dispensation),
    )
    texts = (declaration.name, declaration.interest, declaration.nature, declaration.outcome)
    row = (*texts, items.get(declaration.made_at), text_of(declaration.made), declaration.dispensation)
    row_id = _write(db, number, declaration.id, row)
    db.execute("delete from declaration_item where declaration_id = ?", (row_id,))
    concerned = [(row_id, items[position]) for position in declaration.items if position]
    db.executemany("insert into declaration_item(declaration_id, item_id) values (?, ?)", concerned)
    return replace(declaration, id=row_id)


def remove(db: sqlite3.Connection, declaration_id: int) -> None:
    """Take back a declaration entered by mistake."""
    db.execute("delete from declaration where id = ?", (declaration_id,))


def _write(db: sqlite3.Connection, number: int, row_id: int, row: tuple[str | int | None, ...]) -> int:
    if not row_id:
        return db.execute(_INSERT, (*row, number)).lastrowid or 0
    if not db.execute(_UPDATE, (*row, row_id, number)).rowcount:
        raise StoreError("That declaration has been taken back; enter it again.")
    return row_id
