"""Minutes laid out for a screen of some width: the same blocks, numbers and labels that Word prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich._wrap import divide_line
from rich.cells import cell_len, set_cell_size
from rich.style import Style

from clerk.language.text import clean
from clerk.minutes import Block, Heading, ListItem, ListStyle, Minutes, Paragraph, Role, Run, SignOff, Table
from exports.printed import cells

_PLAIN = Style()
_BOLD = Style(bold=True)
_ITALIC = Style(italic=True)
_LINK = Style(underline=True)
_HEADINGS = {1: _BOLD, 2: _BOLD, 3: Style(bold=True, italic=True)}
_ROLES = {Role.STATUS: _ITALIC, Role.DECISION_LABEL: _BOLD}
_INDENTED = {Role.DECISION: 4, Role.QUOTATION: 4}
_GAP = 2
"""Cells between the columns of a table."""
_NARROWEST = 8
"""The least cells in which a column of a table is worth aligning."""

_LEAST = 24
"""Cells below which nothing is laid out: that is no longer reading."""
_ROOM = 10
"""The least cells left for the text after a label."""

Pieces = tuple[tuple[str, Style], ...]


@dataclass(frozen=True)
class Start:
    """Where an item's minute starts."""

    line: int
    """On which line, from 0."""
    item: int
    """Position of the item, from 1."""
    title: str
    """Its heading, with its number."""


@dataclass(frozen=True)
class LaidOut:
    """Minutes as lines."""

    lines: tuple[Pieces, ...]
    """Each line, as text and the style it is drawn in."""
    blocks: tuple[int, ...]
    """For each line, which block of the minutes it belongs to."""
    starts: tuple[Start, ...]
    """Where the items start, in order."""


def lay_out(minutes: Minutes, width: int) -> LaidOut:
    """Lay minutes out in lines of at most ``width`` cells, or of ``_LEAST`` if that is less."""
    width = max(width, _LEAST)
    labels = _label_widths(minutes.blocks)
    lines: list[Pieces] = []
    blocks: list[int] = []
    starts: list[Start] = []
    for index, (block, after) in enumerate(zip_longest(minutes.blocks, minutes.blocks[1:])):
        item = 0 if isinstance(block, SignOff) else block.item
        if item and (not starts or starts[-1].item != item):
            starts.append(Start(len(lines), item, _title(block)))
        lines += _block(block, width, labels)
        if after is not None and not _close(block, after):
            lines.append(())
        blocks += [index] * (len(lines) - len(blocks))
    return LaidOut(tuple(lines), tuple(blocks), tuple(starts))


def _title(block: Block) -> str:
    return f"{block.number} {block.text}".strip() if isinstance(block, Heading) else ""


def _close(block: Block, after: Block) -> bool:
    """Whether two blocks stand without a line between: bullets of one list."""
    both = isinstance(block, ListItem) and isinstance(after, ListItem)
    return both and block.style is after.style is ListStyle.BULLET and block.list_id == after.list_id  # type: ignore[union-attr]


def _label_widths(blocks: Sequence[Block]) -> dict[tuple[int, int], int]:
    """How many cells the labels of each list take, with the space after them: the text of a list stands in line."""
    widths: dict[tuple[int, int], int] = {}
    for block in blocks:
        if isinstance(block, ListItem):
            key = (block.list_id, block.level)
            least = 2 if block.style is ListStyle.BULLET else 6
            widths[key] = max(widths.get(key, least), cell_len(block.label) + 1)
    return widths


def _block(block: Block, width: int, labels: dict[tuple[int, int], int]) -> Iterator[Pieces]:
    match block:
        case Heading():
            style = _HEADINGS.get(block.level, _HEADINGS[3])
            label = f"{_text(block.number)} " if block.number else ""
            yield from _hang((Run(block.text),), style, width, label)
            if block.level == 1:
                yield (("━" * min(width, cell_len(_text(block.text))), _BOLD),)
        case Paragraph():
            yield from _hang(block.runs, _ROLES.get(block.role, _PLAIN), width, " " * _INDENTED.get(block.role, 0))
        case ListItem():
            label_width = labels[block.list_id, block.level]
            indent = 4 + 6 * block.level
            yield from _hang(block.runs, _PLAIN, width, " " * indent + f"{_text(block.label):<{label_width}}")
        case Table():
            yield from _table(block, width)
        case SignOff():
            yield from _sign_off(block, width)


def _hang(runs: Sequence[Run], style: Style, width: int, label: str) -> Iterator[Pieces]:
    """Lay out a paragraph after its label, its later lines set in as far as its first."""
    indent = min(cell_len(label), width - _ROOM)
    before = ((label, style),) if label else ()
    for line in _wrap(_pieces(runs, style), width - indent):
        yield (*before, *line)
        before = ((" " * indent, _PLAIN),) if indent else ()


def _pieces(runs: Sequence[Run], style: Style) -> list[tuple[str, Style]]:
    pieces: list[tuple[str, Style]] = []
    for run in runs:
        manner = style + _BOLD if run.bold else style
        pieces.append((_text(run.text), manner + _LINK if run.link else manner))
    return pieces


def _text(text: str) -> str:
    return text if text.isprintable() else clean(text).replace("\t", "    ")


def _wrap(pieces: Sequence[tuple[str, Style]], width: int) -> Iterator[Pieces]:
    """Break pieces of text into lines of at most ``width`` cells."""
    text = "".join(piece for piece, _ in pieces)
    at = 0
    for line in text.split("\n"):
        breaks = divide_line(line, width) if len(line) > width // 2 else []
        for start, end in zip((0, *breaks), (*breaks, len(line)), strict=True):
            shown = line[start:end].rstrip() if end < len(line) else line[start:end]
            yield _cut(pieces, at + start, at + start + len(shown))
        at += len(line) + 1


def _cut(pieces: Sequence[tuple[str, Style]], start: int, end: int) -> Pieces:
    """The part of some pieces from one character to another."""
    if len(pieces) == 1:
        return ((pieces[0][0][start:end], pieces[0][1]),)
    cut: list[tuple[str, Style]] = []
    for text, style in pieces:
        if start < len(text) and end > 0 and start < end:
            cut.append((text[max(start, 0) : end], style))
        start, end = start - len(text), end - len(text)
    return tuple(cut)


def _table(table: Table, width: int) -> Iterator[Pieces]:
    rows = [[_text(cell) for cell in row] for row in cells(table)]
    widths = _columns(table, width)
    for index, row in enumerate(rows):
        style = _PLAIN if index else _BOLD
        if min(widths) < _NARROWEST:
            yield from _hang((Run(" – ".join(filter(None, row))),), style, width, "")
            continue
        yield from _row(row, widths, style)
        if not index:
            yield (((" " * _GAP).join("─" * room for room in widths), _PLAIN),)


def _columns(table: Table, width: int) -> list[int]:
    """How many cells each column takes: its share of the page, as in Word."""
    count = len(cells(table)[0])
    shares = (*table.shares[:count], *[0] * (count - len(table.shares)))
    room = width - _GAP * (count - 1)
    widths = [room * share // (sum(shares) or 1) for share in shares]
    widths[-1] += room - sum(widths)
    return widths


def _row(row: Sequence[str], widths: Sequence[int], style: Style) -> Iterator[Pieces]:
    columns = [list(_wrap([(cell, style)], room)) for cell, room in zip(row, widths, strict=True)]
    for line in zip_longest(*columns, fillvalue=()):
        parts = ["".join(text for text, _ in cell) for cell in line]
        padded = [set_cell_size(part, room) for part, room in zip(parts, widths, strict=True)]
        yield (((" " * _GAP).join(padded).rstrip(), style),)


def _sign_off(sign: SignOff, width: int) -> Iterator[Pieces]:
    """The times and the day at the left, the signatory opposite the first of them."""
    left = [_text(line) for line in (sign.times, sign.date) if line] or [""]
    signatory = _text(sign.signatory)
    space = width - cell_len(left[0]) - cell_len(signatory)
    if signatory and space < _GAP:
        left.append(signatory)
    elif signatory:
        left[0] += " " * space + signatory
    yield from (((line, _PLAIN),) for line in left)
