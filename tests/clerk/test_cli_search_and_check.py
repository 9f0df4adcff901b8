"""Searching and checking at the command line."""

from __future__ import annotations

import json

import pytest

from clerk.store import Store
from tests.clerk.command_line import Clerk


@pytest.fixture
def minuted(clerk: Clerk) -> Clerk:
    """Meeting 1 in session, with a minute under item 7."""
    clerk.ok("open", "1", "--at", "10.00")
    page = "The Board spoke [sic] of culverts.\n- Cllr Siân Example asked about the weir.\nN: ask about the the weir\n"
    clerk.ok("minute", "1", "7", typed=page)
    return clerk


def test_what_is_found_is_shown_under_its_meeting_and_item(minuted: Clerk) -> None:
    assert minuted.ok("search", "weir").split("\n") == [
        "Northmere [/] Board, Friday 19 June 2026 (meeting 1, in session)",
        "  26. Budget [sic] 👩‍⚖️ [agenda 7]",
        "    (i) Cllr Siân Example asked about the *weir*.",
        "    PRIVATE NOTE ask about the the *weir*",
        "",
    ]
    assert "  25. *Declar*ations of interest [agenda 2]" in minuted.ok("search", "declar")


def test_a_phrase_can_be_quoted_for_the_shell_or_within_it(minuted: Clerk) -> None:
    assert "*weir*" in minuted.ok("search", "about the", "weir")
    assert minuted.ok("search", "weir the", "about") == 'Nothing found for "weir the" about.\n'
    assert "*about the weir*" in minuted.ok("search", '"about the weir"')


@pytest.mark.parametrize("typed", ['"', "*", "AND", "-x", "NEAR(", "[/]", "👩‍⚖️", "a:b", "\\", "'; drop table item"])
def test_nothing_typed_is_an_error(minuted: Clerk, typed: str) -> None:
    assert minuted.run("search", "--", typed).exit_code == 0


def test_more_than_was_asked_for_is_said(minuted: Clerk) -> None:
    result = minuted.run("search", "the", "--limit", "1")
    assert result.stdout.count("*") == 2
    assert "There is more" in result.stderr


def test_a_long_line_is_shown_round_what_was_found(minuted: Clerk) -> None:
    minuted.ok("minute", "1", "7", typed=f"{'many words ' * 60}sluice {'and more ' * 60}")
    shown = minuted.ok("search", "sluice")
    assert "… " in shown
    assert "*sluice*" in shown
    assert len(shown) < 600


def test_what_is_found_is_there_for_programs(minuted: Clerk) -> None:
    found = json.loads(minuted.ok("search", "weir", "--json"))
    note = found["hits"][1]
    assert (found["words"], found["more"], len(found["hits"])) == ("weir", False, 2)
    assert (note["private"], note["kind"], note["position"], note["line"]) == (True, "private note", 3, 3)
    assert note["text"][slice(*note["marks"][0])] == "weir"


def test_a_body_that_is_not_there_is_said(minuted: Clerk) -> None:
    assert "no body called Southmere" in minuted.sentence("search", "weir", "--body", "Southmere")


def test_searching_works_while_the_app_has_the_database(minuted: Clerk) -> None:
    with Store.open(minuted.db):
        assert "*culverts*" in minuted.ok("search", "culverts")


def test_findings_are_shown_with_their_place_and_what_to_do(minuted: Clerk) -> None:
    minuted.ok("minute", "1", "7", typed="The Board spoke of the the weir.\n- It cost £xx.\n")
    result = minuted.run("check", "1")
    assert result.exit_code == 1
    lines = result.stdout.split("\n")
    assert lines[0].startswith("  warning: Cllr A. Example is still expected")
    assert lines[1] == "26. agenda item 7, Budget [sic] 👩‍⚖️"
    assert lines[2] == '  warning: line 1, 26: A word stands twice: "the the". Take one of them out.'
    assert lines[3].startswith('  error: line 2, 26(i): "xx" stands for words still to come.')
    assert lines[-2] == "1 error and 2 warnings."


def test_warnings_alone_are_no_failure(minuted: Clerk) -> None:
    assert minuted.ok("check", "1").endswith("1 warning.\n")
    minuted.ok("attend", "1", "AE", "present")
    assert minuted.ok("check", "1") == "Nothing found.\n"


def test_findings_are_there_for_programs(minuted: Clerk) -> None:
    minuted.ok("minute", "1", "7", typed="- It cost £xx.\n")
    result = minuted.run("check", "1", "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (told["meeting"], told["errors"], told["warnings"], told["tips"]) == (1, 1, 1, 0)
    assert told["findings"][1] | {"message": "", "advice": ""} == {
        "severity": "error",
        "rule": "placeholder",
        "position": 3,
        "agenda_number": "7",
        "minute_number": 26,
        "title": "Budget [sic] 👩‍⚖️",
        "line": 1,
        "cited": "26(i)",
        "message": "",
        "advice": "",
    }


def test_a_meeting_that_is_not_there_is_said(minuted: Clerk) -> None:
    assert "no meeting 9" in minuted.sentence("check", "9")
