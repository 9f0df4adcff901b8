"""A meeting, and the list of meetings, in plain words for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clerk.importers.reading import Reading
from clerk.language.dates import say_date, say_time
from clerk.language.text import clean_line
from clerk.model import Declaration, Item, Meeting, MeetingSummary, Movement, Presence, Record
from clerk.showing.afterwards import amended_lines, since_lines, unplaced_lines
from clerk.terms import Capacity, ItemState


def meeting_list(meetings: Sequence[MeetingSummary]) -> str:
    """One line a meeting: number, day, time, state, how many items, body."""
    if not meetings:
        return "There are no meetings yet; clerk import FILE adds one."
    rows = [
        (
            str(meeting.number),
            say_date(meeting.date, weekday=False) if meeting.date else "no date",
            say_time(meeting.time) if meeting.time is not None else "",
            meeting.state.value,
            f"{meeting.items} item{'' if meeting.items == 1 else 's'}",
            clean_line(meeting.body),
        )
        for meeting in meetings
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    last = len(widths) - 1
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column == 0 else cell.ljust(width if column < last else 0)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def whole_meeting(record: Record) -> str:
    """Everything of a meeting, for reading."""
    lines = [clean_line(record.body.name), _when(record.meeting)]
    lines += [line for line in record.meeting.venue.split("\n") if line]
    lines += [_state(record.meeting), *since_lines(record), "", *_roll(record.presence)]
    lines += _declarations(record.declarations, record.items)
    lines += _movements(record.movements, record.items)
    for position, (item, number) in enumerate(zip(record.items, record.minute_numbers(), strict=True), 1):
        lines += _item(item, position, number)
        lines += [f"    [{line}]" for line in amended_lines(record, position)]
    lines += [f"[{line}]" for line in unplaced_lines(record)]
    return "\n".join(lines)


def what_was_read(reading: Reading, number: int | None, changes: Sequence[str] | None = None, dry: bool = False) -> str:
    """What an import made of a file: the meeting, where its roll is from, and every doubt.

    ``changes`` are those in a meeting that was there already, None for a new one; ``dry`` says that none was made yet.
    """
    record = reading.record
    count = len(record.items)
    items = f"{count} item{'' if count == 1 else 's'}"
    called = _became_of(number, changes, dry)
    facts = [clean_line(record.body.name), _when(record.meeting), items, f"{len(record.presence)} on the roll"]
    lines = [f"{called}: {', '.join(facts)} (read as {reading.reader or 'a file'})"]
    lines += [f"  changed: {clean_line(change)}" for change in changes or ()]
    if reading.roll_from:
        count = len(record.presence)
        people = f"{count} {'person' if count == 1 else 'people'}"
        lines.append(f"  roll: {people} {reading.roll_from}")
    lines += [f"  look at: {clean_line(str(doubt))}" for doubt in reading.doubts]
    if reading.noise:
        left = len(reading.noise)
        lines.append(f"  left out: {left} line{'' if left == 1 else 's'} of the page's furniture")
    return "\n".join(lines)


def _became_of(number: int | None, changes: Sequence[str] | None, dry: bool) -> str:
    if changes is None:
        return f"meeting {number}" if number else "would be a meeting"
    if not changes:
        return f"meeting {number} has nothing new"
    return f"meeting {number} {'would be updated' if dry else 'updated'}"


def _when(meeting: Meeting) -> str:
    day = say_date(meeting.date) if meeting.date else "no date"
    return f"{day} at {say_time(meeting.time)}" if meeting.time is not None else day


def _state(meeting: Meeting) -> str:
    parts = [meeting.state.value]
    if meeting.opened:
        parts.append(f"opened {say_time(meeting.opened)}")
    for each in meeting.adjournments:
        until = f" to {say_time(each.resumed)}" if each.resumed else ""
        parts.append(f"adjourned {say_time(each.began)}{until}{f' ({clean_line(each.why)})' if each.why else ''}")
    if meeting.closed:
        parts.append(f"closed {say_time(meeting.closed)}")
    return ", ".join(parts)


def _roll(roll: Sequence[Presence]) -> Iterable[str]:
    for capacity in Capacity:
        people = [person for person in roll if person.capacity is capacity]
        if people:
            yield f"{capacity.value.capitalize()}s"
            yield from (f"  {person.status.value:<10}  {_person(person)}" for person in people)


def _person(person: Presence) -> str:
    facts = [person.name, person.post, person.organisation]
    if person.substitute_for:
        facts.append(f"for {person.substitute_for}")
    facts += [word for word, true in (("remote", person.remote), ("in the Chair", person.chair)) if true]
    facts += [person.voting.said] if person.voting.said else []
    said = ", ".join(clean_line(fact) for fact in facts if fact)
    return f"{said} ({person.initials})" if person.initials else said


def _declarations(declarations: Sequence[Declaration], items: Sequence[Item]) -> Iterable[str]:
    if declarations:
        yield "Declarations of interest"
    for declaration in declarations:
        named = [items[position - 1].agenda_number or f"#{position}" for position in declaration.items]
        facts = [declaration.name, declaration.interest, declaration.nature, declaration.outcome.value]
        facts += [f"dispensation {declaration.dispensation}"] if declaration.dispensation else []
        if named:
            facts.insert(2, f"item{'' if len(named) == 1 else 's'} {', '.join(named)}")
        yield "  " + ", ".join(clean_line(fact) for fact in facts if fact)


def _movements(movements: Sequence[Movement], items: Sequence[Item]) -> Iterable[str]:
    if movements:
        yield "Came and went"
    for movement in movements:
        facts = [f"{movement.name} {movement.kind} at {say_time(movement.when)}"]
        if movement.item:
            facts.append(f"item {items[movement.item - 1].agenda_number or f'#{movement.item}'}")
        voted = {True: "there for the vote", False: "not there for the vote", None: ""}[movement.voted]
        yield "  " + ", ".join(clean_line(fact) for fact in (*facts, movement.why, voted) if fact)


def _item(item: Item, position: int, number: int | None) -> Iterable[str]:
    mark = f"[agenda {item.agenda_number}]" if item.agenda_number else f"[#{position}]"
    state = "" if item.state is ItemState.TO_COME or number is None else f"({_became(item)})"
    heading = f"{number}." if number is not None else ""
    yield ""
    yield " ".join(part for part in (heading, clean_line(item.title), mark, state) if part)
    yield from (f"    {line}" for line in item.text.split("\n") if item.entries)


def _became(item: Item) -> str:
    """What became of an item: done, or deferred to what and why."""
    said = f"{item.state.value} to {item.deferred_to}" if item.deferred_to else item.state.value
    said = f"{said}: {item.reason}" if item.reason else said
    said = f"{said}, with #{item.taken_with}" if item.taken_with else said
    return clean_line(f"{said}, urgent: {item.urgent_because}" if item.urgent_because else said)
