"""The body of a Word document: each block of the minutes in its style, with its place marked by a bookmark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import zip_longest

from clerk.minutes import Block, Heading, ListItem, ListStyle, Minutes, Paragraph, Role, Run, SignOff, Table, plain
from exports.printed import cells, heading_text, sign_off_text
from exports.unbroken import unbroken
from exports.word_lists import Lists, typed_label
from exports.word_xml import comment_xml, paragraph_xml, right_to_left, run_xml, table_xml, web_address

STYLES = {
    Role.OPENING: "MinuteOpening",
    Role.STATUS: "MinuteStatus",
    Role.BODY: "BodyText",
    Role.LEAD_IN: "MinuteLeadIn",
    Role.QUOTATION: "MinuteQuotation",
    Role.DECISION_LABEL: "MinuteResolved",
    Role.DECISION: "MinuteResolution",
    Role.MOTION: "MinuteMotion",
    Role.VOTE: "MinuteVote",
    Role.ACTION: "MinuteAction",
    Role.POST_MEETING: "MinutePostMeetingNote",
}
"""The style id of each role in the house template."""

_MOST_KEPT, _BETWEEN = 2000, 60
"""Letters of a decision that are kept on one page, near half of it, with what the space below a paragraph counts for.

To keep more would leave too much of the page before it empty.
"""

FLOWS = '<w:keepNext w:val="0"/>'
"""The property of a heading that need not stand on the page of what follows, though its style says so."""

_SEPARATOR = '<w:p><w:pPr><w:pStyle w:val="Separator"/></w:pPr></w:p>'


@dataclass
class BodyWriter:
    """Writes the blocks of one document in order, and gathers what lives in other parts of the file."""

    comments_dated: datetime | None = None
    """When the officer's queries are to stand as comments, the date they bear; None prints none."""
    lists: Lists = field(default_factory=Lists)
    """The lists met so far."""
    links: dict[str, str] = field(default_factory=dict)
    """Web address to relationship id."""
    comments: list[str] = field(default_factory=list)
    """The comments met so far, as ``w:comment``."""
    _bookmarks: set[str] = field(default_factory=set)
    _section: str = "p0"
    _in_section: int = 0
    _parts: int = 0

    def write(self, minutes: Minutes) -> str:
        """Return the markup of all blocks."""
        return "".join(self._write(minutes.blocks))

    def _write(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        before: Block | None = None
        for place, (block, after) in enumerate(zip_longest(blocks, blocks[1:])):
            # Word runs two tables on end into one, and wants a paragraph last.
            if isinstance(before, Table) and isinstance(block, Table):
                yield _SEPARATOR
            parts = isinstance(block, ListItem) and block.keep_next and _runs_long(blocks, place)
            parts = parts or (isinstance(block, Heading) and is_bare(block, after))
            yield self._block(block, isinstance(before, Table), isinstance(after, SignOff), parts)
            before = block
        if isinstance(before, Table):
            yield _SEPARATOR

    def _block(self, block: Block, after_table: bool, before_sign_off: bool, parts: bool = False) -> str:
        match block:
            case Table():
                return table_xml(block.title, cells(block), block.shares, block.room, kept=int(before_sign_off))
            case Heading():
                text = heading_text(block)
                mark = self._heading_bookmark(block)
                return self._paragraph(
                    heading_style(block), (Run(text),), mark, FLOWS if parts else "", queries=block.queries
                )
            case SignOff():
                return self._paragraph("MinuteSignOff", (Run(sign_off_text(block)),), self._bookmark())
        keep = "<w:keepNext/>" if (block.keep_next and not parts) or before_sign_off else ""
        space = '<w:spacing w:before="200"/>' if after_table else ""
        if isinstance(block, Paragraph):
            return self._paragraph(STYLES[block.role], block.runs, self._bookmark(), keep, space, block.queries)
        return self._list_item(block, keep, space)

    def _list_item(self, item: ListItem, keep: str, space: str) -> str:
        mark = self.lists.mark(item)
        if mark.num:
            keep += f'<w:numPr><w:ilvl w:val="{mark.level}"/><w:numId w:val="{mark.num}"/></w:numPr>'
            runs = item.runs
        else:
            runs = (Run(f"{typed_label(item)}\t"), *item.runs)
        return self._paragraph(list_style(item), runs, self._bookmark(), keep, space, item.queries)

    def _paragraph(
        self,
        style: str,
        runs: tuple[Run, ...],
        bookmark: str,
        before: str = "",
        space: str = "",
        queries: tuple[str, ...] = (),
    ) -> str:
        rtl = right_to_left(plain(runs))
        content = bookmark.format(self._runs(runs, rtl))
        if queries and self.comments_dated:
            content = self._commented(content, queries, self.comments_dated)
        return paragraph_xml(style, content, before, ("<w:bidi/>" if rtl else "") + space)

    def _runs(self, runs: Iterable[Run], rtl: bool) -> str:
        return "".join(self._run(run, rtl) for run in runs if run.text)

    def _run(self, run: Run, rtl: bool) -> str:
        address, text = web_address(run.link) if run.link else "", unbroken(run.text)
        if not address:
            return run_xml(text, run.bold, rtl=rtl)
        relation = self.links.setdefault(address, f"rIdLink{len(self.links) + 1}")
        inner = run_xml(text, run.bold, link=True, rtl=rtl)
        return f'<w:hyperlink r:id="{relation}" w:history="1">{inner}</w:hyperlink>'

    def _commented(self, content: str, queries: tuple[str, ...], dated: datetime) -> str:
        for query in queries:
            number = len(self.comments)
            self.comments.append(comment_xml(number, query, dated))
            content = (
                f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>'
                f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
            )
        return content

    def _heading_bookmark(self, heading: Heading) -> str:
        if heading.level > 2:
            return self._bookmark()
        number = re.sub(r"[^A-Za-z0-9]+", "_", heading.number).strip("_")[:20]
        if number:
            self._section = f"m{number}"
        else:
            self._parts += 1
            self._section = f"p{self._parts}"
        self._in_section = 0
        return self._named(self._section)

    def _bookmark(self) -> str:
        self._in_section += 1
        return self._named(f"{self._section}_{self._in_section}")

    def _named(self, name: str) -> str:
        unique = name
        number = 2
        while unique in self._bookmarks:
            unique = f"{name}x{number}"
            number += 1
        self._bookmarks.add(unique)
        identity = len(self._bookmarks)
        return f'<w:bookmarkStart w:id="{identity}" w:name="{unique}"/>{{}}<w:bookmarkEnd w:id="{identity}"/>'


def _runs_long(blocks: tuple[Block, ...], place: int) -> bool:
    """Whether what is to be kept on one page, from ``place`` on, is too much for that."""
    letters = 0
    for block in blocks[place : place + _MOST_KEPT // _BETWEEN + 1]:
        if not isinstance(block, Paragraph | ListItem):
            break
        letters += len(plain(block.runs)) + _BETWEEN
        if not block.keep_next:
            break
    return letters > _MOST_KEPT


def is_bare(heading: Heading, after: Block | None) -> bool:
    """Whether a heading has nothing below it before the next, as of an item that is not minuted yet.

    To keep one such on the page of the next would keep the whole agenda together, and leave a page's end empty before
    it. A part of the agenda, which has no number, is kept with its first item all the same.
    """
    if isinstance(after, Heading):
        return heading.level >= after.level and bool(heading.number or not after.number)
    return after is None


def heading_style(heading: Heading) -> str:
    """The style id of a heading."""
    return f"Heading{min(max(heading.level, 1), 3)}"


def list_style(item: ListItem) -> str:
    """The style id of a list paragraph in the house template."""
    if item.level or item.style is ListStyle.BULLET:
        return "MinuteSubPoint"
    return "MinutePoint" if item.style is ListStyle.ROMAN else "MinuteLimb"
