"""What becomes of a line of earlier minutes: other words, none, or a line put in after it."""

from __future__ import annotations

from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from clerk.afterwards.parts import How
from screens.widgets.plain import Words
from screens.widgets.words_area import WordsArea

_KEYS = "Enter: amend it so   F5: line after it   F8: take it out   Esc: leave it"
_KEYS_PUTTING_IN = "Enter: put it in   F5: reword that line instead   Esc: leave it"


class Reworded(NamedTuple):
    """What is to become of the line."""

    how: How
    """What is done with it."""
    words: str
    """The words as they are to be, or of the line put in; empty takes that back, and says nothing of one taken out."""


class Rewording(ModalScreen[Reworded | None]):
    """Gives back what is to become of the line; None when the officer turned away."""

    CSS_PATH = "rewording.tcss"
    BINDINGS = [  # noqa: RUF012 - Textual's own form
        ("escape", "turn_away", "Back"),
        ("f5", "put_in", "Put in"),
        ("f8", "take_out", "Take out"),
    ]

    def __init__(self, minute: str, minuted: str, now: str | None, put_in: str = "") -> None:
        """Ask about the line cited as ``minute``, "Minute 24(ii) of 19 June 2026".

        ``minuted`` is what it says in the record, ``now`` what it says as amended so far, None if it is taken out, and
        ``put_in`` what was put in after it last.
        """
        super().__init__()
        self._minute = minute
        self._minuted = minuted
        self._now = now
        self._put_in = put_in
        self._how = How.REWORDED
        self._other = ""

    def compose(self) -> ComposeResult:
        """What it is, the words, the words as minuted if they are others, and the keys."""
        with Vertical(id="rewording"):
            yield Words(f"{self._minute} is to read:", id="rewording-title")
            yield WordsArea(self._minuted if self._now is None else self._now)
            yield Words(self._below(), id="rewording-minuted")
            yield Words(_KEYS, id="rewording-keys")

    def _below(self) -> str:
        if self._how is How.PUT_IN:
            put_in = f"\nPut in last: {self._put_in} (Enter with nothing typed takes it back)" if self._put_in else ""
            return f"That line: {self._minuted}{put_in}"
        if self._now is None:
            return "It is taken out as things stand. The words as minuted, put down with Enter, bring it back."
        return f"As minuted: {self._minuted} (these words take an amendment back)" if self._now != self._minuted else ""

    def action_put_in(self) -> None:
        """From rewording the line to putting one in after it, and back; what was typed for each is kept."""
        area = self.query_one(WordsArea)
        self._how = How.REWORDED if self._how is How.PUT_IN else How.PUT_IN
        self._other, typed = area.words, self._other
        area.load_text(typed)
        area.move_cursor(area.document.end)
        putting_in = self._how is How.PUT_IN
        title = (
            f"Put in after {self._minute[0].lower()}{self._minute[1:]}:"
            if putting_in
            else f"{self._minute} is to read:"
        )
        self.query_one("#rewording-title", Words).update(title)
        self.query_one("#rewording-minuted", Words).update(self._below())
        self.query_one("#rewording-keys", Words).update(_KEYS_PUTTING_IN if putting_in else _KEYS)

    def action_take_out(self) -> None:
        """Take the line out."""
        if self.is_current:
            self.dismiss(Reworded(How.TAKEN_OUT, ""))

    @on(WordsArea.Submitted)
    def _done(self) -> None:
        words = self.query_one(WordsArea).words
        taking_back = self._how is How.PUT_IN and self._put_in
        if not words and not taking_back:
            said = "Type the words it is to read, or F8 takes it out."
            said = "Type the words to put in, or Esc leaves it." if self._how is How.PUT_IN else said
            self.query_one("#rewording-keys", Words).update(said)
        elif self.is_current:
            self.dismiss(Reworded(self._how, words))
