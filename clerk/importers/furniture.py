"""What a published page says that is not business: labels, file sizes, links that lead on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clerk.importers.parts import Section
from clerk.importers.titles import without_size

_ITEM_TAG = re.compile(r"\s*,?\s*\bitem [\w./]+?\.?\s*$", re.IGNORECASE)
_CUT = re.compile(
    r"\s*(?P<dots>\.\.\.|…)?\s*view the full (?P<part>\w+) text for (?:this )?item\s*(?P<number>[\w./-]*?)\.?\s*$",
    re.IGNORECASE,
)
_LABELS = {
    "minutes": Section.MINUTES,
    "draft minutes": Section.MINUTES,
    "decision": Section.DECISION,
    "decisions": Section.DECISION,
    "additional documents": Section.DOCUMENTS,
    "supporting documents": Section.DOCUMENTS,
    "accompanying documents": Section.DOCUMENTS,
}
_COLUMNS = re.compile(r"(?:(?:note\s+)?no\.?\s*item|items)", re.IGNORECASE)
_PAGE_KINDS = re.compile(
    r"(?:draft |printed )?(?:agenda|decisions|minutes|meeting)(?:,? (?:and )?(?:draft )?(?:agenda|decisions|minutes))*",
    re.IGNORECASE,
)
_ITEM_FURNITURE = re.compile(
    r"(?:share this item|view recorded votes? for this item|view the decisions? for (?:this )?item.{0,8}"
    r"|view the (?:background|declarations of interest) (?:to|for) (?:this )?item.{0,8}"
    r"|webcast for .{1,8}|view directions|back to top|print this page)",
    re.IGNORECASE,
)
_PAGE_FURNITURE = re.compile(
    r"(?:view the webcast|items|(?:note\s+)?no\.?\s*item|no\.?|item|media|attendance details|agenda frontsheet"
    r"|agenda reports? pack|printed (?:minutes|decisions)|additional documents:?"
    r"|you can view (?:the )?individual reports (?:for|of) this meeting\b.*)",
    re.IGNORECASE,
)
_SUPPLEMENT = re.compile(r"(?:supplement|agenda|printed|decisions|late)\b.*", re.IGNORECASE)
_PAPER = re.compile(r"(?:supplement|late|printed)\b.*", re.IGNORECASE)
_BULLET = re.compile(r"^[·•▪●‣◦§]\s*")


@dataclass(frozen=True)
class Cut:
    """A text that the page cuts short."""

    text: str
    """What there is of it."""
    part: str
    """Which text: minutes, agenda, decision."""
    number: str
    """Of which item."""
    marker: str
    """The words that say so."""


def meeting_paper(text: str) -> str:
    """Return the name of a paper of the whole meeting that a line above the items leads to; empty for other lines.

    Supplements, late papers and printed minutes hold what the page itself may lack; the agenda's own file does not.
    """
    sized = without_size(_BULLET.sub("", text.strip()))
    return sized.text if sized.size and _PAPER.fullmatch(sized.text) else ""


def without_item_tag(text: str) -> str:
    """Take ", item 59." off the name of an additional document."""
    return _ITEM_TAG.sub("", text).strip()


def cut_of(text: str) -> Cut | None:
    """Read a paragraph that ends "... view the full minutes text for item 59.", or None when it does not."""
    match = _CUT.search(text)
    if not match:
        return None
    return Cut(text[: match.start()].strip(), match["part"].lower(), match["number"], match[0].strip())


def section_of(text: str) -> Section | None:
    """Return the section a label opens ("Minutes:"), or None when the text is not a label."""
    return _LABELS.get(text[:-1].strip().lower()) if text.endswith(":") else None


def is_page_kind(text: str) -> bool:
    """Whether a line is the page's own title: "Agenda, decisions and minutes"."""
    return bool(_PAGE_KINDS.fullmatch(text.strip()))


def is_columns(text: str) -> bool:
    """Whether a line heads the table of business: "Items", or the names of its columns."""
    return bool(_COLUMNS.fullmatch(text))


def is_item_furniture(text: str) -> bool:
    """Whether a line among an item's paragraphs is one of the page's own links. "Item" there may be a table's cell."""
    return bool(_ITEM_FURNITURE.fullmatch(_BULLET.sub("", text.strip())))


def is_furniture(text: str) -> bool:
    """Whether a line above the items belongs to the page and not to the meeting."""
    bare = _BULLET.sub("", text.strip())
    if is_item_furniture(bare) or _PAGE_FURNITURE.fullmatch(bare):
        return True
    sized = without_size(bare)
    return bool(sized.size) and bool(_PAGE_FURNITURE.fullmatch(sized.text) or _SUPPLEMENT.fullmatch(sized.text))
