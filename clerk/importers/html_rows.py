"""The rows of a ModernGov page's table of items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from clerk.importers.furniture import is_item_furniture, section_of, without_item_tag
from clerk.importers.html_blocks import blocks_of, has_class, words_of, wrapped
from clerk.importers.parts import Block, Page, PageItem, RecordedVote, Section
from clerk.importers.titles import without_size
from clerk.model import Document
from clerk.terms import DocumentKind
from clerk.text import clean_line

_MARKED = (
    "mgAiTitleTxt",
    "mgSubItemTitleTxt",
    "mgWordPara",
    "mgActionList",
    "mgBulletList",
    "mgTableNoBorderFullWidth",
)


def rows_of(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield the table's own rows, not those of tables inside its cells."""
    for row in table.iter("tr"):
        owner = next(row.iterancestors("table"), None)
        if owner is table:
            yield row


@dataclass
class _Row:
    item: PageItem
    section: Section = Section.AGENDA
    titled: bool = False


def read_row(row: html.HtmlElement, page: Page) -> None:
    """Read one row into an item of the page; a row of column headings is furniture."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    if not any(cell.tag == "td" for cell in cells):
        page.noise += [text for cell in cells if (text := words_of(cell))]
        return
    place = next((at for at, cell in enumerate(cells) if has_class(cell, "mgItemNumberCell")), None)
    number = "" if place is None else words_of(cells[place])
    state = _Row(PageItem(number.rstrip("."), "", row.sourceline or 0))
    for cell in cells if place is None else cells[place + 1 :]:
        _content(cell, state, page)
    for block in (block for cell in cells[:place] for block in blocks_of(cell)) if place else ():
        state.item.add(Section.AGENDA, block)
    if not state.item.title and not state.item.sections and not number:
        return
    if not state.item.title:
        page.doubt(f"Item {number or '–'} has no title.", state.item.line)
    state.item.heading = not number and not state.item.linked and not _has_business(state.item)
    page.items.append(state.item)


def _has_business(item: PageItem) -> bool:
    return bool(item.blocks(Section.MINUTES) or item.blocks(Section.DECISION) or item.documents)


def _content(cell: html.HtmlElement, state: _Row, page: Page) -> None:
    """Read an item's cell piece by piece, in order."""
    waiting = [cell]
    first = True
    while waiting:
        node = waiting.pop(0)
        if not isinstance(node.tag, str):
            continue
        if not first and _marked_piece(node, state, page):
            pass
        elif first or any(has_class(inner, name) for inner in node.iterdescendants("*") for name in _MARKED):
            _bare(node.text, node, state, page)
            waiting[:0] = [piece for child in node for piece in _with_tail(child)]
        else:
            _loose(blocks_of(node), state, page)
        first = False


def _with_tail(child: html.HtmlElement) -> list[html.HtmlElement]:
    if child.tail and child.tail.strip():
        return [child, wrapped(child.tail, child.sourceline)]
    return [child]


def _marked_piece(node: html.HtmlElement, state: _Row, page: Page) -> bool:
    """Read a piece whose class says what it is; False for any other."""
    if has_class(node, "mgAiTitleTxt") and not state.titled:
        _title(node, state, page)
    elif has_class(node, "mgSubItemTitleTxt"):
        _label(node, state, page)
    elif has_class(node, "mgWordPara"):
        for block in blocks_of(node):
            state.item.add(_text_section(state.section), block)
    elif has_class(node, "mgActionList"):
        page.noise += [block.text for block in blocks_of(node)]
    elif has_class(node, "mgBulletList") and state.section is Section.DOCUMENTS:
        _documents(node, state, page)
    elif node.tag == "table" and any("recorded vote" in words_of(caption).lower() for caption in node.iter("caption")):
        _votes(node, state, page)
    else:
        return False
    return True


def _text_section(section: Section) -> Section:
    return Section.AGENDA if section is Section.DOCUMENTS else section


def _title(node: html.HtmlElement, state: _Row, page: Page) -> None:
    papers = (a for a in node.iter("a") if has_class(a, "mgAiTitleLnk") or "documents/" in a.get("href", ""))
    link = next(papers, None)
    state.item.linked = link is not None
    page.noise += state.item.set_title(words_of(node))
    state.titled = True
    state.item.link = clean_line(link.get("href") or "") if link is not None else ""


def _label(node: html.HtmlElement, state: _Row, page: Page) -> None:
    text = words_of(node)
    section = section_of(text if text.endswith(":") else text + ":")
    if section:
        state.section = section
        state.item.sections.setdefault(section, [])
        page.noise.append(text)
    else:
        state.item.add(_text_section(state.section), Block(text, node.sourceline or 0))


def _documents(node: html.HtmlElement, state: _Row, page: Page) -> None:
    for entry in node.iter("li"):
        link = next((a for a in entry.iter("a") if a.get("href")), None)
        sized = without_size(words_of(entry).removeprefix("• "))
        page.noise += [sized.size] if sized.size else []
        title = without_item_tag(sized.text)
        if title:
            address = clean_line(link.get("href") or "") if link is not None else ""
            state.item.documents.append(Document(DocumentKind.OTHER, title=title, link=address))


def _votes(table: html.HtmlElement, state: _Row, page: Page) -> None:
    page.noise += [words_of(cell) for cell in (*table.iter("caption"), *table.iter("th")) if words_of(cell)]
    for row in table.iter("tr"):
        cells = [words_of(cell) for cell in row if cell.tag == "td"]
        if any(cells):
            title, kind, text, result = [*cells, "", "", ""][:4]
            text = " | ".join(part for part in (text, *cells[4:]) if part)
            state.item.votes.append(RecordedVote(title, kind, text, result))


def _bare(text: str | None, node: html.HtmlElement, state: _Row, page: Page) -> None:
    if text and text.strip():
        _loose([Block(" ".join(clean_line(text).split()), node.sourceline or 0)], state, page)


def _loose(blocks: list[Block], state: _Row, page: Page) -> None:
    """Text outside the marked pieces: furniture, or part of the section it stands in."""
    for block in blocks:
        if is_item_furniture(block.text):
            page.noise.append(block.text)
        else:
            state.item.add(_text_section(state.section), block)
