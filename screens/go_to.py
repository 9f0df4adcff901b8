"""Going to any item by its number or a word of its title."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from clerk.model import Record
from screens import finding
from screens.card import Card
from screens.widgets.agenda import item_row
from screens.widgets.choices import Choices
from screens.widgets.inputs import LineInput
from screens.widgets.plain import Words


class GoTo(Card[int | None]):
    """Gives back the place of the item picked, from 0; None when the officer turned away."""

    CSS_PATH = "go_to.tcss"
    BINDINGS = [  # noqa: RUF012 - Textual's own form
        ("escape,f6", "turn_away", "Back"),
        ("up", "move(-1)", "Up"),
        ("down", "move(1)", "Down"),
    ]

    def __init__(self, record: Record, title: str = "Go to item: agenda number or words, then Enter") -> None:
        super().__init__()
        self._title = title
        self._record = record
        self._numbers = record.minute_numbers()
        self._found: list[int] = []

    def compose(self) -> ComposeResult:
        """One line to type on, and the items that may be meant."""
        with Vertical(id="go-to"):
            yield Words(self._title, id="go-to-title")
            yield LineInput()
            yield Choices()

    def on_mount(self) -> None:
        """Show every item."""
        self._typed()

    @on(Input.Changed)
    def _typed(self) -> None:
        listing = self.query_one(OptionList)
        self._found = finding.items(self._record.items, self._numbers, self.query_one(LineInput).value)
        listing.clear_options()
        listing.add_options([Option(item_row(self._record, at, self._numbers[at])) for at in self._found])
        listing.highlighted = 0 if self._found else None

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _picked(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        at = (
            event.option_index
            if isinstance(event, OptionList.OptionSelected)
            else self.query_one(OptionList).highlighted
        )
        if at is not None and at < len(self._found) and self.is_current:
            self.dismiss(self._found[at])

    def action_move(self, step: int) -> None:
        """Move the highlight, leaving the cursor where one types."""
        self.query_one(Choices).move(step)
