"""Which Word list a member belongs to, so that Word's own numbering always says what the minutes say.

A printed number is an identifier ("minute 39(ii)"), so it is never left to Word to choose: wherever counting on would
give another number than the tree's label, a fresh ``w:num`` starts at the label.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from clerk import notation
from clerk.minutes import ListItem, ListStyle

_ABSTRACT = {ListStyle.ROMAN: 1, ListStyle.LETTER: 2, ListStyle.BULLET: 3}
_LOWER_LEVEL = {ListStyle.BULLET: 1, ListStyle.ROMAN: 2, ListStyle.LETTER: 3}
_MOST = 780
"""As far as Word counts in letters."""


@dataclass(frozen=True)
class Mark:
    """How a list paragraph is numbered in Word."""

    num: int
    """Its ``w:numId``; 0 when the label is typed instead."""
    level: int
    """Its ``w:ilvl`` in the house's list definitions."""


@dataclass
class _List:
    num: int
    abstract: int
    raised: bool
    """Bullets that hang below a paragraph and no point are not set in as far as those below a point."""
    following: dict[int, int]
    """The number each level would count to next."""


@dataclass
class Lists:
    """The lists of one document, numbered as its paragraphs are written in order."""

    starts: list[tuple[int, int, int, int]] = field(default_factory=list)
    """Every ``w:num`` made: its id, its abstract list, the level it starts, and the number it starts at."""
    before: int = 0
    """The highest number of the lists that the file has already; those made follow it."""
    _open: dict[int, _List] = field(default_factory=dict)

    def mark(self, item: ListItem) -> Mark:
        """Return the numbering of the next list paragraph."""
        if typed_label(item):
            return Mark(0, 0)
        number = 0 if item.style is ListStyle.BULLET else number_of(item.style, item.label)
        now = self._open.get(item.list_id)
        if now is None or _other_manner(now, item) or (number and now.following.get(_level(now, item), 1) != number):
            now = self._begin(item, number or 1)
        level = _level(now, item)
        if level == 0:
            now.following = {0: number + 1}
        elif number:
            now.following[level] = number + 1
        return Mark(now.num, level)

    def _begin(self, item: ListItem, start: int) -> _List:
        num = self.before + len(self.starts) + 1
        raised = item.level == 1 and item.style is ListStyle.BULLET
        self._open[item.list_id] = begun = _List(num, _ABSTRACT[item.style], raised, {0: 1})
        self.starts.append((num, begun.abstract, _level(begun, item), start))
        return begun


def _level(now: _List, item: ListItem) -> int:
    if item.level == 0 or (now.raised and item.style is ListStyle.BULLET):
        return 0
    return _LOWER_LEVEL[item.style]


def _other_manner(now: _List, item: ListItem) -> bool:
    return item.level == 0 and now.abstract != _ABSTRACT[item.style]


def typed_label(item: ListItem) -> str:
    """The label to type as text because no Word list can count to it; empty when one can."""
    if item.style is ListStyle.BULLET or number_of(item.style, item.label):
        return ""
    return item.label


def number_of(style: ListStyle, label: str) -> int:
    """The number a printed label stands for, "(iv)" is 4; 0 when it is not one of the list's own labels."""
    return _numbers(style).get(label, 0)


@cache
def _numbers(style: ListStyle) -> dict[str, int]:
    write = notation.roman if style is ListStyle.ROMAN else notation.letter
    return {f"({write(number)})": number for number in range(1, _MOST + 1)}
