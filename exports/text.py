"""Minutes as plain text: for an e-mail, a text editor, or a reader who wants no layout at all."""

from __future__ import annotations

import textwrap

from clerk.language.text import clean
from clerk.minutes import Block, Heading, ListItem, Minutes, Paragraph, Role, Run, SignOff, Table
from exports.printed import cells

_RULES = {1: "=", 2: "-"}
_INDENTED = (Role.DECISION, Role.QUOTATION)
_DASH = " - "
_NARROWEST = 20
"""The least room, in characters, in which the last column of a table is worth aligning."""


def plain_text(minutes: Minutes, width: int | None = None) -> str:
    """Return the minutes as text, with every number and label, ending in a line end.

    Args:
        minutes: what to print.
        width: the longest a line may be, in characters; None leaves each paragraph on one line.
    """
    return "\n\n".join(_block(block, width) for block in minutes.blocks) + "\n"


def _block(block: Block, width: int | None) -> str:
    match block:
        case Heading():
            return _heading(block, width)
        case Paragraph():
            return _hang("    " if block.role in _INDENTED else "", _words(block.runs), width)
        case ListItem():
            indent = "    " + "      " * block.level
            return _hang(
                indent, _words(block.runs), width, f"{clean(block.label)} ".ljust(6 if block.level == 0 else 2)
            )
        case Table():
            return _table(block, width)
        case SignOff():
            return "\n".join(clean(line) for line in (block.times, block.date, block.signatory) if line)


def _heading(heading: Heading, width: int | None) -> str:
    text = _hang("", clean(heading.text), width, f"{clean(heading.number)} " if heading.number else "")
    rule = _RULES.get(heading.level, "")
    return f"{text}\n{rule * max(map(len, text.splitlines() or ['']))}" if rule else text


def _words(runs: tuple[Run, ...]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text, link = clean(run.text), clean(run.link)
    return f"{text} <{link}>" if link and link not in text else text


def _table(table: Table, width: int | None) -> str:
    rows = [[clean(cell).replace("\n", " ") for cell in row] for row in cells(table)]
    rooms = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    before_last = sum(rooms) + len(_DASH) * len(rooms)
    if width and before_last + _NARROWEST > width:
        return "\n".join(_hang("", _DASH.join(filter(None, row)), width, later="    ") for row in rows)
    return "\n".join(_row(row, rooms, width) for row in rows)


def _row(row: list[str], rooms: list[int], width: int | None) -> str:
    first = "".join(cell.ljust(room) + _DASH for cell, room in zip(row[:-1], rooms, strict=True))
    if not row[-1]:
        return first[: -len(_DASH)].rstrip() if rooms else ""
    return _hang("", row[-1], width, first)


def _hang(indent: str, text: str, width: int | None, label: str = "", later: str = "") -> str:
    """Return ``text`` after its label, with its later lines set in as far as its first."""
    first, later = indent + label, later or indent + " " * len(label)
    lines: list[str] = []
    for line in text.split("\n"):
        before = later if lines else first
        lines += _wrap(line, before, later, width) if width else [before + line]
    return "\n".join(line.rstrip() if not line.strip() else line for line in lines)


def _wrap(line: str, first: str, later: str, width: int) -> list[str]:
    wrapper = textwrap.TextWrapper(
        width=max(width, len(later) + 10),
        initial_indent=first,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
        expand_tabs=False,
        replace_whitespace=False,
    )
    return wrapper.wrap(line) or [first]
