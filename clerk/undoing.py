"""What can be undone of a meeting's record: its structure as it was, the lines a change put in, and words for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clerk.model import Record
from clerk.notation import lines_of

Cell = str | int | float | bytes | None
"""What the database holds in one place."""


Rows = Mapping[int, Mapping[str, Cell]]
"""The rows of a table by their number, each by its columns."""


@dataclass(frozen=True)
class Structure:
    """All of a meeting's record but the text of its minutes, at one moment."""

    number: int
    """Which meeting."""
    tables: Mapping[str, Rows]
    """Its items, roll, comings and goings, declarations and breaks, and the meeting's own state and times."""


@dataclass(frozen=True)
class Swap:
    """Lines that a change took out of the minute of an item, and those it put there."""

    item_id: int
    """The item."""
    out: tuple[str, ...]
    """What it took out."""
    put: tuple[str, ...]
    """What it put in."""

    @property
    def back(self) -> Swap:
        """The other way round."""
        return Swap(self.item_id, self.put, self.out)

    def of(self, page: str) -> str:
        """Return a page with it done: a line that is no longer there as it was stays, and so does every other."""
        lines = lines_of(page)
        places = []
        for line in self.out:
            if line in lines:
                places.append(lines.index(line))
                lines.remove(line)
        new = [line for line in self.put if line not in lines]
        at = min(places, default=len(lines))
        return "\n".join([*lines[:at], *new, *lines[at:]])


@dataclass(frozen=True)
class Change:
    """One change to the record, with what it takes to undo it and to do it again."""

    said: str
    """What was done: "deferred item 8"."""
    before: Structure
    """The record as it was."""
    after: Structure
    """The record as it then was."""
    swaps: tuple[Swap, ...] = ()
    """The lines it changed."""


def swaps_between(before: Record, after: Record) -> tuple[Swap, ...]:
    """Return what a change did to the text of the items; there is none between a page's being typed and saved."""
    pages = {item.id: lines_of(item.text) for item in before.items}
    found = []
    for item in after.items:
        was, now = pages.get(item.id, []), lines_of(item.text)
        if was != now:
            found.append(Swap(item.id, _without(was, now), _without(now, was)))
    return tuple(swap for swap in found if swap.out or swap.put)


def _without(lines: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    left = list(others)
    found = []
    for line in lines:
        if line in left:
            left.remove(line)
        elif line.strip():
            found.append(line)
    return tuple(found)
