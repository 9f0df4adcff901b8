"""The numbers of agenda items in a plain text: which lines are numbers, and which of those begin an item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NUMBER = r"(?:\d{1,4}(?:[a-z]|(?:\.\d{1,3}){1,2})?\.?|\d{1,4}/\d{2,4}|[A-Z]{1,5}/?\d{1,4}(?:/\d{1,4})?\.?)"
_ALONE = re.compile(_NUMBER)
_WITH_TITLE = re.compile(rf"(?P<number>{_NUMBER})\t+\s*(?P<title>\S.*)")
_SPACED = re.compile(r"(?P<number>\d{1,4}(?:[a-z]|(?:\.\d{1,3}){1,2})?\.)\s+(?P<title>\S.*)")
_MAIN = re.compile(r"^(?P<letters>[A-Z]*/?)(?P<main>\d+)(?P<sub>[a-z]|(?:\.\d+)+)?")


def number_of(text: str) -> str | None:
    """Return the number a line consists of, without its final full stop, or None."""
    return text.rstrip(".") if _ALONE.fullmatch(text) else None


def is_spaced(text: str) -> bool:
    """Whether a line has a number with a full stop and, after a space, words: "1. Apologies"."""
    return bool(_SPACED.fullmatch(text))


@dataclass(frozen=True)
class _Split:
    number: str
    title: str
    dotted: bool


@dataclass(frozen=True)
class _Order:
    letters: str
    main: int
    sub: str
    slash: bool

    def may_follow(self, last: _Order) -> bool:
        """Whether it is a likely next number: the same manner of numbering, a little further on."""
        if self.letters != last.letters or self.slash != last.slash:
            return False
        if self.main == last.main:
            return bool(self.sub) and self.sub != last.sub
        return 0 < self.main - last.main <= 12


class Numbers:
    """Finds the lines of a text that begin an item.

    A number alone on a line may also be a cell of a table inside the minutes, so only numbers that carry on count.
    """

    def __init__(self, lines: Sequence[str], spaced: int | None = None) -> None:
        """``spaced`` is the place from which number and title may stand on one line with a space between."""
        self.spaced = spaced is not None
        """Whether number and title may stand on one line."""
        self._lines = lines
        self._starts: dict[int, _Split] = {}
        last: _Order | None = None
        dotted: bool | None = None
        for at, text in enumerate(lines):
            split = _split(text, spaced is not None and at >= spaced)
            order = _order(split.number) if split else None
            if not split or not order or not self._has_title(at, split.title):
                continue
            # A page writes all its whole numbers alike, "7." or "7"; parts such as "7a" may differ.
            dot = dotted if order.sub else split.dotted
            if last is None or (order.may_follow(last) and dotted in (None, dot)):
                self._starts[at] = split
                last, dotted = order, dot

    @property
    def found(self) -> bool:
        """Whether the text has numbers at all."""
        return bool(self._starts)

    def starts_item(self, at: int) -> bool:
        """Whether the line at this place begins an item."""
        return at in self._starts

    def split(self, at: int) -> tuple[str, str]:
        """Return number and title of a line that begins an item; the title is empty when it is on the next line."""
        return self._starts[at].number, self._starts[at].title

    def _has_title(self, at: int, title: str) -> bool:
        return bool(title) or (at + 1 < len(self._lines) and any(letter.isalpha() for letter in self._lines[at + 1]))


def _split(text: str, spaced: bool) -> _Split | None:
    match = _WITH_TITLE.fullmatch(text) or (_SPACED.fullmatch(text) if spaced else None)
    number, title = (match["number"], match["title"].strip()) if match else (text, "")
    return _Split(number.rstrip("."), title, number.endswith(".")) if match or number_of(text) else None


def _order(number: str) -> _Order | None:
    match = _MAIN.match(number)
    if not match:
        return None
    slash = "/" in number[len(match["letters"]) :]
    return _Order(match["letters"], int(match["main"]), match["sub"] or "", slash)
