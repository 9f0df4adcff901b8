"""The text of a ModernGov meeting page, as it is pasted from a browser with its labels and numbers."""

from __future__ import annotations

import re

from clerk.importers.copied_page import VoteTable, is_empty, menus_below, title_at
from clerk.importers.furniture import (
    is_columns,
    is_furniture,
    is_item_furniture,
    is_page_kind,
    meeting_paper,
    section_of,
    without_item_tag,
)
from clerk.importers.heading import is_bare_date, is_heading, is_time, names_body, read_heading
from clerk.importers.item_numbers import Numbers, is_spaced, number_of
from clerk.importers.lost_numbers import (
    Around,
    Said,
    is_agenda_text,
    is_minuted,
    is_standing,
    looks_like_titles,
    said,
)
from clerk.importers.modgov import reading_of
from clerk.importers.parts import Block, Page, PageItem, Section
from clerk.importers.reading import Reading, SourceLine
from clerk.importers.text_lines import lines_of
from clerk.importers.titles import without_size
from clerk.kinds import kind_of
from clerk.model import Document
from clerk.terms import DocumentKind, ItemKind

READER = "ModernGov page, as text"
"""What this reader takes a file for."""

_LABEL = re.compile(
    r"(?P<label>(?:Proposed )?Venue|Contact|Note|Link|Webcast|Media)\s*:\s*(?P<value>.*)", re.IGNORECASE
)
_CONTACT_GOES_ON = re.compile(r"(?:tel|telephone|e-?mail|phone)\b.*", re.IGNORECASE)
_NEXT_LABEL = re.compile(r"\s+(?=(?:Contact|Note|Link|Webcast):\s)")
_DIRECTIONS = re.compile(r"[.\s]*View directions\s*$", re.IGNORECASE)
_COLUMNS = re.compile(r"(?:note\s+)?no\.?\s*item", re.IGNORECASE)
_PART = re.compile(r"part\s+(?:\d{1,2}|[ivx]{1,4}|[a-c])\b(?!\s+of\b).*", re.IGNORECASE)
_BULLET = re.compile(r"^[•·]\s+")


def read(text: str) -> Reading:
    """Read a pasted page. Whatever does not belong to an item is a note to the meeting, furniture or a doubt."""
    return reading_of(_TextPage(lines_of(text)).read(), READER)


def looks_like(text: str) -> bool:
    """Whether a text is such a page: its own labels, numbers alone on their lines, or the titles of an agenda."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    labels = sum(section_of(line) is not None for line in lines)
    columns = any(_COLUMNS.fullmatch(line) for line in lines)
    numbers = sum(number_of(line) is not None for line in lines)
    icons = sum(line.endswith(("KB", "MB")) and "pdf icon" in line for line in lines)
    titled = any(is_page_kind(line) for line in lines)
    marked = columns or (labels > 0 and numbers + icons > 0) or (titled and (numbers + icons > 1 or is_empty(lines)))
    return marked or (not numbers and looks_like_titles(lines))


class _TextPage:
    """Reads the lines of a page one after the other."""

    def __init__(self, lines: list[Block]) -> None:
        # A tab parts number from title, so numbers are found before white space is made even.
        self.numbers = Numbers([line.text for line in lines], self._after_columns(lines))
        self.lines = [Block(" ".join(line.text.split()), line.line) for line in lines]
        texts = [line.text for line in self.lines]
        above = texts[: self.numbers.first] if self.numbers.stray else []
        if any(is_standing(text) and not is_page_kind(text) for text in above):
            self.numbers = Numbers([])
        self.labels = any(section_of(text) is Section.MINUTES for text in texts)
        self.columns = next((at for at, text in enumerate(texts) if is_columns(text)), None)
        titled = any(is_page_kind(text) for text in texts[:200])
        minutes = any(is_page_kind(text) and "minutes" in text.lower() for text in texts[:200])
        # Only a page without numbers and labels has to be read by its words alone.
        self.minuted = (minutes or not titled) and not self.numbers.found and not self.labels and is_minuted(texts)
        self.page = Page(source=[SourceLine(line.text, line.line) for line in self.lines])
        self.section = Section.AGENDA
        self.votes = VoteTable(self.page)

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
        """Leave out the site's own menus above the page's title, and where they come again below the business."""
        at = title_at(self.lines, lambda place: self.numbers.starts_item(place) or is_columns(self.lines[place].text))
        if at is None:
            return 0
        above = self.lines[:at]
        self.page.noise += [line.text for line in self.lines[: at + 1]]
        if at:
            self.page.doubt(f"The {at} lines above the page's title were left out.", above[0].line)
        if below := menus_below(self.lines, above):
            self.page.noise += [line.text for line in self.lines[-below:]]
            self.page.doubt(f"The last {below} lines are the site's menus and were left out.", self.lines[-below].line)
            self.lines = self.lines[:-below]
        return at + 1

    def _front(self, at: int) -> int:
        """Read down to the first item."""
        while at < len(self.lines) and not self.numbers.starts_item(at):
            line = self.lines[at]
            if is_columns(line.text):
                self.page.noise.append(line.text)
                return at + 1
            if self._is_title(at) and not self.numbers.found and (self.page.heading or self.columns is None):
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
            self.page.noise.append(without_size(line.text).size)
        elif is_page_kind(line.text) or is_furniture(line.text):
            self.page.noise.append(line.text)
        elif is_heading(line.text) and not self.page.heading:
            self._dated(line)
        elif self.page.heading and self._completes_heading(line):
            pass
        else:
            self.page.front.append(line)

    def _dated(self, line: Block) -> None:
        """A date alone on its line has the body's name on the line before, or on the next."""
        if is_bare_date(line.text) and self.page.front:
            self.page.heading.append(self.page.front.pop())
        self.page.heading.append(line)

    def _completes_heading(self, line: Block) -> bool:
        """Read a time, or the body's name, that stands on a line of its own below the date."""
        last = self.page.heading[-1]
        if is_time(line.text) and not read_heading(last.text).time:
            self.page.heading[-1] = Block(f"{last.text} {line.text}", last.line)
            return True
        if len(self.page.heading) == 1 and is_bare_date(last.text) and names_body(line.text):
            self.page.heading.insert(0, line)
            return True
        return False

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
            taken = Said.TITLE if self.numbers.found or without_size(line.text).size else self._said(at)
            self._open("", line.text, line.line)
            self._doubt_title(taken, line)
        elif line.text in ("*", "**", "***") and self.numbers.starts_item(at + 1):
            self.page.noise.append(line.text)
            self.page.doubt("The item below this line has a star on the page; its text should say what for.", line.line)
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
        elif self.votes.take(item, line.text):
            pass
        elif self.section is Section.DOCUMENTS:
            self._document(item, line)
        elif self.section is Section.AGENDA and self._reads_as_minutes(line, item):
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
            item.add(Section.MINUTES if self._reads_as_minutes(line, item) else Section.AGENDA, line)
            self.page.doubt("This line under “Additional documents” has no file; it was kept as text.", line.line)
            self.section = Section.AGENDA

    def _reads_as_minutes(self, line: Block, item: PageItem) -> bool:
        """On a page without numbers and labels, what follows the agenda's words under a title is minutes."""
        if not self.minuted or (not item.blocks(Section.MINUTES) and self._is_agenda(line, item)):
            return False
        if item.blocks(Section.MINUTES) and line.text.startswith("To "):
            self.page.doubt("This line may be the agenda's words for an item whose title is lost.", line.line)
        return True

    @staticmethod
    def _is_agenda(line: Block, item: PageItem) -> bool:
        earlier = item.blocks(Section.AGENDA)
        return is_agenda_text(line.text, earlier[-1].text if earlier else "")

    def _heading_row(self, at: int) -> PageItem | None:
        line = self.lines[at]
        # A number follows within the few lines that a heading row may have below it.
        near = any(self.numbers.starts_item(place) for place in range(at + 1, at + 5))
        if _PART.fullmatch(line.text) and len(line.text) < 120 and near:
            return PageItem("", line.text, line.line, heading=True)
        capitals = line.text.isupper() and len(line.text.split()) > 1 and not line.text.endswith((".", ":", ";"))
        if capitals and len(line.text) < 80 and self.numbers.starts_item(at + 1) and self._under_text():
            return PageItem("", line.text, line.line, heading=True)
        return None

    def _under_text(self) -> bool:
        """Whether a line in capitals cannot be the rest of a title in capitals."""
        last = self.page.items[-1] if self.page.items else None
        return last is None or bool(last.sections) or not last.title.isupper()

    def _is_title(self, at: int) -> bool:
        """A title that has lost its number: it carries a file or, on a page without numbers, reads like a title."""
        line = self.lines[at]
        if self.section is not Section.DOCUMENTS and not is_furniture(line.text):
            sized = without_size(line.text)
            if sized.size and sized.text:
                return True
        return not self.numbers.found and self._said(at) is not Said.TEXT

    def _said(self, at: int) -> Said:
        """What the words of a line alone say that it is."""
        texts = ["", *(line.text for line in self.lines[max(0, at - 1) : at + 2]), ""]
        place = 1 if at == 0 else 2
        item = self.page.items[-1] if self.page.items else None
        count = sum(len(blocks) for blocks in item.sections.values()) if item else 0
        kind = kind_of(item.title) if item else ItemKind.ORDINARY
        return said(texts[place], Around(texts[place - 1], texts[place + 1], kind, item.title if item else "", count))

    def _doubt_title(self, taken: Said, line: Block) -> None:
        """Say where a title is only likely, or lost."""
        name = self.page.items[-1].name
        if taken is Said.LIKELY:
            self.page.doubt(f"{name} was taken for an item of its own, as it reads like a title.", line.line)
        elif taken is Said.UNTITLED:
            self.page.doubt(f"The title of the item {name} is lost; these words stand in its place.", line.line)
