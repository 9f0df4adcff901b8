"""Reading single values out of Clerk's own files: what cannot be read is doubted, never guessed and never fatal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeVar

from clerk.importers.reading import Doubt
from clerk.language.dates import read_date, read_time

E = TypeVar("E", bound=StrEnum)
V = TypeVar("V")


@dataclass
class Doubts:
    """Collects what was doubtful."""

    found: list[Doubt] = field(default_factory=list)
    """In the order met."""

    def add(self, message: str, line: int | None = None) -> None:
        """Note a doubt."""
        self.found.append(Doubt(message, line))

    def choice(self, default: E, text: str, what: str, line: int | None = None) -> E:
        """Read one of a fixed set of words."""
        choices = type(default)
        try:
            return choices(text.strip().lower())
        except ValueError:
            words = ", ".join(choice.value for choice in choices if choice.value)
            self.add(f"{what} cannot be {text.strip()!r}; it is one of {words}. {default.value!r} was taken.", line)
            return default

    def moment(self, text: str, what: str, line: int | None = None) -> datetime | None:
        """Read a date with its time, as 2026-06-19T10:02:00."""
        return self._read(datetime.fromisoformat, text, what, line)

    def day(self, text: str, what: str, line: int | None = None) -> date | None:
        """Read a date in any form Clerk knows."""
        return self._read(read_date, text, what, line)

    def clock(self, text: str, what: str, line: int | None = None) -> time | None:
        """Read a time of day in any form Clerk knows."""
        return self._read(_clock, text, what, line)

    def whole(self, text: str, what: str, line: int | None = None) -> int | None:
        """Read a whole number."""
        return self._read(_whole, text, what, line)

    def _read(self, read: Callable[[str], V | None], text: str, what: str, line: int | None) -> V | None:
        if not text.strip():
            return None
        try:
            value = read(text.strip())
        except ValueError:
            value = None
        if value is None:
            self.add(f"{what} {text.strip()!r} could not be read and was left out.", line)
        return value


def _clock(text: str) -> time | None:
    try:
        return time.fromisoformat(text)
    except ValueError:
        return read_time(text)


def _whole(text: str) -> int:
    number = int(text)
    if abs(number) >= 2**53:
        raise ValueError(text)
    return number
