"""Which reader a file needs, told from what is in it and never from its name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from clerk.importers import web_archive, word
from clerk.importers.decoding import decode, read_bytes
from clerk.importers.readers import READERS, Reader, is_html
from clerk.importers.reading import Reading, UnreadableError
from clerk.importers.text_lines import refuse_too_large
from clerk.text import clean

WORD = "word"
"""What ``--as`` calls the reader of Word files, which are the only ones that are not text."""

_MARKUP = ("modgov-html", "modgov-xml", "meeting-documents", "clerk-json", "clerk-text")


def read_file(path: Path, wanted: str = "") -> Reading:
    """Read a meeting from a file.

    ``wanted`` names the reader to use, one of ``names``; empty for the one that knows the file. Raises UnreadableError,
    with one sentence for the officer, for anything that is not a meeting Clerk can read.
    """
    data = read_bytes(path)
    try:
        return _read(data, path.name, wanted)
    except (RecursionError, MemoryError):
        raise UnreadableError(
            f"{path.name} is nested too deeply or too large to be an agenda; it was not read."
        ) from None


def names() -> tuple[str, ...]:
    """Return the names of the readers."""
    return (*(reader.name for reader in READERS), WORD)


def read_text(text: str, name: str = "", wanted: str = "") -> Reading:
    """Read a meeting from a text; ``name`` is what to call it in an error. Raises as ``read_file``."""
    text = text.removeprefix("\ufeff")
    called = name or "The text"
    if not text.strip():
        raise UnreadableError(f"{called} is empty.")
    if wanted == WORD:
        raise UnreadableError(f"{called} is not a Word file (.docx); leave --as out, or name another reader.")
    tidy = clean(text)
    if wanted:
        return _as(_called(wanted), text, tidy, called)
    reader = _that_knows(tidy)
    if reader:
        return reader.read(text)
    if text.lstrip().startswith("<?xml"):
        raise UnreadableError(
            f"{called} is XML, but not a meeting from ModernGov's web service; save the meeting's web page instead."
        )
    raise UnreadableError(f"{called} has no items that Clerk can find; an agenda needs numbers, as in “1. Apologies”.")


def _read(data: bytes, name: str, wanted: str) -> Reading:
    if word.recognises(data):
        return _read_word(data, name, wanted)
    archived = web_archive.is_web_archive(data)
    decoded = web_archive.page_in(data) if archived else decode(data)
    reading = read_text(decoded.text, name, wanted)
    called = f"{reading.reader}, {web_archive.SAVED_AS}" if archived else reading.reader
    return replace(reading, doubts=decoded.doubts + reading.doubts, reader=called)


def _read_word(data: bytes, name: str, wanted: str) -> Reading:
    """Read a Word file; one into which a ModernGov page or Clerk's own text was pasted is read as that."""
    if wanted and wanted != WORD:
        raise UnreadableError(f"{name} is a Word file or an archive, which “{wanted}” does not read; leave --as out.")
    document = word.opened(data)
    page = word.page_of(document)
    text = word.text_of(document)
    if not wanted and not any(item.number for item in page.items):
        pasted = [reader for reader in READERS if reader.name in word.PASTED and reader.looks_like(clean(text))]
        if pasted:
            reading = pasted[0].read(text)
            return replace(reading, reader=f"{reading.reader}, in a {word.READER}")
    return word.reading_of_page(page)


def _that_knows(tidy: str) -> Reader | None:
    """Return the reader that knows a text. Raises UnreadableError for far too much of it, before looking through it."""
    for plain in (False, True):
        if plain:
            refuse_too_large(tidy)
        for reader in READERS:
            if reader.plain is plain and reader.looks_like(tidy):
                return reader
    return None


def _as(reader: Reader, text: str, tidy: str, called: str) -> Reading:
    """Read a text by the reader asked for; a text that does not fit it is refused."""
    if reader.plain:
        refuse_too_large(tidy)
    if reader.looks_like(tidy):
        return reader.read(text)
    if is_html(tidy) and reader.name not in _MARKUP:
        raise UnreadableError(f"{called} is a web page, which “{reader.name}” does not read; leave --as out.")
    reading = reader.read(text)
    if reading.published and not reading.record.items:
        raise UnreadableError(
            f"{called} has no items when read as “{reader.name}”; leave --as out, or name another reader."
        )
    return reading


def _called(name: str) -> Reader:
    return next(reader for reader in READERS if reader.name == name)
