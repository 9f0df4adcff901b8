"""A body's own phrases: add one by typing it, take one out, and they are offered while minutes are typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from clerk.language.text import clean_line
from screens.card import Card
from screens.widgets.choices import Choices
from screens.widgets.inputs import LineInput
from screens.widgets.plain import Words

_KEYS = "Enter adds   F8 takes out the one marked   Esc done"


class PhrasesScreen(Card[tuple[str, ...] | None]):
    """Gives back the phrases as they are to be; None when nothing was changed."""

    CSS_PATH = "phrases.tcss"
    BINDINGS = [  # noqa: RUF012 - Textual's own form
        ("escape", "done", "Done"),
        ("up", "move(-1)", "Up"),
        ("down", "move(1)", "Down"),
        ("f8", "take_out", "Take out"),
    ]

    def __init__(
        self,
        phrases: Sequence[str],
        line: str = "",
        title: str = "Phrases of this body, offered while you type",
        refuse: Callable[[str], str | None] | None = None,
    ) -> None:
        """``refuse`` looks at a phrase and returns a sentence why it will not do, or None when it will."""
        super().__init__()
        self._title = title
        self._refuse = refuse
        self._before = tuple(phrases)
        self._phrases = list(phrases)
        self._line = line

    def compose(self) -> ComposeResult:
        """One line to type on, and the phrases there are."""
        with Vertical(id="phrases"):
            yield Words(self._title, id="phrases-title")
            yield LineInput(self._line, placeholder="Type a phrase and Enter")
            yield Choices()
            yield Words(_KEYS, id="phrases-keys")

    def on_mount(self) -> None:
        """Show the phrases."""
        self._fill()

    def _fill(self) -> None:
        listing = self.query_one(OptionList)
        listing.clear_options()
        listing.add_options([Option(Content(phrase)) for phrase in self._phrases])
        listing.highlighted = len(self._phrases) - 1 if self._phrases else None

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        phrase = clean_line(event.value)
        refusal = self._refuse(phrase) if self._refuse and phrase else None
        self.query_one("#phrases-keys", Words).update(refusal or _KEYS)
        if refusal:
            return
        if phrase and phrase not in self._phrases:
            self._phrases.append(phrase)
            self._fill()
        event.input.value = ""

    def action_take_out(self) -> None:
        """Take out the phrase that is marked."""
        at = self.query_one(OptionList).highlighted
        if at is not None:
            del self._phrases[at]
            self._fill()

    def action_move(self, step: int) -> None:
        """Move the mark, leaving the cursor where one types."""
        self.query_one(Choices).move(step)

    def action_done(self) -> None:
        """Leave."""
        if self.is_current:
            phrases = tuple(self._phrases)
            self.dismiss(phrases if phrases != self._before else None)
