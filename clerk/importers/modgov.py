"""A ModernGov page, taken apart by whichever reader, made into a record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from clerk.exempt import said_by
from clerk.importers.agenda_front import settle_front
from clerk.importers.bilingual import standing_kind
from clerk.importers.closing import take_closing
from clerk.importers.date_doubts import doubt_of
from clerk.importers.furniture import cut_of
from clerk.importers.heading import Heading, read_heading
from clerk.importers.item_numbers import Order, order_of
from clerk.importers.minutes.item_minute import minute_of
from clerk.importers.of_body import body_of
from clerk.importers.parts import Block, Page, PageItem, Section
from clerk.importers.people.listed import Listed, take_list
from clerk.importers.people.minuted import with_people
from clerk.importers.presenters import presented, split_report
from clerk.importers.reading import Doubt, Reading
from clerk.importers.titles import is_where
from clerk.language.dates import find_date
from clerk.model import Document, Entry, Item, Meeting, Record
from clerk.terms import DocumentKind, ItemKind, ItemState, MeetingState

_EXEMPT = re.compile(r"\W*(?:not for publication|exempt\b|private (?:item|report)|confidential\b)", re.IGNORECASE)


def reading_of(page: Page, reader: str) -> Reading:
    """Make the record of a page, with the doubts in the order of the file."""
    minuted = any(item.blocks(Section.MINUTES) or item.blocks(Section.DECISION) for item in page.items)
    if not minuted:
        take_closing(page)
    settle_front(page)
    listed = Listed() if minuted else take_list(page)
    if not minuted:
        _reports(page)
    heading = _heading(page)
    _doubt_empty_labels(page, minuted)
    _doubt_numbers(page)
    meeting = Meeting(
        date=heading.date,
        time=heading.time,
        venue="; ".join(page.fields.get("venue", [])),
        contact="; ".join(page.fields.get("contact", [])),
        note=_note(page, heading),
        state=MeetingState.DRAFT if minuted else MeetingState.PLANNED,
        first_minute=_first_minute(page),
    )
    kinds = kinds_of(page.items)
    items = tuple(_item(page, item, kind, minuted) for item, kind in zip(page.items, kinds, strict=True))
    body = body_of(page, heading.body, items, listed.quorum, minuted)
    doubts = tuple(sorted(page.doubts, key=lambda doubt: doubt.line or 0))
    reading = Reading(
        Record(body, meeting, items, presence=listed.people),
        doubts,
        tuple(page.noise),
        reader,
        published=True,
        source=tuple(page.source),
        begins=tuple(item.line for item in page.items),
    )
    return with_people(reading, page)


def _reports(page: Page) -> None:
    """Put whose report a title says it is under the title, and take pages alone on a line for an item's paper."""
    for item in page.items:
        if item.heading:
            continue
        item.title, report = split_report(item.title)
        blocks = [Block(report, item.line)] if report else []
        for block in item.blocks(Section.AGENDA):
            if is_where(block.text):
                item.linked = True
            if is_where(block.text) and "page" in block.text.lower():
                page.noise.append(block.text)
            else:
                blocks.append(block)
        if blocks or Section.AGENDA in item.sections:
            item.sections[Section.AGENDA] = blocks


def _heading(page: Page) -> Heading:
    """Put body, day and time together from the lines that may hold them."""
    body, day, clock, tail = "", None, None, ""
    for block in page.heading:
        read = read_heading(block.text)
        if day and read.date and read.date != day:
            page.doubt(f"The page gives two dates; this one was not taken: “{block.text}”.", block.line)
            continue
        if body and read.body.lower() not in body.lower():
            page.fields.setdefault("note", []).append(read.body)
        if read.occasion:
            page.fields.setdefault("note", []).append(read.occasion)
        if read.date and not day and (doubt := doubt_of(block.text, read.date, (line.text for line in page.source))):
            page.doubt(doubt, block.line)
        body, day, clock = body or read.body, day or read.date, clock or read.time
        if read.tail and read.tail.lower() not in tail.lower():
            tail = f"{tail}; {read.tail}".strip("; ")
            page.doubt(f"The heading says “{read.tail}”; check that the meeting goes ahead as planned.", block.line)
    if not body:
        page.doubt("The page does not name the body.")
    if not day:
        page.doubt("No date of the meeting was found.")
    return Heading(body, day, clock, tail)


def _note(page: Page, heading: Heading) -> str:
    lines = [heading.tail] if heading.tail else []
    lines += page.fields.get("note", [])
    for label, values in page.fields.items():
        if label not in ("venue", "contact", "note"):
            lines += [f"{label.capitalize()}: {value}" for value in values]
    for block in page.front:
        lines.append(block.text)
        page.doubt(f"This line was kept as a note to the meeting: “{_short(block.text)}”.", block.line)
    return "\n".join(lines)


def _doubt_empty_labels(page: Page, minuted: bool) -> None:
    labels = (Section.MINUTES, Section.DECISION)
    items = page.items
    empty = [item for item in items for label in labels if label in item.sections and not item.blocks(label)]
    if empty and not minuted:
        page.doubt("The page has labels for minutes but no text under any of them, so it was read as an agenda.")
    elif empty:
        for item in empty:
            page.doubt(f"{item.name}: a label on the page has no text under it.", item.line)


def _doubt_numbers(page: Page) -> None:
    business = [item for item in page.items if not item.heading]
    if not page.items:
        page.doubt("No items were found on the page.")
    elif len(business) > 1 and not any(item.number for item in business):
        page.doubt("The items have no numbers; they were put in the order of the page.")
        return
    before = 0
    for item in business:
        if not item.number:
            page.doubt(f"{item.name} has no number on the page.", item.line)
        main = re.match(r"\d+", item.number)
        if not main:
            continue
        number = int(main[0])
        if before and number > before + 1:
            page.doubt(f"The numbers go from {before} to {number}; items between may be missing.", item.line)
        before = max(before, number)


def _first_minute(page: Page) -> int:
    """Numbers that begin above 1, or count on within a year ("31/19", "P/142"), are minute numbers."""
    if page.first_minute is not None:
        return page.first_minute
    numbered = [item.number for item in page.items if item.number]
    first = order_of(numbered[0]) if numbered else None
    if not first or first.sub:
        return 1
    # "2019/31" counts behind the stroke, "31/19" before it.
    number = first.tail if first.tail is not None and first.main > 1900 else first.main
    if not 1 < number < 100_000:
        return 1
    # Business without a number above the first would otherwise take that number.
    above = next((at for at, item in enumerate(page.items) if item.number), 0)
    before = sum(not item.heading for item in page.items[:above])
    page.doubt(f"The numbers begin at {numbered[0]}, so that item's minute was given {number}.")
    return max(1, number - before)


def kinds_of(items: Sequence[PageItem]) -> list[ItemKind]:
    """Return the standing kind of each item; "5.1 Friday 1 May" below "5 Minutes" is minutes too, by its date."""
    kinds: list[ItemKind] = []
    parent: Order | None = None
    for item in items:
        kind = ItemKind.HEADING if item.heading else standing_kind(item.title)
        order = order_of(item.number)
        part = bool(parent and order and order.sub and (order.main, order.tail) == (parent.main, parent.tail))
        if kind is ItemKind.ORDINARY and part and find_date(item.title[:300]):
            kind = ItemKind.PREVIOUS_MINUTES
        kinds.append(kind)
        if not part:
            parent = order if kind is ItemKind.PREVIOUS_MINUTES else None
    return kinds


def _item(page: Page, item: PageItem, kind: ItemKind, minuted: bool) -> Item:
    minute = minute_of(item)
    page.doubts.extend(Doubt(message, line) for message, line in minute.doubts)
    agenda = [_agenda_line(page, item, block) for block in item.blocks(Section.AGENDA)]
    exempt = ""
    if kind not in (ItemKind.HEADING, ItemKind.EXCLUSION):
        below = (line for line in agenda[:3] if _EXEMPT.match(line))
        exempt = next(filter(None, map(said_by, (item.title, *below))), "")
    if exempt:
        page.doubt(f"{item.name}: the agenda says that it is exempt (paragraph {exempt}), so it was marked so.")
    return Item(
        title=item.title or "(title missing)",
        agenda_number=item.number,
        kind=kind,
        note="\n".join(line for line in agenda if line),
        state=ItemState.DONE if minuted else ItemState.TO_COME,
        exempt=exempt,
        documents=documents_of(item, kind, agenda),
        entries=tuple(Entry(line) for line in minute.lines),
    )


def _agenda_line(page: Page, item: PageItem, block: Block) -> str:
    cut = cut_of(block.text)
    if not cut:
        return block.text
    page.doubt(f"{item.name}: its agenda text is cut short on the page (“{cut.marker}”).", block.line)
    page.noise.append(cut.marker)
    return f"{cut.text} ...".strip()


def documents_of(item: PageItem, kind: ItemKind, agenda: Iterable[str]) -> tuple[Document, ...]:
    """Return what is put before the meeting: what the agenda says is presented, the linked paper, further papers."""
    documents = list(presented(agenda))
    if item.linked and not item.heading:
        wanted = (DocumentKind.REPORT, DocumentKind.PRESENTATION)
        place = next((at for kind_ in wanted for at, paper in enumerate(documents) if paper.kind is kind_), None)
        if place is not None:
            documents[place] = replace(documents[place], link=item.link)
        elif kind is ItemKind.PREVIOUS_MINUTES:
            documents.insert(0, Document(DocumentKind.OTHER, title=item.title, link=item.link))
        else:
            documents.insert(0, Document(DocumentKind.REPORT, link=item.link))
    return (*documents, *item.documents)


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:77] + "..."
