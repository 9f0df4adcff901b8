"""The "Meeting documents" page of about 2000 to 2010: Location, Present, Others; Status, Business, Decision."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from clerk.importers.front_page import read_front
from clerk.importers.furniture import is_item_furniture
from clerk.importers.heading import is_heading
from clerk.importers.modgov import reading_of
from clerk.importers.parts import Block, Page, PageItem, Section
from clerk.importers.reading import Reading, SourceLine, UnreadableError
from clerk.importers.run_together import paragraphs_of
from clerk.language import dates
from clerk.language.text import clean

READER = "meeting documents page"
"""What this reader takes a file for."""

_LABEL = re.compile(r"(?P<label>Status|Business|Decision)\s*:\s*(?:\|\s*)?(?P<value>.*)", re.IGNORECASE)
_FRONT = re.compile(
    r"(?P<label>Location|Present|Others|Apologies|Duration)\s*:\s*(?:\|\s*)?(?P<value>.*)", re.IGNORECASE
)
_CLOCK = re.compile(r"(?P<which>Start|End)\s*[-–—:]\s*(?P<value>.*)", re.IGNORECASE)
_MEETING_OF = re.compile(r"^(?P<lead>meeting of (?:the )?)(?P<body>.+?)(?P<on>,? on )(?P<rest>.+)$", re.IGNORECASE)
_PAGE = re.compile(r"meeting documents?", re.IGNORECASE)
_HTML = re.compile(r"<(?:!doctype|html|body|table|div)\b", re.IGNORECASE)
_ALL = ("status", "business", "decision")


def looks_like(text: str) -> bool:
    """Whether a page has these labels for its items: Status, Business and Decision."""
    if any(f"{label}:" not in text.lower().replace(" :", ":") for label in _ALL):
        return False
    labels = [match["label"].lower() for line in _lines(text) if (match := _LABEL.fullmatch(line.text))]
    return all(label in labels for label in _ALL)


def read(text: str) -> Reading:
    """Read such a page, saved as HTML or copied as text. Raises UnreadableError when it has no item."""
    lines = _lines(clean(text))
    if not any(_LABEL.fullmatch(line.text) for line in lines):
        raise UnreadableError("This is not a “Meeting documents” page: it has no “Status:” or “Business:”.")
    return _Page(lines).read()


def _lines(text: str) -> list[Block]:
    if _HTML.search(text[:2000]):
        from clerk.importers.html_blocks import blocks_of, parse_html

        root = parse_html(text)
        return blocks_of(root) if root is not None else []
    return [Block(" ".join(line.split()), at) for at, line in enumerate(text.split("\n"), 1) if line.strip()]


class _Page:
    def __init__(self, lines: list[Block]) -> None:
        self.lines = lines
        self.page = Page(source=[SourceLine(line.text, line.line) for line in lines])
        self.clocks: dict[str, str] = {}
        self.section = Section.AGENDA

    def read(self) -> Reading:
        """Read the front, then the items: each begins with the line above its first label."""
        first = self._begins(0)
        self._front(self.lines[:first])
        for at in range(first, len(self.lines)):
            self._line(at)
        return self._timed(reading_of(self.page, READER))

    def _begins(self, at: int) -> int:
        return next(place for place in range(at, len(self.lines)) if self._starts_item(place))

    def _starts_item(self, at: int) -> bool:
        """Whether a title stands here: the next line has the first label of an item."""
        label = _LABEL.fullmatch(self.lines[at].text)
        if label:
            return not self.page.items and not self.section_open(at)
        following = _LABEL.fullmatch(self.lines[at + 1].text) if at + 1 < len(self.lines) else None
        return bool(following and following["label"].lower() == "status")

    def section_open(self, at: int) -> bool:
        """Whether the line above is the title to this label."""
        return at > 0 and self._starts_item(at - 1)

    def _front(self, lines: list[Block]) -> None:
        rest: list[Block] = []
        above = next((at for at, line in enumerate(lines) if _MEETING_OF.match(line.text) or is_heading(line.text)), 0)
        if above:
            self.page.noise += [line.text for line in lines[:above]]
            self.page.doubt(f"What stands above the page's title was left out ({above} lines).", lines[0].line)
        for line in lines[above:]:
            said = _MEETING_OF.match(line.text)
            front = _FRONT.fullmatch(line.text)
            clock = _CLOCK.fullmatch(line.text)
            if said and dates.find_date(said["rest"]) and not self.page.heading:
                self.page.noise += [said["lead"].strip(), said["on"].strip(" ,")]
                self.page.heading.append(Block(f"{said['body']} - {said['rest']}", line.line))
            elif clock and clock["value"]:
                self.clocks[clock["which"].lower()] = clock["value"]
                self.page.fields.setdefault(clock["which"].lower(), []).append(clock["value"])
            elif (front and not front["value"]) or _PAGE.fullmatch(line.text):
                self.page.noise.append(line.text)
            else:
                rest.append(line)
        read_front(self.page, rest)

    def _line(self, at: int) -> None:
        line = self.lines[at]
        label = _LABEL.fullmatch(line.text)
        if label is None and self._starts_item(at):
            self._open(line.text, line.line)
            return
        if not self.page.items or (label and label["label"].lower() == "status" and self._has_status()):
            self._open("", line.line)
            self.page.doubt("An item has no title.", line.line)
        item = self.page.items[-1]
        if label:
            self._label(item, label, line)
        elif is_item_furniture(line.text):
            self.page.noise.append(line.text)
        else:
            item.add(self.section, line)

    def _open(self, title: str, line: int) -> None:
        item = PageItem("", "", line)
        self.page.noise += item.set_title(title)
        self.page.items.append(item)
        self.section = Section.AGENDA

    def _has_status(self) -> bool:
        return any(block.text.startswith("Status:") for block in self.page.items[-1].blocks(Section.AGENDA))

    def _label(self, item: PageItem, label: re.Match[str], line: Block) -> None:
        name, value = label["label"].lower(), label["value"].strip()
        if name == "status":
            item.add(Section.AGENDA, Block(f"Status: {value}".strip(), line.line))
            self.section = Section.AGENDA
            return
        self.section = Section.DECISION if name == "decision" else Section.MINUTES
        self.page.noise.append(f"{label['label']}:")
        for paragraph in paragraphs_of(value) if value else ():
            item.add(self.section, Block(paragraph, line.line))

    def _timed(self, reading: Reading) -> Reading:
        """Give the meeting the times at which it began and ended, where the page says them."""
        day = reading.record.meeting.date
        times = {which: dates.read_time(said) for which, said in self.clocks.items()}
        start, end = times.get("start"), times.get("end")
        if not day or not start:
            return reading
        opened = datetime.combine(day, start)
        closed = datetime.combine(day, end) if end and end > start else None
        meeting = replace(reading.record.meeting, opened=opened, closed=closed)
        return replace(reading, record=replace(reading.record, meeting=meeting))
