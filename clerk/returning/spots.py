"""Where each passage of a printed draft comes from: a line of a minute, an item's title, or Clerk itself."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from clerk import notation
from clerk.house_style import HouseStyle
from clerk.minute_blocks import minute_blocks, printing
from clerk.minutes import Block, Heading, ListItem, Minutes, Paragraph, SignOff, Table, plain
from clerk.model import Record
from clerk.sentences.happening import told_within


class Source(Enum):
    """What a passage was made of."""

    LINE = "a line of a minute"
    TITLE = "an item's title"
    LABEL = "the label of a decision"
    RECORD = "what the record says of an item"
    ROW = "a row of a table"
    REST = "the head or the foot of the minutes"


@dataclass(frozen=True)
class Spot:
    """The place in the record of one passage."""

    source: Source
    """What it was made of."""
    item: int = 0
    """Position of its item; 0 outside the business."""
    line: int = -1
    """Which line of the item's minute, from 0; of a label, that of the first limb; -1 for none."""


def spots(record: Record, minutes: Minutes, style: HouseStyle) -> list[Spot]:
    """Return the spot of each paragraph and each table row of ``minutes``, which ``record`` was drafted to."""
    found: list[Spot] = []
    waiting: list[Spot] = []
    for block in minutes.blocks:
        position = 0 if isinstance(block, SignOff) else block.item
        if isinstance(block, Table):
            found += [Spot(Source.ROW, position)] * (1 + len(block.rows))
        elif not position:
            found.append(Spot(Source.REST))
            waiting = []
        elif isinstance(block, Heading) and block.level <= 2:
            found.append(Spot(Source.TITLE, position))
            waiting = _of_minute(record, position, style)
        else:
            found.append(waiting.pop(0) if waiting else Spot(Source.RECORD, position))
    return found


def _of_minute(record: Record, position: int, style: HouseStyle) -> list[Spot]:
    told = told_within(record, position, style)
    found: list[Spot] = []
    for line, label in _walk(record, position, style)[0]:
        while told and min(told) <= line:
            found += [Spot(Source.RECORD, position)] * len(told.pop(min(told)))
        found.append(Spot(Source.LABEL if label else Source.LINE, position, line))
    return found


def printed_line(record: Record, position: int, line: int, style: HouseStyle) -> str | None:
    """What one line of an item's minute prints, without a number Word counts; None when it prints nothing."""
    places, blocks = _walk(record, position, style)
    found = (block for (at, label), block in zip(places, blocks, strict=True) if at == line and not label)
    return next((_text(block) for block in found), None)


def _walk(record: Record, position: int, style: HouseStyle) -> tuple[list[tuple[int, bool]], Sequence[Block]]:
    """The lines of a minute that print, each with whether it is there for its decision's label; and their blocks."""
    lines = [entry.line for entry in record.items[position - 1].entries]
    places: list[tuple[int, bool]] = []
    for at, each in enumerate(printing(lines)):
        if each.line.kind in notation.UNPRINTED:
            continue
        if each.line.kind in notation.DECISIONS and each.number == 1:
            places.append((at, True))
        places.append((at, False))
    blocks, _ = minute_blocks(record, position, style, itertools.count(1))
    # Should a style ever print lines in another way, none of them is taken for what it is not.
    return (places, blocks) if len(places) == len(blocks) else ([], [])


def _text(block: Block) -> str:
    if isinstance(block, Paragraph | ListItem):
        return plain(block.runs).strip()
    return block.text.strip() if isinstance(block, Heading) else ""
