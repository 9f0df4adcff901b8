"""From when until when somebody was in the Chair, as the list of those present tells it."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from clerk.house_style import HouseStyle, fill
from clerk.language import english
from clerk.language.dates import on_the_wall, say_time
from clerk.model import Movement, Presence, Record
from clerk.terms import MovementKind


class Stretch(NamedTuple):
    """One stretch of a meeting during which somebody presided."""

    began: Movement | None
    """How they took the Chair; None from the beginning of the meeting."""
    until: datetime | None
    """When another took it; None to the end of the meeting, or until they left it."""


def stretches(person: Presence, record: Record) -> tuple[Stretch, ...]:
    """Return when somebody presided: from the beginning, if the roll says so, and each time they took the Chair."""
    taken: list[Movement | None] = [each for each in record.movements if each.kind is MovementKind.TOOK_THE_CHAIR]
    if person.chair and not _came_late(person, record):
        taken.insert(0, None)
    found: list[Stretch] = []
    for at, began in enumerate(taken):
        if began is not None and began.name != person.name:
            continue
        following = (each for each in taken[at + 1 :] if each and each.name != person.name)
        until = next((each.when for each in following), None)
        again = found and found[-1].until == until
        if not again and (began is None or until is None or _minute(began.when) < _minute(until)):
            found.append(Stretch(began, until))
    return tuple(found)


def when_presiding(person: Presence, record: Record, style: HouseStyle) -> str:
    """Return what the list notes of when somebody presided; empty where the roll's mark says it all.

    That is for who opened the meeting in the Chair and kept it, or left the meeting for good.
    """
    found = stretches(person, record)
    if not found or found == (Stretch(None, None),):
        return ""
    if len(found) == 1 and found[0].began is None and _left_for_good(person, found[0].until, record):
        return ""
    phrases = style.movements
    said = [_said(each, style) for each in found]
    return fill(phrases.presided, times=english.join(said))


def _said(stretch: Stretch, style: HouseStyle) -> str:
    phrases = style.movements
    until = say_time(stretch.until) if stretch.until else ""
    if stretch.began is None:
        return fill(phrases.presided_until, until=until)
    time = say_time(stretch.began.when)
    if not until:
        return fill(phrases.presided_from, time=time)
    return fill(phrases.presided_between, time=time, until=until)


def _came_late(person: Presence, record: Record) -> bool:
    own = (each for each in record.movements if each.name == person.name)
    goings = (each.kind for each in own if each.kind is not MovementKind.TOOK_THE_CHAIR)
    return next(goings, None) is MovementKind.ARRIVED


def _left_for_good(person: Presence, until: datetime | None, record: Record) -> bool:
    own = [each for each in record.movements if each.name == person.name]
    goings = [each for each in own if each.kind is not MovementKind.TOOK_THE_CHAIR]
    left = goings[-1] if goings and goings[-1].kind is MovementKind.LEFT else None
    return left is not None and until is not None and _minute(left.when) <= _minute(until)


def _minute(when: datetime) -> datetime:
    """A moment as minutes tell it, without its seconds."""
    return on_the_wall(when).replace(second=0, microsecond=0)
