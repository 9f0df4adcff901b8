"""A Word file as lines, one under the other as they are read, and the tables that are lists of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from clerk.importers.parts import Block
from clerk.importers.people.grouped import are_parties
from clerk.importers.wordfile.blocks import Document, Paragraph, Row, Table
from clerk.importers.wordfile.columns import Columns, columns_of

_PAIR = re.compile(
    r"(?:meeting(?: title| called by)?|committee|body|date|time|day|venue|location|place|where|when|contact|chair\w*"
    r"|clerk|attendees|present|apologies|in attendance|facilitator|note ?taker|minute[- ]taker|presenter|agenda item)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Line:
    """A line to be read: a paragraph, a part of one, or a row of a table."""

    text: str
    """Its words without the number in front; tabs are kept."""
    paragraph: Paragraph
    """The paragraph it comes from."""
    row: bool = False
    """Whether it is a row of a table, the cells parted by bars."""

    @property
    def line(self) -> int:
        """Which paragraph of the document it is."""
        return self.paragraph.line

    @property
    def block(self) -> Block:
        """The line with its number and the addresses it leads to, as it is kept under an item."""
        words = " ".join(self.text.split())
        text = f"{self.paragraph.label.text} {words}".strip() if self.paragraph.label and not self.row else words
        for said, address in self.paragraph.links:
            bare = address.removeprefix("mailto:")
            if bare not in text and said and said in text:
                text = text.replace(said, f"{said} ({bare})", 1)
        return Block(text, self.line)


@dataclass(frozen=True)
class Listed:
    """A table whose columns are known."""

    table: Table
    """The table."""
    columns: Columns
    """What its columns hold."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """Its rows below the headings."""
        return self.table.rows[1:]


Flow = Line | Listed


def flow_of(document: Document) -> list[Flow]:
    """Lay out a document. A table that only sets words side by side becomes lines."""
    return [part for block in document.blocks for part in _laid_out(block)]


def lines_of_paragraph(paragraph: Paragraph) -> Iterator[Line]:
    """A paragraph with line breaks in it is as many lines; the number stands before the first."""
    first = True
    for text in paragraph.text.split("\n"):
        if text.strip() or (first and "\n" not in paragraph.text):
            owner = paragraph if first else replace(paragraph, label=None, heading=0, lead="")
            yield Line(text.strip(), owner)
            first = False


def lines_of_rows(rows: tuple[Row, ...]) -> Iterator[Line]:
    """A row without a meaning of its own is one line; words behind a label stand with it."""
    # Of lists of members side by side, an empty cell says whose list is at its end.
    parties = bool(rows) and are_parties([cell.text for cell in rows[0].cells])
    for row in rows:
        cells = [cell for cell in row.cells if cell.paragraphs]
        if parties and cells:
            said = " | ".join(cell.text for cell in row.cells)
            yield Line(said, replace(cells[0].paragraphs[0], label=None, bold=False), True)
        elif len(cells) == 1:
            for paragraph in cells[0].paragraphs:
                yield from lines_of_paragraph(paragraph)
        elif cells and all(_is_label(cell.text) for cell in cells[::2]):
            for label, *behind in (cells[at : at + 2] for at in range(0, len(cells), 2)):
                words = " ".join(cell.text for cell in behind)
                yield Line(f"{label.text.strip(' :')}: {words}".strip(), replace(label.paragraphs[0], label=None), True)
        elif cells:
            yield Line(
                " | ".join(cell.text for cell in cells), replace(cells[0].paragraphs[0], label=None, bold=False), True
            )


def _is_label(text: str) -> bool:
    return len(text) < 40 and (text.endswith(":") or bool(_PAIR.fullmatch(text)))


def _laid_out(block: Paragraph | Table) -> Iterator[Flow]:
    if isinstance(block, Paragraph):
        yield from lines_of_paragraph(block)
        return
    columns = columns_of(block)
    marked = block.rows[0].header
    if columns and (columns.business or columns.minutes or columns.actions or columns.people):
        yield Listed(block, columns)
    elif marked and len(block.rows) > 2 and len(block.rows[0].cells) > 1:
        yield Listed(block, columns or Columns((), tuple(cell.text for cell in block.rows[0].cells)))
    else:
        # A row with paragraphs below one another sets things side by side: a crest, the title, day and place.
        beside = len(block.rows) == 1 and any(len(cell.paragraphs) > 1 for cell in block.rows[0].cells)
        cells = block.rows[0].cells if beside else ()
        yield from (line for cell in cells for paragraph in cell.paragraphs for line in lines_of_paragraph(paragraph))
        yield from () if beside else lines_of_rows(block.rows)
