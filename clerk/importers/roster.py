"""A body's roster from a file: a ModernGov page of members or attendance, CSV, a Word file, or a plain list."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from clerk.importers.decoding import decode, read_bytes
from clerk.importers.readers import is_html
from clerk.importers.reading import Doubt, UnreadableError
from clerk.importers.rosters import csv as roster_csv
from clerk.importers.rosters import html as roster_html
from clerk.importers.rosters import text as roster_text
from clerk.importers.rosters.reading import Found, RosterReading
from clerk.importers.wordfile.package import is_zip
from clerk.language.text import clean

_MARKS = {"\t", "|"}


def read_roster(path: Path) -> RosterReading:
    """Read the people of a body from a file.

    Raises UnreadableError, with one sentence for the officer, for a file that names nobody.
    """
    data = read_bytes(path)
    if data.startswith(b"PK\x03\x04") and b"xl/" in data:
        raise UnreadableError(f"{path.name} is an Excel workbook; save the sheet as CSV and import that.")
    if is_zip(data):
        # Loaded here: commands that read no Word file do not wait for its reader.
        from clerk.importers.rosters import word as roster_word

        found, doubts = read_roster_text(roster_word.text_of(data)), tuple[Doubt, ...]()
        found = replace(found, reader=f"{found.reader}, {roster_word.READER}")
    else:
        decoded = decode(data)
        found, doubts = read_roster_text(decoded.text.removeprefix("\ufeff")), decoded.doubts
    if not found.members:
        raise UnreadableError(
            f"{path.name} names nobody that Clerk can find; put one person on a line: name, post, organisation."
        )
    return replace(found, doubts=(*doubts, *found.doubts))


def read_roster_text(text: str) -> RosterReading:
    """Read the people of a body from a text, whatever sort it is of."""
    text = clean(text)
    if is_html(text):
        return roster_html.read(text)
    if roster_csv.looks_like(text):
        return roster_csv.read(text)
    return _with_table(text) or roster_text.read(text)


def _with_table(text: str) -> RosterReading | None:
    """Read a list with a table in it, below a line with the names of the table's columns; None when there is none."""
    lines = text.split("\n")
    at = next((at for at, line in enumerate(lines) if _MARKS & {*line} and roster_csv.looks_like(line)), None)
    if at is None or "attendance" in lines[at].casefold():
        return None
    mark = max(_MARKS, key=lines[at].count)
    end = next((end for end in range(at, len(lines)) if mark not in lines[end]), len(lines))
    above = roster_text.read("\n".join(lines[:at]))
    table = roster_csv.read("\n" * at + "\n".join(lines[at:end]))
    below = roster_text.read("\n" * end + "\n".join(lines[end:]))
    parts = (above, table, below)
    found = Found(list(above.members), [doubt for part in parts for doubt in part.doubts])
    found.noise += [*above.noise, lines[at], *table.noise, *below.noise]
    for member in (*table.members, *below.members):
        found.add(member, member.name, None)
    return found.reading(table.reader, above.body or below.body, above.day)
