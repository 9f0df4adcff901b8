"""What every reader gives back: a record, and what was doubtful on the way."""

from __future__ import annotations

from dataclasses import dataclass

from clerk.model import Record


class UnreadableError(Exception):
    """The file is not one a reader can read; the message is one sentence for the officer."""


@dataclass(frozen=True)
class Doubt:
    """Something the officer should look at."""

    message: str
    """What is doubtful, in one sentence."""
    line: int | None = None
    """Line of the file, from 1; None when it concerns the file as a whole."""

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}" if self.line else self.message


@dataclass(frozen=True)
class SourceLine:
    """One line of a file, or one paragraph of a page, as it is shown beside what was read of it."""

    text: str
    """Its words."""
    line: int
    """Where it stands: line of the file, or number of the paragraph in a Word file, from 1; as in ``Doubt.line``."""


@dataclass(frozen=True)
class Reading:
    """The outcome of reading a file."""

    record: Record
    """The meeting as read."""
    doubts: tuple[Doubt, ...] = ()
    """In the order of the file."""
    noise: tuple[str, ...] = ()
    """Lines known to be page furniture ("View directions") and left out for that reason."""
    reader: str = ""
    """The kind of file it was taken for, in words: "ModernGov page"."""
    published: bool = False
    """Whether it is an agenda or minutes as others publish them, which bring no roll; not one of Clerk's own files."""
    source: tuple[SourceLine, ...] = ()
    """What the file says, line by line, to be read beside the record; empty for Clerk's own files."""
    begins: tuple[int | None, ...] = ()
    """For each item of the record, the line its title stands on; empty for Clerk's own files."""
    roll_from: str = ""
    """Where the people on the roll are known from, when not from the file: "as at the meeting of 19 June 2026"."""
