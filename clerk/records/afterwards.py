"""What became of minutes after the meeting. In the database it belongs to rows; in a record, to positions and lines."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from clerk.afterwards.since import UNTOUCHED, Afterwards
from clerk.language.text import clean_line
from clerk.model import MeetingSummary, Record
from clerk.records import actions, meetings
from clerk.records.bodies import NAME_AT_MEETING
from clerk.records.moments import text_of, to_date, to_time
from clerk.terms import MeetingState

if TYPE_CHECKING:
    from clerk.afterwards.parts import Amendment, AsConfirmed, Circulation, Confirmation, LineConfirmed


def _minute_of(item: str, otherwise: str) -> str:
    """SQL for the minute number an item has in its meeting as things stand."""
    return f"""ifnull((
        select first_minute + (
            select count(*) from item as before
            where before.meeting_id = meeting.id and before.position < this.position and before.kind <> 'heading'
        ) from item as this join meeting on meeting.id = this.meeting_id where this.id = {item}
    ), {otherwise})"""


# One question answers for most meetings, to which nothing has happened since.
_ANY = """
    select exists(select 1 from circulation where meeting_id = :number),
        exists(select 1 from amendment where meeting_id = :number),
        exists(select 1 from amendment where agreed_at = :number),
        exists(select 1 from confirmation where meeting_id = :number)
"""
_CIRCULATED = "select version, sent, recipients from circulation where meeting_id = ? order by version, id"
_AMENDMENTS = f"""
    select amendment.item_id, entry.position, entry.gone, minute, old, new,
        case when agreed_at is null then agreed_day else (select date from meeting where id = agreed_at) end,
        {_minute_of("agreed_item", "agreed_minute")}, amendment.id,
        ifnull(confirmed_item, 0), ifnull(confirmed_line, 0)
    from amendment left join entry on entry.id = entry_id where meeting_id = ? order by amendment.id
"""
_AGREED = """
    select agreed_item, case when amendment.meeting_id is null then day else meeting.date end, minute, old, new,
        case when amendment.meeting_id is null then amendment.exempt else ifnull(item.exempt, 'x') <> '' end,
        amendment.id
    from amendment left join meeting on meeting.id = amendment.meeting_id left join item on item.id = item_id
    where agreed_at = ? order by amendment.id
"""
_CONFIRMATION = f"""
    select day, venue, {_minute_of("item_id", "minute")}, signed_by, record from confirmation where meeting_id = ?
"""
# What of the record is in what was confirmed, and where; and where each amendment is.
_IN_WHAT_WAS_CONFIRMED = """
    update item set confirmed_as = position where meeting_id = :number;
    update entry set confirmed_as = null where item_id in (select id from item where meeting_id = :number);
"""
_AMENDED_IN_IT = """
    update amendment set confirmed_item = (select confirmed_as from item where id = item_id),
        confirmed_line = (select confirmed_as from entry where id = entry_id)
    where meeting_id = ?
"""
_OF_BODY = f"""
    select meeting.id, {NAME_AT_MEETING}, date, time, state,
        (select count(*) from item where item.meeting_id = meeting.id and kind <> 'heading')
    from meeting where body_id = (select body_id from meeting where id = ?) order by ifnull(date, '9999'), id
"""


def load(db: sqlite3.Connection, number: int, rows: Sequence[int]) -> Afterwards:
    """Return what became of the minutes of a meeting whose items, in order, are ``rows``."""
    if not any(db.execute(_ANY, {"number": number}).fetchone()):
        return UNTOUCHED
    from clerk.afterwards.parts import Amendment, AmendmentAgreed, AsConfirmed, Circulation, Confirmation

    positions = {row: position for position, row in enumerate(rows, 1)}
    circulated = [
        Circulation(version, datetime.fromisoformat(sent), to)
        for version, sent, to in db.execute(_CIRCULATED, (number,))
    ]
    amendments = [
        Amendment(
            *(positions.get(item, 0), 0 if place is None or gone else place + 1, minute, old, new),
            *(to_date(day), agreed_minute, row, (there, line)),
        )
        for item, place, gone, minute, old, new, day, agreed_minute, row, there, line in db.execute(
            _AMENDMENTS, (number,)
        )
    ]
    agreed = [
        AmendmentAgreed(positions.get(item, 0), to_date(day), minute, old, new, bool(exempt), row)
        for item, day, minute, old, new, exempt, row in db.execute(_AGREED, (number,))
    ]
    found = db.execute(_CONFIRMATION, (number,)).fetchone()
    confirmation = Confirmation(to_date(found[0]), *found[1:4]) if found else None
    content = found[4] if found else None
    kept = AsConfirmed(content, _places_confirmed(db, number), _lines_confirmed(db, number)) if content else None
    return Afterwards(tuple(circulated), tuple(amendments), tuple(agreed), confirmation, kept)


_ITEMS_CONFIRMED = "from item where meeting_id = ? and confirmed_as is not null order by confirmed_as"


def _places_confirmed(db: sqlite3.Connection, number: int) -> tuple[tuple[int, int], ...]:
    return tuple(db.execute(f"select confirmed_as, position {_ITEMS_CONFIRMED}", (number,)).fetchall())


_LINES_CONFIRMED = """
    select item.confirmed_as, entry.confirmed_as, case when gone is null then entry.position + 1 else 0 end, entry.id
    from item cross join entry on item_id = item.id
    where meeting_id = ? and item.confirmed_as is not null and entry.confirmed_as is not null
    order by item.confirmed_as, entry.confirmed_as
"""


def _lines_confirmed(db: sqlite3.Connection, number: int) -> tuple[LineConfirmed, ...]:
    from clerk.afterwards.parts import LineConfirmed

    standings = actions.of_confirmed(db, number)
    found = db.execute(_LINES_CONFIRMED, (number,))
    return tuple(LineConfirmed(item, line, now, standings.get(row, ())) for item, line, now, row in found)


def items_confirmed(db: sqlite3.Connection, number: int) -> dict[int, int]:
    """Return the rows of the items that are still there of what was confirmed, by their position in it."""
    return dict(db.execute(f"select confirmed_as, id {_ITEMS_CONFIRMED}", (number,)).fetchall())


def add(db: sqlite3.Connection, number: int, afterwards: Afterwards, rows: Sequence[int]) -> None:
    """Keep what a file says became of the minutes of a new meeting whose items are ``rows``."""
    for each in afterwards.circulated:
        circulate(db, number, each, None)
    for made in afterwards.amendments:
        item = rows[made.item - 1] if 1 <= made.item <= len(rows) else None
        texts = (clean_line(made.minute), clean_line(made.old), clean_line(made.new))
        added = db.execute(
            "insert into amendment(meeting_id, item_id, minute, old, new, agreed_day, agreed_minute, confirmed_item, "
            "confirmed_line) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, item, *texts, text_of(made.agreed_on), made.agreed_minute, *_there(made)),
        )
        db.execute(
            "update amendment set entry_id = (select id from entry where item_id = ? and position = ? and gone is null)"
            " where id = ?",
            (item, made.line - 1, added.lastrowid),
        )
    for agreed in afterwards.agreed:
        here = rows[agreed.item - 1] if 1 <= agreed.item <= len(rows) else None
        texts = (clean_line(agreed.minute), clean_line(agreed.old), clean_line(agreed.new))
        db.execute(
            "insert into amendment(agreed_at, agreed_item, day, exempt, minute, old, new) values (?, ?, ?, ?, ?, ?, ?)",
            (number, here, text_of(agreed.day), agreed.exempt, *texts),
        )
    if afterwards.confirmation:
        confirm(db, number, afterwards.confirmation, None)
        if afterwards.kept:
            _add_kept(db, number, afterwards.kept, rows)


def _add_kept(db: sqlite3.Connection, number: int, kept: AsConfirmed, rows: Sequence[int]) -> None:
    """Keep the record that was confirmed, as a file has it, and what of it the items ``rows`` and their lines are."""
    db.execute("update confirmation set record = ? where meeting_id = ?", (kept.content, number))
    there = {then: rows[now - 1] for then, now in kept.items if 1 <= now <= len(rows)}
    db.executemany("update item set confirmed_as = ? where id = ?", there.items())
    db.executemany(
        "update entry set confirmed_as = ? where item_id = ? and position = ? and gone is null",
        [(each.line, there[each.item], each.now - 1) for each in kept.lines if each.now and each.item in there],
    )


def _there(made: Amendment) -> list[int | None]:
    """The place of an amendment in the record that was confirmed, as the database has it."""
    return [place or None for place in made.as_confirmed]


def circulate(db: sqlite3.Connection, number: int, circulation: Circulation, record: bytes | None) -> None:
    """Keep that a draft went round, and the record as it then was."""
    row = (number, circulation.version, text_of(circulation.when), clean_line(circulation.to), record)
    db.execute("insert into circulation(meeting_id, version, sent, recipients, record) values (?, ?, ?, ?, ?)", row)


def set_state(db: sqlite3.Connection, number: int, state: MeetingState) -> None:
    """Say how far the minutes of a meeting have come."""
    db.execute("update meeting set state = ? where id = ?", (state, number))


def packed_record(db: sqlite3.Connection, number: int, version: int) -> bytes | None:
    """Return the record as it was when a draft went round; None when that was not kept."""
    found = db.execute(
        "select record from circulation where meeting_id = ? and version = ? order by id desc", (number, version)
    ).fetchone()
    return found[0] if found else None


def amendments_of(
    db: sqlite3.Connection, entry_id: int | None, as_confirmed: tuple[int, int], agreed_at: int, number: int
) -> list[tuple[int, str, str]]:
    """Return the amendments of a line that a meeting agreed already, in order: row, old line, new line.

    The line is ``entry_id``, or that of meeting ``number`` which is at ``as_confirmed`` in what was confirmed.
    """
    return db.execute(
        "select id, old, new from amendment where agreed_at = ? and (entry_id = ? "
        "or (meeting_id = ? and confirmed_item = ? and confirmed_line = ?)) order by id",
        (agreed_at, entry_id, number, *as_confirmed),
    ).fetchall()


def amend(db: sqlite3.Connection, ends: tuple[int, int | None, int | None, int, int | None], made: Amendment) -> None:
    """Add an amendment (``id`` 0) or change it.

    ``ends`` are the rows of the meeting, item and line amended and of the meeting and item that agreed it.
    """
    row = (*ends, clean_line(made.minute), made.old, clean_line(made.new), *_there(made))
    if made.id:
        db.execute(
            "update amendment set meeting_id = ?, item_id = ?, entry_id = ?, agreed_at = ?, agreed_item = ?, "
            "minute = ?, old = ?, new = ?, confirmed_item = ?, confirmed_line = ? where id = ?",
            (*row, made.id),
        )
        return
    db.execute(
        "insert into amendment(meeting_id, item_id, entry_id, agreed_at, agreed_item, minute, old, new, "
        "confirmed_item, confirmed_line) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row,
    )


def take_back(db: sqlite3.Connection, amendment_id: int) -> None:
    """Take back an amendment entered by mistake."""
    db.execute("delete from amendment where id = ?", (amendment_id,))


def confirm(db: sqlite3.Connection, number: int, confirmation: Confirmation, item_id: int | None) -> None:
    """Keep that the minutes were confirmed, under the item ``item_id`` of another meeting.

    One kept before goes, but not the record as it was when they first were.
    """
    venue, by = clean_line(confirmation.venue), clean_line(confirmation.by)
    row = (number, text_of(confirmation.on), venue, confirmation.minute, by, item_id)
    db.execute(
        "insert into confirmation(meeting_id, day, venue, minute, signed_by, item_id) values (?, ?, ?, ?, ?, ?) "
        "on conflict(meeting_id) do update set day = excluded.day, venue = excluded.venue, minute = excluded.minute, "
        "signed_by = excluded.signed_by, item_id = excluded.item_id",
        row,
    )


def keep_as_confirmed(db: sqlite3.Connection, record: Record, content: bytes, lines: Sequence[tuple[int, int]]) -> None:
    """Keep the record of a meeting just confirmed, packed, and which rows it was made of.

    ``lines`` are the lines in it: which of its item's, from 1, and its row.
    """
    number = record.meeting.id
    db.execute("update confirmation set record = ? where meeting_id = ?", (content, number))
    for statement in _IN_WHAT_WAS_CONFIRMED.split(";")[:-1]:
        db.execute(statement, {"number": number})
    db.executemany("update entry set confirmed_as = ? where id = ?", lines)
    db.execute(_AMENDED_IN_IT, (number,))


def rows_confirmed(db: sqlite3.Connection, number: int) -> dict[tuple[int, int], int]:
    """Return the rows of the lines that were confirmed, those taken out since too, by item and line of that record."""
    found = db.execute(
        "select item.confirmed_as, entry.confirmed_as, entry.id from entry join item on item.id = item_id "
        "where meeting_id = ? and item.confirmed_as is not null and entry.confirmed_as is not null",
        (number,),
    )
    return {(item, line): row for item, line, row in found}


def of_same_body(db: sqlite3.Connection, number: int) -> tuple[list[MeetingSummary], list[MeetingSummary]]:
    """Return the meetings of the same body before this one, the last of them first, and those after it, in order."""
    meetings.must_exist(db, number)
    found = [
        MeetingSummary(row, body, to_date(day), to_time(called), MeetingState(state), items)
        for row, body, day, called, state, items in db.execute(_OF_BODY, (number,))
    ]
    here = next(place for place, each in enumerate(found) if each.number == number)
    return found[:here][::-1], found[here + 1 :]
