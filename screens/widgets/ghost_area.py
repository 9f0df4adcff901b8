"""Ghost text: what is offered after the cursor, drawn right in wrapped lines and never in the way of typing."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.document._document import EditResult, Selection
from textual.document._edit import Edit
from textual.strip import Strip

from screens.widgets.label_area import LabelArea

if TYPE_CHECKING:
    from clerk.completion import Suggestion

Suggest = Callable[[str, Sequence[str]], "Suggestion | None"]
"""Says what to offer after a line's text up to the cursor, given the lines above it."""


class GhostArea(LabelArea, inherit_bindings=False):
    """A label area that offers ghost text. It asks for it after the paint, so that no key waits for the answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "take_or_right", "Take what is offered, or go right", show=False),
        Binding("ctrl+right", "take_word_or_right", "Take a word of it, or go a word right", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        self._ghost: Suggestion | None = None
        self._asked = False
        self._suggest: Suggest | None = None
        super().__init__(id=id)

    @property
    def ghost(self) -> Suggestion | None:
        """What is offered now."""
        return self._ghost

    def offer_from(self, suggest: Suggest | None) -> None:
        """Say where ghost text comes from; None for nowhere."""
        self.hide_ghost()
        self._suggest = suggest
        self._asked = False  # what was asked for is lost with a card that goes before its next paint
        self._ask_later()

    # --- offering -----------------------------------------------------------------------------------------------

    def edit(self, edit: Edit) -> EditResult:
        """Do an edit. Typing what the ghost says leaves the rest of it standing; anything else takes it away."""
        ghost, rows = self._ghost, self._ghost_rows()
        at_ghost = edit.top == edit.bottom == self.selection.end
        if ghost and at_ghost and edit.text and not ghost.replace and ghost.text.startswith(edit.text):
            rest = ghost.text[len(edit.text) :]
            self._ghost = replace(ghost, text=rest) if rest else None
        else:
            self._ghost = None
        result = super().edit(edit)
        self._redraw_below(len(rows))
        if self.is_mounted:
            self.paint_now()
        self._ask_later()
        return result

    def _watch_selection(self, previous_selection: Selection, selection: Selection) -> None:
        super()._watch_selection(previous_selection, selection)
        if previous_selection != selection and not self._quiet:
            self.hide_ghost()
            self._ask_later()

    def hide_ghost(self) -> None:
        """Offer nothing until the next key."""
        if self._ghost:
            rows = len(self._ghost_rows())
            self._ghost = None
            self._redraw_below(rows)

    def _ask_later(self) -> None:
        if self._suggest and not self._asked and self.is_mounted:
            self._asked = True
            self.call_after_refresh(self._ask)

    def _ask(self) -> None:
        """Ask what to offer, if the cursor is still at the end of a line and nothing is selected."""
        self._asked = False
        row, column = self.cursor_location
        line = self.document[row]
        if self._ghost or not self._suggest or self.read_only or not self.selection.is_empty or column != len(line):
            return
        try:
            self._ghost = self._suggest(line, self.document.lines[:row])
        except Exception as error:
            # Words offered are a convenience: should they fail, typing goes on without them.
            self._suggest = None
            self.log(f"No more words are offered here: {error!r}")
        if self._ghost:
            self._redraw_below(len(self._ghost_rows()))

    # --- taking -------------------------------------------------------------------------------------------------

    def take_ghost(self, text: str | None = None) -> bool:
        """Put in what is offered, or its beginning ``text``; False when nothing is."""
        ghost = self._ghost
        if not ghost:
            return False
        row, column = self.cursor_location
        self.history.checkpoint()
        self.replace(text or ghost.text, (row, column - ghost.replace), (row, column), maintain_selection_offset=False)
        self.history.checkpoint()
        return True

    def action_take_or_right(self) -> None:
        """Take all that is offered, or move right."""
        if not self.take_ghost():
            self.action_cursor_right()

    def action_take_word_or_right(self) -> None:
        """Take one word of what is offered, or move a word right."""
        ghost = self._ghost
        if not self.take_ghost(ghost.word if ghost and not ghost.replace else None):
            self.action_cursor_word_right()

    # --- drawing ------------------------------------------------------------------------------------------------

    def _ghost_rows(self) -> list[str]:
        """The ghost text as rows: after the cursor, then below it where the page ends and there is nothing to cover."""
        ghost = self._ghost
        if not ghost:
            return []
        x, y = self._cursor_offset
        text = f" → {ghost.text}" if ghost.replace else ghost.text
        rows = textwrap.wrap(text, max(1, self.wrap_width), initial_indent=" " * x, drop_whitespace=True)
        rows = rows or [""]
        at_end = y == self.wrapped_document.height - 1
        room = max(1, self.scroll_offset.y + self.size.height - y) if at_end else 1
        if len(rows) > room:
            rows = [*rows[: room - 1], rows[room - 1][: max(0, self.wrap_width - 1)] + "…"]
        return [rows[0][x:], *rows[1:]]

    def _redraw_below(self, rows: int) -> None:
        if rows:
            self._line_cache.clear()
            self.refresh_lines(self._cursor_offset[1], rows + 1)

    @property
    def rows_written(self) -> int:
        """How many rows there is something in, a ghost below the last line included."""
        written = super().rows_written
        if not self._ghost or not self.has_focus:
            return written
        return max(written, self._cursor_offset[1] + len(self._ghost_rows()))

    def _render_line(self, y: int) -> Strip:
        strip = super()._render_line(y)
        if not self._ghost or not self.has_focus:
            return strip
        below = y + self.scroll_offset.y - self._cursor_offset[1]
        rows = self._ghost_rows()
        if not 0 <= below < len(rows):
            return strip
        base = self.rich_style
        style = base + self.get_component_rich_style("text-area--suggestion")
        x = self.gutter_width + (self._cursor_offset[0] if below == 0 else 0)
        return _written_over(strip, x, rows[below], style, self._cursor_style() if below == 0 else None)

    def _cursor_style(self) -> Style | None:
        return self._theme.cursor_style if self._draw_cursor and self._theme else None


def _written_over(strip: Strip, x: int, text: str, style: Style, cursor: Style | None) -> Strip:
    """``strip`` with ``text`` written over it from cell ``x``; with ``cursor``, its first cell bears the cursor."""
    if not text:
        return strip
    segments = [Segment(text[:1], style + cursor), Segment(text[1:], style)] if cursor else [Segment(text, style)]
    over = Strip(segments)
    end = x + over.cell_length
    return Strip.join([strip.crop(0, x), over, strip.crop(end)]).crop(0, strip.cell_length)
