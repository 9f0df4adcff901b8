"""The sentences and headings by which minutes say who was there and who was not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clerk.terms import Attendance, Capacity


@dataclass(frozen=True)
class Group:
    """What those named under a heading are."""

    capacity: Capacity | None
    """In what capacity; None where the heading leaves it open."""
    status: Attendance
    """What the roll says of them."""


_GROUPS = (
    (
        r"(?:(?:committee |board |voting |council )?members |councillors )?present(?: at the meeting)?|members"
        r"|(?:committee|board|voting) members|councillors",
        Group(Capacity.MEMBER, Attendance.PRESENT),
    ),
    (r"(?:officers?|staff)(?: present| in attendance| also present)?", Group(Capacity.OFFICER, Attendance.PRESENT)),
    (r"in attendance|attending|attendance", Group(None, Attendance.PRESENT)),
    (
        r"also (?:present|in attendance|attending)|(?:observers?|guests?|visitors|invitees|others?)"
        r"(?: present| in attendance)?",
        Group(Capacity.GUEST, Attendance.PRESENT),
    ),
    (r"substitutes?(?: members?)?(?: present| in attendance)?", Group(Capacity.MEMBER, Attendance.SUBSTITUTE)),
    (
        r"apolog(?:y|ies)(?: for (?:absence|non-attendance))?(?: (?:were )?received)?(?: from| on behalf of)?",
        Group(None, Attendance.APOLOGIES),
    ),
    (r"absent(?: without apolog(?:y|ies))?|members absent", Group(Capacity.MEMBER, Attendance.ABSENT)),
)
_HEADINGS = tuple((re.compile(rf"#*\s*\**\s*(?:{words})\s*\**\s*", re.IGNORECASE), group) for words, group in _GROUPS)
_INLINE = tuple(
    (re.compile(rf"(?:{words})\s*(?::|\s[-–—]\s)[\s:–—-]*(?P<names>\S.*)", re.IGNORECASE), group)
    for words, group in _GROUPS
)
_AGAIN = re.compile(r"^(?P<word>[A-Za-z ]{4,30}:)\s*(?=(?P=word))", re.IGNORECASE)

_NOTED = r"(?:it was (?:noted|reported) that,? )?(?:the )?(?:\w+ (?:noted|reported) that )?"
_SENT = (
    rf"{_NOTED}(?:an |no further )?apolog(?:y|ies)(?: for (?:absence|non-attendance|inability to attend))?"
    r"(?: (?:was|were|have been|has been|had been|having been))?(?: (?:also|duly))?"
    r"(?: (?:received|submitted|reported|intimated|tendered|given|noted|recorded|presented|offered|accepted|sent|made)"
    r"(?: and (?:accepted|noted))?)?"
    r" (?:from|by|on behalf of|for)(?: the following(?: members?| councillors?)?)?"
)
APOLOGIES_FROM = re.compile(rf"{_SENT}\s*[:–-]*\s*(?P<names>\S.*)", re.IGNORECASE)
"""Apologies and, at the end, whose."""
APOLOGIES_FROM_THESE = re.compile(rf"(?:.*[.] )?{_SENT}\s*[:–-]*", re.IGNORECASE)
"""Apologies of those on the lines that follow."""
GAVE_APOLOGIES = re.compile(
    r"(?P<names>.+?) (?:(?:had|have|has) )?(?:gave|given|sent|tendered|submitted|offered)"
    r" (?:(?:her|his|their) )?apolog(?:y|ies)(?: for absence)?",
    re.IGNORECASE,
)
"""Who sent them, first."""
WERE_ABSENT = re.compile(
    r"(?P<names>.+?) (?:was|were) absent(?: without (?:sending |giving )?(?:an )?apolog(?:y|ies))?", re.IGNORECASE
)
"""Who was absent, with no more said of it: not for one item."""
SUBSTITUTED = (
    re.compile(
        r"(?:it was (?:noted|reported) that,? )?(?:in accordance with [^,]{3,80}, )?(?P<who>.+?)"
        r" (?:(?:had been|has been|was) (?:appointed|nominated|named) (?:as )?(?:a |the )?(?:named )?"
        r"substitute(?: member)?"
        r"|(?:was |were )?substitut(?:ed|ing)|(?:was )?(?:attended|attending|acted|acting|present) as (?:a |the )?"
        r"(?:named )?substitute(?: member)?|(?:was )?deputising) (?:for|on behalf of|in place of) (?P<whom>.+)",
        re.IGNORECASE,
    ),
)
"""Who stood in for whom."""
AND_ATTENDED = re.compile(
    r"(?P<whom>.+?),? (?:and|with) (?P<who>.+?) (?:attended|attending|acted|acting|substituting|substituted)"
    r"(?: as (?:a |the |his |her |their )?(?:named )?substitute(?: member)?)?"
    r"(?: in (?:his|her|their) (?:absence|place|stead))?",
    re.IGNORECASE,
)
"""One who sent apologies, and who came instead."""
SPEAKS_OF_ABSENCE = re.compile(
    r"\bapolog(?:y|ies)\b.*\b(?:received|submitted|from|behalf|reported|intimated|tendered)\b"
)
"""What a sentence holds that names people who are not there, if it names any."""
NOBODY = re.compile(
    r"\b(?:no|nil|none)\b[^.]{0,20}\bapolog|\bno (?:such )?apolog|\bthere were none\b|^(?:none|nil)\b|\bn/a\b",
    re.IGNORECASE,
)
"""That nobody sent apologies."""
NOT_FOR_ABSENCE = re.compile(r"\b(?:late|lateness|early|earlier|leav\w+|delay\w*|arriv\w+|depart\w*)\b", re.IGNORECASE)
"""Apologies for coming late or leaving early, by which nobody is absent."""

_SENTENCE_END = re.compile(r"[.]\s+(?=[A-Z“\"(])")
_NO_END = re.compile(
    r"(?:\b(?:Cllrs?|Mr|Mrs|Ms|Dr|Prof|Revd?|Ald|Hon|St|No|Supt|Insp|Sgt|Capt|Col|Maj)|(?:^|[\s.(])[A-Z])$",
    re.IGNORECASE,
)


def heading_group(text: str) -> Group | None:
    """Return what those below a line are, when it is a heading of the list of those present; None for other lines."""
    bare = text.strip().rstrip(":").strip("*# ")
    return next((group for words, group in _HEADINGS if words.fullmatch(bare)), None)


def inline_group(text: str) -> tuple[Group, str] | None:
    """Part "Present: Councillors A. Ash and B. Birch" into what they are and the names; None for other lines."""
    text = _AGAIN.sub("", text.strip())
    found = ((words.fullmatch(text), group) for words, group in _INLINE)
    return next(((group, match["names"]) for match, group in found if match), None)


def sentences(text: str) -> list[str]:
    """Part a paragraph into sentences, without their full stops; "Cllr. A. Ash" ends none."""
    parts, start = [], 0
    for end in _SENTENCE_END.finditer(text):
        # No abbreviation is longer than what is looked at here.
        if not _NO_END.search(text[max(0, end.start() - 12) : end.start()]):
            parts.append(text[start : end.start()])
            start = end.end()
    return [part.strip().rstrip(".") for part in (*parts, text[start:]) if part.strip(" .")]
