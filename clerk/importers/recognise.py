"""Which reader a file needs, told from what is in it and never from its name."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from clerk.importers import clerk_json, clerk_text, modgov_html, modgov_text, plain_text
from clerk.importers.decoding import decode, read_bytes
from clerk.importers.reading import Reading, UnreadableError
from clerk.text import clean

_MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body|div|table|meta|nav|p|h1)\b[^>]{0,500}>", re.IGNORECASE)
_PAGE = re.compile(
    r"<(?:!doctype\s+html|html)\b|<[a-z]\w*\s[^<>]{0,200}\b(?:class|id)\s*=\s*[\"']?(?:mg|modgov)", re.IGNORECASE
)
_RECORD = re.compile(r"Clerk record \d")


def read_file(path: Path) -> Reading:
    """Read a meeting from a file.

    Raises UnreadableError, with one sentence for the officer, for anything that is not a meeting Clerk can read.
    """
    decoded = decode(read_bytes(path))
    reading = read_text(decoded.text, path.name)
    return replace(reading, doubts=decoded.doubts + reading.doubts)


def read_text(text: str, name: str = "") -> Reading:
    """Read a meeting from a text; ``name`` is what to call it in an error. Raises UnreadableError."""
    text = text.removeprefix("\ufeff")
    start = text.lstrip()
    called = name or "The text"
    if not start:
        raise UnreadableError(f"{called} is empty.")
    if _RECORD.match(start):
        return clerk_text.read(text)
    if start.startswith("{"):
        return clerk_json.read(text)
    text = clean(text)
    if _PAGE.search(start) or (start.startswith("<") and _MARKUP.match(start)):
        return modgov_html.read(text)
    if start.startswith("<?xml"):
        raise UnreadableError(f"{called} is XML, which Clerk does not read; save the meeting's web page instead.")
    if modgov_text.looks_like(text):
        return modgov_text.read(text)
    if plain_text.looks_like(text):
        return plain_text.read(text)
    raise UnreadableError(f"{called} has no items that Clerk can find; an agenda needs numbers, as in “1. Apologies”.")
