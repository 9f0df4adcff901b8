"""Where an agenda is to be read from: a file, by its path, or the text itself, pasted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, TextArea

from clerk import causes
from clerk.arriving.dropped import path_of
from clerk.language.text import clean
from screens.card import Card
from screens.widgets.inputs import LineInput
from screens.widgets.plain import Words

_MANY = 3
"""Lines from which what is pasted as a path is taken for the agenda itself."""


@dataclass(frozen=True)
class From:
    """What to read."""

    path: Path | None = None
    """The file; None for a text."""
    text: str = ""
    """The text."""


class PathInput(LineInput):
    """A line for a path. When a whole agenda is pasted at it, it says so."""

    @dataclass
    class Pasted(Message):
        """Many lines were pasted."""

        text: str
        """They."""

    def _on_paste(self, event: events.Paste) -> None:
        if sum(bool(line.strip()) for line in clean(event.text).split("\n")) < _MANY:
            super()._on_paste(event)
            return
        event.stop()
        event.prevent_default()
        self.post_message(self.Pasted(event.text))


class ImportFile(Card[From | None]):
    """Asks for a file; gives back that, or a text that was pasted instead; None when turned away."""

    CSS_PATH = "import_from.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "turn_away", "Back")]

    def compose(self) -> ComposeResult:
        """The question and a line."""
        with Vertical(id="import-file"):
            yield Words("Import which file?", id="import-question")
            yield PathInput(placeholder="Type its path, drag it here, or paste the agenda's text")
            yield Words(
                "A saved ModernGov page, an agenda, or a Clerk file.   Enter reads it   Esc back", id="import-keys"
            )

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        if not event.value.strip():
            self.action_turn_away()
            return
        try:
            path = path_of(event.value)
        except (RuntimeError, ValueError) as error:
            self.query_one("#import-keys", Words).update(causes.sentence("That is not a path", error))
            return
        if self.is_current:
            self.dismiss(From(path))

    @on(PathInput.Pasted)
    def _pasted(self, event: PathInput.Pasted) -> None:
        if self.is_current:
            self.dismiss(From(text=event.text))


class PasteArea(TextArea):
    """Room for a text; a control character pasted is made visible."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        result = self._replace_via_keyboard(clean(event.text), *self.selection)
        if result:
            self.move_cursor(result.end_location)


class ImportPasted(Card[From | None]):
    """Asks for a text; gives it back; None when turned away."""

    CSS_PATH = "import_from.tcss"
    AUTO_FOCUS = "PasteArea"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "turn_away", "Back", priority=True),
        Binding("f9,ctrl+s", "read", "Read it", priority=True),
    ]

    def compose(self) -> ComposeResult:
        """The question and the room for the text."""
        with Vertical(id="import-pasted"):
            yield Words("Paste the agenda: the whole page, copied from the browser or from Word", id="import-question")
            yield PasteArea(show_line_numbers=True)
            yield Words("F9 reads it   Esc back", id="import-keys")

    def action_read(self) -> None:
        """Give back the text."""
        text = self.query_one(PasteArea).text
        if not text.strip():
            self.query_one("#import-keys", Words).update("Nothing is pasted yet.   F9 reads it   Esc back")
        elif self.is_current:
            self.dismiss(From(text=text))
