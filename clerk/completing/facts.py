"""Sentences made of facts: what the agenda, the roll and the house style already say of an item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from clerk import notation, spans, wording
from clerk.completing.offer import SHORTEST
from clerk.house_style import HouseStyle, style_of
from clerk.model import Document, Record
from clerk.notation import DECISIONS, Kind
from clerk.sentences import papers
from clerk.terms import DocumentKind, ItemKind

_SENTENCE_END = re.compile(r"[.?!]\s+(?=\S*)")
_TELLING = 10
"""So many characters are told from small words that stand in any sentence."""
_LONGEST_SUBJECT = 120
_STOPPED = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\bCllr)(?<!\bMrs)(?<!\betc)[.?!]$")
# Business that a note announces will not be nil: its nil sentence waits until it is begun.
_ANNOUNCED = (ItemKind.OTHER_BUSINESS, ItemKind.QUESTIONS, ItemKind.URGENT, ItemKind.MATTERS_ARISING)


@dataclass(frozen=True)
class Sentence:
    """A sentence that can be foreseen."""

    text: str
    """The whole of it."""
    stops: tuple[int, ...] = ()
    """Where certainty ends: each stretch is offered by itself, so that what is taken is right as a whole."""
    begun: int = 0
    """How many characters must have been typed before it is offered; 0 for one that may start a line unasked."""

    def after(self, typed: str) -> str:
        """Return how the sentence goes on to its next stop; nothing when ``typed`` is not how it begins."""
        size = len(typed)
        if size < self.begun or size >= len(self.text) or not self._begins(typed):
            return ""
        stop = next((stop for stop in self.stops if stop > size), len(self.text))
        return self.text[size:stop]

    def _begins(self, typed: str) -> bool:
        return self.text[: len(typed)].casefold() == typed.casefold()

    def rejoined(self, typed: str) -> str:
        """Return the end of the sentence after its words typed last, where ``typed`` began like it and strayed."""
        words = typed.split(" ")
        if len(words) < 4 or not self._begins(" ".join(words[:2])):
            return ""
        # The two whole words typed last, and what there is of a third, must stand in the sentence once.
        tail = " " + " ".join(words[-3:])
        if len(tail) < _TELLING or self.text.count(tail) != 1:
            return ""
        end = self.text.index(tail) + len(tail)
        return self.text[end:]


class Facts:
    """What can be foreseen of one item."""

    def __init__(self, record: Record, position: int) -> None:
        item, style = record.items[position - 1], style_of(record.body)
        self._item, self._style, self._record = item, style, record
        self._usual = wording.usual_lines(record, position)
        self._unasked = not (item.kind in _ANNOUNCED and item.note)
        resolution = wording.usual_resolution(record, position)
        deferral = Sentence(wording.usual_deferral(record, position), begun=len("That the"))
        self._decisions = [*([Sentence(resolution)] if resolution else []), deferral]
        self._openings = _openings(record, position, style)
        self._foreseen = _foreseen(self._usual, self._openings)
        self._details = _details(record)
        self._stems = _stems(record, style)

    def suggest(self, line: notation.Line, typed: str, above: Sequence[str]) -> str:
        """Return how a line goes on: ``typed`` is its words so far, ``above`` the lines before it."""
        if line.kind in DECISIONS:
            return self._decide(typed, above)
        if line.kind not in (Kind.BLANK, Kind.PARAGRAPH):
            return ""
        if not typed.strip():
            return "" if typed else self._next_usual(above)
        return self._in_paragraph(typed, above)

    def _decide(self, typed: str, above: Sequence[str]) -> str:
        if not typed and above and notation.parse(above[-1]).kind in DECISIONS:
            return ""
        for sentence in self._decisions:
            if found := sentence.after(typed) or sentence.rejoined(typed):
                return found
        first = not above or notation.parse(above[-1]).kind not in DECISIONS
        subject = first and typed.startswith("That ") and " be" not in typed and len(typed) < _LONGEST_SUBJECT
        return "e noted." if subject and typed.endswith(" b") else ""

    def _next_usual(self, above: Sequence[str]) -> str:
        """The next of the usual lines, when those before it are on the page and no other has come in between."""
        if not self._unasked:
            return ""
        said = [line for line in above if line.strip()]
        begun = [any(_alike(line, usual) for line in said) for usual in self._usual]
        place = begun.index(False) if False in begun else len(begun)
        if place == len(begun) or any(begun[place:]) or len(said) > place:
            return ""
        usual = self._usual[place]
        opening = next((each for each in self._openings if usual.startswith(each.text)), None)
        return opening.after("") if opening else usual

    def _in_paragraph(self, typed: str, above: Sequence[str]) -> str:
        if above and len(typed) < SHORTEST:
            return ""
        usual = [each for each in self._foreseen if each.text not in above]
        openings = [each for each in self._openings if not any(_alike(line, each.text) for line in above)]
        for sentence in (*openings, *usual):
            if found := sentence.after(typed):
                return found
        last = list(_SENTENCE_END.finditer(typed))
        begun = typed[last[-1].end() :] if last else typed
        found = self._filed(typed, begun, bool(last)) or self._also(begun, bool(last)) or self._detail(begun)
        if found or self._openings:
            return found
        return next((found for each in usual if (found := each.rejoined(begun))), "")

    def _also(self, begun: str, fresh: bool) -> str:
        """Say that a further paper was received, once its sentence is begun."""
        if not fresh or len(begun) < SHORTEST:
            return ""
        return next((found for each in self._openings[1:] if (found := each.after(begun))), "")

    def _filed(self, typed: str, begun: str, fresh: bool) -> str:
        """Say where the papers just named are filed, once their sentence is ended."""
        ended = bool(_STOPPED.search(typed))
        if not (ended or fresh):
            return ""
        kinds = [kind for kind, stem in self._stems if stem in typed]
        item = replace(self._item, documents=tuple(Document(kind) for kind in kinds))
        for sentence in papers.filed(item, self._style):
            if sentence not in typed and ended:
                return f" {sentence}"
            if sentence not in typed and (found := Sentence(sentence).after(begun)):
                return found
        return ""

    def _detail(self, begun: str) -> str:
        """Post and organisation after the name of a presenter."""
        if not any(stem in begun for _, stem in self._stems):
            return ""
        for name, detail in self._details:
            if begun.endswith((f"of {name}", f"from {name}")):
                return detail
        return ""


def _alike(line: str, usual: str) -> bool:
    return line.casefold().split()[:3] == usual.casefold().split()[:3]


def _details(record: Record) -> tuple[tuple[str, str], ...]:
    """Each presenter's name with what stands after it where a paper is introduced."""
    known: dict[str, str] = {}
    for item in record.items:
        for document in item.documents:
            parts = [spans.escape(part) for part in (document.post, document.organisation) if part]
            if document.presenter and len(parts) == 2:
                known.setdefault(spans.escape(document.presenter), "".join(f", {part}" for part in parts))
    for person in record.presence:
        if person.post and person.organisation:
            known.setdefault(spans.escape(person.name), f", {person.post}, {person.organisation}")
    return tuple(known.items())


def _stems(record: Record, style: HouseStyle) -> tuple[tuple[DocumentKind, str], ...]:
    """The words that say a paper of each kind was received: "considered a report"."""
    found = []
    for phrases in (style.papers.received, style.papers.also):
        for kind, phrase in phrases.items():
            words = phrase.replace("{board}", "").partition("{")[0].split()
            found.append((DocumentKind(kind), " ".join(words[1:] if words[:1] == ["The"] else words)))
    return tuple((kind, stem) for kind, stem in found if stem)  # own words may begin with what is filled in


def _openings(record: Record, position: int, style: HouseStyle) -> tuple[Sentence, ...]:
    """The sentences that say each paper of the item was received, up to what it was about."""
    item = record.items[position - 1]
    if item.kind not in (ItemKind.ORDINARY, ItemKind.ELECTION):
        return ()
    return tuple(_opening(record, position, place, style) for place in range(len(item.documents)))


def _foreseen(usual: Sequence[str], openings: Sequence[Sentence]) -> list[Sentence]:
    """The usual lines. A title is a poor guess at what was said of a paper: that is offered once it is begun."""
    if not openings or not usual:
        return [Sentence(line) for line in usual]
    size = len(openings[0].text)
    end = usual[0].find(". ", size) + 1
    return [Sentence(usual[0], (end,) if end else (), begun=size + SHORTEST + 1)]


def _opening(record: Record, position: int, place: int, style: HouseStyle) -> Sentence:
    text = papers.opening(record, position, place, style)
    document = record.items[position - 1].documents[place]
    stops: list[int] = []
    for part in (document.presenter, document.organisation or document.post):
        words = spans.escape(part.strip())
        if words and (found := text.find(words, stops[-1] if stops else 0)) >= 0:
            stops.append(found + len(words))
    return Sentence(text, tuple(stops), 0 if place == 0 else SHORTEST)
