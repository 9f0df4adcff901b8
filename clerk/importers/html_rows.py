"""The rows of a ModernGov page's table of items."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import html

from clerk.importers.furniture import is_item_furniture, section_of, without_item_tag
from clerk.importers.html_blocks import blocks_of, has_class, words_of, wrapped
from clerk.importers.item_numbers import number_of
from clerk.importers.parts import Block, Page, PageItem, RecordedVote, Section
from clerk.importers.titles import without_size
from clerk.language.text import clean_line
from clerk.model import Document
from clerk.terms import DocumentKind

_LONGEST_NUMBER = 20
"""Characters in a cell of numbers; more is a damaged page's."""
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
    stray = list(outside_of(row, ("td", "th")))
    if not any(cell.tag == "td" for cell in cells):
        page.noise += [text for cell in cells if (text := words_of(cell))]
        keep_stray(stray, page)
        return
    place = next((at for at, cell in enumerate(cells) if has_class(cell, "mgItemNumberCell")), None)
    number = "" if place is None else words_of(cells[place])
    state = _Row(PageItem(number.rstrip("."), "", row.sourceline or 0))
    if place is not None and len(number) > _LONGEST_NUMBER:
        number = _run_together(cells[place], state, page)
    for cell in cells if place is None else cells[place + 1 :]:
        _content(cell, state, page)
    for block in (block for cell in cells[:place] for block in blocks_of(cell)) if place else ():
        state.item.add(Section.AGENDA, block)
    if not state.item.title and not state.item.sections and not number:
        keep_stray(stray, page)
        return
    if not state.item.title:
        page.doubt(f"Item {number or '–'} has no title.", state.item.line)
    state.item.heading = not number and not state.item.linked and not _has_business(state.item)
    page.items.append(state.item)
    keep_stray(stray, page)


def outside_of(element: html.HtmlElement, tags: tuple[str, ...]) -> Iterator[Block]:
    """Yield what stands in a table or row outside the parts it should have, as on a page whose tags are damaged."""
    if element.text and element.text.strip():
        yield Block(" ".join(clean_line(element.text).split()), element.sourceline or 0)
    for child in element:
        if isinstance(child.tag, str) and child.tag in ("thead", "tbody", "tfoot"):
            yield from outside_of(child, tags)
        elif isinstance(child.tag, str) and child.tag not in tags:
            yield from blocks_of(child)
        if child.tail and child.tail.strip():
            yield Block(" ".join(clean_line(child.tail).split()), child.sourceline or 0)


def keep_stray(blocks: Iterable[Block], page: Page) -> None:
    """Keep what stands in no cell with the item before it, or above the items when there is none."""
    for block in blocks:
        if not page.items:
            page.front.append(block)
            continue
        page.items[-1].add(Section.AGENDA, block)
        page.doubt(
            f"This line stands outside the table's cells; it was kept as text of {page.items[-1].name}.", block.line
        )


def _run_together(cell: html.HtmlElement, state: _Row, page: Page) -> str:
    """Read a cell where a damaged page has number, title and text in one; return the number."""
    first, *rest = blocks_of(cell)
    number, _, title = first.text.partition(" ")
    if number_of(number) is None:
        number, title = "", first.text
    state.item.number = number.rstrip(".")
    if not title and rest:
        title = rest.pop(0).text
    page.noise += state.item.set_title(title)
    state.titled = True
    for block in rest:
        state.item.add(Section.AGENDA, block)
    page.doubt(f"{state.item.name}: number, title and text run together on the page; check which is which.", first.line)
    return number


def _has_business(item: PageItem) -> bool:
    return bool(item.blocks(Section.MINUTES) or item.blocks(Section.DECISION) or item.documents)


def _content(cell: html.HtmlElement, state: _Row, page: Page) -> None:
    """Read an item's cell piece by piece, in order."""
    waiting = deque([cell])
    holding = _holding(cell)
    first = True
    while waiting:
        node = waiting.popleft()
        if not isinstance(node.tag, str):
            continue
        if not first and _marked_piece(node, state, page):
            pass
        elif first or node in holding:
            _bare(node.text, node, state, page)
            waiting.extendleft(reversed([piece for child in node for piece in _with_tail(child)]))
        else:
            _loose(blocks_of(node), state, page)
        first = False


def _holding(cell: html.HtmlElement) -> set[html.HtmlElement]:
    """The elements of a cell that hold a marked piece, found by going up from each piece."""
    holding: set[html.HtmlElement] = set()
    for node in cell.iterdescendants("*"):
        if any(has_class(node, name) for name in _MARKED):
            for outer in node.iterancestors():
                if outer is cell or outer in holding:
                    break
                holding.add(outer)
    return holding


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
    read = [words_of(cell) for cell in (*table.iter("caption"), *table.iter("th"))]
    page.noise += [text for text in read if text]
    for row in table.iter("tr"):
        cells = [words_of(cell) for cell in row if cell.tag == "td"]
        read += cells
        if any(cells):
            title, kind, text, result = [*cells, "", "", ""][:4]
            text = " | ".join(part for part in (text, *cells[4:]) if part)
            state.item.votes.append(RecordedVote(title, kind, text, result))
    whole = "\n".join(read)
    if any(" ".join(clean_line(text).split()) not in whole for text in table.itertext()):
        state.item.add(_text_section(state.section), Block(words_of(table), table.sourceline or 0))
        page.doubt(f"{state.item.name}: its table of recorded votes is damaged; its words were kept.", table.sourceline)


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
