"""A text area with a label beside each line, which redraws no more than has changed."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import partial
from typing import Self

from rich.segment import Segment
from textual import events
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import TextArea

from clerk import notation
from screens.compositor import with_blank_rows
from screens.widgets.wrapping import wrap_quickly

wrap_quickly()

_WIDE_GUTTER = 16
"""Cells for the labels: "RECOMMENDED (a)" and a space."""
_NARROW_GUTTER = 13
"""The same where the page is narrow: "RESOLVED (a)" and a space."""
_ROOM_FOR_WIDE_GUTTER = 72
"""Cells of the whole page from which the wide gutter is used."""
_ROWS_AT_A_TIME = 12
"""Rows by which the page grows: see ``_refresh_size``."""


class LabelArea(TextArea, inherit_bindings=False):
    """A page of notation with its label gutter. Every work-around for how ``TextArea`` draws is here."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        # Before the rest, for the constructor of a text area already draws.
        self._labels: list[str] = [""]
        self._quiet = False
        self._same_kinds = False
        self._styled = False
        self._wrapped_at = 0
        super().__init__(id=id, show_line_numbers=True, highlight_cursor_line=False, compact=True, max_checkpoints=500)
        self.match_cursor_bracket = False

    # --- the label gutter ---------------------------------------------------------------------------------------

    @property
    def gutter_width(self) -> int:
        """Cells taken by the labels and the space after them."""
        return _WIDE_GUTTER if self.size.width >= _ROOM_FOR_WIDE_GUTTER else _NARROW_GUTTER

    @property
    def labels(self) -> Sequence[str]:
        """What the gutter shows, a label a line."""
        return self._labels

    def update_suggestion(self) -> None:
        """Work out the labels again, unless no line has become another kind. Textual calls this after each change."""
        if not self._same_kinds:
            self._labels = notation.labels(self.document.lines) or [""]

    def _render_line(self, y: int) -> Strip:
        strip = super()._render_line(y)
        rows = self.wrapped_document._offset_to_line_info
        row = y + self.scroll_offset.y
        if row >= len(rows):
            return strip
        line, section = rows[row]
        width = self.gutter_width
        label = self._gutter_label(line) if section == 0 else ""
        style = self.get_component_rich_style("text-area--gutter")
        gutter = Strip([Segment(f"{label[: width - 1]:>{width - 1}} ", style)], width)
        return Strip.join([gutter, strip.crop(width)])

    def _gutter_label(self, line: int) -> str:
        label = self._labels[line] if line < len(self._labels) else ""
        # A pilcrow shows where a paragraph starts: without it, wrapped paragraphs run together on the screen.
        return label or ("¶" if self.document[line].strip() else "")

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some rows. A stock text area looks all its styles up again each time, a quarter of what a key takes."""
        if not self._styled and self._theme:
            self._theme.apply_css(self)
            self._styled = True
        draw = partial(ScrollView.render_lines, self)
        return with_blank_rows(self, crop, self.rows_written - self.scroll_offset.y, draw)

    @property
    def rows_written(self) -> int:
        """How many rows there is something in; those below are blank."""
        return self.wrapped_document.height

    def update_node_styles(self, animate: bool = True) -> None:
        """Apply the style sheets again. Before the first drawing they have just been, and focus changes nothing."""
        if self.outer_size:
            super().update_node_styles(animate)

    def notify_style_update(self) -> None:
        """Look the styles up again at the next drawing. Textual calls this when they change."""
        self._styled = False
        super().notify_style_update()

    # --- drawing no more than has changed -----------------------------------------------------------------------

    def edit(self, edit: Edit) -> EditResult:
        """Do an edit. One within a paragraph redraws that paragraph; a stock text area draws the page anew each key."""
        row = edit.top[0]
        if row != edit.bottom[0] or "\n" in edit.text or not self.selection.is_empty:
            return super().edit(edit)
        height = self.wrapped_document.height
        before = (self.virtual_size, self.scroll_offset, self._labels)
        line = self.document[row]
        new = line[: edit.top[1]] + edit.text + line[edit.bottom[1] :]
        self._same_kinds = notation.parse(line).kind is notation.parse(new).kind
        rows = self._rows_of(row)
        self._quiet = True
        try:
            result = super().edit(edit)
        finally:
            self._quiet = self._same_kinds = False
        grown = self.wrapped_document.height != height
        if before != (self.virtual_size, self.scroll_offset, self._labels):
            self.refresh()
        elif grown:
            top = self.wrapped_document.location_to_offset((row, 0)).y
            self.refresh_lines(top, max(1, self.scroll_offset.y + self.size.height - top))
        else:
            self._refresh_changed(row, rows)
        if grown:
            # Textual 8.2.8 scrolls before the new row is there, and would leave it below the edge until the next key.
            self.call_after_refresh(self.scroll_cursor_visible)
        return result

    def paint_now(self) -> None:
        """Draw what has changed at once. Textual would wait for its next frame, a good part of the time a key takes.

        Not while more than a redraw is due, and not while keys wait: then the frame that comes draws them together.
        """
        screen, app = self.screen, self.app
        due = screen._layout_required or screen._scroll_required or screen._repaint_required
        if due or app._batch_count or not screen.is_current or getattr(app, "keys_waiting", 0):
            return
        screen._compositor.update_widgets({*screen._dirty_widgets, self})
        screen._compositor_refresh()

    def _refresh_size(self) -> None:
        # All of the page is drawn anew when this size changes, so it grows by several rows at a time. Nothing else on
        # the screen depends on how long the page is, so the screen need not be laid out anew for it.
        if not self.outer_size:
            return
        page, height = self.scrollable_content_region.height, self.wrapped_document.height
        size = Size(0, page if height <= page else -(-height // _ROWS_AT_A_TIME) * _ROWS_AT_A_TIME)
        if self.virtual_size != size:
            self.set_reactive(TextArea.virtual_size, size)
            self._scroll_update(size)

    def _rows_of(self, line: int) -> list[str]:
        """A line's text row by row, as it is wrapped."""
        text = self.document[line]
        cuts = [0, *self.wrapped_document.get_offsets(line), len(text)]
        return [text[start:end] for start, end in itertools.pairwise(cuts)]

    def _refresh_changed(self, line: int, before: list[str]) -> None:
        """Redraw the rows of a line that are not what they were, from the first to the last, and the cursor's."""
        after = self._rows_of(line)
        top = self.wrapped_document.location_to_offset((line, 0)).y
        changed = [at for at, row in enumerate(after) if at >= len(before) or row != before[at]]
        changed.append(self._cursor_offset[1] - top)
        first = max(0, min(changed))
        self.refresh_lines(top + first, max(changed) - first + 1)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Ask to be drawn again. During an edit, asking for the whole page is put off till it is known what changed."""
        if self._quiet and not (regions or layout or recompose):
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        # Rows are counted anew when the width changes; the cursor must not be left beyond the edge. A stock text area
        # does it a frame too late: a page would first be seen unwrapped and from its top.
        resized = size != self._size or self._container_size != size - self.styles.gutter.totals
        changed = resized and super()._size_updated(size, virtual_size, container_size, layout)
        if size and (resized or self._wrapped_at != self.wrap_width):
            self._rewrap_and_refresh_virtual_size()
            self.scroll_cursor_visible()
        return changed

    def _rewrap_and_refresh_virtual_size(self) -> None:
        # Another page may be put on while this is not to be seen, and has no width.
        self._wrapped_at = self.wrap_width
        super()._rewrap_and_refresh_virtual_size()

    def _on_resize(self, event: events.Resize) -> None:  # type: ignore[override]
        # What a text area would do now has been done.
        event.prevent_default()

    def _recompute_cursor_offset(self) -> None:
        # Undoing a long paste moves the cursor after the text has gone; Textual 8.2.8 looks there and fails.
        self._cursor_offset = self.wrapped_document.location_to_offset(self.clamp_visitable(self.cursor_location))
