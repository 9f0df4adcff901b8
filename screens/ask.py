"""One question with one line for the answer."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from screens.card import Card
from screens.widgets.inputs import LineInput
from screens.widgets.plain import Words


class Ask(Card[str | None]):
    """Asks, and gives back the answer; None when the officer turned away.

    ``refuse`` looks at an answer and returns a sentence why it will not do, or None when it will.
    """

    CSS_PATH = "ask.tcss"
    BINDINGS = [("escape", "turn_away", "Back")]  # noqa: RUF012 - Textual's own form

    def __init__(
        self,
        question: str,
        answer: str = "",
        refuse: Callable[[str], str | None] | None = None,
        *,
        select: bool = False,
    ) -> None:
        """With ``select``, what is typed takes the place of ``answer``."""
        super().__init__()
        self._select = select
        self._question = question
        self._answer = answer
        self._refuse = refuse

    def compose(self) -> ComposeResult:
        """The question, the line, and room for a refusal."""
        with Vertical(id="ask"):
            yield Words(self._question, id="ask-question")
            yield LineInput(self._answer, select=self._select)
            yield Words("Enter goes on   Esc: leave it", id="ask-refusal")

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        refusal = self._refuse(event.value) if self._refuse else None
        if refusal:
            words = self.query_one("#ask-refusal", Words)
            words.update(refusal)
            words.add_class("refused")
        elif self.is_current:
            self.dismiss(event.value)
