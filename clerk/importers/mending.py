"""Quick fixes to what was read of a file, one function a fix: joining, splitting, headings, numbers and titles.

Every fix takes a ``Reading`` and gives another; none loses a word. Items are counted from 0, and the lines of an item
as ``mending_lines.lines_of`` gives them: those of its note, then those of its minute.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clerk.importers.mends.lines import CannotMend, entry_of, lines_of, note_of, replaced, text_of
from clerk.importers.parts import PageItem
from clerk.importers.presenters import presented
from clerk.importers.reading import Reading
from clerk.importers.source_places import place_of_line
from clerk.kinds import kind_of
from clerk.language.text import clean_line
from clerk.model import Document, Item
from clerk.positions import with_items
from clerk.terms import DocumentKind, ItemKind, ItemState

_FRONT_NUMBER = re.compile(
    r"(?P<word>item\s+)?(?P<number>\d{1,4}(?:[a-z](?![^\W\d_])|(?:\.\d{1,3}){1,2})?|[A-Z]{1,3}/?\d{1,4})"
    r"(?:[.):]\s*|\s+[-–—]\s*|\s+)(?P<title>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(r"(?P<before>.*?)(?P<main>\d+)(?P<part>[A-Za-z]|(?:\.\d+)*)")


def joined(reading: Reading, at: int) -> Reading:
    """Join an item to the one above: its number and title become a line there, and all else it has follows.

    Two headings become one heading. Raises ``CannotMend`` for the first item, and below a heading that is alone.
    """
    if at == 0:
        raise CannotMend("This is the first item; there is none above to join it to.")
    above, item = reading.record.items[at - 1], reading.record.items[at]
    if above.kind is ItemKind.HEADING and item.kind is ItemKind.HEADING:
        one = _together(replace(above, title=f"{above.title} {_called(item)}".strip()), item, ())
    elif above.kind is ItemKind.HEADING:
        raise CannotMend("The line above is a heading, which has no text of its own; make it business first.")
    else:
        one = _together(above, item, (_called(item),))
    items = reading.record.items
    moved = {place: place - (place > at) for place in range(1, len(items) + 1)}
    return _with(reading, (*items[: at - 1], one, *items[at + 1 :]), moved, without(reading.begins, at))


def without(begins: Sequence[int | None], at: int) -> tuple[int | None, ...]:
    """The places where items begin, without one of them."""
    return (*begins[:at], *begins[at + 1 :])


def _called(item: Item) -> str:
    return f"{item.agenda_number}. {item.title}" if item.agenda_number else item.title


def _together(above: Item, item: Item, title: Sequence[str]) -> Item:
    """Two items as one; ``title`` is the line between them, which is part of a minute if there is one above it."""
    entries = [*above.entries, *map(entry_of, title)] if above.entries else []
    lines = [] if above.entries else [*title]
    opened = [moment for moment in (above.opened, item.opened) if moment]
    return replace(
        above,
        note="\n".join(part for part in (above.note, *lines, item.note) if part),
        entries=(*entries, *item.entries),
        documents=(*above.documents, *item.documents),
        state=item.state if above.state is ItemState.TO_COME else above.state,
        opened=opened[0] if opened else None,
        closed=above.closed or item.closed,
        reason="; ".join(filter(None, (above.reason, item.reason))),
        deferred_to="; ".join(filter(None, (above.deferred_to, item.deferred_to))),
        urgent_because="; ".join(filter(None, (above.urgent_because, item.urgent_because))),
        exempt=above.exempt or item.exempt,
    )


def split(reading: Reading, at: int, line: int) -> Reading:
    """Make a line of an item's note or minute the title of an item of its own; the lines below it go with it.

    A number in front of it is its number, and what stands behind of its paper is left out as noise.
    """
    item = reading.record.items[at]
    lines = lines_of(item)
    words = text_of(lines[line]).strip()
    if not words:
        raise CannotMend("This line has no words to make a title of.")
    number, title, left = _number_and_title(words)
    row = PageItem(number, "", 0)
    left += row.set_title(clean_line(title))
    if not row.title:
        row, left = PageItem("", clean_line(words), 0), []
    above, below = lines[:line], lines[line + 1 :]
    moving = presented(text_of(each) for each in below if not each.minute)
    papers = tuple(paper for paper in item.documents if paper in moving)
    new = Item(
        row.title,
        number,
        kind_of(row.title),
        note_of(below),
        state=ItemState.DONE if item.state is ItemState.DONE else ItemState.TO_COME,
        exempt=item.exempt,
        documents=((Document(DocumentKind.REPORT), *papers) if row.linked else papers),
        entries=tuple(each.entry for each in below if each.entry),
    )
    kept = replace(
        item,
        note=note_of(above),
        entries=tuple(each.entry for each in above if each.entry),
        documents=tuple(paper for paper in item.documents if paper not in papers),
    )
    place = place_of_line(reading, at, line)
    reading = replace(reading, noise=(*reading.noise, *left))
    return inserted(replaced(reading, at, kept), at + 1, new, place)


def _number_and_title(text: str) -> tuple[str, str, list[str]]:
    """The number in front of a title, the rest, and a word such as "Item" before the number."""
    match = _FRONT_NUMBER.fullmatch(text)
    if not match or (match["number"][0].isalpha() and not match["word"] and match["number"] != match["number"].upper()):
        return "", text, []
    return match["number"], match["title"], [match["word"].strip()] if match["word"] else []


def inserted(reading: Reading, at: int, item: Item, place: int | None) -> Reading:
    """Put a new item before the one at ``at``; its title stands on line ``place`` of the file, if that is known."""
    items = reading.record.items
    moved = {position: position + (position > at) for position in range(1, len(items) + 1)}
    begins = (*reading.begins[:at], place, *reading.begins[at:]) if reading.source else reading.begins
    return _with(reading, (*items[:at], item, *items[at:]), moved, begins)


def _with(reading: Reading, items: Sequence[Item], moved: dict[int, int], begins: tuple[int | None, ...]) -> Reading:
    return replace(reading, record=with_items(reading.record, items, moved), begins=begins)


def as_heading(reading: Reading, at: int) -> Reading:
    """Make an item a section heading, which is not business. It keeps its number, in case it becomes business again."""
    item = reading.record.items[at]
    if any(entry.line.strip() for entry in item.entries):
        raise CannotMend("This item has a minute, and a heading has none; make the minute an agenda note first.")
    return replaced(reading, at, replace(item, kind=ItemKind.HEADING))


def as_business(reading: Reading, at: int) -> Reading:
    """Make a section heading an item of business."""
    item = reading.record.items[at]
    return replaced(reading, at, replace(item, kind=kind_of(item.title)))


def retitled(reading: Reading, at: int, title: str) -> Reading:
    """Give an item another title, which may make it another standing kind of business."""
    item, title = reading.record.items[at], clean_line(title)
    if not title:
        raise CannotMend("An item needs a title; drop it, or join it to the one above.")
    kind = item.kind if item.kind is ItemKind.HEADING else kind_of(title)
    return replaced(reading, at, replace(item, title=title, kind=kind))


def renumbered(reading: Reading, at: int, number: str) -> Reading:
    """Give an item another agenda number; empty for none."""
    return replaced(reading, at, replace(reading.record.items[at], agenda_number=clean_line(number).rstrip(".")))


def numbered_on(reading: Reading, at: int) -> Reading:
    """Number every item below on from the one at ``at``; parts such as 7a stay parts, of the number above them."""
    items = list(reading.record.items)
    last = _NUMBER.fullmatch(items[at].agenda_number)
    if not last:
        raise CannotMend("Give this item a number first; those below are then numbered on from it.")
    before, main = last["before"], int(last["main"])
    for place in range(at + 1, len(items)):
        item = items[place]
        if item.kind is ItemKind.HEADING:
            continue
        own = _NUMBER.fullmatch(item.agenda_number)
        part = own["part"] if own else ""
        main += not part
        items[place] = replace(item, agenda_number=f"{before}{main}{part}")
    return replace(reading, record=replace(reading.record, items=tuple(items)))
