"""What a whole ModernGov page holds when it is copied with all the site's own lines: menus, and tables of votes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from clerk.importers.furniture import is_page_kind
from clerk.importers.heading import is_heading
from clerk.importers.parts import Block, Page, PageItem, RecordedVote

_BULLET = re.compile(r"^[•·]\s+")
_TOP = 200
"""Within how many lines from the top the page's title stands."""
_BOTTOM = re.compile(
    r"(?:©|\(c\)|copyright\b|.*\ball rights reserved\b|powered by|back to top|cookies?\b|privacy\b|accessibility\b"
    r"|terms (?:and|of)\b|site ?map|disclaimer|a to z|follow us|sign up|contact us).{0,120}",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"no documents are available for this meeting\.?", re.IGNORECASE)
_VOTES = re.compile(r"recorded votes?:?", re.IGNORECASE)
_VOTE_COLUMNS = re.compile(r"title\s*type\s*recorded vote text\s*result\s*(?P<row>.*)", re.IGNORECASE)
_VOTE = re.compile(
    r"(?P<title>\S.*)\s+(?P<kind>Resolution|Motion|Amendment|Recommendation|Decision)\s+(?:(?P<text>\S.*?)\s+)?"
    r"(?P<result>Carried|Not carried|Lost|Approved|Rejected|Agreed|Adopted|Defeated|Withdrawn|Tied)"
)


def title_at(lines: Sequence[Block], business: Callable[[int], bool]) -> int | None:
    """The place of the page's own title, "Agenda and minutes"; None when there is none above the business.

    A menu of the site may hold such a word as well, so of several the last above the heading with the day counts.
    ``business`` says of a place that the items begin there.
    """
    found: int | None = None
    for at, line in enumerate(lines[:_TOP]):
        if business(at) or (found is not None and is_heading(line.text)):
            break
        if is_page_kind(_BULLET.sub("", line.text)):
            found = at
    return found


def is_empty(lines: Sequence[str]) -> bool:
    """Whether a page says that nothing of the meeting is published: it is planned, or cancelled."""
    return any(_NOTHING.fullmatch(line) for line in lines) and any(is_heading(line) for line in lines)


def menus_below(lines: Sequence[Block], above: Sequence[Block]) -> int:
    """How many of the last lines are the site's menus again, as they stand ``above`` the page's title."""
    known = {line.text for line in above}
    count = same = 0
    for line in reversed(lines[len(above) + 1 :]):
        if line.text not in known and not _BOTTOM.fullmatch(line.text):
            break
        count += 1
        same += line.text in known
    return count if same > 1 else 0


class VoteTable:
    """Reads the tables of recorded votes below the items, a row a line."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._item: PageItem | None = None

    def take(self, item: PageItem, text: str) -> bool:
        """Take a line that is of such a table; False for any other line."""
        if _VOTES.fullmatch(text):
            self._item = item
            self._page.noise.append(text)
            return True
        row = _vote_in(text) if self._item is item else None
        if row is None:
            return False
        columns, vote = row
        self._page.noise += [columns] if columns else []
        item.votes += [vote] if vote else []
        return True


def _vote_in(text: str) -> tuple[str, RecordedVote | None] | None:
    """Part a line of such a table into the names of its columns and a row; None for a line of no such table."""
    columns = _VOTE_COLUMNS.fullmatch(text)
    row = columns["row"].strip() if columns else text
    found = _VOTE.fullmatch(row)
    if not found:
        return (text, None) if columns and not row else None
    vote = RecordedVote(found["title"], found["kind"], found["text"] or "", found["result"])
    return (text[: len(text) - len(row)].strip(), vote)
