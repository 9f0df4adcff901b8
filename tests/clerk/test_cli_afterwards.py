"""Circulating, amending and confirming on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clerk.store import Store
from exports.word import word_text
from tests.clerk.command_line import Clerk
from tests.clerk.two_meetings import JUNE, SEPTEMBER

WEEKS = "The trial ran for eight weeks."


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    monkeypatch.chdir(tmp_path)
    with Store.open(tmp_path / "clerk.db") as store:
        store.add(JUNE)
        store.add(SEPTEMBER)
    return Clerk(tmp_path / "clerk.db")


def words(path: Path) -> str:
    return "\n".join(word_text(path.read_bytes()))


def test_the_second_draft_says_that_it_is_in_its_text_and_its_name(clerk: Clerk, tmp_path: Path) -> None:
    said = clerk.ok("circulate", "1", "--to", "members")
    assert "Draft 1 circulated" in said
    assert "to members" in said
    assert "1 query of yours still open" in said
    assert "Draft 1" not in words(tmp_path / "2026-06-19 Northmere Board draft minutes.docx")
    clerk.ok("circulate", "1")
    assert "\nDraft 2, circulated on " in words(tmp_path / "2026-06-19 Northmere Board draft 2 minutes.docx")
    assert [each["version"] for each in json.loads(clerk.ok("drafts", "1", "--json"))] == [1, 2]
    assert clerk.ok("drafts", "1").startswith("Draft 1 circulated on ")
    assert "circulated" in clerk.ok("list")


def test_a_draft_that_could_not_be_written_has_not_gone_round(clerk: Clerk, tmp_path: Path) -> None:
    clerk.sentence("circulate", "1", "-o", str(tmp_path / "nowhere" / "draft.docx"))
    assert "No draft has been circulated yet" in clerk.ok("drafts", "1")
    assert clerk.record().meeting.state == "draft"


def test_a_draft_that_comes_back_unchanged_shows_no_change_whichever_it_was(clerk: Clerk) -> None:
    for file in ("one.docx", "two.docx"):
        clerk.ok("circulate", "1", "-o", file)
    assert clerk.ok("compare-word", "1", "one.docx") == clerk.ok("compare-word", "1", "two.docx")
    assert "Nothing was changed." in clerk.ok("compare-word", "1", "two.docx")
    clerk.ok("accept-word", "1", "two.docx", "--all")
    assert clerk.record().items == JUNE.items
    clerk.ok("confirm", "1")
    assert "not in what was signed" in clerk.ok("accept-word", "1", "two.docx", "--all")


def test_a_redline_shows_what_changed_since_the_draft_that_went_round(clerk: Clerk, tmp_path: Path) -> None:
    clerk.ok("circulate", "1")
    clerk.ok("minute", "1", "1", typed="Nobody.")
    clerk.ok("circulate", "1")
    clerk.ok("redline", "1", "--since", "1", "-o", "since1.docx")
    clerk.ok("redline", "1", "--since", "-o", "since2.docx")
    assert "None [sic]." not in words(tmp_path / "since2.docx")
    assert "Nobody" in words(tmp_path / "since1.docx")
    assert b"w:del " in _body(tmp_path / "since1.docx")
    assert b"w:del " not in _body(tmp_path / "since2.docx")
    assert "There is no draft 3" in clerk.sentence("redline", "1", "--since", "3")
    clerk.sentence("redline", "1", code=2)
    clerk.sentence("redline", "1", "since1.docx", "--since", "1", code=2)


def _body(path: Path) -> bytes:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml")


@pytest.mark.parametrize("line", ["i", "(I)", "25(i)", "2", "ran for six"])
def test_a_line_is_called_by_its_label_its_number_or_its_words(clerk: Clerk, line: str) -> None:
    said = clerk.ok("amend", "1", "7", line, WEEKS)
    assert said.startswith(f"Minute 25(i) of 19 June 2026 is amended to read: {WEEKS}\n")
    assert "Minuted at meeting 2 under Minutes of the previous meeting." in said
    assert f"> “{WEEKS}”" in clerk.record(2).items[1].text


def test_a_line_that_cannot_be_told_is_refused(clerk: Clerk) -> None:
    assert "no line 'viii'" in clerk.sentence("amend", "1", "7", "viii", "x", "--at", "2")
    assert "several lines 'That it'" in clerk.sentence("amend", "1", "7", "That it", "x", "--at", "2")
    assert "prints" in clerk.sentence("amend", "1", "7", "i", " ", "--at", "2")
    assert clerk.record(1).afterwards.amendments == ()


@pytest.mark.parametrize("typed", [("i", f"- {WEEKS}", "--at", "2"), ("--at", "2", "- The trial ran", f"- {WEEKS}")])
def test_words_may_begin_as_a_point_does(clerk: Clerk, typed: tuple[str, ...]) -> None:
    said = clerk.ok("amend", "1", "7", *typed)
    assert said.startswith(f"Minute 25(i) of 19 June 2026 is amended to read: {WEEKS}\n")


def test_the_words_as_minuted_take_an_amendment_back(clerk: Clerk) -> None:
    clerk.ok("amend", "1", "7", "i", WEEKS)
    assert "stands as it was minuted" in clerk.ok("amend", "1", "7", "i", "The trial ran for six weeks.")
    assert clerk.record(1).afterwards.amendments == ()


def test_minutes_are_confirmed_where_they_were_amended_and_the_copy_to_sign_has_the_new_words(
    clerk: Clerk, tmp_path: Path
) -> None:
    assert "have not been confirmed yet" in clerk.sentence("export", "confirmed", "1")
    clerk.ok("amend", "1", "7", "i", WEEKS)
    said = clerk.ok("confirm", "1")
    assert said == (
        "Confirmed on 18 September 2026 (minute 31) with minute 25(i) as amended, to be signed by Cllr A. Example.\n"
    )
    assert said in clerk.ok("show", "1")
    full = words(_exported(clerk, tmp_path))
    assert WEEKS in full
    assert "DRAFT" not in full
    assert "Signature" in full
    public = words(_exported(clerk, tmp_path, "--public"))
    assert "Sold" in full
    assert "Sold" not in public


def _exported(clerk: Clerk, folder: Path, *options: str) -> Path:
    said = clerk.ok("export", "confirmed", "1", *options)
    assert len(said.splitlines()) == 1
    return folder / said.strip().removeprefix("Saved ")


def test_minutes_confirmed_elsewhere_need_only_a_day(clerk: Clerk) -> None:
    said = clerk.ok("confirm", "1", "--on", "3 October 2026", "--by", "Cllr B. Other")
    assert said == "Confirmed on 3 October 2026 as a correct record, to be signed by Cllr B. Other.\n"
    assert "not a date" in clerk.sentence("confirm", "1", "--on", "soon", code=2)


def test_changing_confirmed_minutes_is_warned_of_and_done(clerk: Clerk) -> None:
    assert "signed" not in clerk.ok("minute", "1", "1", typed="Nobody.")
    clerk.ok("confirm", "1")
    assert "What is changed here is not in what was signed" in clerk.ok("minute", "1", "1", typed="None.")
    assert clerk.record().items[0].text == "None."
    assert "--again" in clerk.sentence("open", "1")
    clerk.ok("open", "1", "--again")
    assert clerk.record().meeting.state == "in session"


def test_every_change_to_confirmed_minutes_is_made_and_said_not_to_be_in_what_was_signed(clerk: Clerk) -> None:
    clerk.ok("confirm", "1")
    changes = (
        ("attend", "1", "Cllr B. Late", "present"),
        ("declare", "1", "Cllr B. Late"),
        ("add", "1", "Another item", "--because", "it was urgent"),
        ("defer", "1", "#4"),
        ("withdraw", "1", "#4"),
        ("arrive", "1", "Cllr B. Late", "--at", "10.10"),
        ("chair", "1", "Cllr B. Late", "--at", "10.15"),
        ("leave", "1", "Cllr B. Late", "--at", "10.20"),
        ("exempt", "1", "#4", "3"),
    )
    for change in changes:
        result = clerk.run(*change)
        assert (result.exit_code, "not in what was signed" in result.stderr) == (0, True), change
    clerk.ok("attend", "2", "Cllr B. Late", "present")
    assert clerk.run("attend", "2", "Cllr B. Late", "present").stderr == ""
