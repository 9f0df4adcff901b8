"""Whose report an item has, as planning agendas say it: behind the title, in brackets, or below."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.house_style import style_of
from clerk.importers.recognise import read_text
from clerk.model import Document, Item
from clerk.sentences.papers import received
from clerk.terms import DocumentKind
from tests.clerk.command_line import Clerk

TITLE = "24/01234/FUL - Land north of Mill Lane. Erection of 12 dwellings"


def item(text: str) -> Item:
    reading = read_text(f"Vale Committee\nMonday 1 June 2026\n1. Apologies\n2. {text}\n3. Close\n")
    assert len(reading.record.items) == 3
    return reading.record.items[1]


@pytest.mark.parametrize(
    ("text", "title", "note", "who"),
    [
        (f"{TITLE}. Report of the Head of Planning.", TITLE, "Report of the Head of Planning.", "the Head of Planning"),
        (f"{TITLE}. Report of Head of Planning", TITLE, "Report of Head of Planning", "the Head of Planning"),
        (
            f"{TITLE}. Report by the Director of Finance (attached)",
            TITLE,
            "Report by the Director of Finance",
            "the Director of Finance",
        ),
        (
            f"{TITLE}. Report of the Head of Planning (Pages 5 - 24)",
            TITLE,
            "Report of the Head of Planning",
            "the Head of Planning",
        ),
        ("Trees (Report of the Tree Officer)", "Trees", "Report of the Tree Officer", "the Tree Officer"),
        ("Trees - Report of the Tree Officer", "Trees", "Report of the Tree Officer", "the Tree Officer"),
        (
            f"{TITLE}\nReport by the Director of Finance (attached)",
            TITLE,
            "Report by the Director of Finance (attached)",
            "the Director of Finance",
        ),
        (
            "Mill Lane\nErection of 12 dwellings. Report of the Head of Planning. Recommendation: approve.",
            "Mill Lane",
            "Erection of 12 dwellings. Report of the Head of Planning. Recommendation: approve.",
            "the Head of Planning",
        ),
        (
            "Waste\nTo consider the report of the Director of Place (pages 3 to 12).",
            "Waste",
            "To consider the report of the Director of Place (pages 3 to 12).",
            "the Director of Place",
        ),
    ],
)
def test_the_post_that_reports_is_the_presenter(text: str, title: str, note: str, who: str) -> None:
    read = item(text)
    assert (read.title, read.note) == (title, note)
    assert read.documents == (Document(DocumentKind.REPORT, presenter=who),)


def test_a_named_author_has_name_post_and_organisation() -> None:
    (paper,) = item("Parks: Report by Jo Hart, Head of Parks, Northmere Council.").documents
    assert (paper.presenter, paper.post, paper.organisation) == ("Jo Hart", "Head of Parks", "Northmere Council")


@pytest.mark.parametrize(
    ("whose", "name", "post"),
    [
        ("the Monitoring Officer (Helen Frost)", "Helen Frost", "Monitoring Officer"),
        ("the Chief Executive (Dr A. Rao)", "Dr A. Rao", "Chief Executive"),
        ("the Monitoring Officer (Legal Services)", "the Monitoring Officer (Legal Services)", ""),
        ("the Head of Service (Di Moor)", "the Head of Service (Di Moor)", ""),
    ],
)
def test_a_name_in_brackets_after_a_post_that_one_person_holds_is_the_author(whose: str, name: str, post: str) -> None:
    (paper,) = item(f"Parks\nReport of {whose}.").documents
    assert (paper.presenter, paper.post) == (name, post)


@pytest.mark.parametrize("where", ["(Pages 5 - 24)", "(Report attached)", "(to follow)"])
@pytest.mark.parametrize("between", [" ", "\n"])
def test_an_item_with_pages_has_a_report(where: str, between: str) -> None:
    read = item(f"Waste contract{between}{where}")
    assert (read.title, read.documents) == ("Waste contract", (Document(DocumentKind.REPORT),))


@pytest.mark.parametrize(
    "title",
    [
        "Annual Report of the Director of Public Health",
        "Report of the Head of Planning",
        "Roads. Report of the meeting held last year",
        "Roads. Reporting of potholes by the Director",
    ],
)
def test_a_title_that_is_itself_of_a_report_stays_whole(title: str) -> None:
    assert item(title).title == title


def test_the_minute_of_such_an_item_begins_with_the_usual_words(clerk: Clerk, tmp_path: Path) -> None:
    path = tmp_path / "agenda.txt"
    path.write_text(
        f"Northmere District Council\nPlanning Committee\nMonday 1 June 2026\n1. Apologies\n"
        f"2. {TITLE}. Report of the Head of Planning.\n",
        encoding="utf-8",
    )
    clerk.ok("import", str(path))
    record = clerk.record(2)
    said = received(record, 2, style_of(record.body))
    assert said.startswith("The Committee considered a report of the Head of Planning")


@pytest.mark.parametrize(
    ("who", "presenter", "post"),
    [
        ("the Director of Transport, Ms Di Moor", "Ms Di Moor", "Director of Transport"),
        ("the Director of Roads, Parks and Waste, D. J. Moor", "D. J. Moor", "Director of Roads, Parks and Waste"),
        ("the Head of Highways, Street Lighting", "the Head of Highways, Street Lighting", ""),
        ("the Head of Planning, Deputy Clerk", "the Head of Planning, Deputy Clerk", ""),
    ],
)
def test_only_a_title_or_initials_behind_a_post_say_who_holds_it(who: str, presenter: str, post: str) -> None:
    (paper,) = item(f"Buses\nReport of {who}").documents
    assert (paper.presenter, paper.post) == (presenter, post)
