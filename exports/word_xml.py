"""Word's markup for the pieces of a paragraph, as strings: text, runs, links, comments, lists and tables.

Strings, because a document of a thousand items is parsed once from one string some forty times faster than it is built
through an object for each paragraph and run.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import pairwise
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape, quoteattr

from clerk.language.text import clean, clean_line
from exports.unbroken import letters_across, unbroken, unbroken_notes

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
TEXT_WIDTH = 9026
"""Between the margins of the house template, in twentieths of a point."""

_BREAKS = re.compile(r"([\t\n])")
_BREAK = {"\t": "<w:tab/>", "\n": "<w:br/>"}
# A text node of 10,000,000 characters makes a file that most readers refuse to open again.
_LONGEST_NODE = 1_000_000


def text_xml(text: str) -> str:
    """Return the content of a run: ``w:t``, ``w:tab`` and ``w:br``."""
    text = clean(text)
    if "\t" not in text and "\n" not in text and len(text) < _LONGEST_NODE:
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return "".join(_BREAK.get(part) or _nodes(part) for part in _BREAKS.split(text) if part)


def run_xml(text: str, bold: bool = False, link: bool = False, rtl: bool = False) -> str:
    """Return one ``w:r``."""
    looks = (
        ('<w:rStyle w:val="Hyperlink"/>' if link else "")
        + ("<w:b/><w:bCs/>" if bold else "")
        + ("<w:rtl/>" if rtl else "")
    )
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{text_xml(text)}</w:r>"


def paragraph_xml(style: str, content: str, before: str = "", after: str = "") -> str:
    """Return one ``w:p``; ``before`` and ``after`` are properties that the schema wants before and after ``w:bidi``."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{before}{after}</w:pPr>{content}</w:p>'


def right_to_left(text: str) -> bool:
    """Whether a paragraph runs from the right: its first strong letter does (Unicode annex 9, P2 and P3), and most do.

    An English sentence may begin with a name in Arabic, and is none the less English.
    """
    if text.isascii():
        return False
    directions = (unicodedata.bidirectional(letter) for letter in text)
    strong = (way for way in directions if way in ("L", "R", "AL"))
    if next(strong, "L") == "L":
        return False
    rest = list(strong)
    return 2 * rest.count("L") <= len(rest) + 1


def web_address(link: str) -> str:
    """Return ``link`` as a file may hold it, or nothing when it is not a web or mail address."""
    try:
        parts = urlsplit(clean_line(link))
        if parts.scheme not in ("http", "https", "mailto") or not (parts.netloc or parts.path):
            return ""
    except ValueError:
        return ""
    if parts.scheme != "mailto" and not re.fullmatch(r"[^\s\[\]<>\"{}|\\^`%]+", parts.netloc):
        return ""
    rest = [quote(part, safe="/?&=#:;,+!$'()*@~%-._") for part in (parts.path, parts.query, parts.fragment)]
    return parts._replace(path=rest[0], query=rest[1], fragment=rest[2]).geturl()


def comment_xml(number: int, text: str, made: datetime) -> str:
    """Return one Word comment by Clerk."""
    body = paragraph_xml("CommentText", run_xml(text))
    return (
        f'<w:comment w:id="{number}" w:author="Clerk" w:date="{moment(made):%Y-%m-%dT%H:%M:%SZ}" w:initials="C">'
        f"{body}</w:comment>"
    )


def moment(when: datetime) -> datetime:
    """Return a moment as Word files write it, in universal time; one without a time zone is taken to be so already."""
    return when.astimezone(UTC) if when.tzinfo else when


def num_xml(num: int, abstract: int, level: int, start: int) -> str:
    """Return a ``w:num`` that starts one list at ``start``."""
    return (
        f'<w:num w:numId="{num}"><w:abstractNumId w:val="{abstract}"/><w:lvlOverride w:ilvl="{level}">'
        f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
    )


def table_xml(title: str, rows: list[tuple[str, ...]], shares: tuple[int, ...], room: int = 0, kept: int = 0) -> str:
    """Return a ``w:tbl``: its first row is the heading, repeats on each page, and no row breaks across pages.

    Every other row is at least ``room`` points high. The last ``kept`` of them stand on the same page as the paragraph
    that follows.
    """
    widths = _widths(shares, len(rows[0]))
    last = len(rows) - 1
    made = (_row(row, widths, room, place > last - kept) for place, row in enumerate(rows[1:], start=1))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    count = "1 row" if last == 1 else f"{last} rows"
    about = f"{clean_line(title)}: {count} under the headings {', '.join(map(clean_line, rows[0]))}."
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="MinuteTable"/><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={_attribute(title)}/><w:tblDescription w:val={_attribute(about)}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{_row(rows[0], widths, heading=True)}{''.join(made)}</w:tbl>"
    )


def _row(cells: Iterable[str], widths: list[int], room: int = 0, keep_next: bool = False, heading: bool = False) -> str:
    style, keep = "TableHeading" if heading else "TableText", "<w:keepNext/>" if keep_next else ""
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_cell(style, cell, keep, width, not at)}</w:tc>'
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    height = f'<w:trHeight w:val="{room * 20}" w:hRule="atLeast"/>' if room else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{'<w:tblHeader/>' if heading else ''}</w:trPr>{made}</w:tr>"


def _cell(style: str, text: str, keep: str, width: int, first: bool) -> str:
    if not text:
        return paragraph_xml(style, "", keep)
    rtl, room = right_to_left(text), letters_across(width)
    text = unbroken_notes(text, room) if first else unbroken(text, room)  # names stand in the first column
    return paragraph_xml(style, run_xml(text, rtl=rtl), keep, "<w:bidi/>" if rtl else "")


def _widths(shares: tuple[int, ...], columns: int) -> list[int]:
    if len(shares) != columns or min(shares) <= 0:
        shares = (1,) * columns
    whole = sum(shares)
    edges = [round(TEXT_WIDTH * sum(shares[:column]) / whole) for column in range(columns + 1)]
    return [right - left for left, right in pairwise(edges)]


def _attribute(text: str) -> str:
    return quoteattr(clean_line(text)[:2000])


def _nodes(text: str) -> str:
    chunks = (text[at : at + _LONGEST_NODE] for at in range(0, len(text), _LONGEST_NODE))
    return "".join(f'<w:t xml:space="preserve">{escape(chunk)}</w:t>' for chunk in chunks)
