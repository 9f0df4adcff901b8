"""What became of the minutes of a meeting since. For most that is nothing, and then its parts are not loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clerk.afterwards.parts import Amendment, AmendmentAgreed, AsConfirmed, Circulation, Confirmation


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


def with_positions(since: Afterwards, moved: Mapping[int, int]) -> Afterwards:
    """Return it naming the same items still, of which ``moved`` says for each position before which it is now.

    What named an item that is gone names none (0) then.
    """
    if since is UNTOUCHED:
        return since
    amendments = tuple(
        replace(each, item=moved.get(each.item, 0), line=each.line if each.item in moved else 0)
        for each in since.amendments
    )
    agreed = tuple(replace(each, item=moved.get(each.item, 0)) for each in since.agreed)
    kept = since.kept
    if kept and any(moved.get(now) != now for _, now in kept.items):
        # Lines of items that were joined or parted are no longer where they were.
        kept = replace(kept, items=tuple((then, moved[now]) for then, now in kept.items if now in moved), lines=())
    return replace(since, amendments=amendments, agreed=agreed, kept=kept)
