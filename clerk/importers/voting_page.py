"""ModernGov's record of votes: which votes, on which items of which meeting, and how each member voted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import html

from clerk.importers.heading import is_heading
from clerk.importers.html_blocks import words_of
from clerk.importers.parts import Block, Page
from clerk.voting.names import split_names

_ITEM = re.compile(r"Item:\s*(?P<title>\S.*)", re.IGNORECASE)
_SIDES = (
    ("For", r"for|in favour|aye|yes"),
    ("Against", r"against|no|noe"),
    ("Abstained", r"abst\w*"),
    ("Conflict of Interests", r"conflicts? of interests?"),
    ("Did not vote", r"(?:did )?not vot\w+|no vote"),
    ("Absent", r"absent|apologies"),
)
_RUN_TOGETHER = re.compile(
    r"(?P<side>For|Against|Abstain(?:ed)?|Absent|Conflict Of Interests)\s*"
    r"(?P<names>[A-Z<].*?[^\W\d_>]>?)\s*(?P<count>\d{1,3})"
)
_STATUS = re.compile(r"(?P<what>(?:motion|amendment|resolution|vote) status)\s*:\s*(?P<status>\S.*)", re.IGNORECASE)


def is_voting_page(title: str) -> bool:
    """Whether the page's own title is that of a record of votes."""
    return title.strip().lower() in ("voting record", "voting records", "recorded votes", "recorded vote")


def parts_of(page: Page, lines: Sequence[Block]) -> list[tuple[str, list[Block]]]:
    """Part a record of votes into items: the title of each, and the lines below it.

    The first line with a date names the meeting. What the page says of another meeting is left out, with a doubt.
    """
    parts: list[tuple[str, list[Block]]] = []
    other = False
    for line in lines:
        item = _ITEM.fullmatch(line.text)
        if is_heading(line.text):
            other = bool(page.heading) and page.heading[0].text != line.text
            if other:
                page.doubt(
                    f"The votes of another meeting are on the page too and were left out: {line.text}.", line.line
                )
                page.noise.append(line.text)
            elif page.heading:
                page.noise.append(line.text)
            else:
                page.heading.append(line)
        elif other:
            page.noise.append(line.text)
        elif item:
            page.noise.append("Item:")
            parts.append((item["title"], [Block(item["title"], line.line)]))
        elif parts:
            parts[-1][1].append(_said(line))
        else:
            parts.append(("", [_said(line)]))
    return parts


def _said(line: Block) -> Block:
    """A side that a copy has run together, "ForA, B and C3", as minutes write it: "For: A, B and C (3)".

    Only when there are as many names as it says: nothing else shows that they were told apart.
    """
    run = _RUN_TOGETHER.fullmatch(line.text) if len(line.text) < 5_000 else None
    if run and len(split_names(run["names"])) == int(run["count"]):
        return Block(f"{run['side']}: {run['names']} ({run['count']})", line.line)
    status = _STATUS.fullmatch(line.text)
    return Block(f"{status['what']}: {status['status']}", line.line) if status else line


def sides_in(table: html.HtmlElement) -> list[Block]:
    """A table of votes as one line a side, "For: Councillor A; Councillor B (2)"; nothing for any other table.

    The page has a row for each side (Vote, Councillors, Count), or one for each member (Councillor, Vote).
    """
    rows = [[words_of(cell) for cell in row if cell.tag == "td"] for row in table.iter("tr")]
    rows = [row for row in rows if any(row)]
    line = table.sourceline or 0
    if rows and all(len(row) == 3 and side_of(row[0]) and row[2].isdecimal() for row in rows):
        order = sorted(rows, key=lambda row: _place(row[0]))
        return [Block(f"{row[0].strip(' :')}: {row[1] or 'None'} ({row[2]})", line) for row in order]
    if rows and all(len(row) == 2 and row[0] and side_of(row[1]) for row in rows):
        said: dict[str, list[str]] = {}
        for name, side in sorted(rows, key=lambda row: _place(row[1])):
            said.setdefault(side_of(side), []).append(name)
        return [Block(f"{side}: {_named(names)} ({len(names)})", line) for side, names in said.items()]
    return []


def side_of(text: str) -> str:
    """Return what a side is called, "Abstained" for "Abstain"; empty when the words are no side of a vote."""
    bare = text.strip(" :").lower()
    return next((name for name, pattern in _SIDES if re.fullmatch(pattern, bare)), "")


def _named(names: Sequence[str]) -> str:
    """The names of a side: "Councillors Ada Flow; Bo Small" when all of them are."""
    bare = [name.removeprefix("Councillor ") for name in names]
    all_are = len(names) > 1 and all(name.startswith("Councillor ") for name in names)
    return f"Councillors {'; '.join(bare)}" if all_are else "; ".join(names)


def _place(text: str) -> int:
    return [name for name, _ in _SIDES].index(side_of(text))
