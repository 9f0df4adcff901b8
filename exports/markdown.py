"""Minutes as Markdown, for a website or a repository; numbers are typed, since Markdown cannot count in (i) and (a)."""

from __future__ import annotations

import re

from clerk.language.text import clean
from clerk.minutes import Block, Heading, ListItem, ListStyle, Minutes, Paragraph, Role, Run, SignOff, Table
from exports.printed import cells
from exports.word_xml import web_address

_MARKUP = re.compile(r"([\\`*_\[\]<>|~&#$^])")
_LINE_START = re.compile(r"^([-+=:]|\d+(?=[.)](?:\s|$)))", re.MULTILINE)
_LEADING = re.compile(r"^[ \t]+", re.MULTILINE)


def markdown(minutes: Minutes) -> str:
    """Return the minutes as CommonMark with pipe tables; what an officer typed is escaped, never read as markup."""
    return "\n\n".join(_block(block) for block in minutes.blocks) + "\n"


def escape(text: str) -> str:
    """Return ``text`` so that Markdown prints it as it is, each line break kept."""
    return _lines(_inline(text))


def _inline(text: str) -> str:
    return _MARKUP.sub(r"\\\1", clean(text))


def _lines(text: str) -> str:
    """Escape what means something only at the start of a line, and keep the line breaks."""
    text = _LEADING.sub(lambda match: "&#32;" * len(match[0]), text)
    text = _LINE_START.sub(lambda match: f"{match[1]}\\" if match[1].isdigit() else f"\\{match[1]}", text)
    return text.replace("\n", "\\\n")


def _block(block: Block) -> str:
    match block:
        case Heading():
            number = f"{_one_line(block.number)} " if block.number else ""
            return f"{'#' * block.level} {number}{_one_line(block.text)}"
        case Paragraph():
            words = _words(block.runs)
            return re.sub("^", "> ", words, flags=re.MULTILINE) if block.role is Role.QUOTATION else words
        case ListItem():
            marker = "-" if block.style is ListStyle.BULLET else escape(block.label)
            return f"{marker} {_words(block.runs)}"
        case Table():
            return _table(block)
        case SignOff():
            return "\\\n".join(escape(line) for line in (block.times, block.date, block.signatory) if line)


def _words(runs: tuple[Run, ...]) -> str:
    return _lines("".join(_run(run) for run in runs))


def _run(run: Run) -> str:
    text = _inline(run.text)
    address = web_address(run.link) if run.link else ""
    if address:
        text = f"[{text}](<{address}>)"
    inner = text.strip()
    # Markdown takes ** for strong only when it touches the words.
    return text.replace(inner, f"**{inner}**", 1) if run.bold and inner else text


def _table(table: Table) -> str:
    rows = [[_one_line(cell, "<br>") for cell in row] for row in cells(table)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * len(rows[0])}", *lines[1:]])


def _one_line(text: str, joint: str = " ") -> str:
    return joint.join(_inline(line) for line in clean(text).split("\n"))
