"""Who is expected at a meeting whose agenda has just been read: few agendas bring the roll."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from clerk.importers.reading import Reading
from clerk.language.dates import say_date
from clerk.model import Presence
from clerk.people import owners
from clerk.records.expected import Expected
from clerk.store import Store
from clerk.terms import Capacity, MeetingState
from clerk.voting.entitled import ON_ALL


def with_expected_roll(reading: Reading, store: Store) -> tuple[Reading, date | None]:
    """Expect at a published agenda's meeting the body's roster of its day or, without one, the last meeting's roll.

    The reading returned says which; the day is that of the last meeting, if anybody is known from it. Members whom the
    agenda itself lists are the members; of them and of the officers, what the body knows already is kept.
    """
    record = reading.record
    if not reading.published or record.meeting.state is not MeetingState.PLANNED:
        return reading, None
    found = store.expected(record.body.name, record.meeting.date)
    if record.presence:
        people = _known_better(record.presence, found.people)
        return replace(reading, record=replace(record, presence=people), roll_from="from the list in the agenda"), None
    if not found.people:
        return reading, None
    record = replace(record, presence=found.people)
    return replace(reading, record=record, roll_from=_from(found)), found.meeting_day


def _known_better(listed: Sequence[Presence], known: Sequence[Presence]) -> tuple[Presence, ...]:
    """Those an agenda lists, as the body calls them, and its officers where the agenda has none."""
    presides = any(person.chair for person in listed)
    people: list[Presence] = []
    for person in listed:
        as_known = _the_one(person.name, known)
        taken = as_known and any(each.name == as_known.name for each in people)
        people.append(_as_known(as_known, person, presides) if as_known and not taken else person)
    if any(each.capacity is Capacity.OFFICER for each in people):
        return tuple(people)
    names = {each.name for each in people}
    return (
        *people,
        *(replace(each, chair=False) for each in known if each.capacity is Capacity.OFFICER and each.name not in names),
    )


def _the_one(name: str, known: Sequence[Presence]) -> Presence | None:
    """The one person who is meant: by name, or by last name and the initial that stands for the first."""
    called = owners.person(name, known)
    those = [each for each in known if each.name == called or _is_short_for(name, each.name)]
    return those[0] if len(those) == 1 else next((each for each in those if each.name == called), None)


def _is_short_for(name: str, whole: str) -> bool:
    short, words = (owners.without_titles(each).replace(".", " ").casefold().split() for each in (name, whole))
    if len(short) < 2 or len(words) < 2 or short[-1] != words[-1]:
        return False
    return len(short[0]) == 1 and words[0].startswith(short[0])


def _as_known(known: Presence, listed: Presence, presides: bool) -> Presence:
    """One whom the body knows, with what the agenda says; ``presides`` says that the agenda names who is to preside."""
    return replace(
        known,
        post=known.post or listed.post,
        organisation=known.organisation or listed.organisation,
        status=listed.status,
        substitute_for=listed.substitute_for,
        remote=listed.remote,
        chair=listed.chair if presides else known.chair,
        voting=known.voting if listed.voting == ON_ALL else listed.voting,
    )


def _from(found: Expected) -> str:
    """Say where those expected are known from."""
    meeting = f"meeting of {say_date(found.meeting_day, weekday=False)}" if found.meeting_day else "last meeting"
    if not found.roster:
        return f"as at the {meeting}"
    said = (
        f"from the roster as at {say_date(found.roster_day, weekday=False)}" if found.roster_day else "from the roster"
    )
    if not found.officers:
        return said
    officers = "officer is" if found.officers == 1 else "officers are"
    return f"{said}, of whom {found.officers} {officers} as at the {meeting}, the roster having none"
