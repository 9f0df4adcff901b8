"""F1: every key, as a cheat sheet that fits one screen, and below it how a minute is typed."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from clerk.notation import PREFIXES
from screens.card import Card
from screens.commands import EDITING_KEYS, SINGLE_KEYS, Command, short

_COLUMN = 35
"""Cells of one column of the cheat sheet."""
_TYPED = 32
"""Cells for a line as it is typed, where it is no longer."""
_EXAMPLES = (
    ("M: DA, SP: That ...", "moved and seconded; V: comes below"),
    ("V: 8-3-1", "for, against, abstained; or lost 3-8"),
    ("V: 5-5 casting lost", "by the casting vote; Esc v asks"),
    ("V: named for AB, CD; against EF", "a recorded vote, by initials"),
    ("AM: AB, CD: That ...", "once voted on, V: is on the motion"),
    ("-- materials", "below an R: line, a condition"),
    ("A: KL, JT: write to the trust by 5 January", "who, what, by when"),
)
"""Lines as they are typed in a meeting, and what each is."""
_BOLD = Style(bold=True)


class Help(Card[None]):
    """The keys, then the letters lines start with."""

    CSS_PATH = "help.tcss"
    BINDINGS = [("escape,f1,enter,q", "close", "Close")]  # noqa: RUF012 - Textual's own form

    def __init__(self, commands: Sequence[Command], *, typing: bool = True) -> None:
        super().__init__()
        self._commands = commands
        self._typing = typing
        self._cells = 0

    def compose(self) -> ComposeResult:
        """One page; it scrolls."""
        with VerticalScroll(id="help"):
            yield Static(self._text())

    def on_resize(self) -> None:
        """Lay the columns out for the width there is."""
        if self._cells != self._room:
            self.query_one(Static).update(self._text())

    @property
    def _room(self) -> int:
        # What the border, the padding and the scroll bar leave; the page is no wider than 150 cells.
        return min(self.app.size.width, 150) - 8

    def _text(self) -> Content:
        self._cells = self._room
        return help_text(self._commands, self._typing, self._cells)

    def action_close(self) -> None:
        """Leave."""
        if self.is_current:
            self.dismiss(None)


def help_text(commands: Sequence[Command], typing: bool, cells: int) -> Content:
    """Make the page from the table of commands, ``cells`` wide; with ``typing``, say also how a minute is typed."""
    columns = max(1, cells // _COLUMN)
    width = cells // columns
    parts: list[Content | str | tuple[str, Style]] = _in_columns(_sheet(commands), columns, width)
    if typing:
        parts.append(("\nThe second key comes after Esc.\n", _BOLD))
        parts.append(f"{fill(SINGLE_KEYS, cells)}\n")
        parts.append("Esc closes this page; the arrows scroll it.\n")
        parts.append(("\nTyping\n", _BOLD))
        parts += _in_columns([(f"{keys:<19}{what}", Style()) for keys, what in EDITING_KEYS], max(1, columns // 2), 68)
        parts.append(("\nWhat a line starts with\n", _BOLD))
        prefixes = [(f"{prefix:<4} {kind.value}", Style()) for kind, prefix in PREFIXES.items()]
        prefixes.append(("\\    a paragraph all the same", Style()))
        parts += _in_columns(prefixes, columns, width)
        parts.append(("\nAs it is typed\n", _BOLD))
        for line, what in _EXAMPLES:
            parts.append(f"{line:<{_TYPED}} {what}\n" if len(line) < _TYPED else f"{line}  {what}\n")
    return Content.assemble(*parts)


def _sheet(commands: Sequence[Command]) -> list[tuple[str, Style]]:
    """The cheat sheet, a heading or a key a line."""
    lines: list[tuple[str, Style]] = []
    for group in dict.fromkeys(command.group for command in commands):
        lines.append((group, _BOLD))
        for command in commands:
            if command.group == group and (command.key or command.letter):
                lines.append((f"{short(command.key):<4}{short(command.letter):<2} {command.brief}", Style()))
    return lines


def _in_columns(lines: list[tuple[str, Style]], columns: int, width: int) -> list[Content | str | tuple[str, Style]]:
    rows = -(-len(lines) // columns)
    parts: list[Content | str | tuple[str, Style]] = []
    for row in range(rows):
        for text, style in lines[row::rows]:
            fits = text if len(text) < width else f"{text[: width - 2]}…"
            parts.append((f"{fits:<{width}}", style))
        parts.append("\n")
    return parts
