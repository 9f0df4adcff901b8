"""That nobody declared an interest: where it is minuted, in what words, or why it cannot be."""

from __future__ import annotations

from dataclasses import dataclass

from clerk.model import Record
from clerk.terms import ItemKind
from clerk.wording import none_declared_lines


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
