"""What each key of the review does with the row it is pressed on: the quick fixes, chosen by what the row shows."""

from __future__ import annotations

from collections.abc import Callable

from clerk.importers import mending
from clerk.importers.mends import front as mending_front
from clerk.importers.mends import noise as mending_noise
from clerk.importers.mends.lines import CannotMend, minute_from, note_up_to, reworded
from clerk.importers.reading import Reading
from clerk.importers.source_places import letters
from clerk.terms import ItemKind
from screens.review_rows import Row, What, rows_of

Fix = Callable[[Reading, Row], Reading]
"""Gives the reading as mended at a row, or raises ``CannotMend`` with why it cannot be."""

_LINES = (What.NOTE, What.MINUTE)
_FRONT_FIXES = {
    "body": mending_front.with_body,
    "date": mending_front.with_date,
    "time": mending_front.with_time,
    "venue": mending_front.with_venue,
    "contact": mending_front.with_contact,
}


def join(reading: Reading, row: Row) -> Reading:
    """Join an item to the one above."""
    if row.what is not What.ITEM:
        raise CannotMend("Only an item is joined to the one above: put the mark on its title.")
    return mending.joined(reading, row.item)


def split(reading: Reading, row: Row) -> Reading:
    """Make a line an item, wherever it was kept."""
    if row.what in _LINES:
        return mending.split(reading, row.item, row.line)
    if row.what is What.FRONT:
        return mending_noise.item_of_note(reading, row.line)
    if row.what is What.LEFT_OUT:
        return mending_noise.item_of_noise(reading, row.line)
    raise CannotMend("Put the mark on a line below an item, or on one that was left out, to make it an item.")


def heading(reading: Reading, row: Row) -> Reading:
    """Make an item or a line of a note a heading; make a heading business."""
    if row.what is What.NOTE:
        return mending.as_heading(mending.split(reading, row.item, row.line), row.item + 1)
    if row.what is not What.ITEM:
        raise CannotMend("Put the mark on an item, or on a line of an agenda note, to make it a heading.")
    if reading.record.items[row.item].kind is ItemKind.HEADING:
        return mending.as_business(reading, row.item)
    return mending.as_heading(reading, row.item)


def number_on(reading: Reading, row: Row) -> Reading:
    """Number the items below on from this one."""
    return mending.numbered_on(reading, _item(row))


def minute(reading: Reading, row: Row) -> Reading:
    """Let the minute begin at a line of the note, or the note end at a line of the minute."""
    if row.what is What.NOTE:
        return minute_from(reading, row.item, row.line)
    if row.what is What.MINUTE:
        return note_up_to(reading, row.item, row.line)
    raise CannotMend("Put the mark on a line of an agenda note or of a minute.")


def drop(reading: Reading, row: Row) -> Reading:
    """Leave a line out."""
    if row.what in _LINES:
        return mending_noise.dropped(reading, row.item, row.line)
    if row.what is What.FRONT:
        return mending_noise.dropped_note(reading, row.line)
    if row.what is What.ITEM:
        return mending_noise.dropped_item(reading, row.item)
    if row.what is What.LEFT_OUT:
        raise CannotMend("This line is left out already; b puts it back.")
    raise CannotMend("This row cannot be dropped; e changes it.")


def put_back(reading: Reading, row: Row) -> Reading:
    """Put a line that was left out back where it stood."""
    if row.what is not What.LEFT_OUT:
        raise CannotMend("Put the mark on a line that was left out, at the end of the list.")
    return mending_noise.put_back(reading, row.line)


def about(reading: Reading, row: Row) -> Reading:
    """Make a line of an item one about the meeting."""
    if row.what not in _LINES:
        raise CannotMend("Put the mark on a line below an item.")
    return mending_noise.note_of_line(reading, row.item, row.line)


def seen(reading: Reading, row: Row) -> Reading:
    """Clear what was doubtful at a row."""
    if not row.doubts:
        raise CannotMend("Nothing is marked ? here; n goes on to what is.")
    for doubt in [reading.doubts[index] for index in row.doubts]:
        reading = mending_noise.seen(reading, doubt)
    return reading


def settled(fix: Fix) -> Fix:
    """Return a fix that clears what was doubtful at its row as well, for that was about the line being kept so."""
    return lambda reading, row: fix(seen(reading, row) if row.doubts else reading, row)


def numbered(number: str) -> Fix:
    """Return the fix that gives an item this number."""
    return lambda reading, row: mending.renumbered(reading, _item(row), number)


def worded(words: str) -> Fix:
    """Return the fix that gives a row these words."""

    def fix(reading: Reading, row: Row) -> Reading:
        if row.what is What.FIELD:
            return _FRONT_FIXES[row.label](reading, words)
        if row.what is What.ITEM:
            return mending.retitled(reading, row.item, words)
        return reworded(reading, row.item, row.line, words)

    return fix


def may_be_worded(row: Row) -> bool:
    """Whether the words of a row can be typed anew."""
    return row.what in (What.FIELD, What.ITEM, *_LINES)


def _item(row: Row) -> int:
    if row.what is not What.ITEM:
        raise CannotMend("Put the mark on an item.")
    return row.item


def row_after(before: list[Row], at: int, after: Reading, follow: bool) -> int:
    """Where the mark goes after a fix: with the words it was on, or (without ``follow``) to what comes next."""
    rows = rows_of(after)
    if follow:
        words = letters(before[at].text)
        near = sorted(range(len(rows)), key=lambda place: abs(place - at))
        found = next((place for place in near if words and _same(words, letters(rows[place].text))), None)
        if found is not None and abs(found - at) < 40:
            return found
    return max(0, min(at, len(rows) - 1))


def _same(words: str, others: str) -> bool:
    return words == others or (len(others) > 3 and (words.endswith(others) or others.endswith(words)))
