"""Runs of words that recur: learned from a body's earlier minutes and from the items already minuted.

Every place in the minutes is filed under the words before it, read backwards, and the places are sorted by them; so all
places that follow the same one, two, ... words stand together and are found by halving.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from clerk import notation
from clerk.model import Record
from clerk.notation import Kind
from clerk.terms import ItemKind

MOST_LINES = 3_000
"""How many lines of earlier minutes are learned from, the most recent: more of them add nothing but time."""

_CONTEXT = 6
_MOST_PLACES = 400
_LONGEST_RUN = 14
_GATE = 0.85
_ENOUGH = 2
_LETTERS_ALONE = 4
_MARKS = ",;:()‘’“”'\""
_UNKNOWN = -1
_PRINTED = (Kind.PARAGRAPH, Kind.POINT, Kind.SUBPOINT, Kind.RESOLVED, Kind.RECOMMENDED, Kind.POST_MEETING, Kind.ACTION)


class EarlierLine(NamedTuple):
    """A line of earlier minutes."""

    kind: ItemKind
    """The kind of item it stood under."""
    line: str
    """The line of notation."""


class _Place(NamedTuple):
    """A place in the minutes: the index of the word that follows there."""

    words: Sequence[str]
    at: int

    @property
    def word(self) -> str:
        return self.words[self.at]


class WordRuns:
    """The runs of words of some minutes. Making one takes about 3 seconds for a million words, on any thread."""

    def __init__(self, lines: Iterable[EarlierLine]) -> None:
        self.size = 0
        """How many words they have."""
        self._words: list[str] = []
        for words in _sequences(lines):
            self._words += words
        self.size = len(self._words)
        known: dict[str, int] = {}
        keys = [known.setdefault(_key(word), len(known)) for word in self._words]
        self._known = known
        padded = [_UNKNOWN] * _CONTEXT + keys
        contexts = list(zip(*(padded[_CONTEXT - back : -back or None] for back in range(1, _CONTEXT + 1)), strict=False))
        self._places = sorted(range(len(keys)), key=contexts.__getitem__)
        self._contexts = [contexts[place] for place in self._places]

    def after(self, before: Sequence[str]) -> list[_Place]:
        """Return the places, at most some hundreds, that follow these words (the last words of ``before`` first)."""
        context = tuple(self._known.get(_key(word), _UNKNOWN) for word in before)
        if _UNKNOWN in context or not context:
            return []
        low = bisect_left(self._contexts, context)
        high = bisect_left(self._contexts, (*context[:-1], context[-1] + 1), low)
        step = 1 + (high - low) // _MOST_PLACES
        return [_Place(self._words, place) for place in self._places[low:high:step]]


class Learned:
    """What is offered from several sets of runs together."""

    def __init__(self, runs: Sequence[WordRuns], item: ItemKind) -> None:
        self._runs = runs
        self._item = item

    def suggest(self, line: notation.Line, typed: str, above: Sequence[str]) -> str:
        """Return how the words being typed went on nearly always before; nothing when they did not."""
        if line.kind not in (*_PRINTED, Kind.BLANK):
            return ""
        head, _, stub = typed.rpartition(" ")
        kind = Kind.PARAGRAPH if line.kind is Kind.BLANK else line.kind
        previous = notation.parse(above[-1]).kind if above else Kind.BLANK
        before = [*_opening(self._item, previous, kind), *head.split(" ")] if head else _opening(self._item, previous, kind)
        for size in range(min(_CONTEXT, len(before)), 0, -1):
            context = before[: -size - 1 : -1]
            places = [place for runs in self._runs for place in runs.after(context)]
            if stub:
                places = [place for place in places if place.word.startswith(stub) and place.word != stub]
            if len(places) < _ENOUGH or (size == 1 and len(stub) < _LETTERS_ALONE):
                continue
            run = _run(places)
            if run:
                return run[len(stub) :]
            if len(places) > 2 * _ENOUGH:
                return ""
        return ""


def runs_of(record: Record, position: int) -> WordRuns:
    """Return the runs of a meeting's own items, but for the item at ``position``."""
    items = [item for place, item in enumerate(record.items, 1) if place != position]
    return WordRuns(EarlierLine(item.kind, entry.line) for item in items for entry in item.entries)


def _run(places: list[_Place]) -> str:
    """Return the words that follow at nearly all of some places, for as long as nearly all agree."""
    total = len(places)
    said: list[str] = []
    while len(said) < _LONGEST_RUN:
        counted = Counter(place.word for place in places)
        word, count = counted.most_common(1)[0]
        if word == _END or _odds(count, total) < _GATE or any(letter.isdigit() for letter in word):
            break
        said.append(word)
        places = [_Place(place.words, place.at + 1) for place in places if place.word == word]
    return " ".join(said)


def _odds(count: int, total: int) -> float:
    """How likely what was seen ``count`` times in ``total`` is to be seen next: a little less than the share."""
    return (count - 0.1) / (total + 0.1)


_END = "\n"


def _sequences(lines: Iterable[EarlierLine]) -> Iterable[list[str]]:
    previous, item = Kind.BLANK, ItemKind.ORDINARY
    for kind, text in lines:
        line = notation.parse(text)
        if kind is not item:
            previous, item = Kind.BLANK, kind
        if line.kind in _PRINTED:
            yield [*_opening(kind, previous, line.kind), *line.text.split(" "), _END]
            previous = line.kind


def _opening(item: ItemKind, previous: Kind, kind: Kind) -> list[str]:
    """Words that cannot be typed, which say at the start of a line what line it is."""
    return [f"\n{item}", f"\n{previous}", f"\n{kind}"]


def _key(word: str) -> str:
    return word.strip(_MARKS).casefold() or word
