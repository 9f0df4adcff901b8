"""One question that y or n answers."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from screens.widgets.plain import Words


class YesNo(ModalScreen[bool | None]):
    """Asks; gives back True for y, False for n, and None for Esc: not known yet."""

    CSS_PATH = "ask.tcss"
    BINDINGS = [  # noqa: RUF012 - Textual's own form
        ("y,enter", "answer(True)", "Yes"),
        ("n", "answer(False)", "No"),
        ("escape", "answer(None)", "Not known yet"),
    ]

    def __init__(self, question: str, keys: str = "y: yes   n: no   Esc: not known yet") -> None:
        super().__init__()
        self._question = question
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The question and the keys."""
        with Vertical(id="ask"):
            yield Words(self._question, id="ask-question")
            yield Words(self._keys, id="ask-refusal")

    def action_answer(self, answer: bool | None) -> None:
        """Give it back."""
        if self.is_current:
            self.dismiss(answer)
