"""The keys at the foot of the screen, as many as fit, never cut in the middle of a word."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.style import Style
from textual.timer import Timer
from textual.widget import Widget

from screens.commands import Command, short


class KeyBar(Widget):
    """One line of keys and what they do. A click on one does it."""

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = [command for command in commands if command.footer and command.key]
        lettered = [command for command in commands if command.letter]
        # First those that have no other key: the rest can be learned from the line shown while typing.
        self._lettered = sorted(lettered, key=lambda command: bool(command.key))
        self._letters = False
        self._spans: list[tuple[int, int, str]] = []
        self._said: dict[str, str] = {}
        self._told = ""
        self._until: Timer | None = None

    def tell(self, sentence: str, seconds: float) -> bool:
        """Show a sentence in place of the keys for a while. False if it does not fit."""
        if cell_len(sentence) + 2 > self.size.width or "\n" in sentence:
            return False
        if self._until is not None:
            self._until.stop()
        self._told = sentence
        self._until = self.set_timer(seconds, self._show_keys)
        self.refresh()
        return True

    def _show_keys(self) -> None:
        self._told = ""
        self.refresh()

    def show_letters(self, letters: bool) -> None:
        """Show the single keys, which work while the agenda has the focus, or those that work while typing."""
        if letters != self._letters:
            self._letters = letters
            self.refresh()

    def say(self, action: str, word: str) -> None:
        """Call a key by another word for now."""
        if self._said.get(action) != word:
            self._said[action] = word
            self.refresh()

    def render(self) -> Content:
        """Draw the keys that fit, or the sentence that is shown instead."""
        self._spans = []
        if self._told:
            return Content.assemble(" ", (self._told, Style(bold=True)))
        key_style = Style(bold=True, reverse=True)
        parts: list[Content | tuple[str, Style] | str] = []
        used = 0
        for command in self._lettered if self._letters else self._commands:
            key = short(command.letter if self._letters else command.key)
            word = self._said.get(command.action) or command.footer or command.brief
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
