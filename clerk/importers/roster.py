"""A body's roster from a file: a ModernGov page of members or attendance, a spreadsheet's CSV, or a plain list."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from clerk.importers.decoding import decode, read_bytes
from clerk.importers.readers import READERS
from clerk.importers.reading import UnreadableError
from clerk.importers.rosters import csv as roster_csv
from clerk.importers.rosters import html as roster_html
from clerk.importers.rosters import text as roster_text
from clerk.importers.rosters.reading import RosterReading
from clerk.text import clean

_IS_PAGE = next(reader.looks_like for reader in READERS if reader.name == "modgov-html")


def read_roster(path: Path) -> RosterReading:
    """Read the people of a body from a file.

    Raises UnreadableError, with one sentence for the officer, for a file that names nobody.
    """
    data = read_bytes(path)
    if data.startswith(b"PK\x03\x04") and b"xl/" in data:
        raise UnreadableError(f"{path.name} is an Excel workbook; save the sheet as CSV and import that.")
    decoded = decode(data)
    text = decoded.text.removeprefix("\ufeff")
    found = read_roster_text(text)
    if not found.members:
        raise UnreadableError(
            f"{path.name} names nobody that Clerk can find; put one person on a line: name, post, organisation."
        )
    return replace(found, doubts=(*decoded.doubts, *found.doubts))


def read_roster_text(text: str) -> RosterReading:
    """Read the people of a body from a text, whatever sort it is of."""
    text = clean(text)
    if _IS_PAGE(text):
        return roster_html.read(text)
    if roster_csv.looks_like(text):
        return roster_csv.read(text)
    return roster_text.read(text)
