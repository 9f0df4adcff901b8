"""One item by itself: ModernGov's pages of an agenda item, an issue and a decision, as text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from clerk.importers import modgov_text, plain_text
from clerk.importers.decision_page import facts_first, is_decision_page
from clerk.importers.furniture import is_page_kind, section_of
from clerk.importers.item_numbers import number_of
from clerk.importers.item_page import NO_LINKS, Links, Part, fill
from clerk.importers.modgov import reading_of
from clerk.importers.parts import Block, Page, PageItem
from clerk.importers.reading import Reading, SourceLine, UnreadableError
from clerk.importers.run_together import is_title
from clerk.importers.voting_page import is_voting_page, parts_of
from clerk.language import dates
from clerk.language.text import clean

READER = "ModernGov page of one item"
"""What this reader takes a file for."""

_PAGE = re.compile(
    r"agenda item(?: details)?|issue(?: details)?(?: - (?:meetings|history|items at meetings.*))?|voting records?"
    r"|recorded votes?|decision details|decision - .{1,120}",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[•·]\s+")
_MEETING = re.compile(
    r"(?P<decided>Decided at )?Meeting:\s*(?P<day>\d{1,2}/\d{1,2}/\d{4})\s*[-–—]\s*(?P<body>\S.*?)"
    r"(?:\s*\(Item\s+(?P<number>[\w./-]+)\))?",
    re.IGNORECASE,
)
_MEETING_OF = re.compile(
    r"Meeting of (?:the )?(?P<body>\S.{1,150}?),\s*(?P<when>[^,]{0,12},?\s*\d.{6,40}?)"
    r"\s*\(Item\s+(?P<number>[\w./-]+?)\.?\)",
    re.IGNORECASE,
)
_COLUMNS = re.compile(r"(?:note\s+)?no\.?\s*item", re.IGNORECASE)
_DECIDED = re.compile(r"(?:It was )?(?:RESOLVED|Resolved|RECOMMENDED)\b")


def looks_like(text: str) -> bool:
    """Whether a text is the page of one item, or what is left of one: a single "Minutes:" and no numbered items."""
    lines = [_BULLET.sub("", line.strip()) for line in text.split("\n") if line.strip()]
    if any(_COLUMNS.fullmatch(line) for line in lines):
        return False
    if any(_is_meeting(line) for line in lines) or _title_at(lines) is not None:
        return True
    labels = [at for at, line in enumerate(lines) if line.lower() in ("minutes:", "decision:")]
    if any(is_page_kind(line) for line in lines) or any(number_of(line) for line in lines):
        return False
    if labels:
        once = sum(lines[at].lower() == "minutes:" for at in labels) <= 1 and len(labels) <= 2
        return once and not plain_text.looks_like("\n".join(lines[: labels[0]]))
    decided = any(_DECIDED.match(line) for line in lines)
    return decided and not modgov_text.looks_like(text) and not plain_text.looks_like(text)


def meetings_told(text: str) -> list[tuple[Block, date]]:
    """The meetings that a copied page of an issue tells of, each with its line; none for another text."""
    return told_in(_lines_of(text)) if looks_like(text) else []


def told_in(lines: Sequence[Block]) -> list[tuple[Block, date]]:
    """The lines of a page that begin what one meeting did with an issue, each with the day."""
    return [(line, _day(line.text)) for line in lines if _is_meeting(line.text)]


def _lines_of(text: str) -> list[Block]:
    return [Block(" ".join(line.split()), at) for at, line in enumerate(clean(text).split("\n"), 1) if line.strip()]


def read(text: str, which: int | None = None) -> Reading:
    """Read a meeting of one item; of an issue that was before several meetings ``which``, from 0, or the newest.

    Raises UnreadableError for a text in which nothing shows that it is of an item: neither a label nor a decision.
    """
    lines = _lines_of(text)
    if not any(_shows_item(_BULLET.sub("", line.text)) for line in lines):
        raise UnreadableError("This is not the page of one item: it has no “Minutes:”, no meeting and no decision.")
    page = Page(source=[SourceLine(line.text, line.line) for line in lines])
    read_lines(page, lines, which=which)
    return reading_of(page, READER)


def is_item_page(title: str) -> bool:
    """Whether the page's own title is that of the page of an item, an issue, a decision or a vote."""
    return bool(_PAGE.fullmatch(title.strip()))


def read_lines(page: Page, lines: list[Block], links: Links = NO_LINKS, which: int | None = None) -> None:
    """Put the lines of a page of one item into ``page``; ``links`` are the addresses its words lead to.

    ``which`` is the one of an issue's meetings to read, counted from 0; None for the newest.
    """
    at = _title_at([_BULLET.sub("", line.text) for line in lines])
    kind = ""
    if at is not None:
        kind = _BULLET.sub("", lines[at].text)
        page.noise += [line.text for line in lines[: at + 1]]
        if at:
            page.doubt(f"What stands above the page's title was left out ({at} lines).", lines[0].line)
        lines = lines[at + 1 :]
    meetings = [place for place, line in enumerate(lines) if _is_meeting(line.text)]
    if meetings:
        newest = max(meetings, key=lambda place: (_day(lines[place].text), -place))
        _issue(page, lines, meetings, newest if which is None else meetings[which], links)
    elif is_voting_page(kind):
        _votes(page, lines, links)
    elif lines:
        _single(page, lines, links, decided=is_decision_page(kind))


def _shows_item(text: str) -> bool:
    return bool(_PAGE.fullmatch(text) or _MEETING.fullmatch(text) or section_of(text) or _DECIDED.match(text))


def _is_meeting(text: str) -> bool:
    match = _MEETING.fullmatch(text)
    return bool(match and not match["decided"] and dates.find_date(match["day"]))


def _title_at(lines: list[str]) -> int | None:
    """The place of the page's own title; it stands above every label and every number of an item."""
    for at, line in enumerate(lines[:200]):
        if _PAGE.fullmatch(line):
            return at
        if section_of(line) or number_of(line) or (is_page_kind(line) and at < len(lines) - 1 and at > 0):
            return None
    return None


def _issue(page: Page, lines: list[Block], meetings: list[int], wanted: int, links: Links) -> None:
    """Read one of an issue's meetings, that which begins at the line ``wanted``; the page has the newest first."""
    ends = [*meetings[1:], len(lines)]
    issue = lines[: meetings[0]]
    for start, end in zip(meetings, ends, strict=True):
        part = lines[start:end]
        if start == wanted:
            _meeting(page, part, issue, links)
        else:
            _other(page, part)


def _day(text: str) -> date:
    match = _MEETING.fullmatch(text)
    found = dates.find_date(match["day"]) if match else None
    return found.date if found else date.min


def _other(page: Page, part: list[Block]) -> None:
    match = _MEETING.fullmatch(part[0].text)
    page.noise += [line.text for line in part]
    if match:
        number = f", item {match['number']}" if match["number"] else ""
        where = f"{match['body']} on {dates.say_date(_day(part[0].text))}{number}"
        page.doubt(f"The item was before another meeting too, which was left out: {where}.", part[0].line)


def _meeting(page: Page, part: list[Block], issue: list[Block], links: Links) -> None:
    head, rest = part[0], part[1:]
    match = _MEETING.fullmatch(head.text)
    if not match:
        return
    page.noise.append("Meeting:")
    page.heading.append(Block(f"{match['body']} - {match['day']}", head.line))
    item = PageItem(match["number"] or "", "", head.line)
    page.items.append(item)
    title, *above = issue or [Block("", head.line)]
    page.front += above
    own = _own_title(rest[0].text, item.number, title.text) if rest else ""
    if own:
        item.line = rest[0].line
        page.noise += item.set_title(own)
        item.link = links.papers.get(item.title, "")
        rest = rest[1:]
        if title.text and title.text.casefold() != item.title.casefold():
            page.doubt(f"The page's title for this is “{title.text}”; the meeting's own was taken.", title.line)
        page.noise.append(title.text)
    elif title.text:
        page.noise += item.set_title(title.text)
    _doubt_title(page, item, head.line)
    fill(page, item, Part(rest, links=links))


def _own_title(text: str, number: str, issue: str) -> str:
    """The title an issue had at a meeting: behind its number, or the issue's own title or nearly so again."""
    if number and re.match(rf"{re.escape(number)}\.?\s+(?:\|\s+)?\S", text):
        return text[len(number) :].lstrip(".| ")
    ours, theirs = set(issue.casefold().split()), set(text.casefold().split())
    alike = len(ours & theirs) * 2 > max(len(ours), len(theirs))
    return text if alike and is_title(text) else ""


def _single(page: Page, lines: list[Block], links: Links, *, decided: bool) -> None:
    kept: list[Block] = []
    number = ""
    for line in lines:
        match = _MEETING.fullmatch(line.text)
        of = _MEETING_OF.fullmatch(_BULLET.sub("", line.text))
        if match and match["decided"]:
            page.noise.append("Decided at meeting:")
            page.heading.append(Block(f"{match['body']} - {match['day']}", line.line))
        elif of and not number and dates.find_date(of["when"]):
            page.noise.append("Meeting of")
            page.heading.append(Block(f"{of['body']} - {of['when']}", line.line))
            number = of["number"]
        else:
            kept.append(line)
    if decided:
        kept = facts_first(page, kept)
    _item(page, PageItem(number, "", lines[0].line), kept, Part((), links=links))


def _votes(page: Page, lines: list[Block], links: Links) -> None:
    """Read a record of votes: an item for each that was voted on."""
    for title, below in parts_of(page, lines):
        _item(page, PageItem("", "", below[0].line), below, Part((), voting=True, links=links), titled=bool(title))


def _item(page: Page, item: PageItem, lines: list[Block], part: Part, *, titled: bool = False) -> None:
    """Add an item: its title when the first line is one, and what stands below."""
    page.items.append(item)
    title = lines[0].text.removeprefix("Item: ") if lines else ""
    if titled or title in part.links.titles or (title and not section_of(title) and is_title(title)):
        if lines[0].text.startswith("Item: "):
            page.noise.append("Item:")
        page.noise += item.set_title(title)
        item.link = part.links.papers.get(item.title, "")
        lines = lines[1:]
    _doubt_title(page, item, item.line)
    fill(page, item, replace(part, lines=lines))


def _doubt_title(page: Page, item: PageItem, line: int) -> None:
    if not item.title:
        page.doubt("The item has no title on the page.", line)
