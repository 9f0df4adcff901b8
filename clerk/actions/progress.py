"""What became of an action: its status, the progress reported, and how it is known again when its line is reworded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clerk import lines, notation, spans
from clerk.notation import Kind

_ALIKE = 0.4
"""From which likeness on words that changed are taken for the same action's."""


class ActionStatus(StrEnum):
    """Where an action stands, in the words of an action log."""

    OPEN = "open"
    COMPLETED = "completed"
    DROPPED = "no longer required"


@dataclass(frozen=True)
class Standing:
    """Where one action of a line stands."""

    number: int
    """What it is called by, in every meeting: never given to another."""
    words: str
    """What its line last said of it, by which it is known again."""
    status: ActionStatus = ActionStatus.OPEN
    """Whether it is still to be done."""
    since: date | None = None
    """The day of the progress last reported; None when there was none."""
    note: str = ""
    """The progress reported, in the officer's words."""


def words_of(line: str) -> tuple[str, ...]:
    """Return the words of each action in a line of notation: of an ``A:`` line, or of each mark in prose, in order."""
    read = notation.parse(line)
    if read.kind is Kind.ACTION:
        return (spans.printed(read.text).strip(),) if read.text.strip() else ()
    if "{" not in line or read.kind in (Kind.QUERY, Kind.NOTE):
        return ()
    return tuple(f"{span.owner} {span.text}".strip() for span in spans.marked(read.text) if span.text)


def continued(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """For each action a line has now, return which of those it had before it is, or None for a new one.

    Those alike are the same, in order. What is then left on both sides is the same action said in other words if there
    are as many left as before, for it is still the same line.
    """
    if len(old) == 1 and len(new) > 1 and old[0].startswith(new[0]):
        # What was one is seen to be several: it is the first of them.
        return [0, *[None] * (len(new) - 1)]
    partners = lines.match(old, new)
    left = [index for index in range(len(old)) if index not in partners]
    without = [index for index, partner in enumerate(partners) if partner is None]
    if len(left) == len(without):
        for index, partner in zip(without, left, strict=True):
            partners[index] = partner
    return partners


def recalled(words: str, gone: Sequence[str]) -> int | None:
    """Return which of the actions a line no longer had has come back as ``words``; None when it is none of them."""
    best = max(range(len(gone)), key=lambda index: lines.likeness(gone[index], words), default=None)
    return best if best is not None and lines.likeness(gone[best], words) >= _ALIKE else None
