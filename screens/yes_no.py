"""One question that a digit answers."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from screens.card import Card
from screens.widgets.plain import Words


class YesNo(Card[bool | None]):
    """Asks; gives back True for 1, False for 2, and None when it is not known yet.

    The question may come up while somebody types: any other letter puts it off, for whoever asked to give back.
    """

    CSS_PATH = "ask.tcss"

    def __init__(self, question: str, keys: str = "1 yes   2 no   Esc not known yet: it is asked again") -> None:
        super().__init__()
        self._question = question
        self._keys = keys
        self.meant_below: events.Key | None = None
        """The key that put the question off, and was meant for what is below it."""
        self.keys_below: frozenset[str] = frozenset()
        """Keys of commands below, which put the question off as letters do: it may come up as one is pressed."""

    def compose(self) -> ComposeResult:
        """The question and the keys."""
        with Vertical(id="ask"):
            yield Words(self._question, id="ask-question")
            yield Words(self._keys, id="ask-refusal")

    def on_key(self, event: events.Key) -> None:
        """Take the answer; anything that types puts the question off."""
        event.stop()
        if not self.is_current:
            return
        if event.key in ("1", "2", "escape"):
            self.dismiss({"1": True, "2": False}.get(event.key))
        elif event.is_printable or event.key == "enter" or event.key in self.keys_below:
            self.meant_below = events.Key(event.key, event.character)
            self.dismiss(None)
