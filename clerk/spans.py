"""Parts of a sentence marked as an action, ``{Ann Example>agreed to provide this}``, without changing what prints.

The braces go and the ``>`` prints as a space. A brace after a backslash is an ordinary brace, which prints without it;
braces that do not pair are ordinary too.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_SPAN = re.compile(r"\\([{}])|\{(?:([^{}>]{1,80})>)?([^{}]+)\}")


class Span(NamedTuple):
    """A marked part of a sentence."""

    owner: str
    """Who is to act; empty when the mark names nobody."""
    text: str
    """What they are to do, in the sentence's words."""
    before: str = ""
    """What the line has in front of the mark, as typed."""


def printed(text: str) -> str:
    """Return ``text`` as it prints, with the marks taken out."""
    return _SPAN.sub(_print_one, text)


def marked(text: str) -> tuple[Span, ...]:
    """Return the parts of ``text`` marked as actions, in order."""
    found = (match for match in _SPAN.finditer(text) if match[3])
    return tuple(Span((match[2] or "").strip(), match[3].strip(), text[: match.start()]) for match in found)


def escape(text: str) -> str:
    """Return ``text`` so that its braces print as they are."""
    return re.sub(r"[{}]", r"\\\g<0>", text)


def _print_one(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    return f"{match[2].rstrip()} {match[3].lstrip()}" if match[2] else match[3]
