"""Reads Clerk's own text file, also one that was typed or changed by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from clerk.importers.own.afterwards import NAMES, of_lines
from clerk.importers.own.confirmed import taken_for_confirmed
from clerk.importers.own.doubts import Doubts
from clerk.importers.own.text_lines import (
    read_adjournment,
    read_declaration,
    read_document,
    read_movement,
    read_presence,
)
from clerk.importers.reading import Reading, UnreadableError
from clerk.kinds import house_style_of
from clerk.language.text import clean
from clerk.model import Adjournment, Body, Declaration, Entry, Item, Meeting, Movement, Presence, Record
from clerk.own_files.as_text import AGENDA_MARK, ESCAPED, FIRST_LINE, NUMBERED_TITLE
from clerk.people.room import in_order
from clerk.terms import BodyKind, ItemKind, ItemState, MeetingState

READER = "Clerk text"
"""What the officer is told the file was."""

_HEADING = re.compile(r"##(?!#)[ \t]*(?:([0-9]+)\.(?:[ \t]+|$))?(.*)$")
_RECORD = re.compile(r"Clerk record \d")
_FACT = re.compile(r"@([A-Za-z]+):(?: (.*)|(.*))$")


def recognises(text: str) -> bool:
    """Whether a text is one of Clerk's own."""
    return bool(_RECORD.match(_first_line(text)))


def read(text: str) -> Reading:
    """Read a record. Raises ``UnreadableError`` when the text is not Clerk's, or a newer Clerk's."""
    text = clean(text.removeprefix("\ufeff"))
    first = _first_line(text)
    if not first.startswith("Clerk record"):
        raise UnreadableError(f"This is not a Clerk text file: its first line is not “{FIRST_LINE}”.")
    if first != FIRST_LINE:
        raise UnreadableError(f"This file begins “{first[:40]}”; this Clerk reads “{FIRST_LINE}” only.")
    lines = text.removesuffix("\n").split("\n")
    doubts = Doubts()
    starts = [index for index, line in enumerate(lines) if _HEADING.match(line)] + [len(lines)]
    first_index = lines.index(next(line for line in lines if line.strip()))
    head = _read_head(lines[first_index + 1 : starts[0]], first_index + 2, doubts)
    found = [_read_item(lines[start:end], start + 1, doubts, last=end == len(lines)) for start, end in pairwise(starts)]
    record = taken_for_confirmed(_record(head, found, doubts), "Clerk's text does not hold", doubts)
    return Reading(record, tuple(doubts.found), reader=READER)


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.removeprefix("\ufeff").splitlines() if line.strip()), "")


@dataclass
class _Head:
    values: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    roll: list[tuple[int, Presence]] = field(default_factory=list)
    declarations: list[tuple[int, Declaration]] = field(default_factory=list)
    adjournments: list[tuple[int, Adjournment]] = field(default_factory=list)
    moved: list[tuple[int, str]] = field(default_factory=list)
    """Read when the day of the meeting is known, which may stand below."""
    since: list[tuple[int, str, str]] = field(default_factory=list)
    """What became of the minutes, read when the items are known."""

    def one(self, key: str) -> tuple[str, int | None]:
        """The only value of a key, and its line; empty when it is missing."""
        line, value = self.values.get(key, [(0, "")])[0]
        return value.strip(), line or None

    def text(self, key: str) -> str:
        """The lines given for a key, as one text."""
        return "\n".join(value for _, value in self.values.get(key, []))


_SEVERAL = ("venue", "contact", "note", "own words")
_SINGLE = ("body", "kind of body", "noun", "chair title", "quorum", "house style", "date", "time", "state")
_KEYS = (*_SEVERAL, *_SINGLE, "opened", "closed", "first minute")


def _read_head(lines: Sequence[str], start: int, doubts: Doubts) -> _Head:
    head = _Head()
    for number, line in enumerate(lines, start):
        key, colon, value = line.partition(":")
        key = " ".join(key.lower().split())
        value = value[1:] if value.startswith(" ") else value
        if not line.strip():
            continue
        if colon and key == "roll":
            head.roll.append((number, read_presence(value, number, doubts)))
        elif colon and key == "declared":
            head.declarations.append((number, read_declaration(value, number, doubts)))
        elif colon and key == "moved":
            head.moved.append((number, value))
        elif colon and key in NAMES:
            head.since.append((number, key, value))
        elif colon and key == "adjourned":
            adjournment = read_adjournment(value, number, doubts)
            head.adjournments += [(number, adjournment)] if adjournment else []
        elif not colon or key not in _KEYS:
            doubts.add(f"This line was not understood and was left out: {line.strip()}", number)
        elif key in head.values and key not in _SEVERAL:
            doubts.add(f"“{key}” is given twice; the first was taken, not {value.strip()!r}.", number)
        else:
            head.values.setdefault(key, []).append((number, value))
    return head


@dataclass
class _Found:
    item: Item
    number: int | None
    line: int


def _record(head: _Head, found: Sequence[_Found], doubts: Doubts) -> Record:
    numbered = next(
        (one.number for one in found if one.number is not None and one.item.kind is not ItemKind.HEADING), None
    )
    meeting = _meeting(head, numbered, doubts)
    items = tuple(_taken_with(one, place, len(found), doubts) for place, one in enumerate(found, 1))
    breaks = tuple(_break(adjournment, len(items), line, doubts) for line, adjournment in head.adjournments)
    meeting = replace(meeting, adjournments=breaks)
    declared = tuple(_within(declaration, len(items), line, doubts) for line, declaration in head.declarations)
    roll = tuple(_on_items(person, len(items), line, doubts) for line, person in head.roll)
    moved = _moved(head, meeting, len(items), doubts)
    since = of_lines(head.since, items, doubts)
    record = Record(_body(head, doubts), meeting, items, roll, declared, moved, since)
    for one, number in zip(found, record.minute_numbers(), strict=True):
        if one.number is not None and one.number != number:
            should = f"it is minute {number}" if number is not None else "a section heading has none"
            doubts.add(f"The file numbers “{one.item.title}” {one.number}, but {should}.", one.line)
    return record


def _body(head: _Head, doubts: Doubts) -> Body:
    name, _ = head.one("body")
    if not name:
        doubts.add("The file does not say which body met; give its name with --body.")
    body = Body(name, style=house_style_of(name))
    changes: dict[str, str] = {}
    for key, attribute in (("noun", "noun"), ("chair title", "chair_title"), ("house style", "style")):
        if key in head.values:
            changes[attribute] = head.one(key)[0]
    kind, line = head.one("kind of body")
    quorum, at = head.one("quorum")
    return replace(
        body,
        kind=doubts.choice(BodyKind.COMMITTEE, kind, "The kind of body", line) if kind else body.kind,
        noun=changes.get("noun", body.noun),
        chair_title=changes.get("chair_title", body.chair_title),
        style=changes.get("style", body.style),
        own_words=head.text("own words"),
        quorum=doubts.whole(quorum, "The quorum", at),
    )


def _meeting(head: _Head, numbered: int | None, doubts: Doubts) -> Meeting:
    state, line = head.one("state")
    day, at = head.one("date")
    if not day:
        doubts.add("The file does not say the date of the meeting.")
    first = doubts.whole(head.one("first minute")[0], "The first minute", head.one("first minute")[1])
    return Meeting(
        date=doubts.day(day, "The date", at),
        time=doubts.clock(head.one("time")[0], "The time", head.one("time")[1]),
        venue=head.text("venue"),
        contact=head.text("contact"),
        note=head.text("note"),
        state=doubts.choice(MeetingState.PLANNED, state, "The state of a meeting", line)
        if state
        else MeetingState.PLANNED,
        opened=doubts.moment(head.one("opened")[0], "The time of opening", head.one("opened")[1]),
        closed=doubts.moment(head.one("closed")[0], "The time of closing", head.one("closed")[1]),
        first_minute=first if first is not None else (numbered if numbered is not None else 1),
    )


def _on_items(person: Presence, items: int, line: int, doubts: Doubts) -> Presence:
    """Leave out of what somebody votes on the items there are not."""
    inside = tuple(sorted({position for position in person.voting.items if 1 <= position <= items}))
    if len(inside) != len(person.voting.items):
        doubts.add(f"What {person.name} votes on names an item that is not in the file.", line)
    return replace(person, voting=person.voting._replace(items=inside))


def _within(declaration: Declaration, items: int, line: int, doubts: Doubts) -> Declaration:
    """Leave out of a declaration the items there are not."""
    inside = tuple(position for position in declaration.items if 1 <= position <= items)
    made_at = declaration.made_at if 0 <= declaration.made_at <= items else 0
    if inside != declaration.items or made_at != declaration.made_at:
        doubts.add(f"The declaration of {declaration.name} names an item that is not in the file.", line)
    return replace(declaration, items=inside, made_at=made_at)


def _moved(head: _Head, meeting: Meeting, items: int, doubts: Doubts) -> tuple[Movement, ...]:
    """Who came and went, in the order of time."""
    moved = []
    for line, text in head.moved:
        movement = read_movement(text, line, doubts, meeting.date)
        if movement and not 0 <= movement.item <= items:
            doubts.add(f"The movement of {movement.name} names an item that is not in the file.", line)
            movement = replace(movement, item=0)
        moved += [movement] if movement else []
    return in_order(moved)


def _taken_with(found: _Found, position: int, items: int, doubts: Doubts) -> Item:
    """Leave out that an item was taken with one there is not, or with itself."""
    item = found.item
    if not item.taken_with or (1 <= item.taken_with <= items and item.taken_with != position):
        return item
    doubts.add(
        f"“{item.title}” is taken with item {item.taken_with}, which is not another item of the file.", found.line
    )
    return replace(item, taken_with=0)


def _break(adjournment: Adjournment, items: int, line: int, doubts: Doubts) -> Adjournment:
    """Leave out the item of a break when there is none such."""
    if 0 <= adjournment.item <= items:
        return adjournment
    doubts.add("The adjournment names an item that is not in the file.", line)
    return replace(adjournment, item=0)


def _read_item(lines: Sequence[str], start: int, doubts: Doubts, *, last: bool) -> _Found:
    match = _HEADING.match(lines[0])
    number, title = (match[1], match[2].strip()) if match else (None, lines[0])
    mark = AGENDA_MARK.match(title)
    title, agenda = (mark[1].strip(), mark[2].strip()) if mark else (title, "")
    if number is None and title.startswith("\\") and NUMBERED_TITLE.match(title):
        title = title[1:]
    item = Item(title, agenda)
    rest = 1
    while rest < len(lines) and (changed := _read_fact(item, lines[rest], start + rest, doubts)) is not None:
        item, rest = changed, rest + 1
    item = replace(item, note=item.note[1:], entries=_entries(lines[rest:], last=last))
    return _Found(item, int(number) if number and len(number) < 16 else None, start)


def _entries(lines: Sequence[str], *, last: bool) -> tuple[Entry, ...]:
    """The lines of a minute, without the empty line before them and the one after."""
    if not any(lines) and len(lines) <= 1:
        return ()
    if not lines[0].strip():
        lines = lines[1:]
    if not last and lines and not lines[-1].strip():
        lines = lines[:-1]
    return tuple(Entry(line[1:] if line.startswith("\\") and ESCAPED.match(line) else line) for line in lines)


def _read_fact(item: Item, line: str, number: int, doubts: Doubts) -> Item | None:
    match = _FACT.match(line)
    fact = _FACTS.get(match[1].lower()) if match else None
    if match and fact:
        return fact(item, match[2] if match[2] is not None else match[3], number, doubts)
    if line.startswith("@"):
        doubts.add(f"This line was not understood and was kept as text of the minute: {line}", number)
    return None


_FACTS: dict[str, Callable[[Item, str, int, Doubts], Item]] = {
    "agenda": lambda item, value, line, doubts: replace(item, agenda_number=value.strip()),
    "kind": lambda item, value, line, doubts: replace(
        item, kind=doubts.choice(ItemKind.ORDINARY, value, "The kind of an item", line)
    ),
    "state": lambda item, value, line, doubts: replace(
        item, state=doubts.choice(ItemState.TO_COME, value, "The state of an item", line)
    ),
    "opened": lambda item, value, line, doubts: replace(item, opened=doubts.moment(value, "The time", line)),
    "closed": lambda item, value, line, doubts: replace(item, closed=doubts.moment(value, "The time", line)),
    "deferred": lambda item, value, line, doubts: replace(item, deferred_to=value.strip()),
    "reason": lambda item, value, line, doubts: replace(item, reason=value.strip()),
    "urgent": lambda item, value, line, doubts: replace(item, urgent_because=value.strip()),
    "exempt": lambda item, value, line, doubts: replace(item, exempt=value.strip()),
    "with": lambda item, value, line, doubts: replace(item, taken_with=doubts.whole(value, "The item", line) or 0),
    # Each line of the note in turn; the first break goes when the item is complete.
    "note": lambda item, value, line, doubts: replace(item, note=f"{item.note}\n{value}"),
    "document": lambda item, value, line, doubts: replace(
        item, documents=(*item.documents, read_document(value, line, doubts))
    ),
}
