"""On which business a member votes: for nearly all members that is all of it."""

from __future__ import annotations

from typing import NamedTuple


class Voting(NamedTuple):
    """On which items a member has a vote, whether or not they were there or had an interest.

    Parent governor and church representatives on a scrutiny committee vote on education matters only (Local Government
    Act 2000 Schedule A1 and Education Act 1996 s499; under a committee system SI 2012/1020 regulations 13 and 14), and
    a co-opted member may have no vote at all.
    """

    some: bool = False
    """Whether on some items only, and not on all but some."""
    items: tuple[int, ...] = ()
    """Positions of those items: the ones they vote on, or else the ones they do not vote on."""

    def on(self, position: int) -> bool:
        """Whether they have a vote on the item at a position."""
        return (position in self.items) is self.some

    def turned(self, position: int) -> Voting:
        """Return the same but for the item at a position: with a vote there if they had none, without if they had."""
        others = tuple(place for place in self.items if place != position)
        return self._replace(items=others if position in self.items else tuple(sorted((*others, position))))

    @property
    def said(self) -> str:
        """What a roll says of it: nothing of who votes on all business, or on all but some of it."""
        if not self.some:
            return ""
        return "votes on some items" if self.items else "no vote"

    @property
    def elsewhere(self) -> Voting:
        """What of it holds at another meeting, which has other items."""
        return Voting(self.some)


ON_ALL = Voting()
"""On all business."""
