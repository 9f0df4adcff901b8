"""The actions of each line, followed as the line is edited, and where they stand."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from clerk import notation
from clerk.actions import progress
from clerk.actions.progress import ActionStatus, Standing
from clerk.model import Presence
from clerk.notation import Kind
from clerk.records.moments import to_date

_COLUMNS = "action.id, words, status, since, action.note"
_OF_MEETING = f"""
    select entry_id, {_COLUMNS}
    from item cross join entry on item_id = item.id and gone is null
    cross join action on entry_id = entry.id and place is not null
    where meeting_id = ? order by entry_id, place
"""
_OF_ITEM = f"""
    select entry_id, {_COLUMNS}
    from entry cross join action on entry_id = entry.id and place is not null
    where item_id = ? and gone is null order by entry_id, place
"""
_OF_LINE = f"select {_COLUMNS} from action where entry_id = ? and place is not null order by place"
_GONE = f"select {_COLUMNS} from action where entry_id = ? and place is null order by id"
_OF_CONFIRMED = f"""
    select entry_id, {_COLUMNS}
    from item cross join entry on item_id = item.id and entry.confirmed_as is not null
    cross join action on entry_id = entry.id
    where meeting_id = ? and item.confirmed_as is not null order by entry_id, place is null, place, action.id
"""
_ROLL = """
    select name, initials
    from entry join item on item.id = item_id join presence on presence.meeting_id = item.meeting_id
    where entry.id = ? order by presence.position
"""
_LINES = "select id, line from entry where item_id = ? and gone is null order by position"


def load(db: sqlite3.Connection, item_id: int) -> dict[int, tuple[Standing, ...]]:
    """Return where the actions of an item stand, by line."""
    return _by_line(db, _OF_ITEM, item_id)


def load_all(db: sqlite3.Connection, number: int) -> dict[int, tuple[Standing, ...]]:
    """Return where the actions of a meeting stand, by line."""
    return _by_line(db, _OF_MEETING, number)


def of_confirmed(db: sqlite3.Connection, number: int) -> dict[int, tuple[Standing, ...]]:
    """Return where all actions stand that the lines of confirmed minutes ever had, by line: the present ones first.

    A line, or an action in it, may have been taken out since.
    """
    return _by_line(db, _OF_CONFIRMED, number)


def of_line(db: sqlite3.Connection, entry_id: int) -> tuple[Standing, ...]:
    """Return where the actions of one line stand."""
    return tuple(_standing(*row) for row in db.execute(_OF_LINE, (entry_id,)))


def one(db: sqlite3.Connection, number: int) -> Standing:
    """Return where an action stands that is known to be there."""
    return _standing(*db.execute(f"select {_COLUMNS} from action where id = ?", (number,)).fetchone())


def follow(db: sqlite3.Connection, entry_id: int, line: str, known: tuple[Standing, ...]) -> tuple[Standing, ...]:
    """Know the actions of a line again now that it says ``line``, and return where they stand.

    ``known`` are those it had. A new one gets the next number; one that is no longer there keeps its number and what
    was reported of it, for the day its words come back.
    """
    words = _words(db, entry_id, line)
    if [each.words for each in known] == list(words):
        return known
    if len(known) == len(words) == 1:
        # What happens at each key typed in an action.
        db.execute("update action set words = ? where id = ?", (words[0], known[0].number))
        return (replace(known[0], words=words[0]),)
    partners = progress.continued([each.words for each in known], words)
    for index, each in enumerate(known):
        if index not in partners:
            db.execute("update action set place = null where id = ?", (each.number,))
    gone = [_standing(*row) for row in db.execute(_GONE, (entry_id,))] if None in partners else []
    pairs = enumerate(zip(words, partners, strict=True))
    return tuple(
        _put(db, entry_id, place, said, known[partner] if partner is not None else _taken(gone, said))
        for place, (said, partner) in pairs
    )


def follow_item(db: sqlite3.Connection, item_id: int) -> None:
    """Give the actions of a new item their numbers."""
    for row, line in db.execute(_LINES, (item_id,)).fetchall():
        if progress.words_of(line):
            follow(db, row, line, of_line(db, row))


def _words(db: sqlite3.Connection, entry_id: int, line: str) -> tuple[str, ...]:
    """The words of each action of a line; only those that may be of several people want the roll."""
    words = progress.words_of(line)
    if len(words) != 1 or ";" not in words[0] or notation.parse(line).kind is not Kind.ACTION:
        return words
    from clerk.people import owners  # a start shows lines, and follows none

    roll = [Presence(name, initials=letters) for name, letters in db.execute(_ROLL, (entry_id,))]
    return owners.tasks_apart(words[0], roll)


def _by_line(db: sqlite3.Connection, query: str, key: int) -> dict[int, tuple[Standing, ...]]:
    found: dict[int, tuple[Standing, ...]] = {}
    for entry_id, *row in db.execute(query, (key,)):
        found[entry_id] = (*found.get(entry_id, ()), _standing(*row))
    return found


def _standing(number: int, words: str, status: str, since: str | None, note: str) -> Standing:
    return Standing(number, words, ActionStatus(status), to_date(since), note)


def _taken(gone: list[Standing], words: str) -> Standing | None:
    """Take from those a line no longer had the one that has come back, if one has."""
    index = progress.recalled(words, [each.words for each in gone])
    return None if index is None else gone.pop(index)


def _put(db: sqlite3.Connection, entry_id: int, place: int, words: str, known: Standing | None) -> Standing:
    if known:
        db.execute("update action set place = ?, words = ? where id = ?", (place, words, known.number))
        return replace(known, words=words)
    added = db.execute("insert into action(entry_id, place, words) values (?, ?, ?)", (entry_id, place, words))
    return Standing(added.lastrowid or 0, words)
