"""Paragraphs out of HTML, as a browser would break them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

from clerk import notation
from clerk.importers.parts import Block
from clerk.importers.reading import UnreadableError
from clerk.language.text import clean_line

_BREAKING = frozenset(("p", "div", "li", "tr", "ul", "ol", "table", "tbody", "thead", "caption", "br", "dt", "dd"))
_BREAKING |= {"h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article", "pre", "hr", "form", "fieldset"}
_CELLS = frozenset(("td", "th"))
_SILENT = frozenset(("script", "style", "noscript", "template"))


LONGEST_TEXT = 200_000
"""Characters in one paragraph: minutes never come near it, and matching a longer one would be slow."""
MOST_ELEMENTS = 50_000
"""Elements in a page: some ten times what a long meeting has."""


def parse_html(text: str) -> html.HtmlElement | None:
    """Parse a page however broken it is; None when there is no element in it.

    Raises UnreadableError for a page that cannot be read whole: nested so deeply that the parser stops, or far too big.
    """
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "backslashreplace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    # What stands below the deepest level is left out by the parser without a word.
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise UnreadableError("This page is nested too deeply to be read whole; copy its text instead.")
    _refuse_huge(root)
    return root


def _refuse_huge(root: html.HtmlElement) -> None:
    count = 0
    for node in root.iter():
        count += 1
        said = "" if node.tag in _SILENT else node.text or ""
        if max(len(said), len(node.tail or "")) > LONGEST_TEXT:
            raise UnreadableError("This page has a paragraph too long for a meeting's; copy only the meeting's text.")
    if count > MOST_ELEMENTS:
        raise UnreadableError(f"This page has {count:,} parts, too many for one meeting; copy only the meeting's text.")


def words_of(element: html.HtmlElement) -> str:
    """Return all the text in an element on one line."""
    return " ".join(block.text for block in blocks_of(element))


def blocks_of(element: html.HtmlElement) -> list[Block]:
    """Return the paragraphs in an element. Cells of a table row make one paragraph, with bars between them."""
    collector = _Collector(element.sourceline or 0)
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if not isinstance(node.tag, str):
            continue
        if event == "start":
            collector.start(node)
        else:
            collector.end(node, tail=node is not element)
    collector.flush()
    return collector.blocks


def wrapped(text: str, line: int | None) -> html.HtmlElement:
    """Return bare text as a paragraph of its own."""
    node = html.Element("p")
    node.text = text
    node.sourceline = line or 1
    return node


def has_class(element: html.HtmlElement, name: str) -> bool:
    """Whether an element has a class."""
    return name in (element.get("class") or "").split()


def with_class(element: html.HtmlElement, name: str) -> Iterator[html.HtmlElement]:
    """Yield the elements inside that have a class, in order."""
    return (node for node in element.iter() if isinstance(node.tag, str) and has_class(node, name))


class _Collector:
    def __init__(self, line: int) -> None:
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.line = line
        self.silent = 0
        self.rows = 0
        self.counts: list[int] = []

    def start(self, node: html.HtmlElement) -> None:
        tag = node.tag
        if tag in _SILENT:
            self.silent += 1
        if tag == "tr":
            self.flush()
            self.rows += 1
        elif tag in _CELLS:
            self._bar()
        elif tag in _BREAKING:
            self._break()
        if tag in ("ol", "ul"):
            self.counts.append(0)
        elif tag == "li" and self.counts:
            self.counts[-1] += 1
            self.pieces.append(_list_mark(node, self.counts[-1]))
        if not self.pieces:
            self.line = node.sourceline or self.line
        self._text(node.text)

    def end(self, node: html.HtmlElement, tail: bool) -> None:
        tag = node.tag
        if tag in _SILENT:
            self.silent -= 1
        if tag == "tr":
            self.rows -= 1
            self.flush()
        elif tag in _BREAKING:
            self._break()
        if tag in ("ol", "ul") and self.counts:
            self.counts.pop()
        if tail:
            self._text(node.tail)

    def flush(self) -> None:
        text = " ".join(clean_line("".join(self.pieces)).split()).strip()
        self.pieces.clear()
        text = text.removesuffix(" |").removeprefix("| ").strip()
        if text not in ("", "|", "•"):
            self.blocks.append(Block(text, self.line))

    def _text(self, text: str | None) -> None:
        if text and not self.silent:
            self.pieces.append(text)

    def _break(self) -> None:
        if self.rows:
            self.pieces.append(" ")
        else:
            self.flush()

    def _bar(self) -> None:
        if self.rows and any(piece.strip() for piece in self.pieces):
            self.pieces.append(" | ")


def _list_mark(item: html.HtmlElement, number: int) -> str:
    """The mark a browser draws before a list item, which copied text would hold."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "• "
    start = parent.get("start", "1")
    number += int(start) - 1 if start.isascii() and start.isdecimal() and len(start) < 5 else 0
    style = parent.get("type", "1")
    if style in ("a", "A"):
        return f"({notation.letter(max(number, 1))}) "
    return f"({notation.roman(max(number, 1))}) " if style in ("i", "I") else f"{number}. "
