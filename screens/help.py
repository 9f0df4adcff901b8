"""F1: every key on one page."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Static

from clerk.notation import PREFIXES
from screens.commands import EDITING_KEYS, Command, spoken


class Help(ModalScreen[None]):
    """The keys, grouped, then the letters lines start with."""

    CSS_PATH = "help.tcss"
    BINDINGS = [("escape,f1,enter,q", "close", "Close")]  # noqa: RUF012 - Textual's own form

    def __init__(self, commands: Sequence[Command], *, typing: bool = True) -> None:
        super().__init__()
        self._commands = commands
        self._typing = typing

    def compose(self) -> ComposeResult:
        """One scrolling page."""
        with VerticalScroll(id="help"):
            yield Static(help_text(self._commands, self._typing))

    def action_close(self) -> None:
        """Leave."""
        if self.is_current:
            self.dismiss(None)


def help_text(commands: Sequence[Command], typing: bool) -> Content:
    """Make the page from the table of commands; with ``typing``, say also how a minute is typed."""
    bold = Style(bold=True)
    parts: list[Content | str | tuple[str, Style]] = []
    for group in dict.fromkeys(command.group for command in commands):
        parts.append((f"{group}\n", bold))
        for command in commands:
            if command.group == group and (command.key or command.letter):
                parts.append(f"  {spoken(command.key):<8} {spoken(command.letter):<2} {command.help}\n")
        parts.append("\n")
    parts.append("The second column is a single key, for when a list has the focus (Esc).\n")
    if typing:
        parts.append(("\nTyping\n", bold))
        parts += [f"  {keys:<24} {what}\n" for keys, what in EDITING_KEYS]
        parts.append(("\nWhat a line starts with\n", bold))
        parts += [f"  {prefix:<4} {kind.value}\n" for kind, prefix in PREFIXES.items()]
        parts.append("  \\    an ordinary paragraph that happens to start like one of these\n")
    parts.append("\nEsc closes this page.")
    return Content.assemble(*parts)
