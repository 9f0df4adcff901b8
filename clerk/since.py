"""What became of the minutes of a meeting since. For most that is nothing, and then its parts are not loaded."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clerk.afterwards import Amendment, AmendmentAgreed, AsConfirmed, Circulation, Confirmation


@dataclass(frozen=True)
class Afterwards:
    """What became of the minutes of one meeting, and what that meeting made of earlier ones."""

    circulated: tuple[Circulation, ...] = ()
    """The drafts that went round, in order."""
    amendments: tuple[Amendment, ...] = ()
    """Corrections of these minutes, in the order agreed."""
    agreed: tuple[AmendmentAgreed, ...] = ()
    """Corrections of earlier minutes that this meeting agreed, in order."""
    confirmation: Confirmation | None = None
    """That they were confirmed; None while they have not been."""
    kept: AsConfirmed | None = field(default=None, compare=False, repr=False)
    """The record as it then was; None while they have not been, and for minutes confirmed before that was kept."""


UNTOUCHED = Afterwards()
"""The minutes of a meeting to which nothing has happened since."""
