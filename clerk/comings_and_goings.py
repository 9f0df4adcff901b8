"""Who came and went, as minutes tell it: beside the name on the list of those present, and where it happened."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, zip_longest

from clerk import dates, english
from clerk.house_style import HouseStyle, fill, load
from clerk.model import Movement, Presence, Record
from clerk.room import FOR_AN_INTEREST
from clerk.terms import MovementKind


def movement_lines(record: Record, position: int, style: HouseStyle | None = None) -> tuple[str, ...]:
    """Return the sentences that tell who came and went during an item, or between it and the next.

    ``position`` 0 gives what happened before the first item. People who did the same at one time share a sentence.
    """
    style = style or load(record.body.style)
    if not style.movements.told:
        return ()
    here = [movement for movement in record.movements if place_of(movement, record) == position]
    together = groupby(here, key=lambda each: (each.kind, each.when, each.item, each.why, _resumes(each, record)))
    return tuple(_sentence(list(group), record, style) for _, group in together)


def list_note(name: str, person: Presence, record: Record, style: HouseStyle) -> str:
    """Return ``name``, as it prints on the list, with a note when the person was there for part of the meeting only."""
    notes = tuple(_notes(person, record, style)) if style.movements.listed else ()
    return fill(style.movements.note, name=name, notes=", ".join(notes)) if notes else name


def place_of(movement: Movement, record: Record) -> int:
    """Return the position of the item in whose minute a movement is told: between items, that of the one before."""
    if 1 <= movement.item <= len(record.items):
        return movement.item
    clock = movement.when.replace(tzinfo=None)
    opened = ((item.opened.replace(tzinfo=None), place) for place, item in enumerate(record.items, 1) if item.opened)
    return max((each for each in opened if each[0] <= clock), default=(None, 0))[1]


def _sentence(group: list[Movement], record: Record, style: HouseStyle) -> str:
    phrases, first = style.movements, group[0]
    phrase = phrases.resumed_the_chair if _resumes(first, record) else phrases.sentences.get(first.kind, "")
    why = "" if _declared_there(first, record) else first.why.strip().rstrip(".;,")
    return fill(
        phrase,
        names=english.join([movement.name for movement in group]),
        time=dates.say_time(first.when),
        during=f" {phrases.during_item}" if 1 <= first.item <= len(record.items) else "",
        why=f", {why}" if why else "",
    )


def _declared_there(movement: Movement, record: Record) -> bool:
    """Whether why somebody left stands just above, in a declaration made during the same item."""
    if movement.why != FOR_AN_INTEREST:
        return False
    return any(each.name == movement.name and each.made_at == movement.item for each in record.declarations)


def _resumes(movement: Movement, record: Record) -> bool:
    """Whether somebody takes the Chair who was in it before."""
    if movement.kind is not MovementKind.TOOK_THE_CHAIR:
        return False
    before = record.movements[: record.movements.index(movement)]
    own = [each.kind for each in before if each.name == movement.name]
    opened = any(person.chair and person.name == movement.name for person in record.presence)
    return MovementKind.TOOK_THE_CHAIR in own or (opened and own[:1] != [MovementKind.ARRIVED])


def _notes(person: Presence, record: Record, style: HouseStyle) -> Iterable[str]:
    phrases = style.movements
    own = [movement for movement in record.movements if movement.name == person.name]
    goings = [movement for movement in own if movement.kind is not MovementKind.TOOK_THE_CHAIR]
    if goings and goings[0].kind is MovementKind.ARRIVED:
        yield _note(goings[0], record, style)
    presided = [movement for movement in own if movement.kind is MovementKind.TOOK_THE_CHAIR]
    if presided and not person.chair:
        yield _note(presided[0], record, style)
    for movement, following in zip_longest(goings, goings[1:]):
        if movement.kind is not MovementKind.LEFT:
            continue
        if following is None:
            yield _note(movement, record, style)
        elif following.kind is not MovementKind.LEFT and not phrases.told:
            yield fill(phrases.away, time=dates.say_time(movement.when), until=dates.say_time(following.when))


def _note(movement: Movement, record: Record, style: HouseStyle) -> str:
    numbers = record.minute_numbers()
    number = numbers[movement.item - 1] if 1 <= movement.item <= len(numbers) else None
    during = "" if number is None else f" {fill(style.movements.during_minute, number=str(number))}"
    return fill(style.movements.notes.get(movement.kind, ""), time=dates.say_time(movement.when), during=during)
