"""Printed minutes and agendas with their markers left in: each item between ``<AI1>`` and ``</AI1>``."""

from __future__ import annotations

import re

from clerk.importers.front_page import read_front
from clerk.importers.item_numbers import number_of
from clerk.importers.modgov import reading_of
from clerk.importers.parts import PART_HEADING, Block, Page, PageItem, Section
from clerk.importers.reading import Reading, SourceLine
from clerk.importers.run_together import is_title, paragraphs_of
from clerk.language.text import clean

READER = "printed minutes with markers"
"""What this reader takes a file for."""

_ITEM = re.compile(r"<\s*(?P<end>/?)\s*AI\s*\d*\s*>")
_MARKER = re.compile(r"<\s*/?\s*[A-Z][A-Z_]{1,60}\d{0,5}\s*>")
_FIELD = re.compile(r"(?:\d{1,3}\.?\s*)?FIELD_[A-Z_]+")
_NUMBERED = re.compile(
    r"(?P<number>\d{1,4}[a-z]?(?:\.\d{1,3})?\.?|[A-Z]{0,5}/?\d{1,4}/\d{2,4})(?:\s+(?P<title>[^\W_].*|[“\"'(\[].*))"
)
_MINUTES = re.compile(r"\b(?:minutes|proceedings) of\b|\bRESOLVED\b|\bin the chair\b", re.IGNORECASE)
_LONGEST_NUMBER = 12
"""Characters of a line that is an item's number and nothing else."""


def looks_like(text: str) -> bool:
    """Whether a text has such markers."""
    return bool(_ITEM.search(text))


def read(text: str) -> Reading:
    """Read the items between the markers; what stands after the last is a note to the meeting."""
    lines = [Block(" ".join(line.split()), at) for at, line in enumerate(clean(text).split("\n"), 1) if line.strip()]
    page = Page(source=[SourceLine(line.text, line.line) for line in lines])
    return reading_of(_Printed(page, lines).read(), READER)


class _Printed:
    """Reads the lines one after the other."""

    def __init__(self, page: Page, lines: list[Block]) -> None:
        self.page = page
        self.lines = [piece for line in lines for piece in _pieces(line)]
        minuted = any(_MINUTES.search(line.text) for line in lines)
        self.section = Section.MINUTES if minuted else Section.AGENDA
        self.inside = False
        self.front: list[Block] = []
        self.titled = False
        self.minute_numbers: list[tuple[str, int]] = []

    def read(self) -> Page:
        """Read the page."""
        for at, line in enumerate(self.lines):
            marker = _ITEM.fullmatch(line.text)
            if marker:
                self._marker(marker, line)
            elif _MARKER.fullmatch(line.text) or _FIELD.fullmatch(line.text):
                self.page.noise.append(line.text)
            elif self.inside:
                self._inside(line)
            elif not self.page.items:
                self.front.append(line)
            else:
                self._between(at, line)
        read_front(self.page, self.front)
        self._doubt_minute_numbers()
        return self.page

    def _marker(self, marker: re.Match[str], line: Block) -> None:
        self.page.noise.append(line.text)
        self.inside = not marker["end"]
        if self.inside:
            self.page.items.append(PageItem("", "", line.line))
            self.titled = False

    def _inside(self, line: Block) -> None:
        item = self.page.items[-1]
        number = number_of(line.text.rstrip(".")) if len(line.text) <= _LONGEST_NUMBER else None
        if number and not item.sections and self._number(item, number, line):
            return
        numbered = _NUMBERED.fullmatch(line.text)
        if not self.titled and numbered and not item.number:
            item.number = numbered["number"].rstrip(".")
            self._title(item, numbered["title"], line)
        elif not self.titled and is_title(line.text):
            self._title(item, line.text, line)
        else:
            self._text(item, line)

    def _number(self, item: PageItem, number: str, line: Block) -> bool:
        """Take a number alone on its line: the agenda number, or the number of the minute ("01/22")."""
        if not item.number and not self.titled:
            item.number = number
        elif any(char == "/" for char in number) or self.titled:
            self.minute_numbers.append((number, line.line))
            self.page.noise.append(line.text)
        else:
            return False
        return True

    def _title(self, item: PageItem, title: str, line: Block) -> None:
        self.page.noise += item.set_title(title.rstrip("; ").strip() or title)
        item.line = line.line
        self.titled = True

    def _text(self, item: PageItem, line: Block) -> None:
        if not self.titled:
            self.page.doubt(f"Item {item.number or len(self.page.items)} has no title.", line.line)
            self.titled = True
        for paragraph in paragraphs_of(line.text):
            item.add(self.section, Block(paragraph, line.line))

    def _between(self, at: int, line: Block) -> None:
        """A line outside the markers: a section heading above the next item, text of the item before, or the end."""
        following = next((text.text for text in self.lines[at + 1 : at + 3] if _ITEM.fullmatch(text.text)), "")
        more = any(_ITEM.fullmatch(later.text) for later in self.lines[at + 1 :])
        if following and (PART_HEADING.fullmatch(line.text) or line.text.isupper()) and len(line.text) < 120:
            self.page.items.append(PageItem("", line.text, line.line, heading=True))
        elif more and not self.page.items[-1].heading:
            self.page.doubt("This line stands between two items; it was put with the one before.", line.line)
            self.page.items[-1].add(self.section, line)
        else:
            self.page.front.append(line)

    def _doubt_minute_numbers(self) -> None:
        """The record numbers minutes itself, so the printed numbers are named once."""
        if not self.minute_numbers:
            return
        first, line = self.minute_numbers[0]
        self.page.doubt(f"The minutes have numbers of their own, from {first}; Clerk numbers minutes itself.", line)


def _pieces(line: Block) -> list[Block]:
    """Part a line at the markers in it."""
    found = re.split(rf"({_ITEM.pattern.replace('?P<end>', '')}|{_MARKER.pattern})", line.text)
    return [Block(piece.strip(), line.line) for piece in found if piece and piece.strip(" /") and piece.strip()]
