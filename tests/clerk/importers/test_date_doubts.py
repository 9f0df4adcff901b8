"""Days that are unmistakable are read; one in figures is doubted only when something in the file speaks against it."""

from __future__ import annotations

from datetime import date, time
from io import BytesIO

import docx
import pytest

from clerk.importers import word
from clerk.importers.reading import Reading
from clerk.importers.recognise import read_text


def reading(heading: str, other: str = "") -> Reading:
    return read_text(f"{heading}\n1. Apologies\n2. Minutes of the last meeting\n{other}\n3. Lamps\n")


def day_doubts(read: Reading) -> list[str]:
    return [doubt.message for doubt in read.doubts if doubt.line == 1]


@pytest.mark.parametrize(
    ("heading", "day", "clock"),
    [
        ("Harbour Board - Monday, September 29, 2025 at 7 pm", date(2025, 9, 29), time(19)),
        ("Harbour Board - 09/29/2025 at 7 pm", date(2025, 9, 29), time(19)),
        ("Harbour Board - Dydd Iau, 15 Ionawr 2026 2.00 y.p.", date(2026, 1, 15), time(14)),
        ("Harbour Board - Thursday 03/04/2025 6.00 pm", date(2025, 4, 3), time(18)),
    ],
)
def test_an_unmistakable_day_is_read_without_a_doubt(heading: str, day: date, clock: time) -> None:
    read = reading(heading, "Agreed on 04/29/2025.")
    meeting = read.record.meeting
    assert (read.record.body.name, meeting.date, meeting.time) == ("Harbour Board", day, clock)
    assert day_doubts(read) == []
    assert meeting.note == ""


def test_a_day_in_figures_is_british_until_the_file_speaks_against_it() -> None:
    heading = "Harbour Board - 03/04/2025 6.00 pm"
    assert day_doubts(reading(heading)) == []
    assert day_doubts(reading(heading, "Agreed on 29/04/2025, not 04/29/2025.")) == []
    read = reading(heading, "Agreed on 04/29/2025.")
    assert read.record.meeting.date == date(2025, 4, 3)
    assert day_doubts(read) == [
        "The day 03/04/2025 was read as 3 April 2025, but the file writes 04/29/2025 too; "
        "see whether 4 March 2025 is meant."
    ]


def test_a_weekday_that_fits_only_the_american_reading_is_told() -> None:
    (doubt,) = day_doubts(reading("Harbour Board - Tuesday 03/04/2025 6.00 pm"))
    assert doubt.endswith("but it is said to be a Tuesday; see whether 4 March 2025 is meant.")


def test_a_weekday_that_is_wrong_is_told() -> None:
    assert day_doubts(reading("Harbour Board - Wednesday 3 April 2025 10.00 am")) == [
        "The heading says Wednesday, but 3 April 2025 is a Thursday."
    ]


def test_the_hour_alone_below_the_day_is_the_time_of_the_meeting() -> None:
    document = docx.Document()
    for line in ("Harbour Board", "Monday 5 January 2026", "7.30 pm", "The Pilot House"):
        document.add_paragraph(line)
    for title in ("Apologies", "Lamps"):
        document.add_paragraph(title, style="List Number")
    out = BytesIO()
    document.save(out)
    meeting = word.read(out.getvalue()).record.meeting
    assert (meeting.date, meeting.time, meeting.note) == (date(2026, 1, 5), time(19, 30), "The Pilot House")
