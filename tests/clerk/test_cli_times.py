"""Opening, closing and taking from the command line: at what time, on what day, and when it is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from clerk.command_line import in_common
from clerk.model import Meeting
from clerk.store import Store
from clerk.terms import ItemState, MeetingState
from tests.clerk.command_line import RECORD, Clerk


@pytest.fixture(autouse=True)
def the_week_after(monkeypatch: pytest.MonkeyPatch) -> None:
    """Minutes are typed up a week after the meeting, at half past three."""
    monkeypatch.setattr(in_common, "now", lambda: datetime(2026, 6, 26, 15, 30))


def times(clerk: Clerk) -> tuple[datetime | None, datetime | None]:
    meeting = clerk.record().meeting
    return meeting.opened, meeting.closed


def test_a_meeting_opens_and_closes_on_its_own_day(clerk: Clerk) -> None:
    clerk.ok("open", "1")
    clerk.ok("take", "1", "7")
    clerk.ok("defer", "1", "7")
    clerk.ok("close", "1")
    moment = datetime(2026, 6, 19, 15, 30)
    assert times(clerk) == (moment, moment)
    assert (clerk.record().items[0].opened, clerk.record().items[0].closed) == (moment, moment)


def test_a_meeting_without_a_day_opens_today(clerk: Clerk) -> None:
    with Store.open(clerk.db) as store:
        number = store.add(replace(RECORD, meeting=Meeting()))
    clerk.ok("open", str(number))
    assert clerk.record(number).meeting.opened == datetime(2026, 6, 26, 15, 30)


def test_a_meeting_may_close_after_midnight_but_not_before_it_opened(clerk: Clerk) -> None:
    clerk.ok("open", "1", "--at", "7.00 pm")
    assert clerk.sentence("close", "1", "--at", "6.30 pm") == (
        "Error: The meeting opened at 7.00 pm; it cannot have closed before."
    )
    assert clerk.record().meeting.state is MeetingState.IN_SESSION
    clerk.ok("close", "1", "--at", "0.15")
    assert times(clerk) == (datetime(2026, 6, 19, 19), datetime(2026, 6, 20, 0, 15))


def test_a_closed_meeting_is_not_opened_at_another_time(clerk: Clerk) -> None:
    clerk.ok("open", "1", "--at", "10.05")
    clerk.ok("close", "1", "--at", "noon")
    assert "without --at goes on" in clerk.sentence("open", "1", "--at", "1 pm")
    assert times(clerk) == (datetime(2026, 6, 19, 10, 5), datetime(2026, 6, 19, 12))
    assert clerk.ok("open", "1") == "Meeting 1 goes on.\n"


def test_no_item_is_taken_unless_the_meeting_is_in_session(clerk: Clerk) -> None:
    refused = "Error: Meeting 1 is not in session; clerk open 1 opens it."
    assert clerk.sentence("take", "1", "7") == refused
    clerk.ok("open", "1")
    clerk.ok("close", "1")
    assert clerk.sentence("take", "1", "7") == refused
    assert all(item.state is ItemState.TO_COME for item in clerk.record().items)


def test_minutes_read_from_a_file_as_a_draft_go_on_only_when_that_is_meant(clerk: Clerk) -> None:
    with Store.open(clerk.db) as store:
        number = store.add(replace(RECORD, meeting=replace(RECORD.meeting, state=MeetingState.DRAFT)))
    assert clerk.sentence("open", str(number)) == (
        f"Error: Meeting {number} is a draft read from a file; clerk open {number} --again goes on with it."
    )
    assert clerk.record(number).meeting.state is MeetingState.DRAFT
    clerk.ok("open", str(number), "--again")
    assert clerk.record(number).meeting.state is MeetingState.IN_SESSION
