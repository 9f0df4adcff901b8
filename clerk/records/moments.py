"""Dates and times as the database holds them: ISO 8601 text."""

from __future__ import annotations

from datetime import date, datetime, time


def text_of(moment: date | time | datetime | None) -> str | None:
    """Write a date or time, or None."""
    return None if moment is None else moment.isoformat()


def to_date(text: str | None) -> date | None:
    """Read a date."""
    return date.fromisoformat(text) if text else None


def to_time(text: str | None) -> time | None:
    """Read a time of day."""
    return time.fromisoformat(text) if text else None


def to_datetime(text: str | None) -> datetime | None:
    """Read a date with its time."""
    return datetime.fromisoformat(text) if text else None
