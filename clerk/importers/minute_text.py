"""Published minutes turned into the notation, paragraph by paragraph.

What is plainly a point, a resolution or an action becomes one; everything else stays a paragraph, word for word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from clerk import notation, spans
from clerk.importers.markers import Marker, bullet_of, marker_of
from clerk.notation import Kind

_DECISION = re.compile(
    r"^(?:(?:It was|IT WAS|and it was|and)\s+)?(?P<all>UNANIMOUSLY\s+|[Uu]nanimously\s+)?"
    r"(?P<word>RESOLVED|RECOMMENDED|AGREED|Resolved|Recommended|Agreed)(?P<all2>\s+unanimously|\s+UNANIMOUSLY)?"
    r"(?:\s*$|\s*[,:–—-]+\s*|\s+(?=(?:[Tt]hat|THAT|[Tt]o)\b))"
)
_ENDING = re.compile(r"^(?P<lead>.{3,}\S)\s+(?P<word>RESOLVED|RECOMMENDED|AGREED)\s*[:–—-]*\s*$")
_THAT = re.compile(r"^that\b[\s:,]*", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:The|A|An|Any|All|No)(?=\s)")
_BARE_THAT = re.compile(r"^(?:that)?[\s:,–—-]*$", re.IGNORECASE)
_FINAL = re.compile(r"\s*(?:[;,]\s*(?:and)?|\.)\s*$")
_ACTION = re.compile(r"^\*?\s*(?:ACTIONS?|Actions?)\s*\*?\s*:\s*\*?\s*")
_VOTING = re.compile(r"^Vot(?:e|ing):\s*(?P<how>unanimous(?:ly)?|agreed|carried|lost)\.?$", re.IGNORECASE)
_FIGURES = re.compile(
    r"^Vot(?:e|ing):\s*(\d+) (?:votes? )?for,? (?:and )?(\d+) (?:votes? )?against(?:,? (?:and )?(\d+) abst\w+)?\.?$",
    re.IGNORECASE,
)
_LOST_LABEL = re.compile(r"^That\b.*\bbe\b", re.DOTALL)
_MOVED = re.compile(r"\b(?:moved|motion|amendment|propos\w+|second\w+|reads?|follows)\b|[:,]$", re.IGNORECASE)
_QUOTED = re.compile(r"^[“\"].*[”\"]\.?$", re.DOTALL)


@dataclass
class Minute:
    """An item's minute in the notation."""

    lines: list[str] = field(default_factory=list)
    """Its lines."""
    remarks: list[str] = field(default_factory=list)
    """What the officer should know of how it was read."""


def to_notation(paragraphs: Iterable[str]) -> Minute:
    """Turn published paragraphs into lines of notation. Words are kept; only numbers and labels that Clerk prints go.

    Copies of a page may lose the word RESOLVED; in minutes without any such word, "That the report be noted." is taken
    for the resolution it was.
    """
    texts = [text for paragraph in paragraphs if (text := " ".join(paragraph.split()))]
    reader = _Reader(texts, unlabelled=not any(_DECISION.match(text) or _ENDING.match(text) for text in texts))
    while reader.paragraphs:
        reader.take(reader.paragraphs.pop(0))
    reader.close()
    return reader.minute


def line_of(kind: Kind, text: str) -> str:
    """Write a literal text as a line of a kind, so that no part of it is read as notation."""
    return notation.write(kind, spans.escape(text))


@dataclass
class _Decision:
    """The resolution being read."""

    kind: Kind
    that: bool = False
    """Whether its stem ends in "that", which belongs to every limb."""
    written: list[int] = field(default_factory=list)
    """The lines its limbs stand on."""
    last: Marker | None = None
    """The number of the last limb."""
    nested: Marker | None = None
    """The number of the last part inside a limb."""
    bullets: bool = False
    """Whether its limbs are bullets."""
    inside: bool = False
    """Whether bullets inside a limb have begun."""


class _Reader:
    def __init__(self, paragraphs: list[str], unlabelled: bool) -> None:
        self.paragraphs = paragraphs
        self.unlabelled = unlabelled
        self.minute = Minute()
        self.points = 0
        self.decision: _Decision | None = None
        self.actions = ""

    def take(self, text: str) -> None:
        """Read one paragraph."""
        if self._opens_decision(text) or (self.decision and self._continues(self.decision, text)):
            return
        self.close()
        if not self._is_action(text):
            self._plain(text)

    def close(self) -> None:
        """End the resolution being read: its punctuation is Clerk's to supply."""
        for index in self.decision.written if self.decision else ():
            self.minute.lines[index] = _FINAL.sub("", self.minute.lines[index])
        self.decision = None

    def _opens_decision(self, text: str) -> bool:
        match = _DECISION.match(text)
        if match:
            decision = self._open(match["word"].upper())
            self._begin(decision, text[match.end() :].strip())
            if match["all"] or match["all2"]:
                self._add(Kind.VOTE, "unanimous")
            return True
        if self.unlabelled and self._lost_its_label(text):
            self._limb(self._open("RESOLVED"), text)
            self.minute.remarks.append("a paragraph “That ...” without a label was read as a resolution")
            return True
        ending = _ENDING.match(text)
        following = self.paragraphs[0] if self.paragraphs else ""
        if not ending or not (_THAT.match(following) or marker_of(following)):
            return False
        self.close()
        self._plain(ending["lead"])
        self._open(ending["word"])
        return True

    def _lost_its_label(self, text: str) -> bool:
        last = self.minute.lines[-1] if self.minute.lines else ""
        return not self.decision and bool(_LOST_LABEL.match(text)) and not _MOVED.search(last)

    def _open(self, word: str) -> _Decision:
        self.close()
        self.actions = ""
        if word == "AGREED":
            self.minute.remarks.append("“AGREED” was read as a resolution")
        self.decision = _Decision(Kind.RECOMMENDED if word == "RECOMMENDED" else Kind.RESOLVED)
        return self.decision

    def _begin(self, decision: _Decision, text: str) -> None:
        if _BARE_THAT.match(text):
            decision.that = bool(text.strip(" :,–—-"))
        else:
            self._first(decision, text)

    def _first(self, decision: _Decision, text: str) -> None:
        decision.last, bullet = marker_of(text), bullet_of(text)
        decision.bullets = bullet is not None
        self._limb(decision, decision.last.text if decision.last else bullet or text)

    def _continues(self, decision: _Decision, text: str) -> bool:
        if not decision.written:
            self._first(decision, text)
            return True
        if self._vote(text):
            return True
        marker, bullet = marker_of(text), bullet_of(text)
        if marker and decision.last and marker.follows(decision.last):
            decision.last, decision.nested, decision.inside = marker, None, False
            self._limb(decision, marker.text)
        elif bullet is not None and decision.bullets:
            self._limb(decision, bullet)
        elif self._is_inside(decision, marker, bullet):
            self.minute.lines[decision.written[-1]] += " " + spans.escape(text)
            decision.nested, decision.inside = marker, bullet is not None
        elif _THAT.match(text) and not decision.last and not decision.bullets:
            self._limb(decision, text)
        else:
            return False
        return True

    def _is_inside(self, decision: _Decision, marker: Marker | None, bullet: str | None) -> bool:
        if decision.written[-1] != len(self.minute.lines) - 1:
            return False
        opened = bool(re.search(r":\s*[-–—]?$", self.minute.lines[-1]))
        if marker:
            return bool(decision.nested and marker.follows(decision.nested)) or (opened and marker.first)
        return bullet is not None and (opened or decision.inside)

    def _limb(self, decision: _Decision, text: str) -> None:
        if decision.that and not _THAT.match(text):
            text = "That " + _ARTICLE.sub(lambda match: match[0].lower(), text)
        elif re.match(r"(?:that|to)\b", text):
            text = text[0].upper() + text[1:]
        decision.written.append(len(self.minute.lines))
        self._add(decision.kind, text)

    def _vote(self, text: str) -> bool:
        if match := _VOTING.match(text):
            self._add(Kind.VOTE, match["how"].lower())
        elif match := _FIGURES.match(text):
            self._add(Kind.VOTE, "-".join(figure for figure in match.groups() if figure))
        return bool(match)

    def _is_action(self, text: str) -> bool:
        match, bullet = _ACTION.match(text), bullet_of(text)
        if match:
            self.actions = "label" if match.end() == len(text) else ""
            if not self.actions:
                self._add(Kind.ACTION, text[match.end() :])
            return True
        taken = bool(self.actions) and (bullet is not None or self.actions == "label")
        self.actions = "list" if taken and bullet is not None else ""
        if taken:
            self._add(Kind.ACTION, bullet or text)
        return taken

    def _plain(self, text: str) -> None:
        marker, bullet = marker_of(text), bullet_of(text)
        last = self.minute.lines[-1] if self.minute.lines else ""
        if marker and marker.label == f"({notation.roman(self.points + 1)})":
            self.points += 1
            self._add(Kind.POINT, marker.text)
        elif bullet is not None:
            self._add(Kind.SUBPOINT, bullet)
        elif _QUOTED.match(text) and last.endswith(":"):
            self._add(Kind.QUOTATION, text)
        elif not self._vote(text):
            self._add(Kind.PARAGRAPH, text)

    def _add(self, kind: Kind, text: str) -> None:
        self.minute.lines.append(line_of(kind, text))
