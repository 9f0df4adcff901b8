"""The readers there are: one file format a module, all giving a ``Reading``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from clerk.importers import (
    markdown,
    meeting_documents,
    modgov_html,
    modgov_item,
    modgov_table,
    modgov_text,
    modgov_xml,
    plain_text,
    printed,
)
from clerk.importers.own import json_file as clerk_json
from clerk.importers.own import text_file as clerk_text
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
    plain: bool = True
    """Whether it reads text without markup, line by line, so that one meeting's text has a size it never exceeds."""
    several: bool = False
    """Whether several meetings may stand in such a text, one after the other."""
    one_matter: bool = False
    """Whether such a page may tell of one matter at several meetings."""
    pasted: bool = False
    """Whether it knows its text again when that was pasted into a Word file."""


def is_html(text: str) -> bool:
    """Whether a text is a web page."""
    start = text.lstrip()
    return bool(_PAGE.search(start)) or (start.startswith("<") and bool(_MARKUP.match(start)))


READERS: tuple[Reader, ...] = (
    Reader("clerk-text", "Clerk's own text file", clerk_text.recognises, clerk_text.read, plain=False, pasted=True),
    Reader("clerk-json", "Clerk's own JSON", clerk_json.recognises, clerk_json.read, plain=False),
    Reader(
        "modgov-xml",
        "a meeting from ModernGov's web service, as XML",
        modgov_xml.looks_like,
        modgov_xml.read,
        plain=False,
    ),
    Reader(
        "meeting-documents",
        "a “Meeting documents” page",
        meeting_documents.looks_like,
        meeting_documents.read,
        plain=False,
    ),
    Reader("modgov-html", "a ModernGov page saved as HTML", is_html, modgov_html.read, plain=False, one_matter=True),
    Reader(
        "printed",
        "printed minutes with <AI1> markers",
        printed.looks_like,
        printed.read,
        several=True,
        pasted=True,
    ),
    Reader(
        "modgov-table",
        "a ModernGov page copied as a table",
        modgov_table.looks_like,
        modgov_table.read,
        pasted=True,
    ),
    Reader("markdown", "an agenda or minutes in Markdown", markdown.looks_like, markdown.read, several=True),
    Reader("modgov-item", "a ModernGov page of one item", modgov_item.looks_like, modgov_item.read, one_matter=True),
    Reader(
        "modgov-text",
        "a ModernGov page copied as text",
        modgov_text.looks_like,
        modgov_text.read,
        several=True,
        pasted=True,
    ),
    Reader("text", "a numbered agenda in plain text", plain_text.looks_like, plain_text.read, several=True),
)
"""Every reader of text, the surest first: the first that knows a text reads it."""
