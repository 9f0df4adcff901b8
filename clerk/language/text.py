r"""The one gate through which every text comes in, from keyboard, paste, file or command line.

What an officer typed is never dropped and never interpreted. A character that no document can hold (a control
character, half of a surrogate pair) is made visible as ``[U+0007]``; every way of ending a line becomes ``\n``.
"""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
"""The space at which no line breaks."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Return ``text`` as it can be stored, shown and printed; text without control characters is unchanged."""
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text)
    text = _SURROGATE_PAIR.sub(_join_pair, text)
    return _UNPRINTABLE.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)


def clean_line(text: str) -> str:
    """Return ``text`` cleaned and on one line, as for a name or a title."""
    return " ".join(clean(text).split("\n")).strip()


def spaced(text: str) -> str:
    """Return ``text`` with ordinary spaces for those at which no line breaks: they are no difference of wording."""
    return text.replace(NO_BREAK, " ")


def _join_pair(match: re.Match[str]) -> str:
    return match[0].encode("utf-16", "surrogatepass").decode("utf-16")
