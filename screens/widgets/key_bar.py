"""The keys at the foot of the screen, as many as fit, never cut in the middle of a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.style import Style
from textual.timer import Timer
from textual.widget import Widget

from screens.commands import Command, short

_KEY = Style(bold=True, reverse=True)
_BACK = "Esc: type again"


class KeyBar(Widget):
    """Keys and what they do, in one line; before letters that are commands now, or above them, a heading says so.

    A click on a key does it.
    """

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = [command for command in commands if command.footer and command.key]
        lettered = [command for command in commands if command.letter]
        # First those that have no other key: the rest can be learned from the line shown while typing.
        self._lettered = sorted(lettered, key=lambda command: bool(command.key))
        self._letters = False
        self._heading = ""
        self._rows = 1
        self._spans: list[tuple[int, int, int, str]] = []
        self._said: dict[str, str] = {}
        self._told = ""
        self._until: Timer | None = None

    def tell(self, sentence: str, seconds: float) -> bool:
        """Show a sentence in place of the keys for a while. False if it does not fit."""
        if not self._fits(sentence):
            return False
        if self._until is not None:
            self._until.stop()
        self._told = sentence
        self._until = self.set_timer(seconds, self._show_keys)
        self.refresh()
        return True

    def _fits(self, sentence: str) -> bool:
        """Whether there is room for it, beside the heading if that is in the same row."""
        heading = len(self._in_row)
        return cell_len(sentence) + 2 + heading <= self.size.width and "\n" not in sentence

    @property
    def _band(self) -> str:
        return f" {self._heading}   {_BACK} " if self._heading else ""

    @property
    def _in_row(self) -> str:
        return self._band if self._rows == 1 else ""

    def _show_keys(self) -> None:
        self._told = ""
        self.refresh()

    def show_letters(self, letters: bool, heading: str = "", rows: int = 1) -> None:
        """Show the single keys or those that work while typing; with a heading in a band that cannot be overlooked.

        It is in the row of the keys, which costs no layout, or in one of its own when there are several ``rows``.
        """
        if (letters, heading, rows) != (self._letters, self._heading, self._rows):
            self._letters, self._heading = letters, heading
            if rows != self._rows:
                self._rows = self.styles.height = rows
            self.refresh()

    def say(self, action: str, word: str) -> None:
        """Call a key by another word for now."""
        if self._said.get(action) != word:
            self._said[action] = word
            self.refresh()

    def render(self) -> Content:
        """Draw the keys that fit, or the sentence that is shown instead."""
        self._spans = []
        rows: list[Content] = []
        if self._heading and self._rows > 1:
            rows.append(Content(f"{self._band:<{self.size.width}}").stylize(_KEY))
        if self._told and self._fits(self._told):
            rows.append(Content.assemble((self._in_row, _KEY), " ", (self._told, Style(bold=True))))
        else:
            keys = iter(self._lettered if self._letters else self._commands)
            first = next(keys, None)
            for row in range(len(rows), self._rows):
                line, first = self._row(row, self._in_row, first, keys)
                rows.append(line)
        return Content("\n").join(rows)

    def _row(
        self, row: int, heading: str, command: Command | None, then: Iterator[Command]
    ) -> tuple[Content, Command | None]:
        """Draw one row, beginning with a command; also the first that did not fit."""
        parts: list[Content | tuple[str, Style] | str] = [(heading, _KEY), " "] if heading else []
        used = len(heading) + 1 if heading else 0
        while command is not None:
            key = short(command.letter if self._letters else command.key)
            word = self._said.get(command.action) or command.footer or command.brief
            width = len(key) + 1 + len(word) + 1
            if used + width > self.size.width + 1:
                break
            parts += [(key, _KEY), f" {word} "]
            self._spans.append((row, used, used + width - 1, command.action))
            used += width
            command = next(then, None)
        return Content.assemble(*parts), command

    async def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        for row, start, end, action in self._spans:
            if event.y == row and start <= event.x < end:
                await self.screen.run_action(action)
