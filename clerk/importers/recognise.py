"""Which reader a file needs, told from what is in it and never from its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from clerk.importers import books, modgov_html, web_archive, web_text, word
from clerk.importers.books import Meetings, each_reading
from clerk.importers.decoding import decode, read_bytes
from clerk.importers.issues import issue_in
from clerk.importers.parts import Block
from clerk.importers.readers import READERS, Reader, is_html
from clerk.importers.reading import Reading, UnreadableError
from clerk.importers.several import book_of
from clerk.importers.text_lines import refuse_too_large
from clerk.language.text import clean

WORD = "word"
"""What ``--as`` calls the reader of Word files, which are the only ones that are not text."""

_Read = TypeVar("_Read")


def read_file(path: Path, wanted: str = "") -> Reading:
    """Read a meeting from a file.

    ``wanted`` names the reader to use, one of ``names``; empty for the one that knows the file. A file of several
    meetings is read as one, with a doubt. Raises UnreadableError, with one sentence for the officer, for anything that
    is not a meeting Clerk can read.
    """
    return meetings_in(path, wanted).whole()


def meetings_in(path: Path, wanted: str = "") -> Meetings:
    """Say what meetings a file holds, to be read one by one. Raises UnreadableError as ``read_file``, now or then."""
    data, name = read_bytes(path), path.name
    if word.recognises(data):
        return _guarded(lambda: _in_word(data, name, wanted), name)
    if web_archive.is_web_archive(data):
        decoded = _guarded(lambda: web_archive.page_in(data), name)
        meetings = each_reading(meetings_in_text(decoded.text, name, wanted), _as_archive)
    else:
        decoded = decode(data)
        meetings = meetings_in_text(decoded.text, name, wanted)
    return each_reading(meetings, lambda reading: replace(reading, doubts=decoded.doubts + reading.doubts))


def meetings_in_text(text: str, name: str = "", wanted: str = "") -> Meetings:
    """Say what meetings a text holds; ``name`` is what to call it in an error. Raises as ``meetings_in``."""

    def whole() -> Reading:
        return _guarded(lambda: read_text(text, name, wanted), name or "The text")

    def part(lines: Sequence[Block]) -> Reading:
        return _guarded(lambda: read_text(books.text_of(lines, tidy), name, wanted), name or "The text")

    tidy = clean(text.removeprefix("\ufeff"))
    if not tidy.strip():
        return Meetings(whole)
    reader = _called(wanted) if wanted and wanted != WORD else _guarded(lambda: _that_knows(tidy), name or "The text")
    if not wanted and reader and reader.name == "modgov-html" and (meetings := _on_page(tidy, name)):
        return meetings
    if reader and reader.one_matter and (issue := _guarded(lambda: issue_in(tidy, whole), name or "The text")):
        return issue
    if is_html(tidy) or wanted == WORD or (reader and not reader.several):
        return Meetings(whole)
    refuse_too_large(tidy)
    lines = [Block(" ".join(line.split()), at) for at, line in enumerate(tidy.split("\n"), 1) if line.strip()]
    book = book_of(lines)
    return books.meetings_of(book, lines, whole, part) if book else Meetings(whole)


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


def _guarded(read: Callable[[], _Read], name: str) -> _Read:
    try:
        return read()
    except (RecursionError, MemoryError):
        raise UnreadableError(f"{name} is nested too deeply or too large to be an agenda; it was not read.") from None


def _as_archive(reading: Reading) -> Reading:
    return replace(reading, reader=f"{reading.reader}, {web_archive.SAVED_AS}")


def _as_page(reading: Reading) -> Reading:
    return replace(reading, reader=f"{reading.reader}, {web_text.SAVED_AS}")


def _on_page(tidy: str, name: str) -> Meetings | None:
    """The meetings of a web page that is of no sort known by its marks: those of its text; None when there are none."""
    called = name or "The text"
    if not _guarded(lambda: modgov_html.is_other_page(tidy), called):
        return None
    text = _guarded(lambda: web_text.text_of(tidy), called)
    if not text or is_html(text) or _guarded(lambda: _that_knows(text), called) is None:
        return None
    return each_reading(meetings_in_text(text, name), _as_page)


def _in_word(data: bytes, name: str, wanted: str) -> Meetings:
    if wanted and wanted != WORD:
        raise UnreadableError(f"{name} is a Word file or an archive, which “{wanted}” does not read; leave --as out.")
    document = word.opened(data)

    def whole() -> Reading:
        return _guarded(lambda: _read_word(document, wanted), name)

    def part(lines: Sequence[Block]) -> Reading:
        return _guarded(lambda: _read_word(books.document_of(lines, document), wanted), name)

    lines = word.lines_of(document)
    found = book_of(lines)
    book = books.beside_tables(lines, found, document) if found else None
    around = (*document.around, *document.hidden)
    return books.meetings_of(book, lines, whole, part, around, word.about(document)) if book else Meetings(whole)


def _read_word(document: word.Document, wanted: str) -> Reading:
    """Read a Word file; one into which a ModernGov page or Clerk's own text was pasted is read as that."""
    page = word.page_of(document)
    text = word.text_of(document)
    if not wanted and not any(item.number for item in page.items):
        pasted = [reader for reader in READERS if reader.pasted and reader.looks_like(clean(text))]
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
    if is_html(tidy) and reader.plain:
        raise UnreadableError(f"{called} is a web page, which “{reader.name}” does not read; leave --as out.")
    reading = reader.read(text)
    if reading.published and not reading.record.items:
        raise UnreadableError(
            f"{called} has no items when read as “{reader.name}”; leave --as out, or name another reader."
        )
    return reading


def _called(name: str) -> Reader:
    return next(reader for reader in READERS if reader.name == name)
