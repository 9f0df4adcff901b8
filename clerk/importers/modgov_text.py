"""The text of a ModernGov meeting page, as it is pasted from a browser with its labels and numbers."""

from __future__ import annotations

import re

from clerk import dates
from clerk.importers.furniture import (
    is_furniture,
    is_item_furniture,
    is_page_kind,
    meeting_paper,
    section_of,
    without_item_tag,
)
from clerk.importers.heading import is_heading
from clerk.importers.item_numbers import Numbers, is_spaced, number_of
from clerk.importers.modgov import reading_of
from clerk.importers.parts import Block, Page, PageItem, Section
from clerk.importers.presenters import is_presenter_line
from clerk.importers.reading import Reading, SourceLine
from clerk.importers.titles import without_size
from clerk.kinds import kind_of
from clerk.model import Document
from clerk.terms import DocumentKind, ItemKind
from clerk.text import clean

READER = "ModernGov page, as text"
"""What this reader takes a file for."""

_LABEL = re.compile(
    r"(?P<label>(?:Proposed )?Venue|Contact|Note|Link|Webcast|Media)\s*:\s*(?P<value>.*)", re.IGNORECASE
)
_CONTACT_GOES_ON = re.compile(r"(?:tel|telephone|e-?mail|phone)\b.*", re.IGNORECASE)
_NEXT_LABEL = re.compile(r"\s+(?=(?:Contact|Note|Link|Webcast):\s)")
_DIRECTIONS = re.compile(r"[.\s]*View directions\s*$", re.IGNORECASE)
_ITEMS = re.compile(r"(?:(?:note\s+)?no\.?\s*item|items)", re.IGNORECASE)
_COLUMNS = re.compile(r"(?:note\s+)?no\.?\s*item", re.IGNORECASE)
_PART = re.compile(r"part\s+(?:\d{1,2}|[ivx]{1,4}|[a-c])\b(?!\s+of\b).*", re.IGNORECASE)
_SENTENCE = re.compile(r"\b(?:was|were|is|are|be|been|had|has|have|will|would|received|noted)\b", re.IGNORECASE)
_BULLET = re.compile(r"^[•·]\s+")


def read(text: str) -> Reading:
    """Read a pasted page. Whatever does not belong to an item is a note to the meeting, furniture or a doubt."""
    lines = [Block(line.strip(), at) for at, line in enumerate(clean(text).split("\n"), 1) if line.strip()]
    return reading_of(_TextPage(lines).read(), READER)


def looks_like(text: str) -> bool:
    """Whether a text is such a page: it has the page's own labels, or numbers alone on their lines."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    labels = sum(section_of(line) is not None for line in lines)
    columns = any(_COLUMNS.fullmatch(line) for line in lines)
    numbers = sum(number_of(line) is not None for line in lines)
    icons = sum(line.endswith(("KB", "MB")) and "pdf icon" in line for line in lines)
    titled = any(is_page_kind(line) for line in lines)
    return columns or (labels > 0 and numbers + icons > 0) or (titled and numbers + icons > 1)


class _TextPage:
    """Reads the lines of a page one after the other."""

    def __init__(self, lines: list[Block]) -> None:
        # A tab parts number from title, so numbers are found before white space is made even.
        self.numbers = Numbers([line.text for line in lines], self._after_columns(lines))
        self.lines = [Block(" ".join(line.text.split()), line.line) for line in lines]
        self.labels = any(section_of(line.text) is Section.MINUTES for line in self.lines)
        self.page = Page(source=[SourceLine(line.text, line.line) for line in self.lines])
        self.section = Section.AGENDA

    @staticmethod
    def _after_columns(lines: list[Block]) -> int | None:
        """The place below the column headings, when the first item there has number and title on one line."""
        columns = (at for at, line in enumerate(lines, 1) if _COLUMNS.fullmatch(" ".join(line.text.split())))
        first = next(columns, None)
        return first if first is not None and first < len(lines) and is_spaced(lines[first].text) else None

    def read(self) -> Page:
        at = self._above_heading()
        at = self._front(at)
        while at < len(self.lines):
            at = self._body(at)
        return self.page

    def _above_heading(self) -> int:
        """Leave out the site's own menus above the page's title."""
        for at, line in enumerate(self.lines[:200]):
            if self.numbers.starts_item(at) or _ITEMS.fullmatch(line.text):
                return 0
            if is_page_kind(_BULLET.sub("", line.text)):
                self.page.noise += [above.text for above in self.lines[: at + 1]]
                if at:
                    self.page.doubt(f"The {at} lines above the page's title were left out.", self.lines[0].line)
                return at + 1
        return 0

    def _front(self, at: int) -> int:
        """Read down to the first item."""
        while at < len(self.lines) and not self.numbers.starts_item(at):
            line = self.lines[at]
            if _ITEMS.fullmatch(line.text):
                self.page.noise.append(line.text)
                return at + 1
            if not self.numbers.found and self._is_title(at) and self.page.heading:
                return at
            self._front_line(line)
            at += 1
        return at

    def _front_line(self, line: Block) -> None:
        label = _LABEL.fullmatch(line.text)
        if label:
            for part in _NEXT_LABEL.split(line.text):
                self._field(part)
        elif _CONTACT_GOES_ON.fullmatch(line.text) and "contact" in self.page.fields:
            self.page.fields["contact"][-1] += f" {line.text}"
        elif name := meeting_paper(line.text):
            self.page.add_paper(name, line.line)
        elif is_page_kind(line.text) or is_furniture(line.text):
            self.page.noise.append(line.text)
        elif is_heading(line.text) and not self.page.heading:
            self._dated(line)
        else:
            self.page.front.append(line)

    def _dated(self, line: Block) -> None:
        """A date alone on its line has the body's name on the line before."""
        date = dates.find_date(line.text)
        if date and len(line.text[: date.start].strip()) < 14 and self.page.front:
            self.page.heading.append(self.page.front.pop())
        self.page.heading.append(line)

    def _field(self, text: str) -> None:
        label = _LABEL.fullmatch(text)
        name = label["label"].lower().removeprefix("proposed ") if label else "note"
        value = label["value"].strip() if label else text
        if _DIRECTIONS.search(value):
            self.page.noise.append("View directions")
            value = _DIRECTIONS.sub("", value)
        if value:
            self.page.fields.setdefault(name, []).append(value)
        else:
            self.page.noise.append(text)

    def _body(self, at: int) -> int:
        """Read one line at or after the first item; return the place of the next."""
        line = self.lines[at]
        if self.numbers.starts_item(at):
            return self._numbered(at)
        if heading := self._heading_row(at):
            self.page.items.append(heading)
            self.section = Section.AGENDA
        elif self._is_title(at):
            self._open("", line.text, line.line)
        elif not self.page.items:
            self._front_line(line)
        else:
            self._line(self.page.items[-1], line)
        return at + 1

    def _numbered(self, at: int) -> int:
        number, title = self.numbers.split(at)
        if title:
            self._open(number, title, self.lines[at].line)
            return at + 1
        at += 1
        missing = at == len(self.lines) or self.numbers.starts_item(at) or section_of(self.lines[at].text)
        self._open(number, "" if missing else self.lines[at].text, self.lines[at - 1].line)
        if missing:
            self.page.doubt(f"Item {number} has no title.", self.lines[at - 1].line)
        return at if missing else at + 1

    def _open(self, number: str, title: str, line: int) -> None:
        item = PageItem(number, "", line)
        self.page.noise += item.set_title(title)
        self.page.items.append(item)
        self.section = Section.AGENDA

    def _line(self, item: PageItem, line: Block) -> None:
        bare = _BULLET.sub("", line.text)
        if section := section_of(bare):
            self.section = section
            item.sections.setdefault(section, [])
            self.page.noise.append(line.text)
        elif is_item_furniture(line.text):
            self.page.noise.append(line.text)
        elif self.section is Section.DOCUMENTS:
            self._document(item, line)
        elif self.section is Section.AGENDA and self._reads_as_minutes(line):
            item.add(Section.MINUTES, line)
        else:
            if self.numbers.spaced and self.section is Section.AGENDA and is_spaced(line.text):
                self.page.doubt_number(item, line)
            item.add(self.section, line)

    def _document(self, item: PageItem, line: Block) -> None:
        sized = without_size(_BULLET.sub("", line.text))
        if sized.size:
            self.page.noise.append(sized.size)
            item.documents.append(Document(DocumentKind.OTHER, title=without_item_tag(sized.text)))
        else:
            item.add(Section.MINUTES if self._reads_as_minutes(line) else Section.AGENDA, line)
            self.page.doubt("This line under “Additional documents” has no file; it was kept as text.", line.line)
            self.section = Section.AGENDA

    def _reads_as_minutes(self, line: Block) -> bool:
        """On a page without numbers and labels, what announces no presenter and does not begin "To ..." is minutes."""
        minutes = any("minutes" in noise.lower() for noise in self.page.noise[:3])
        return (
            minutes
            and not self.numbers.found
            and not self.labels
            and not is_presenter_line(line.text)
            and not line.text.startswith(("To ", "(To "))
        )

    def _heading_row(self, at: int) -> PageItem | None:
        line = self.lines[at]
        if _PART.fullmatch(line.text) and len(line.text) < 120 and self._near_number(at):
            return PageItem("", line.text, line.line, heading=True)
        capitals = line.text.isupper() and len(line.text.split()) > 1 and not line.text.endswith((".", ":", ";"))
        if capitals and len(line.text) < 80 and self.numbers.starts_item(at + 1) and self._under_text():
            return PageItem("", line.text, line.line, heading=True)
        return None

    def _near_number(self, at: int) -> bool:
        """Whether a number follows within the few lines that a heading row may have below it."""
        return any(self.numbers.starts_item(place) for place in range(at + 1, at + 5))

    def _under_text(self) -> bool:
        return not self.page.items or bool(self.page.items[-1].sections)

    def _is_title(self, at: int) -> bool:
        """A title that has lost its number: it carries a file, or names standing business on a page without numbers."""
        line = self.lines[at]
        sized = without_size(line.text)
        if sized.size and sized.text and not is_furniture(line.text) and self.section is not Section.DOCUMENTS:
            return True
        if self.numbers.found or len(line.text.split()) > 9 or _SENTENCE.search(line.text):
            return False
        return kind_of(line.text) is not ItemKind.ORDINARY and section_of(line.text) is None
