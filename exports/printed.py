"""What each block prints, as text: the measure an exported file is held against."""

from __future__ import annotations

from clerk.language.text import clean
from clerk.minutes import Block, Heading, ListItem, Minutes, Paragraph, SignOff, Table, plain
from exports.word_lists import typed_label


def printed_text(minutes: Minutes) -> list[str]:
    r"""Return the text of every paragraph and table cell in order, without the numbers Word counts by itself.

    A tab stands after a typed number and ``\n`` for a line broken inside a paragraph. What has no text is left out.
    """
    return [text for block in minutes.blocks for text in _texts(block) if text]


def heading_text(heading: Heading) -> str:
    """The words of a heading with its number, which is typed because later minutes cite it."""
    return f"{clean(heading.number)}\t{clean(heading.text)}" if heading.number else clean(heading.text)


def sign_off_text(sign: SignOff) -> str:
    """The lines of a sign-off: the times, then the day, with the signatory opposite the first of them."""
    left = [clean(line) for line in (sign.times, sign.date) if line]
    first = left[0] if left else ""
    if sign.signatory:
        first = f"{first}\t{clean(sign.signatory)}"
    return "\n".join([first, *left[1:]])


def cells(table: Table) -> list[tuple[str, ...]]:
    """The rows of a table, its heading first, each as long as the heading."""
    width = max(len(row) for row in (table.header, *table.rows))
    return [row + ("",) * (width - len(row)) for row in (table.header, *table.rows)]


def _texts(block: Block) -> list[str]:
    match block:
        case Heading():
            return [heading_text(block)]
        case Paragraph():
            return [_clean(block)]
        case ListItem():
            label = clean(typed_label(block))
            return [f"{label}\t{_clean(block)}" if label else _clean(block)]
        case Table():
            return [clean(cell) for row in cells(block) for cell in row]
        case SignOff():
            return [sign_off_text(block)]


def _clean(block: Paragraph | ListItem) -> str:
    text = plain(block.runs)
    return text if text.isprintable() else "".join(clean(run.text) for run in block.runs)
