"""Which lines of a Markdown file begin an item: numbered headings, a numbered list, or headings alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from clerk.importers.front_page import is_roll_heading
from clerk.importers.furniture import is_page_kind, section_of
from clerk.importers.markdown_lines import Line
from clerk.kinds import kind_of
from clerk.terms import ItemKind

_NUMBERED = re.compile(
    r"(?:item\s+)?(?P<number>\d{1,4}(?:[a-z]|(?:\.\d{1,3}){1,2})?|[A-Z]{0,5}/?\d{1,4}/\d{2,4})"
    r"(?:[.):]+\s*|\s*[-–—]\s+|\s+)(?P<title>[^\W\d_].*|[“\"'(\[]\S.*|\d{4}\b.*)",
    re.IGNORECASE,
)
_MAIN = re.compile(r"(?P<letters>[A-Z]*/?)(?P<main>\d+)(?P<rest>.*)", re.IGNORECASE)
_DECISION = re.compile(r"(?:it was )?(?:resolved|recommended|agreed|decision|actions?)\b\W*(?:that\W*)?", re.IGNORECASE)
_STEP = 12
"""How many numbers a list may leave out: items that were withdrawn, or that no line of the file begins."""


@dataclass(frozen=True)
class Start:
    """A line that begins an item."""

    number: str
    """Without its full stop; empty when the items have none."""
    title: str
    """Its title."""
    rest: str = ""
    """What follows a bold title on the same line."""


def starts_of(lines: Sequence[Line]) -> dict[int, Start]:
    """Find the lines that begin an item, by their place. The surest way that finds two or more is taken."""
    headings = _carry_on(
        {at: start for at, line in enumerate(lines) if _is_heading(line) and (start := _numbered(line))}
    )
    entries = _entries(lines)
    alone = _unnumbered(lines) if not headings and not entries else {}
    if len(headings) > 1 or len(headings) > len(entries):
        return headings
    return entries or alone


def _is_heading(line: Line) -> bool:
    return line.level > 0 or bool(line.bold and not line.rest and not line.mark)


def _numbered(line: Line) -> Start | None:
    match = _NUMBERED.fullmatch(line.text)
    if not match or _DECISION.fullmatch(match["title"]):
        return None
    return Start(match["number"], match["title"].strip())


def _carry_on(found: dict[int, Start]) -> dict[int, Start]:
    """Keep the numbers that count on: a heading "2024 Budget" is no item 2024."""
    kept: dict[int, Start] = {}
    last: tuple[str, int, str] | None = None
    for at, start in found.items():
        match = _MAIN.fullmatch(start.number)
        if not match:
            continue
        order = (match["letters"], int(match["main"]), match["rest"])
        if last and (order[0] != last[0] or not _follows(order, last)):
            continue
        kept[at], last = start, order
    return kept


def _follows(order: tuple[str, int, str], last: tuple[str, int, str]) -> bool:
    if order[1] == last[1]:
        return bool(order[2]) and order[2] != last[2]
    return 0 < order[1] - last[1] <= _STEP


def _entries(lines: Sequence[Line]) -> dict[int, Start]:
    """The entries of a numbered list at the margin. "1." before every entry counts on too, as Markdown shows it."""
    places = [at for at, line in enumerate(lines) if line.mark[:-1].isdecimal() and line.indent < 2]
    same = len(places) > 1 and all(lines[at].mark == lines[places[0]].mark for at in places)
    found = {}
    for count, at in enumerate(places, 1):
        line = lines[at]
        number = str(count) if same else line.mark[:-1]
        bold = line.bold.strip(" :–—-") if line.rest else ""
        found[at] = Start(number, bold or line.text, line.rest if bold else "")
    return _carry_on(found)


def _unnumbered(lines: Sequence[Line]) -> dict[int, Start]:
    """Headings of one level, when at least one of them names standing business."""
    usable = {
        at: line
        for at, line in enumerate(lines)
        if line.level
        and not _DECISION.fullmatch(line.text)
        and not (is_roll_heading(line.text) and kind_of(line.text) is ItemKind.ORDINARY)
        and not section_of(line.text)
        and not (is_page_kind(line.text) and line.text.lower() != "minutes")
    }
    standing = Counter(line.level for line in usable.values() if kind_of(line.text) is not ItemKind.ORDINARY)
    if not standing:
        return {}
    level = standing.most_common(1)[0][0]
    return {at: Start("", line.text) for at, line in usable.items() if line.level == level}
