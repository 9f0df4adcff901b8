from __future__ import annotations

import random
import re
from datetime import date, datetime, time
from pathlib import Path

import pytest

from clerk.importers.reading import Reading, UnreadableError
from clerk.importers.recognise import read_text
from clerk.language.text import clean
from clerk.terms import ItemKind, MeetingState
from tests.clerk.importers.kept import lost

FIXTURES = Path(__file__).parents[1] / "fixtures"
# Which reader each invented file is for.
FILES = {
    "page_as_table.txt": "modgov-table",
    "page_as_table_without_bars.txt": "modgov-table",
    "printed.txt": "printed",
    "minutes_from_pdf.md": "markdown",
    "agenda.md": "markdown",
    "meeting_documents.txt": "meeting-documents",
    "issue.txt": "modgov-item",
    "single_item.txt": "modgov-item",
}


def text_of(name: str) -> str:
    return (FIXTURES / name).read_text(encoding="utf-8")


def reading(name: str) -> Reading:
    return read_text(text_of(name))


def titles(read: Reading) -> list[tuple[str, str]]:
    return [(item.agenda_number, item.title) for item in read.record.items]


def lines(read: Reading, place: int) -> list[str]:
    return [entry.line for entry in read.record.items[place].entries]


def said(read: Reading) -> str:
    return "\n".join(str(doubt) for doubt in read.doubts)


def test_rows_of_a_table_of_text_are_items_and_a_lost_title_is_doubted() -> None:
    read = reading("page_as_table.txt")
    assert [title for _, title in titles(read)] == [
        "Apologies for Absence",
        "Declarations of Interest",
        "(title missing)",
        "To note the pond accounts.",
        "Repair of the Weir",
    ]
    assert read.record.items[0].note == "To receive any apologies."
    assert read.record.meeting.venue == "Weir Room, Marlow Vale House"
    assert "line 9: A row has lost its title." in said(read)


def test_a_row_that_tells_of_a_movement_is_no_item() -> None:
    read = reading("page_as_table.txt")
    assert lines(read, 1)[-1] == "Councillor Small left at 7.05 pm"
    assert "line 8: This row has no title" in said(read)


def test_papers_minutes_and_limbs_run_together_are_parted() -> None:
    read = reading("page_as_table.txt")
    assert [paper.title for paper in read.record.items[3].documents] == ["Pond accounts 2025", "Duck census"]
    assert lines(read, 3) == [
        "The Clerk explained the accounts.",
        "R: That the accounts be noted",
        "R: That the ducks be counted again",
    ]
    assert lines(read, 4) == ["Forty stones were missing.", "R: That the weir be repaired before the autumn"]


def test_a_table_that_has_lost_header_and_bars_is_read_by_its_labels() -> None:
    read = reading("page_as_table_without_bars.txt")
    assert [title for _, title in titles(read)] == [
        "Apologies",
        "(title missing)",
        "(title missing)",
        "Sale of the Old Pound (Portfolio: Councillor Small)",
    ]
    assert lines(read, 3)[-1] == "R: That the higher offer be taken"


def test_printed_minutes_are_read_between_their_markers() -> None:
    read = reading("printed.txt")
    assert titles(read) == [
        ("1", "Election of Chairman"),
        ("", "PART TWO"),
        ("2", "Repair of the Weir"),
        ("3", "Any other business"),
    ]
    assert read.record.items[1].kind is ItemKind.HEADING
    assert lines(read, 0)[0] == "R: That Councillor Una Thistlewick be elected Chairman until May 2027"
    assert lines(read, 2)[1:] == ["-- the frost of January;", "-- the flood of March."]
    assert "07/26" in said(read)


def test_the_front_page_of_printed_minutes_gives_body_day_time_and_place() -> None:
    read = reading("printed.txt")
    meeting = read.record.meeting
    assert read.record.body.name == "Marlow Vale Council"
    assert (meeting.date, meeting.time, meeting.venue) == (date(2026, 5, 14), time(19, 30), "Weir Room, Vale House")
    assert "Councillor Sam Small" in meeting.note
    assert "roll" in said(read)
    assert "The meeting closed at 9.10 pm." in meeting.note


def test_minutes_made_out_of_a_pdf_lose_their_marks_and_page_breaks() -> None:
    read = reading("minutes_from_pdf.md")
    assert titles(read) == [
        ("31", "Introductions"),
        ("32", "Stones in the weir."),
        ("33", "Date of the next meeting"),
    ]
    assert (read.record.body.name, read.record.meeting.date) == ("Marlow Vale Weir Board", date(2026, 6, 12))
    minute = lines(read, 1)
    assert "during the winter. The work was put off until the river is low again." in minute[0]
    assert minute[2].endswith("nobody should stand on it until the summer is over.")
    assert minute[3] == "- See https://weir.example/low-water for the levels."
    assert minute[4:] == ["R: That the stones be lifted", "R: That the engineer's second report be awaited"]
    assert "CHAIRMAN" in read.record.meeting.note


def test_an_agenda_in_markdown_is_read_from_its_list() -> None:
    read = reading("agenda.md")
    assert titles(read) == [
        ("1", "Apologies for absence"),
        ("2", "Minutes"),
        ("3", "Planning"),
        ("", "Part 2 – the public leaves"),
        ("4", "Rent of the Reading Room"),
    ]
    meeting = read.record.meeting
    assert (read.record.body.name, meeting.date, meeting.time) == (
        "Marlow Vale Parish Council", date(2026, 7, 6), time(19, 30)
    )  # fmt: skip
    assert (meeting.venue, meeting.contact, meeting.state) == (
        "The Reading Room", "Bryony Clerke", MeetingState.PLANNED
    )  # fmt: skip
    assert "Old Forge (https://plans.example/0107)" in read.record.items[2].note


def test_headings_alone_are_items_when_one_names_standing_business() -> None:
    read = read_text(
        "# Weir Board\n\n## Apologies\n\nNone.\n\n## Stones\n\nForty.\n\n## Minutes\n\nRESOLVED: That x be y."
    )
    assert [title for _, title in titles(read)] == ["Apologies", "Stones", "Minutes"]


def test_an_old_meeting_documents_page_has_its_times_and_decisions() -> None:
    read = reading("meeting_documents.txt")
    meeting = read.record.meeting
    assert (read.record.body.name, meeting.date) == ("Weir Committee", date(2003, 6, 18))
    assert (meeting.opened, meeting.closed) == (datetime(2003, 6, 18, 19, 34), datetime(2003, 6, 18, 20, 20))
    assert [title for _, title in titles(read)] == ["APOLOGIES FOR ABSENCE", "STONES IN THE WEIR"]
    assert read.record.items[1].note == "Status: Agreed"
    assert lines(read, 1)[1:] == ["A member asked about the cost.", "R: That the stones be lifted"]


def test_the_same_page_saved_as_html_reads_the_same() -> None:
    rows = "".join(f"<tr><td>{line}</td></tr>" for line in text_of("meeting_documents.txt").split("\n"))
    read = read_text(f"<html><body><table>{rows}</table></body></html>")
    assert read.record == reading("meeting_documents.txt").record


def test_an_issue_is_read_as_at_its_newest_meeting_and_the_others_are_named() -> None:
    read = reading("issue.txt")
    assert titles(read) == [("32", "Stones in the weir")]
    assert (read.record.body.name, read.record.meeting.date) == ("Weir Board", date(2026, 6, 12))
    assert "left out: Weir Board on Friday 13 March 2026, item 11" in said(read)
    assert "The item was put off." in read.noise
    assert [paper.title for paper in read.record.items[0].documents] == ["", "Levels of the river"]
    assert lines(read, 0)[1:] == [
        "R: That the stones be lifted",
        "R: That the levels be watched",
        "R: That a report come in the autumn",
    ]


def test_the_newest_meeting_is_found_where_it_is_not_the_first() -> None:
    older = "Meeting: 01/02/2020 - Weir Board (Item 3)\nMinutes:\nOld.\n"
    read = read_text(f"Issue - meetings\nStones\n{older}Meeting: 01/02/2021 - Weir Board (Item 5)\nMinutes:\nNew.\n")
    assert (read.record.meeting.date, lines(read, 0)) == (date(2021, 2, 1), ["New."])


def test_a_single_item_says_that_body_and_day_are_missing_and_keeps_a_motion_not_passed_in_the_agenda() -> None:
    read = reading("single_item.txt")
    item = read.record.items[0]
    assert (item.title, item.note) == (
        "Exclusion of the public",
        "That the public be excluded while rents are discussed.",
    )
    assert not any(line.startswith("R:") for line in lines(read, 0))
    assert lines(read, 0)[2:] == ["-- Councillor Small", "-- Mr Pike"]
    assert [paper.title for paper in item.documents] == ["Rents of 2025"]
    assert "does not name the body" in said(read)
    assert "No date of the meeting" in said(read)


@pytest.mark.parametrize("name", FILES)
def test_no_line_of_a_dialect_is_lost(name: str) -> None:
    assert lost(text_of(name), reading(name)) == []


def test_the_comparison_notices_a_lost_line_and_a_lost_half() -> None:
    text = text_of("printed.txt")
    assert lost(text, read_text(text.replace("She signed her acceptance of office.", ""))) == [
        "She signed her acceptance of office."
    ]
    assert lost(text, read_text(text.replace("Forty stones were missing. ", ""))) != []


def damaged(text: str, chance: random.Random) -> str:
    """The text with some lines dropped, doubled, shuffled, cut, joined, or without their numbers."""
    kept = text.split("\n")
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(kept))
        kind = chance.choice(("drop", "double", "shuffle", "cut", "join", "numbers", "capitals"))
        piece = kept[at : at + (6 if kind == "shuffle" else 2 if kind == "join" else 1)]
        if kind == "shuffle":
            chance.shuffle(piece)
        new = {
            "drop": [],
            "double": piece * 2,
            "cut": [piece[0][: chance.randrange(len(piece[0]) + 1)]],
            "join": [" ".join(piece)],
            "numbers": [re.sub(r"\d", "", piece[0])],
            "capitals": [piece[0].upper()],
        }.get(kind, piece)
        kept[at : at + len(piece)] = new
        kept = kept or [""]
    return "\n".join(kept)


@pytest.mark.parametrize("name", FILES)
def test_damaged_files_lose_no_line(name: str) -> None:
    read = 0
    for seed in range(60):
        text = damaged(text_of(name), random.Random(seed))
        try:
            result = read_text(text, "the file", FILES[name])
        except UnreadableError:
            continue
        assert (seed, lost(clean(text), result)) == (seed, [])
        assert all(item.title for item in result.record.items)
        read += 1
    assert read > 50
