"""The lines of an item that was read: its agenda note and its minute, and what is moved between the two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from clerk import notation, spans
from clerk.importers.minutes.minute_text import line_of as literal
from clerk.importers.minutes.minute_text import to_notation
from clerk.importers.reading import Reading
from clerk.language.text import clean_line
from clerk.model import Entry, Item
from clerk.notation import Kind

_LABELS = {Kind.RESOLVED: "RESOLVED: ", Kind.RECOMMENDED: "RECOMMENDED: ", Kind.ACTION: "ACTION: "}
"""How what a line's letter stands for is said in an agenda note, as published minutes say it."""


class CannotMend(Exception):  # noqa: N818 - it reads as a state, which is what the officer is told
    """A fix that cannot be made here; the message is one sentence for the officer."""


@dataclass(frozen=True)
class ItemLine:
    """One line below an item's title."""

    text: str
    """As it stands in the record: words of the agenda, or a line of notation."""
    entry: Entry | None = None
    """The line of the minute it is; None for one of the agenda note."""

    @property
    def minute(self) -> bool:
        """Whether it is part of the minute."""
        return self.entry is not None


def lines_of(item: Item) -> tuple[ItemLine, ...]:
    """Return the lines of an item: those of its agenda note, then those of its minute."""
    note = [ItemLine(line) for line in notation.lines_of(item.note)]
    return (*note, *(ItemLine(entry.line, entry) for entry in item.entries))


def note_of(lines: Iterable[ItemLine]) -> str:
    """Return those of some lines that are agenda note, as the note of an item."""
    return "\n".join(line.text for line in lines if not line.minute)


def line_of(text: str, *, minute: bool) -> ItemLine:
    """Return words as a line of a minute, or of an agenda note."""
    return ItemLine(text, entry_of(text)) if minute else ItemLine(text)


def entry_of(text: str) -> Entry:
    """Return words as a paragraph of a minute, whatever they look like."""
    return Entry(literal(Kind.PARAGRAPH, text))


def text_of(line: ItemLine) -> str:
    """Return the words of a line as an agenda or published minutes would have them: "RESOLVED: That ...".

    A letter that has no such word stays ("V: agreed"), and so does a part of a sentence marked as an action.
    """
    if not line.minute:
        return line.text
    read = notation.parse(line.text)
    words = read.text if spans.marked(read.text) else spans.printed(read.text)
    if read.kind is Kind.PARAGRAPH:
        return words
    return _LABELS.get(read.kind, notation.PREFIXES.get(read.kind, "")) + words


def with_lines(item: Item, lines: Sequence[ItemLine]) -> Item:
    """Return an item with these lines in place of its own."""
    return replace(item, note=note_of(lines), entries=tuple(line.entry for line in lines if line.entry))


def replaced(reading: Reading, at: int, item: Item) -> Reading:
    """Put another item in place of the one at ``at``."""
    items = reading.record.items
    return replace(reading, record=replace(reading.record, items=(*items[:at], item, *items[at + 1 :])))


def minute_from(reading: Reading, at: int, line: int) -> Reading:
    """Make a line of an item's agenda note, and those of the note below it, the beginning of its minute.

    Published wording ("RESOLVED: That ...") becomes notation where no word is lost by it.
    """
    item = reading.record.items[at]
    lines = lines_of(item)
    if lines[line].minute:
        raise CannotMend("This line is part of the minute already.")
    first = next((place for place, each in enumerate(lines) if each.minute), len(lines))
    moving = [each.text for each in lines[line:first]]
    entries = tuple(Entry(each) for each in _as_minute(moving))
    return replaced(reading, at, replace(item, note=note_of(lines[:line]), entries=(*entries, *item.entries)))


def note_up_to(reading: Reading, at: int, line: int) -> Reading:
    """Make a line of an item's minute, and those of the minute above it, the end of its agenda note."""
    item = reading.record.items[at]
    lines = lines_of(item)
    if not lines[line].minute:
        raise CannotMend("This line is part of the agenda note already.")
    note = [each.text for each in lines if not each.minute]
    note += [text_of(each) for each in lines[: line + 1] if each.minute]
    entries = tuple(each.entry for each in lines[line + 1 :] if each.entry)
    return replaced(reading, at, replace(item, note="\n".join(note), entries=entries))


def _as_minute(texts: Sequence[str]) -> list[str]:
    plain = [literal(Kind.PARAGRAPH, text) for text in texts]
    read = to_notation(texts).lines
    return read if _words_of(read) == _words_of(plain) else plain


def _words_of(lines: Iterable[str]) -> Counter[str]:
    words = (text_of(ItemLine(line, Entry(line))) for line in lines)
    return Counter(re.findall(r"\w+", " ".join(words)))


def reworded(reading: Reading, at: int, line: int, text: str) -> Reading:
    """Give a line other words; a line of a minute is notation, as typed."""
    item = reading.record.items[at]
    lines = list(lines_of(item))
    words = clean_line(text)
    if not words:
        raise CannotMend("A line needs words; drop it instead.")
    lines[line] = ItemLine(words, replace(entry, line=words)) if (entry := lines[line].entry) else ItemLine(words)
    return replaced(reading, at, with_lines(item, lines))
