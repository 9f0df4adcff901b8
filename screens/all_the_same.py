"""The question before the record of confirmed minutes is changed."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from screens.widgets.plain import Words

_KEYS = "Enter: change it   Esc: leave it as it was"
_KEYS_TYPING = "What you type is kept. Ctrl+S: change it, and put that in   Esc: leave it as it was"


class AllTheSame(ModalScreen[bool]):
    """Asks; gives back True for Enter and False for Esc.

    It may come up while somebody types. What is typed or pasted on is kept, for whoever asked to give back; the Enter
    at the end of a line is then no answer to a question that may not have been seen yet.
    """

    CSS_PATH = "all_the_same.tcss"

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question
        self.meant_below: list[events.Key | events.Paste] = []
        """What was typed and pasted meanwhile, and was meant for the page."""

    def compose(self) -> ComposeResult:
        """The question and the keys."""
        with Vertical(id="all-the-same"):
            yield Words(self._question, id="all-the-same-question")
            yield Words(_KEYS, id="all-the-same-keys")

    def on_key(self, event: events.Key) -> None:
        """Take the answer, or keep what is typed."""
        event.stop()
        if not self.is_current:
            return
        if event.key in ("ctrl+s", "escape") or (event.key == "enter" and not self.meant_below):
            self.dismiss(event.key != "escape")
        elif event.is_printable or event.key == "enter":
            self._keep(events.Key(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """Keep what is pasted."""
        event.stop()
        self._keep(events.Paste(event.text))

    def _keep(self, event: events.Key | events.Paste) -> None:
        self.meant_below.append(event)
        self.query_one("#all-the-same-keys", Words).update(_KEYS_TYPING)
