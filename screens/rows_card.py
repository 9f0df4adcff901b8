"""A card with a line one types on and the rows that fit what is typed."""

from __future__ import annotations

from typing import TypeVar

from screens.card import Card
from screens.widgets.rows import Rows

_T = TypeVar("_T")


class RowsCard(Card[_T | None]):
    """Moves the mark among its rows while the cursor stays where one types; Esc gives back None."""

    BINDINGS = [  # noqa: RUF012 - Textual's own form
        ("escape", "turn_away", "Back"),
        ("up", "move(-1)", "Up"),
        ("down", "move(1)", "Down"),
        ("pageup", "page(-1)", "Page up"),
        ("pagedown", "page(1)", "Page down"),
    ]

    def action_move(self, step: int) -> None:
        """Move the mark, leaving the cursor where one types."""
        self.query_one(Rows).move(step)
        self.show_marked()

    def action_page(self, direction: int) -> None:
        """Move the mark by a page."""
        rows = self.query_one(Rows)
        rows.move(direction * rows.page)
        self.show_marked()

    def show_marked(self) -> None:
        """Say more of the row that is marked, on a card that does."""
