"""What stands below an agenda's last item and is no part of it: who signed the summons and when, whom it went to, the
list of the members.
"""

from __future__ import annotations

import re

from clerk.importers.heading import is_bare_date
from clerk.importers.parts import Block, Page, Section
from clerk.importers.people.name_words import is_name
from clerk.language.dates import find_date

_OFFICE = re.compile(
    r"(?:(?:acting|interim|deputy|parish|town|city) )*(?:clerk(?: (?:to|of) the .{3,60})?|chief executive(?: officer)?"
    r"|proper officer|monitoring officer|town clerk|head of paid service|(?:head|(?:executive )?director) of .{3,80}"
    r"|prif weithredwr|clerc.{0,40})(?: (?:and|&|/) .{3,60})?",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?:dated?|issued|published|signed)\b\s*(?:on|:)?\s*", re.IGNORECASE)
_TO = re.compile(r"to\s*:\s*(?:$|(?:all |the )?(?:councillors?|cllrs?|members|membership)\b.*)", re.IGNORECASE)
_LIST = re.compile(
    r"(?:(?:committee|board|panel|current) )?member(?:s|ship)(?: of the [^:]{3,80})?(?:\s*\(\d{1,2}\))?\s*:"
    r"\s*(?P<names>(?:councillors?|cllrs?)\b.*)?",
    re.IGNORECASE,
)
_COUNCILLOR = re.compile(r"\W*(?:councillors?|cllrs?)\b", re.IGNORECASE)
_OF_MEMBERS = re.compile(r"\b(?:member|appoint|nominat|working group|sub-?committee)", re.IGNORECASE)
"""Titles of items that may have a list of members of their own."""
_SIGNED = re.compile(r"(?:signed|yours (?:sincerely|faithfully)|by order)\b.{0,60}", re.IGNORECASE)
_MOST = 8


def take_closing(page: Page) -> None:
    """Move the lines that close the agenda from its last item to those about the meeting, where they are kept."""
    if not page.items:
        return
    item = page.items[-1]
    blocks = item.blocks(Section.AGENDA)
    begins = _begins(blocks)
    if begins is None and not _OF_MEMBERS.search(item.title):
        begins = next((at for at in range(len(blocks)) if _lists(blocks, at)), None)
    if begins is not None:
        page.front += blocks[begins:]
        del blocks[begins:]
        if not blocks:
            del item.sections[Section.AGENDA]


def _begins(blocks: list[Block]) -> int | None:
    """Where the closing lines begin: with the name above an office, or with the office, the day or "To:" itself."""
    for at in range(max(0, len(blocks) - 2 * _MOST), len(blocks)):
        below = blocks[at + 1].text if at + 1 < len(blocks) else ""
        name = is_name(blocks[at].text) and bool(_OFFICE.fullmatch(below))
        if (name or _TO.fullmatch(blocks[at].text)) and _all_closing(blocks[at:]):
            return at
    return None


def _lists(blocks: list[Block], at: int) -> bool:
    """Whether the list of the members that some councils print last begins here, on the line or below it."""
    found = _LIST.fullmatch(blocks[at].text)
    below = blocks[at + 1].text if at + 1 < len(blocks) else ""
    return bool(found and (found["names"] or _COUNCILLOR.match(below)))


def _all_closing(blocks: list[Block]) -> bool:
    to = next((at for at, block in enumerate(blocks) if _TO.fullmatch(block.text)), len(blocks))
    return to <= _MOST and all(_closes(block.text) for block in blocks[:to])


def _closes(text: str) -> bool:
    bare = _DATED.sub("", text)
    dated = find_date(bare) is not None and is_bare_date(bare) and len(bare) < 60
    return dated or is_name(text) or bool(_OFFICE.fullmatch(text) or _SIGNED.fullmatch(text))
