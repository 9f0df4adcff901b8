"""Who is expected at a meeting whose agenda has just been read: agendas do not bring the roll."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from clerk.dates import say_date
from clerk.importers.reading import Reading
from clerk.records.expected import Expected
from clerk.store import Store
from clerk.terms import MeetingState


def with_expected_roll(reading: Reading, store: Store) -> tuple[Reading, date | None]:
    """Expect at a published agenda's meeting the body's roster of its day or, without one, the last meeting's roll.

    The reading returned says which; the day is that of the last meeting, if anybody is known from it.
    """
    record = reading.record
    if not reading.published or record.presence or record.meeting.state is not MeetingState.PLANNED:
        return reading, None
    found = store.expected(record.body.name, record.meeting.date)
    if not found.people:
        return reading, None
    record = replace(record, presence=found.people)
    return replace(reading, record=record, roll_from=_from(found)), found.meeting_day


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
