"""Text that is shown as it is."""

from __future__ import annotations

from textual.visual import VisualType
from textual.widgets import Static


class Words(Static):
    """A static text that never takes what it shows for markup."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(text, id=id, classes=classes, markup=False)

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show another text; the same again is not drawn again."""
        if not isinstance(content, str) or content != self.content:
            super().update(content, layout=layout)
