"""What a check of minutes finds: how grave it is, where it is, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from clerk import notation
from clerk.afterwards.citing import cited
from clerk.model import Item, Record
from clerk.notation import DECISIONS, UNPRINTED, Kind
from clerk.terms import ItemState


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    """It must not go round like this: the law is not met, or words are missing."""
    WARNING = "warning"
    """It looks wrong; only the officer can say."""
    TIP = "tip"
    """It could be better."""


@dataclass(frozen=True)
class Finding:
    """One thing to look at before minutes go round."""

    severity: Severity
    """How grave it is."""
    rule: str
    """The name of what was looked for, which does not change: "double-word"."""
    message: str
    """What is the matter, in a sentence."""
    advice: str
    """What to do, in a sentence."""
    position: int = 0
    """Position of the item; 0 for the meeting as a whole."""
    line: int = 0
    """Which line of the item's page, from 1; 0 for the item as a whole."""
    cited: str = ""
    """How the place is cited: "24(ii)"; empty for the meeting as a whole."""


@dataclass(frozen=True)
class Here:
    """An item with its lines read, and its place."""

    position: int
    """Position of the item."""
    item: Item
    """The item."""
    number: int | None
    """The number of its minute; None for a section heading."""
    lines: tuple[notation.Numbered, ...]
    """Its lines, numbered."""

    def find(self, severity: Severity, rule: str, message: str, advice: str, line: int = 0) -> Finding:
        """Make a finding at this item, or at one of its lines, from 1."""
        called = "" if self.number is None else str(self.number)
        where = cited(called, self.lines[line - 1]) if line else called
        return Finding(severity, rule, message, advice, self.position, line, where)

    def of(self, *kinds: Kind) -> Iterator[tuple[int, notation.Line]]:
        """The lines of some kinds, with their numbers from 1."""
        return ((at, each.line) for at, each in enumerate(self.lines, 1) if each.line.kind in kinds)

    @property
    def printed(self) -> Iterator[tuple[int, notation.Line]]:
        """The lines that print something, with their numbers from 1."""
        return (
            (at, each.line)
            for at, each in enumerate(self.lines, 1)
            if each.line.kind not in UNPRINTED and each.line.text.strip()
        )

    @property
    def text(self) -> str:
        """What prints of its own lines, a line each."""
        return "\n".join(line.text for _, line in self.printed)

    @property
    def decides(self) -> bool:
        """Whether a decision or a vote has been minuted."""
        return any(line.text.strip() for _, line in self.of(*DECISIONS, Kind.VOTE))

    @property
    def taken(self) -> bool:
        """Whether the meeting came to it, or something has been minuted all the same."""
        return self.item.state in (ItemState.OPEN, ItemState.DONE) or bool(self.text)


def places(record: Record) -> tuple[Here, ...]:
    """Return every item of a meeting, read."""
    numbers = record.minute_numbers()
    return tuple(
        Here(position, item, number, tuple(notation.number(entry.line for entry in item.entries)))
        for position, (item, number) in enumerate(zip(record.items, numbers, strict=True), 1)
    )
