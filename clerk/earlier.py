"""Earlier minutes of a body, as what is offered while typing learns from them."""

from __future__ import annotations

from typing import NamedTuple

from clerk.terms import ItemKind

MOST_LINES = 3_000
"""How many lines of earlier minutes are learned from, the most recent: more of them add nothing but time."""


class EarlierLine(NamedTuple):
    """A line of earlier minutes."""

    kind: ItemKind
    """The kind of item it stood under."""
    line: str
    """The line of notation."""
