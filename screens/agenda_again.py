"""The same agenda again: what would change in the meeting that is there, and whether to bring it up to date."""

from __future__ import annotations

from enum import Enum, auto
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll

from clerk.arriving.bringing_in import Plan
from clerk.language.text import clean_line
from clerk.terms import MeetingState
from screens.card import Card
from screens.widgets.plain import Words


class Choice(Enum):
    """What the officer wants done."""

    UPDATE = auto()
    NEW = auto()


class AgendaAgain(Card[Choice | None]):
    """Says what would change; gives back what is wanted, or None to go on with the review."""

    CSS_PATH = "review.tcss"
    AUTO_FOCUS = "#again-changes"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "update", "Bring it up to date"),
        Binding("n", "new", "Another meeting"),
        Binding("escape", "turn_away", "Back"),
    ]

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan

    def compose(self) -> ComposeResult:
        """Why this meeting, what would change in it, and the keys."""
        with Vertical(id="again"):
            yield Words(self._plan.why, id="again-why")
            with VerticalScroll(id="again-changes"):
                yield Words("\n".join(self._lines()))
            yield Words(self._keys(), id="again-keys")

    def _lines(self) -> list[str]:
        if self._plan.refused:
            return []
        changes = [f"- {clean_line(change)}" for change in self._plan.changes]
        return [*changes, "What was prepared on it is kept."] if changes else ["Nothing in it would change."]

    def _keys(self) -> str:
        if self._plan.refused or self._plan.meeting is None:
            return "n makes another meeting   Esc back to the review"
        number = self._plan.meeting.number
        in_session = self._plan.meeting.state is MeetingState.IN_SESSION
        does = f"adds this to meeting {number}" if in_session else f"brings meeting {number} up to date"
        return f"Enter {does}   n makes another meeting   Esc back to the review"

    def action_update(self) -> None:
        """Bring the meeting up to date."""
        if self.is_current and not self._plan.refused:
            self.dismiss(Choice.UPDATE)

    def action_new(self) -> None:
        """Make another meeting."""
        if self.is_current:
            self.dismiss(Choice.NEW)

    def action_turn_away(self) -> None:
        """Go on with the review."""
        if self.is_current:
            self.dismiss(None)
