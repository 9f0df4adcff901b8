"""What an agenda's front page was read to say: the body, the day, the time and the place, put right by the officer."""

from __future__ import annotations

from dataclasses import replace

from clerk.importers.mends.lines import CannotMend
from clerk.importers.reading import Reading
from clerk.kinds import body_kind_of, house_style_of, noun_of
from clerk.language.dates import read_date, read_time
from clerk.language.text import clean, clean_line
from clerk.model import Meeting, Record


def of_body(record: Record, name: str) -> Record:
    """Return the record as of another body; what it is called in its minutes follows from its name."""
    name = clean_line(name)
    if name.casefold() == record.body.name.casefold():
        return record
    style, before = record.body.style, record.body.name
    style = house_style_of(name) if style == house_style_of(before) else style
    body = replace(record.body, name=name, kind=body_kind_of(name), noun=noun_of(name), quorum=None, style=style)
    return replace(record, body=body)


def with_body(reading: Reading, name: str) -> Reading:
    """Name the body that meets."""
    if not clean_line(name):
        raise CannotMend("Type the name of the body that meets.")
    return replace(reading, record=of_body(reading.record, name))


def with_date(reading: Reading, text: str) -> Reading:
    """Say the day of the meeting, as 19 June 2026 or 19/06/2026; empty for one that is not known."""
    day = read_date(text) if text.strip() else None
    if text.strip() and day is None:
        raise CannotMend(f"“{clean_line(text)}” is not a day; write it as 19 June 2026.")
    return _with(reading, replace(reading.record.meeting, date=day))


def with_time(reading: Reading, text: str) -> Reading:
    """Say the time the meeting is called for, as 10.30 am; empty for one that is not known."""
    moment = read_time(text) if text.strip() else None
    if text.strip() and moment is None:
        raise CannotMend(f"“{clean_line(text)}” is not a time of day; write it as 10.30 am.")
    return _with(reading, replace(reading.record.meeting, time=moment))


def with_venue(reading: Reading, text: str) -> Reading:
    """Say where the meeting is."""
    return _with(reading, replace(reading.record.meeting, venue=clean(text).strip()))


def with_contact(reading: Reading, text: str) -> Reading:
    """Say whom to ask."""
    return _with(reading, replace(reading.record.meeting, contact=clean(text).strip()))


def _with(reading: Reading, meeting: Meeting) -> Reading:
    return replace(reading, record=replace(reading.record, meeting=meeting))
