"""The numbers of agenda items in a plain text: which lines are numbers, and which of those begin an item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

_NUMBER = (
    r"(?:\d{1,4}(?:[a-z]|[A-D]| ?\([a-z]\)|(?:\.\d{1,3}){1,2})?\.?|\d{1,4}/\d{1,4}[a-z]?\.?"
    r"|[A-Z]{1,5}/?\d{1,4}(?:/\d{1,4})?[a-z]?\.?)"
)
_ALONE = re.compile(_NUMBER)
_WITH_TITLE = re.compile(rf"(?P<number>{_NUMBER})\t+\s*(?P<title>\S.*)")
_SPACED = re.compile(r"(?P<number>\d{1,4}(?:[a-z]|(?:\.\d{1,3}){1,2})?\.)\s+(?P<title>\S.*)")
_MAIN = re.compile(r"^(?P<letters>[A-Z]*/?)(?P<main>\d+)(?:/(?P<tail>\d+))?(?P<sub>[a-zA-D]| ?\([a-z]\)|(?:\.\d+)+)?")


_T = TypeVar("_T")
_TRIED = 12
"""How many numbers from the top may be the first item's: others above it are house numbers and the like."""


def best_run(runs: Sequence[list[_T]], enough: int) -> list[_T]:
    """Return the run of numbers that is the agenda's: the first, unless nothing follows its number and another runs on.

    ``enough`` is how many numbers another run must have.
    """
    first = runs[0] if runs else []
    longest = max(runs, key=len, default=first)
    return longest if len(first) < 2 and len(longest) >= enough else first


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
class Order:
    """A number taken apart, so that two of them may be compared."""

    letters: str
    """What stands before the figures: "P/", "SC"."""
    main: int
    """The first figure."""
    tail: int | None
    """The figure behind a stroke: the year of "1/19", or what counts on in "2019/1"."""
    sub: str
    """The part of an item: "a" of "4a", ".1" of "5.1"."""

    def may_follow(self, last: Order, gap: int = 12) -> bool:
        """Whether it is a likely next number: the same manner of numbering, at most ``gap`` further on."""
        if self.letters != last.letters or (self.tail is None) != (last.tail is None):
            return False
        if self.main == last.main and self.tail == last.tail:
            return bool(self.sub) and self.sub != last.sub
        if self.main == last.main and self.tail is not None and last.tail is not None:
            return 0 < self.tail - last.tail <= gap
        return 0 < self.main - last.main <= gap

    def is_part_after(self, last: Order) -> bool:
        """Whether it is the very next part: "4a" or "4.1" after "4", "4b" after "4a"."""
        if (self.letters, self.main, self.tail) != (last.letters, last.main, last.tail):
            return False
        return _part(self.sub) == _part(last.sub) + 1


class Numbers:
    """Finds the lines of a text that begin an item.

    A number alone on a line may also be a cell of a table inside the minutes, so only numbers that carry on count.
    """

    def __init__(self, lines: Sequence[str], spaced: int | None = None) -> None:
        """``spaced`` is the place from which number and title may stand on one line with a space between."""
        self.spaced = spaced is not None
        """Whether number and title may stand on one line."""
        self._lines = lines
        found = ((at, _split(text, spaced is not None and at >= spaced)) for at, text in enumerate(lines))
        taken = [(at, split, order) for at, split in found if split and (order := order_of(split.number))]
        self._starts = dict(best_run([self._run(taken[first:]) for first in range(min(len(taken), _TRIED))], 3))

    def _run(self, taken: Sequence[tuple[int, _Split, Order]]) -> list[tuple[int, _Split]]:
        """The numbers that carry on from the first of those given."""
        run: list[tuple[int, _Split]] = []
        last: Order | None = None
        dotted: bool | None = None
        for at, split, order in taken:
            if not self._has_title(at, split.title) and not (last and order.is_part_after(last)):
                continue
            # A page writes all its whole numbers alike, "7." or "7"; parts such as "7a" may differ.
            dot = dotted if order.sub else split.dotted
            if last is None or (order.may_follow(last) and dotted in (None, dot)):
                run.append((at, split))
                last, dotted = order, dot
        return run

    @property
    def found(self) -> bool:
        """Whether the text has numbers at all."""
        return bool(self._starts)

    @property
    def stray(self) -> bool:
        """Whether there is one number only, which may be anything."""
        return len(self._starts) == 1

    @property
    def first(self) -> int:
        """The place of the first line that begins an item; 0 when none does."""
        return next(iter(self._starts), 0)

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


def order_of(number: str) -> Order | None:
    """Take a number apart; None for what is no number."""
    match = _MAIN.match(number)
    if not match:
        return None
    tail = int(match["tail"]) if match["tail"] else None
    return Order(match["letters"], int(match["main"]), tail, match["sub"] or "")


def _part(sub: str) -> int:
    """Where a part stands among the parts of its item; 0 for the item itself."""
    bare = sub.strip(" ().").lower()
    if bare.isdecimal():
        return int(bare)
    return ord(bare) - ord("a") + 1 if len(bare) == 1 else 0
