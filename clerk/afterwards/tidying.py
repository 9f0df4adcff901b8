"""Working papers: what of a meeting's record is normally destroyed once its minutes are confirmed.

Drafts and notes are kept until then, for they may be evidence of what was said, and not after (the usual retention
schedule of councils; signed minutes are kept for good).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from clerk.language import english


@dataclass(frozen=True)
class WorkingPapers:
    """How many there are of each kind."""

    notes: int = 0
    """Private notes."""
    taken_out: int = 0
    """Lines taken out of the minutes, queries that were cleared among them."""
    wordings: int = 0
    """Earlier wordings of lines."""
    drafts: int = 0
    """Drafts circulated of which the whole text was kept."""
    queries: int = 0
    """Queries still open; they are not destroyed, for somebody has still to answer them."""

    @property
    def any(self) -> bool:
        """Whether there is anything to destroy."""
        return bool(self.notes or self.taken_out or self.wordings or self.drafts)

    def said(self) -> str:
        """Say what there is to destroy: "2 private notes and 1 earlier wording"."""
        counted = (
            (self.notes, "private note", "private notes"),
            (self.taken_out, "line taken out (cleared queries too)", "lines taken out (cleared queries too)"),
            (self.wordings, "earlier wording", "earlier wordings"),
            (self.drafts, "circulated draft's text", "circulated drafts' texts"),
        )
        return english.join([f"{count} {one if count == 1 else many}" for count, one, many in counted if count])


@dataclass(frozen=True)
class Tidied:
    """One time that working papers were destroyed."""

    when: datetime
    """When."""
    papers: WorkingPapers
    """How many there were."""
