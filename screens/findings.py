"""What to look at before minutes go round: the findings of the check, each leading to its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from clerk.checking.findings import Finding
from clerk.checks import said_of
from clerk.model import Record
from screens.rows_card import RowsCard
from screens.widgets.plain import Words
from screens.widgets.rows import BOLD, PLAIN, Piece, Rows, on_screen

_WHERE = 17
"""Cells for the minute a finding is in, and a space."""
_LONGEST = 400
"""Characters of a line shown below the list."""


def row(finding: Finding, width: int) -> Iterable[Piece]:
    """Draw a finding: how grave it is, where, and what."""
    yield f"{finding.severity.value.upper():<9}{(finding.cited or '-')[: _WHERE - 1]:<{_WHERE}}", BOLD
    yield finding.message[:width], PLAIN


def whole(finding: Finding, record: Record) -> str:
    """Say a finding in full: the item, what, what to do, and the line as it is."""
    item = record.items[finding.position - 1] if finding.position else None
    about = item.title if item else "The meeting as a whole"
    line = item.entries[finding.line - 1].line[:_LONGEST] if item and finding.line else ""
    said = [about, finding.message, finding.advice, f"  {line}" if line else ""]
    return "\n".join(on_screen(each) for each in said)


class Findings(RowsCard[Finding]):
    """Gives back the finding to go to; None on turning away."""

    CSS_PATH = "findings.tcss"
    BINDINGS = [("enter", "pick", "Go there")]  # noqa: RUF012 - Textual's own form

    def __init__(self, record: Record, found: Sequence[Finding], at: int = 0) -> None:
        """``at`` is the position of the item the officer is at: the first finding from there on is marked."""
        super().__init__()
        self._record = record
        self._found = found
        self._at = at

    def compose(self) -> ComposeResult:
        """How many, the findings, the one marked in full, and the keys."""
        with Vertical(id="findings"):
            said = said_of(self._found) or "nothing found"
            yield Words(f"Before these minutes go round   {said}", id="findings-title")
            yield Rows()
            yield Words(id="findings-whole")
            yield Words("Enter go there   Up/Down choose   Esc back", id="findings-keys")

    def on_mount(self) -> None:
        """List them."""
        found = self._found
        mark = next((place for place, each in enumerate(found) if each.position >= self._at), 0)
        self.query_one(Rows).show(len(found), lambda index, width: row(found[index], width), mark)
        self.show_marked()

    def show_marked(self) -> None:
        """Say more of the row that is marked."""
        marked = self.query_one(Rows).marked
        said = "" if marked is None else whole(self._found[marked], self._record)
        self.query_one("#findings-whole", Words).update(said)

    @on(Rows.Picked)
    def action_pick(self) -> None:
        """Go where the marked finding is."""
        marked = self.query_one(Rows).marked
        if marked is not None and self.is_current:
            self.dismiss(self._found[marked])
