"""Who came and went. In the database a movement is during an item; in a record, during the item at a position."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from clerk.language.text import clean_line
from clerk.model import Movement
from clerk.people.room import in_order
from clerk.records.moments import to_datetime
from clerk.records.trouble import StoreError
from clerk.terms import Attendance, MovementKind

_COLUMNS = ("name", "kind", '"when"', "item_id", "why", "voted")
_LOAD = f"select id, {', '.join(_COLUMNS)} from movement where meeting_id = ? order by id"
_INSERT = f"insert into movement({', '.join(_COLUMNS)}, meeting_id) values (?, ?, ?, ?, ?, ?, ?)"
_UPDATE = f"update movement set {', '.join(f'{column} = ?' for column in _COLUMNS)} where id = ? and meeting_id = ?"
_CAME = (
    f"update presence set status = '{Attendance.PRESENT}' where meeting_id = ? and name = ? "
    f"and status not in ('{Attendance.PRESENT}', '{Attendance.SUBSTITUTE}')"
)


def load(db: sqlite3.Connection, number: int, items: Sequence[int]) -> tuple[Movement, ...]:
    """Return who came and went, in the order of time, at a meeting whose items, in order, are the rows ``items``."""
    positions = {item_id: position for position, item_id in enumerate(items, 1)}
    found = []
    for row, name, kind, when, item_id, why, voted in db.execute(_LOAD, (number,)):
        moment = to_datetime(when)
        assert moment is not None  # the column is not null
        there = None if voted is None else bool(voted)
        found.append(Movement(name, MovementKind(kind), moment, positions.get(item_id, 0), why, there, row))
    return in_order(found)


def save(db: sqlite3.Connection, number: int, movement: Movement) -> Movement:
    """Add a movement (``id`` 0) or change it. Raises ``StoreError`` when it is during an item there is not."""
    movement = replace(movement, name=clean_line(movement.name), why=clean_line(movement.why))
    item_id = _item(db, number, movement) if movement.item else None
    row = (movement.name, movement.kind, movement.when.isoformat(), item_id, movement.why, movement.voted)
    if not movement.id:
        return replace(movement, id=db.execute(_INSERT, (*row, number)).lastrowid or 0)
    if not db.execute(_UPDATE, (*row, movement.id, number)).rowcount:
        raise StoreError(f"That movement of {movement.name} has been taken back; enter it again.")
    return movement


def came(db: sqlite3.Connection, number: int, name: str) -> None:
    """Put down as present somebody whom the roll still expects, or has down as away."""
    db.execute(_CAME, (number, name))


def remove(db: sqlite3.Connection, movement_id: int) -> None:
    """Take back a movement entered by mistake."""
    db.execute("delete from movement where id = ?", (movement_id,))


def rename(db: sqlite3.Connection, number: int, old: str, new: str) -> None:
    """Have what somebody did follow a change of their name on the roll, unless another there has the old name."""
    if old == new or db.execute("select 1 from presence where meeting_id = ? and name = ?", (number, old)).fetchone():
        return
    for table in ("movement", "declaration"):
        db.execute(f"update {table} set name = ? where meeting_id = ? and name = ?", (new, number, old))


def _item(db: sqlite3.Connection, number: int, movement: Movement) -> int:
    rows = [row for (row,) in db.execute("select id from item where meeting_id = ? order by position", (number,))]
    if not 1 <= movement.item <= len(rows):
        did = _DID[movement.kind]
        raise StoreError(f"{movement.name} cannot have {did} during item {movement.item}; the meeting has {len(rows)}.")
    return int(rows[movement.item - 1])


_DID = {
    MovementKind.ARRIVED: "arrived",
    MovementKind.LEFT: "left",
    MovementKind.RETURNED: "returned",
    MovementKind.TOOK_THE_CHAIR: "taken the Chair",
}
