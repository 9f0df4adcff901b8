"""An agenda typed as plain text: "1. Apologies for absence", one item a line, the front page above."""

from __future__ import annotations

import re

from clerk.importers.heading import is_bare_date, is_heading, is_time, names_body, read_heading
from clerk.importers.item_numbers import Order, best_run, order_of
from clerk.importers.lost_numbers import is_minuted
from clerk.importers.modgov import reading_of
from clerk.importers.parts import PART_HEADING, Block, Page, PageItem, Section
from clerk.importers.reading import Reading, SourceLine
from clerk.importers.text_columns import take_columns
from clerk.importers.text_lines import lines_of
from clerk.language import dates

READER = "plain text"
"""What this reader takes a file for."""

_NUMBER = (
    r"(?:\d{1,4}(?:(?:\.\d{1,3}){1,2}|[a-zA-D]|\([a-z]\))?|\d{1,4}/\d{1,4}[a-z]?|[A-Z]{1,4}/\d{1,4}(?:/\d{2,4})?"
    r"|[A-Z]{2,5}\d{1,4}(?:/\d{2,4})?)"
)
_ITEM = re.compile(
    rf"(?:[Ii]tem\s+|ITEM\s+)?(?P<number>{_NUMBER})"
    r"(?:(?:[.):]\s+|\s*[-–—]\s+)(?P<title>\S.*)|(?:[.):]|\s+)(?P<words>[^\W\d_].*|[“\"'(\[<].*))"
)
_NUMBERED = re.compile(r"(?:item\s+)?\d{1,3}[a-z]?(?:[.):]\s+|\s+[-–—]\s+)[^\W\d_]", re.IGNORECASE)
_LABEL = re.compile(
    r"(?P<label>venue|place|location|where|contact|clerk|date|time|when)\s*:\s*(?P<value>\S.*)", re.IGNORECASE
)
_NEXT_LABEL = re.compile(r"\s+(?=(?:Date|Time|Venue|Place|Location|Contact):\s)")
_LONGEST_TITLE = 2_000
"""A numbered line longer than this is a paragraph."""
_TRIED = 12
"""How many numbered lines from the top may be the first item: others above it are house numbers and the like."""
_NAMES = {"place": "venue", "location": "venue", "where": "venue", "clerk": "contact"}
_MINUTES = re.compile(r"(?:draft )?minutes\b(?! of (?:the )?(?:previous|last)).*", re.IGNORECASE)
_HELD = re.compile(
    r"(?:draft )?(?:minutes|notes) of (?:an? |the )?(?:[\w-]+ ){0,3}meeting\b.{0,150}\bheld\b[^.]{0,150}\d[^.]{0,40}",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"(?:members |councillors |those )?present\s*[:–-]", re.IGNORECASE)
_MEETING_OF = re.compile(
    r"^(?:notice of (?:the |a )?|(?:the )?(?:draft )?(?:agenda|minutes) (?:for|of) (?:the |a )?)?"
    r"(?:meeting|agenda|minutes) (?:of|for) (?:the )?",
    re.IGNORECASE,
)


def read(text: str) -> Reading:
    """Read a numbered agenda. Lines under an item are its agenda note; lines above the first describe the meeting."""
    blocks = [Block(" ".join(line.text.split()), line.line) for line in lines_of(text)]
    page = Page(source=[SourceLine(block.text, block.line) for block in blocks])
    starts = _starts(blocks)
    first = min(starts, default=len(blocks))
    while first and PART_HEADING.fullmatch(blocks[first - 1].text):
        first -= 1
    _front(page, blocks[:first])
    section = _section(page, blocks, first)
    for at in range(first, len(blocks)):
        _line(page, blocks, at, starts, section)
    take_columns(page)
    return reading_of(page, READER)


def looks_like(text: str) -> bool:
    """Whether a text has at least two numbered lines that count on, or one that is standing business."""
    blocks = [Block(" ".join(line.split()), at) for at, line in enumerate(text.split("\n"), 1) if line.strip()]
    return len(_starts(blocks)) > 1


def starts_of(blocks: list[Block]) -> dict[int, tuple[str, str]]:
    """Return number and title of each line that begins an item, by its place among the lines."""
    return {at: (match["number"], (match["title"] or match["words"]).strip()) for at, match in _starts(blocks).items()}


def _starts(blocks: list[Block]) -> dict[int, re.Match[str]]:
    """Find the lines that begin an item: their numbers go up, or are parts of the item before ("4a", "4.1")."""
    taken = []
    for at, block in enumerate(blocks):
        match = _ITEM.fullmatch(block.text) if block.text[:1].isalnum() and len(block.text) < _LONGEST_TITLE else None
        order = order_of(match["number"]) if match else None
        if match and order and order.main and not is_bare_date(block.text) and not is_time(block.text):
            taken.append((at, match, order))
    return dict(best_run([_run(taken[first:]) for first in range(min(len(taken), _TRIED))], 2))


def _run(taken: list[tuple[int, re.Match[str], Order]]) -> list[tuple[int, re.Match[str]]]:
    """The numbers that carry on from the first of those given."""
    run: list[tuple[int, re.Match[str]]] = []
    last: Order | None = None
    parts: set[str] = set()
    for at, match, order in taken:
        same = last is not None and (order.main, order.tail) == (last.main, last.tail)
        if last is None or (order.may_follow(last, gap=3) and not (same and order.sub in parts)):
            parts = {*parts, order.sub} if same else {order.sub}
            run.append((at, match))
            last = order
    return run


def _section(page: Page, blocks: list[Block], first: int) -> Section:
    """Where the text under the titles belongs: headed "Minutes of ..." it is minutes.

    Told in the past tense, that is, or below a list of those present: an agenda may be headed so by mistake.
    """
    front = [block.text for block in blocks[:first]]
    headed = any(_MINUTES.fullmatch(text) for text in front) and not any(text.lower() == "agenda" for text in front)
    present = any(_PRESENT.match(text) for text in front)
    if not headed or not (present or is_minuted([block.text for block in blocks[first:]])):
        return Section.AGENDA
    page.doubt("The text is headed as minutes, so what stands under the titles was read as their minutes.")
    return Section.MINUTES


def _front(page: Page, blocks: list[Block]) -> None:
    clocks: list[Block] = []
    for block in (part for whole in blocks for part in _parted(whole)):
        label = _LABEL.fullmatch(block.text)
        name, value = (label["label"].lower(), label["value"]) if label else ("", block.text)
        if label and name not in ("date", "time", "when"):
            page.fields.setdefault(_NAMES.get(name, name), []).append(value)
        elif (is_heading(value) or _HELD.fullmatch(value)) and not any(
            dates.find_date(kept.text) for kept in page.heading
        ):
            # A heading in one line names the body before the date; a date alone does not.
            page.heading.append(Block(value if label else _named(page, value), block.line))
        elif is_time(value) or (name == "time" and len(value) < 40 and dates.read_time(value)):
            clocks.append(Block(value, block.line))
        elif names_body(block.text) and not any(names_body(kept.text) for kept in page.heading):
            page.heading.insert(0, Block(_named(page, block.text), block.line))
        elif block.text.strip(" :").lower() not in ("agenda", "notice of meeting", "items", "business"):
            page.front.append(block)
        else:
            page.noise.append(block.text)
    _clock(page, clocks)


def _named(page: Page, heading: str) -> str:
    """Take off a heading what it is of: "Minutes of the"."""
    lead = _MEETING_OF.match(heading)
    page.noise += [lead[0].strip()] if lead else []
    return heading[lead.end() :] if lead else heading


def _parted(block: Block) -> list[Block]:
    """Part "Date: 1 June Time: 7 pm Venue: Hall" at its labels."""
    return [Block(part, block.line) for part in _NEXT_LABEL.split(block.text)]


def _clock(page: Page, clocks: list[Block]) -> None:
    """Put a time that stands alone to the day it belongs to."""
    for clock in clocks:
        at = next((at for at, kept in enumerate(page.heading) if dates.find_date(kept.text)), None)
        if at is None or read_heading(page.heading[at].text).time:
            page.front.append(clock)
        else:
            page.heading[at] = Block(_timed(page.heading[at].text, clock.text), page.heading[at].line)


def _timed(heading: str, clock: str) -> str:
    """Put a time behind the day, before anything else that the line says."""
    found = dates.find_date(heading)
    end = found.end if found else len(heading)
    return f"{heading[:end]} {clock}{heading[end:]}"


def _line(page: Page, blocks: list[Block], at: int, starts: dict[int, re.Match[str]], section: Section) -> None:
    block = blocks[at]
    if at in starts:
        item = PageItem(starts[at]["number"], "", block.line)
        page.noise += item.set_title((starts[at]["title"] or starts[at]["words"]).strip())
        page.items.append(item)
    elif _is_heading_row(page, blocks, at, starts):
        page.items.append(PageItem("", block.text, block.line, heading=True))
    elif page.items:
        page.items[-1].add(section, block)
        if _NUMBERED.match(block.text):
            page.doubt_number(page.items[-1], block)
    else:
        page.front.append(block)


def _is_heading_row(page: Page, blocks: list[Block], at: int, starts: dict[int, re.Match[str]]) -> bool:
    """Whether a line is the heading of a part: "PART 1 - ..." or, right above an item, a line in capitals."""
    text = blocks[at].text
    if PART_HEADING.fullmatch(text):
        return any(place in starts for place in range(at + 1, at + 4))
    capitals = text.isupper() and len(text.split()) > 1 and len(text) < 80 and not text.endswith((".", ":", ";", ","))
    below_text = not page.items or bool(page.items[-1].sections) or not page.items[-1].title.isupper()
    return capitals and below_text and at + 1 in starts
