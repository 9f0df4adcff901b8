"""The roster of a body on the command line: taken from a file, listed, changed, and expected at the next meeting."""

from __future__ import annotations

import json
from pathlib import Path

from tests.clerk.command_line import Clerk

BODY = "Northmere [/] Board"
LIST = "Cllr A. Example (Chair)\nCllr B. Other, Leader, Vale Council\n"
AGENDA = "Northmere [/] Board\nMonday 6 July 2026\n1. Apologies\n2. Budget\n"


def taken(clerk: Clerk, tmp_path: Path, text: str, *words: str) -> str:
    (tmp_path / "roster.txt").write_text(text, encoding="utf-8")
    return clerk.ok("people", "import", "roster.txt", "--body", BODY, *words)


def test_a_roster_is_taken_and_expected_at_the_next_meeting(clerk: Clerk, tmp_path: Path) -> None:
    assert "would be 2 people" in taken(clerk, tmp_path, LIST, "--dry-run")
    assert "no roster" in clerk.ok("people", "list", "--body", BODY)
    assert "the roster is 2 people, its first" in taken(clerk, tmp_path, LIST, "--since", "1 May 2026")
    (tmp_path / "agenda.txt").write_text(AGENDA, encoding="utf-8")
    assert "roll: 2 people from the roster as at 6 July 2026" in clerk.ok("import", "agenda.txt", "--new")
    roll = clerk.record(2).presence
    assert [(each.name, each.organisation, each.chair, each.initials) for each in roll] == [
        ("Cllr A. Example", "", True, "AE"),
        ("Cllr B. Other", "Vale Council", False, ""),
    ]


def test_a_newer_list_says_who_joined_and_left(clerk: Clerk, tmp_path: Path) -> None:
    taken(clerk, tmp_path, LIST, "--since", "2026-01-01")
    newer = LIST.replace("Cllr B. Other", "Cllr C. New")
    said = taken(clerk, tmp_path, newer, "--since", "2026-05-12", "--dry-run")
    assert said.replace("would be", "is") == taken(clerk, tmp_path, newer, "--since", "2026-05-12")
    assert "  joined: Cllr C. New\n  left: Cllr B. Other\n" in said
    assert "Cllr B. Other    Leader, Vale Council, until 11 May 2026" in clerk.ok(
        "people", "list", "--body", BODY, "--all"
    )
    assert "Cllr B. Other" in clerk.ok("people", "list", "--body", BODY, "--on", "1 May 2026")
    printed = json.loads(clerk.ok("people", "list", "--body", BODY, "--json"))
    assert [(each["name"], each["since"]) for each in printed] == [
        ("Cllr A. Example", None),
        ("Cllr C. New", "2026-05-12"),
    ]


def test_people_are_added_and_leave_and_the_csv_is_read_back(clerk: Clerk, tmp_path: Path) -> None:
    taken(clerk, tmp_path, LIST, "--since", "2026-01-01")
    clerk.ok(
        "people", "add", "--body", BODY, "Zoë Dam, Ranger, Parks", "--capacity", "officer", "--since", "2026-02-01"
    )
    assert "until 28 February 2026" in clerk.ok(
        *("people", "leave", "--body", BODY, "cllr b. other", "--last-day", "2026-02-28")
    )
    exported = clerk.ok("people", "list", "--body", BODY, "--csv")
    (tmp_path / "back.csv").write_text(exported, encoding="utf-8", newline="")
    said = clerk.ok("people", "import", "back.csv", "--body", BODY, "--since", "2026-03-01", "--json")
    told = json.loads(said)
    assert (told["joined"], told["left"], told["changed"]) == ([], [], [])
    assert [each["name"] for each in told["roster"]] == ["Cllr A. Example", "Zoë Dam"]


def test_every_mistake_is_one_sentence(clerk: Clerk, tmp_path: Path) -> None:
    (tmp_path / "roster.txt").write_text(LIST, encoding="utf-8")
    assert "give it with --body" in clerk.sentence("people", "import", "roster.txt")
    assert "no file" in clerk.sentence("people", "import", "nowhere.txt", "--body", BODY)
    assert "no body called Nowhere" in clerk.sentence("people", "list", "--body", "Nowhere")
    assert "Nobody on the roster" in clerk.sentence("people", "leave", "--body", BODY, "Jo")
    assert "is not a date" in clerk.sentence("people", "list", "--body", BODY, "--on", "soon", code=2)
