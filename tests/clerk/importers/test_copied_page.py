"""A whole ModernGov page copied from a browser: the site's menus around it, and tables of recorded votes in it."""

from __future__ import annotations

import pytest

from clerk.importers.recognise import read_text
from clerk.importers.roster import read_roster_text
from tests.clerk.importers.test_import_loses_nothing import FIXTURES, lost_by_both

PAGE = (FIXTURES / "safety_board.txt").read_text(encoding="utf-8")
MENU = "Skip to content\nCalendar\nDecisions\nMeetings\nMinutes\nWhat's new\n"
VOTES = """Agenda and minutes
Quay Board - Friday 6 March 2026 10.00 am
Items
No.\tItem

7.\tLamps PDF 2 MB
Minutes:
It was agreed to light the lamps.
Recorded Vote
{}Lamps: Resolution 1 & 2\tResolution\t\tCarried
Lamps: the quay\tAmendment\tFor 3, against 4\tLost
View Recorded Vote for this item

8.\tClose
Minutes:
The vote of thanks was Carried
"""


@pytest.mark.parametrize("below", ["", MENU.split("\n", 1)[1] + "© 2026 Quay Council. All rights reserved.\nPrivacy"])
def test_the_menus_around_a_page_are_no_part_of_the_meeting(below: str) -> None:
    alone, copied = read_text(PAGE), read_text(f"{MENU}{PAGE.rstrip()}\n\n{below}\n")
    assert copied.record == alone.record
    assert set(copied.noise) >= {line for line in (MENU + below).split("\n") if line}
    said = [doubt.message for doubt in copied.doubts]
    assert any("lines above the page's title were left out" in message for message in said)
    assert any("are the site's menus" in message for message in said) is bool(below)


def test_a_last_minute_that_only_says_a_word_of_the_menu_stays() -> None:
    page = VOTES.format("") + "Decisions\n"
    items = read_text(f"{MENU}{page}").record.items
    assert items[1].text.split("\n")[-1] == "Decisions"


@pytest.mark.parametrize("columns", ["Title\tType\tRecorded Vote text\tResult\n", "TitleTypeRecorded Vote textResult "])
def test_a_table_of_recorded_votes_is_no_text_of_the_minute_but_its_votes(columns: str) -> None:
    reading = read_text(VOTES.format(columns))
    lamps, close = reading.record.items
    assert lamps.text.split("\n") == [
        "It was agreed to light the lamps.",
        "N: Recorded vote: Lamps: Resolution 1 & 2; Resolution; Carried",
        "AM: the quay",
        "V: lost 3-4",
    ]
    assert close.text == "The vote of thanks was Carried"
    assert [line for line in lost_by_both(VOTES.format(columns), reading) if "Amendment" not in line] == []


def test_a_page_without_papers_is_a_meeting_to_come() -> None:
    page = "Meetings\nMeeting\nMeeting\nQuay Board - Friday 6 March 2026 10.00 am\n"
    page += "No documents are available for this meeting\n"
    record = read_text(f"{MENU}{page}Proposed venue: Quay House\n{MENU}").record
    assert (record.body.name, str(record.meeting.date), record.meeting.venue) == (
        "Quay Board",
        "2026-03-06",
        "Quay House",
    )
    assert (record.items, record.meeting.note) == ((), "No documents are available for this meeting")


def test_the_copied_page_of_a_committee_is_of_the_body_below_its_last_title() -> None:
    page = "Home\nCommittee details\nCommittee details\nQuay Board\nMembership\nCouncillor Ada Flow (Chair)\n"
    assert read_roster_text(page).body == "Quay Board"
