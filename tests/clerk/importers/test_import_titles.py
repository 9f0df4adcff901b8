"""What stands after a title, numbers that do not carry on, and papers of the meeting as a whole."""

from __future__ import annotations

import pytest

from clerk.importers.reading import Reading
from clerk.importers.recognise import read_text
from clerk.terms import DocumentKind

HEAD = "Vale Committee\nMonday 1 June 2026\n"
PAGE = "Agenda\nVale Committee - Monday 1 June 2026 10.00 am\n{front}Items\nNo. Item\n{items}"


def titles(reading: Reading) -> list[tuple[str, str]]:
    return [(item.agenda_number, item.title) for item in reading.record.items]


def html(links: str, row: str = "Budget") -> str:
    return (
        '<html><body><h2 class="mgSubTitleTxt">Vale Committee - Monday, 1 June 2026</h2>'
        f'<div class="mgLinks"><ul class="mgActionList">{links}</ul></div><div class="mgContent">'
        '<table class="mgItemTable"><tr><td class="mgItemNumberCell">1.</td>'
        f'<td><p class="mgAiTitleTxt">{row}</p></td></tr></table></div></body></html>'
    )


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        ("Budget (Pages 3 - 10)", "(Pages 3 - 10)"),
        ("Budget (Page 3)", "(Page 3)"),
        ("Budget (Pages 3-10, 12)", "(Pages 3-10, 12)"),
        ("Budget (to follow)", "(to follow)"),
        ("Budget (Report to follow)", "(Report to follow)"),
        ("Budget (Pages 3 to 10) (to follow)", "(Pages 3 to 10) (to follow)"),
    ],
)
def test_where_the_paper_is_is_no_part_of_a_title(written: str, taken: str) -> None:
    readings = [
        read_text(f"{HEAD}1. {written}\n2. Dogs\n"),
        read_text(PAGE.format(front="", items=f"1.\n{written}\n2.\nDogs\n")),
        read_text(html("", written)),
    ]
    for reading in readings:
        first = reading.record.items[0]
        assert first.title == "Budget"
        assert taken in reading.noise
        assert [paper.kind for paper in first.documents] == [DocumentKind.REPORT]


@pytest.mark.parametrize("title", ["Pages 3 - 10", "(to follow)", "The sequel to follow", "Cuts (pages of them)"])
def test_other_titles_are_left_whole(title: str) -> None:
    assert read_text(f"{HEAD}1. {title}\n2. Dogs\n").record.items[0].title == title


def test_a_number_that_does_not_carry_on_is_doubted() -> None:
    reading = read_text(f"{HEAD}1. A\n2. B\n2. C\n4. D\n")
    assert titles(reading) == [("1", "A"), ("2", "B"), ("4", "D")]
    assert any("“2. C”" in doubt.message and doubt.line == 5 for doubt in reading.doubts)


def test_a_note_that_only_begins_with_a_figure_is_not() -> None:
    reading = read_text(f"{HEAD}1. A\n12 people came.\n10.30 am start\n2026-27 budget\n2. B\n")
    assert reading.doubts == ()


def test_items_with_number_and_title_on_one_line_are_items_below_the_column_headings() -> None:
    items = "1. Apologies\n2. Budget\nTo agree:\n1. the plan\n3. Dogs\nNo. 4 Mill Lane\n4. Next meeting\n"
    reading = read_text(PAGE.format(front="", items=items))
    assert titles(reading) == [("1", "Apologies"), ("2", "Budget"), ("3", "Dogs"), ("4", "Next meeting")]
    assert reading.reader == "ModernGov page, as text"
    assert reading.record.items[1].note == "To agree:\n1. the plan"
    assert any("“1. the plan”" in doubt.message for doubt in reading.doubts)


def test_a_list_in_the_minutes_of_a_page_with_numbers_alone_is_not_items() -> None:
    reading = read_text(PAGE.format(front="", items="1.\nBudget\nMinutes:\nAgreed:\n2. to go on\n2.\nDogs\n"))
    assert titles(reading) == [("1", "Budget"), ("2", "Dogs")]


PAPERS = ("Supplement: Item 2 update", "Late Material", "Printed minutes")


def test_papers_of_the_whole_meeting_are_a_note_and_a_doubt_in_pasted_text() -> None:
    front = "".join(f"• {name} PDF 2 MB\n" for name in (*PAPERS, "Agenda frontsheet"))
    reading = read_text(PAGE.format(front=front, items="1.\nBudget\n"))
    assert reading.record.meeting.note.split("\n") == list(PAPERS)
    assert all(any(name in doubt.message for doubt in reading.doubts) for name in PAPERS)
    assert any("Agenda frontsheet" in line for line in reading.noise)


def test_papers_of_the_whole_meeting_are_a_note_and_a_doubt_in_a_saved_page() -> None:
    links = "".join(
        f'<li><a href="https://vale.example/{at}.pdf">{name} <span class="mgFileSize">PDF 1 MB</span></a></li>'
        for at, name in enumerate((*PAPERS, "Agenda frontsheet"))
    )
    reading = read_text(html(links + '<li><a href="x">Attendance details</a></li>'))
    noted = [f"{name} (https://vale.example/{at}.pdf)" for at, name in enumerate(PAPERS)]
    assert reading.record.meeting.note.split("\n") == noted
    assert all(any(name in doubt.message for doubt in reading.doubts) for name in PAPERS)
    assert "Attendance details" in reading.noise
