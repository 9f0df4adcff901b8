"""The heading of a published meeting: body, day, time, and a word such as CANCELLED."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from clerk.language import dates

_WEEKDAY = re.compile(rf"[\s,]*(?:[-–—:]+\s*|\bon\s+)?(?:\b(?:{dates.ANY_WEEKDAY})\b,?\s*)?(?:the\s+)?$", re.IGNORECASE)
_TIME = re.compile(
    r"^[\s,]*(?:at\s+|am\s+|@\s*)?(?:\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?\s?m\b\.?|y\.?\s?[bph]\b\.?|noon\b)|\d{1,2}[.:]\d{2}(?![\d.:])(?:\s*(?:hrs|hours|h)\b\.?)?|noon\b|midnight\b)",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"(?:(?:to be )?held )?(?:in|at|via) (?:the )?(?-i:[A-Z])"
    r"(?:(?!\b(?:will|is|are|was|were|be|to|when|where)\b)[^.:;?]){2,120}",
    re.IGNORECASE,
)
_HELD = re.compile(r"(?:,? |^)(?:to be )?held$")
_OCCASION = re.compile(
    r"^(?P<occasion>[^,]{3,60}), (?P<body>(?:(?:full|county|city|borough|district|town) )?council|cabinet|executive)$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:committee|board|cabinet|council|panel|forum|partnership|authority|executive|group|commission|assembly|party)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:agenda|minutes|decisions|meeting)(?:,? (?:and )?(?:agenda|decisions|minutes))* (?:for|of) "
    r"(?:(?:a |the )?meeting of )?(?:the )?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Heading:
    """What a heading says."""

    body: str
    """The name of the body; empty when the line does not give it."""
    date: date | None
    """The day."""
    time: time | None
    """The time it was called for."""
    tail: str
    """What stands behind: "CANCELLED"; empty as a rule."""
    occasion: str = ""
    """What the meeting is called besides its body: "Budget Setting" of "Budget Setting, Council"."""


def is_heading(text: str) -> bool:
    """Whether a line is a heading with a date, and not a sentence that happens to mention one."""
    found = dates.find_date(text)
    if not found or len(text) > 250:
        return False
    tail = read_heading(text).tail
    if len(tail) > 60 and not _PLACED.fullmatch(tail):
        return False
    before = text[: found.start].strip(" ,")
    announced = not before or re.search(rf"(?:\b(?:{dates.ANY_WEEKDAY})|[-–—:])$", before, re.IGNORECASE)
    return bool(announced or _TIME.match(text[found.end :]))


def read_heading(text: str) -> Heading:
    """Read "Body - Friday, 20 June 2025 10.00 am, CANCELLED"; a line without a date is all body."""
    found = dates.find_date(text)
    if not found:
        return Heading(_LEAD.sub("", text).strip(), None, None, "")
    before = _WEEKDAY.sub("", text[: found.start])
    after = text[found.end :]
    clock = _TIME.match(after)
    if clock:
        after = after[clock.end() :]
    moment = dates.read_time(clock[0]) if clock else None
    body = _HELD.sub("", _LEAD.sub("", before).strip(" ,-–—"))
    if body.casefold() == "meeting":
        # "Minutes of the meeting held on": whose it was stands elsewhere, or the officer says.
        body = ""
    named = _OCCASION.match(body) if len(body) < 120 else None
    tail = after.strip(" ,.-–—")
    if named:
        return Heading(named["body"], found.date, moment, tail, named["occasion"])
    return Heading(body, found.date, moment, tail)


def is_bare_date(text: str) -> bool:
    """Whether a line holds a day, perhaps with a time, and names no body."""
    found = dates.find_date(text)
    return bool(found) and not re.search(r"\w", _WEEKDAY.sub("", text[: found.start if found else 0]))


def is_time(text: str) -> bool:
    """Whether a line holds a time of day and nothing else: "10.00 am"."""
    match = _TIME.match(text) if len(text) < 40 else None
    return bool(match) and not text[match.end() if match else 0 :].strip(" .")


def names_body(text: str) -> bool:
    """Whether a line is short and has a word such as "committee" in it."""
    return len(text) < 120 and bool(_BODY.search(text)) and not text.endswith((".", ":", "?"))
