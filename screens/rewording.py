"""What a line of earlier minutes is to read."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from screens.widgets.plain import Words
from screens.widgets.words_area import WordsArea


class Rewording(ModalScreen[str | None]):
    """Gives back the words as they are to be; None when the officer turned away."""

    CSS_PATH = "rewording.tcss"
    BINDINGS = [("escape", "turn_away", "Back")]  # noqa: RUF012 - Textual's own form

    def __init__(self, title: str, minuted: str, now: str) -> None:
        """``minuted`` is what the line says in the record, ``now`` what it says as amended so far."""
        super().__init__()
        self._title = title
        self._minuted = minuted
        self._now = now

    def compose(self) -> ComposeResult:
        """What it is, the words, the words as minuted if they are others, and the keys."""
        with Vertical(id="rewording"):
            yield Words(self._title, id="rewording-title")
            yield WordsArea(self._now)
            if self._now != self._minuted:
                yield Words(f"As minuted: {self._minuted}", id="rewording-minuted")
            yield Words(
                "Enter amend it so   Esc leave it   The words as minuted take an amendment back", id="rewording-keys"
            )

    @on(WordsArea.Submitted)
    def _done(self) -> None:
        words = self.query_one(WordsArea).words
        if not words:
            self.query_one("#rewording-keys", Words).update("Type the words it is to read.")
        elif self.is_current:
            self.dismiss(words)

    def action_turn_away(self) -> None:
        """Leave without amending."""
        if self.is_current:
            self.dismiss(None)
