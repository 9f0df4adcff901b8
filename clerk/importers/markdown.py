"""Agendas and minutes in Markdown, typed so or made out of a PDF: "## 21. Title", "#### **RESOLVED:**", "- (a) ..."."""

from __future__ import annotations

import re
from dataclasses import replace

from clerk.importers.front_page import read_front
from clerk.importers.furniture import section_of
from clerk.importers.markdown_items import Start, starts_of
from clerk.importers.markdown_lines import Line, lines_of
from clerk.importers.minutes.markers import marker_of
from clerk.importers.modgov import reading_of
from clerk.importers.parts import PART_HEADING, Block, Page, PageItem, Section
from clerk.importers.reading import Reading, SourceLine
from clerk.importers.run_together import paragraphs_of, split_title
from clerk.language.text import clean

READER = "Markdown"
"""What this reader takes a file for."""

_COLUMNS = re.compile(r"\|?\s*(?:note\s*\|?\s*)?no\.?\s*\|?\s*item\s*(?:\|[\s|]*)?", re.IGNORECASE)
_MARKED = re.compile(r"#{1,6}\s+\S|\s*(?:\*\*|__)\S.*(?:\*\*|__)\s*")
_MINUTES = re.compile(r"\b(?:RESOLVED|RECOMMENDED)\b|^(?:draft )?minutes of (?:the|a)\b", re.IGNORECASE)
_PACK = re.compile(r"agenda item\s*:?\s*\d{1,3}|page \d{1,4}(?: of \d{1,4})?|\d{1,4}", re.IGNORECASE)
_SIGNED = re.compile(
    r"\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[-–—]|to)\s*\d{1,2}[.:]\d{2}.*|(?:signed|chair(?:man|person)?)\b.{0,60}",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.:;?!…]['”\"’)\]]*$")
_LONG = 160
"""Characters of a bold beginning that is still a title; a longer one is a paragraph in bold."""


def looks_like(text: str) -> bool:
    """Whether a text has Markdown's headings or bold lines, and items among them."""
    raw = text.split("\n")
    if any(_COLUMNS.fullmatch(line.strip()) for line in raw) or not any(_MARKED.match(line) for line in raw):
        return False
    return len(starts_of(lines_of(text))) > 1


def read(text: str) -> Reading:
    """Read the items. The columns of a list of those present come scrambled, so it is kept as a note."""
    lines = lines_of(clean(text))
    page = Page(source=[SourceLine(line.said, line.line) for line in lines])
    return reading_of(_Markdown(page, lines).read(), READER)


class _Markdown:
    """Reads the lines one after the other."""

    def __init__(self, page: Page, lines: list[Line]) -> None:
        self.page = page
        self.lines = lines
        self.starts = starts_of(lines)
        minuted = any(_MINUTES.search(line.text) for line in lines)
        labelled = any(section_of(line.text) is Section.MINUTES for line in lines)
        self.untold = Section.MINUTES if minuted and not labelled else Section.AGENDA
        self.section = self.untold
        self.joining = False

    def read(self) -> Page:
        """Read the page."""
        first = min(self.starts, default=len(self.lines))
        if first and PART_HEADING.fullmatch(self.lines[first - 1].text):
            first -= 1
        self._front(self.lines[:first])
        last = len(self.lines) - 1
        for at in range(first, len(self.lines)):
            line = self.lines[at]
            if start := self.starts.get(at):
                self._open(start, line)
            elif self._is_row(at):
                self.page.items.append(PageItem("", line.text, line.line, heading=True))
                self.section = self.untold
            elif at == last and _SIGNED.fullmatch(line.text):
                self.page.front.append(Block(line.text, line.line))
            elif _PACK.fullmatch(line.text) and not line.mark:
                self.page.noise.append(line.text)
            else:
                self._text(self.page.items[-1], line, self.lines[at - 1])
        return self.page

    def _front(self, lines: list[Line]) -> None:
        kept = [line for line in lines if not _PACK.fullmatch(line.text)]
        self.page.noise += [line.text for line in lines if _PACK.fullmatch(line.text)]
        read_front(self.page, [Block(line.said, line.line) for line in kept])

    def _open(self, start: Start, line: Line) -> None:
        item = PageItem(start.number, "", line.line)
        title, rest = start.title, start.rest
        if not rest and len(title) > _LONG:
            title, rest = split_title(title)
            title, rest = (title, rest) if title else (rest, "")
        self.page.noise += item.set_title(title)
        self.page.items.append(item)
        self.section = self.untold
        self.joining = False
        if rest:
            item.add(Section.AGENDA, Block(rest.lstrip(":–—- ") or rest, line.line))

    def _is_row(self, at: int) -> bool:
        """A heading without a number right above an item is a heading of the agenda."""
        line = self.lines[at]
        if not (line.level or (line.bold and not line.rest)) or _MINUTES.search(line.text) or section_of(line.text):
            return False
        return at + 1 in self.starts or not self.page.items

    def _text(self, item: PageItem, line: Line, above: Line) -> None:
        if item.heading:
            self.page.doubt("This line stands under a heading and not under an item; it was kept there.", line.line)
        if label := section_of(line.text):
            self.section = label if label is not Section.DOCUMENTS else Section.AGENDA
            item.sections.setdefault(self.section, [])
            self.page.noise.append(line.text)
            self.joining = False
            return
        blocks = item.sections.setdefault(self.section, [])
        if blocks and self.joining and self._goes_on(blocks[-1].text, line, above):
            blocks[-1] = replace(blocks[-1], text=f"{blocks[-1].text} {line.text}")
            return
        if line.level and self.starts and re.match(r"\d{1,4}[.)]\s", line.text):
            self.page.doubt_number(item, Block(line.text, line.line))
        said = line.text if line.mark and marker_of(line.text) else line.said
        blocks += [Block(paragraph, line.line) for paragraph in paragraphs_of(said)]
        self.joining = not line.level

    def _goes_on(self, before: str, line: Line, above: Line) -> bool:
        """Whether a line carries on the paragraph before it, which a new page or a narrow column has broken."""
        if line.level or marker_of(line.text) or line.bold or _ENDS.search(before):
            return False
        small = line.text[:1].islower()
        if line.mark:
            return small and line.mark in "-*+•" and bool(marker_of(before))
        return small or (not line.gap and not above.level and len(above.text) > 50)
