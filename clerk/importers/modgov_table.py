"""The table of items of a ModernGov page as a converter wrote it: "No. | Item |", a row to a line, bars at its end.

Numbers and linked titles are gone, and title, agenda text and minutes stand run together with "Minutes:" inside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from clerk.importers import modgov_text, plain_text
from clerk.importers.front_page import read_front
from clerk.importers.furniture import is_item_furniture, section_of, without_item_tag
from clerk.importers.item_numbers import number_of
from clerk.importers.modgov import reading_of
from clerk.importers.parts import Block, Page, PageItem, Section
from clerk.importers.reading import Reading, SourceLine
from clerk.importers.run_together import paragraphs_of, split_title
from clerk.importers.titles import without_size
from clerk.language.text import clean
from clerk.model import Document
from clerk.terms import DocumentKind

READER = "ModernGov page, as a table of text"
"""What this reader takes a file for."""

_COLUMNS = re.compile(r"\|?\s*(?:note\s*\|\s*)?no\.?\s*\|\s*item\s*(?:\|[\s|]*)?", re.IGNORECASE)
_RULE = re.compile(r"[\s|:-]*\|[\s|:-]*")
_LABEL = re.compile(r"(?:^|(?<=\s))(?:(?:Draft )?Minutes|Decisions?|(?:Additional|Supporting) documents):(?=\s|$)")
_MINUTES = re.compile(r"(?:^|(?<=\s))(?:Draft )?Minutes:(?=\s|$)")
_INLINE = re.compile(r"[^\W\d_.…]\S*\W+(?:\S+\s+)?(?:Draft )?Minutes:\s+\S")
_CLOSES = re.compile(r"\|[\s|]*(?P<after>\[[^\]|]*\])?\s*$")
_SIZED = re.compile(r"\s*\b(?:pdf icon )?PDF [\d.,]+ (?:KB|MB)\b\s*")
_MOVED = re.compile(r"\b(?:joined|left|arrived|entered|returned|rejoined|withdrew)\b", re.IGNORECASE)


def looks_like(text: str) -> bool:
    """Whether a text has the table's header, or rows that end in a bar with "Minutes:" inside, or at least the last."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if any(_COLUMNS.fullmatch(line) for line in lines):
        return True
    inline = [line for line in lines if _MINUTES.search(line) and not section_of(line)]
    if any(_CLOSES.search(line) for line in inline):
        return True
    run_on = any(_INLINE.search(line) for line in inline)
    return run_on and not modgov_text.looks_like(text) and not plain_text.looks_like(text)


def read(text: str) -> Reading:
    """Read the rows. A row that has lost its title is an item all the same, with a doubt."""
    lines = [Block(" ".join(line.split()), at) for at, line in enumerate(clean(text).split("\n"), 1) if line.strip()]
    page = Page(source=[SourceLine(line.text, line.line) for line in lines])
    first = _first_row(lines)
    read_front(page, lines[:first])
    rows = _Rows(page)
    for line in lines[first:]:
        rows.take(line)
    for row in rows.rows:
        _Row(page, row).read()
    if page.items:
        page.doubt("Title, agenda text and minutes run together on this page; check where each title ends.")
    return reading_of(page, READER)


def _first_row(lines: list[Block]) -> int:
    """The place below the header, else of the first line that is a row."""
    for at, line in enumerate(lines):
        if _COLUMNS.fullmatch(line.text) or "|" in line.text or _LABEL.search(line.text):
            return at
    return len(lines)


@dataclass
class _RowText:
    """The lines of one row, without its bars."""

    number: str
    lines: list[Block] = field(default_factory=list)

    @property
    def minuted(self) -> bool:
        return any(_MINUTES.search(line.text) for line in self.lines)


class _Rows:
    """Puts lines together into rows: bars end a row, but copies lose bars."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.rows: list[_RowText] = []
        self.open = False

    def take(self, line: Block) -> None:
        """Add one line to the row it belongs to."""
        if _COLUMNS.fullmatch(line.text):
            self.page.noise.append(line.text)
        if _COLUMNS.fullmatch(line.text) or _RULE.fullmatch(line.text):
            self.open = False
            return
        number, text = _cells(line.text)
        closes = _CLOSES.search(text)
        pieces = [text[: closes.start()].strip(), (closes["after"] or "").strip()] if closes else [text]
        blocks = [Block(piece, line.line) for piece in pieces if piece]
        if number or self._begins(line.text, blocks):
            self.rows.append(_RowText(number))
        if self.rows:
            self.rows[-1].lines += blocks
        self.open = closes is None

    def _begins(self, line: str, blocks: list[Block]) -> bool:
        if not blocks:
            return False
        if not self.rows:
            return True
        text = blocks[0].text
        if _MINUTES.search(text):
            return not self.open or line.startswith("|") or self.rows[-1].minuted
        if self.open and not line.startswith("|"):
            return False
        return not self._belongs_above(text, blocks[0].line)

    def _belongs_above(self, text: str, line: int) -> bool:
        """A row without a label that is a sentence, as "Cllr A joined at 7 pm", is the minute of the row above."""
        sentence = text.endswith((".", ".)")) and not text.startswith(("To ", "(To ")) and len(text.split()) > 6
        if _LABEL.search(text) or _SIZED.search(text) or not (sentence or _MOVED.search(text)):
            return False
        if not self.rows[-1].minuted:
            return False
        words = text if len(text) <= 60 else text[:57] + "..."
        self.page.doubt(f"This row has no title, so it was put at the end of the minute above: “{words}”.", line)
        return True


class _Row:
    """Takes one row apart."""

    def __init__(self, page: Page, row: _RowText) -> None:
        self.page = page
        self.row = row
        self.item = PageItem(row.number, "", row.lines[0].line if row.lines else 0)
        self.section: Section | None = None

    def read(self) -> None:
        """Make an item of the row."""
        self.page.items.append(self.item)
        for line in self.row.lines:
            at = 0
            for label in _LABEL.finditer(line.text):
                self._text(line.text[at : label.start()].strip(), line.line)
                self._label(label[0])
                at = label.end()
            self._text(line.text[at:].strip(), line.line)
        if not self.item.title:
            self.page.doubt("A row has lost its title.", self.item.line)

    def _label(self, label: str) -> None:
        self.section = section_of(label) or Section.AGENDA
        self.item.sections.setdefault(self.section, [])
        self.page.noise.append(label)

    def _text(self, text: str, line: int) -> None:
        if not text:
            return
        if is_item_furniture(text):
            self.page.noise.append(text)
        elif self.section is None and not self.item.title and not self.item.sections:
            self._title(text, line)
        elif self.section in (None, Section.AGENDA):
            self.item.add(Section.AGENDA, Block(text, line))
        elif self.section is Section.DOCUMENTS:
            self._documents(text, line)
        else:
            for paragraph in paragraphs_of(text):
                self.item.add(self.section, Block(paragraph, line))

    def _title(self, text: str, line: int) -> None:
        sized = _SIZED.search(text)
        if sized and sized.start():
            title, agenda = text[: sized.end()].strip(), text[sized.end() :].strip()
        else:
            title, agenda = split_title(text)
        self.page.noise += self.item.set_title(title)
        if agenda:
            self.item.add(Section.AGENDA, Block(agenda, line))
        if title.startswith(("To ", "(To ")) and not sized:
            self.page.doubt(f"{self.item.name}: its title may be lost; the agenda's words stand in its place.", line)

    def _documents(self, text: str, line: int) -> None:
        """Read "Appendix A PDF 40 KB Appendix B PDF 1 MB"; what has no file behind it is text."""
        at = 0
        for size in _SIZED.finditer(text):
            name = without_item_tag(without_size(text[at : size.start()]).text)
            if name:
                self.item.documents.append(Document(DocumentKind.OTHER, title=name))
                self.page.noise.append(size[0].strip())
            at = size.end()
        if rest := text[at:].strip():
            self.item.add(Section.AGENDA, Block(rest, line))
            self.page.doubt("This line under “Additional documents” has no file; it was kept as text.", line)


def _cells(text: str) -> tuple[str, str]:
    """Part a row's number from its text; copies have mostly lost the number with its cell."""
    bare = text.lstrip("| ")
    head, bar, rest = bare.partition("|")
    number = number_of(head.strip()) if bar else None
    if number and rest.strip(" |"):
        return number, rest.strip()
    return "", bare
