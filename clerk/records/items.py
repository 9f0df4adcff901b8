"""The business of a meeting: its items, what is before the meeting under each, and the order they are taken in."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from clerk.language.text import clean, clean_line
from clerk.model import Document, Item
from clerk.records import order, pages
from clerk.records.moments import text_of, to_datetime
from clerk.records.trouble import StoreError
from clerk.terms import DocumentKind, ItemKind, ItemState

_ITEMS = """
    select id, agenda_number, title, kind, note, state, opened, closed, reason, deferred_to, urgent_because, taken_with,
        exempt
    from item where meeting_id = ? order by position
"""
_DOCUMENTS = """
    select item_id, document.kind, document.title, presenter, post, organisation, link, document.id
    from item join document on document.item_id = item.id where meeting_id = ? order by document.position
"""


def load(db: sqlite3.Connection, number: int) -> tuple[Item, ...]:
    """Return the items of a meeting, in three queries."""
    documents: dict[int, list[Document]] = {}
    for item_id, kind, title, presenter, post, organisation, link, row in db.execute(_DOCUMENTS, (number,)):
        document = Document(DocumentKind(kind), title, presenter, post, organisation, link, id=row)
        documents.setdefault(item_id, []).append(document)
    entries = pages.load_all(db, number)
    rows = db.execute(_ITEMS, (number,)).fetchall()
    positions = {row[0]: position for position, row in enumerate(rows, 1)}
    return tuple(
        Item(
            title=title,
            agenda_number=agenda,
            kind=ItemKind(kind),
            note=note,
            state=ItemState(state),
            opened=to_datetime(opened),
            closed=to_datetime(closed),
            reason=reason,
            deferred_to=to,
            urgent_because=because,
            taken_with=positions.get(joined, 0),
            exempt=exempt,
            documents=tuple(documents.get(item_id, ())),
            entries=tuple(entries.get(item_id, ())),
            id=item_id,
        )
        for item_id, agenda, title, kind, note, state, opened, closed, reason, to, because, joined, exempt in rows
    )


def add(db: sqlite3.Connection, number: int, items: Sequence[Item], now: datetime) -> list[int]:
    """Add the items of a new meeting and return their rows. ``now`` dates lines that have no time."""
    rows = []
    for position, item in enumerate(items, 1):
        added = db.execute(
            "insert into item"
            "(meeting_id, position, agenda_order, agenda_number, title, kind, note, state, opened, closed, "
            "reason, deferred_to, urgent_because, exempt) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(number, position, position, clean_line(item.agenda_number), clean_line(item.title), item.kind),
                *(clean(item.note), item.state, text_of(item.opened), text_of(item.closed)),
                *map(clean_line, (item.reason, item.deferred_to, item.urgent_because, item.exempt)),
            ),
        )
        item_id = added.lastrowid or 0
        rows.append(item_id)
        _add_documents(db, item_id, item.documents)
        pages.add(db, item_id, item.entries, now)
    joined = [(rows[item.taken_with - 1], row) for item, row in zip(items, rows, strict=True) if item.taken_with]
    db.executemany("update item set taken_with = ? where id = ?", joined)
    return rows


def _add_documents(db: sqlite3.Connection, item_id: int, documents: Sequence[Document]) -> None:
    for position, document in enumerate(documents, 1):
        texts = (document.title, document.presenter, document.post, document.organisation, document.link)
        db.execute(
            "insert into document(item_id, position, kind, title, presenter, post, organisation, link) "
            "values (?, ?, ?, ?, ?, ?, ?, ?)",
            (item_id, position, document.kind, *map(clean_line, texts)),
        )


def must_exist(db: sqlite3.Connection, item_id: int, number: int | None = None) -> int:
    """Return the meeting an item belongs to, or raise ``StoreError``; with ``number``, it must be that meeting."""
    row = db.execute("select meeting_id from item where id = ?", (item_id,)).fetchone()
    if row is None or number not in (None, row[0]):
        raise StoreError("There is no such item in this meeting; open the meeting again.")
    return int(row[0])


def set_title(db: sqlite3.Connection, item_id: int, title: str) -> None:
    """Give an item another title."""
    must_exist(db, item_id)
    db.execute("update item set title = ? where id = ?", (clean_line(title), item_id))


def set_exempt(db: sqlite3.Connection, item_id: int, paragraphs: str) -> None:
    """Mark an item exempt by these paragraphs, or with none as public again."""
    must_exist(db, item_id)
    (kind,) = db.execute("select kind from item where id = ?", (item_id,)).fetchone()
    if kind == ItemKind.HEADING and paragraphs:
        raise StoreError("A section heading has no minute of its own; mark the items under it exempt.")
    db.execute("update item set exempt = ? where id = ?", (clean_line(paragraphs), item_id))


def take(db: sqlite3.Connection, number: int, item_id: int, now: datetime) -> None:
    """Take an item now. The open item is done; this one opens, and an item not taken before moves up to here."""
    must_exist(db, item_id, number)
    kind, state = db.execute("select kind, state from item where id = ?", (item_id,)).fetchone()
    if kind == ItemKind.HEADING:
        raise StoreError("A section heading is not business; take an item under it.")
    if state == ItemState.OPEN:
        return
    if state == ItemState.TO_COME:
        move_up(db, number, item_id)
    moment = text_of(now)
    db.execute("update item set state = 'done', closed = ? where meeting_id = ? and state = 'open'", (moment, number))
    db.execute(
        "update item set state = 'open', opened = ifnull(opened, ?), closed = null, reason = '', deferred_to = '', "
        "taken_with = null where id = ?",
        (moment, item_id),
    )


def put_back(db: sqlite3.Connection, number: int, item_id: int) -> None:
    """Undo the taking, deferral or withdrawal of an item: it is to come, in its agenda place, with its text."""
    must_exist(db, item_id, number)
    reorder(db, number, order.put_back(slots(db, number), item_id))
    db.execute("update item set taken_with = null where taken_with = ?", (item_id,))
    db.execute(
        "update item set state = 'to come', opened = null, closed = null, reason = '', deferred_to = '', "
        "taken_with = null where id = ?",
        (item_id,),
    )


def move_up(db: sqlite3.Connection, number: int, item_id: int) -> None:
    """Move an item that is to come to just after the last one taken."""
    reorder(db, number, order.take(slots(db, number), item_id))


def slots(db: sqlite3.Connection, number: int) -> list[order.Slot]:
    """Return the items of a meeting as places in the order of business."""
    rows = db.execute(
        "select id, agenda_order, kind = 'heading', state <> 'to come' from item "
        "where meeting_id = ? order by position",
        (number,),
    )
    return [
        order.Slot(item_id, agenda_order, bool(heading), bool(taken) and not heading)
        for item_id, agenda_order, heading, taken in rows
    ]


def reorder(db: sqlite3.Connection, number: int, rows: Sequence[int]) -> None:
    """Put the items of a meeting in this order."""
    places = [(position, item_id, number, position) for position, item_id in enumerate(rows, 1)]
    db.executemany("update item set position = ? where id = ? and meeting_id = ? and position <> ?", places)
