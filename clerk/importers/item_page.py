"""What stands under the title on the page of one item, put into its sections."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from clerk.importers.furniture import is_item_furniture, section_of, without_item_tag
from clerk.importers.parts import Block, Page, PageItem, Section
from clerk.importers.presenters import is_presenter_line
from clerk.importers.run_together import paragraphs_of
from clerk.importers.titles import without_size
from clerk.model import Document
from clerk.terms import DocumentKind

_LETTER_BULLET = re.compile(r"^o\s+(?=[A-Z])")
_GOES_ON = re.compile(r"[a-z]{2,}|a\s+[a-z]{2,}")
_ENDS = re.compile(r"[.:;?!…]['”\"’)\]]*$")
_BULLET = re.compile(r"^[•·]\s+")
_AGENDA = re.compile(r"\(?To\s+[a-z]|Report(?:\s+of|\s+by|\s+from|:)|Purpose:|\(?Members\s+are\b|Please\b|That\b")
_TOLD = (Section.MINUTES, Section.DECISION)


class Links(NamedTuple):
    """What a page saved as HTML shows of its words that a copy of them does not."""

    titles: frozenset[str]
    """The words that are its title."""
    papers: Mapping[str, str]
    """The addresses of papers, by the words that lead to them, without the size of the file."""


NO_LINKS = Links(frozenset(), {})
"""Of a page copied as text."""


@dataclass(frozen=True)
class Part:
    """The lines below an item's title."""

    lines: Sequence[Block]
    """In order."""
    voting: bool = False
    """Whether they record a vote, which happened at the meeting."""
    links: Links = NO_LINKS
    """What the page shows of its words."""


def fill(page: Page, item: PageItem, part: Part) -> None:
    """Put the lines under the labels they stand below; without labels, tell the agenda's words from the minutes."""
    lines = list(part.lines) if part.links.titles else _unwrapped(part.lines)
    labelled = any(section_of(_BULLET.sub("", line.text)) in _TOLD for line in lines)
    agenda = 0 if part.voting else len(lines) if labelled else _agenda_lines(lines)
    section = Section.AGENDA
    for at, line in enumerate(lines):
        text = _BULLET.sub("", line.text)
        label = section_of(text)
        if label:
            section = label
            item.sections.setdefault(label, [])
            page.noise.append(line.text)
        elif is_item_furniture(line.text):
            page.noise.append(line.text)
        elif section is Section.DOCUMENTS:
            _document(page, item, line, part.links)
        elif section is Section.AGENDA:
            _told(item, line, Section.AGENDA if at < agenda else Section.MINUTES)
        else:
            _told(item, line, section)
    if not labelled and 0 < agenda < len(lines) and item.blocks(Section.MINUTES):
        page.doubt("The page does not mark where the minutes begin; they were taken to begin here.", lines[agenda].line)


def _unwrapped(lines: Sequence[Block]) -> list[Block]:
    """Join the lines of a paragraph that was copied as it was broken on the screen: they go on in small letters."""
    found: list[Block] = []
    above = 0
    for line in lines:
        last = found[-1].text if found else ""
        if above == line.line - 1 and len(last) > 50 and not _ENDS.search(last) and _GOES_ON.match(line.text):
            found[-1] = Block(f"{last} {line.text}", found[-1].line)
        else:
            found.append(Block(_LETTER_BULLET.sub("• ", line.text), line.line))
        above = line.line
    return found


def _told(item: PageItem, line: Block, section: Section) -> None:
    paragraphs = paragraphs_of(line.text) if section in _TOLD else [line.text]
    for paragraph in paragraphs:
        item.add(section, Block(paragraph, line.line))


def _document(page: Page, item: PageItem, line: Block, links: Links) -> None:
    sized = without_size(_BULLET.sub("", line.text))
    title = without_item_tag(sized.text)
    if (sized.size and title) or title in links.papers:
        page.noise += [sized.size] if sized.size else []
        item.documents.append(Document(DocumentKind.OTHER, title=title, link=links.papers.get(title, "")))
    else:
        item.add(Section.AGENDA, line)
        page.doubt("This line under “Supporting documents” has no file; it was kept as text.", line.line)


def _agenda_lines(lines: Sequence[Block]) -> int:
    """How many lines at the top read as the agenda's words, on a page that has lost its labels.

    A motion that opens "That ..." is the agenda's only when minutes follow it after a gap: else it is a resolution
    that has lost the word.
    """
    count = 0
    for line in lines:
        if section_of(line.text) or not (_AGENDA.match(line.text) or is_presenter_line(line.text)):
            break
        count += 1
    if count and lines[count - 1].text.startswith("That "):
        gap = count < len(lines) and lines[count].line > lines[count - 1].line + 1 and count == 1
        return count if gap else next((at for at in range(count) if lines[at].text.startswith("That ")), count)
    return count
