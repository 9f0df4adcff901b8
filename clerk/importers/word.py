"""Agendas and minutes in Word files (.docx): numbered by Word or by hand, in paragraphs or in tables."""

from __future__ import annotations

from clerk.importers.modgov import reading_of
from clerk.importers.parts import Page
from clerk.importers.reading import Reading, UnreadableError
from clerk.importers.wordfile.blocks import Document, document_of
from clerk.importers.wordfile.items import about, lines_of, page_of, text_of
from clerk.importers.wordfile.package import is_zip, open_word

READER = "Word file"
"""What this reader takes a file for."""


def recognises(data: bytes) -> bool:
    """Whether a file may be a Word file, told from how it begins."""
    return is_zip(data)


def read(data: bytes) -> Reading:
    """Read a Word file. Raises UnreadableError when it is none, or has no items that can be told from its text."""
    return reading_of_page(page_of(opened(data)))


def reading_of_page(page: Page) -> Reading:
    """Make a record of what was found in a Word file. Raises UnreadableError when that is no item at all."""
    if not page.items:
        raise UnreadableError(
            "This Word file has no items that Clerk can find; give them numbers (“1. Apologies”) or heading styles."
        )
    return reading_of(page, READER)


def opened(data: bytes) -> Document:
    """Open a Word file and read its paragraphs. Raises UnreadableError as ``read``, and for one without words."""
    document = document_of(open_word(data))
    if not document.blocks:
        raise UnreadableError(
            "This Word file has no text in it; if it is a scan, type the agenda or ask for the original."
        )
    return document


__all__ = [
    "READER",
    "Document",
    "about",
    "lines_of",
    "opened",
    "page_of",
    "read",
    "reading_of_page",
    "recognises",
    "text_of",
]
