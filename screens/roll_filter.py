"""The line on which one types a name in the roll, or pastes a list of people."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from clerk.language.text import clean
from screens.widgets.inputs import LineInput


class RollFilter(LineInput):
    """Leaves digits to the screen, where they are commands: no name has one."""

    DIGITS = "0123456789"

    naming = False
    """Whether a name is being put right here, of which every letter counts."""

    @dataclass
    class Listed(Message):
        """A list of people was pasted."""

        lines: list[str]
        """One person a line."""

    @property
    def commands(self) -> bool:
        """Whether digits are commands: not once a comma says that a post or an organisation is being typed."""
        return not self.naming and "," not in self.value

    async def _on_key(self, event: events.Key) -> None:
        if event.key in self.DIGITS and self.commands:
            event.prevent_default()

    @staticmethod
    def _are_several(lines: list[str]) -> bool:
        from clerk.people.pasted_roll import people_pasted

        return len(people_pasted(lines)) > 1

    def _on_paste(self, event: events.Paste) -> None:
        lines = [line for line in clean(event.text).split("\n") if line.strip()]
        if len(lines) > 1 or self._are_several(lines):
            event.stop()
            event.prevent_default()
            self.post_message(self.Listed(lines))
        else:
            super()._on_paste(event)
