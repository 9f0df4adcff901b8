"""What was read, as the rows of the review: the front page, the items with their lines, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from clerk.importers.mends.lines import lines_of, text_of
from clerk.importers.mends.noise import place_of_noise
from clerk.importers.reading import Reading
from clerk.importers.source_places import item_at, letters, place_of_item, place_of_line, place_of_words
from clerk.language.dates import say_date, say_time
from clerk.model import Document, Item
from clerk.notation import lines_of as note_lines
from clerk.terms import ItemKind


class What(Enum):
    """What a row of the review shows."""

    DOUBT = auto()
    FIELD = auto()
    FRONT = auto()
    ITEM = auto()
    PAPER = auto()
    NOTE = auto()
    MINUTE = auto()
    LEFT_OUT = auto()


@dataclass(frozen=True)
class Row:
    """One row of what was read."""

    what: What
    """What it shows."""
    label: str
    """What stands before it: an item's number, or what the line is."""
    text: str
    """Its words."""
    item: int = -1
    """The item it belongs to, from 0; -1 for none."""
    line: int = 0
    """Which line of the item, of the meeting's note or of what was left out it is, from 0."""
    doubts: tuple[int, ...] = field(default=(), compare=False)
    """The doubts about it, as places in the reading's."""


FIELDS = ("body", "date", "time", "venue", "contact")
"""What the front page says, a row each."""


def rows_of(reading: Reading) -> list[Row]:
    """Return every row of a reading, with the doubts where they belong; those of the whole file come first."""
    rows = [*_front(reading), *_items(reading), *_left_out(reading)]
    whole: list[Row] = []
    starts = {row.item: at for at, row in enumerate(rows) if row.what is What.ITEM}
    for index, doubt in enumerate(reading.doubts):
        at = _row_at(reading, rows, starts, doubt.line) if doubt.line else None
        if at is None:
            whole.append(Row(What.DOUBT, "file", doubt.message, doubts=(index,)))
        else:
            rows[at] = replace(rows[at], doubts=(*rows[at].doubts, index))
    return [*whole, *rows]


def field_of(reading: Reading, name: str) -> str:
    """Return what the front page was read to say of something; empty when it says nothing."""
    body, meeting = reading.record.body, reading.record.meeting
    said = {
        "body": body.name,
        "date": say_date(meeting.date) if meeting.date else "",
        "time": say_time(meeting.time) if meeting.time is not None else "",
        "venue": meeting.venue,
        "contact": meeting.contact,
    }
    return said[name]


def _front(reading: Reading) -> Iterator[Row]:
    for name in FIELDS:
        yield Row(What.FIELD, name, field_of(reading, name) or "(none)")
    for line, text in enumerate(note_lines(reading.record.meeting.note)):
        yield Row(What.FRONT, "about", text, line=line)


def _items(reading: Reading) -> Iterator[Row]:
    for at, item in enumerate(reading.record.items):
        yield Row(What.ITEM, _number(item), item.title, at)
        for paper in item.documents:
            yield Row(What.PAPER, "paper", _paper(paper), at)
        for line, each in enumerate(lines_of(item)):
            what = What.MINUTE if each.minute else What.NOTE
            yield Row(what, "minute" if each.minute else "note", each.text, at, line)


def _number(item: Item) -> str:
    if item.kind is ItemKind.HEADING:
        return "heading"
    return item.agenda_number or "no no."


def _paper(paper: Document) -> str:
    parts = [paper.kind.value if not paper.title else paper.title, paper.presenter, paper.post, paper.organisation]
    return ", ".join(part for part in parts if part)


def _left_out(reading: Reading) -> Iterator[Row]:
    for at, text in enumerate(reading.noise):
        yield Row(What.LEFT_OUT, "left out", text, line=at)


def _row_at(reading: Reading, rows: list[Row], starts: dict[int, int], line: int) -> int | None:
    """The row that shows a line of the file; failing that its item, or nothing when the line is of no item."""
    said = letters(next((each.text for each in reading.source if each.line == line), ""))
    item = item_at(reading, line)
    if item is None:
        return next((at for at, row in enumerate(rows) if row.item < 0 and said and _says(row, said)), None)
    start = starts[item]
    if place_of_item(reading, item) == line:
        return start
    below = range(start + 1, len(rows))
    for at in below:
        if rows[at].item != item:
            break
        if said and _says(rows[at], said):
            return at
    return start


def _says(row: Row, said: str) -> bool:
    words = letters(row.text)
    return bool(words) and (words in said or said in words)


def place_of(reading: Reading, row: Row) -> int | None:
    """Return the line of the file a row was read from; None when it is not known."""
    if row.what is What.DOUBT:
        return reading.doubts[row.doubts[0]].line if row.doubts else None
    if row.what in (What.NOTE, What.MINUTE):
        return place_of_line(reading, row.item, row.line)
    if row.what is What.LEFT_OUT:
        return place_of_noise(reading, row.line)
    begin = place_of_item(reading, row.item) if row.item >= 0 else None
    if row.what is What.ITEM:
        return begin or place_of_words(reading.source, row.text)
    words = row.text.split(", ")[0] if row.what is What.PAPER else row.text
    return place_of_words(reading.source, words, begin) or _date_place(reading, row) or begin


def _date_place(reading: Reading, row: Row) -> int | None:
    """The line that gives the day or the time, which the file may write in another way."""
    from clerk.language.dates import read_date, read_time

    meeting = reading.record.meeting
    if row.label == "date" and meeting.date:
        return next((each.line for each in reading.source if read_date(each.text) == meeting.date), None)
    if row.label == "time" and meeting.time is not None:
        return next((each.line for each in reading.source if read_time(each.text) == meeting.time), None)
    return None


def words_of_line(reading: Reading, row: Row) -> str:
    """Return the words of a row as an officer would put them right."""
    if row.what is What.FIELD:
        return field_of(reading, row.label)
    if row.what is What.NOTE:
        return text_of(lines_of(reading.record.items[row.item])[row.line])
    return row.text
