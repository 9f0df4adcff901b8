"""Times of day as they are typed in a meeting: "7.15" in the evening is a quarter past seven in the evening."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from clerk.language.dates import on_the_wall, read_time

_SAYS_HALF = re.compile(r"\d\s*[ap]\.?\s?m\b|\bnoon\b|\bmidnight\b|\b(?:1[3-9]|2[0-3]|0\d?)[.:]", re.IGNORECASE)
_IN_FRONT = re.compile(
    r"(?:(?:at|about|around|approximately|until)\s+)*(?:noon\b|\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?\s?m\b\.?)?)"
    r"(?:\s*(?:hours|hrs)\b)?(?:[\s,;]+|$)",
    re.IGNORECASE,
)
_EARLIEST = timedelta(hours=1)
"""How long before the meeting opened a time may be."""
_HALF_A_DAY = timedelta(hours=12)


def moment_meant(text: str, day: date, opened: datetime | None) -> datetime | None:
    """Return the moment of ``day`` that ``text`` names, or None when it names no time of day.

    A time that says neither am nor pm, nor is of the 24 hour clock, is the first such time from an hour before the
    meeting opened; as typed while the meeting has not.
    """
    time = read_time(text)
    if time is None:
        return None
    moment = datetime.combine(day, time)
    if opened is None or _SAYS_HALF.search(text):
        return moment
    earliest = on_the_wall(opened) - _EARLIEST
    if moment < earliest <= moment + _HALF_A_DAY:
        return moment + _HALF_A_DAY
    return moment


def time_in_front(text: str) -> tuple[str, str]:
    """Part a time of day at the beginning of ``text`` from the words after it: "at 7.30, for tea".

    The time is empty where ``text`` begins otherwise: all of it is words then, whatever time they go on to name.
    """
    text = text.strip()
    found = _IN_FRONT.match(text)
    if found and read_time(found[0]):
        return found[0].strip(" ,;"), text[found.end() :]
    return "", text
