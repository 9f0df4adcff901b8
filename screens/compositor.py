"""Drawing that touches no more of the screen than has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from textual import events
from textual._compositor import Compositor
from textual.app import App, ReturnType
from textual.await_remove import AwaitRemove
from textual.dom import DOMNode
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.screen import Screen, ScreenResultType
from textual.strip import Strip
from textual.widget import AwaitMount, Widget


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


def with_blank_rows(widget: Widget, crop: Region, end: int, draw: Callable[[Region], list[Strip]]) -> list[Strip]:
    """Draw rows of a widget of which those from ``end`` on are blank, as one and the same row.

    Textual 8.2.8 makes each of them, and then looks for where to cut each: on a page of few words most of a frame.
    """
    end += widget.gutter.top
    spare = crop.bottom - end - 1
    if spare < 1 or end < crop.y or widget.gutter.bottom:
        return draw(crop)
    rows = draw(Region(crop.x, crop.y, crop.width, crop.height - spare))
    return [*rows, *[rows[-1]] * spare]


class PlainScreen(Screen[ScreenResultType]):
    """A screen that is drawn once when it is first shown, in the form its width gives it, and at once after a key."""

    # Textual 8.2.8 draws all of a screen again when the focus moves on it; the two widgets it moves between do so too.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(name=name, id=id, classes=classes)
        self._compositor = NarrowCompositor()
        self._formed: Size | None = None
        """The size that gave the screen the form it has."""

    async def _compose(self) -> None:
        # Textual would see only after the first frame how wide the screen is, and draw all of it again.
        breakpoints = self.HORIZONTAL_BREAKPOINTS or self.app.HORIZONTAL_BREAKPOINTS or []
        self._formed = self.app.size
        self.add_class(*self._get_breakpoint_classes(self._formed.width, breakpoints))
        await super()._compose()

    def update_node_styles(self, animate: bool = True) -> None:
        """Apply the style sheets again. Before the first drawing all that is here has just had them applied."""
        if self.outer_size or not isinstance(self.app, ThriftyApp):
            super().update_node_styles(animate)

    async def _on_screen_resume(self, event: events.ScreenResume) -> None:  # type: ignore[override]
        # Laying a screen out tells every widget its size, at which each asks to be drawn, and then Textual 8.2.8 asks
        # for all of it again; but the first frame has just shown all there is.
        event.prevent_default()
        new = not self.outer_size
        if new:
            await self._flush_next_callbacks()
        super()._on_screen_resume(event)
        if new and self.outer_size:
            self._layout_required = False
            _forget_what_is_due(self)
            for below in self.app._background_screens:
                if not below._layout_required:
                    _forget_what_is_due(below)

    async def _on_resize(self, event: events.Resize) -> None:
        # The layout of the first frame has the screen told of its size; to lay it out again would change nothing.
        event.prevent_default()
        if event.size == self.outer_size == self._formed:
            event.stop()
        else:
            self._formed = event.size
            await super()._on_resize(event)

    def paint_now(self) -> None:
        """Draw what has changed. Textual would wait for its next frame, a good part of the time a key takes."""
        due = self._layout_required or self._scroll_required or self._repaint_required or self._dirty_widgets
        if due and self.is_current and not self.app._batch_count:
            self._on_timer_update()


def _forget_what_is_due(screen: Screen[Any]) -> None:
    """All of a screen has just been drawn: let nothing that was asked for before then be drawn again."""
    for widget in screen.walk_children(Widget, with_self=True):
        widget._exchange_repaint_regions()
    screen._repaint_required = False
    screen._dirty_widgets.clear()
    screen._compositor._dirty_regions.clear()


def _told(callback: object) -> object:
    """What is to be called, without the arguments Textual has tied to it."""
    return getattr(callback, "func", callback)


class ThriftyApp(App[ReturnType], inherit_css=False):
    """An app that, when a screen comes or goes, reads, lays out and draws no more than that changes."""

    # What Textual says of any app, less what is for widgets Clerk has none of: that takes longer to read than the rest.
    DEFAULT_CSS = """
    ThriftyApp {
        background: $background;
        color: $foreground;
        &:ansi {
            background: ansi_default;
            color: ansi_default;
            .-ansi-scrollbar {
                scrollbar-background: ansi_default;
                scrollbar-background-hover: ansi_default;
                scrollbar-background-active: ansi_default;
                scrollbar-color: ansi_blue;
                scrollbar-color-active: ansi_bright_blue;
                scrollbar-color-hover: ansi_bright_blue;
                scrollbar-corner-color: ansi_default;
            }
        }
    }
    *:disabled:can-focus {
        opacity: 0.7;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._disable_tooltips = True  # Nothing in Clerk has one.

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What changes a row before it is shown. No colour of Clerk's is the terminal's own, to be made another."""
        return [each for each in super().get_line_filters() if not isinstance(each, ANSIToTruecolor)]

    def _load_screen_css(self, screen: Screen[object]) -> None:
        """Read the style sheet of a new screen. Textual 8.2.8 reads all others again too, and applies them all anew."""
        if screen.CSS or not isinstance(screen, PlainScreen):
            super()._load_screen_css(screen)
            return
        for path in screen.css_path:
            if not self.stylesheet.has_source(str(path), ""):
                self.stylesheet.read(path)
                self.stylesheet.parse()
                self.stylesheet.apply(screen)

    def _get_screen(self, screen: Screen[object] | str) -> tuple[Screen[object], AwaitMount]:
        """Take a new screen in. It lays itself out as it comes up; Textual 8.2.8 asks it to do so once more."""
        new, mounting = super()._get_screen(screen)
        self._next_callbacks = [due for due in self._next_callbacks if _told(due.callback) is not mounting]
        return new, mounting

    async def _replace_screen(self, screen: Screen[object]) -> Screen[object]:
        """Take a screen away. The one below is drawn as it comes up; Textual 8.2.8 draws it twice more."""
        screen.post_message(events.ScreenSuspend())
        if not self.is_screen_installed(screen) and all(screen not in stack for stack in self._screen_stacks.values()):
            self.capture_mouse(None)
            await screen.remove()
        return screen

    def _prune(self, *nodes: Widget, parent: DOMNode | None = None) -> AwaitRemove:
        """Take widgets away, and lay out what is left; but a screen leaves no gap."""
        return super()._prune(*nodes, parent=None if all(isinstance(node, Screen) for node in nodes) else parent)

    def _refresh_notifications(self) -> None:
        """Show what there is to tell; to show on a new screen that there is nothing, it would be laid out again."""
        if self._notifications or (self._screen_stack and self.screen.outer_size):
            super()._refresh_notifications()
