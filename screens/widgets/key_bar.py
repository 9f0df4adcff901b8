"""The keys at the foot of the screen, as many as fit, never cut in the middle of a word."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from screens.commands import Command, short


class KeyBar(Widget):
    """One line of keys and what they do. A click on one does it."""

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = [command for command in commands if command.footer and command.key]
        self._spans: list[tuple[int, int, str]] = []
        self._said: dict[str, str] = {}

    def say(self, action: str, word: str) -> None:
        """Call a key by another word for now."""
        if self._said.get(action) != word:
            self._said[action] = word
            self.refresh()

    def render(self) -> Content:
        """Draw the keys that fit."""
        key_style = Style(bold=True, reverse=True)
        parts: list[Content | tuple[str, Style] | str] = []
        self._spans = []
        used = 0
        for command in self._commands:
            key = short(command.key)
            word = self._said.get(command.action, command.footer)
            width = len(key) + 1 + len(word) + 1
            if used + width > self.size.width + 1:
                break
            parts += [(key, key_style), f" {word} "]
            self._spans.append((used, used + width - 1, command.action))
            used += width
        return Content.assemble(*parts)

    async def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        for start, end, action in self._spans:
            if start <= event.x < end:
                await self.screen.run_action(action)
