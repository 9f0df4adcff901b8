"""Phrases of the house style, offered once enough of one has been typed to tell it from ordinary prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clerk import spans
from clerk.completing.offer import shared, tails
from clerk.house_style import HouseStyle, fill
from clerk.model import Body
from clerk.notation import DECISIONS, Kind

_OPENING_AFTER = 3
"""Letters of a sentence typed before a phrase that opens one is offered."""
_CLAUSE_AFTER = 4
"""Letters typed before a phrase that may stand anywhere is offered: more words begin alike there."""
_LONGEST = 10
"""Words before the cursor that may be the beginning of a phrase."""
_SENTENCE_END = re.compile(r"(?:^|[.?!:]\s+)(?=\S[^.?!:]*$)")


class Phrases:
    """The phrases of one house, in the words of one body, and the body's own; with what introduces points here."""

    def __init__(self, style: HouseStyle, body: Body, own: Sequence[str] = (), lead_in: str = "") -> None:
        board, chair = spans.escape(body.noun), spans.escape(body.chair_title)

        def filled(phrases: Sequence[str]) -> tuple[str, ...]:
            return tuple(fill(phrase, board=board, chair=chair) for phrase in phrases)

        own = tuple(map(spans.escape, own))
        self._own, self._lead_in = own, lead_in
        self._openings = own + filled(style.phrases.openings)
        self._clauses = own + filled(style.phrases.clauses)
        self._decisions = own + filled(style.phrases.decisions)

    def suggest(self, kind: Kind, typed: str) -> str:
        """Return how the phrase being typed goes on, as far as every phrase that begins so agrees."""
        start = _SENTENCE_END.search(typed)
        sentence = typed[start.end() :] if start else ""
        openings = self._decisions if kind in DECISIONS else self._openings
        found = _begun(openings, sentence) if sentence else []
        if kind in (Kind.BLANK, Kind.PARAGRAPH) and _begun((self._lead_in,), sentence):
            # It is known by the kind of paper which of those that begin alike it is here.
            found = _begun(self._own, sentence) or [self._lead_in]
        if found and len(sentence) >= _enough(found[0], _OPENING_AFTER):
            return shared(found, len(sentence))
        for tail in tails(typed, _LONGEST):
            found = [clause for clause in self._clauses if clause.startswith(tail) and clause != tail]
            if found and len(tail) >= _enough(found[0], _CLAUSE_AFTER):
                return shared(found, len(tail))
        return ""


def _enough(phrase: str, usually: int) -> int:
    """How much of a phrase must be typed: its first letters, or a small word, which begins many others, and more."""
    first = len(phrase.partition(" ")[0])
    return usually if first > 3 else first + usually - 1


def _begun(phrases: Sequence[str], typed: str) -> list[str]:
    folded = typed.casefold()
    return [phrase for phrase in phrases if len(phrase) > len(typed) and phrase.casefold().startswith(folded)]
