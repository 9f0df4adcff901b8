"""A list of choices below a line one types on: the arrows move in it, the cursor stays where it is."""

from __future__ import annotations

from textual import events
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import OptionList

from screens.compositor import with_blank_rows


class Options(OptionList):
    """A list of options that is drawn once when it is first shown, and then two rows of it as the highlight moves."""

    highlighted: reactive[int | None] = reactive(None, repaint=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, markup=False)
        self._drawn = 0
        self._was: int | None = None

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Show the highlight where it now is. A stock list draws all its rows again."""
        super().watch_highlighted(highlighted)
        for index in {self._was, highlighted} - {None}:
            if index in self._index_to_line:
                self.refresh_lines(self._index_to_line[index], self._heights[index])
        self._was = highlighted

    def _on_resize(self, event: events.Resize) -> None:  # type: ignore[override]
        # A stock list makes all its rows again when told of its size, although it has just been drawn in that size.
        if event.size.width == self._drawn:
            event.prevent_default()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some rows."""
        self._drawn = self.outer_size.width
        self._update_lines()
        return with_blank_rows(self, crop, len(self._lines) - self.scroll_offset.y, super().render_lines)


class Choices(Options):
    """Never takes the focus."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.can_focus = False

    def move(self, step: int) -> None:
        """Move the highlight, round the ends."""
        if self.option_count:
            self.highlighted = ((self.highlighted or 0) + step) % self.option_count
