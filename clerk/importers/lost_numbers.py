"""Pages copied without their numbers and labels: which lines are titles, which the agenda's words, which minutes.

Such copies drop what was bold: numbers, "Minutes:", RESOLVED and some titles. What is left has to be told by its words,
so whatever is not plain carries a doubt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from clerk.importers.furniture import is_furniture, section_of
from clerk.importers.minutes.markers import bullet_of, marker_of
from clerk.importers.presenters import is_presenter_line
from clerk.importers.titles import without_size
from clerk.kinds import kind_of
from clerk.terms import ItemKind

_PAST = re.compile(
    r"\b(?:was|were|had|has been|noted|resolved|received|agreed|advised|reported|considered|declared|approved|invited"
    r"|welcomed|signed|proposed|seconded|moved|elected|appointed|thanked|asked|stated|explained)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\b(?:was|were|is|are|be|been|had|has|have|will|would|received|noted)\b", re.IGNORECASE)
_BUSINESS = re.compile(
    r"^(?:the )?(?:chair(?:man|woman|person)?|(?:lord )?mayor|leader|clerk|president|convenor)(?:['’]s)?"
    r"(?: and \w+)? (?:announcements?|communications?|remarks|report|update)\.?$"
    r"|^(?:announcements?|communications|(?:forward |work )?(?:plan|programme)|call[- ]ins?|site visits)\.?$",
    re.IGNORECASE,
)
_SMALL = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with")
)
_PERSON = re.compile(
    r"^(?:councillors?|cllrs?|mr|mrs|ms|miss|dr|sir|dame|lord|lady|rev|prof\w*|the|present|apologies|in attendance"
    r"|members|officers|also)\b\.?",
    re.IGNORECASE,
)
_MEMBER = re.compile(r"^(?:councillors?|cllrs?|mr|mrs|ms|miss|dr)\b", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:resolved|agreed|reported|declared|approved|proposed|seconded|moved|gave|sent)\b", re.IGNORECASE
)
_ASIDE = re.compile(r"\([^()]{1,80}\)\.?")
_ATTACHED = re.compile(
    r"\((?:[\w ]{0,30}\b)?(?:attached|enclosed|to follow|previously circulated)\)\s*\.?$", re.IGNORECASE
)
_TO = re.compile(r"\(?To [a-z]")
_AGENDA = re.compile(
    r"\(?(?:members are (?:reminded|requested|asked|invited)|report of|the (?:committee|board|panel|council) (?:is|are)"
    r" (?:asked|invited|recommended|requested)|recommend\w*\b\s*[:.–-]?|please note)",
    re.IGNORECASE,
)
_LONGEST = 300
"""Characters of a line that may be a title or a paper; a longer one is a paragraph."""
_MOST_LINES = 2_000
"""How many lines are looked at to tell what sort of text it is."""


class Said(Enum):
    """What a line without a number is taken for."""

    TEXT = auto()
    """Words of the item it stands in."""
    TITLE = auto()
    """The title of an item, plainly: it carries a file or names standing business."""
    LIKELY = auto()
    """The title of an item, by its look alone."""
    UNTITLED = auto()
    """The agenda's words for standing business whose title is lost: it stands in for the title."""


@dataclass(frozen=True)
class Around:
    """Where a line stands."""

    before: str
    """The line before it; empty at the top."""
    after: str
    """The line after it; empty at the end."""
    kind: ItemKind
    """The kind of the item read last."""
    title: str
    """Its title; empty above the first item."""
    texts: int
    """How many paragraphs that item has so far."""


def looks_like_titles(lines: list[str]) -> bool:
    """Whether a text without numbers has the titles of an agenda: two sorts of standing business among them."""
    lines = lines[:_MOST_LINES]
    titles = [line for line in lines if line[:1].isalpha() and "|" not in line and is_standing(line)]
    papers = sum(bool(line[:1].isalpha() and len(line) < _LONGEST and without_size(line).size) for line in lines)
    numbered = sum(bool(re.match(r"(?:item )?\(?\d{1,3}[.):]?\s", line, re.IGNORECASE)) for line in lines)
    kinds = {kind_of(without_size(title).text) for title in titles}
    return len(kinds) > 1 and len(titles) + papers > 2 and numbered < 3


def is_standing(line: str) -> bool:
    """Whether a line is a short title of standing business: "Apologies for absence"."""
    if len(line) > _LONGEST:
        return False
    words = without_size(line).text
    if _MEMBER.match(words) or (words.endswith(".") and _TOLD.search(words)):
        return False
    short = len(words.split()) <= 9 and not _SENTENCE.search(words)
    return short and kind_of(words) is not ItemKind.ORDINARY and section_of(words) is None


def said(line: str, around: Around) -> Said:
    """Say what a line is on a page that has no numbers at all."""
    if len(line) > _LONGEST or is_furniture(line) or section_of(line):
        return Said.TEXT
    if _TO.match(line):
        return _announced(line, around)
    if is_standing(line) and not bullet_of(line):
        return Said.TITLE
    return Said.LIKELY if around.title and _looks_like_title(line, around) else Said.TEXT


def _announced(line: str, around: Around) -> Said:
    """Read "To receive apologies.": the agenda's words below the title, or in place of one that is lost."""
    kind = kind_of(line)
    fresh = bool(around.title) and not around.texts and around.kind is ItemKind.ORDINARY
    if kind in (ItemKind.ORDINARY, around.kind) or fresh or len(line.split()) > 30:
        return Said.TEXT
    return Said.UNTITLED


def _looks_like_title(line: str, around: Around) -> bool:
    if _BUSINESS.search(line):
        return True
    words = line.split()
    if not 1 < len(words) <= 12 or line[-1] in ".,:;!?”\"’'":
        return False
    if _PERSON.match(line) or marker_of(line) or bullet_of(line):
        return False
    if _SENTENCE.search(line) or not line[0].isupper() or (around.before and around.before[-1] not in ".)]”"):
        return False
    telling = [word for word in words if word[:1].isalpha() and word.lower() not in _SMALL]
    named = [word for word in telling if word[0].isupper()]
    return len(named) * 4 >= len(telling) * 3 and bool(re.search(r"[.)\]]$", around.after))


def is_agenda_text(line: str, earlier: str) -> bool:
    """Whether a line under a title is the agenda's and not the minutes'; ``earlier`` is the agenda line before it."""
    if _TO.match(line) or is_presenter_line(line) or _AGENDA.match(line):
        return True
    if _ASIDE.fullmatch(line) or _ATTACHED.search(line):
        return True
    listed = marker_of(line) is not None or bullet_of(line) is not None
    return listed and bool(earlier) and (earlier.endswith((":", "-", "–")) or marker_of(earlier) is not None)


def is_minuted(lines: list[str]) -> bool:
    """Whether a text holds minutes: sentences in the past tense."""
    return sum(bool(_PAST.search(line[:_LONGEST])) for line in lines if line.endswith((".", ":", "..."))) > 1
