"""A one-line input with Textual's defects mended."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input

from clerk.language.text import clean_line

_COMPACT = "-textual-compact"
"""The class that Textual gives a compact input."""


class LineInput(Input):
    """A one-line input. Pasting several lines joins them; Textual 8.2.8 would keep the first and drop the rest."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # In Textual 8.2.8 these two delete the word to the right.
        Binding("ctrl+w,ctrl+backspace,alt+backspace", "delete_left_word", show=False),
    ]

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002 - Textual's own name
        select: bool = False,
    ) -> None:
        """Begin with ``value``; with ``select`` it is selected whenever the line is come to, for typing to replace."""
        super().__init__(value=value, placeholder=placeholder, id=id, select_on_focus=select)
        # Set so, Textual 8.2.8 does not work out the styles of a line that is on no screen yet.
        self.set_reactive(Input.compact, True)
        self.add_class(_COMPACT, update=False)
        self.add_class(_COMPACT, update=False)  # for the input itself took it away again

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(clean_line(event.text))
