"""The rows of a table in a Word agenda or minutes, as items of business and as actions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clerk.importers.furniture import is_item_furniture, section_of, without_item_tag
from clerk.importers.parts import Block, Page, PageItem, Section
from clerk.importers.plain_text import starts_of
from clerk.importers.titles import without_size
from clerk.importers.wordfile.blocks import Cell, Row
from clerk.importers.wordfile.columns import Column, Columns
from clerk.importers.wordfile.flow import Line, Listed, lines_of_paragraph
from clerk.kinds import kind_of
from clerk.model import Document
from clerk.terms import DocumentKind, ItemKind

_NUMBER = re.compile(r"(?:item\s+)?\(?(?P<number>[A-Z]{0,5}/?\d{1,4}(?:[./]\d{1,4}){0,2}[a-z]?)[.):]*", re.IGNORECASE)
_PAGES = re.compile(r"(?:pages?|pp?\.?)?\s*\d[\d\s,–-]*|(?:attached|enclosed|to follow|yes|✓|✔|x)\.?", re.IGNORECASE)
_NOTHING = re.compile(r"(?:n/?a|none|nil|no|[-–—]+)\.?", re.IGNORECASE)


def rows_to_items(page: Page, listed: Listed, minuted: bool) -> None:
    """Read every row into an item; one that only carries on belongs to the item above."""
    page.noise += [name for name in listed.columns.names if name]
    for row in listed.rows:
        _Row(page, listed.columns, minuted).read(row)


def actions_of(listed: Listed) -> Iterable[tuple[str, Block]]:
    """Each action of a list as a line of minutes, "ACTION: Kim Lee: mend the gate by Friday", behind its number."""
    for row in listed.rows:
        cells = listed.columns.under(row)
        what = _join(cell for kind, _, cell in cells if kind is Column.ACTION)
        if not what:
            what = _join(cell for kind, _, cell in cells if kind not in (Column.OWNER, Column.DUE, Column.MINUTE))
        owner = _join(cell for kind, _, cell in cells if kind is Column.OWNER)
        due = _join(cell for kind, _, cell in cells if kind is Column.DUE)
        number = _join(cell for kind, _, cell in cells if kind in (Column.NUMBER, Column.MINUTE))
        others = [
            f"{name}: {cell.text}" for kind, name, cell in cells if kind in (Column.OTHER, Column.PERSON) and cell.text
        ]
        yield number, Block(action(what, owner, due, others), _line(row))


def action(what: str, owner: str, due: str, others: Iterable[str] = ()) -> str:
    """Write an action as minutes have it."""
    text = f"ACTION: {owner}: {what}" if owner and what else f"ACTION: {owner or what}"
    if due:
        text += (
            f" ({due})"
            if re.match(r"(?:as|on|ongoing|asap|tbc|n/a|next|before|by)\b", due, re.IGNORECASE)
            else f" by {due}"
        )
    return " ".join([text, *(f"({said})" for said in others)])


def _join(cells: Iterable[Cell]) -> str:
    return " ".join(cell.text.removeprefix("•").strip() for cell in cells if cell.text).strip()


def _line(row: Row) -> int:
    return next((paragraph.line for cell in row.cells for paragraph in cell.paragraphs), 0)


class _Row:
    def __init__(self, page: Page, columns: Columns, minuted: bool) -> None:
        self._page = page
        self._columns = columns
        self._told = Section.MINUTES if minuted else Section.AGENDA
        self._owner = ""
        self._due = ""

    def read(self, row: Row) -> None:
        """Read one row."""
        cells = self._columns.under(row)
        filled = [cell for _, _, cell in cells if cell.text]
        number, title, below = self._title(cells, row)
        carries_on = not number and not title and bool(self._page.items)
        item = self._page.items[-1] if carries_on else PageItem(number, "", _line(row))
        if not carries_on:
            if not title:
                self._page.doubt(f"Item {number or '–'} has no title.", item.line)
            self._page.noise += item.set_title(title)
            link_title(item, [link for kind, _, cell in cells if kind is Column.TITLE for link in _links(cell)])
            self._page.items.append(item)
        only = len(filled) == 1 and not number and Column.NUMBER in self._columns.kinds and not below
        item.heading = not carries_on and only and kind_of(title) is ItemKind.ORDINARY
        self._below(item, below)
        self._owner = _join(cell for kind, _, cell in cells if kind is Column.OWNER)
        self._due = _join(cell for kind, _, cell in cells if kind is Column.DUE)
        self._papers(item, cells)
        used = False
        for kind, name, cell in cells:
            if cell.text:
                used = self._cell(item, kind, name, cell) or used
        if not used and (self._owner or self._due):
            item.add(Section.MINUTES, Block(action("", self._owner, self._due), _line(row)))

    def _below(self, item: PageItem, lines: list[Line]) -> None:
        """The text under a title in its cell; a ModernGov page pasted into Word has its labels there."""
        labelled = any(section_of(line.block.text) for line in lines)
        section = Section.AGENDA if labelled else self._told
        for line in lines:
            block, sized = line.block, without_size(line.block.text.removeprefix("• "))
            if label := section_of(block.text):
                section = label
                item.sections.setdefault(label, [])
                self._page.noise.append(block.text)
            elif is_item_furniture(block.text):
                self._page.noise.append(block.text)
            elif section is Section.DOCUMENTS and sized.size:
                self._page.noise.append(sized.size)
                item.documents.append(Document(DocumentKind.OTHER, title=without_item_tag(sized.text)))
            else:
                item.add(self._told if section is Section.DOCUMENTS else section, block)

    def _title(self, cells: list[tuple[Column, str, Cell]], row: Row) -> tuple[str, str, list[Line]]:
        """Number, title, and the lines below it in its cell. The number may stand before the title."""
        numbers = [cell for kind, _, cell in cells if kind is Column.NUMBER]
        titles = [cell for kind, _, cell in cells if kind is Column.TITLE]
        if len([cell for _, _, cell in cells if cell.text]) == 1 and not any(cell.text for cell in titles):
            titles = [cell for _, _, cell in cells if cell.text and not _is_number(cell.text)]
        number = _join(numbers)
        lines = [line for cell in titles for paragraph in cell.paragraphs for line in lines_of_paragraph(paragraph)]
        read = _NUMBER.fullmatch(number)
        if number and not read:
            self._page.noise.append(number)
        found, title = (read["number"] if read else number), ""
        if lines:
            first, lines = lines[0], lines[1:]
            title = " ".join(first.text.split())
            label = first.paragraph.label
            if not found and label and label.numeric:
                found = label.text.strip(" .()")
            elif not found and (typed := starts_of([first.block, Block(f"{10**3}. x", 0)]).get(0)):
                found, title = typed
            elif not found and (bare := _NUMBER.fullmatch(title)):
                found, title = bare["number"], ""
                if lines and not _is_number(lines[0].text.strip()):
                    title, lines = " ".join(lines[0].text.split()), lines[1:]
        return found, title, lines

    def _cell(self, item: PageItem, kind: Column, name: str, cell: Cell) -> bool:
        """Put one cell where it belongs; True when it used the owner and day of an action."""
        blocks = [line.block for paragraph in cell.paragraphs for line in lines_of_paragraph(paragraph)]
        blocks = [block for block in blocks if block.text]
        if kind is Column.ACTION and not _NOTHING.fullmatch(cell.text):
            for block in blocks:
                item.add(
                    Section.MINUTES, Block(action(block.text.removeprefix("• "), self._owner, self._due), block.line)
                )
            return True
        if kind in (Column.MINUTE, Column.DECISION):
            section = Section.MINUTES if kind is Column.MINUTE else Section.DECISION
            for block in blocks:
                item.add(section, block)
        elif kind in (Column.OTHER, Column.PERSON, Column.ACTION):
            for place, block in enumerate(blocks):
                item.add(
                    Section.AGENDA, Block(f"{name}: {block.text}" if name and not place else block.text, block.line)
                )
        return False

    def _papers(self, item: PageItem, cells: list[tuple[Column, str, Cell]]) -> None:
        """What is put before the meeting: the paper, and who presents it."""
        who = _join(cell for kind, _, cell in cells if kind is Column.PRESENTER)
        papers = [(name, cell) for kind, name, cell in cells if kind is Column.PAPER and cell.text]
        texts = [cell.text for _, cell in papers if not _NOTHING.fullmatch(cell.text)]
        plain = [
            text for text in texts if _PAGES.fullmatch(text) or re.fullmatch(r"(?:oral|verbal)(?: \w+)?", text, re.I)
        ]
        self._page.noise += [
            f"{name}: {cell.text}" for name, cell in papers if cell.text in plain or cell.text not in texts
        ]
        said = " ".join(texts).lower()
        if _NOTHING.fullmatch(who):
            self._page.noise.append(who)
            who = ""
        if not who and not texts:
            return
        shown = (
            DocumentKind.PRESENTATION
            if "presentation" in said
            else DocumentKind.REPORT
            if texts
            else DocumentKind.OTHER
        )
        kind = DocumentKind.VERBAL_UPDATE if re.search(r"\b(?:oral|verbal)\b", said) else shown
        link = next((address for _, cell in papers for _, address in _links(cell)), item.link)
        title = " ".join(text for text in texts if text not in plain)
        if kind is DocumentKind.REPORT and not who and not title:
            item.linked, item.link = True, link  # Only a page: the words below the title say whose report it is.
            return
        item.documents.append(Document(kind, title=title, presenter=who, link=link))
        item.linked = False


def link_title(item: PageItem, links: Iterable[tuple[str, str]]) -> None:
    """Note the paper that a title leads to."""
    link = next((address for _, address in links if address.startswith("http")), "")
    if link:
        item.linked, item.link = True, link


def _links(cell: Cell) -> Iterable[tuple[str, str]]:
    return [link for paragraph in cell.paragraphs for link in paragraph.links]


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text))
