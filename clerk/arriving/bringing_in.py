"""What becomes of an agenda that was read: a new meeting, or the one it belongs to brought up to date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from clerk.arriving.expecting import with_expected_roll
from clerk.arriving.matching import folded
from clerk.importers.reading import Reading
from clerk.language.dates import say_date
from clerk.model import Item, MeetingSummary, Record
from clerk.store import Store
from clerk.terms import ItemKind, MeetingState

_MOVED = 0.6
"""How much of a meeting's own business, standing items apart, an agenda of another day has if the meeting was moved."""


@dataclass(frozen=True)
class Plan:
    """What would be done with what was read."""

    meeting: MeetingSummary | None = None
    """The meeting of this body that the agenda is or may be of; None when there is none."""
    changes: tuple[str, ...] = ()
    """What would change in it, a sentence each."""
    why: str = ""
    """How that meeting comes into it, in one sentence for the officer; empty when there is none."""
    refused: bool = False
    """Whether the meeting cannot be brought up to date, for it has been minuted."""
    ask: bool = False
    """Whether to bring it up to date only when the officer says so: it is in session, or was to be on another day."""


@dataclass(frozen=True)
class Brought:
    """A meeting that was added, or brought up to date."""

    number: int | None
    """What ``clerk list`` calls it; None when it has not been added yet."""
    reading: Reading
    """What was read, with the meeting as it is now."""
    changes: tuple[str, ...] | None = None
    """What changed, a sentence each; None for a new meeting."""
    roll_day: date | None = None
    """The day of the meeting that gave a new one its roll."""


def plan_for(store: Store, reading: Reading) -> Plan:
    """Say which meeting an agenda belongs to and what it would change there.

    Only agendas as others publish them belong to a meeting that is there: Clerk's own files and minutes do not.
    """
    record = reading.record
    named = record.items and record.body.name.strip()
    if not (reading.published and named) or record.meeting.state is not MeetingState.PLANNED:
        return Plan()
    there = store.meetings_of(record.body.name, record.meeting.date) if record.meeting.date else []
    if not there:
        return _moved(store, record)
    one = _nearest(there, record)
    called = _called(one)
    if one.state is MeetingState.PLANNED:
        return Plan(
            one, store.would_update(one.number, record).changes, f"{called} is planned; this brings it up to date."
        )
    if one.state is MeetingState.IN_SESSION:
        why = f"{called} is in session; only late papers and late items can be added to it."
        return Plan(one, store.would_update(one.number, record).changes, why, ask=True)
    return Plan(one, why=f"{called} has been minuted already; its agenda is not changed any more.", refused=True)


def _called(meeting: MeetingSummary) -> str:
    return f"Meeting {meeting.number}, {meeting.body} on {_day(meeting.date)},"


def _day(day: date | None) -> str:
    return say_date(day, weekday=False) if day else "a day not known"


def _nearest(there: Sequence[MeetingSummary], record: Record) -> MeetingSummary:
    """Which of several meetings on one day: the one at that time, else the one still planned, else the newest."""
    return min(there, key=lambda each: (each.time != record.meeting.time, each.state is not MeetingState.PLANNED))


def _moved(store: Store, record: Record) -> Plan:
    """Look for a planned meeting of another day with the same business: it may have been moved."""
    for each in store.meetings_of(record.body.name):
        if each.state is MeetingState.PLANNED and _same_business(store.record(each.number), record):
            day = f"planned for {_day(each.date)}" if each.date else "planned without a day"
            why = f"Meeting {each.number}, {each.body}, is {day} and has the same business; it may have been moved."
            return Plan(each, store.would_update(each.number, record).changes, why, ask=True)
    return Plan()


def _same_business(one: Record, other: Record) -> bool:
    mine, theirs = _own_business(one.items), _own_business(other.items)
    return len(mine) > 1 and len(mine & theirs) >= _MOVED * max(len(mine), len(theirs))


def _own_business(items: Sequence[Item]) -> set[str]:
    return {folded(item.title) for item in items if item.kind is ItemKind.ORDINARY}


def bring_in(store: Store, reading: Reading, into: int | None = None) -> Brought:
    """Add what was read as a new meeting, with the roll to expect; or bring meeting ``into`` up to date with it."""
    if into is not None:
        update = store.update_agenda(into, reading.record)
        return Brought(into, replace(reading, record=update.record), update.changes)
    reading, day = with_expected_roll(reading, store)
    return Brought(store.add(reading.record), reading, roll_day=day)
