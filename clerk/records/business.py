"""Business that is put off, brought in, or taken with other business."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from clerk import notation
from clerk.language.text import clean_line
from clerk.records import items, order, pages
from clerk.records.moments import text_of
from clerk.records.trouble import StoreError
from clerk.terms import ItemKind, ItemState


def settle(
    db: sqlite3.Connection, item_id: int, state: ItemState, now: datetime, *, reason: str = "", to: str = ""
) -> None:
    """Put down that an item is deferred or withdrawn. One still to come counts as taken now, for that is minuted."""
    number = _of_business(db, item_id)
    if _state(db, item_id) is ItemState.TO_COME:
        items.move_up(db, number, item_id)
    moment = text_of(now)
    db.execute(
        "update item set state = ?, opened = ifnull(opened, ?), closed = ifnull(closed, ?), reason = ?, "
        "deferred_to = ? where id = ?",
        (state, moment, moment, clean_line(reason), clean_line(to), item_id),
    )


def add_item(db: sqlite3.Connection, number: int, title: str, because: str, after: int | None, kind: ItemKind) -> int:
    """Add business that is not on the agenda: after the item ``after``, or else after the last one taken."""
    title = clean_line(title)
    if not title:
        raise StoreError("Give the item a title.")
    slots = items.slots(db, number)
    place = order.taken_to(slots)
    if after is not None:
        items.must_exist(db, after, number)
        place = next(index for index, slot in enumerate(slots, 1) if slot.id == after)
    at = order.agenda_order_at(slots, place)
    db.execute(
        "update item set agenda_order = agenda_order + 1 where meeting_id = ? and agenda_order >= ?", (number, at)
    )
    added = db.execute(
        "insert into item(meeting_id, position, agenda_order, title, kind, state, urgent_because) "
        "values (?, 0, ?, ?, ?, 'to come', ?)",
        (number, at, title, kind, clean_line(because)),
    )
    item_id = added.lastrowid or 0
    rows = [slot.id for slot in slots]
    items.reorder(db, number, [*rows[:place], item_id, *rows[place:]])
    return item_id


def remove_item(db: sqlite3.Connection, item_id: int) -> None:
    """Remove an item added by mistake; one of the agenda, or that has a minute or a declaration, is not removed."""
    number = items.must_exist(db, item_id)
    on_agenda = db.execute(
        "select 1 from item where id = ? and (agenda_number <> '' or note <> '' or kind = 'heading' "
        "or exists (select 1 from document where item_id = item.id))",
        (item_id,),
    ).fetchone()
    if on_agenda:
        raise StoreError("This item is on the agenda; withdraw or defer it instead.")
    _has_no_minute(db, item_id, "remove it")
    if db.execute("select 1 from declaration_item where item_id = ?", (item_id,)).fetchone():
        raise StoreError("Somebody has declared an interest in this item; take that back before you remove it.")
    db.execute("delete from item where id = ?", (item_id,))
    items.reorder(db, number, [slot.id for slot in items.slots(db, number)])


def take_together(db: sqlite3.Connection, number: int, item_id: int, with_item: int, now: datetime) -> None:
    """Put down that an item is discussed together with another, taken before, under which the minute is."""
    for row in (item_id, with_item):
        items.must_exist(db, row, number)
        _of_business(db, row)
    (further,) = db.execute("select taken_with from item where id = ?", (with_item,)).fetchone()
    with_item = further or with_item
    if with_item == item_id:
        raise StoreError("An item cannot be taken together with itself; choose another.")
    if _state(db, with_item) is ItemState.TO_COME:
        raise StoreError("Take the other item first; this one is then taken together with it.")
    if _state(db, item_id) is ItemState.TO_COME:
        items.move_up(db, number, item_id)
    db.execute("update item set taken_with = ? where taken_with = ?", (with_item, item_id))
    db.execute(
        "update item set taken_with = ?, state = 'done', opened = ifnull(opened, ?), closed = ifnull(closed, ?) "
        "where id = ?",
        (with_item, text_of(now), text_of(now), item_id),
    )


def take_apart(db: sqlite3.Connection, number: int, item_id: int) -> None:
    """Undo ``take_together``: without a minute of its own the item is to come again, with one it is done."""
    items.must_exist(db, item_id, number)
    if _has_text(db, item_id):
        db.execute("update item set taken_with = null where id = ?", (item_id,))
    else:
        items.put_back(db, number, item_id)


def with_lines(page: str, lines: Sequence[str]) -> str:
    """Return a page with further lines at its end, in place of an empty last line; those already there stay once."""
    kept = notation.lines_of(page)
    new = [line for line in lines if line not in kept]
    if kept and new and not kept[-1].strip():
        kept.pop()
    return "\n".join([*kept, *new])


def _of_business(db: sqlite3.Connection, item_id: int) -> int:
    """Return the meeting of an item of business, or raise ``StoreError``."""
    number = items.must_exist(db, item_id)
    if db.execute("select 1 from item where id = ? and kind = 'heading'", (item_id,)).fetchone():
        raise StoreError("A section heading is not business; choose an item under it.")
    return number


def _state(db: sqlite3.Connection, item_id: int) -> ItemState:
    return ItemState(db.execute("select state from item where id = ?", (item_id,)).fetchone()[0])


def _has_text(db: sqlite3.Connection, item_id: int) -> bool:
    return any(entry.line.strip() for entry in pages.load(db, item_id))


def _has_no_minute(db: sqlite3.Connection, item_id: int, do: str) -> None:
    if _has_text(db, item_id):
        raise StoreError(f"This item has a minute already; clear its text before you {do}.")
