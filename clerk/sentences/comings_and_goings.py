"""Who came and went, as minutes tell it: beside the name on the list of those present, and where it happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, zip_longest

from clerk.house_style import HouseStyle, fill, style_of
from clerk.language import dates, english
from clerk.language.dates import on_the_wall
from clerk.model import Declaration, Movement, Presence, Record
from clerk.people.room import FOR_AN_INTEREST, declared_in
from clerk.sentences.business import adjournment_lines
from clerk.sentences.interests import interest_in_short
from clerk.sentences.placing import place_of_moment
from clerk.sentences.presiding import stretches, when_presiding
from clerk.sentences.told import tells_declaration
from clerk.sentences.told_movements import own_words, tells_movement
from clerk.terms import ItemKind, MovementKind, Outcome


@dataclass(frozen=True)
class Told:
    """A sentence that tells what happened during an item."""

    sentence: str
    """As it prints."""
    when: datetime
    """At what time it happened."""
    place: int | None = None
    """How many lines of the item's text it comes after; None when that is not known, for all of them."""


def movement_lines(record: Record, position: int, style: HouseStyle | None = None) -> tuple[str, ...]:
    """Return the sentences that tell who came and went during an item, or between it and the next.

    ``position`` 0 gives what happened before the first item. People who did the same at one time share a sentence. What
    the item's own words tell is left out.
    """
    return tuple(told.sentence for told in movements_told(record, position, style))


def movements_told(record: Record, position: int, style: HouseStyle | None = None) -> tuple[Told, ...]:
    """Return those sentences with where in the item's text each belongs."""
    style = style or style_of(record.body)
    if not style.movements.told:
        return ()
    said = own_words(record, position)
    all_here = [movement for movement in record.movements if place_of(movement, record) == position]
    here = [movement for movement in all_here if not tells_movement(record, movement, said)]
    places = _places(record, position, all_here)
    reasons = {each: _why(each, record, style, places.get(each.when)) for each in here}
    together = groupby(here, key=lambda each: (each.kind, each.when, each.item, reasons[each], _resumes(each, record)))
    found = []
    for _, group in together:
        gone = list(group)
        place = places.get(gone[0].when)
        sentence = _sentence(gone, record, style, reasons[gone[0]])
        if not any(sentence.strip("().") in own for own in said):
            found.append(Told(sentence, gone[0].when, place))
    return tuple(found)


def place_of_declaration(declared: Declaration, record: Record) -> int | None:
    """Return after how many lines of the item where it was made a declaration belongs; None for after all of them.

    In the item in which declarations are made all stand together.
    """
    position = declared.made_at
    if declared.made is None or not 1 <= position <= len(record.items):
        return None
    if record.items[position - 1].kind is ItemKind.DECLARATIONS:
        return None
    before = True if declared.outcome.withdrew else None
    return place_of_moment(record, position, declared.made, before)


def _places(record: Record, position: int, here: Sequence[Movement]) -> dict[datetime, int | None]:
    """Where what happened at each moment belongs; what happened at one moment is told in one place."""
    if not position:
        return {}
    places: dict[datetime, int | None] = {}
    for when in dict.fromkeys(movement.when for movement in here):
        known = {_before_decision(each, here, record, position) for each in here if each.when == when} - {None}
        place = place_of_moment(record, position, when, known.pop() if len(known) == 1 else None)
        leaving = all(each.kind is MovementKind.LEFT for each in here if each.when == when)
        above = _above_adjournment(record, position, when) if leaving else None
        places[when] = above if above is not None and (place is None or above < place) else place
    return places


def _above_adjournment(record: Record, position: int, when: datetime) -> int | None:
    """The place above the line that the meeting adjourned, of who left in that minute: their going may be the cause."""
    lines = [entry.line.rstrip(". ") for entry in record.items[position - 1].entries]
    for each in record.meeting.adjournments:
        if _minute_of(each.began) != _minute_of(when):
            continue
        said = adjournment_lines(record, each)[0].rstrip(". ")
        return next((at for at, line in enumerate(lines) if line.startswith(said)), None)
    return None


def _minute_of(when: datetime) -> datetime:
    """Return a moment as minutes tell it, without its seconds."""
    return on_the_wall(when).replace(second=0, microsecond=0)


def _before_decision(movement: Movement, here: Sequence[Movement], record: Record, position: int) -> bool | None:
    """Whether somebody came or went before the item's decision, where the record knows of it by more than the time."""
    if movement.kind is MovementKind.TOOK_THE_CHAIR:
        return None
    own = [each for each in here if each.name == movement.name and each.kind is not MovementKind.TOOK_THE_CHAIR]
    left = movement.kind is MovementKind.LEFT
    declared = (each for each in declared_in(record, position) if each.outcome.withdrew)
    if any(each.why == FOR_AN_INTEREST for each in own) or any(each.name == movement.name for each in declared):
        # Who withdrew was not there for the decision; of several times the times alone can tell.
        return left if len({each.kind for each in own}) == len(own) else None
    if len(own) > 1 or movement.voted is None:
        return None
    return movement.voted is not left


def list_note(name: str, person: Presence, record: Record, style: HouseStyle) -> str:
    """Return ``name``, as it prints on the list, with a note when the person was there for part of the meeting only."""
    notes = tuple(_notes(person, record, style)) if style.movements.listed else ()
    return fill(style.movements.note, name=name, notes=", ".join(notes)) if notes else name


def came_back_by_link(person: Presence, record: Record, style: HouseStyle) -> datetime | None:
    """Return when somebody who had been in the room came back from elsewhere; None for who was never in the room."""
    own = (each for each in record.movements if each.name == person.name and each.kind is MovementKind.RETURNED)
    words = style.opening.remote_venues
    return next((each.when for each in own if any(word in each.why.casefold() for word in words)), None)


def place_of(movement: Movement, record: Record) -> int:
    """Return the position of the item in whose minute a movement is told: between items, that of the one before.

    Where no item has a time, as in a meeting read from a file, it is the last one of which something else is known to
    have happened by then; after the end of the meeting, its last.
    """
    if 1 <= movement.item <= len(record.items):
        return movement.item
    clock = on_the_wall(movement.when)
    opened = [(on_the_wall(item.opened), place) for place, item in enumerate(record.items, 1) if item.opened]
    if not opened and record.meeting.closed and clock >= on_the_wall(record.meeting.closed):
        return len(record.items)
    known = opened or _known_of_items(record)
    return max((each for each in known if each[0] <= clock), default=(None, 0))[1]


def _known_of_items(record: Record) -> list[tuple[datetime, int]]:
    """At what times it is known which item the meeting was at, but for when items were taken."""
    moments = [(each.when, each.item) for each in record.movements]
    moments += [(each.began, each.item) for each in record.meeting.adjournments]
    moments += [(each.made, each.made_at) for each in record.declarations if each.made]
    return [(on_the_wall(when), place) for when, place in moments if 1 <= place <= len(record.items)]


def _why(movement: Movement, record: Record, style: HouseStyle, place: int | None) -> str:
    """Why somebody came or went, as it prints: for an interest, what they declared and whether they spoke first."""
    if movement.why != FOR_AN_INTEREST:
        return movement.why.strip().rstrip(".;,")
    if _declared_above(movement, record, place):
        return ""
    own = sorted(_declared_for(movement, record), key=lambda each: each.outcome.withdrew)
    called = interest_in_short(own[-1], style) if own else style.declarations.interest
    spoke = bool(own) and own[-1].outcome is Outcome.SPOKE_THEN_LEFT
    phrases = style.movements
    return fill(phrases.having_declared_and_spoken if spoke else phrases.having_declared, interest=called)


def _declared_for(movement: Movement, record: Record) -> tuple[Declaration, ...]:
    """What somebody declared that concerns the item during which they left."""
    if not 1 <= movement.item <= len(record.items):
        return ()
    return tuple(each for each in declared_in(record, movement.item) if each.name == movement.name)


def _sentence(group: list[Movement], record: Record, style: HouseStyle, why: str) -> str:
    phrases, first = style.movements, group[0]
    phrase = phrases.resumed_the_chair if _resumes(first, record) else phrases.sentences.get(first.kind, "")
    return fill(
        phrase,
        names=english.join([movement.name for movement in group]),
        time=dates.say_time(first.when),
        during=f" {phrases.during_item}" if 1 <= first.item <= len(record.items) else "",
        why=f", {why}" if why else "",
    )


def _declared_above(movement: Movement, record: Record, place: int | None) -> bool:
    """Whether why somebody left for an interest stands above, in a declaration made during the same item."""
    for each in record.declarations:
        if each.name == movement.name and each.made_at == movement.item:
            declared = place_of_declaration(each, record)
            if place is None or (declared is not None and declared <= place):
                return True
            if tells_declaration(record, movement.item, each):
                return True
    return False


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
    presided = stretches(person, record)
    if len(presided) == 1 and presided[0].began and not presided[0].until:
        yield _note(presided[0].began, record, style)
    elif said := when_presiding(person, record, style):
        yield said
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
