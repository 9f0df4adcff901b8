"""What to offer while an officer types: the most certain source first, and nothing rather than something unlikely.

Everything here is pure given a context, and quick enough to ask after each key.
"""

from __future__ import annotations

from collections.abc import Sequence

from clerk import notation
from clerk.completing.facts import Facts
from clerk.completing.learned import Learned, WordRuns, runs_of
from clerk.completing.offer import SHORTEST, Context, Source, Suggestion
from clerk.completing.people import (
    Names,
    abbreviation,
    bodies_in_papers,
    bodies_on_roll,
    people_in_papers,
    people_on_roll,
)
from clerk.completing.phrases import Phrases
from clerk.earlier import EarlierLine
from clerk.house_style import style_of
from clerk.notation import Kind
from clerk.wording import points_lead_in

__all__ = ["Completer", "Context", "EarlierLine", "Source", "Suggestion", "WordRuns"]

_SILENT = (Kind.QUERY, Kind.NOTE, Kind.VOTE, Kind.HEADING)
# A paragraph pasted may be of any length; what it ends with is enough to go on.
_LONG = 1_500
_MOST_LINES = 200
"""Lines of a page that are looked at, half of them its beginning: an answer may take 2 milliseconds."""


class Completer:
    """Offers words for the lines of one item. Made anew for each item, which takes some milliseconds."""

    def __init__(self, context: Context) -> None:
        self.context = context
        """What it knows."""
        record, position, sources = context.record, context.position, context.sources
        style = style_of(record.body)
        self._facts = Facts(record, position) if Source.FACTS in sources else None
        roll, papers = Source.ROLL in sources, Source.PEOPLE in sources
        people = [*(people_on_roll(record) if roll else ()), *(people_in_papers(record) if papers else ())]
        bodies = [*(bodies_on_roll(record) if roll else ()), *(bodies_in_papers(record) if papers else ())]
        self._names = Names(people, bodies, record.presence if roll else ())
        phrases = Phrases(style, record.body, context.phrases, points_lead_in(record, position))
        self._phrases = phrases if Source.PHRASES in sources else None
        runs = [runs_of(record, position), *([context.earlier] if context.earlier else [])]
        self._learned = Learned(runs, record.items[position - 1].kind) if Source.LEARNED in sources else None

    def suggest(self, before: str, above: Sequence[str] | None = None) -> Suggestion | None:
        """Return what to offer after ``before``, the line up to the cursor; None for nothing.

        ``above`` are the lines of the page over it, the context's own when not given.
        """
        line = notation.parse(before)
        if line.kind in _SILENT:
            return None
        typed = before[line.start :] if line.kind is not Kind.BLANK else before
        found = self._find(line, typed, _ends(self.context.lines if above is None else above))
        if found and not typed and before.endswith((":", "-", ">")):
            found = Suggestion(f" {found.text}")
        return found if found and len(found.text) >= SHORTEST else None

    def _find(self, line: notation.Line, typed: str, above: Sequence[str]) -> Suggestion | None:
        if len(typed) <= _LONG and self._facts and (text := self._facts.suggest(line, typed, above)):
            return Suggestion(text)
        recent = typed[-_LONG:].partition(" ")[2] if len(typed) > _LONG else typed
        if recent and (name := self._names.suggest(line.kind, recent)):
            return name
        phrase = (self._phrases.suggest(line.kind, recent) or abbreviation(recent)) if self._phrases else ""
        learned = self._learned.suggest(line, recent, above) if self._learned else ""
        # What this body says weighs more than what the house says, unless it only says less of the same.
        text = phrase if phrase and (not learned or phrase.startswith(learned)) else learned
        return Suggestion(text) if text else None


def _ends(lines: Sequence[str]) -> Sequence[str]:
    """Return a page, or of a very long one its beginning and its end."""
    return lines if len(lines) <= _MOST_LINES else [*lines[: _MOST_LINES // 2], *lines[-_MOST_LINES // 2 :]]
