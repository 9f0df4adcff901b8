"""Published minutes turned into the notation, paragraph by paragraph.

What is plainly a point, a resolution or an action becomes one; everything else stays a paragraph, word for word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from clerk import notation, spans
from clerk.importers.minutes.decision_words import Opening, ending_of, inside, letter_limbs, limbs_of, opening_of
from clerk.importers.minutes.markers import Marker, bullet_of, marker_of
from clerk.importers.minutes.vote_words import figures_of, named_of, vote_of
from clerk.notation import Kind

_THAT = re.compile(r"^that\b[\s:,]*", re.IGNORECASE)
_THAT_COMMA = re.compile(r"^[Tt]hat,\s+(?=[a-z])")
_VERB = re.compile(r"^[A-Z](?=[a-z])")
_ARTICLE = re.compile(r"^(?:The|A|An|Any|All|No)(?=\s)")
_BARE_STEM = re.compile(r"^(?P<stem>that|to)?[\s:,–—-]*$", re.IGNORECASE)
_FINAL = re.compile(r"\s*(?:[;,]\s*(?:and)?|\.)\s*$")
_ACTION = re.compile(r"^\*?\s*(?:ACTIONS?|Actions?)\s*\*?\s*:\s*\*?\s*")
_LOST_LABEL = re.compile(r"^That\b.*\bbe\b", re.DOTALL)
_MOVED = re.compile(r"\b(?:moved|motion|amendment|propos\w+|second\w+|reads?|follows)\b|[:,]$", re.IGNORECASE)
_QUOTED = re.compile(r"^[“\"].*[”\"]\.?$", re.DOTALL)
_LONGEST_LIMB = 20_000
"""Characters from which on nothing more is joined to a limb."""
_LOOKED_AT = 2_000
"""Characters at the end of a line that are looked at for what announces the next."""


@dataclass
class Minute:
    """An item's minute in the notation."""

    lines: list[str] = field(default_factory=list)
    """Its lines."""
    remarks: list[str] = field(default_factory=list)
    """What the officer should know of how it was read."""


def to_notation(paragraphs: Iterable[str], decided: bool = False) -> Minute:
    """Turn published paragraphs into lines of notation. Words are kept; only numbers and labels that Clerk prints go.

    Copies of a page may lose the word RESOLVED; in minutes without any such word, "That the report be noted." is taken
    for the resolution it was. ``decided`` says that the page gives the paragraphs as the decision, where such words in
    quotation marks are the resolution too.
    """
    texts = [text for paragraph in paragraphs if (text := " ".join(paragraph.split()))]
    labelled = any(opening_of(text) or ending_of(text) or inside(text) for text in texts)
    reader = _Reader(texts, unlabelled=not labelled, decided=decided)
    while reader.at < len(texts):
        reader.at += 1
        reader.take(texts[reader.at - 1])
    reader.close()
    return reader.minute


def line_of(kind: Kind, text: str) -> str:
    """Write a literal text as a line of a kind, so that no part of it is read as notation."""
    return notation.write(kind, spans.escape(text))


@dataclass
class _Decision:
    """The resolution being read."""

    kind: Kind
    stem: str = ""
    """"That" or "To" when its stem ends so, which belongs to every limb."""
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
    def __init__(self, paragraphs: list[str], unlabelled: bool, decided: bool) -> None:
        self.paragraphs = paragraphs
        self.at = 0
        self.unlabelled = unlabelled
        self.decided = decided
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
        opening = opening_of(text) or inside(text)
        if opening:
            self._write(opening)
            return True
        if self.unlabelled and self._lost_its_label(text):
            self._limb(self._open("RESOLVED"), text.strip('“”"') if self.decided else text)
            self.minute.remarks.append("a paragraph “That ...” without a label was read as a resolution")
            return True
        ending = ending_of(text)
        following = self.paragraphs[self.at] if self.at < len(self.paragraphs) else ""
        if not ending or not (_THAT.match(following) or marker_of(following) or bullet_of(following)):
            return False
        self._write(ending)
        return True

    def _write(self, opening: Opening) -> None:
        """Write what opens a decision: the prose before it, its first words, the vote in its label."""
        self.close()
        if opening.lead:
            self._plain(opening.lead)
        self._begin(self._open(opening.word), opening.rest)
        if opening.vote:
            self._add(Kind.VOTE, opening.vote)

    def _lost_its_label(self, text: str) -> bool:
        last = self.minute.lines[-1] if self.minute.lines else ""
        bare = text.strip('“”"') if self.decided else text
        return not self.decision and bool(_LOST_LABEL.match(bare)) and not _MOVED.search(last[-_LOOKED_AT:])

    def _open(self, word: str) -> _Decision:
        self.close()
        self.actions = ""
        if word == "AGREED":
            self.minute.remarks.append("“AGREED” was read as a resolution")
        self.decision = _Decision(Kind.RECOMMENDED if word == "RECOMMENDED" else Kind.RESOLVED)
        return self.decision

    def _begin(self, decision: _Decision, text: str) -> None:
        bare = _BARE_STEM.match(text)
        if bare:
            decision.stem = (bare["stem"] or "").capitalize()
            letter_limbs(self.paragraphs, self.at)
        else:
            self._first(decision, text)

    def _first(self, decision: _Decision, text: str) -> None:
        that = _THAT.match(text)
        limbs = limbs_of(text[that.end() :] if that else text)
        if limbs:
            decision.stem = "That" if that else decision.stem
            decision.last = limbs[-1]
            for limb in limbs:
                self._limb(decision, limb.text)
            return
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
        if decision.written[-1] != len(self.minute.lines) - 1 or len(self.minute.lines[-1]) > _LONGEST_LIMB:
            return False
        opened = bool(re.search(r":\s*[-–—]?$", self.minute.lines[-1]))
        if marker:
            return bool(decision.nested and marker.follows(decision.nested)) or (opened and marker.first)
        return bullet is not None and (opened or decision.inside)

    def _limb(self, decision: _Decision, text: str) -> None:
        text = _THAT_COMMA.sub("That ", text)
        if decision.stem and not text.lower().startswith(f"{decision.stem.lower()} "):
            lowered = _VERB if decision.stem == "To" else _ARTICLE
            text = f"{decision.stem} {lowered.sub(lambda match: match[0].lower(), text)}"
        elif re.match(r"(?:that|to)\b", text):
            text = text[0].upper() + text[1:]
        decision.written.append(len(self.minute.lines))
        self._add(decision.kind, text)

    def _vote(self, text: str) -> bool:
        """Read a vote, whether it stands in one paragraph or in one for each side."""
        if said := vote_of(text):
            self._add(Kind.VOTE, said)
            return True
        sides = [text, *self.paragraphs[self.at : self.at + 2]]
        figures, taken = figures_of(sides)
        if figures:
            self._add(Kind.VOTE, figures)
        else:
            line, taken = named_of(sides)
            if line:
                self.minute.lines.append(line)
        self.at += max(0, taken - 1)
        return taken > 0

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
