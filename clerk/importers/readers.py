"""The readers there are: one file format a module, all giving a ``Reading``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from clerk.importers import clerk_json, clerk_text, modgov_html, modgov_text, plain_text
from clerk.importers.reading import Reading

_MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body|div|table|meta|nav|p|h1)\b[^>]{0,500}>", re.IGNORECASE)
_PAGE = re.compile(
    r"<(?:!doctype\s+html|html)\b|<[a-z]\w*\s[^<>]{0,200}\b(?:class|id)\s*=\s*[\"']?(?:mg|modgov)", re.IGNORECASE
)


@dataclass(frozen=True)
class Reader:
    """One way to read a text."""

    name: str
    """What ``--as`` calls it."""
    what: str
    """What files it reads, in words."""
    looks_like: Callable[[str], bool]
    """Whether a text (never empty, and cleaned) is of this sort, told from what is in it."""
    read: Callable[[str], Reading]
    """Read the text, cleaned or not. Raises ``UnreadableError`` when the text is not of this sort after all."""


def _is_html(text: str) -> bool:
    start = text.lstrip()
    return bool(_PAGE.search(start)) or (start.startswith("<") and bool(_MARKUP.match(start)))


READERS: tuple[Reader, ...] = (
    Reader("clerk-text", "Clerk's own text file", clerk_text.recognises, clerk_text.read),
    Reader("clerk-json", "Clerk's own JSON", clerk_json.recognises, clerk_json.read),
    Reader("modgov-html", "a ModernGov page saved as HTML", _is_html, modgov_html.read),
    Reader("modgov-text", "a ModernGov page copied as text", modgov_text.looks_like, modgov_text.read),
    Reader("text", "a numbered agenda in plain text", plain_text.looks_like, plain_text.read),
)
"""Every reader of text, the surest first: the first that knows a text reads it."""
