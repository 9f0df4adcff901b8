"""The text of a web page that is no ModernGov page: minutes saved from Word or from a parish's own site, as HTML.

A paragraph of the page is a line of the text, so that the readers of text read it and a book of minutes is parted into
its meetings. Lines are counted as paragraphs of the page.
"""

from __future__ import annotations

import re
from collections import Counter

from lxml import html

from clerk.importers.html_blocks import blocks_of, parse_html, words_of
from clerk.language.text import clean

SAVED_AS = "on a web page"
"""How a text on such a page is told of."""

_NUMBER = re.compile(r"\(?(?:\d{1,4}(?:\.\d{1,3})*[a-z]?|\d{1,4}/\d{2,4}|[a-z])[.)]?")
_NUMBER_CELL = re.compile(r"^(?P<number>\d{1,4}(?:\.\d{1,3})*[a-z]?|\d{1,4}/\d{2,4})\.?\s\|\s(?=\S)")
_COLUMNS = re.compile(r"(?:note\s*\|?\s*)?no\.?\s*\|?\s*item", re.IGNORECASE)
_SOFT = re.compile("\N{SOFT HYPHEN}")


def text_of(page: str) -> str:
    """Return the words of a page, a paragraph a line; empty for a page without any.

    Raises UnreadableError for a page that cannot be read whole.
    """
    root = parse_html(clean(page))
    if root is None:
        return ""
    body = next(root.iter("body"), root)
    for table in reversed(list(body.iter("table"))):
        _open(table)
    lines = [_SOFT.sub("", block.text) for block in blocks_of(body)]
    if not any(_COLUMNS.match(line) for line in lines):
        # A table of business has its numbers in a column of their own.
        lines = [_NUMBER_CELL.sub(r"\g<number>. ", line) for line in lines]
    return "\n".join(lines)


def _open(table: html.HtmlElement) -> None:
    """Let a table that holds paragraphs in its cells be those, one below the other, a number before what it numbers.

    A row of which each cell is one line stays a line with bars between the cells.
    """
    rows = [
        [[block.text for block in blocks_of(cell)] for cell in row if cell.tag in ("td", "th")]
        for row in table.iter("tr")
    ]
    if not any(len(cell) > 1 for row in rows for cell in row):
        return
    texts = [text for row in rows for text in _paragraphs(row)]
    if _words(" ".join(texts)) != _words(words_of(table)):
        return  # Something stands between the rows, as it does in broken pages.
    tail, line = table.tail, table.sourceline
    table.clear()
    table.tag, table.tail = "div", tail
    for text in texts:
        paragraph = html.Element("p")
        paragraph.text, paragraph.sourceline = text, line
        table.append(paragraph)


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def _paragraphs(row: list[list[str]]) -> list[str]:
    cells = [cell for cell in row if cell]
    if all(len(cell) == 1 for cell in cells):
        return [" | ".join(cell[0] for cell in cells)] if cells else []
    numbered = len(cells) > 1 and len(cells[0]) == 1 and _NUMBER.fullmatch(cells[0][0])
    if numbered:
        number = cells[0][0] if cells[0][0][-1] in ".)" else f"{cells[0][0]}."
        cells = [[f"{number} {cells[1][0]}", *cells[1][1:]], *cells[2:]]
    return [text for cell in cells for text in cell]
