"""A list of rows drawn as they come into view, so that a thousand of them cost no more than a screenful."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from clerk.language.text import clean

PLAIN = Style()
BOLD = Style(bold=True)
MATCH = Style(bold=True, underline=True)

Piece = tuple[str, Style]
"""Some text and the manner it is drawn in; never markup."""
Draw = Callable[[int, int], Iterable[Piece]]
"""Draws the row of an index in a number of cells."""


def on_screen(text: str) -> str:
    """Return ``text`` as cells can show it: one row, with tabs as spaces."""
    return text if text.isprintable() else clean(text).replace("\t", "    ").replace("\n", " ")


def beginning(text: str, first: int, last: int, room: int) -> int:
    """Where to begin showing ``text`` in ``room`` cells so that its characters ``first`` to ``last`` are in view.

    That is at the start of a word, with some words before to know the sentence by, and leaves no room unused.
    """
    if last <= room - 1:
        return 0
    begin = min(max(0, first - room // 3), max(0, len(text) - room + 2))
    space = text.find(" ", begin, first)
    return space + 1 if space >= 0 else begin


def drawn(pieces: Iterable[Piece], width: int, base: Style) -> Strip:
    """Draw pieces as one row of ``width`` cells; what does not fit ends in an ellipsis."""
    strip = Strip([Segment(on_screen(text), base + style) for text, style in pieces if text])
    if strip.cell_length > width > 0:
        return Strip.join([strip.crop(0, width - 1), Strip([Segment("…", base)])]).adjust_cell_length(width, base)
    return strip.adjust_cell_length(width, base)


class Rows(ScrollView, can_focus=False):
    """Rows with one of them marked. The screen moves the mark, for the focus stays where one types."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--marked"}
    DEFAULT_CSS = """
    Rows {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
    }
    Rows > .rows--marked {
        background: $primary 35%;
        text-style: bold;
    }
    """

    @dataclass
    class Picked(Message):
        """A row was clicked."""

        index: int
        """Which, from 0."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.marked: int | None = None
        """The row marked, from 0; None when there are none."""
        self._count = 0
        self._draw: Draw = lambda _index, _width: ()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    def show(self, count: int, draw: Draw, mark: int = 0) -> None:
        """Show other rows, one of them marked."""
        self._count, self._draw = count, draw
        self.marked = min(max(mark, 0), count - 1) if count else None
        self._measure()
        self.refresh()
        self._to_mark()

    def move(self, step: int) -> None:
        """Move the mark: one step goes round from end to end, a longer one stops there."""
        if self.marked is None:
            return
        there = self.marked + step
        self.marked = there % self._count if abs(step) == 1 else min(max(there, 0), self._count - 1)
        self.refresh()
        self._to_mark()

    @property
    def page(self) -> int:
        """How many rows a page up or down goes."""
        return max(1, self.size.height - 1)

    def _to_mark(self) -> None:
        height = self.scrollable_content_region.height
        if self.marked is None or not height:
            return
        top = self.scroll_offset.y
        if top <= self.marked < top + height:
            return
        if abs(self.marked - top) > 2 * height:
            # After a leap, some of what came before shows too.
            wanted = self.marked - height // 3
        else:
            wanted = self.marked if self.marked < top else self.marked - height + 1
        self.scroll_to(y=wanted, animate=False, immediate=True)

    def on_resize(self) -> None:
        """Fit the rows, and keep the mark in view."""
        self._measure()
        self._to_mark()

    def _measure(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self._count)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen."""
        width, index = self.scrollable_content_region.width, y + self.scroll_offset.y
        base = self.rich_style
        if index >= self._count:
            return Strip.blank(width, base)
        if index == self.marked:
            base = self.get_component_rich_style("rows--marked")
        # The mark is a sign and not only a colour.
        pieces = [("► " if index == self.marked else "  ", PLAIN), *self._draw(index, width - 2)]
        return drawn(pieces, width, base)

    def on_click(self, event: events.Click) -> None:
        """Mark the row that was clicked, and say so."""
        index = event.y + self.scroll_offset.y
        if index < self._count:
            self.marked = index
            self.refresh()
            self.post_message(self.Picked(index))
