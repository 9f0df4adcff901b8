"""A Word file made into a page of items: front page, items with their text, and what stands after them."""

from __future__ import annotations

import re

from clerk.importers.front_page import read_front
from clerk.importers.furniture import is_page_kind, section_of
from clerk.importers.lost_numbers import is_minuted
from clerk.importers.parts import PART_HEADING, Block, Page, PageItem, Section
from clerk.importers.reading import SourceLine
from clerk.importers.wordfile.blocks import Document, Paragraph
from clerk.importers.wordfile.columns import plain_columns
from clerk.importers.wordfile.flow import Flow, Line, Listed, flow_of, lines_of_rows
from clerk.importers.wordfile.rows import actions_of, link_title, rows_to_items
from clerk.importers.wordfile.starts import Start, part_of, starts_in

_AGENDA = re.compile(r"(?:\w+ ){0,4}agenda\b(?! item)", re.IGNORECASE)
_MINUTES = re.compile(
    r"\b(?:minutes|notes|record|proceedings) of (?:the|a)?\b|^(?:draft )?(?:meeting )?minutes\b", re.IGNORECASE
)
_DECIDED = re.compile(r"\b(?:RESOLVED|RECOMMENDED)\b|^(?:It was )?(?:Resolved|Agreed)\s*[:–-]")
_ASKS = re.compile(r"[\w /’'-]{2,40}:")
_BODY_LABEL = re.compile(
    r"(?:meeting title|meeting|committee|body|name of (?:body|meeting))\s*:\s*(?P<body>\S.*)", re.IGNORECASE
)
_TITLE_LEAD = re.compile(r"^(?:draft )?(?:minutes|agenda|notes)(?: (?:of|for)(?: the)?)?\b ?", re.IGNORECASE)
_CLOSED = re.compile(r"(?:the )?meeting (?:ended|closed|concluded|finished|terminated|was closed)\b", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:summary of )?actions?(?: (?:list|log|points|summary))?|signed|signature|distribution", re.IGNORECASE
)


def page_of(document: Document) -> Page:
    """Find the items of a document and put everything else where it belongs."""
    flow = flow_of(document)
    page = Page(source=[SourceLine(block.text, block.line) for block in lines_of(document)])
    starts = starts_in(flow)
    tables = _business(flow, starts)
    if tables:
        starts = {}
    first = min([*starts, *tables], default=len(flow))
    first -= bool(first and not tables and starts and _is_part(flow, first - 1, starts))
    page.noise += [*document.around, *document.hidden]
    _Builder(page, flow, starts, tables).build(first)
    for said in about(document):
        page.doubt(said)
    return page


def about(document: Document) -> list[str]:
    """What the officer should know of a file as a whole: its changes are tracked, its comments were not read."""
    said = []
    if document.changed:
        said.append("The file has tracked changes; it was read as if all of them were accepted.")
    if document.comments:
        one = document.comments == 1
        said.append(f"The file has {document.comments} comment{' that was' if one else 's that were'} not read.")
    return said


def lines_of(document: Document) -> list[Block]:
    """Return all that a document says, paragraph by paragraph and row by row."""
    found: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found.append(Block(block.shown, block.line))
        else:
            found += [line.block for line in lines_of_rows(block.rows)]
    return found


def text_of(document: Document) -> str:
    """The paragraphs as a text file, each on the line whose number it has."""
    lines: dict[int, str] = {}
    for block in lines_of(document):
        lines[block.line] = f"{lines[block.line]} | {block.text}" if block.line in lines else block.text
    return "\n".join(lines.get(at, "") for at in range(1, max(lines, default=0) + 1))


def _business(flow: list[Flow], starts: dict[int, Start]) -> dict[int, Listed]:
    """The tables whose rows are the items, by their place; none when numbered lines come first."""
    listed = {at: part for at, part in enumerate(flow) if isinstance(part, Listed)}
    tables = {at: part for at, part in listed.items() if part.columns.business or part.columns.minutes}
    if tables and (not starts or min(tables) < min(starts)):
        return tables
    if starts and any(start.number for start in starts.values()):
        return {}
    plain = {at: columns for at, part in listed.items() if (columns := plain_columns(part.table))}
    first = min(plain, default=None)
    if first is None or (starts and min(starts) < first):
        return {}
    return {first: Listed(listed[first].table, plain[first])}


def _is_part(flow: list[Flow], at: int, starts: dict[int, Start]) -> bool:
    """Whether a line right above an item is the heading of a part: "PART 2 - EXEMPT BUSINESS"."""
    line = flow[at]
    if not isinstance(line, Line) or at in starts or at + 1 not in starts or line.row or line.paragraph.label:
        return False
    text = line.text
    loud = line.paragraph.bold or line.paragraph.heading > 0 or text.isupper()
    below = isinstance(flow[at + 1], Line) and (at + 1 in starts)
    if not below or is_page_kind(text) or len(text) > 120 or text.endswith((".", ":", ";")):
        return False
    return bool(PART_HEADING.fullmatch(text)) or (loud and at > next(iter(starts)))


class _Builder:
    def __init__(self, page: Page, flow: list[Flow], starts: dict[int, Start], tables: dict[int, Listed]) -> None:
        self.page = page
        self.flow = flow
        self.starts = starts
        self.tables = tables
        self.section = Section.AGENDA
        self.told = Section.AGENDA
        self.after = False
        self.last = max(starts, default=len(flow))
        self.said: dict[int, str] = {}

    def build(self, first: int) -> None:
        """Put everything into the page."""
        front = [line for part in self.flow[:first] for line in self._above(part)]
        self.minuted = self._is_minuted(front, first)
        self.told = Section.MINUTES if self.minuted else Section.AGENDA
        read_front(self.page, self._without_label(_joined([line.block for line in front])))
        self._repeated()
        for at in range(first, len(self.flow)):
            self._part(at, self.flow[at])

    def _above(self, part: Flow) -> list[Line]:
        """What stands above the items; the headings of a list of people are none of them."""
        if isinstance(part, Line) or not part.columns.people:
            return _lines(part)
        self.page.noise += [name for name in part.columns.names if name]
        return list(lines_of_rows(part.rows))

    def _is_minuted(self, front: list[Line], first: int) -> bool:
        titles = [line.text for line in front] or [line.text for part in self.flow[:3] for line in _lines(part)]
        below = [line.text for part in self.flow[first:] for line in _lines(part)]
        tables = any(table.columns.minutes for table in self.tables.values())
        if any(_AGENDA.match(text) for text in titles):
            return tables or any(_DECIDED.search(text) for text in below)
        if tables or any(_MINUTES.search(text) for text in titles):
            return True
        return is_minuted(below) or any(_CLOSED.match(text) for text in below)

    def _without_label(self, blocks: list[Block]) -> list[Block]:
        """Take the label off the body's name."""
        bare = []
        for block in blocks:
            named = _BODY_LABEL.fullmatch(block.text)
            bare.append(Block(named["body"], block.line) if named else block)
            self.page.noise += [block.text[: named.start("body")].strip()] if named else []
        return bare

    def _repeated(self) -> None:
        """A title "Minutes of the Board" says nothing when the body is named already."""
        names = " ".join(block.text for block in self.page.heading).casefold()
        for block in list(self.page.front):
            bare = _TITLE_LEAD.sub("", block.text).casefold()
            if bare != block.text.casefold() and (bare in names or not bare):
                self.page.front.remove(block)
                self.page.noise.append(block.text)

    def _part(self, at: int, part: Flow) -> None:
        if at in self.tables:
            rows_to_items(self.page, self.tables[at], self.minuted)
            self.after = len(self.tables[at].rows) > 1
        elif isinstance(part, Listed):
            self._table(part)
        elif at in self.starts:
            self._open(self.starts[at], part)
        elif _is_part(self.flow, at, self.starts):
            self.page.items.append(PageItem("", part.text, part.line, heading=True))
        elif not self.page.items or self.page.items[-1].heading:
            self.page.front.append(part.block)
        else:
            self._line(at, part)

    def _open(self, start: Start, line: Line) -> None:
        self.page.noise += [start.label] if start.label else []
        item = PageItem(start.number, "", line.line)
        self.page.noise += item.set_title(" ".join(start.title.split()).rstrip(": "))
        link_title(item, line.paragraph.links)
        self.page.items.append(item)
        self.section, self.after = self.told, False
        for text in start.rest:
            if re.fullmatch(r"(?:pages?\s*)?\d[\d\s,–-]*", text, re.IGNORECASE):
                self.page.noise.append(text)
                item.linked = True
            else:
                item.add(Section.AGENDA, Block(" ".join(text.split()), line.line))
        if start.minute:
            item.add(self.told, Block(" ".join(start.minute.split()), line.line))
        if not item.title:
            self.page.doubt(f"Item {start.number} has no title.", line.line)

    def _line(self, at: int, line: Line) -> None:
        item, block = self.page.items[-1], line.block
        label = section_of(block.text)
        part = None if self.minuted or line.row or not item.number else part_of(line, item.number)
        if label:
            self.section = label
            item.sections.setdefault(label, [])
            self.page.noise.append(block.text)
        elif part and label is None:
            self._open(part, line)
        elif self.after or self._ends_the_business(at, line):
            self.after = True
            (self.page.noise.append(block.text) if _AFTER.fullmatch(block.text) else self.page.front.append(block))
        elif block.text and not line.text and line.paragraph.label:
            self.page.noise.append(block.text)
        else:
            item.add(self.section, block)

    def _ends_the_business(self, at: int, line: Line) -> bool:
        """Whether a heading below the last item begins something else: the list of actions, the signature."""
        if self.tables or at < self.last or not line.paragraph.heading or line.row:
            return False
        head = self.flow[self.last]
        level = head.paragraph.heading if isinstance(head, Line) else 0
        return bool(_AFTER.fullmatch(line.text.strip(" :"))) or 0 < line.paragraph.heading <= level

    def _table(self, listed: Listed) -> None:
        """A table that stands among the items: actions, people, or anything else."""
        if listed.columns.actions and self.page.items:
            self.page.noise += [name for name in listed.columns.names if name]
            for number, block in actions_of(listed):
                self._action(number, block)
            return
        for line in lines_of_rows(listed.table.rows):
            if self.after or not self.page.items or self.page.items[-1].heading:
                self.page.front.append(line.block)
            else:
                self.page.items[-1].add(self.section, line.block)

    def _action(self, number: str, block: Block) -> None:
        """An action of a summary at the end is in its item already, as a rule; else it is put there."""
        main = re.match(r"\w+", number)
        owner = next((item for item in self.page.items if main and item.number == main[0]), self.page.items[-1])
        if id(owner) not in self.said:
            self.said[id(owner)] = " ".join(_letters(line.text) for line in owner.blocks(Section.MINUTES))
        what = _letters(re.sub(r"^ACTION: (?:[^:]*: )?| by .*$", "", block.text))
        if self.after and what in self.said[id(owner)]:
            self.page.noise.append(f"{number} {block.text}".strip())
        else:
            owner.add(Section.MINUTES, block)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _lines(part: Flow) -> list[Line]:
    return [part] if isinstance(part, Line) else list(lines_of_rows(part.table.rows))


def _joined(blocks: list[Block]) -> list[Block]:
    """Put "Date:" and the day in the paragraph below it together."""
    joined: list[Block] = []
    for block in blocks:
        if joined and _ASKS.fullmatch(joined[-1].text) and not _ASKS.fullmatch(block.text):
            joined[-1] = Block(f"{joined[-1].text} {block.text}", joined[-1].line)
        else:
            joined.append(block)
    return joined
