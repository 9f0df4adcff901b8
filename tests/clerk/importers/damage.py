"""Ways in which a copied text or a saved page comes to harm, for the tests of the readers."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import strategies as st

_NUMBER = re.compile(r"^(\s*(?:#+\s*)?)(?:item\s+)?\d[\w/.]*[.)]?(?=\s|$)", re.I | re.M)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.I)
_FRACTION = st.floats(0, 1, allow_nan=False)


def _lines(change: Callable[[list[str], int, int], list[str]]) -> Callable[[str, float, float], str]:
    """A harm to some lines of a text: ``change`` gets the lines and the first and last of those it may touch."""

    def harm(text: str, start: float, length: float) -> str:
        lines = text.split("\n")
        first = int(start * len(lines))
        return "\n".join(change(lines, first, min(len(lines), first + 1 + int(length * 12))))

    return harm


def _without_numbers(text: str, start: float, length: float) -> str:
    at = int(start * len(text)) if length < 0.7 else 0
    return text[:at] + _NUMBER.sub(r"\1", text[at:])


def _without_tags(text: str, start: float, length: float) -> str:
    tags = list(_TAG.finditer(text))
    first = int(start * len(tags))
    for tag in reversed(tags[first : first + 1 + int(length * 4)]):
        text = text[: tag.start()] + text[tag.end() :]
    return text


def _unclosed(text: str, start: float, length: float) -> str:
    """A page whose end tags of one sort are gone from a place on."""
    ends = sorted({tag[0] for tag in _TAG.finditer(text) if tag[0].startswith("</")})
    at = int(length * len(text))
    return text[:at] + text[at:].replace(ends[int(start * (len(ends) - 1))], "") if ends else text


HARMS: dict[str, Callable[[str, float, float], str]] = {
    "lines dropped": _lines(lambda lines, first, last: lines[:first] + lines[last:]),
    "lines doubled": _lines(lambda lines, first, last: lines[:last] + lines[first:]),
    "lines reversed": _lines(lambda lines, first, last: lines[:first] + lines[first:last][::-1] + lines[last:]),
    "lines moved": _lines(lambda lines, first, last: lines[first:last] + lines[:first] + lines[last:]),
    "cut off": lambda text, start, _: text[: int(start * len(text))],
    "cut in": lambda text, start, _: text[int(start * len(text)) :],
    "numbers gone": _without_numbers,
    "tags gone": _without_tags,
    "tags unclosed": _unclosed,
}
"""Every harm by its name: the text, where it starts as a part of the whole, and how far it goes."""

harmed = st.lists(st.tuples(st.sampled_from(sorted(HARMS)), _FRACTION, _FRACTION), min_size=1, max_size=3)
"""A few harms, one after the other."""


def done_to(text: str, harms: list[tuple[str, float, float]]) -> str:
    """Return the text after the harms."""
    for name, start, length in harms:
        text = HARMS[name](text, start, length)
    return text
