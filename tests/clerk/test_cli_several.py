"""Importing from a minutes book on the command line: nothing before it is said which meeting."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clerk.store import Store
from tests.clerk.command_line import Clerk

BOOK = Path(__file__).parent / "fixtures" / "minute_book.txt"


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    return Clerk(tmp_path / "clerk.db")


def days(clerk: Clerk) -> list[str]:
    with Store.open(clerk.db, write=False) as store:
        return sorted(str(meeting.date) for meeting in store.meetings())


def test_a_book_is_not_brought_in_until_it_is_said_which_meeting(clerk: Clerk) -> None:
    said = clerk.sentence("import", str(BOOK))
    assert "holds 3 meetings (1: 5 January 2026, 2: 2 February 2026, 3: 2 March 2026)" in said
    assert "--meeting" in said
    assert not clerk.db.exists()


def test_one_meeting_of_a_book_is_brought_in_by_its_number(clerk: Clerk) -> None:
    said = clerk.ok("import", str(BOOK), "--meeting", "2")
    assert said.startswith("meeting 1: Northmere Parish Council, Monday 2 February 2026 at 7.00 pm, 5 items")
    assert days(clerk) == ["2026-02-02"]


def test_all_meetings_of_a_book_are_brought_in_with_the_body_asked_for(clerk: Clerk) -> None:
    told = json.loads(clerk.ok("import", str(BOOK), "--meeting", "ALL", "--body", "Elm Vale Council", "--json"))
    assert [(each["body"], each["import"]["meeting"]) for each in told] == [
        ("Elm Vale Council", 1),
        ("Elm Vale Council", 2),
        ("Elm Vale Council", 3),
    ]
    assert days(clerk) == ["2026-01-05", "2026-02-02", "2026-03-02"]


def test_the_whole_book_as_one_meeting_is_said_to_be_doubtful(clerk: Clerk) -> None:
    said = clerk.ok("import", str(BOOK), "--meeting", "whole", "--dry-run")
    assert "The file seems to hold 3 meetings" in said
    assert not clerk.db.exists()


@pytest.mark.parametrize("number", ["0", "4", "first", "²", "99999999999"])
def test_a_meeting_the_book_does_not_hold_is_refused_in_a_sentence(clerk: Clerk, number: str) -> None:
    assert "--meeting is one of these numbers, all or whole." in clerk.sentence(
        "import", str(BOOK), "--meeting", number
    )


def test_of_a_file_with_one_meeting_there_is_no_second(clerk: Clerk, tmp_path: Path) -> None:
    agenda = tmp_path / "agenda.txt"
    agenda.write_text("Elm Vale Board\nMonday 6 July 2026\n1. Apologies\n2. Weirs\n", encoding="utf-8")
    assert "holds one meeting" in clerk.sentence("import", str(agenda), "--meeting", "2")
    assert clerk.ok("import", str(agenda), "--meeting", "all").startswith("meeting 1: Elm Vale Board")


def test_all_meetings_are_not_put_into_one(clerk: Clerk) -> None:
    assert "--into is one meeting" in clerk.sentence("import", str(BOOK), "--meeting", "all", "--into", "1", code=2)


def test_a_meeting_that_may_not_be_changed_does_not_keep_the_others_out(clerk: Clerk, tmp_path: Path) -> None:
    agendas = "".join(
        f"Elm Vale Board\nAgenda for the meeting held on {day}\nPresent: to be noted\n1. Apologies\n2. Weirs\n"
        "3. Date of next meeting\n"
        for day in ("6 July 2026", "3 August 2026")
    )
    file = tmp_path / "agendas.txt"
    file.write_text(agendas.replace("Agenda for the meeting", "Meeting"), encoding="utf-8")
    clerk.ok("import", str(file), "--meeting", "1")
    clerk.ok("open", "1")
    clerk.ok("close", "1")
    result = clerk.run("import", str(file), "--meeting", "all")
    assert result.exit_code == 1
    assert "Not brought in: 1, 6 July 2026" in result.stderr
    assert days(clerk) == ["2026-07-06", "2026-08-03"]


def test_of_an_issue_the_newest_meeting_is_brought_in_unless_another_is_asked_for(clerk: Clerk) -> None:
    issue = str(BOOK.parent / "issue_meetings.html")
    said = clerk.ok("import", issue)
    assert "The page tells of 2 meetings" in said
    assert "the newest, was read" in said
    clerk.ok("import", issue, "--meeting", "2", "--new")
    assert len(set(days(clerk))) == 2
    clerk.ok("import", issue, "--meeting", "all", "--new")
    assert len(days(clerk)) == 4
