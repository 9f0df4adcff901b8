"""A planned meeting's agenda brought up to date: its items keep their rows, and with them all that hangs on them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from clerk.language.text import clean, clean_line
from clerk.model import Document, Item, Meeting, MeetingSummary, Record
from clerk.records import bodies, items, roll
from clerk.records.bodies import NAME_AT_MEETING
from clerk.records.moments import text_of, to_date, to_time
from clerk.terms import MeetingState

_OF_BODY = f"""
    select meeting.id, {NAME_AT_MEETING}, date, time, state,
        (select count(*) from item where item.meeting_id = meeting.id and kind <> 'heading')
    from meeting where body_id = ? order by date is null, date desc, id desc
"""
_PAPER = ("kind", "title", "presenter", "post", "organisation", "link")


def of_body(db: sqlite3.Connection, name: str) -> list[MeetingSummary]:
    """List the meetings of a body, known by any name it has had, newest first."""
    body = bodies.find(db, name)
    rows = db.execute(_OF_BODY, (body,)).fetchall() if body else []
    return [
        MeetingSummary(number, called, to_date(day), to_time(at), MeetingState(state), count)
        for number, called, day, at, state, count in rows
    ]


def on_day(db: sqlite3.Connection, name: str, day: date) -> list[MeetingSummary]:
    """List the meetings of a body on a day, newest first."""
    return [meeting for meeting in of_body(db, name) if meeting.date == day]


def ever_written(db: sqlite3.Connection, number: int) -> set[int]:
    """Return the items of a meeting under which there is a line, or was one that can be brought back."""
    rows = db.execute(
        "select distinct item_id from entry join item on item.id = entry.item_id where meeting_id = ?", (number,)
    )
    return {item_id for (item_id,) in rows}


def order(db: sqlite3.Connection, number: int) -> list[int]:
    """Return the items of a meeting in the order of its agenda."""
    rows = db.execute("select id from item where meeting_id = ? order by agenda_order, position", (number,))
    return [item_id for (item_id,) in rows]


def update(
    db: sqlite3.Connection, number: int, was: Record, now: Record, agenda: Sequence[int], moment: datetime
) -> None:
    """Make a meeting what ``now`` says; ``agenda`` has the places of its items (from 0) in the agenda's order."""
    _update_meeting(db, number, now.meeting)
    before = {item.id: item for item in was.items}
    for item_id in before.keys() - {item.id for item in now.items}:
        db.execute("delete from item where id = ?", (item_id,))
    rows = [_put(db, number, before.get(item.id), item, moment) for item in now.items]
    items.reorder(db, number, rows)
    places = [(at, rows[place], at) for at, place in enumerate(agenda, 1)]
    db.executemany("update item set agenda_order = ? where id = ? and agenda_order <> ?", places)
    if not was.presence:
        roll.add(db, number, now.presence)


def _update_meeting(db: sqlite3.Connection, number: int, meeting: Meeting) -> None:
    row = (text_of(meeting.date), text_of(meeting.time), clean(meeting.venue), clean(meeting.contact))
    db.execute(
        "update meeting set date = ?, time = ?, venue = ?, contact = ?, note = ? where id = ?",
        (*row, clean(meeting.note), number),
    )


def _put(db: sqlite3.Connection, number: int, was: Item | None, item: Item, moment: datetime) -> int:
    """Change an item that is there, or add it; return its row."""
    if was is None:
        return items.add(db, number, (item,), moment)[0]
    if was != item:
        row = (clean_line(item.agenda_number), clean_line(item.title), item.kind, clean(item.note))
        db.execute(
            "update item set agenda_number = ?, title = ?, kind = ?, note = ?, exempt = ? where id = ?",
            (*row, clean_line(item.exempt), item.id),
        )
    if was.documents != item.documents:
        _put_papers(db, item.id, item.documents)
    return item.id


def _put_papers(db: sqlite3.Connection, item_id: int, papers: Iterable[Document]) -> None:
    for position, paper in enumerate(papers, 1):
        row = (*(clean_line(getattr(paper, name)) for name in _PAPER), position)
        if paper.id:
            changed = ", ".join(f"{name} = ?" for name in _PAPER)
            db.execute(f"update document set {changed}, position = ? where id = ?", (*row, paper.id))
        else:
            db.execute(
                f"insert into document({', '.join(_PAPER)}, position, item_id) values ({', '.join('?' * 8)})",
                (*row, item_id),
            )
