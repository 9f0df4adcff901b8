"""That nobody declared an interest: where it is minuted, in what words, or why it cannot be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clerk import notation
from clerk.model import Declaration, Item, Record
from clerk.terms import ItemKind
from clerk.wording import none_declared_lines

_SAYS_NONE = re.compile(
    r"\b(?:no|nil|none)\b(?:\W+\w+){0,4}?\W+(?:interests?|declar\w+)\b|\b(?:nobody|no ?one)\b[^.]{0,20}\bdeclared\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class NoneDeclared:
    """What to put down when declarations are invited and none is made."""

    position: int
    """The item whose minute says so: the one for declarations, or the one asked for where there is none."""
    lines: tuple[str, ...] = ()
    """The lines to add to it; those that stand there already are left out."""
    refusal: str = ""
    """Why there is nothing to add, in one sentence; empty when there is."""
    already: bool = False
    """Whether it is refused only because it is minuted already."""


def none_declared(record: Record, position: int) -> NoneDeclared:
    """Return how to minute that nobody declared an interest; ``position`` is the item to use if none is for that."""
    places = (place for place, item in enumerate(record.items, 1) if item.kind is ItemKind.DECLARATIONS)
    position = next(places, position)
    if record.declarations:
        name = record.declarations[0].name
        return NoneDeclared(position, refusal=f"{name} has declared an interest; it has to be taken back first.")
    if not position or record.items[position - 1].kind is ItemKind.HEADING:
        return NoneDeclared(position, refusal="The meeting has no item for declarations; minute it under another item.")
    there = {entry.line.strip() for entry in record.items[position - 1].entries}
    lines = tuple(line for line in none_declared_lines(record) if line.strip() not in there)
    if not lines:
        return NoneDeclared(position, refusal="It is minuted already that nobody declared an interest.", already=True)
    return NoneDeclared(position, lines)


def pages_without(record: Record, declared: Declaration) -> tuple[tuple[int, str], ...]:
    """Return the pages a declaration belies, by the number of their item, without the sentence that none was made.

    Only the sentence that Clerk puts in, as it put it in, is taken out; and only where the declaration was made, for
    what is declared in a later item does not make untrue what was minuted before.
    """
    nil = {line.strip() for line in none_declared_lines(record)[1:]}
    return tuple(
        (item.id, "\n".join(entry.line for entry in item.entries if entry.line.strip() not in nil))
        for item in _asking(record, declared)
        if any(entry.line.strip() in nil for entry in item.entries)
    )


def still_says_none(record: Record, declared: Declaration) -> bool:
    """Whether it is minuted where a declaration was made, in whatever words, that none was."""
    lines = (notation.parse(entry.line) for item in _asking(record, declared) for entry in item.entries)
    return any(line.kind not in notation.UNPRINTED and _SAYS_NONE.search(line.text) for line in lines)


def _asking(record: Record, declared: Declaration) -> list[Item]:
    """The items in which declarations were invited, as far as this one may have been made there."""
    asking = [place for place, item in enumerate(record.items, 1) if item.kind is ItemKind.DECLARATIONS]
    places = asking or range(1, len(record.items) + 1)
    return [record.items[place - 1] for place in places if declared.made_at in (0, place)]
