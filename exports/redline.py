"""Two drafts as one Word file with tracked changes: accepted they give the new draft, rejected the old one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from xml.sax.saxutils import quoteattr

from clerk.minutes import Block, Heading, ListItem, Minutes, Paragraph, Run, SignOff, Table, plain
from exports.printed import cells
from exports.redline_lists import Numbering
from exports.redline_pairs import Pair, Piece, paired, pieces, runs_of
from exports.word import Properties, assembled
from exports.word_body import FLOWS, STYLES, BodyWriter, heading_style, is_bare, list_style
from exports.word_lists import typed_label
from exports.word_xml import moment, paragraph_xml, right_to_left, table_xml

_IN, _OUT = "ins", "del"
_OPENED = re.compile(r"<w:r>")
_ROW = re.compile(r"<w:tr>.*?</w:tr>", re.DOTALL)


def redline(old: Minutes, new: Minutes, properties: Properties) -> bytes:
    """Return a .docx in which every change from ``old`` to ``new`` is tracked, word by word.

    Accepting all changes gives the new draft and rejecting all the old one, with their numbers. A paragraph put in or
    taken out is tracked with its mark, a row of a table whole. The changes bear the author and the date of
    ``properties``; its title and headers are the new draft's. The same drafts always give the same bytes.
    """
    writer = _RedlineWriter(old=old, new=new, properties=properties)
    # What is exempt in the old draft stands in the file, tracked, though the new one is open.
    marked = replace(new, restricted=new.restricted or old.restricted)
    return assembled(marked, properties, writer, writer.both())


@dataclass(frozen=True)
class _Shape:
    """How a paragraph looks: its style, and the properties that stand before its text's direction."""

    style: str
    before: str


@dataclass(kw_only=True)
class _RedlineWriter(BodyWriter):
    """Writes the blocks of two drafts as one document."""

    old: Minutes
    new: Minutes
    properties: Properties
    _changes: int = 0

    def both(self) -> str:
        """Return the markup of all blocks."""
        pairs = paired(self.old.blocks, self.new.blocks)
        numbering = Numbering.of(self.old.blocks, self.new.blocks, pairs)
        self.lists.starts += numbering.starts
        parts = []
        for place, pair in enumerate(pairs):
            before = pairs[place - 1] if place else None
            if before and self._is_table(before) and self._is_table(pair):
                parts.append(self._separator(before, pair))
            parts.append(self._pair(pair, numbering))
        if pairs and self._is_table(pairs[-1]):
            parts.append(self._separator(pairs[-1], pairs[-1]))
        return "".join(parts)

    def _blocks(self, pair: Pair) -> tuple[Block | None, Block | None]:
        old = None if pair.old is None else self.old.blocks[pair.old]
        return old, None if pair.new is None else self.new.blocks[pair.new]

    def _is_table(self, pair: Pair) -> bool:
        return any(isinstance(block, Table) for block in self._blocks(pair))

    def _is_signed(self, pair: Pair) -> bool:
        """Whether the place to sign follows, in either draft."""
        places = ((self.old.blocks, pair.old), (self.new.blocks, pair.new))
        following = (blocks[at + 1 : at + 2] for blocks, at in places if at is not None)
        return any(isinstance(block, SignOff) for blocks in following for block in blocks)

    def _is_bare(self, pair: Pair) -> bool:
        """Whether it is a heading with nothing below it in either draft; so nobody is shown its looks as a change."""
        places = ((self.old.blocks, pair.old), (self.new.blocks, pair.new))
        found = [(blocks[at], next(iter(blocks[at + 1 : at + 2]), None)) for blocks, at in places if at is not None]
        return all(isinstance(block, Heading) and is_bare(block, after) for block, after in found)

    def _separator(self, one: Pair, other: Pair) -> str:
        """The paragraph Word wants between two tables, there for as long as both tables are."""
        old = one.old is not None and other.old is not None
        new = one.new is not None and other.new is not None
        # A paragraph both put in and taken out is in neither draft.
        marks = ("" if old else self._mark(_IN)) + ("" if new else self._mark(_OUT))
        return paragraph_xml("Separator", "", after=f"<w:rPr>{marks}</w:rPr>" if marks else "")

    def _pair(self, pair: Pair, numbering: Numbering) -> str:
        old, new = self._blocks(pair)
        if isinstance(old, Table) or isinstance(new, Table):
            tables = (old if isinstance(old, Table) else None, new if isinstance(new, Table) else None)
            return self._table(*tables, signed=self._is_signed(pair))
        flows = FLOWS if self._is_bare(pair) else ""
        was = None if old is None else _shape(old, flows or numbering.old.get(pair.old or 0, ""))
        now = None if new is None else _shape(new, flows or numbering.new.get(pair.new or 0, ""))
        shape = now or was
        if shape is None:
            return ""
        olds = () if old is None or isinstance(old, Table) else _runs(old)
        news = () if new is None or isinstance(new, Table) else _runs(new)
        content, rtl = self._content(olds, news, new)
        after = "<w:bidi/>" if rtl else ""
        if was is None or now is None:
            after += f"<w:rPr>{self._mark(_IN if was is None else _OUT)}</w:rPr>"
        elif was != now:
            change = self._tag("pPrChange", f'<w:pPr><w:pStyle w:val="{was.style}"/>{was.before}{after}</w:pPr>')
            after += change
        return paragraph_xml(shape.style, content, shape.before, after)

    def _content(self, old: tuple[Run, ...], new: tuple[Run, ...], block: Block | None) -> tuple[str, bool]:
        rtl = right_to_left(plain(new) or plain(old))
        content = "".join(self._piece(piece, rtl) for piece in pieces(old, new))
        if block is None:
            return content, rtl
        mark = self._heading_bookmark(block) if isinstance(block, Heading) else self._bookmark()
        return mark.format(content), rtl

    def _piece(self, piece: Piece, rtl: bool) -> str:
        written = self._runs(piece.runs, rtl)
        if piece.old and piece.new:
            return written
        return self._tracked(written, _IN if piece.new else _OUT)

    def _tracked(self, runs: str, way: str) -> str:
        """Mark each run: a change may stand in a link, but not round one."""
        if way == _OUT:
            runs = runs.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        runs = _OPENED.sub(lambda _: f"<w:{way} {self._said()}><w:r>", runs)
        return runs.replace("</w:r>", f"</w:r></w:{way}>")

    def _table(self, old: Table | None, new: Table | None, signed: bool = False) -> str:
        if old is None or new is None:
            only = old or new
            rows = [] if only is None else [(row, _OUT if new is None else _IN) for row in cells(only)]
        else:
            rows = self._rows(cells(old), cells(new))
        like = new or old
        if like is None:
            return ""
        ways = [way for _, way in rows]
        # The last row of either draft is kept with the place to sign, whichever way the changes are settled.
        last = min(max((at for at, way in enumerate(ways) if way != gone), default=0) for gone in (_IN, _OUT))
        kept = min(len(rows) - last, len(rows) - 1) if signed else 0
        written = table_xml(like.title, [row for row, _ in rows], like.shares, like.room, kept)
        each = iter(ways)
        return _ROW.sub(lambda match: self._row(match[0], next(each)), written)

    @staticmethod
    def _rows(old: list[tuple[str, ...]], new: list[tuple[str, ...]]) -> list[tuple[tuple[str, ...], str]]:
        rows: list[tuple[tuple[str, ...], str]] = []
        for kind, left, right, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind == "equal":
                rows += [(row, "") for row in new[begin:end]]
                continue
            rows += [(row, _OUT) for row in old[left:right]]
            rows += [(row, _IN) for row in new[begin:end]]
        return rows

    def _row(self, row: str, way: str) -> str:
        if not way:
            return row
        return self._tracked(row, way).replace("</w:trPr>", f"{self._mark(way)}</w:trPr>")

    def _mark(self, way: str) -> str:
        return f"<w:{way} {self._said()}/>"

    def _tag(self, name: str, content: str) -> str:
        return f"<w:{name} {self._said()}>{content}</w:{name}>"

    def _said(self) -> str:
        """Who made a change and when, with the change's own number."""
        self._changes += 1
        author = quoteattr(self.properties.author or "Clerk")
        when = f"{moment(self.properties.modified):%Y-%m-%dT%H:%M:%SZ}"
        return f'w:id="{_FIRST_CHANGE + self._changes}" w:author={author} w:date="{when}"'


_FIRST_CHANGE = 100_000
"""Bookmarks have their numbers from 1; Word wants those of changes apart from them."""


def _shape(block: Block, numbered: str) -> _Shape:
    keep = "<w:keepNext/>" if isinstance(block, Paragraph | ListItem) and block.keep_next else ""
    match block:
        case Heading():
            return _Shape(heading_style(block), numbered)
        case SignOff():
            return _Shape("MinuteSignOff", "")
        case ListItem():
            return _Shape(list_style(block), keep + numbered)
        case Paragraph():
            return _Shape(STYLES[block.role], keep)
    raise TypeError("a table has no paragraph style")


def _runs(block: Heading | Paragraph | ListItem | SignOff) -> tuple[Run, ...]:
    typed = typed_label(block) if isinstance(block, ListItem) else ""
    return (Run(f"{typed}\t"), *runs_of(block)) if typed else runs_of(block)
