"""Business not for the public: the paragraphs of Schedule 12A to the Local Government Act 1972 that it comes under."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clerk.language.text import clean_line
from clerk.terms import BodyKind

# Compiled when first needed, which a start of the app is not.
_NUMBER = r"(?i)\b\d{1,2}[A-D]?\b"
_NOTHING_ELSE = r"(?i)(?:\b(?:paragraphs?|paras?|and)\b\.?|\b\d{1,2}[A-D]?\b|[\s,;&])*"

# A title that speaks of a paragraph is about exempt business only if it says so, or ends "(paragraph 3)".
_IN_TITLE = (
    r"(?i)(?=.*(?:\bexempt\b|\bnot for publication\b|\bschedule 12A\b|\(para(?:graph)?s?\.? [^()]*\)$))"
    r".*?\bpara(?:graph)?s?\.? (?P<numbers>\d{1,2}[A-D]?\b(?:(?:,| and| &|, and)? ?\b\d{1,2}[A-D]?\b)*)"
)
_LONGEST = 500
"""Characters of a title that are looked at: matching a damaged paragraph would be slow."""

_PARAGRAPHS = (
    r"(?i)\bparagraphs?\s+(?P<numbers>\d{1,2}[A-D]?\b(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)\d{1,2}[A-D]?\b)*)"
    r"(?!\s*\(\d)"
)
"""Not "paragraph 5 (4)": so a notice of private business cites the regulations on executive meetings."""
_OF_THE_SCHEDULE = r"(?i)[^.;\n]{0,60}?\bSchedule 12A\b"


def as_kept(paragraphs: str) -> str:
    """Return the paragraphs as the record keeps them: "paragraphs 3 and 5" is "3, 5".

    Words that say more, or "confidential" where the schedule does not apply, stay as they are.
    """
    paragraphs = clean_line(paragraphs)
    numbers = numbers_of([paragraphs])
    return ", ".join(numbers) if numbers and re.fullmatch(_NOTHING_ELSE, paragraphs) else paragraphs


def said_by(title: str) -> str:
    """Return the paragraphs by which an item is exempt as its title says, or nothing."""
    match = re.match(_IN_TITLE, clean_line(title)[:_LONGEST])
    return as_kept(match["numbers"]) if match else ""


def told_in(text: str) -> tuple[str, ...]:
    """Return the paragraphs that an agenda or a resolution says business is exempt under: none if it names none.

    Those said to be of the schedule, or else the first that may be: an executive's notice of private business cites
    paragraphs of SI 2012/2089 before it.
    """
    found = list(re.finditer(_PARAGRAPHS, text))
    of_it = [match for match in found if re.match(_OF_THE_SCHEDULE, text[match.end() :])]
    return numbers_of(match["numbers"] for match in of_it or found[:1])


def numbers_of(marks: Iterable[str]) -> tuple[str, ...]:
    """Return the paragraphs that some exempt marks name, each once, in the order of the schedule."""
    found = {number.upper() for mark in marks for number in re.findall(_NUMBER, mark)}
    return tuple(sorted(found, key=lambda number: (int(number.rstrip("ABCD")), number)))


def hint_for(kind: BodyKind) -> str:
    """Return what may be answered when it is asked why an item of such a body is not for the public.

    Schedule 12A is for principal councils; a parish council excludes the public for a reason (Public Bodies (Admission
    to Meetings) Act 1960 s1(2)), as may anybody for what is confidential (Local Government Act 1972 s100A(2)).
    """
    return "a reason: staffing matter" if kind is BodyKind.PARISH else "12A paragraphs: 3; or confidential"
