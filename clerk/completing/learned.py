"""Runs of words that recur: learned from a body's earlier minutes and from the items already minuted.

Every place in the minutes is filed under the words before it, read backwards, and the places are sorted by them; so all
places that follow the same one, two, ... words stand together and are found by halving.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import resources
from math import exp
from typing import NamedTuple, Protocol

from clerk import notation, spans
from clerk.completing.offer import SHORTEST
from clerk.earlier import EarlierLine
from clerk.model import Record
from clerk.notation import Kind
from clerk.terms import ItemKind

_CONTEXT = 6
"""Words before the cursor that are compared, at most. By as many the odds are next to certain: see ``_odds``."""
_MOST_PLACES = 250
"""Places that are looked at of those that follow the same words: a sample, evenly taken, for typing must not wait."""
_PAGE_WORDS = 400
"""Words of the page being typed that are looked through at each key, the last of them."""
_PAGE_LINES = 20
"""Lines above the cursor they are taken from."""
_LONGEST_RUN = 14
"""Words offered at once: a line of the page, which is as much as is read at a glance."""
_GATE = 0.55
"""How likely what is offered must be right, from 0 to 1; below that, reading it costs more than it saves."""
_SHORTEST_STUB = 3
"""Letters typed of a word before it is told by them alone, with no word before it that was seen."""
_BEGINNING = 2
"""Words up to which a line is beginning, and what kind of line it is tells how it goes on."""
_ENDINGS = ".,;:)"
"""What may stand after a word without its being another word."""
_MARKS = ",;:()‘’“”'\""
"""What words are compared without."""
_UNKNOWN = -1
"""The number of a word that was never seen."""
_PRINTED = (Kind.PARAGRAPH, Kind.POINT, Kind.SUBPOINT, Kind.RESOLVED, Kind.RECOMMENDED, Kind.POST_MEETING, Kind.ACTION)


class _Place(NamedTuple):
    """A place in the minutes: the index of the word that follows there."""

    words: Sequence[str]
    at: int

    @property
    def word(self) -> str:
        return self.words[self.at]


class Runs(Protocol):
    """Where words follow one another."""

    def after(self, before: Sequence[str]) -> list[_Place]:
        """Return the places that follow these words (the last of them first)."""

    def beginning(self, stub: str) -> list[_Place]:
        """Return the places of the words that begin so."""


class WordRuns:
    """The runs of words of some minutes. Making one of as many lines as are worth it takes about 0.2 seconds."""

    def __init__(self, lines: Iterable[EarlierLine], texts: Iterable[str] = ()) -> None:
        self.size = 0
        """How many words they have."""
        self._words: list[str] = []
        for words in _sequences(lines):
            self._words += words
        for text in texts:
            self._words += [_END, *text.split(), _END]
        self.size = len(self._words)
        known: dict[str, int] = {}
        keys = [known.setdefault(_key(word), len(known)) for word in self._words]
        self._known = known
        padded = [_UNKNOWN] * _CONTEXT + keys
        backwards = (padded[_CONTEXT - back : -back] for back in range(1, _CONTEXT + 1))
        contexts = list(zip(*backwards, strict=True))
        self._places = sorted(range(len(keys)), key=contexts.__getitem__)
        self._contexts = [contexts[place] for place in self._places]
        self._alphabetical = sorted(range(len(keys)), key=self._words.__getitem__)

    def after(self, before: Sequence[str]) -> list[_Place]:
        """Return the places, at most some hundreds, that follow these words (the last words of ``before`` first)."""
        context = tuple(self._known.get(_key(word), _UNKNOWN) for word in before)
        if _UNKNOWN in context:
            return []
        low = bisect_left(self._contexts, context)
        high = bisect_left(self._contexts, (*context[:-1], context[-1] + 1), low)
        step = 1 + (high - low) // _MOST_PLACES
        return [_Place(self._words, place) for place in self._places[low:high:step]]

    def beginning(self, stub: str) -> list[_Place]:
        """Return the places, at most some hundreds, of the words that begin so."""
        low = bisect_left(self._alphabetical, stub, key=self._words.__getitem__)
        high = bisect_left(self._alphabetical, stub + "\U0010ffff", low, key=self._words.__getitem__)
        step = 1 + (high - low) // _MOST_PLACES
        return [_Place(self._words, place) for place in self._alphabetical[low:high:step]]


class Vocabulary:
    """Words of minutes in general, by which a word begun is known from others that begin the same."""

    def __init__(self) -> None:
        words = (resources.files("clerk") / "completing" / "words.txt").read_text(encoding="utf-8").split()
        self._words = sorted(words)
        self._places = [_Place((word, _END), 0) for word in self._words]

    def after(self, before: Sequence[str]) -> list[_Place]:
        """Return nothing: it knows words and not their order."""
        return []

    def beginning(self, stub: str) -> list[_Place]:
        """Return the words that begin so."""
        low = bisect_left(self._words, stub)
        return self._places[low : bisect_left(self._words, stub + "\U0010ffff", low)]


class Page:
    """The words of the page being typed: few enough to be looked through one by one."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._words = [word for line in lines for word in (*_words(line), _END)][-_PAGE_WORDS:]
        self._keys = [_key(word) for word in self._words]

    def after(self, before: Sequence[str]) -> list[_Place]:
        """Return the places that follow these words (the last of them first)."""
        keys = [_key(word) for word in reversed(before)]
        size = len(keys)
        return [
            _Place(self._words, at)
            for at in range(size, len(self._words))
            if self._keys[at - 1] == keys[-1] and self._keys[at - size : at] == keys
        ]

    def beginning(self, stub: str) -> list[_Place]:
        """Return the places of the words that begin so."""
        return [_Place(self._words, at) for at, word in enumerate(self._words) if word.startswith(stub)]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Return the one vocabulary."""
    return Vocabulary()


class Learned:
    """What is offered from several sets of runs together."""

    def __init__(self, runs: Sequence[WordRuns], item: ItemKind) -> None:
        self._runs: tuple[Runs, ...] = (*runs, vocabulary())
        self._item = item

    def suggest(self, line: notation.Line, typed: str, above: Sequence[str]) -> str:
        """Return how the words being typed went on nearly always before; nothing when they did not."""
        if line.kind not in (*_PRINTED, Kind.BLANK):
            return ""
        head, _, stub = typed.rpartition(" ")
        kind = Kind.PARAGRAPH if line.kind is Kind.BLANK else line.kind
        previous = notation.parse(above[-1]).kind if above else Kind.BLANK
        words = head.split(" ") if head else []
        # What line it is tells how it begins; further on only its words tell.
        before = words if len(words) > _BEGINNING else [*_opening(self._item, previous, kind), *words]
        runs: list[Runs] = [*self._runs, Page([*above[-_PAGE_LINES:], head])]
        for size in range(min(_CONTEXT, len(before)), -1, -1):
            run = _run(_places(runs, before, size, stub), _weight(before, size), len(stub))
            if len(run) >= len(stub) + SHORTEST:
                return run[len(stub) :]
        return ""


def _places(runs: Sequence[Runs], before: Sequence[str], size: int, stub: str) -> list[_Place]:
    """Return where words that begin with ``stub`` follow the last ``size`` words of ``before``."""
    if size:
        context = before[: -size - 1 : -1]
        found = [place for each in runs for place in each.after(context)]
    elif len(stub) >= _SHORTEST_STUB:
        return [place for each in runs for place in each.beginning(stub)]
    else:
        return []
    return [place for place in found if place.word.startswith(stub)] if stub else found


def runs_of(record: Record, position: int) -> WordRuns:
    """Return the runs of a meeting's own items, but for the item at ``position``."""
    items = [item for place, item in enumerate(record.items, 1) if place != position]
    agenda = [text for item in record.items for text in (item.title, item.note)]
    return WordRuns((EarlierLine(item.kind, entry.line) for item in items for entry in item.entries), agenda)


def _run(places: list[_Place], alike: float, stub: int) -> str:
    """Return the words that follow at these places, for as long as they are likely to follow again."""
    said: list[str] = []
    odds = 1.0
    while places and len(said) < _LONGEST_RUN:
        counted = Counter(_bare(place.word) for place in places)
        bare, count = counted.most_common(1)[0]
        likely = odds * _odds(count, len(places), alike, stub)
        if stub and likely < _GATE:
            stem, count = _stem(counted, stub)
            return stem if _odds(count, len(places), alike, stub) >= _GATE else ""
        if bare == _END or likely < _GATE or any(letter.isdigit() for letter in bare):
            break
        places = [place for place in places if _bare(place.word) == bare]
        word, same = Counter(place.word for place in places).most_common(1)[0]
        if same <= _GATE * count:
            return " ".join([*said, bare])
        said.append(word)
        places = [_Place(place.words, place.at + 1) for place in places if place.word == word]
        alike, stub, odds = alike + 1, 0, likely
    # A comma learned from another sentence belongs here only with the words that follow it.
    return " ".join(said).rstrip(",;")


def _stem(counted: Counter[str], stub: int) -> tuple[str, int]:
    """Return the word that most others begin with, "report" of "reports" and "reported", and how many those are."""
    most = ("", 0)
    for word in counted:
        if len(word) >= stub + SHORTEST:
            count = sum(many for other, many in counted.items() if other.startswith(word))
            most = max(most, (word, count), key=lambda each: each[1])
    return most


def _weight(before: Sequence[str], size: int) -> float:
    """How much it tells that the last ``size`` words of ``before`` are the same."""
    return sum(_MARK_WEIGHTS.get(word[1:], _STANDING) if word[0] == "\n" else 1.0 for word in before[-size:] if size)


def _odds(count: int, total: int, alike: float, stub: int) -> float:
    """Estimate how likely it is that what was seen ``count`` times in ``total`` is right this time too.

    ``alike`` words before it and the ``stub`` letters typed of it are the same. The more is the same, the less is left
    for words never seen there; the figures were fitted to minutes of one board, each learned from those before it.
    """
    told = alike + stub if alike else 0.6 * stub + 0.6
    unseen = 16 * exp(-0.95 * told)
    return count / (total + unseen)


def _bare(word: str) -> str:
    return word.rstrip(_ENDINGS) or word


_END = "\n"
"""The end of a line, as a word that cannot be typed."""
# What kind of line it is tells little of its words, but a standing item mostly has the words it had before.
_STANDING = 3.0
_MARK_WEIGHTS = {str(kind): 0.3 for kind in (*Kind, ItemKind.ORDINARY)}


def _sequences(lines: Iterable[EarlierLine]) -> Iterable[list[str]]:
    previous, item = Kind.BLANK, ItemKind.ORDINARY
    for kind, text in lines:
        line = notation.parse(text)
        if kind is not item:
            previous, item = Kind.BLANK, kind
        if line.kind in _PRINTED:
            yield [*_opening(kind, previous, line.kind), *_words(text), _END]
            previous = line.kind


def _opening(item: ItemKind, previous: Kind, kind: Kind) -> list[str]:
    """Words that cannot be typed, which say at the start of a line what line it is."""
    return [f"\n{item}", f"\n{previous}", f"\n{kind}"]


@lru_cache(maxsize=1024)
def _words(line: str) -> tuple[str, ...]:
    return tuple(spans.escape(spans.printed(notation.parse(line).text)).split(" "))


@lru_cache(maxsize=4096)
def _key(word: str) -> str:
    return word.strip(_MARKS).casefold() or word
