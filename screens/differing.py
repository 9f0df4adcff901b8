"""How one wording of a line differs from another, in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import Enum

_TOKEN = re.compile(r"\s+|[^\W_]+(?:['’][^\W_]+)*|.", re.DOTALL)
_MOST_PAIRS = 400_000
"""Above this many pairs of words a changed stretch is shown as changed altogether, for looking must not wait."""


class Part(Enum):
    """What becomes of some words when one wording takes the place of another."""

    STAYS = ("", "")
    GOES = ("[-", "-]")
    COMES = ("{+", "+}")


def differences(now: str, then: str) -> list[tuple[Part, str]]:
    """What changes if ``then`` takes the place of ``now``: parts in order, none of them empty.

    What stays and goes together is ``now``; what stays and comes is ``then``.
    """
    if now == then:
        return [(Part.STAYS, now)] if now else []
    old, new = _TOKEN.findall(now), _TOKEN.findall(then)
    head = _same(old, new)
    tail = _same(old[head:][::-1], new[head:][::-1])
    old_middle, new_middle = old[head : len(old) - tail], new[head : len(new) - tail]
    parts = [(Part.STAYS, "".join(old[:head])), *_middle(old_middle, new_middle)]
    parts.append((Part.STAYS, "".join(old[len(old) - tail :])))
    return [(part, text) for part, text in parts if text]


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    shortest = min(len(one), len(other))
    return next((at for at in range(shortest) if one[at] != other[at]), shortest)


def _middle(old: Sequence[str], new: Sequence[str]) -> list[tuple[Part, str]]:
    if not old or not new or len(old) * len(new) > _MOST_PAIRS:
        return [(Part.GOES, "".join(old)), (Part.COMES, "".join(new))]
    parts: list[tuple[Part, str]] = []
    gone: list[str] = []
    come: list[str] = []
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        # A space that stays between words that change is of no interest: it is shown as changing with them.
        if tag == "equal" and (not (gone or come) or "".join(old[first:last]).strip()):
            parts += [(Part.GOES, "".join(gone)), (Part.COMES, "".join(come))]
            gone, come = [], []
            parts.append((Part.STAYS, "".join(old[first:last])))
        else:
            gone += old[first:last]
            come += new[start:end]
    return [*parts, (Part.GOES, "".join(gone)), (Part.COMES, "".join(come))]


def marked(parts: Sequence[tuple[Part, str]]) -> str:
    """Write differences out: ``agreed [-to note-]{+to approve+} the report``."""
    return "".join(f"{part.value[0]}{text}{part.value[1]}" for part, text in parts)
