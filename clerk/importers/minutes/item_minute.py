"""The minute of one item of a published page: its minutes, its decision and its votes in one page of notation."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from clerk import notation
from clerk.importers.furniture import cut_of
from clerk.importers.minutes.minute_text import line_of, to_notation
from clerk.importers.parts import PageItem, RecordedVote, Section
from clerk.notation import Kind

_FIGURES = re.compile(
    r"for\W{0,3}(\d+)\W+(?:\w+\W+)?against\W{0,3}(\d+)(?:\W+(?:\w+\W+)?abst\w*\W{0,3}(\d+))?\W*", re.IGNORECASE
)


@dataclass
class ItemMinute:
    """An item's minute and what was doubtful in it."""

    lines: list[str] = field(default_factory=list)
    """Lines of notation."""
    doubts: list[tuple[str, int | None]] = field(default_factory=list)
    """What to look at, and the line of the file."""


def minute_of(item: PageItem) -> ItemMinute:
    """Put an item's minutes, then what of its decision they do not hold already, then its votes into notation."""
    minute = ItemMinute()
    lines, query = _read(item, Section.MINUTES, minute)
    decision, decision_query = _read(item, Section.DECISION, minute)
    known = _plain("\n".join(lines))
    whole = {_plain(line) for line in lines}
    extra = [line for line in decision if _plain(line) not in whole and not _held(line, known)]
    votes = [line for vote in item.votes for line in _vote(vote, item)]
    minute.lines = [*lines, *query, *extra, *(decision_query if extra else []), *votes]
    if extra and lines and not query:
        minute.doubts.append((f"{item.name}: its decision was put after its minutes, which lack it.", item.line))
    if votes:
        minute.doubts.append(("The page has recorded votes; how each member voted is on another page.", item.line))
    return minute


def _read(item: PageItem, section: Section, minute: ItemMinute) -> tuple[list[str], list[str]]:
    """Turn a section into notation, and a note that it is cut short into a query that stays until cleared."""
    paragraphs: list[str] = []
    query: list[str] = []
    blocks = item.blocks(section)
    for block in blocks:
        cut = cut_of(block.text)
        if cut and cut.part != "agenda":
            message = f"{item.name}: its {cut.part} text is cut short on the page (“{cut.marker}”)."
            minute.doubts.append((message, block.line))
            query.append(line_of(Kind.QUERY, f"The published text is cut short here ({cut.marker})"))
            paragraphs.append(f"{cut.text} ..." if cut.text else "")
        else:
            paragraphs.append(block.text)
    read = to_notation(paragraphs, decided=section is Section.DECISION)
    line = blocks[0].line if blocks else None
    minute.doubts += [(f"{item.name}: {remark}.", line) for remark in dict.fromkeys(read.remarks)]
    return read.lines, query


def _vote(vote: RecordedVote, item: PageItem) -> list[str]:
    """Write a recorded vote: an amendment or motion with its outcome, and what stands above already as a note.

    The page puts the item's title before the matter voted on. A colon left after taking that off would be read as the
    end of a mover's name, so such a vote is a note too.
    """
    matter = vote.title.removeprefix(item.title).lstrip(": ")
    figures = _FIGURES.fullmatch(vote.text)
    moved = {"amendment": Kind.AMENDMENT, "motion": Kind.MOTION}.get(vote.kind.lower())
    outcome = vote.result.lower()
    if moved and matter and ":" not in matter and outcome in ("carried", "lost") and (figures or not vote.text):
        counts = "-".join(group for group in figures.groups() if group) if figures else ""
        return [line_of(moved, matter), line_of(Kind.VOTE, f"{outcome} {counts}".strip())]
    parts = [part for part in (vote.title, vote.kind, vote.text, vote.result) if part]
    return [line_of(Kind.NOTE, "Recorded vote: " + "; ".join(parts))]


def _held(line: str, known: str) -> bool:
    plain = _plain(line)
    return len(plain) >= 25 and plain in known


def _plain(line: str) -> str:
    """The words of a line alone, to compare two wordings of one decision."""
    text = " ".join(notation.parse(part).text for part in line.split("\n"))
    return re.sub(r"[\W_]+", " ", text).strip().lower()
