"""What stands above an agenda's items: the committee is the body, and the place is found without a label."""

from __future__ import annotations

import pytest

from clerk.importers.reading import Reading
from clerk.importers.recognise import read_text
from tests.clerk.importers.kept import lost

LONG_PLACE = "Council Chamber, The Old Corn Exchange, High Street, Northmere, Wexshire, NM1 2AB"
ITEMS = "\n1. Apologies\n2. Budget\n3. Close\n"
DAY = "Wednesday 9 December 2026 at 6.30 pm\n"


def front(text: str) -> Reading:
    reading = read_text(text + ITEMS)
    assert lost(text, reading) == []
    return reading


@pytest.mark.parametrize(
    "heading",
    [
        f"Northmere District Council\nPlanning Committee\n{DAY}",
        f"NORTHMERE DISTRICT COUNCIL\n\nPlanning Committee\nAgenda\n{DAY}",
        f"{DAY}Northmere District Council\nPlanning Committee\n",
        "Northmere District Council\nPlanning Committee - Wednesday 9 December 2026 6.30 pm\n",
        f"Northmere District Council\nAgenda for a meeting of the Planning Committee\n{DAY}",
        "Northmere District Council\nPlanning Committee\nDate: 9 December 2026\nTime: 6.30 pm\n",
    ],
)
def test_the_committee_is_the_body_and_the_council_above_it_a_note(heading: str) -> None:
    record = front(heading).record
    assert record.body.name == "Planning Committee"
    assert record.meeting.note.casefold() == "northmere district council"
    assert (str(record.meeting.date), str(record.meeting.time)) == ("2026-12-09", "18:30:00")


@pytest.mark.parametrize(
    ("behind", "venue"),
    [
        ("in the Village Hall, Church Lane", "Village Hall, Church Lane"),
        (", in the Village Hall, Church Lane.", "Village Hall, Church Lane"),
        ("at St Bride’s, Upper Street, Northmere", "St Bride’s, Upper Street, Northmere"),
        ("to be held in Committee Room 2", "Committee Room 2"),
        (f"in the {LONG_PLACE}", LONG_PLACE),
        (" - Council Chamber, Town Hall", "Council Chamber, Town Hall"),
    ],
)
def test_the_place_behind_the_day_and_the_hour_is_the_venue(behind: str, venue: str) -> None:
    reading = front(f"Northmere Parish Council\nMeeting\non Monday 3 June 2024 at 7.30 pm {behind}\n")
    meeting = reading.record.meeting
    assert (meeting.venue, str(meeting.date), str(meeting.time)) == (venue, "2024-06-03", "19:30:00")
    assert not any("Hall" in str(doubt) or "as planned" in str(doubt) for doubt in reading.doubts)


@pytest.mark.parametrize(
    "behind", ["CANCELLED", "in the Village Hall - CANCELLED", "at the rising of the Cabinet", "at 7 for 7.30"]
)
def test_what_is_no_place_behind_the_day_is_still_a_doubt(behind: str) -> None:
    reading = front(f"Northmere Parish Council\nMonday 3 June 2024 at 7.30 pm {behind}\n")
    assert reading.record.meeting.venue == ""
    assert any(f"“{behind}”; check that the meeting goes ahead as planned" in str(doubt) for doubt in reading.doubts)


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        (f"Northmere District Council\n{DAY}To all members of the Planning Committee\n", "Northmere District Council"),
        (f"Northmere District Council\n{DAY}Contact Officer, Planning Committee\n", "Northmere District Council"),
        (f"Northmere Council Cabinet\n{DAY}", "Northmere Council Cabinet"),
        (f"Lowton Parish Council\nAnnual Meeting\n{DAY}", "Lowton Parish Council"),
    ],
)
def test_a_council_that_meets_itself_stays_the_body(heading: str, body: str) -> None:
    assert front(heading).record.body.name == body


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        ("Council Chamber, Town Hall, Market Place, Northmere", "Council Chamber, Town Hall, Market Place, Northmere"),
        ("Hybrid: Council Chamber and Microsoft Teams", "Council Chamber and Microsoft Teams (hybrid)"),
        ("in the Council Chamber", "Council Chamber"),
        ("Committee Room 2\nTown Hall, Northmere NM1 2AB", "Committee Room 2, Town Hall, Northmere NM1 2AB"),
        ("Virtual meeting via Zoom", "Zoom (virtual)"),
        ("Lowton Village Hall", "Lowton Village Hall"),
    ],
)
def test_a_place_in_the_heading_is_the_venue(line: str, venue: str) -> None:
    meeting = front(f"Vale Committee\n{DAY}{line}\n").record.meeting
    assert (meeting.venue, meeting.note) == (venue, "")


@pytest.mark.parametrize(
    "line",
    [
        "The Council Chamber will be open to the public from 6 pm",
        "Please join by Microsoft Teams",
        "Town Hall, Market Place, Northmere NM1 2AB\nTel: 01234 567890",
        "Town Hall redevelopment",
        "Members of the public may watch in the Council Chamber",
    ],
)
def test_other_lines_with_a_room_in_them_stay_a_note(line: str) -> None:
    meeting = front(f"Vale Committee\n{DAY}{line}\n").record.meeting
    assert (meeting.venue, meeting.note) == ("", line)


def test_a_labelled_venue_is_not_added_to() -> None:
    meeting = front(f"Vale Committee\n{DAY}Venue: Guildhall\nCouncil Chamber\n").record.meeting
    assert (meeting.venue, meeting.note) == ("Guildhall", "Council Chamber")


def test_the_office_above_the_heading_is_not_the_place() -> None:
    assert front(f"Town Hall, Northmere\nVale Committee\n{DAY}").record.meeting.venue == ""
