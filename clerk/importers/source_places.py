"""Where in the file something that was read stands: found by its words, near where its item begins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from clerk.importers.mends.lines import lines_of, text_of
from clerk.importers.reading import Reading, SourceLine

_ENOUGH = 24
"""Letters that two lines must have in common at their beginning to be taken for one, if neither holds the other."""


def place_of_item(reading: Reading, at: int) -> int | None:
    """Return the line of the file on which the title of an item (from 0) stands; None when it is not known."""
    return reading.begins[at] if at < len(reading.begins) else None


def place_of_line(reading: Reading, at: int, line: int) -> int | None:
    """Return the line of the file on which a line of an item stands; failing that, where the item begins."""
    words = text_of(lines_of(reading.record.items[at])[line])
    begin = place_of_item(reading, at)
    return place_of_words(reading.source, words, begin, end_of_item(reading, at)) or begin


def end_of_item(reading: Reading, at: int) -> int | None:
    """Return the line of the file on which the next item begins; None when there is none, or it is not known."""
    return next((begin for begin in reading.begins[at + 1 :] if begin is not None), None)


def item_at(reading: Reading, line: int) -> int | None:
    """Return which item (from 0) a line of the file belongs to; None for one above the first."""
    found = [(begin, at) for at, begin in enumerate(reading.begins) if begin is not None and begin <= line]
    return max(found)[1] if found else None


def place_of_words(
    source: Iterable[SourceLine], words: str, begin: int | None = None, end: int | None = None
) -> int | None:
    """Return the first line that says this, from line ``begin`` on and before ``end``; None when none does."""
    wanted = letters(words)
    if not wanted:
        return None
    near: int | None = None
    for each in source:
        if (begin is not None and each.line < begin) or (end is not None and each.line >= end):
            continue
        there = letters(each.text)
        if wanted in there or (len(there) >= _ENOUGH and there in wanted):
            return each.line
        if near is None and len(wanted) >= _ENOUGH and wanted[:_ENOUGH] in there:
            near = each.line
    return near


@lru_cache(maxsize=8192)
def letters(text: str) -> str:
    """The letters and figures of a text, to compare by."""
    return re.sub(r"[\W_]+", "", text).casefold()
