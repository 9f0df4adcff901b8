"""Text that a copy has run together: title and agenda text in one paragraph, limbs of a resolution on one line."""

from __future__ import annotations

import re

from clerk.importers.minutes.markers import Marker, marker_of
from clerk.kinds import kind_of
from clerk.terms import ItemKind

_OPENINGS = (
    r"To\s+(?:[a-z]+ly\s+)?[a-z]+\b|Report\s+(?:of|by|from)\b|(?:A|The)\s+(?:joint\s+)?(?:report|presentation|update)\b"
    r"|Members\s+(?:are|is|will|should|must|to|of)\b|(?:All\s+)?Members\s+present\b|Councillors\s+(?:are|should|must)\b"
    r"|The\s+[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*\s+(?:is|are|will|has|have|to)\b|Any\s+[Mm]embers?\b|Please\b"
    r"|In\s+accordance\b|This\s+(?:item|report)\b|Relevant\s+[Aa]uthorities\b|If\s+\w|\[[a-z]|\(Members\b|\.\.\.|…"
)
_AGENDA = re.compile(rf"\s+(?={_OPENINGS})")
_AFTER = re.compile(r"\b(?:of|the|and|from|by|to|for|in|on|at|with|or|a|an|[-–—&,:])$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[A-Z])")
_SENTENCE = re.compile(
    r"\b(?:was|were|is|are|be|been|had|has|have|will|would|received|noted|moved|joined|left|asked)\b", re.IGNORECASE
)
_DECISION = re.compile(
    r"(?:(?:It was |it was |and it was )?(?:UNANIMOUSLY )?(?:RESOLVED|RECOMMENDED)\b|Resolved\s*[:–—-]|Resolved that\b)"
)
_BEFORE_DECISION = re.compile(r"(?<=[.;:\])”\"])\s+(?=(?:UNANIMOUSLY )?(?:RESOLVED|RECOMMENDED)\b)")
_BEFORE_LIMB = re.compile(
    r"(?:(?<=[:;.–—-])|(?<=[;,] and)|(?<=\bthat))\s+"
    r"(?=(?:\((?:[a-z]{1,4}|\d{1,2})\)|(?:[a-z]|[ivx]{1,4}|\d{1,2})\))\s*\S)"
)


def split_title(text: str) -> tuple[str, str]:
    """Part a title from the agenda text that follows it in the same paragraph.

    Nothing but the words shows where the one ends: the title is taken to end before "To receive", "Members are" and
    the like, else after its first sentence. The title is empty when the text opens with the agenda's own words.
    """
    text = text.strip()
    if re.match(r"\.\.\.|…|\[[a-z]", text):
        return "", text
    ends = [match for match in _AGENDA.finditer(text) if not _AFTER.search(text[: match.start()])]
    ends += list(_SENTENCE_END.finditer(text))
    first = min(ends, key=lambda match: match.start(), default=None)
    if first is None:
        return text, ""
    title = text[: first.start()] + ("." if first[0].startswith(".") else "")
    return title.strip(), text[first.end() :].strip()


def is_title(text: str) -> bool:
    """Whether a line may be a title: not a sentence, unless it names standing business."""
    words = len(text.split())
    if words > 40 or text.startswith(("[", "(")) or not re.search(r"[^\W\d_]", text):
        return False
    sentence = bool(_SENTENCE.search(text))
    if text.rstrip().endswith((".", ":", ";", ",")):
        return words <= 12 and not sentence and not re.match(r"To\s|Report of\b", text)
    return not sentence or kind_of(text) is not ItemKind.ORDINARY


def paragraphs_of(text: str) -> list[str]:
    """Part a resolution from the discussion before it, and its limbs from one another, where they stand on one line."""
    parts = _BEFORE_DECISION.split(text.strip())
    return [piece for part in parts for piece in (_limbs(part) if _DECISION.match(part) else [part])]


def _limbs(text: str) -> list[str]:
    """Split "RESOLVED that (a) ...; (b) ..." where the numbers begin at the first and carry on."""
    pieces: list[str] = []
    last: Marker | None = None
    for piece in _BEFORE_LIMB.split(text):
        marker = marker_of(piece) if pieces else None
        if not pieces or (marker and (marker.follows(last) if last else marker.first)):
            pieces.append(piece)
            last = marker or last
        else:
            pieces[-1] += f" {piece}"
    return pieces
