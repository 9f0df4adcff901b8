"""Checking minutes before they go round: the list of findings, and those of the item on the page while tidying."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from textual.timer import Timer

from clerk.terms import MeetingState
from screens.afterwards import Afterwards
from screens.widgets.plain import Words

if TYPE_CHECKING:
    from clerk.checking.findings import Finding

_T = TypeVar("_T")
_AFTER = 0.5
"""Seconds after a change until the item is looked over again."""
_SHOWN = 3
"""Findings shown beside the page; how many more there are is counted."""
_OF_THE_ROLL = ("no-attendance", "roll-not-called", "no-chair", "substitute-for")


class Checking(Afterwards):
    """Commands of the check."""

    _look_timer: Timer | None = None

    def action_check(self) -> None:
        """List what to look at before these minutes go round."""
        from clerk.checks import check
        from screens.findings import Findings

        if self.leave_page():
            record = self.desk.record
            self.app.push_screen(Findings(record, check(record), self.at + 1), self._go_to_finding)

    def _go_to_finding(self, found: Finding | None) -> None:
        if found is None:
            return
        if found.position:
            line = max(found.line - 1, 0)
            entries = self.desk.item(found.position - 1).entries
            self.land(found.position - 1, line, len(entries[line].line) if found.line else 0)
        elif found.rule in _OF_THE_ROLL:
            self.action_roll()

    def land(self, at: int, line: int, column: int = 0) -> None:
        """Go to a line of an item, all counted from 0."""
        if self.leave_page():
            self.show_item(at, line, column)
            self.to_page()

    def change(self, work: Callable[[], _T]) -> _T | None:
        """Do some work on the record; when that closes the meeting, say once how much there is to look at."""
        was_on = self.desk.in_session
        result = super().change(work)
        if was_on and self.desk.record.meeting.state.over:
            self._tell_findings()
        return result

    def _tell_findings(self) -> None:
        from clerk.checks import check, said_of

        said = said_of(check(self.desk.record))
        to_do = f"{said} to look at: Esc F" if said else "nothing found to look at; F9 writes the draft"
        self.notify(f"Closed: {to_do}.", timeout=15, markup=False)

    # --- while tidying ------------------------------------------------------------------------------------------

    def refresh_record(self) -> None:
        """Show what the record says, and after a while what to look at in it."""
        super().refresh_record()
        self._look_later()

    def save(self) -> bool:
        """Save, and look the item over again."""
        saved = super().save()
        self._look_later()
        return saved

    def _tidying(self) -> bool:
        return self.desk.record.meeting.state in (MeetingState.DRAFT, MeetingState.CIRCULATED)

    def _look_later(self) -> None:
        if self._look_timer is None and (self._tidying() or self.query("#to-check")):
            self._look_timer = self.set_timer(_AFTER, self._look)

    def _look(self) -> None:
        """Show under the page what to look at in its item, once the meeting has closed."""
        self._look_timer = None
        said = "\n".join(self._here()) if self._tidying() and self.desk.record.items else ""
        shown = self.query("#to-check")
        if not shown and said:
            # Not there from the start, for most meetings are opened to be minuted.
            words = Words(id="to-check")
            words.styles.height, words.styles.max_height, words.styles.padding = "auto", 5, (0, 1)
            self.query_one("#page").mount(words)
            words.update(said)
        elif shown:
            words = self.query_one("#to-check", Words)
            words.display = bool(said)
            words.update(said)

    def _here(self) -> list[str]:
        from clerk.checks import check

        here = [each for each in check(self.desk.record) if each.position == self.at + 1]
        lines = [f"Look at{f' line {each.line}' if each.line else ''}: {each.message}" for each in here[:_SHOWN]]
        return [*lines, f"and {len(here) - _SHOWN} more: Esc F"] if len(here) > _SHOWN else lines
