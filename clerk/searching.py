"""What is searched for in all minutes, and where in a line it is found. Nothing an officer types is a syntax error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clerk.language.folding import fold, in_text
from clerk.language.text import clean_line
from clerk.notation import Kind
from clerk.terms import MeetingState

LONGEST = 500
"""Characters of what is typed that are looked at; no search needs more."""

_WORD = re.compile(r"[^\W_]+")
_TERM = re.compile(r'"(?P<phrase>[^"]*)(?P<end>"|$)|[^\s"]+')
_QUOTES = str.maketrans("“”„", '"""')


@dataclass(frozen=True)
class Term:
    """One thing that a line must have."""

    words: tuple[str, ...]
    """Its words, folded, which stand one after another; none for signs alone, as an emoji."""
    begins: bool
    """Whether the last word is only the beginning of one."""
    signs: str = ""
    """What to look for, folded, when there is no word in it."""


@dataclass(frozen=True)
class Wanted:
    """A search, read."""

    terms: tuple[Term, ...]
    """All of them must be in a line."""
    index_words: tuple[tuple[str, bool], ...]
    """The words to ask the index for, folded, and whether each may go on; none when it can be of no help."""

    def marks(self, text: str) -> tuple[tuple[int, int], ...] | None:
        """Where in ``text`` the terms stand: starts and ends in characters, in order; None if any is not there."""
        folded = fold(text)
        words = [(match[0], match.start(), match.end()) for match in _WORD.finditer(folded)]
        found: list[tuple[int, int]] = []
        for term in self.terms:
            stands = list(_stands(term, folded, words))
            if not stands:
                return None
            found += stands
        return tuple(in_text(text, found))


@dataclass(frozen=True)
class Hit:
    """A line, a title or the agenda's words in which everything searched for stands."""

    number: int
    """The meeting."""
    body: str
    """The name of its body as at the meeting."""
    date: date | None
    """Its day."""
    state: MeetingState
    """How far its minutes have come."""
    position: int
    """Position of the item."""
    agenda_number: str
    """The item's number on the agenda."""
    minute: int | None
    """The number of its minute; None for a section heading."""
    title: str
    """The item's title."""
    line: int
    """Which line of the item's page, from 1; 0 for its title and the agenda's words under it."""
    cited: str
    """How it is cited: "24(ii)", "24 title"."""
    kind: Kind | None
    """What the line is; None for a title and the agenda's words."""
    start: int
    """Where its words start in the line, in characters."""
    text: str
    """Its words."""
    marks: tuple[tuple[int, int], ...]
    """Where in the words what was searched for stands."""

    @property
    def private(self) -> bool:
        """Whether it is a private note, which never prints."""
        return self.kind is Kind.NOTE


@dataclass(frozen=True)
class Found:
    """What a search found, newest first."""

    hits: tuple[Hit, ...]
    """As many as were asked for."""
    more: bool
    """Whether there is, or may be, more."""


NOTHING = Found((), False)
"""Nothing found."""


def words_in(text: str) -> str:
    """Return the words of a text, folded, with a space between them: what the index holds of it."""
    return " ".join(_WORD.findall(fold(text)))


def wanted(typed: str) -> Wanted:
    """Read what an officer types: words, of which a beginning is enough, and phrases in quotation marks.

    The index is not asked for single letters, with which some word of nearly every line begins; one searched for alone
    is taken for a whole word.
    """
    typed = clean_line(typed)[:LONGEST].translate(_QUOTES)
    terms: list[Term] = []
    asked: dict[str, bool] = {}
    for match in _TERM.finditer(typed):
        text = match[0] if match["phrase"] is None else match["phrase"]
        words, begins = tuple(_WORD.findall(fold(text))), not match["end"]
        if words:
            terms.append(Term(words, begins))
            *before, last = words
            asked |= dict.fromkeys(before, False)
            asked[last] = begins and asked.get(last, True)
        elif signs := fold(text).strip():
            terms.append(Term((), False, signs))
    if len(terms) == len(asked) == 1 and len(next(iter(asked))) == 1:
        return Wanted((Term(terms[0].words, False),), tuple(dict.fromkeys(asked, False).items()))
    return Wanted(tuple(terms), tuple((word, begins) for word, begins in asked.items() if len(word) > 1))


def _stands(term: Term, folded: str, words: list[tuple[str, int, int]]) -> Iterator[tuple[int, int]]:
    """Where a term stands in a folded text with these words."""
    if not term.words:
        at = folded.find(term.signs)
        while at >= 0:
            yield at, at + len(term.signs)
            at = folded.find(term.signs, at + len(term.signs))
        return
    *before, last = term.words
    for index in range(len(words) - len(before)):
        word, _, end = words[index + len(before)]
        if not (word.startswith(last) if term.begins else word == last):
            continue
        if all(words[index + place][0] == each for place, each in enumerate(before)):
            stop = words[index + len(before)][1] + len(last) if term.begins else end
            yield words[index][1], stop
