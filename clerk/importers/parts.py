"""A published page taken apart: what the readers of ModernGov pages fill in before a record is made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from clerk.importers.reading import Doubt, SourceLine
from clerk.importers.titles import without_size, without_where
from clerk.model import Document

PART_HEADING = re.compile(r"part\s+(?:\d{1,2}|[ivx]{1,4}|[a-c])\b.*", re.IGNORECASE)
"""The whole of a line that heads a part of an agenda: "Part 1", "PART B - Exempt business"."""


class Section(StrEnum):
    """Where on an item a paragraph stands."""

    AGENDA = "agenda"
    DOCUMENTS = "documents"
    DECISION = "decision"
    MINUTES = "minutes"


@dataclass(frozen=True)
class Block:
    """One paragraph of a page, cleaned and on one line."""

    text: str
    """Its words."""
    line: int
    """Line of the file it starts on, from 1."""


@dataclass(frozen=True)
class RecordedVote:
    """One row of a page's table of recorded votes."""

    title: str
    """What was voted on."""
    kind: str
    """Resolution, Motion or Amendment, as the page says."""
    text: str
    """Anything the page says of the voting, with its figures."""
    result: str
    """Carried or Lost, as the page says."""


@dataclass
class PageItem:
    """One row of the table of items."""

    number: str
    """As shown, without the final full stop; empty when the row has none."""
    title: str
    """Without its number and the size of its file."""
    line: int
    """Line of the file it starts on."""
    linked: bool = False
    """Whether the title leads to a paper."""
    link: str = ""
    """Address of that paper, where known."""
    heading: bool = False
    """A section heading rather than business."""
    sections: dict[Section, list[Block]] = field(default_factory=dict)
    """The paragraphs under each label. A label without text has an empty list."""
    documents: list[Document] = field(default_factory=list)
    """The additional documents."""
    votes: list[RecordedVote] = field(default_factory=list)
    """The table of recorded votes."""

    @property
    def name(self) -> str:
        """What to call it in a doubt: "Item 7", or its title in quotation marks when it has no number."""
        title = self.title or "(title missing)"
        title = title if len(title) <= 60 else title[:57] + "..."
        return f"Item {self.number}" if self.number else f"“{title}”"

    def set_title(self, text: str) -> list[str]:
        """Take the title from the page's words, and return what they say of its file, which is no part of it."""
        sized = without_size(text)
        placed = without_where(sized.text)
        self.title = placed.text
        self.linked = self.linked or bool(sized.size or placed.size)
        return [said for said in (placed.size, sized.size) if said]

    def add(self, section: Section, block: Block) -> None:
        """Put a paragraph under a section."""
        self.sections.setdefault(section, []).append(block)

    def blocks(self, section: Section) -> list[Block]:
        """Return the paragraphs of a section, none if the item has no such label."""
        return self.sections.get(section, [])


@dataclass
class Page:
    """A whole page."""

    heading: list[Block] = field(default_factory=list)
    """The lines that name body, day and time, best source first."""
    fields: dict[str, list[str]] = field(default_factory=dict)
    """What stands behind Venue, Contact and the other labels, by label in small letters."""
    front: list[Block] = field(default_factory=list)
    """Other paragraphs before the items."""
    roll: list[Block] = field(default_factory=list)
    """The paragraphs that list who was there, where a reader knows them; they are a note to the meeting as well."""
    items: list[PageItem] = field(default_factory=list)
    """The rows, in order."""
    first_minute: int | None = None
    """Number of the first minute, where the page gives minute numbers beside those of the agenda."""
    noise: list[str] = field(default_factory=list)
    """Page furniture."""
    doubts: list[Doubt] = field(default_factory=list)
    """What the reader noticed."""
    source: list[SourceLine] = field(default_factory=list)
    """What the page says, to be read beside the record."""

    def add_paper(self, name: str, line: int, address: str = "") -> None:
        """Note a paper of the meeting as a whole, which belongs to no item."""
        self.fields.setdefault("note", []).append(f"{name} ({address})" if address else name)
        self.doubt(f"The page has a paper that belongs to no item; see whether it changes anything: “{name}”.", line)

    def doubt_number(self, item: PageItem, line: Block) -> None:
        """Note a line that may be an item lost among the text of another."""
        words = line.text if len(line.text) <= 60 else line.text[:57] + "..."
        self.doubt(f"The number of “{words}” does not carry on, so it was kept as text of {item.name}.", line.line)

    def doubt(self, message: str, line: int | None = None) -> None:
        """Note something the officer should look at."""
        self.doubts.append(Doubt(message, line))
