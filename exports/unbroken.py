"""What a line of a Word document does not break: "24 November 2026", "10.45 am", "Cllr Smith", "minute 24".

Between their parts stand no-break spaces, as a careful typist of Word puts them with Ctrl+Shift+Space. They are put in
as the file is written and nowhere else: the record and every other form keep the spaces that were typed, and what reads
a Word file takes them for such (``clerk.language.text.spaced``).
"""

from __future__ import annotations

import re

from clerk.language.dates import MONTHS
from clerk.language.text import NO_BREAK

_MONTH = "|".join(MONTHS)
_TITLE = r"(?:Cllrs?|Mrs?|Ms|Mx|Miss|Dr|Prof|Revd?|Sir|Dame|Lord|Lady)\b\.?"
_CITED = (
    "[Mm]inutes?|[Ii]tems?|[Pp]aragraphs?|[Ss]ections?|[Rr]egulations?|[Aa]rticles?|[Ss]chedules?|[Cc]lauses?|[Rr]ules?"
    "|[Pp]ages?|[Pp]arts?|[Aa]ppendix|[Aa]nnex|[Qq]uarter|Nos?\\."
)
_TOGETHER = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTH})(?: \d{{4}}\b)"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH})\b"
    r"|\b\d{1,2}(?:[.:]\d{2})? (?:am\b|pm\b|a\.m\.|p\.m\.|noon\b|midnight\b)"
    r"|\d (?:million\b|billion\b|(?=per cent\b))"
    rf"|\b{_TITLE}(?: {_TITLE}| [A-Z]\.)* [^\W\d_a-z][\w’'-]*"
    rf"|\b(?:{_CITED}) (?:\d[\w.()]*|[A-Z]\b)"
    r"|(?<=\S) (?=[\u2013\u2014] )"
)
_NOTE = re.compile(r"\([^()\n]*\)")
_LETTER = 6.7
"""How wide a letter of a table is taken to be, in points: that of a figure in Arial of 12 points."""
_MARGIN = 170
"""What the cells of a table leave free on their right, in twentieths of a point."""


def unbroken(text: str, most: int = 0) -> str:
    """Return ``text`` with no-break spaces where a line should not break.

    What is held together is no longer than ``most`` letters, for Word would break it within a word; 0 is no limit.
    """
    return _TOGETHER.sub(lambda match: _held(match[0], most), text)


def unbroken_notes(text: str, most: int) -> str:
    """Return a name as ``unbroken`` does, with each note after it in one piece if it has at most ``most`` letters.

    So "(in the Chair) (by video link)" goes to the next line a note at a time, and not from within its brackets.
    """
    return unbroken(_NOTE.sub(lambda match: _held(match[0], 0) if len(match[0]) <= most else match[0], text), most)


def letters_across(width: int) -> int:
    """How many letters are sure to find room on a line of a column ``width`` twentieths of a point wide."""
    return max(int((width - _MARGIN) / 20 / _LETTER), 1)


def _held(text: str, most: int) -> str:
    first, *rest = text.split(" ")
    held, length = first, len(first)
    for word in rest:
        fits = not most or length + 1 + len(word) <= most
        held, length = (held + NO_BREAK + word, length + 1 + len(word)) if fits else (f"{held} {word}", len(word))
    return held
