"""The body as an agenda gives it: its name out of capitals, who presides, and the house style to begin with."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.importers.capitals import written
from clerk.importers.mends.front import with_body
from clerk.importers.reading import Reading
from clerk.importers.recognise import read_text
from clerk.model import Body
from clerk.store import Store
from tests.clerk.command_line import Clerk

DAY = "Wednesday 9 December 2026 at 6.30 pm\n"
ITEMS = "\n1. Apologies\n2. Budget\n3. Close\n"


def agenda(text: str, items: str = ITEMS) -> Reading:
    return read_text(f"{text}\n{DAY}{items}")


@pytest.mark.parametrize(
    ("name", "doubtful"),
    [
        ("Lower Wickendale Parish Council", ()),
        ("Licensing Sub-Committee", ()),
        ("Health and Wellbeing Board for the North", ()),
        ("Wick-upon-Wharf Town Council", ()),
        ("St John's-in-the-Vale Parish Council", ()),
        ("Members' Panel of O'Neill and McBride", ()),
        ("BCP Council", ("BCP",)),
        ("NHS ICB Joint Committee", ("NHS", "ICB")),
        ("Wye Flood Board", ("Wye",)),
        ("SEND Scrutiny Panel", ("SEND",)),
        ("LGPS Board", ("LGPS",)),
        ("Planning Committee A", ()),
        ("Area Panel II (North/South)", ()),
        ("19th District Panel", ()),
        ("The Cabinet", ()),
        ("Cyngor Sir Glânfa", ("Sir",)),
    ],
)
def test_a_name_in_capitals_is_written_as_elsewhere(name: str, doubtful: tuple[str, ...]) -> None:
    assert written(name.upper()) == (name, doubtful)


@pytest.mark.parametrize("name", ["", "BCP", "SACRE", "YHWV", "Lower Wick COUNCIL", "eXtra Board", "12"])
def test_a_name_that_is_letters_only_or_not_all_capitals_stays(name: str) -> None:
    assert written(name).name == name


@settings(max_examples=60)
@given(st.text("ABCDSTO'’-ÂŴ ()&/.12", max_size=25))
def test_nothing_of_a_name_changes_but_its_capitals(name: str) -> None:
    assert written(name).name.upper() == name.upper()


def test_the_agenda_says_what_to_check_of_a_name_in_capitals() -> None:
    reading = agenda("NHS JOINT COMMITTEE")
    assert reading.record.body.name == "NHS Joint Committee"
    said = "The body's name stood in capitals; check “NHS” in “NHS Joint Committee”."
    assert said in [doubt.message for doubt in reading.doubts]
    assert not any("capitals" in doubt.message for doubt in agenda("LICENSING SUB-COMMITTEE").doubts)


def test_a_body_known_under_its_name_in_capitals_is_the_same(tmp_path: Path) -> None:
    clerk, file = Clerk(tmp_path / "clerk.db"), tmp_path / "agenda.txt"
    file.write_text(f"Licensing\n{DAY}{ITEMS}", encoding="utf-8")
    clerk.ok("import", str(file), "--body", "LICENSING SUB-COMMITTEE")
    file.write_text(f"LICENSING SUB-COMMITTEE\n{DAY.replace('9', '16')}{ITEMS}", encoding="utf-8")
    clerk.ok("import", str(file))
    with Store.open(clerk.db) as store:
        assert [one.meetings for one in store.bodies()] == [2]


@pytest.mark.parametrize(
    ("above", "items", "title"),
    [
        ("Councillor A. Ash (Chair)\n", ITEMS, "Chair"),
        ("Members: Cllrs A. Ash (Chairman), B. Birch (Vice-Chair)\n", ITEMS, "Chairman"),
        ("Convener: Councillor A. Ash\n", ITEMS, "Convener"),
        ("CHAIR: Councillor A. Ash\n", ITEMS, "Chair"),
        ("", "\n1. Election of Chair\n2. Apologies\n", "Chair"),
        ("", "\n1. Apologies\n2. Convener's announcements\n", "Convener"),
        ("Vice-Chair: Councillor A. Ash\n", ITEMS, Body("").chair_title),
        ("Members may speak to the clerk in the Chair of the hall\n", ITEMS, Body("").chair_title),
    ],
)
def test_the_agenda_says_what_the_person_presiding_is_called(above: str, items: str, title: str) -> None:
    assert agenda(f"Planning Committee\n{above}", items).record.body.chair_title == title


@pytest.mark.parametrize(
    ("name", "item", "title"),
    [
        ("Harrowdale District Council", "Election of the Mayor 2026/27", "Mayor"),
        ("Lowton Town Council", "To elect a Town Mayor", "Town Mayor"),
        ("Harrowdale City Council", "ELECTION OF LORD MAYOR", "Lord Mayor"),
        ("Harrowdale District Council", "Appointment of the Deputy Mayor 2026/27", Body("").chair_title),
        ("Harrowdale District Council", "Report of the Mayor", Body("").chair_title),
        ("Health Partnership", "Election of the Mayor's representative", Body("").chair_title),
    ],
)
def test_the_mayor_presides_over_a_council_that_elects_one(name: str, item: str, title: str) -> None:
    assert agenda(name, f"\n1. Apologies\n2. {item}\n3. Close\n").record.body.chair_title == title


@pytest.mark.parametrize(
    ("name", "items", "title"),
    [
        ("Harrowdale District Council", ["Mayor's Announcements", "Leader’s Announcements"], "Mayor"),
        ("Harrowdale City Council", ["To receive communications from the Lord Mayor"], "Lord Mayor"),
        ("LOWTON TOWN COUNCIL", ["TOWN MAYOR’S COMMUNICATIONS"], "Town Mayor"),
        ("Harrowdale District Council", ["Mayor's Announcements", "Question to the Chair of the Parks Panel"], "Mayor"),
        ("Harrowdale District Council", ["Mayor's Announcements", "Chairman’s Announcements"], "Chairman"),
        ("Harrowdale District Council", ["Chair's Announcements", "Mayor's Announcements"], "Chair"),
        ("Harrowdale District Council", ["Mayor's Announcements", "Speaker's Announcements"], Body("").chair_title),
        ("Harrowdale District Council", ["Mayor's Announcements", "Report of the Elected Mayor"], Body("").chair_title),
        ("Harrowdale District Council", ["Mayor's Announcements", "Mayor and Cabinet"], Body("").chair_title),
        ("Harrowdale District Council", ["Deputy Mayor's Announcements"], Body("").chair_title),
        ("Parks Committee", ["Mayor's Announcements"], Body("").chair_title),
    ],
)
def test_who_makes_a_councils_announcements_presides_unless_the_mayor_may_be_elected_by_voters(
    name: str, items: list[str], title: str
) -> None:
    numbered = "\n".join(f"{number}. {item}" for number, item in enumerate(("Apologies", *items, "Close"), 1))
    assert agenda(name, f"\n{numbered}\n").record.body.chair_title == title


@pytest.mark.parametrize(("said", "title"), [("Councillor Ash", "Mayor"), ("the Chair", "Chair")])
def test_minutes_say_by_their_own_words_who_presided_before_that(said: str, title: str) -> None:
    items = f"Items\nNo. Item\n54.\nMayor's Announcements\nMinutes:\nRESOLVED: That the words of {said} be noted.\n"
    page = f"Agenda and minutes\nHarrowdale Council - Thursday, 24th February, 2022 7.30 pm\nVenue: Hall\n{items}"
    assert read_text(page).record.body.chair_title == title


def test_a_parish_begins_with_the_parish_style_and_another_body_does_not() -> None:
    for name in ("Lowton Parish Council", "LOWTON TOWN COUNCIL", "Lowton Community Council"):
        assert agenda(name).record.body.style == "parish"
    other = agenda("Planning Committee")
    assert other.record.body.style == Body("").style
    assert with_body(other, "Lowton Parish Council").record.body.style == "parish"


def test_a_style_that_a_file_gives_is_kept() -> None:
    head = "Clerk record 1\nBody: Lowton Parish Council\n"
    assert read_text(f"{head}\n## 1. Apologies\n").record.body.style == "parish"
    assert read_text(f"{head}House style: county\n\n## 1. Apologies\n").record.body.style == "county"
