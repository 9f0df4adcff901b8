"""F1: every key, as a cheat sheet that fits one screen, and below it how a minute is typed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Static

from clerk.notation import PREFIXES
from screens.commands import EDITING_KEYS, Command, short

_COLUMN = 35
"""Cells of one column of the cheat sheet."""
_BOLD = Style(bold=True)


class Help(ModalScreen[None]):
    """The keys, then the letters lines start with."""

    CSS_PATH = "help.tcss"
    BINDINGS = [("escape,f1,enter,q", "close", "Close")]  # noqa: RUF012 - Textual's own form

    def __init__(self, commands: Sequence[Command], *, typing: bool = True) -> None:
        super().__init__()
        self._commands = commands
        self._typing = typing

    def compose(self) -> ComposeResult:
        """One page; it scrolls."""
        with VerticalScroll(id="help"):
            yield Static(self._text())

    def on_resize(self) -> None:
        """Lay the columns out for the width there is."""
        self.query_one(Static).update(self._text())

    def _text(self) -> Content:
        return help_text(self._commands, self._typing, max(1, (self.app.size.width - 6) // _COLUMN))

    def action_close(self) -> None:
        """Leave."""
        if self.is_current:
            self.dismiss(None)


def help_text(commands: Sequence[Command], typing: bool, columns: int) -> Content:
    """Make the page from the table of commands; with ``typing``, say also how a minute is typed."""
    parts: list[Content | str | tuple[str, Style]] = _in_columns(_sheet(commands), columns)
    if typing:
        parts.append(("\nThe second key is for when the agenda has the focus: Esc. ", _BOLD))
        parts.append("Esc closes this page; the arrows scroll it.\n")
        parts.append(("\nTyping\n", _BOLD))
        parts += _in_columns([(f"{keys:<19}{what}", Style()) for keys, what in EDITING_KEYS], max(1, columns // 2), 68)
        parts.append(("\nWhat a line starts with\n", _BOLD))
        prefixes = [(f"{prefix:<4} {kind.value}", Style()) for kind, prefix in PREFIXES.items()]
        prefixes.append(("\\    a paragraph all the same", Style()))
        parts += _in_columns(prefixes, columns)
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


def _in_columns(
    lines: list[tuple[str, Style]], columns: int, width: int = _COLUMN
) -> list[Content | str | tuple[str, Style]]:
    rows = -(-len(lines) // columns)
    parts: list[Content | str | tuple[str, Style]] = []
    for row in range(rows):
        for text, style in lines[row::rows]:
            parts.append((f"{text[: width - 1]:<{width}}", style))
        parts.append("\n")
    return parts
