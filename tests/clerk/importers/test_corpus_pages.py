"""Whether every item of the neighbour folder's meeting pages is read, and the same shapes on made-up pages."""

from __future__ import annotations

import pytest

from clerk.importers.reading import Reading, UnreadableError
from clerk.importers.recognise import read_text
from clerk.importers.text_lines import LONGEST_LINE, MOST_LINES
from clerk.terms import ItemKind, MeetingState
from tests.clerk.importers.corpus import NEIGHBOUR, list_pages

# Counted by eye: items and section headings of each page's opening, as far as the file goes.
ITEMS = {
    "001": 2, "002": 4, "008": 5, "011": 3, "013": 2, "016": 3, "017": 6, "019": 2, "026": 5, "028": 5,
    "034": 4, "035": 2, "049": 4, "053": 3, "059": 4, "061": 1, "062": 3, "064": 2, "065": 6, "073": 5,
    "080": 2, "085": 4, "088": 3, "089": 3, "091": 7, "092": 3, "094": 9, "095": 4, "098": 7, "101": 6,
    "104": 3, "109": 2, "110": 3, "112": 4, "124": 3,
}  # fmt: skip
UNDATED = {"001", "034", "035", "059", "062", "088", "089", "091", "095", "104", "112"}
SAVED = {"kingston_Agenda_151.html": 12, "kingston_Agenda_412.html": 0, "skeleton_ieListDocuments.html": 5}

LOST = """Agenda and minutes
Ferry Sub-Committee - Tuesday 2nd June, 2026 10.00 am
No. Item
Appointment of Chairman
It was proposed and seconded that Cllr Oak be appointed. The motion was declared CARRIED.
To receive apologies for absence.
There were no apologies.
Chairman's Announcements
The Chairman reminded those present to use the ferry bell.
Declarations of Interest
To receive any declarations of interest.
There were no declarations.
Exclusion of press and public
To move that the press and public be excluded for the following reason:
1.  Information relating to an individual
Cllr Oak proposed a motion to exclude the public.
Landing Stage Repairs
(Report attached)
The engineer explained the works.
Pier Tolls - Yearly Review
"""
NUMBERED = """Agenda
Budget Setting, Council
Thursday, 4 June 2026
7.30 pm
Items
Note No. Item
4.
MINUTES
4a
1 May 2026 pdf icon PDF 10 KB
Minutes:
The minutes were approved.
4b
...
*
5.
Ferries
The starred item is exempt.
"""


def titles(reading: Reading) -> list[tuple[str, str]]:
    return [(item.agenda_number, item.title) for item in reading.record.items]


def said(reading: Reading) -> str:
    return "\n".join(doubt.message for doubt in reading.doubts)


@pytest.mark.skipif(not NEIGHBOUR.is_dir(), reason="the corpus is not beside the project")
def test_every_item_of_every_page_of_the_corpus_is_read() -> None:
    read = {page.name[:3]: read_text(page.text, page.name) for page in list_pages()}
    assert {name: len(reading.record.items) for name, reading in read.items()} == ITEMS
    assert {name for name, reading in read.items() if not reading.record.meeting.date} == UNDATED
    assert {name for name, reading in read.items() if not reading.record.body.name} == UNDATED
    for name, items in SAVED.items():
        page = (NEIGHBOUR / "corpus" / "html" / name).read_text(encoding="utf-8")
        assert (name, len(read_text(page).record.items)) == (name, items)


def test_a_page_without_numbers_has_its_items_by_their_words() -> None:
    reading = read_text(LOST)
    items = reading.record.items
    assert [item.title for item in items] == [
        "Appointment of Chairman",
        "To receive apologies for absence.",
        "Chairman's Announcements",
        "Declarations of Interest",
        "Exclusion of press and public",
        "Landing Stage Repairs",
    ]
    assert items[3].note == "To receive any declarations of interest."
    assert [entry.line for entry in items[3].entries] == ["There were no declarations."]
    assert items[4].note.endswith("1. Information relating to an individual")
    assert [entry.line for entry in items[4].entries] == ["Cllr Oak proposed a motion to exclude the public."]
    assert items[5].note == "(Report attached)"


def test_what_is_not_certain_on_such_a_page_carries_a_doubt() -> None:
    reading = read_text(LOST)
    assert "The title of the item “To receive apologies for absence.” is lost" in said(reading)
    assert "“Landing Stage Repairs” was taken for an item of its own" in said(reading)
    # Nothing follows the last line, so it may be anything: it stays where it stands.
    assert reading.record.items[5].entries[-1].line == "Pier Tolls - Yearly Review"


def test_titles_alone_are_an_agenda_and_prose_is_not() -> None:
    agenda = "Ferry Council - 2 June 2026 at 7 pm\nApologies\nDeclarations of interest\nQuestions from the public\n"
    assert len(read_text(agenda).record.items) == 3
    with pytest.raises(UnreadableError, match="no items"):
        read_text("Dear all,\nApologies for my absence last week.\nThe minutes of the meeting were lost.\nYours\n")


def test_parts_of_an_item_a_star_and_a_heading_on_three_lines_are_read() -> None:
    reading = read_text(NUMBERED)
    assert titles(reading) == [("4", "MINUTES"), ("4a", "1 May 2026"), ("4b", "..."), ("5", "Ferries")]
    assert reading.record.items[1].kind is ItemKind.PREVIOUS_MINUTES
    assert (reading.record.body.name, str(reading.record.meeting.time)) == ("Budget Setting, Council", "19:30:00")
    assert "has a star on the page" in said(reading)
    assert "*" in reading.noise


def test_a_line_in_capitals_above_an_item_heads_a_part_whether_text_or_a_title_is_before_it() -> None:
    page = "Items\nNo. Item\n1.\nApologies\nMATTERS FOR DECISION\n2.\nTolls\nMinutes:\nKept.\nFOR NOTING\n3.\nFerries\n"
    kinds = [item.kind is ItemKind.HEADING for item in read_text(page).record.items]
    assert kinds == [False, True, False, True, False]


@pytest.mark.parametrize(
    "numbers",
    [
        ("1/26", "2/26", "3/26"),
        ("2026/7", "2026/8", "2026/9"),
        ("P/142", "P/143", "P/144"),
        ("SC406", "SC407", "SC408"),
        ("PLA146/14", "PLA147/14", "PLA148/14"),
        ("04.23.01", "04.23.02", "04.23.03"),
        ("64/17a", "64/17b", "65/17"),
        ("5", "5.1", "5.2"),
    ],
)
def test_items_are_found_by_every_manner_of_numbering(numbers: tuple[str, ...]) -> None:
    names = ["Apologies", "Ferries", "Tolls"]
    expected = list(zip(numbers, names, strict=True))
    page = "Agenda\nCouncil - Monday, 1 June 2026 7.30 pm\nItems\nNo. Item\n"
    assert titles(read_text(page + "".join(f"{number}\n{name}\n" for number, name in expected))) == expected
    plain = "Ferry Council\n12 High Street\n1 June 2026\n7.30 pm\n"
    assert titles(read_text(plain + "".join(f"{number} {name}\n" for number, name in expected))) == expected


def test_minutes_typed_as_plain_text_are_read_as_minutes() -> None:
    reading = read_text(
        "Minutes of the meeting of Ferry Council held on Monday 1 June 2026\nTime: 7.30 pm Venue: Ferry Hall\n"
        "1. Apologies\nApologies were received from Cllr Oak.\n"
        "2. Tolls\nCllr Fenn spoke. Resolved: that the toll be kept.\n"
    )
    meeting = reading.record.meeting
    assert (meeting.state, meeting.venue, str(meeting.time)) == (MeetingState.DRAFT, "Ferry Hall", "19:30:00")
    assert reading.record.body.name == "Ferry Council"
    assert [entry.line for entry in reading.record.items[1].entries] == ["Cllr Fenn spoke.", "R: That the toll be kept"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Agenda\nItems\n1.\nTolls\nMinutes:\n" + "and it was RESOLVED " * (LONGEST_LINE // 19), "too long"),
        ("Agenda\nItems\n1.\nTolls\nMinutes:\n" + "RESOLVED that x.\n" * MOST_LINES, "too many"),
        ("".join(f"{number}. Toll\n" for number in range(1, MOST_LINES + 2)), "too many"),
        ("<html><body><table id='mgItemTable'><tr><td>" + "<div>" * 100_000 + "deep", "nested too deeply"),
        ("<html><body><table id='mgItemTable'>" + "<tr><td>1.</td></tr>" * 50_000, "too many"),
        ("<html><body><table id='mgItemTable'><tr><td>" + "word " * LONGEST_LINE, "too long"),
    ],
)
def test_what_is_far_too_large_for_a_meeting_is_refused_in_one_sentence(text: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as refusal:
        read_text(text)
    assert str(refusal.value).endswith(".")


def test_words_outside_the_cells_of_a_damaged_page_are_kept_with_a_doubt() -> None:
    page = (
        "<html><body><table id='mgItemTable'>"
        "<tr><td class='mgItemNumberCell'>1.</td><td><p class='mgAiTitleTxt'>Tolls</p></td></tr>"
        "<tr><div class='mgWordPara'><p>The toll was kept.</p></div></tr>"
        "<tr><td class='mgItemNumberCell'>2. Ferries and their crews, who are many</td></tr></table></body></html>"
    )
    reading = read_text(page)
    assert titles(reading) == [("1", "Tolls"), ("2", "Ferries and their crews, who are many")]
    assert reading.record.items[0].note == "The toll was kept."
    assert "outside the table's cells" in said(reading)
    assert "run together" in said(reading)
