"""ModernGov's pages of one item, issue, decision or vote as a browser saves them (mgAi, ieIssueDetails and the like).

They say the same as a copy of their text, which ``modgov_item`` reads; the HTML shows besides which words are the
title, where the papers are, and who stands in which row of a table of votes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lxml import html

from clerk.importers.furniture import section_of, without_item_tag
from clerk.importers.html_blocks import blocks_of, has_class, with_class, words_of
from clerk.importers.item_page import Links
from clerk.importers.modgov import reading_of
from clerk.importers.modgov_item import READER, is_item_page, read_lines, told_in
from clerk.importers.parts import Block, Page
from clerk.importers.reading import Reading, SourceLine
from clerk.importers.titles import without_size
from clerk.importers.voting_page import sides_in
from clerk.language.text import clean_line

_LABELS = ("mgSubItemTitleTxt", "mgSubSubTitleTxt")
_FURNITURE = ("mgFooter", "mgHelpLine")


def recognises(root: html.HtmlElement) -> bool:
    """Whether a page without a table of items is that of one item: by its own title, or by a label of minutes."""
    if any(is_item_page(words_of(node)) for node in with_class(root, "mgMainTitleTxt")):
        return True
    labels = (words_of(node) for name in _LABELS for node in with_class(root, name))
    return any(section_of(f"{label.rstrip(': ')}:") for label in labels)


def meetings_told(root: html.HtmlElement | None) -> list[tuple[Block, date]]:
    """The meetings that a page of an issue tells of, each with its line; none for another page. Spends the page."""
    if root is None or not recognises(root) or any(has_class(table, "mgItemTable") for table in root.iter("table")):
        return []
    return told_in(list(_lines(_content(root), Page())))


def read(root: html.HtmlElement, which: int | None = None) -> Reading:
    """Read such a page; of an issue ``which`` of its meetings, counted from 0, or the newest."""
    whole = _content(root)
    page = Page(source=[SourceLine(block.text, block.line) for block in blocks_of(whole)])
    lines = list(_lines(whole, page))
    titles = frozenset(words_of(node) for node in with_class(whole, "mgSubTitleTxt"))
    read_lines(page, lines, Links(titles, _papers(whole)), which)
    return reading_of(page, READER)


def _content(root: html.HtmlElement) -> html.HtmlElement:
    return next((node for node in root.iter("div") if node.get("id") == "modgov"), root)


def _lines(whole: html.HtmlElement, page: Page) -> Iterator[Block]:
    """The paragraphs of the page; links that lead on and tables of votes are put as the reader of text takes them."""
    for table in list(whole.iter("table")):
        if sides := sides_in(table):
            page.noise += [said for head in table.iter("th") if (said := words_of(head))]
            _put(table, sides)
    for name in _LABELS:
        for node in list(with_class(whole, name)):
            if section_of(f"{words_of(node)}:"):
                _put(node, [Block(f"{words_of(node)}:", node.sourceline or 0)])
    for node in _furniture(whole):
        page.noise += [block.text for block in blocks_of(node)]
        node.clear(keep_tail=True)
    return iter(blocks_of(whole))


def _furniture(whole: html.HtmlElement) -> list[html.HtmlElement]:
    """The page's own links and small print, but for the link to the meeting, which says when it was."""
    entries = [entry for links in with_class(whole, "mgLinks") for entry in links.iter("li")]
    links = [entry for entry in entries if not words_of(entry).removeprefix("• ").lower().startswith("meeting of ")]
    return [*links, *(node for name in _FURNITURE for node in with_class(whole, name))]


def _put(node: html.HtmlElement, blocks: list[Block]) -> None:
    """Put paragraphs in the place of what is in an element."""
    line = node.sourceline
    node.clear(keep_tail=True)
    node.tag = "div"
    for block in blocks:
        paragraph = html.Element("p")
        paragraph.text = block.text
        paragraph.sourceline = block.line or line
        node.append(paragraph)


def _papers(whole: html.HtmlElement) -> dict[str, str]:
    """The addresses of papers, by the words that lead to them."""
    found: dict[str, str] = {}
    for link in whole.iter("a"):
        address = clean_line(link.get("href") or "")
        if "documents/" in address or has_class(link, "mgAiTitleLnk"):
            found.setdefault(without_item_tag(without_size(words_of(link)).text), address)
    return found
