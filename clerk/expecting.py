"""Who is expected at a meeting whose agenda has just been read: agendas do not bring the roll."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from clerk.importers.reading import Reading
from clerk.store import Store
from clerk.terms import MeetingState


def with_expected_roll(reading: Reading, store: Store) -> tuple[Reading, date | None]:
    """Expect at a published agenda's meeting whoever the body's last one had, as on the day returned."""
    record = reading.record
    if not reading.published or record.presence or record.meeting.state is not MeetingState.PLANNED:
        return reading, None
    asked = record.body.name, record.meeting.date
    record = replace(record, presence=store.expected_roll(*asked))
    return replace(reading, record=record), store.expected_roll_day(*asked)
