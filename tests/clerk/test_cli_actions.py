"""Actions by command: listed across meetings, marked done, noted, reopened, and told with their history."""

from __future__ import annotations

import json

import pytest

from clerk.command_line import actions
from tests.clerk.command_line import Clerk


@pytest.fixture(autouse=True)
def minuted(clerk: Clerk) -> None:
    """Three actions in the minute of item 7."""
    clerk.ok("minute", "1", "7", typed="A: AE: write [to] all by 1 July\nA: ring\n- {B. Other>would ask}\n")


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day the commands are given on."""
    from datetime import datetime

    monkeypatch.setattr(actions, "now", lambda: datetime(2026, 7, 3, 9, 30))


@pytest.mark.usefixtures("today")
def test_the_open_actions_are_listed_with_owner_due_and_minute(clerk: Clerk) -> None:
    assert clerk.ok("actions").splitlines() == [
        "Northmere [/] Board",
        "  1  Cllr A. Example: write [to] all",
        "     due 1 July 2026, OVERDUE; minute 26, 19 June 2026",
        "  2  ring",
        "     minute 26, 19 June 2026",
        "  3  Cllr B. Other: ask",
        "     minute 26(i), 19 June 2026",
        "",
        "3 open, 1 overdue.",
    ]


@pytest.mark.usefixtures("today")
def test_the_list_is_cut_down_to_a_body_a_person_or_what_is_overdue(clerk: Clerk) -> None:
    assert "  3  " in clerk.ok("actions", "--owner", "other", "--body", "northmere [/] board")
    assert "  1  " not in clerk.ok("actions", "--owner", "other")
    assert clerk.ok("actions", "--overdue").splitlines()[-1] == "1 open, 1 overdue."
    assert clerk.ok("actions", "--owner", "nobody") == "There are no open actions.\n"
    assert "no body called Nowhere" in clerk.sentence("actions", "--body", "Nowhere")


@pytest.mark.usefixtures("today")
def test_an_action_is_done_and_reopened_and_all_of_it_is_told(clerk: Clerk) -> None:
    said = clerk.ok("action", "done", "1", "2", "--note", "Sent [sic]", "--on", "2 July 2026")
    assert said.splitlines() == [
        "Action 1 (Cllr A. Example: write [to] all): completed on 2 July 2026; Sent [sic]",
        "Action 2 (ring): completed on 2 July 2026; Sent [sic]",
    ]
    assert clerk.ok("actions").splitlines()[-1] == "1 open."
    assert "completed on 2 July 2026" in clerk.ok("actions", "--all")
    clerk.ok("action", "reopen", "1")
    clerk.ok("action", "note", "1", "-- one letter came back")
    clerk.ok("action", "drop", "1", "--note", "")
    assert clerk.ok("action", "history", "1").splitlines() == [
        "Action 1: AE: write [to] all by 1 July",
        "  2 July 2026  completed: Sent [sic]",
        "  3 July 2026  open: Sent [sic]",
        "  3 July 2026  open: -- one letter came back",
        "  3 July 2026  no longer required",
    ]


@pytest.mark.usefixtures("today")
def test_the_json_says_all_of_each_action(clerk: Clerk) -> None:
    clerk.ok("action", "note", "1", "half done")
    first = json.loads(clerk.ok("actions", "--json"))[0]
    assert first["number"] == 1
    assert (first["owners"], first["what"], first["due"]) == (["Cllr A. Example"], "write [to] all", "2026-07-01")
    assert (first["overdue"], first["last_day"], first["status"]) == (True, "2026-07-01", "open")
    assert (first["progress"], first["since"]) == ("half done", "2026-07-03")
    assert (first["body"], first["meeting"], first["date"]) == ("Northmere [/] Board", 1, "2026-06-19")
    assert (first["label"], first["item"]) == ("26", "Budget [sic] 👩‍⚖️")
    (change,) = json.loads(clerk.ok("action", "history", "1", "--json"))["changes"]
    assert (change["status"], change["day"], change["note"]) == ("open", "2026-07-03", "half done")
    shown = json.loads(clerk.ok("show", "1", "--json"))["actions"][0]
    assert {key: first[key] for key in shown} == shown


@pytest.mark.usefixtures("today")
def test_the_history_of_a_deleted_action_is_still_told(clerk: Clerk) -> None:
    clerk.ok("action", "note", "2", "No answer")
    clerk.ok("minute", "1", "7", typed="A: AE: write [to] all by 1 July\n")
    assert "  2  " not in clerk.ok("actions", "--all")
    told = clerk.ok("action", "history", "2")
    assert "taken out of the minutes" in told
    assert "No answer" in told
    assert "taken out of the minutes" in clerk.sentence("action", "done", "2")


@pytest.mark.usefixtures("today")
def test_a_mistake_is_one_sentence_and_changes_nothing(clerk: Clerk) -> None:
    assert "no action 44" in clerk.sentence("action", "done", "1", "44")
    assert "not a date" in clerk.sentence("action", "done", "1", "--on", "yesterweek", code=2)
    assert "still to come" in clerk.sentence("action", "done", "1", "--on", "4 July 2026", code=2)
    assert clerk.ok("action", "history", "1").splitlines()[-1] == "  No progress has been reported."


def test_there_are_no_actions_where_there_is_no_database(clerk: Clerk) -> None:
    clerk.db = clerk.db.with_name("none.db")
    assert clerk.ok("actions") == "There are no open actions.\n"
    assert json.loads(clerk.ok("actions", "--json")) == []
    assert "There is no database" in clerk.sentence("action", "done", "1")
    assert not clerk.db.exists()
