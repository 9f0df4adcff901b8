"""Drawing that touches no more of the screen than has changed."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual._compositor import Compositor
from textual.geometry import Region
from textual.screen import Screen, ScreenResultType
from textual.strip import Strip
from textual.widget import Widget


class NarrowCompositor(Compositor):
    """Renders only the rows of only the widgets that a change touches and that are to be seen.

    For a change of one line Textual 8.2.8 has every widget whose container reaches that line render itself whole. On a
    screen with an agenda, a page and a room that is most of the time between a key and its paint.
    """

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        if crop is None:
            yield from super()._get_renders(crop)
            return
        covered = [0] * crop.height
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            rows = shown.intersection(Region(shown.x, crop.y, shown.width, crop.height))
            if not rows or not rows.overlaps(crop):
                continue
            # The front comes first: what lies behind is not seen, and a container is often all behind what it holds.
            cells = ((1 << rows.width) - 1) << rows.x
            lines = range(rows.y - crop.y, rows.bottom - crop.y)
            if all(covered[line] & cells == cells for line in lines):
                continue
            yield rows, rows, widget.render_lines(rows.translate(-region.offset))
            if rows.contains_region(crop):
                return
            for line in lines:
                covered[line] |= cells


class PlainScreen(Screen[ScreenResultType]):
    """A screen that is drawn once when it is first shown."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = NarrowCompositor()

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        # Laying a screen out tells every widget its size, at which each asks to be drawn, and then Textual 8.2.8 asks
        # for all of it again; but the first frame has just shown all there is.
        event.prevent_default()
        new = not self.outer_size
        super()._on_screen_resume(event)
        if new and self.outer_size:
            for widget in self.walk_children(Widget, with_self=True):
                widget._exchange_repaint_regions()
            self._repaint_required = False
