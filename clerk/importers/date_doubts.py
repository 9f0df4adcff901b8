"""Whether the day of a meeting may have been read wrongly: by its weekday, or by how the file writes other days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from clerk.language import dates

_FIGURES = re.compile(r"\b(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})\b")
_WEEKDAY = re.compile(rf"\b(?P<weekday>{dates.ANY_WEEKDAY})\b,?\s+(?:the\s+)?$", re.IGNORECASE)


def doubt_of(heading: str, day: date, texts: Iterable[str]) -> str:
    """Say why ``day``, read from ``heading``, may be another day; empty when nothing speaks against it.

    A day in figures is read the British way, 03/04/2025 as 3 April, unless its weekday or the file's other days
    (04/29/2025) show that the month stands first.
    """
    found = dates.find_date(heading)
    if not found or found.date != day:
        return ""
    weekday = _WEEKDAY.search(heading[: found.start])
    figures = _FIGURES.fullmatch(heading[found.start : found.end])
    other = _swapped(figures, day) if figures else None
    if weekday and not _is(weekday["weekday"], day):
        if other and _is(weekday["weekday"], other):
            return _ask(figures, day, other, f"it is said to be a {weekday['weekday']}")
        is_a = dates.WEEKDAYS[day.weekday()]
        return f"The heading says {weekday['weekday']}, but {dates.say_date(day, weekday=False)} is a {is_a}."
    if other and not weekday and (american := _american(texts)):
        return _ask(figures, day, other, f"the file writes {american} too")
    return ""


def _ask(figures: re.Match[str] | None, day: date, other: date, why: str) -> str:
    said, meant = dates.say_date(day, weekday=False), dates.say_date(other, weekday=False)
    return f"The day {figures[0] if figures else ''} was read as {said}, but {why}; see whether {meant} is meant."


def _swapped(figures: re.Match[str], day: date) -> date | None:
    """The day with day and month the other way about, when that is another day."""
    try:
        other = date(int(figures["year"]), int(figures["first"]), int(figures["second"]))
    except ValueError:
        return None
    return other if other != day and figures["first"].lstrip("0") == str(day.day) else None


def _american(texts: Iterable[str]) -> str:
    """The first day in figures that can only have its month first; empty when others have theirs second."""
    american = ""
    for text in texts:
        for figures in _FIGURES.finditer(text):
            first, second = int(figures["first"]), int(figures["second"])
            if first > 12 >= second:
                return ""
            if second > 12 >= first and not american:
                american = figures[0]
    return american


def _is(weekday: str, day: date) -> bool:
    names = (dates.WEEKDAYS[day.weekday()], dates.WELSH_WEEKDAYS[day.weekday()])
    return weekday.casefold() in {name.casefold() for name in names}
