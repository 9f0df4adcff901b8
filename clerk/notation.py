"""The notation: what the start of a line in a minute says that line is.

A minute is one page of plain text. A line is a paragraph; its prefix makes it a point, a resolution, an action
and so on. Nothing here changes a line: parsing reads it, and the page that was typed is the page that is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class Kind(StrEnum):
    """What a line of a minute is."""

    BLANK = "blank"
    PARAGRAPH = "paragraph"
    POINT = "point"
    SUBPOINT = "sub-point"
    HEADING = "sub-heading"
    QUOTATION = "quotation"
    RESOLVED = "resolved"
    RECOMMENDED = "recommended"
    MOTION = "motion"
    AMENDMENT = "amendment"
    VOTE = "vote"
    ACTION = "action"
    QUERY = "query"
    NOTE = "private note"
    POST_MEETING = "post-meeting note"
    SUMMARY = "public summary"


PREFIXES: dict[Kind, str] = {
    Kind.POINT: "- ",
    Kind.SUBPOINT: "-- ",
    Kind.HEADING: "# ",
    Kind.QUOTATION: "> ",
    Kind.RESOLVED: "R: ",
    Kind.RECOMMENDED: "RC: ",
    Kind.MOTION: "M: ",
    Kind.AMENDMENT: "AM: ",
    Kind.VOTE: "V: ",
    Kind.ACTION: "A: ",
    Kind.QUERY: "Q: ",
    Kind.NOTE: "N: ",
    Kind.POST_MEETING: "PM: ",
    Kind.SUMMARY: "S: ",
}
"""What each kind of line starts with, as Clerk writes it. A paragraph starts with nothing."""

DECISIONS = (Kind.RESOLVED, Kind.RECOMMENDED)
"""The kinds whose lines, several in a row, are limbs (a), (b), ... of one decision."""

LISTS = (Kind.POINT, Kind.SUBPOINT, *DECISIONS)
"""The kinds that Enter continues on the next line."""

UNPRINTED = (Kind.BLANK, Kind.QUERY, Kind.NOTE, Kind.SUMMARY)
"""The kinds that print nothing in the minutes, and so do not interrupt a run of limbs."""

BELOW = (Kind.SUBPOINT, Kind.QUOTATION)
"""The kinds that stand below the line before them, and so may stand below a limb without ending its decision."""

_NUMERALS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_BY_LETTERS = {prefix[:-2]: kind for kind, prefix in PREFIXES.items() if prefix.endswith(": ")}
_LETTERS = re.compile(r"[ \t]*(RC|R|AM|M|V|A|Q|N|PM|S):[ \t]*", re.IGNORECASE)
# A dash or hash with no space after it is taken for a prefix only before a letter: "-5" and "#3" are prose.
_SIGN = re.compile(r"[ \t]*(--|[-#>])(?:[ \t]+|(?=[^\W\d_])|$)")
_BY_SIGN = {"-": Kind.POINT, "--": Kind.SUBPOINT, "#": Kind.HEADING, ">": Kind.QUOTATION}


class Line(NamedTuple):
    """A line of a minute, read."""

    kind: Kind
    """What its prefix says it is."""
    text: str
    """The words without the prefix (and without the escape, for a paragraph)."""
    start: int = 0
    """Where the words start in the line as typed, in characters."""


@lru_cache(maxsize=4096)
def parse(line: str) -> Line:
    """Read one line. Any text is some line: what has no prefix is a paragraph."""
    if not line or line.isspace():
        return Line(Kind.BLANK, "", len(line))
    if line.startswith("\\") and _needs_escape(line[1:]):
        return Line(Kind.PARAGRAPH, line[1:], 1)
    match = _LETTERS.match(line)
    if match:
        return Line(_BY_LETTERS[match[1].upper()], line[match.end() :], match.end())
    match = _SIGN.match(line)
    if match:
        return Line(_BY_SIGN[match[1]], line[match.end() :], match.end())
    return Line(Kind.PARAGRAPH, line, 0)


def write(kind: Kind, text: str) -> str:
    """Write one line of a kind. ``parse(write(kind, text))`` gives both back (leading spaces apart)."""
    if kind is Kind.PARAGRAPH:
        return escape(text)
    return PREFIXES.get(kind, "") + text


def escape(text: str) -> str:
    """Return ``text`` as a paragraph's line, with a backslash in front if it would otherwise be read as a prefix."""
    return "\\" + text if _needs_escape(text) else text


def _needs_escape(text: str) -> bool:
    if _LETTERS.match(text) or _SIGN.match(text):
        return True
    return text.startswith("\\") and _needs_escape(text[1:])


def turn(line: str, kind: Kind) -> str:
    """Return ``line`` made into ``kind``; a line of that kind already becomes a paragraph again."""
    now = parse(line)
    text = now.text if now.kind is not Kind.BLANK else ""
    if now.kind is kind:
        return escape(text)
    return write(kind, text)


def lines_of(page: str) -> list[str]:
    """Split a page into its lines. An empty page has none."""
    return page.split("\n") if page else []


def roman(number: int) -> str:
    """Write a whole number from 1 in small Roman numerals: 4 is ``iv``."""
    out = ""
    for value, letters in _NUMERALS:
        out += letters * (number // value)
        number %= value
    return out


def letter(number: int) -> str:
    """Write a whole number from 1 in letters as Word does: 1 is ``a``, 27 is ``aa``, 28 is ``bb``."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


class Numbered(NamedTuple):
    """A line with its place in the numbering of its item."""

    line: Line
    """The line read."""
    number: int = 0
    """Of a point (from 1 through the item) or of a limb (from 1 in its decision); 0 for other lines."""
    limbs: int = 0
    """How many limbs the decision has; 0 for a line that is not a limb."""


def number(lines: Iterable[str]) -> list[Numbered]:
    """Read an item's lines and number them.

    Points run on through the item, for later minutes cite "minute 39(ii)"; limbs start again in each decision. A
    decision is a run of resolved (or of recommended) lines that only unprinted lines, sub-points and quotations may
    interrupt.
    """
    numbered: list[Numbered] = []
    points = 0
    run: list[int] = []
    for index, text in enumerate(lines):
        line = parse(text)
        if run and line.kind not in (*UNPRINTED, *BELOW) and line.kind is not numbered[run[0]].line.kind:
            _close(numbered, run)
        if line.kind is Kind.POINT:
            points += 1
            numbered.append(Numbered(line, points))
        elif line.kind in DECISIONS:
            run.append(index)
            numbered.append(Numbered(line, len(run)))
        else:
            numbered.append(Numbered(line))
    _close(numbered, run)
    return numbered


def _close(numbered: list[Numbered], run: list[int]) -> None:
    for index in run:
        numbered[index] = Numbered(numbered[index].line, numbered[index].number, len(run))
    run.clear()


_LABELS = {
    Kind.SUBPOINT: "•",
    Kind.HEADING: "heading",
    Kind.QUOTATION: "quote",
    Kind.MOTION: "MOTION",
    Kind.AMENDMENT: "AMENDMENT",
    Kind.VOTE: "VOTE",
    Kind.ACTION: "ACTION",
    Kind.QUERY: "QUERY",
    Kind.NOTE: "note",
    Kind.POST_MEETING: "post-mtg",
    Kind.SUMMARY: "public",
}


def labels(lines: Sequence[str]) -> list[str]:
    """Return what the gutter shows beside each line: ``(ii)``, ``RESOLVED``, ``(b)``, ``ACTION``, or nothing."""
    return [label(numbered) for numbered in number(lines)]


def label(numbered: Numbered) -> str:
    """Return the gutter label of one numbered line."""
    kind = numbered.line.kind
    if kind is Kind.POINT:
        return f"({roman(numbered.number)})"
    if kind in DECISIONS:
        word = kind.value.upper()
        if numbered.limbs == 1:
            return word
        limb = f"({letter(numbered.number)})"
        return f"{word} {limb}" if numbered.number == 1 else limb
    return _LABELS.get(kind, "")
