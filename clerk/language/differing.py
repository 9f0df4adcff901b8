"""Which words of a text changed: one comparison for the redline, a draft that came back, and earlier wordings."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

_TOKEN = re.compile(r"\s+|\w+(?:['’]\w+)*|[^\w\s]")
MOST_PAIRS = 4_000_000
"""Above this many pairs of words a changed stretch is taken as replaced whole, for nobody is to wait for minutes."""

Token = TypeVar("Token", bound=Hashable)
"""A word, space or sign; with its looks, where those count."""


@dataclass(frozen=True)
class Stretch(Generic[Token]):
    """A stretch of two texts that is the same in both, or that was replaced."""

    same: bool
    """Whether both have it."""
    old: Sequence[Token]
    """What the old text has."""
    new: Sequence[Token]
    """What the new text has."""


def words(text: str) -> list[str]:
    """Part a text into words, spaces and signs; joined together they give it again."""
    return _TOKEN.findall(text)


def stretches(old: Sequence[Token], new: Sequence[Token], most_pairs: int = MOST_PAIRS) -> list[Stretch[Token]]:
    """Part two texts into stretches; the old parts together are the old text, the new parts the new one."""
    head = common(old, new)
    tail = common(old[head:][::-1], new[head:][::-1])
    olds, news = old[head : len(old) - tail], new[head : len(new) - tail]
    found = [Stretch(True, old[:head], new[:head])]
    if len(olds) * len(news) > most_pairs:
        found.append(Stretch(False, olds, news))
    else:
        for kind, left, right, begin, end in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
            found.append(Stretch(kind == "equal", olds[left:right], news[begin:end]))
    found.append(Stretch(True, old[len(old) - tail :], new[len(new) - tail :]))
    return [each for each in found if each.old or each.new]


def smoothed(found: Sequence[Stretch[Token]], blank: Callable[[Token], bool]) -> list[Stretch[Token]]:
    """Join changes that only a space parts: several words are replaced at once, not each in turn."""
    out: list[Stretch[Token]] = []
    for place, each in enumerate(found):
        changed = bool(out) and not out[-1].same
        between = place + 1 < len(found) and not found[place + 1].same and all(map(blank, each.old))
        if changed and (between or not each.same):
            out[-1] = Stretch(False, [*out[-1].old, *each.old], [*out[-1].new, *each.new])
        else:
            out.append(each)
    return out


def marked(old: str, new: str) -> str:
    """Write two wordings as one: what went as ``[-old-]``, what came as ``{+new+}``."""
    out = []
    for each in smoothed(stretches(words(old), words(new)), str.isspace):
        went, came = "".join(each.old), "".join(each.new)
        out.append(came if each.same else f"[-{went}-]" * bool(went) + f"{{+{came}+}}" * bool(came))
    return "".join(out)


def common(one: Sequence[Token], other: Sequence[Token]) -> int:
    """How many tokens two texts have in common from their start."""
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))
