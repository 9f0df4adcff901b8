"""One of a few choices."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from screens.card import Card
from screens.widgets.plain import Words


class Pick(Card[int | None]):
    """Gives back which choice was picked, from 0; None when the officer turned away."""

    CSS_PATH = "pick.tcss"
    BINDINGS = [("escape", "turn_away", "Back")]  # noqa: RUF012 - Textual's own form

    def __init__(self, question: str, choices: Sequence[str]) -> None:
        super().__init__()
        self._question = question
        self._choices = choices

    def compose(self) -> ComposeResult:
        """The question and the choices."""
        with Vertical(id="pick"):
            yield Words(self._question, id="pick-question")
            yield OptionList(*(Option(Content(choice)) for choice in self._choices), markup=False)

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        if self.is_current:
            self.dismiss(event.option_index)
