"""A card over a screen, and the screen dimmed behind it; loaded with the first card."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, ScreenResultType

from screens.compositor import PlainScreen

_PLAIN = Style()


class Card(ModalScreen[ScreenResultType], PlainScreen[ScreenResultType]):
    """A card over a screen, which is seen dimmed round it."""

    def render(self) -> RenderableType:
        """Draw the dimmed screen."""
        drawn = super().render()
        return _Dimmed(drawn.screen, drawn.color) if isinstance(drawn, BackgroundScreen) else drawn

    def action_turn_away(self) -> None:
        """Leave with nothing done. A second Esc may come before the card is gone."""
        if self.is_current:
            self.dismiss(None)


class _Dimmed(BackgroundScreen):
    """A screen dimmed; each style on it once, where Textual 8.2.8 mixes the colours of every piece anew."""

    @classmethod
    def process_segments(cls, segments: Iterable[Segment], color: Color) -> Iterable[Segment]:
        """Dim pieces of a screen."""
        for segment in segments:
            text, style, control = segment
            yield segment if control else Segment(text, _dimmed(style or _PLAIN, color))


@lru_cache(maxsize=1024)
def _dimmed(style: Style, color: Color) -> Style | None:
    (segment,) = BackgroundScreen.process_segments([Segment("", style)], color)
    return segment.style
