"""Dates and times as British councils write them: read from text, and said in a house's form."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WELSH_WEEKDAYS = tuple(f"Dydd {name}" for name in ("Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn", "Sul"))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ANY_WEEKDAY = "|".join((*WEEKDAYS, *WELSH_WEEKDAYS))
"""The days of the week in either language, for a pattern."""

_WELSH = {
    "ionawr": 1,
    "chwefror": 2,
    "mawrth": 3,
    "ebrill": 4,
    "mai": 5,
    "mehefin": 6,
    "gorffennaf": 7,
    "awst": 8,
    "medi": 9,
    "hydref": 10,
    "tachwedd": 11,
    "rhagfyr": 12,
    # As they are after "o": "y 29ain o Fedi".
    "fawrth": 3,
    "fai": 5,
    "fehefin": 6,
    "orffennaf": 7,
    "fedi": 9,
    "dachwedd": 11,
    "ragfyr": 12,
}
"""The months in Welsh, by number."""

ANY_MONTH = "|".join((*(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS), "Sept"))
"""A pattern of a month in English, in full or its first letters."""
_MONTH = "|".join((ANY_MONTH, *_WELSH))
_ORDINAL = r"(?:st|nd|rd|th|af|il|ydd|ed|fed|eg|ain)?"
_DAY_MONTH = rf"(?P<day>\d{{1,2}}){_ORDINAL}(?:\s+(?:of|o))?[\s-]+(?P<month>{_MONTH})\b\.?"
# Compiled when a date is first looked for: at a start of the app dates are only said.
_DATES = (
    rf"(?i)\b{_DAY_MONTH},?[\s-]+(?P<year>\d{{4}})\b",
    # The month first, "September 29, 2023"; but "4 May 12, 2025" holds no such date.
    rf"(?i)(?<!\d )\b(?P<month>{_MONTH})\b\.?\s+(?:the\s+)?(?P<day>\d{{1,2}}){_ORDINAL},?\s+(?P<year>\d{{4}})"
    r"\b(?![.:]\d)",
    r"\b(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})\b",
    r"\b(?P<day>\d{1,2})[/.](?P<number>\d{1,2})[/.](?P<year>\d{4})\b",
)
_YEARLESS = rf"(?i)\b{_DAY_MONTH}(?!,?[\s-]+\d{{4}})"
_TIME = (
    # In Welsh "yb", "y.p." and "yh": of the morning, of the afternoon, of the evening.
    r"(?i)\b(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s*(?:(?P<half>[ap])\.?\s?m\b\.?|y\.?\s?(?P<part>[bph])\b\.?)"
    r"|\b(?P<hour24>\d{1,2})[.:](?P<minute24>\d{2})\b|\b(?P<noon>noon)\b"
)


class FoundDate(NamedTuple):
    """A date found in a text."""

    date: date
    """The day."""
    start: int
    """Where it starts, in characters."""
    end: int
    """Where it ends."""


def find_date(text: str) -> FoundDate | None:
    """Find the first full date in ``text`` (day, month and year in figures or words), or None.

    The month may be in English or Welsh, before the day or after it. Figures are read the British way, the day first,
    unless that makes no date ("09/29/2023").
    """
    found = [hit for pattern in _DATES if (hit := _first_real(pattern, text))]
    return min(found, key=lambda hit: hit.start, default=None)


def find_dates(text: str, after: date | None = None) -> list[FoundDate]:
    """Find every date in ``text``, in order; those without a year only when ``after`` says which day they follow."""
    found = [hit for pattern in _DATES for match in re.finditer(pattern, text) if (hit := _read_match(match))]
    if after:
        for match in re.finditer(_YEARLESS, text):
            day = _first_from(after, _month(match["month"]), int(match["day"]))
            if day:
                found.append(FoundDate(day, match.start(), match.end()))
    return sorted(found, key=lambda hit: hit.start)


def read_date(text: str) -> date | None:
    """Return the first full date in ``text``, or None when there is none or it is impossible (31 June)."""
    found = find_date(text)
    return found.date if found else None


def read_date_after(text: str, after: date) -> date | None:
    """Return the first date in ``text``; one without a year is taken as the first such day from ``after`` on."""
    full = read_date(text)
    if full:
        return full
    match = re.search(_YEARLESS, text)
    return _first_from(after, _month(match["month"]), int(match["day"])) if match else None


def read_time(text: str) -> time | None:
    """Return the first time of day in ``text`` ("10.00 am", "7:30 pm", "14.00", "noon"), or None."""
    for match in re.finditer(_TIME, text):
        if match["noon"]:
            return time(12)
        hour, minute = int(match["hour"] or match["hour24"]), int(match["minute"] or match["minute24"] or 0)
        if half := match["half"] or match["part"]:
            if not 1 <= hour <= 12:
                continue
            hour = hour % 12 + (12 if half.lower() in "ph" else 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    return None


def say_date(day: date, weekday: bool = True) -> str:
    """Say a date: "Friday 20 June 2025", or without its weekday."""
    said = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {said}" if weekday else said


def say_time(moment: time | datetime) -> str:
    """Say a time of day: "10.00 am"."""
    hour = moment.hour % 12 or 12
    return f"{hour}.{moment.minute:02d} {'am' if moment.hour < 12 else 'pm'}"


def say_span(opened: datetime, closed: datetime) -> str:
    """Say when a meeting began and ended: "10.00 - 11.25 am", "10.00 am - 12.05 pm"."""
    begin, end = say_time(opened), say_time(closed)
    lasted = on_the_wall(closed) - on_the_wall(opened)
    if begin[-2:] == end[-2:] and lasted < timedelta(hours=12):
        begin = begin[:-3]
    return f"{begin} - {end}"


def on_the_wall(moment: datetime) -> datetime:
    """Return what the clock in the room said. Times are local; an offset, which other programs give, is dropped."""
    return moment.replace(tzinfo=None)


def _first_real(pattern: str, text: str) -> FoundDate | None:
    return next((hit for match in re.finditer(pattern, text) if (hit := _read_match(match))), None)


def _read_match(match: re.Match[str]) -> FoundDate | None:
    groups = match.groupdict()
    month = int(groups["number"]) if groups.get("number") else _month(groups["month"])
    number = int(groups["day"])
    if month > 12 >= number and not match[0].startswith(groups["year"]):
        # There is no 29th month: "09/29/2023" can only be written the American way.
        month, number = number, month
    day = _real_date(int(groups["year"]), month, number)
    return FoundDate(day, match.start(), match.end()) if day else None


def _first_from(after: date, month: int, day: int) -> date | None:
    # Eight years reach the next 29 February even across a century that is not a leap year.
    years = (_real_date(year, month, day) for year in range(after.year, after.year + 9))
    return next((found for found in years if found and found >= after), None)


def _month(name: str) -> int:
    if name.lower() in _WELSH:
        return _WELSH[name.lower()]
    return next(index for index, month in enumerate(MONTHS, 1) if month[:3].lower() == name[:3].lower())


def _real_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
