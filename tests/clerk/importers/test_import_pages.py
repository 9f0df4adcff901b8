from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from clerk.importers.reading import Reading
from clerk.importers.recognise import read_file, read_text
from clerk.terms import BodyKind, DocumentKind, ItemKind, ItemState, MeetingState

FIXTURES = Path(__file__).parents[1] / "fixtures"


def texts(reading: Reading, number: str) -> list[str]:
    item = next(item for item in reading.record.items if item.agenda_number == number)
    return [entry.line for entry in item.entries]


@pytest.fixture(scope="module")
def page() -> Reading:
    return read_file(FIXTURES / "safety_board.html")


@pytest.fixture(scope="module")
def pasted() -> Reading:
    return read_file(FIXTURES / "safety_board.txt")


def test_the_saved_page_names_body_day_time_and_place(page: Reading) -> None:
    body, meeting = page.record.body, page.record.meeting
    assert (body.name, body.noun, body.kind) == ("Marlow Vale Safer Places Board", "Board", BodyKind.PARTNERSHIP)
    assert body.chair_title == "Chair"
    assert (meeting.date, meeting.time) == (date(2026, 3, 12), time(10))
    assert meeting.venue == "Council Room, Vale House"
    assert meeting.contact == "Bryony Clerke Tel: 01632 960001 / Email: b.clerke@marlowvale.example"
    assert "Members meet for a briefing at 9.30 am." in meeting.note
    assert "https://video.marlowvale.example/77" in meeting.note
    assert page.reader == "ModernGov page"


def test_rows_of_a_vote_table_are_not_items(page: Reading) -> None:
    assert [(item.agenda_number, item.title) for item in page.record.items] == [
        ("", "PART 1 - PUBLIC"),
        ("54", "Apologies for Absence"),
        ("55", "Minutes"),
        ("56", "Street Lighting (Phase 2)"),
        ("57", "Declarations of Interest"),
        ("57a", "Depot sub-item"),
    ]
    kinds = [item.kind for item in page.record.items]
    assert kinds[:3] == [ItemKind.HEADING, ItemKind.APOLOGIES, ItemKind.PREVIOUS_MINUTES]


def test_minute_numbers_carry_on_from_the_page(page: Reading) -> None:
    assert page.record.meeting.first_minute == 54
    assert page.record.minute_numbers()[:3] == (None, 54, 55)


def test_a_page_with_minutes_is_a_draft_with_its_items_done(page: Reading) -> None:
    assert page.record.meeting.state is MeetingState.DRAFT
    assert {item.state for item in page.record.items} == {ItemState.DONE}


def test_source_lines_that_wrap_are_one_paragraph(page: Reading) -> None:
    assert texts(page, "54") == ["Apologies came from Councillors Una Thistlewick and Sam Small."]


def test_replacement_wording_is_a_quotation(page: Reading) -> None:
    assert texts(page, "55")[1] == "> “The lamps in Mill Lane were lit.”"


def test_a_cut_minute_is_a_query_and_a_doubt_and_keeps_its_decision(page: Reading) -> None:
    lines = texts(page, "56")
    assert lines[0] == "The Chair thanked officers. The Chair asked about \\{cost\\} and A: B testing ..."
    assert lines[1].startswith("Q: ")
    assert "view the full minutes text for item 56" in lines[1]
    assert lines[2:4] == ["R: That the scheme be approved", "R: That a report be brought back after six months"]
    assert any("56" in doubt.message and "cut short" in doubt.message and doubt.line for doubt in page.doubts)


def test_recorded_votes_are_kept(page: Reading) -> None:
    assert texts(page, "56")[4:] == [
        "N: Recorded vote: Street Lighting (Phase 2): Resolution 1; Resolution; Carried",
        "AM: to defer the item",
        "V: lost 3-8-1",
    ]


def test_a_decision_that_the_minutes_repeat_stands_once(page: Reading) -> None:
    assert texts(page, "57") == [
        "Councillor | Item",
        "Oak | 56",
        "R: That the declarations of Mr Oak be noted",
    ]


def test_papers_carry_presenter_and_link(page: Reading) -> None:
    report, annex = page.record.items[3].documents
    assert (report.kind, report.presenter, report.post) == (DocumentKind.REPORT, "Idris Lampwell", "Lighting Manager")
    assert (report.organisation, report.link) == ("Marlow Vale Council", "documents/s9002/Report.pdf")
    assert (annex.kind, annex.title, annex.link) == (DocumentKind.OTHER, "Annex 1 - Map", "documents/s9003/Annex 1.pdf")
    assert "will present this report." in page.record.items[3].note
    assert "• Appendix B is exempt." in page.record.items[3].note


def test_a_label_without_text_is_doubted(page: Reading) -> None:
    assert any(doubt.message.startswith("Item 57a: a label") for doubt in page.doubts)


def test_a_cancelled_meeting_says_so() -> None:
    reading = read_file(FIXTURES / "cancelled.html")
    assert reading.record.meeting.note.startswith("CANCELLED")
    assert reading.record.meeting.state is MeetingState.PLANNED
    assert reading.record.meeting.venue == "Ferry Hall"
    assert any("CANCELLED" in doubt.message and doubt.line == 2 for doubt in reading.doubts)


def test_the_pasted_page_reads_like_the_saved_one(pasted: Reading) -> None:
    body, meeting = pasted.record.body, pasted.record.meeting
    assert (body.name, body.chair_title) == ("Marlow Vale Safer Places Board", "Chairman")
    assert (meeting.date, meeting.time, meeting.venue) == (date(2026, 6, 5), time(14), "Council Room, Vale House")
    assert meeting.note == "Hearing loop fitted."
    assert [(item.agenda_number, item.title) for item in pasted.record.items] == [
        ("1", "Introductions"),
        ("2", "Minutes of previous meeting."),
        ("", "PART 2 - REPORTS"),
        ("3", "Lamp posts update."),
        ("4", "Bins"),
        ("7", "Date of the next meeting"),
    ]
    assert pasted.reader == "ModernGov page, as text"


def test_a_heading_row_of_the_pasted_page_keeps_the_line_below_it(pasted: Reading) -> None:
    heading = pasted.record.items[2]
    assert (heading.kind, heading.note) == (ItemKind.HEADING, "These items are open to the press.")


def test_points_bullets_and_limbs_become_notation_and_look_alikes_stay_text(pasted: Reading) -> None:
    assert texts(pasted, "3") == [
        "The Board considered a report of Idris Lampwell. Arising from it:",
        "- Forty posts were \\{unlit\\}.",
        "- Two lanes had no posts:",
        "-- Mill Lane;",
        "-- Back Lane.",
        "- N: was the code for night work.",
        "\\R: is how the contractor marked repairs.",
        "R: That the report be noted",
        "R: That a further report come in autumn",
    ]


def test_a_number_inside_the_minutes_begins_no_item(pasted: Reading) -> None:
    assert texts(pasted, "4")[:2] == ["A: TB to send the rounds to all", "5"]


def test_several_presenters_are_several_papers(pasted: Reading) -> None:
    presentation, update = pasted.record.items[4].documents
    assert (presentation.kind, presentation.presenter) == (DocumentKind.PRESENTATION, "Tess Binns")
    assert (presentation.post, presentation.organisation) == ("Head of Waste", "Marlow Vale Council")
    assert (update.kind, update.presenter) == (DocumentKind.VERBAL_UPDATE, "Ravi Cart")


def test_what_is_unsure_on_the_pasted_page_is_doubted_with_its_line(pasted: Reading) -> None:
    doubts = {doubt.line: doubt.message for doubt in pasted.doubts}
    assert "Hearing loop fitted." in doubts[11]
    assert "go from 4 to 7" in doubts[88]
    assert any("cut short" in message for message in doubts.values())
    assert "2 lines above" in doubts[1]


def test_a_typed_agenda_is_read_by_its_numbers() -> None:
    reading = read_file(FIXTURES / "parish.txt")
    body, meeting = reading.record.body, reading.record.meeting
    assert (body.name, body.kind, body.noun) == ("Little Wold Parish Council", BodyKind.PARISH, "Council")
    assert (meeting.date, meeting.time, meeting.venue) == (date(2026, 4, 14), time(19, 30), "Wold Village Hall")
    assert [item.agenda_number for item in reading.record.items] == ["1", "2", "3", "4", "4.1", "4.2", "5"]
    assert reading.record.items[1].note == "Members to declare any interests."
    assert reading.record.items[-1].kind is ItemKind.NEXT_MEETING
    assert "Members of the public are welcome." in meeting.note


def test_a_typed_agenda_may_have_gaps_and_titles_that_begin_with_a_figure() -> None:
    reading = read_text(
        "Vale Panel\n1. Apologies\n1. of the code applies\n2. 2026/27 budget\n4) £9 rents\n5 Close\n12 people came\n"
    )
    assert [(item.agenda_number, item.title) for item in reading.record.items] == [
        ("1", "Apologies"),
        ("2", "2026/27 budget"),
        ("4", "£9 rents"),
        ("5", "Close"),
    ]
    assert reading.record.items[0].note == "1. of the code applies"
    assert reading.record.items[3].note == "12 people came"
    assert any("from 2 to 4" in doubt.message for doubt in reading.doubts)


def test_a_page_whose_labels_are_empty_is_read_as_an_agenda() -> None:
    reading = read_text(
        "Agenda and minutes\nVale Panel - Monday, 1 June 2026 2 pm\n1.\nApologies\nMinutes:\n2.\nBins\nMinutes:\n"
    )
    assert reading.record.meeting.state is MeetingState.PLANNED
    assert any("no text under any" in doubt.message for doubt in reading.doubts)


def test_a_page_that_lost_its_numbers_is_read_by_its_titles() -> None:
    text = (
        "Agenda and minutes\n\nVale Panel - Monday, 1 June 2026 2.00 pm\n\nNo. Item\n\n"
        "Minutes of previous meeting. pdf icon PDF 9 KB\n\n"
        "The minutes were confirmed.\n\nBins pdf icon PDF 8 KB\n\nJo Hart, Vale Trust, will present this report.\n\n"
        "The Panel considered a report.\n\nThat the report be noted.\n\nDate of next meeting\n\nIt was in July.\n"
    )
    reading = read_text(text)
    assert [item.title for item in reading.record.items] == [
        "Minutes of previous meeting.",
        "Bins",
        "Date of next meeting",
    ]
    assert reading.record.items[1].text == "The Panel considered a report.\nR: That the report be noted"
    assert any("no numbers" in doubt.message for doubt in reading.doubts)


def test_body_and_date_may_stand_on_two_lines() -> None:
    reading = read_text(
        "Agenda\nVale Panel\nFriday, 15th March, 2019 10.00 a.m.\nItems\nNo. Item\n1/19\nApologies\n2/19\nBins\n"
    )
    assert (reading.record.body.name, reading.record.meeting.date) == ("Vale Panel", date(2019, 3, 15))
    assert [item.agenda_number for item in reading.record.items] == ["1/19", "2/19"]
    assert reading.record.meeting.first_minute == 1
