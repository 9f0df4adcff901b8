"""The lines of a file, wrapped to the width there is, the place one is at marked. It draws only what is in view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich._wrap import divide_line
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from screens.widgets.rows import PLAIN, drawn, on_screen

_NUMBER = 5
"""Cells for the number of a line."""
_LEAST = 20
"""Cells below which lines are not wrapped closer."""


class FileLines(ScrollView, can_focus=False):
    """Shows lines with their numbers; ``go_to`` scrolls to one and marks it, by a sign as well as by colour."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"file-lines--marked"}
    DEFAULT_CSS = """
    FileLines {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
    }
    FileLines > .file-lines--marked {
        background: $accent 30%;
        text-style: bold;
    }
    """

    def __init__(self, lines: Sequence[tuple[int, str]], *, id: str | None = None) -> None:  # noqa: A002
        """``lines`` are the numbers and the words of the lines."""
        super().__init__(id=id)
        self._lines = lines
        self._rows: list[tuple[int, int, str]] = []
        self._starts: dict[int, int] = {}
        self._width = 0
        self.marked: int | None = None
        """The number of the line that is marked."""

    def on_resize(self) -> None:
        """Wrap the lines anew for the width."""
        width = self.scrollable_content_region.width
        if width and width != self._width:
            self._width = width
            self._wrap(max(_LEAST, width - _NUMBER - 3))
        self.virtual_size = Size(width, len(self._rows))
        self._to_mark()
        self.refresh()

    def _wrap(self, room: int) -> None:
        self._rows, self._starts = [], {}
        for index, (number, words) in enumerate(self._lines):
            text = on_screen(words)
            self._starts.setdefault(number, len(self._rows))
            breaks = divide_line(text, room) if len(text) > room // 2 else []
            for start, end in zip((0, *breaks), (*breaks, len(text)), strict=True):
                self._rows.append((index, number if not start else 0, text[start:end].rstrip()))

    def go_to(self, number: int | None) -> None:
        """Mark a line and scroll to it; None marks nothing."""
        if number != self.marked:
            self.marked = number
            self._to_mark()
            self.refresh()

    def _to_mark(self) -> None:
        height = self.scrollable_content_region.height
        row = self._starts.get(self.marked) if self.marked is not None else None
        if row is not None and height:
            # A third of the way down: what comes before it shows too, and what follows shows more.
            self.scroll_to(y=max(0, row - height // 3), animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen."""
        width, at = self.scrollable_content_region.width, y + self.scroll_offset.y
        base: Style = self.rich_style
        if at >= len(self._rows):
            return Strip.blank(width, base)
        index, number, text = self._rows[at]
        marked = self.marked is not None and self._lines[index][0] == self.marked
        if marked:
            base = self.get_component_rich_style("file-lines--marked")
        sign = "► " if marked and number else "  "
        return drawn([(f"{sign}{number or '':>{_NUMBER}} ", PLAIN), (text, PLAIN)], width, base)
