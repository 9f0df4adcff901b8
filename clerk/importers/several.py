"""A minutes book: one file with the minutes of several meetings, one after the other.

A meeting begins where a line names a day as the heading of minutes does ("Minutes of the meeting of the Council held on
3 March 2025", "Council - Monday 3 March 2025", a date alone), those present or the first business follow, and the same
headings come again as under the other such lines. A list of future meetings, or the minutes of the last meeting among
the business, have none of that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from clerk.importers.furniture import section_of
from clerk.importers.heading import is_bare_date, is_heading, names_body
from clerk.importers.parts import Block
from clerk.kinds import kind_of
from clerk.language import dates
from clerk.terms import ItemKind

_NUMBER = re.compile(r"\(?(?:\d{1,4}(?:\.\d{1,3})*[a-z]?|[a-z]|[ivx]{1,4})[.):]\s+|[•·▪o–-]\s+", re.IGNORECASE)
_FIRST = re.compile(r"(?:item\s+)?\(?0?1(?:\.0|/\d\d)?[.):]?\s+(?P<title>\S.*)", re.IGNORECASE)
_LABELLED = re.compile(r"(?:date(?: of (?:the )?meeting)?|meeting(?: date)?|held(?: on)?|when)\s*:?\s*", re.IGNORECASE)
_HELD = re.compile(
    r"(?:(?:draft |signed |approved )?(?:minutes|notes|record|proceedings)\b.*|(?:an? |the )?(?:\w+ ){0,3}meeting\b.*"
    r"|(?:which was )?held\b.*)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\b(?:were|was (?!held)|be|is|are|that|agreed|approved|signed|received|noted)\b", re.IGNORECASE)
_ROLL = re.compile(
    r"\W*(?:\w+ ){0,2}(?:present|attendees?|attendance|attending|apologies|in the chair|chaired by)\b", re.I
)
_ABOVE = re.compile(r"(?:draft |signed )?(?:minutes|notes|record|proceedings|notice)\b", re.IGNORECASE)
_LONGEST = 200
"""Characters of a line of a heading, or of the label that begins one."""
_NEAR = 15
"""Within how many lines below its heading a meeting says who was there, or begins its business."""
_TITLE_LINES = 6
"""How many lines a heading may have above the day."""
_SHARED = 2
"""How many headings must come again in the other meetings."""
MOST_MEETINGS = 500
"""Meetings in one file: a council's minutes of ten years are some hundred."""


class Opening(NamedTuple):
    """Where a meeting begins in a file."""

    start: int
    """The first line of its heading, by its place among the lines."""
    at: int
    """The line that says the day."""
    day: date
    """The day."""


class Book(NamedTuple):
    """The meetings of one file."""

    openings: tuple[Opening, ...]
    """Where they begin; at least two."""
    labels: frozenset[str]
    """The headings that come again and again, in small letters, without numbers."""

    def place(self, index: int, lines: int) -> range:
        """Which of the file's lines are those of a meeting, counted from 0."""
        end = self.openings[index + 1].start if index + 1 < len(self.openings) else lines
        return range(self.openings[index].start, end)


def book_of(lines: Sequence[Block]) -> Book | None:
    """Find the meetings in a file's lines; None when it holds but one, or none that can be told."""
    found = _openings(lines)
    if not 1 < len(found) <= MOST_MEETINGS:
        return None
    book = Book(tuple(found), frozenset())
    labels = _shared(lines, book)
    standing = [label for label in labels if _ROLL.match(label) or kind_of(label) is not ItemKind.ORDINARY]
    if len(labels) < _SHARED or not standing:
        return None
    # A title page has a day too, that of the book, but few of the headings.
    if len(found) > 2 and _held(lines, book.place(0, len(lines)), labels) * 2 <= len(labels):
        found = found[1:]
    return Book(tuple(_with_titles(lines, found)), labels)


def without_mark(text: str) -> str:
    """Return a line without the numbers and bullets in front of it."""
    while match := _NUMBER.match(text):
        text = text[match.end() :]
    return text


def label_of(text: str) -> str:
    """Return a line as a heading to compare: without its number, in small letters, and only what is before a colon."""
    if len(text) > _LONGEST and ":" not in text[:_LONGEST]:
        return ""
    bare = without_mark(text[:_LONGEST])
    before, colon, _ = bare.partition(":")
    said = before if colon and len(before) < 60 else bare
    return " ".join(re.findall(r"[^\W\d_]+", said.casefold())) if len(said) < 80 else ""


def begins_label(text: str, labels: frozenset[str]) -> str:
    """Return the title of an item that a line begins, one of the ``labels``; empty when it begins none.

    Those present, and what a colon leads to a day or a time, are no items.
    """
    if _ROLL.match(without_mark(text[:_LONGEST])) or label_of(text) not in labels or not label_of(text):
        return ""
    title, _, rest = without_mark(text).partition(":")
    return "" if rest.strip()[:1].isdigit() or _opens(text) else title.strip()


def _openings(lines: Sequence[Block]) -> list[Opening]:
    """The lines that open a meeting, each of another day than the one before."""
    dated = [(at, day) for at, line in enumerate(lines) if (day := _opens(line.text))]
    found: list[Opening] = []
    for index, (at, day) in enumerate(dated):
        after = min(dated[index + 1][0] if index + 1 < len(dated) else len(lines), at + 1 + _NEAR)
        if _begins(lines[at + 1 : after]) and not (found and found[-1].day == day):
            found.append(Opening(at, at, day))
    return found


def _opens(text: str) -> date | None:
    """The day that a line says as the heading of minutes does; None for any other line."""
    if len(text) > _LONGEST:
        return None
    found = dates.find_date(text)
    if not found:
        return None
    label = _LABELLED.match(text)
    bare = text[label.end() :] if label else text
    if is_bare_date(bare) and not re.search(r"[^\W\d_]{3,}", re.sub(r"(?i)\b(?:at|from|pm|am)\b", "", _behind(bare))):
        return found.date
    if _NUMBER.match(text) or text.endswith(("?", ";")):
        return None
    told = _SENTENCE.search(text[: found.start]) or _SENTENCE.search(text[found.end :])
    return found.date if not told and (_HELD.fullmatch(text) or is_heading(text)) else None


def _behind(text: str) -> str:
    found = dates.find_date(text)
    return text[found.end :] if found else ""


def _begins(lines: Sequence[Block]) -> bool:
    """Whether those present, or the first of the business, stand in these lines."""
    for line in lines:
        first = _FIRST.fullmatch(line.text)
        if _ROLL.match(line.text) or (first and kind_of(first["title"]) is not ItemKind.ORDINARY):
            return True
    return False


def _shared(lines: Sequence[Block], book: Book) -> frozenset[str]:
    """The short lines that most of the meetings have."""
    count: Counter[str] = Counter()
    for index in range(len(book.openings)):
        part = book.place(index, len(lines))
        count.update({label_of(lines[at].text) for at in part if _may_be_label(lines[at].text)})
    most = max(2, (len(book.openings) * 3 + 4) // 5)
    return frozenset(label for label, times in count.items() if times >= most and len(label) > 3)


def _held(lines: Sequence[Block], part: range, labels: frozenset[str]) -> int:
    return len(labels & {label_of(lines[at].text) for at in part})


def _may_be_label(text: str) -> bool:
    return (
        not text.endswith((".", ";", ","))
        and not section_of(text)
        and not re.match(r"(?:RESOLVED|RECOMMENDED|Resolved|Agreed)\b", text)
        and "|" not in text
    )


def _with_titles(lines: Sequence[Block], found: list[Opening]) -> list[Opening]:
    """Let each meeting begin with what stands above its day: the council's name, "Minutes of the meeting"."""
    above = Counter(label for opening in found for label in {*_above(lines, opening.at)} if label)
    settled: list[Opening] = []
    for opening in found:
        start, least = opening.at, settled[-1].at + 1 if settled else 0
        while start > max(least, opening.at - _TITLE_LINES) and _is_above(lines[start - 1].text, above):
            start -= 1
        settled.append(opening._replace(start=start))
    return settled


def _above(lines: Sequence[Block], at: int) -> list[str]:
    return [label_of(line.text) for line in lines[max(0, at - _TITLE_LINES) : at]]


def _is_above(text: str, above: Counter[str]) -> bool:
    if len(text) > 120 or _NUMBER.match(text) or text.endswith((".", ";", ",", "?")):
        return False
    return bool(_ABOVE.match(text)) or names_body(text) or above[label_of(text)] > 1
