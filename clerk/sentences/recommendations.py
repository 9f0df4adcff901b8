"""The recommendations an agenda gives under an item, as the decision to take if they are accepted."""

from __future__ import annotations

import re

from clerk.sentences.asked import asked_decision
from clerk.sentences.determinations import determination

_BEGINS = re.compile(
    r"(?:^|\n)\s*(?:officers?['’]?s?\s+)?(?:recommend(?:ation|ed)s?|it is recommended)\b(?:\s+to\s+\w+)?"
    r"\s*[:.–—-]?\s*(?=\S)",
    re.IGNORECASE,
)
_LIMB = re.compile(r"^\s*(?:[-•·*]|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)])\s+", re.IGNORECASE)
_THAT = re.compile(r"that\b[:,]?\s*", re.IGNORECASE)
_END = re.compile(r"[\s;.,]*(?:;\s*and)?[\s;.,]*$")


def recommendations(note: str) -> tuple[str, ...]:
    """Return what the agenda's words under an item recommend, each beginning with "That"; nothing if they do not.

    "Recommended: that (a) the scheme be approved; (b) a report be brought back." gives two.
    """
    match = _BEGINS.search(note)
    if not match:
        return ()
    lines = [line for line in note[match.end() :].split("\n") if line.strip()]
    stem = _THAT.fullmatch(lines[0].strip(" :")) if lines else None
    lines = lines[1:] if stem else lines
    limbs = [line for line in lines if _LIMB.match(line)]
    if not limbs:
        limbs = lines[:1]
    return tuple(_decision(_LIMB.sub("", limb), note) for limb in limbs if limb.strip())


def _decision(words: str, note: str) -> str:
    """Put what is recommended in the passive that minutes have, where it stands as "GRANT ..." or "To note ..."."""
    words = words.strip()
    if said := _THAT.match(words):
        return f"That {_END.sub('', words[said.end() :])}"
    words = _END.sub("", words)
    verb = words if words.lower().startswith("to ") else f"to {words}"
    return determination(words, note) or asked_decision(verb) or f"That {words}"
