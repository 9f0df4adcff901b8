"""A list of choices below a line one types on: the arrows move in it, the cursor stays where it is."""

from __future__ import annotations

from textual.widgets import OptionList


class Choices(OptionList):
    """Never takes the focus."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, markup=False)
        self.can_focus = False

    def move(self, step: int) -> None:
        """Move the highlight, round the ends."""
        if self.option_count:
            self.highlighted = ((self.highlighted or 0) + step) % self.option_count
