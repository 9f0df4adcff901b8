"""What stands in front of a paragraph of a list: "(a)", "(iv)", "2.", a bullet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clerk import notation

_MARKER = re.compile(
    r"^(?P<label>\((?P<inside>[a-z]{1,5}|[A-Z]|[IVX]{1,4}|\d{1,3})\)\s*|(?P<single>[a-z]|[ivx]{1,5}|\d{1,3})(?:\)|\.(?!\S))\s+)(?P<text>\S.*)$",
    re.DOTALL,
)
_BULLET = re.compile(r"^(?:[·•▪●‣◦§]\s*|[-–—*]\s+)(?=\S)")
_ROMAN = {notation.roman(number): number for number in range(1, 40)}


@dataclass(frozen=True)
class Marker:
    """The number of a paragraph and what follows it."""

    label: str
    """As printed: "(a)"."""
    text: str
    """The words behind it."""
    readings: frozenset[tuple[str, int]]
    """What it may count: "(i)" is the first in Roman numerals and the ninth letter."""

    def follows(self, earlier: Marker) -> bool:
        """Whether it is the next of the same list: "(b)" after "(a)", but not "2." after "(a)"."""
        shape = re.sub(r"\w+", "", self.label) == re.sub(r"\w+", "", earlier.label)
        return shape and any((style, number - 1) in earlier.readings for style, number in self.readings)

    @property
    def first(self) -> bool:
        """Whether it may begin a list."""
        return any(number == 1 for _, number in self.readings)


def marker_of(text: str) -> Marker | None:
    """Read the number in front of a paragraph, or None when there is none."""
    match = _MARKER.match(text)
    if not match:
        return None
    readings = _readings((match["inside"] or match["single"]).strip())
    return Marker(match["label"].strip(), match["text"], readings) if readings else None


def bullet_of(text: str) -> str | None:
    """Return the words behind a bullet or a dash, or None when the paragraph has none in front."""
    match = _BULLET.match(text)
    return text[match.end() :] if match else None


def _readings(token: str) -> frozenset[tuple[str, int]]:
    if token.isdecimal():
        return frozenset({("figure", int(token))})
    lower = token.lower()
    readings: set[tuple[str, int]] = set()
    if lower in _ROMAN:
        readings.add(("roman", _ROMAN[lower]))
    if len(set(lower)) == 1 and len(lower) <= 2:
        readings.add(("letter", ord(lower[0]) - ord("a") + 1 + 26 * (len(lower) - 1)))
    return frozenset(readings)
