"""The minutes as they will print, drawn from the same tree that Word is written from."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from clerk.minutes import Minutes
from screens.card import Card
from screens.laid_out import LaidOut, Start, lay_out
from screens.widgets.plain import Words
from screens.widgets.rows import drawn

_WIDEST = 100
"""Cells beyond which a line is no easier to read; what is over becomes margin."""
_MARGIN = 2
"""Cells left free at either side."""


class Printed(ScrollView, can_focus=True):
    """The minutes on a sheet that scrolls. It draws only the lines in view."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "page_down", "Page down", show=False)]

    class Moved(Message):
        """Another part of the minutes is in view."""

    def __init__(self, minutes: Minutes, position: int) -> None:
        super().__init__()
        self._minutes = minutes
        self._wanted: int | None = position
        self._laid_out = LaidOut((), (), ())
        self._width = 0

    def on_resize(self) -> None:
        """Lay the minutes out anew for the width, with the same words on top."""
        room = self.scrollable_content_region.width
        if room <= 0 or room == self._width:
            self._measure()
            return
        top = self.scroll_offset.y
        block = self._laid_out.blocks[top] if top < len(self._laid_out.blocks) else None
        self._width = room
        self._laid_out = lay_out(self._minutes, min(room - 2 * _MARGIN, _WIDEST))
        self._measure()
        if self._wanted is not None:
            self.go_to_item(self._wanted)
            self._wanted = None
        elif block is not None:
            self.go_to(self._laid_out.blocks.index(block))
        self.refresh()
        self.post_message(self.Moved())

    def _measure(self) -> None:
        """Let the last heading be scrolled to the top, even if little comes below it."""
        height = self.scrollable_content_region.height
        last = self._laid_out.starts[-1].line if self._laid_out.starts else 0
        self.virtual_size = Size(self.scrollable_content_region.width, max(len(self._laid_out.lines), last + height))

    def render_line(self, y: int) -> Strip:
        """Draw one line of the sheet."""
        width, line = self.scrollable_content_region.width, y + self.scroll_offset.y
        base = self.rich_style
        if line >= len(self._laid_out.lines):
            return Strip.blank(width, base)
        margin = max(_MARGIN, (self._width - _WIDEST) // 2)
        return drawn(((" " * margin, base), *self._laid_out.lines[line]), width, base)

    # --- where one is -------------------------------------------------------------------------------------------

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self._laid_out.lines)

    @property
    def on_top(self) -> Start | None:
        """The item at the top of the screen; before the business, the first one in view; None if there is none."""
        top = self.scroll_offset.y
        before = [start for start in self._laid_out.starts if start.line <= top]
        if before:
            return before[-1]
        height = self.scrollable_content_region.height
        return next((start for start in self._laid_out.starts if start.line < top + height), None)

    def go_to(self, line: int) -> None:
        """Put a line at the top."""
        self.scroll_to(y=line, animate=False, immediate=True)

    def go_to_item(self, position: int) -> None:
        """Put an item's heading at the top: of one that prints nothing, the last before it that does."""
        before = [start for start in self._laid_out.starts if start.item <= position]
        if before:
            self.go_to(before[-1].line)

    def step(self, direction: int) -> None:
        """Put the next heading of an item at the top, or the one before."""
        top = self.scroll_offset.y
        starts = [start.line for start in self._laid_out.starts]
        if direction > 0:
            self.go_to(next((line for line in starts if line > top), top))
        else:
            self.go_to(next((line for line in reversed(starts) if line < top), 0))

    def action_scroll_end(self) -> None:
        """Show the end of the minutes at the foot of the screen."""
        self.go_to(max(0, self.lines - self.scrollable_content_region.height))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say that another part is in view."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())


class Preview(Card[int | None]):
    """Gives back the position (from 1) of the item on top, to go there; None when the officer only looked."""

    CSS_PATH = "preview.tcss"
    AUTO_FOCUS = "Printed"
    BINDINGS = [  # noqa: RUF012 - Textual's own form
        ("escape,q", "turn_away", "Back"),
        ("enter", "go_there", "Go there"),
        ("n,f8", "step(1)", "Next item"),
        ("p,f7", "step(-1)", "Previous item"),
    ]

    def __init__(self, minutes: Minutes, position: int) -> None:
        """``position`` is that of the item to begin at, from 1."""
        super().__init__()
        self._minutes = minutes
        self._position = position

    def compose(self) -> ComposeResult:
        """What is on top, the sheet, and the keys."""
        yield Words(id="preview-title")
        yield Printed(self._minutes, self._position)
        keys = "Enter go there   n/p next/previous item   PageUp/PageDown Home/End   Esc back"
        yield Words(keys, id="preview-keys")

    def on_resize(self, _: events.Resize) -> None:
        """Fit the title."""
        self._show_title()

    def on_printed_moved(self) -> None:
        """Say what is on top."""
        self._show_title()

    def _show_title(self) -> None:
        sheet = self.query_one(Printed)
        top = sheet.on_top
        status = "".join(f" {each}" for each in (self._minutes.status, self._minutes.restricted) if each)
        first = sheet.scroll_offset.y + 1
        last = min(sheet.lines, first + sheet.scrollable_content_region.height - 1)
        place = f"lines {first}-{last} of {sheet.lines}"
        what = top.title if top else self._minutes.body
        room = self.size.width - 2 - len(f"Preview{status}   ") - len(place) - 2
        what = what if len(what) <= room else what[: max(room - 1, 0)] + "…"
        self.query_one("#preview-title", Words).update(f"Preview{status}   {what:<{max(room, 0)}}  {place}")

    def action_step(self, direction: int) -> None:
        """Go to the next item or the one before."""
        self.query_one(Printed).step(direction)

    def action_go_there(self) -> None:
        """Leave for the item on top."""
        top = self.query_one(Printed).on_top
        if self.is_current:
            self.dismiss(top.item if top else None)
