"""The recommendations an agenda gives under an item, as the decision to take if they are accepted."""

from __future__ import annotations

import re

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
    return tuple(_decision(_LIMB.sub("", limb)) for limb in limbs if limb.strip())


def _decision(words: str) -> str:
    words = _END.sub("", _THAT.sub("", words.strip(), count=1))
    return f"That {words}"
