"""Which reader a file needs, told from what is in it and never from its name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from clerk.importers.decoding import decode, read_bytes
from clerk.importers.readers import READERS, Reader
from clerk.importers.reading import Reading, UnreadableError
from clerk.text import clean


def read_file(path: Path, wanted: str = "") -> Reading:
    """Read a meeting from a file.

    ``wanted`` names the reader to use, one of ``names``; empty for the one that knows the file. Raises UnreadableError,
    with one sentence for the officer, for anything that is not a meeting Clerk can read.
    """
    decoded = decode(read_bytes(path))
    reading = read_text(decoded.text, path.name, wanted)
    return replace(reading, doubts=decoded.doubts + reading.doubts)


def names() -> tuple[str, ...]:
    """Return the names of the readers."""
    return tuple(reader.name for reader in READERS)


def read_text(text: str, name: str = "", wanted: str = "") -> Reading:
    """Read a meeting from a text; ``name`` is what to call it in an error. Raises as ``read_file``."""
    text = text.removeprefix("\ufeff")
    called = name or "The text"
    if not text.strip():
        raise UnreadableError(f"{called} is empty.")
    if wanted:
        return _called(wanted).read(text)
    tidy = clean(text)
    reader = next((reader for reader in READERS if reader.looks_like(tidy)), None)
    if reader:
        return reader.read(text)
    if text.lstrip().startswith("<?xml"):
        raise UnreadableError(f"{called} is XML, which Clerk does not read; save the meeting's web page instead.")
    raise UnreadableError(f"{called} has no items that Clerk can find; an agenda needs numbers, as in “1. Apologies”.")


def _called(name: str) -> Reader:
    return next(reader for reader in READERS if reader.name == name)
