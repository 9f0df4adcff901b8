from dataclasses import replace
from datetime import date
from typing import Any

from clerk.drafting import draft
from clerk.minutes import Block, Heading, ListItem, Minutes, Paragraph, Table, plain
from clerk.model import Body, Entry, Item, Meeting, Record
from clerk.terms import BodyKind

BODY = Body("Fenmarsh Flood Partnership", BodyKind.PARTNERSHIP, noun="Partnership", chair_title="Chairman")
DAY = date(2026, 6, 12)


def minute(*lines: str, **about: Any) -> Record:
    item = Item("Banks", "7", entries=tuple(Entry(line) for line in lines))
    return replace(Record(BODY, Meeting(DAY, venue="Reed Room", first_minute=24), (item,)), **about)


def of_item(record: Record, position: int = 1) -> list[Block]:
    return [each for each in draft(record).blocks if getattr(each, "item", 0) == position]


def shown(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {f'{block.number} ' if block.number else ''}{block.text}"
        case Paragraph():
            return f"[{block.role}] {plain(block.runs)}"
        case ListItem():
            return f"{'  ' * block.level}{block.label} {plain(block.runs)}"
    return type(block).__name__


def lines_of(record: Record) -> list[str]:
    return [shown(each) for each in of_item(record)][1:]


def headings(minutes: Minutes) -> list[str]:
    return [each.text for each in minutes.blocks if isinstance(each, Heading)]


def table(minutes: Minutes, title: str) -> Table:
    [found] = [each for each in minutes.blocks if isinstance(each, Table) and each.title == title]
    return found
