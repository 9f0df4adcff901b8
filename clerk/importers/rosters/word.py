"""A roster in a Word file, in paragraphs or in tables, as the text a list of people is read from."""

from __future__ import annotations

from clerk.importers import word
from clerk.importers.people.grouped import are_parties
from clerk.importers.wordfile.blocks import Paragraph

READER = "in a Word file"
"""How a list in such a file is told of."""


def text_of(data: bytes) -> str:
    """Return the words of a file: a paragraph or a row of a table on a line, the cells of a row apart by bars.

    Lines are counted as they come. Raises UnreadableError for a file that is no Word file, or has no text.
    """
    lines: list[str] = []
    for block in word.opened(data).blocks:
        if isinstance(block, Paragraph):
            lines += block.shown.split("\n")
            continue
        rows = [[cell.text.replace("\n", " ") for cell in row.cells] for row in block.rows]
        # Of lists of members side by side, an empty cell says whose list is at its end.
        parties = bool(rows) and are_parties(rows[0])
        for cells in rows:
            filled = [cell for cell in cells if cell.strip()]
            lines.append(" | ".join(cells) if parties or len(filled) > 1 else "".join(filled))
    return "\n".join(lines)
