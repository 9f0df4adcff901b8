"""The minutes tree: what will be printed, block by block, with no word of how it will look."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is for."""

    OPENING = "opening"
    STATUS = "status"
    BODY = "body"
    LEAD_IN = "lead-in"
    QUOTATION = "quotation"
    DECISION_LABEL = "decision label"
    DECISION = "decision"
    MOTION = "motion"
    VOTE = "vote"
    ACTION = "action"
    POST_MEETING = "post-meeting note"


class ListStyle(StrEnum):
    """How the members of a list are marked."""

    ROMAN = "roman"
    LETTER = "letter"
    BULLET = "bullet"


@dataclass(frozen=True)
class Run:
    """A stretch of text printed in one manner."""

    text: str
    """The words."""
    bold: bool = False
    """Strong, as for a label."""
    link: str = ""
    """The address it leads to, if it is a link."""


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the title of the whole and occurs once."""

    level: int
    """1 the title, 2 a minute or a part, 3 a sub-heading in a minute."""
    text: str
    """Its words, without the number."""
    number: str = ""
    """The minute number as printed, "24."; empty when it has none."""
    item: int = 0
    """Position of the item it belongs to; 0 outside the business."""
    queries: tuple[str, ...] = ()
    """What the officer still has to find out about an item that prints nothing else. Never part of its text."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph that is not in a list."""

    role: Role
    """What it is for."""
    runs: tuple[Run, ...]
    """Its text."""
    item: int = 0
    """Position of its item."""
    queries: tuple[str, ...] = ()
    """What the officer still has to find out about it. Never part of its text."""
    keep_next: bool = False
    """Must stand on the same page as the block that follows."""


@dataclass(frozen=True)
class ListItem:
    """One member of a list."""

    style: ListStyle
    """How it is marked."""
    list_id: int
    """Members of one list share it, bullets below a point too; each list starts its numbering again."""
    level: int
    """0 in the text, 1 below a point."""
    label: str
    """Its number as printed, "(ii)", "(a)"; a bullet's is "•"."""
    runs: tuple[Run, ...]
    """Its text."""
    item: int = 0
    """Position of its item."""
    queries: tuple[str, ...] = ()
    """As for a paragraph."""
    keep_next: bool = False
    """Must stand on the same page as the block that follows."""


@dataclass(frozen=True)
class Table:
    """A table of data with one row of column headings and no merged cells."""

    title: str
    """What it holds, for those who cannot see it."""
    header: tuple[str, ...]
    """The column headings."""
    rows: tuple[tuple[str, ...], ...]
    """The cells, as many in each row as there are headings."""
    shares: tuple[int, ...]
    """Width of each column, in hundredths of the page; they add up to 100."""
    item: int = 0
    """Position of its item; 0 outside the business."""
    room: int = 0
    """The least height of each row, in points, for what will be written by hand; 0 for what the text needs."""


@dataclass(frozen=True)
class SignOff:
    """The line at the end, for the person in the Chair to sign."""

    times: str
    """When the meeting began and ended, "10.00 - 11.25 am"; empty until both are known."""
    date: str
    """The day of the meeting."""
    signatory: str
    """Whose signature, "CHAIRMAN"."""


Block = Heading | Paragraph | ListItem | Table | SignOff


@dataclass(frozen=True)
class Minutes:
    """Everything that will be printed of one meeting."""

    title: str
    """The document's title, for its properties."""
    body: str
    """The body's name, for the header."""
    status: str
    """"DRAFT" until the minutes are confirmed; empty after."""
    blocks: tuple[Block, ...] = field(default=())
    """What prints, in order."""
    restricted: str = ""
    """"NOT FOR PUBLICATION", for every page, where anything here is exempt; its sentence is among the blocks too."""


def plain(runs: tuple[Run, ...]) -> str:
    """The text of some runs together."""
    return "".join(run.text for run in runs)
