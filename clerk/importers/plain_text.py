"""An agenda typed as plain text: "1. Apologies for absence", one item a line, the front page above."""

from __future__ import annotations

import re

from clerk import dates
from clerk.importers.heading import is_heading
from clerk.importers.modgov import reading_of
from clerk.importers.parts import Block, Page, PageItem, Section
from clerk.importers.reading import Reading, SourceLine
from clerk.text import clean

READER = "plain text"
"""What this reader takes a file for."""

_ITEM = re.compile(
    r"(?:item\s+)?(?P<number>\d{1,3}(?:\.\d{1,2}|[a-z])?)"
    r"(?:(?:[.):]\s+|\s*[-–—]\s+)(?P<title>\S.*)|(?:[.):]|\s+)(?P<words>[^\W\d_].*|[“\"'(\[].*))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:item\s+)?\d{1,3}[a-z]?(?:[.):]\s+|\s+[-–—]\s+)[^\W\d_]", re.IGNORECASE)
_LABEL = re.compile(
    r"(?P<label>venue|place|location|where|contact|clerk|date|time|when)\s*:\s*(?P<value>\S.*)", re.IGNORECASE
)
_NAMES = {"place": "venue", "location": "venue", "where": "venue", "clerk": "contact"}
_PART = re.compile(r"part\s+(?:\d{1,2}|[ivx]{1,4}|[a-c])\b.*", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:committee|board|cabinet|council|panel|forum|partnership|authority|executive|group)\b", re.IGNORECASE
)
_MEETING_OF = re.compile(
    r"^(?:notice of (?:the |a )?|(?:the )?agenda (?:for|of) (?:the |a )?)?(?:meeting|agenda) (?:of|for) (?:the )?",
    re.IGNORECASE,
)


def read(text: str) -> Reading:
    """Read a numbered agenda. Lines under an item are its agenda note; lines above the first describe the meeting."""
    lines = clean(text).split("\n")
    blocks = [Block(" ".join(line.split()), at) for at, line in enumerate(lines, 1) if line.strip()]
    page = Page(source=[SourceLine(block.text, block.line) for block in blocks])
    starts = _starts(blocks)
    first = min(starts, default=len(blocks))
    _front(page, blocks[:first])
    for at in range(first, len(blocks)):
        _line(page, blocks, at, starts)
    return reading_of(page, READER)


def looks_like(text: str) -> bool:
    """Whether a text has at least two numbered lines that count on, or one that is standing business."""
    blocks = [Block(" ".join(line.split()), at) for at, line in enumerate(text.split("\n"), 1) if line.strip()]
    return len(_starts(blocks)) > 1


def _starts(blocks: list[Block]) -> dict[int, re.Match[str]]:
    """Find the lines that begin an item: their numbers go up, or are parts of the item before ("4a", "4.1")."""
    found: dict[int, re.Match[str]] = {}
    last, subs = 0, set[str]()
    for at, block in enumerate(blocks):
        match = _ITEM.fullmatch(block.text)
        if not match:
            continue
        number = match["number"]
        main = int(re.match(r"\d+", number)[0])  # type: ignore[index]
        part = not number.isdecimal()
        if (part and main == last and number not in subs) or last < main <= last + 3 or (not found and main > 0):
            found[at] = match
            subs = {*subs, number} if main == last else {number}
            last = main
    return found


def _front(page: Page, blocks: list[Block]) -> None:
    for block in blocks:
        label = _LABEL.fullmatch(block.text)
        if label and label["label"].lower() not in ("date", "time", "when"):
            name = label["label"].lower()
            page.fields.setdefault(_NAMES.get(name, name), []).append(label["value"])
        elif is_heading(block.text) and not any(dates.find_date(kept.text) for kept in page.heading):
            page.heading.append(_dated(block, label))
        elif label and dates.read_time(label["value"]) and page.heading:
            page.heading[-1] = Block(f"{page.heading[-1].text} {label['value']}", page.heading[-1].line)
        elif _names_body(block) and not any(_BODY.search(kept.text) for kept in page.heading):
            page.heading.insert(0, Block(_MEETING_OF.sub("", block.text), block.line))
        elif block.text.strip(" :").lower() not in ("agenda", "notice of meeting", "items"):
            page.front.append(block)
        else:
            page.noise.append(block.text)


def _names_body(block: Block) -> bool:
    return bool(_BODY.search(block.text)) and len(block.text) < 120


def _dated(block: Block, label: re.Match[str] | None) -> Block:
    """A heading in one line names the body before the date; a date alone does not."""
    text = label["value"] if label else _MEETING_OF.sub("", block.text)
    return Block(text, block.line)


def _line(page: Page, blocks: list[Block], at: int, starts: dict[int, re.Match[str]]) -> None:
    block = blocks[at]
    if at in starts:
        item = PageItem(starts[at]["number"], "", block.line)
        page.noise += item.set_title((starts[at]["title"] or starts[at]["words"]).strip())
        page.items.append(item)
    elif _PART.fullmatch(block.text) and any(place in starts for place in range(at + 1, at + 3)):
        page.items.append(PageItem("", block.text, block.line, heading=True))
    elif page.items:
        page.items[-1].add(Section.AGENDA, block)
        if _NUMBERED.match(block.text):
            page.doubt_number(page.items[-1], block)
    else:
        page.front.append(block)
