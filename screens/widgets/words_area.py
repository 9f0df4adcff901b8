"""A paragraph to edit: it wraps, and Enter is done with it."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from clerk.language.text import clean_line


class WordsArea(TextArea):
    """One paragraph. What is pasted in several lines is joined, for a line of a minute is one paragraph."""

    class Submitted(Message):
        """The officer is done."""

    def __init__(self, text: str) -> None:
        super().__init__(text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", compact=True)

    def on_mount(self) -> None:
        """Begin at the end."""
        self.move_cursor(self.document.end)

    @property
    def words(self) -> str:
        """What it says, on one line."""
        return clean_line(self.text)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted())
            return
        await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert(clean_line(event.text))
