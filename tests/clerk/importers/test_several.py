"""Files with the minutes of several meetings: where each begins, and that no line is lost between them."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.importers.books import Meetings
from clerk.importers.parts import Block
from clerk.importers.recognise import meetings_in, meetings_in_text, read_file, read_text
from clerk.importers.several import book_of
from clerk.language.dates import say_date
from clerk.terms import MeetingState
from tests.clerk.importers.corpus import NEIGHBOUR, list_pages
from tests.clerk.importers.test_import_loses_nothing import FIXTURES, lost_by_both

BOOK = FIXTURES / "minute_book.txt"
DIARY = """Quay Club
{}
Attendees: Ada Flow, Bo Small
Discussion:
The lamps were lit{}.
Decisions made:
To buy oil.
"""


def titles(meetings: Meetings, at: int) -> list[str]:
    assert meetings.one is not None
    return [item.title for item in meetings.one(at).record.items]


def test_a_minute_book_is_known_and_says_its_meetings() -> None:
    meetings = meetings_in(BOOK)
    assert [headed.day for headed in meetings.headed] == [date(2026, 1, 5), date(2026, 2, 2), date(2026, 3, 2)]
    assert meetings.said() == "3 meetings (1: 5 January 2026, 2: 2 February 2026, 3: 2 March 2026)"


def test_each_meeting_of_a_book_is_read_by_itself_with_its_own_lines() -> None:
    meetings = meetings_in(BOOK)
    assert meetings.one is not None
    records = [meetings.one(at).record for at in range(3)]
    assert [record.body.name for record in records] == ["Northmere Parish Council"] * 3
    assert [record.meeting.state for record in records] == [MeetingState.DRAFT] * 3
    assert [len(record.items) for record in records] == [5, 5, 3]
    assert [person.name for person in records[2].presence] == ["Cllr Ada Flow", "Cllr Ed Lock"]
    lines = BOOK.read_text(encoding="utf-8").split("\n")
    assert meetings.one(1).begins == tuple(
        at for at, line in enumerate(lines, 1) if line[:1].isdigit() and 20 <= at < 34
    )


def test_no_line_of_a_book_is_lost_and_none_is_in_two_meetings() -> None:
    meetings = meetings_in(BOOK)
    assert meetings.one is not None
    lines = BOOK.read_text(encoding="utf-8").split("\n")
    starts = [headed.line - 1 for headed in meetings.headed]
    for at, (start, end) in enumerate(zip(starts, [*starts[1:], len(lines)], strict=True)):
        assert lost_by_both("\n".join([*lines[: starts[0]], *lines[start:end]]), meetings.one(at)) == []
    assert "Hedges" not in titles(meetings, 0)


def test_the_file_as_one_meeting_can_still_be_read_with_a_doubt() -> None:
    read = read_file(BOOK)
    assert read == meetings_in(BOOK).whole()
    assert read.doubts[0].message.startswith("The file seems to hold 3 meetings (1: 5 January 2026")


def test_without_numbers_the_headings_the_meetings_share_are_the_items() -> None:
    days = ("January 8, 2026", "January 15, 2026", "January 22, 2026")
    meetings = meetings_in_text("Club minutes\n\n" + "\n".join(DIARY.format(day, day[8:10]) for day in days))
    assert [headed.day.day for headed in meetings.headed] == [8, 15, 22]
    assert [titles(meetings, at) for at in range(3)] == [["Discussion", "Decisions made"]] * 3
    assert meetings.one is not None
    assert meetings.one(2).record.body.name == ""
    assert "Quay Club" in meetings.one(2).record.meeting.note


def test_a_meeting_of_a_book_without_any_heading_keeps_its_text_in_one_item() -> None:
    days = ("January 8, 2026", "January 15, 2026", "January 22, 2026")
    text = "\n".join(DIARY.format(day, "") for day in days) + "Quay Club\nJanuary 29, 2026\nPresent: Bo Small\nFog.\n"
    meetings = meetings_in_text(text)
    assert meetings.one is not None
    read = meetings.one(3)
    (item,) = read.record.items
    assert item.title == "Minutes"
    assert item.text.endswith("Present: Bo Small\nFog.")
    assert any("no items that Clerk can find" in doubt.message for doubt in read.doubts)


def test_a_word_file_is_parted_before_the_table_that_says_the_day(tmp_path: Path) -> None:
    meetings = meetings_in(word_book(tmp_path))
    assert [headed.day for headed in meetings.headed] == [date(2026, 1, 5), date(2026, 2, 2)]
    assert [titles(meetings, at)[1] for at in range(2)] == ["Lamps of 5 January 2026", "Lamps of 2 February 2026"]
    assert meetings.one is not None
    assert [person.name for person in meetings.one(1).record.presence] == ["Ada Flow", "Bo Small"]


def word_book(folder: Path) -> Path:
    document = docx.Document()
    for day in ("5 January 2026", "2 February 2026"):
        document.add_heading("Quay Trust: notes of meeting", 1)
        table = document.add_table(rows=2, cols=2)
        for row, cells in zip(table.rows, (("Date", day), ("Present", "Ada Flow, Bo Small")), strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        for title in ("Apologies", f"Lamps of {day}", "Next meeting"):
            document.add_paragraph(title, style="List Number")
            document.add_paragraph("It was agreed that this be noted.")
    out = BytesIO()
    document.save(out)
    path = folder / "book.docx"
    path.write_bytes(out.getvalue())
    return path


@pytest.mark.parametrize(
    "text",
    [
        "Northmere Board\nMonday 5 January 2026\nPresent: Ada Flow\n1. Apologies\n2. Minutes of the last meeting\n"
        "Minutes of the meeting held on 1 December 2025\nApologies and the rest were agreed.\n3. Lamps\n",
        "Northmere Board\nMonday 5 January 2026\n1. Apologies\n2. Dates of meetings\n2 February 2026\n2 March 2026\n"
        "6 April 2026\n3. Lamps\n",
    ],
    ids=["minutes of the last meeting", "dates of meetings"],
)
def test_one_meeting_that_names_other_days_stays_one(text: str) -> None:
    assert meetings_in_text(text).headed == ()
    assert meetings_in_text(text).whole() == read_text(text)


@pytest.mark.skipif(not NEIGHBOUR.is_dir(), reason="the corpus is not beside the project")
def test_no_page_of_the_corpus_is_taken_for_a_book_of_meetings() -> None:
    several = {page.name: meetings for page in list_pages() if (meetings := meetings_in_text(page.text)).headed}
    assert [name for name, meetings in several.items() if meetings.usual is None] == []
    assert all("issue" in name for name in several)
    examples = sorted((NEIGHBOUR / "examples").glob("*.txt"))
    assert [path.name for path in examples if meetings_in(path).headed] == []
    books = {
        path.name: len(meetings_in(path).headed) for path in sorted((NEIGHBOUR / "corpus" / "docx").glob("*.docx"))
    }
    assert {name: count for name, count in books.items() if count} == {"long_minutes_581_numpr.docx": 21}


LINES = st.sampled_from(("Present: Ada Flow", "1. Apologies", "None were sent.", "2. Lamps", "Any other business", "-"))


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 40), st.lists(LINES, max_size=6)), min_size=1, max_size=6), st.lists(LINES))
def test_the_meetings_of_a_book_and_its_title_page_are_all_its_lines(
    parts: list[tuple[int, list[str]]], front: list[str]
) -> None:
    said = list(front)
    for days, lines in parts:
        said += [f"Minutes of the meeting held on {say_date(date(2026, 1, 5) + timedelta(days))}", *lines]
    blocks = [Block(line, at) for at, line in enumerate(said, 1)]
    book = book_of(blocks)
    if book is None:
        return
    places = [list(book.place(at, len(blocks))) for at in range(len(book.openings))]
    assert sum(places, list(range(book.openings[0].start))) == list(range(len(blocks)))
    assert all(places)
