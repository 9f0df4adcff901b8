"""The people of published minutes: those on the roll, and the interests they declared."""

from __future__ import annotations

from dataclasses import replace

from clerk import notation, spans
from clerk.importers.minutes.minute_text import line_of
from clerk.importers.parts import Page, Section
from clerk.importers.people.attendance import Attended, attended
from clerk.importers.people.declared import declarations_in
from clerk.importers.reading import Doubt, Reading
from clerk.model import Entry, Item
from clerk.notation import Kind
from clerk.terms import MeetingState

_KEPT = "Those present were kept as a note"
_LINE_KEPT = "This line was kept as a note"
_COPIED = "markdown"


def with_people(reading: Reading, page: Page) -> Reading:
    """Put on the roll of published minutes who they say was there or not, and what they say was declared.

    Nothing is taken out of the text. A list of those present within an item becomes a private note there, for the roll
    prints it. Agendas are returned as they are.
    """
    record = reading.record
    if record.meeting.state is not MeetingState.DRAFT or record.presence:
        return reading
    # A copy of a printed page has the posts of one line beside the names of another.
    found = attended(page, roles=_COPIED not in reading.reader.lower())
    items = [_without_list(item, found, set(_lines(page, at))) for at, item in enumerate(record.items)]
    record = replace(record, items=tuple(items), presence=tuple(found.people))
    declared = declarations_in(record)
    doubts = [doubt for doubt in reading.doubts if not _is_settled(doubt, found)]
    doubts += found.doubts
    if declared:
        many = "declaration was" if len(declared) == 1 else "declarations were"
        doubts.append(Doubt(f"{len(declared)} {many} read from the minutes; check who declared what."))
    doubts.sort(key=lambda doubt: doubt.line or 0)
    return replace(reading, record=replace(record, declarations=declared), doubts=tuple(doubts))


def _is_settled(doubt: Doubt, found: Attended) -> bool:
    """Whether a doubt asks for what has been done: the lines of the list are a note, and on the roll as well."""
    if doubt.message.startswith(_KEPT):
        return bool(found.people)
    return doubt.message.startswith(_LINE_KEPT) and doubt.line in found.lines


def _lines(page: Page, at: int) -> list[str]:
    """The lines of the list of those present that stand in an item of the page."""
    item = page.items[at]
    blocks = [*item.blocks(Section.MINUTES), *item.blocks(Section.AGENDA)]
    return [block.text for block in blocks]


def _without_list(item: Item, found: Attended, texts: set[str]) -> Item:
    """Make private notes of an item's lines that the roll will print."""
    listed = {_bare(text) for text in texts & found.present}
    entries = [_as_note(entry) if _said(entry) in listed else entry for entry in item.entries]
    return replace(item, entries=tuple(entries))


def _as_note(entry: Entry) -> Entry:
    return replace(entry, line=line_of(Kind.NOTE, _said(entry)))


def _said(entry: Entry) -> str:
    return _bare(spans.printed(notation.parse(entry.line).text))


def _bare(text: str) -> str:
    return text.strip().lstrip("•·*- ").strip()
