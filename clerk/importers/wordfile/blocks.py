"""The paragraphs and tables of a Word file in order, each paragraph with its number, heading level and place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from clerk.importers.reading import UnreadableError
from clerk.importers.wordfile.numbering import Label, Numbering
from clerk.importers.wordfile.package import TOO_LARGE, Package
from clerk.importers.wordfile.styles import Styles
from clerk.importers.wordfile.words import GONE, W, Words, words_of
from clerk.language.text import clean, spaced

_MOST = 20_000
"""Paragraphs that say something: a hundred times what a long meeting fills."""
_MOST_BLANK = 100_000
"""Paragraphs in all."""
_LONGEST = 200_000
"""Characters of a paragraph: minutes never come near it, and matching a longer one would be slow."""
_WRAPS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
# What a newer Word wrote in two ways holds both; the fallback says the same again.
_WRAPS |= {
    f"{{http://schemas.openxmlformats.org/markup-compatibility/2006}}{name}" for name in ("AlternateContent", "Choice")
}


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    text: str
    """Its words, cleaned, their spaces ordinary ones; tabs and line breaks inside are kept."""
    line: int
    """Which paragraph of the document it is, from 1, blank ones counted."""
    label: Label | None = None
    """The number or bullet that Word puts in front of it."""
    heading: int = 0
    """The level of a heading, from 1; 0 when it is none."""
    bold: bool = False
    """Whether all its words are bold."""
    lead: str = ""
    """The bold words it begins with when others follow."""
    links: tuple[tuple[str, str], ...] = ()
    """The words in it that lead to an address, and that address."""

    @property
    def shown(self) -> str:
        """The words on one line with the number in front, as one sees them on paper."""
        words = " ".join(self.text.split())
        return f"{self.label.text} {words}".strip() if self.label else words


@dataclass(frozen=True)
class Cell:
    """A cell of a table."""

    paragraphs: tuple[Paragraph, ...] = ()
    """What is in it, blank paragraphs left out."""
    span: int = 1
    """Over how many columns it reaches."""

    @property
    def text(self) -> str:
        """Its words on one line, with the numbers in front of them."""
        return " ".join(paragraph.shown for paragraph in self.paragraphs)


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    """From left to right."""
    header: bool = False
    """Whether Word repeats it as a heading on every page."""


@dataclass(frozen=True)
class Table:
    """A table."""

    rows: tuple[Row, ...]
    """From top to bottom; rows without words are left out."""


@dataclass
class Document:
    """A Word file, read."""

    blocks: list[Paragraph | Table] = field(default_factory=list)
    """What it consists of; blank paragraphs are left out."""
    around: list[str] = field(default_factory=list)
    """What is printed at the top and foot of its pages."""
    hidden: list[str] = field(default_factory=list)
    """Words that Word neither shows nor prints."""
    comments: int = 0
    """How many comments it has."""
    changed: bool = False
    """Whether changes are tracked in it."""


def document_of(package: Package) -> Document:
    """Read the body of a Word file, and what stands at the top and foot of its pages.

    Raises UnreadableError for a file with more in it than a meeting can fill.
    """
    reader = _Reader(package)
    reader.document.blocks = list(reader.blocks(package.body))
    for part in (*package.parts.get("header", ()), *package.parts.get("footer", ())):
        texts = (words_of(paragraph, lambda run: False, {}).text for paragraph in part.iter(f"{W}p"))
        reader.document.around += [said for text in texts if (said := " ".join(clean(text).split()))]
    return reader.document


class _Reader:
    def __init__(self, package: Package) -> None:
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"), self._styles)
        self._links = package.links
        self._notes = {
            (kind, note.get(f"{W}id") or ""): note
            for kind in ("footnotes", "endnotes")
            for part in package.parts.get(kind, ())
            for note in part
            if isinstance(note.tag, str)
        }
        self._noted = 0
        self._at = 0
        self._said = 0
        self._waiting = Words()
        self.document = Document()

    def blocks(self, parent: _Element) -> Iterator[Paragraph | Table]:
        """The paragraphs and tables below an element, through whatever Word wraps round them."""
        for block in parent:
            if block.tag == f"{W}p":
                yield from self._paragraph(block)
            elif block.tag == f"{W}tbl":
                rows = tuple(row for row in self._rows(block) if any(cell.paragraphs for cell in row.cells))
                if rows:
                    yield Table(rows)
            elif block.tag in _WRAPS:
                yield from self.blocks(block)

    def _rows(self, table: _Element) -> Iterator[Row]:
        for row in table:
            if row.tag in _WRAPS:
                yield from self._rows(row)
            elif row.tag == f"{W}tr":
                about = row.find(f"{W}trPr")
                if about is not None and about.find(f"{W}del") is not None:
                    self.document.changed = True
                    continue
                yield Row(tuple(self._cells(row)), about is not None and about.find(f"{W}tblHeader") is not None)

    def _cells(self, row: _Element) -> Iterator[Cell]:
        for cell in row:
            if cell.tag in _WRAPS:
                yield from self._cells(cell)
            elif cell.tag == f"{W}tc":
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                wide = (span.get(f"{W}val") or "1") if span is not None else "1"
                inside = tuple(each for block in self.blocks(cell) for each in _flat(block))
                yield Cell(inside, int(wide) if wide.isascii() and wide.isdecimal() and len(wide) < 3 else 1)

    def _paragraph(self, paragraph: _Element) -> Iterator[Paragraph]:
        self._at += 1
        if self._at > _MOST_BLANK:
            raise UnreadableError(TOO_LARGE)
        if not len(paragraph) and not self._waiting.pieces:
            return
        words = words_of(paragraph, lambda run: self._styles.is_bold(run, paragraph), self._links)
        document = self.document
        document.changed = document.changed or words.changed
        document.comments += words.comments
        if hidden := " ".join(clean("".join(words.hidden)).split()):
            document.hidden.append(hidden)
        words.pieces[:0], words.links[:0] = self._waiting.pieces, self._waiting.links
        if _runs_on(paragraph):
            self._waiting = words
            document.changed = True
        else:
            self._waiting = Words()
            yield from self._one(paragraph, words)
        for box in words.boxes:
            for block in self.blocks(box):
                yield from _flat(block)
        for kind, number in words.notes:
            yield from self._note(kind, number)

    def _one(self, paragraph: _Element, words: Words) -> Iterator[Paragraph]:
        text = clean(spaced(words.text)).strip()
        label = self._numbering.label(paragraph)
        if not text and (label is None or label.text == "•"):
            return
        self._said += 1
        if self._said > _MOST or len(text) > _LONGEST:
            raise UnreadableError(TOO_LARGE)
        heading = self._styles.heading_of(paragraph)
        links = tuple((" ".join(clean(said).split()), clean(address)) for said, address in words.links)
        yield Paragraph(text, self._at, label, heading, words.bold, clean(spaced(words.lead)).strip(), links)

    def _note(self, kind: str, number: str) -> Iterator[Paragraph]:
        """A footnote stands after the paragraph it belongs to."""
        note = self._notes.pop((kind, number), None)
        if note is None:
            return
        self._noted += 1
        texts = [words_of(paragraph, lambda run: False, {}).text for paragraph in note.iter(f"{W}p")]
        if text := " ".join(clean(" ".join(texts)).split()):
            yield Paragraph(f"Note {self._noted}: {text}", self._at)


def _flat(block: Paragraph | Table) -> Iterator[Paragraph]:
    """A table inside a cell or a box, a paragraph a row; its first paragraph gives the row its place."""
    if isinstance(block, Paragraph):
        yield block
        return
    for row in block.rows:
        texts = [cell.text for cell in row.cells if cell.paragraphs]
        first = next(paragraph for cell in row.cells for paragraph in cell.paragraphs)
        yield replace(first, text=" | ".join(texts), label=None, lead="") if len(texts) > 1 else first
        if len(texts) == 1:
            yield from [paragraph for cell in row.cells for paragraph in cell.paragraphs][1:]


def _runs_on(paragraph: _Element) -> bool:
    """Whether the end of a paragraph is deleted, so that it runs on into the next."""
    mark, following = paragraph.find(f"{W}pPr/{W}rPr"), paragraph.getnext()
    deleted = mark is not None and any(mark.find(gone) is not None for gone in GONE)
    return deleted and following is not None and following.tag == f"{W}p"
