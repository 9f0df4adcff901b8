"""What can be undone of a meeting's record: its structure as it was, the lines a change put in, and words for it.

Each change that an officer makes to the record by key is undone: of the business, the roll, comings and goings,
interests, breaks and times; a resolution put in several items; earlier minutes amended or confirmed; what is said of
the body and the meeting, its wording, phrases and roster. What is done on the page (kinds of lines, usual words, votes,
elections, lines brought back) has the page's own undo. Not undone, with the reason:

- a draft that went round (Esc V), and whatever was done before: others have read it. What is done afterwards is undone.
- the progress of an action (Esc L): each report stands in the action's dated history, which its own meeting and every
  later one shows; the same card takes a report back by another (Enter again opens the action).
- the body's Word template (Esc A): it is a whole file, which only a name stands for; Esc A names another, or none.
"""

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
    """All of a meeting's record but the text of its minutes, and what is set for its body, at one moment."""

    number: int
    """Which meeting."""
    tables: Mapping[str, Rows]
    """Its items, roll, comings and goings and so on, by the name ``clerk.records.structure`` has for each part."""


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


_SAID = {
    "confirmation": "confirmed earlier minutes",
    "amendment": "amended earlier minutes",
    "meeting": "changed the day, the place or the first minute of the meeting",
    "membership": "changed the roster",
    "phrase": "changed the phrases",
}


def say_other(before: Structure, after: Structure, swaps: Sequence[Swap], record: Record) -> str:
    """Say what a change was that shows in no part of the meeting's own record; ``record`` is the meeting then."""
    for part, said in _SAID.items():
        if before.tables[part] != after.tables[part]:
            return said
    was, now = (next(iter(each.tables["body"].values()), {}) for each in (before, after))
    if was != now:
        words = was.get("own_words") != now.get("own_words")
        return "changed the wording" if words else "changed what is set for the body"
    numbers = {item.id: item.agenda_number or f"'{item.title}'" for item in record.items}
    found = [numbers[swap.item_id] for swap in swaps if swap.item_id in numbers]
    return f"put the same line in {'item' if len(found) == 1 else 'items'} {', '.join(found)}" if found else ""


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
