"""Text that is shown as it is."""

from __future__ import annotations

from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static


def plain(text: str) -> Content:
    """Wrap text that came from an officer or a file: square brackets in it are square brackets."""
    return Content(text)


class Words(Static):
    """A static text that never takes what it shows for markup."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(text, id=id, classes=classes, markup=False)

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show another text; the same again is not drawn again."""
        if not isinstance(content, str) or content != self.content:
            super().update(content, layout=layout)
