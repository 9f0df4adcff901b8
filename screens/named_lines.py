"""Every line of a meeting with the name it goes by: "36(ii)", "36 RESOLVED (a)", "36 ACTION"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clerk import notation
from clerk.afterwards.citing import cited
from clerk.model import Entry, Record
from clerk.notation import Kind


@dataclass(frozen=True)
class NamedLine:
    """One line that says something."""

    at: int
    """Place of its item, from 0."""
    line: int
    """Which line of the item's page, from 0."""
    start: int
    """Where its words start in the line, in characters."""
    name: str
    """How it is cited."""
    text: str
    """Its words, without the prefix."""
    entry: Entry
    """The line itself, with its times."""


def named_lines(record: Record) -> Iterator[NamedLine]:
    """Every line of the meeting's pages that is not blank, in order."""
    for at, (item, number) in enumerate(zip(record.items, record.minute_numbers(), strict=True)):
        called = "" if number is None else str(number)
        numbered = notation.number(entry.line for entry in item.entries)
        for line, (entry, each) in enumerate(zip(item.entries, numbered, strict=True)):
            if each.line.kind is not Kind.BLANK:
                yield NamedLine(at, line, each.line.start, cited(called, each), each.line.text, entry)
