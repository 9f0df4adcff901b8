"""The ModernGov meeting page (ieListDocuments.aspx) as a browser saves it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from lxml import html

from clerk.importers import item_html
from clerk.importers.furniture import is_furniture, meeting_paper
from clerk.importers.html_blocks import blocks_of, has_class, parse_html, with_class, words_of, wrapped
from clerk.importers.html_rows import keep_stray, outside_of, read_row, rows_of
from clerk.importers.modgov import reading_of
from clerk.importers.parts import Block, Page
from clerk.importers.reading import Reading, SourceLine, UnreadableError
from clerk.importers.titles import without_size
from clerk.language.dates import find_date
from clerk.language.text import clean, clean_line

READER = "ModernGov page"
"""What this reader takes a file for."""


def read(text: str) -> Reading:
    """Read a saved page. Raises UnreadableError when it is not the page of one meeting, or of one item of it."""
    root = parse_html(clean(text))
    if root is not None and _item_table(root) is None and item_html.recognises(root):
        return item_html.read(root)
    if root is None or not _is_meeting_page(root):
        raise UnreadableError(_refusal(root))
    page = Page()
    _heading(root, page)
    _papers(root, page)
    table = _item_table(root)
    page.source = [SourceLine(block.text, block.line) for block in _everything(root)]
    content = next(with_class(root, "mgContent"), None if table is None else table.getparent())
    if content is not None:
        _front(content, table, page)
    if table is not None:
        page.noise += [words_of(caption) for caption in table.iterchildren("caption")]
        for row in rows_of(table):
            read_row(row, page)
        keep_stray(outside_of(table, ("tr", "caption", "thead", "tbody", "tfoot")), page)
    return reading_of(page, READER)


def is_other_page(text: str) -> bool:
    """Whether a web page is not ModernGov's, nor lists people. Raises UnreadableError as ``read``, if too big."""
    root = parse_html(clean(text))
    if root is None or item_html.recognises(root) or _is_meeting_page(root):
        return False
    return not _lists_people(root)


def _lists_people(root: html.HtmlElement) -> bool:
    return sum("mguserinfo" in (link.get("href") or "").lower() for link in root.iter("a")) > 1


def _refusal(root: html.HtmlElement | None) -> str:
    """Say what a page is not; one of people is told from what it lists, so that the officer knows where to take it."""
    if root is not None and _lists_people(root):
        return (
            "This page lists people and no business; “clerk people import FILE --body NAME” brings in the members, "
            "and for the agenda save the page of the meeting."
        )
    return "This HTML page is not the page of a meeting as ModernGov publishes it."


def _everything(root: html.HtmlElement) -> list[Block]:
    """All the paragraphs of the page that are the meeting's, without the site's own menus where they stand apart."""
    return blocks_of(next((node for node in root.iter("div") if node.get("id") == "modgov"), root))


def _is_meeting_page(root: html.HtmlElement) -> bool:
    """Whether there is a table of items or, for a meeting without papers, a heading with a date."""
    dated = any(find_date(words_of(node)) for node in with_class(root, "mgSubTitleTxt"))
    return _item_table(root) is not None or (dated and any(True for _ in with_class(root, "mgContent")))


def _item_table(root: html.HtmlElement) -> html.HtmlElement | None:
    for table in root.iter("table"):
        if has_class(table, "mgItemTable") or table.get("id") == "mgItemTable":
            return table
    return None


def _heading(root: html.HtmlElement, page: Page) -> None:
    for node in with_class(root, "mgMainTitleTxt"):
        page.noise.append(words_of(node))
    for node in with_class(root, "mgSubTitleTxt"):
        page.heading += blocks_of(node)
    for meta in root.iter("meta"):
        name = (meta.get("name") or "").lower()
        content = clean_line(meta.get("content") or "")
        if content and (name == "dc.date" or (name == "dc.title" and not page.heading)):
            page.heading.append(Block(content, meta.sourceline or 0))


def _papers(root: html.HtmlElement, page: Page) -> None:
    """Read the links to files of the whole meeting, above the content."""
    for entry in (entry for links in with_class(root, "mgLinks") for entry in links.iter("li")):
        text = words_of(entry).removeprefix("• ")
        if name := meeting_paper(text):
            address = next((a.get("href", "") for a in entry.iter("a")), "")
            page.add_paper(name, entry.sourceline or 0, clean_line(address) if address.startswith("http") else "")
            page.noise.append(without_size(text).size)
        elif text:
            page.noise.append(text)


def _front(content: html.HtmlElement, table: html.HtmlElement | None, page: Page) -> None:
    """Read the labelled lines above the table; what else stands there is a note or furniture."""
    for node in _outside(content, table):
        label = next(with_class(node, "mgLabel"), None)
        text = words_of(node)
        if label is not None:
            said = words_of(label)
            value = text.removeprefix(said).strip()
            if value.endswith("View directions"):
                page.noise.append("View directions")
                value = value.removesuffix("View directions").strip(" .")
            elif address := next((a.get("href") for a in node.iter("a") if a.get("href", "").startswith("http")), None):
                value = f"{value} ({clean_line(address)})"
            page.fields.setdefault(said.rstrip(": ").lower().removeprefix("proposed "), []).append(value)
        elif name := meeting_paper(text):
            page.add_paper(name, node.sourceline or 0)
            page.noise.append(without_size(text).size)
        elif has_class(node, "mgSectionTitle") or is_furniture(text):
            page.noise.append(text)
        else:
            page.front += blocks_of(node)


def _outside(content: html.HtmlElement, table: html.HtmlElement | None) -> Iterator[html.HtmlElement]:
    """Yield the outermost pieces of the content that do not hold the table, with bare text wrapped."""
    if content.text and content.text.strip():
        yield wrapped(content.text, content.sourceline)
    waiting = deque(content)
    holding = set() if table is None else set(table.iterancestors())
    while waiting:
        node = waiting.popleft()
        if node is table:
            pass
        elif node in holding:
            waiting.extendleft(reversed(node))
            if node.text and node.text.strip():
                yield wrapped(node.text, node.sourceline)
        elif isinstance(node.tag, str) and words_of(node):
            yield node
        if node.tail and node.tail.strip():
            yield wrapped(node.tail, node.sourceline)
