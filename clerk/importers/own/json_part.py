"""One object of Clerk's JSON, each value of which may be missing or of the wrong kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from clerk.importers.own.doubts import Doubts
from clerk.language.text import clean, clean_line
from clerk.own_files.as_json import Json


@dataclass(frozen=True)
class Part:
    """One object of the JSON. What is of the wrong kind is doubted and taken as missing."""

    values: dict[str, Json]
    """All that is in it."""
    what: str
    """What it is: "item 3"."""
    doubts: Doubts
    """Collects what is doubtful in it."""

    def text(self, key: str, default: str = "") -> str:
        """A text of several lines."""
        value = self.values.get(key)
        if value is None:
            return default
        if not isinstance(value, str):
            self._wrong(key, value)
            return default
        return clean(value)

    def line(self, key: str, default: str = "") -> str:
        """A text on one line."""
        return clean_line(self.text(key, default))

    def whole(self, key: str) -> int | None:
        """A whole number."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 2**53:
            self._wrong(key, value)
            return None
        return value

    def flag(self, key: str) -> bool:
        """True or false."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            self._wrong(key, value)
        return value is True

    def moment(self, key: str) -> datetime | None:
        """A date with its time."""
        return self.doubts.moment(self.text(key), f"“{key}” of {self.what}")

    def members(self, key: str) -> list[Json]:
        """The members of a list."""
        value = self.values.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self._wrong(key, value)
            return []
        return value

    def part(self, key: str) -> Part:
        """An object inside this one."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, dict):
            self._wrong(key, value)
        return Part(value if isinstance(value, dict) else {}, self.what, self.doubts)

    def parts(self, key: str, what: str) -> list[Part]:
        """The objects of a list; ``what`` says what one of them is."""
        parts = []
        for number, value in enumerate(self.members(key), 1):
            if isinstance(value, dict):
                parts.append(Part(value, f"{what} {number}", self.doubts))
            else:
                self._wrong(f"{key} {number}", value)
        return parts

    def _wrong(self, key: str, value: Json) -> None:
        self.doubts.add(f"“{key}” of {self.what} cannot be {str(value)[:60]!r} and was left out.")
