"""What is offered, what it is made from, and how typed words are matched with words that might follow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from clerk.lines import shared_start
from clerk.model import Record

if TYPE_CHECKING:
    from clerk.completing.learned import WordRuns

SHORTEST = 3
"""Fewer characters than this are quicker typed than read, and are not offered."""

_WORD = re.compile(r"\s*\S+")


class Source(StrEnum):
    """What can be offered, most certain first."""

    FACTS = "facts"
    ROLL = "roll"
    PEOPLE = "people"
    PHRASES = "phrases"
    LEARNED = "learned"


@dataclass(frozen=True)
class Suggestion:
    """Words offered after the cursor."""

    text: str
    """What to put in at the cursor."""
    replace: int = 0
    """How many characters before the cursor it takes the place of: initials that become a name."""

    @property
    def word(self) -> str:
        """The first word of it, with the space before it: what is taken when only a word is wanted."""
        match = _WORD.match(self.text)
        return match[0] if match else self.text


@dataclass(frozen=True)
class Context:
    """What is known while an item is minuted."""

    record: Record
    """The meeting: body, roll and agenda, and the minutes of its other items."""
    position: int
    """Position of the item, from 1."""
    lines: tuple[str, ...] = ()
    """The lines of this item's page above the line being typed, where they are not given with it."""
    earlier: WordRuns | None = None
    """Runs of words in earlier minutes of this body; None until they have been gathered."""
    sources: frozenset[Source] = frozenset(Source)
    """What may be offered."""
    phrases: tuple[str, ...] = ()
    """The body's own phrases, besides those of its house style."""


def until_word_end(text: str) -> str:
    """Return ``text`` up to the end of its last whole word: the words before the last space."""
    return text if text.endswith(" ") or not text else text.rpartition(" ")[0]


def shared(candidates: Iterable[str], typed: int) -> str:
    """Return what all candidates say after ``typed`` characters, in whole words."""
    texts = list(candidates)
    # What the first and the last of them in order have in common, all between have.
    first, last = min(texts, default=""), max(texts, default="")
    common = first[typed : typed + shared_start(first[typed:], last[typed:])]
    if any(len(text) - typed > len(common) and text[typed + len(common)] not in " ,.;:)" for text in texts):
        common = until_word_end(common)
    return common.rstrip(" ")


def tails(typed: str, words: int) -> Sequence[str]:
    """Return what was typed from the start of each of the last ``words`` words, the longest first."""
    starts = [match.start() for match in re.finditer(r"(?<![^\s(“‘\"'])\S", typed[-200:])][-words:]
    return [typed[-200:][start:] for start in starts]
