"""Every kind of copy, as a file: valid, accessible, named after its meeting, and refused when it makes no sense."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click
import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from clerk import cli
from clerk.demo import demo_record
from clerk.model import Entry, Item, Movement, Record
from clerk.store import Store
from clerk.terms import MovementKind
from exports.copies import TEXT_KINDS, WORD_KINDS, Choice, copy_name, document, write_copy, written
from exports.printed import printed_text
from exports.save import ExportError
from exports.tables import EXTRACTS, csv_bytes
from exports.word import word_text
from tests.clerk.command_line import Clerk
from tests.clerk.two_meetings import confirmed
from tests.exports.reading_back import WordFile

KINDS = (*WORD_KINDS, *TEXT_KINDS)
NOW = datetime(2026, 11, 24, 10, 45)
DEMO = demo_record(NOW)
DAY = "2026-11-24 Harrowmere Safer Communities Partnership Board"
CHOICES = [Choice(), Choice(public=True), Choice(comments=True)]


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    with Store.open(tmp_path / "clerk.db") as store:
        store.add(DEMO)
    return Clerk(tmp_path / "clerk.db")


@pytest.mark.parametrize("choice", CHOICES, ids=["full", "public", "comments"])
@pytest.mark.parametrize("kind", WORD_KINDS)
def test_every_kind_of_document_is_valid_and_reads_back(tmp_path: Path, kind: str, choice: Choice) -> None:
    path = tmp_path / "copy.docx"
    record = confirmed(DEMO) if kind == "confirmed" else DEMO
    assert write_copy(path, kind, record, choice) == (path,)
    findings = [str(finding.description) for finding in OpenXmlValidator().validate(path).errors]
    assert [finding for finding in findings if "relationships/theme'" not in finding] == []
    assert word_text(path.read_bytes()) == printed_text(document(kind, record, choice))


def test_queries_stand_as_comments_beside_what_they_ask_about_and_on_a_heading_with_nothing_below(
    tmp_path: Path,
) -> None:
    items = (Item("Budget", "1", entries=(Entry("Text."), Entry("Q: which year?"))), Item("Land", "2"))
    items = (items[0], replace(items[1], entries=(Entry("Q: what was said?"),)))
    path = tmp_path / "comments.docx"
    write_copy(path, "minutes", replace(DEMO, items=items, declarations=()), Choice(comments=True))
    file = WordFile(path.read_bytes())
    assert file.values("//w:comment//w:t/text()", "word/comments.xml") == ["which year?", "what was said?"]
    holding = "//w:p[w:commentRangeStart]/w:pPr/w:pStyle/@w:val"
    assert file.values(holding) == ["BodyText", "Heading2"]
    assert not [text for text in word_text(path.read_bytes()) if "what was said" in text]


def test_a_row_to_sign_has_room_for_a_signature(tmp_path: Path) -> None:
    path = tmp_path / "sheet.docx"
    write_copy(path, "attendance", DEMO)
    assert set(WordFile(path.read_bytes()).values("//w:trHeight/@w:val")) == {"600"}


@pytest.mark.parametrize(
    ("kind", "choice", "name"),
    [
        ("minutes", Choice(), "draft minutes.docx"),
        ("minutes", Choice(public=True), "public minutes.docx"),
        ("minutes", Choice(comments=True), "draft minutes for comment.docx"),
        ("text", Choice(public=True), "public minutes.txt"),
        ("decisions", Choice(public=True), "public decisions.docx"),
        ("actions", Choice(owner="A/B: Low"), "actions A B Low.docx"),
        ("attendance", Choice(), "attendance sheet.docx"),
        ("json", Choice(), "record.json"),
        ("csv", Choice(), "extracts"),
        ("csv", Choice(what="votes"), "votes.csv"),
    ],
)
def test_a_copy_is_named_after_its_meeting_and_its_kind(kind: str, choice: Choice, name: str) -> None:
    assert copy_name(kind, DEMO, choice) == f"{DAY} {name}"


def test_the_command_line_knows_the_kinds_and_the_extracts() -> None:
    assert set(cli._KINDS) == set(KINDS)
    assert set(cli._EXTRACTS) == set(EXTRACTS)
    listed = cli.export.get_help(click.Context(cli.export))
    assert [line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line.split()[0] in KINDS] == [
        *cli._KINDS
    ]


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        yield


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "confirmed"])
def test_every_kind_is_exported_by_command(clerk: Clerk, tmp_path: Path, kind: str) -> None:
    with _inside(tmp_path):
        said = clerk.ok("export", kind, "1")
    files = [tmp_path / line.removeprefix("Saved ") for line in said.splitlines() if line.startswith("Saved ")]
    assert files
    assert all(file.stat().st_size for file in files)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("decisions", "--comments"), "--comments"),
        (("minutes", "--comments", "--public"), "--comments"),
        (("attendance", "--public"), "--public"),
        (("minutes", "--owner", "KL"), "--owner"),
        (("json", "--what", "votes"), "--what"),
        (("csv", "-o", "-"), "--what"),
        (("decisions", "-o", "-"), "-o"),
    ],
)
def test_what_does_not_go_together_is_refused(clerk: Clerk, words: tuple[str, ...], said: str) -> None:
    assert said in clerk.sentence("export", words[0], "1", *words[1:], code=2)


def test_one_persons_actions_are_exported_and_a_stranger_is_refused(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / "mine.docx"
    clerk.ok("export", "actions", "1", "--owner", "SW", "-o", str(file))
    assert word_text(file.read_bytes())[0].endswith("for Sam Whitlock")
    assert "Nobody Here has no action" in clerk.sentence("export", "actions", "1", "--owner", "Nobody Here")


def _rows(what: str, record: Record) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_bytes(what, record).decode("utf-8-sig"), newline="")))


def _with(*lines: str) -> Record:
    return replace(DEMO, items=(Item('Path, "A"', "3", entries=tuple(map(Entry, lines))),), declarations=())


def test_the_extract_of_attendance_says_who_came_when() -> None:
    moved = (
        Movement("Cllr Dev Anand", MovementKind.LEFT, NOW, 1),
        Movement("Cllr Dev Anand", MovementKind.RETURNED, NOW.replace(minute=55)),
    )
    rows = _rows("attendance", replace(DEMO, movements=moved))
    assert len(rows) == len(DEMO.presence)
    chair, anand = rows[:2]
    assert (chair["body"], chair["date"], chair["chair"]) == (DEMO.body.name, "2026-11-24", "yes")
    assert (anand["status"], anand["arrived"], anand["left"]) == ("present", "10.55 am", "10.45 am")


def test_the_extract_of_votes_has_each_side_and_the_names() -> None:
    lines = ("M: DA, SP: That it be closed", "AM: JL: That it be moved", "V: lost 2-5")
    first, second, third = _rows(
        "votes", _with(*lines, "V: named for DA, SP; against NG", "R: That it stay", "V: by acclaim {x}")
    )
    assert first["on"] == "Cllr Joan Lacey: That it be moved"
    assert (first["result"], first["for"], first["against"], first["abstained"]) == ("lost", "2", "5", "")
    assert second["on"] == "Cllr Dev Anand; Cllr Sian Pritchard: That it be closed"
    assert second["names for"] == "Cllr Dev Anand; Cllr Sian Pritchard"
    assert (second["names against"], second["for"], second["against"]) == ("Chief Supt Neil Garrow", "2", "1")
    assert (third["on"], third["vote as noted"], third["result"]) == ("That it stay", "by acclaim x", "")
    assert third["item"] == 'Path, "A"'


def test_a_vote_below_several_limbs_is_on_the_whole_resolution() -> None:
    limbs = ("R: That it be cut", "-- in May", "R: That it be sown", "V: agreed", "R: That it be mown", "V: 3-1")
    both, last = _rows("votes", _with(*limbs))
    assert both["on"] == "(a) That it be cut (b) That it be sown"
    assert last["on"] == "That it be mown"


def test_the_extracts_of_actions_and_declarations_have_what_the_record_has() -> None:
    (action,) = _rows("actions", _with("A: SW: =SUM(1) by 5 January"))
    assert (action["owners"], action["action"], action["due"]) == ("Sam Whitlock", "'=SUM(1)", "2027-01-05")
    (declared,) = _rows("declarations", DEMO)
    assert (declared["items"], declared["declared at minute"]) == ("10. Community safety grants", "33")


def test_all_extracts_go_into_a_folder_made_for_them(tmp_path: Path) -> None:
    files = write_copy(tmp_path / "new", "csv", DEMO)
    assert sorted(file.name for file in files) == sorted(f"{DAY} {what}.csv" for what in EXTRACTS)
    assert all(file.read_bytes().startswith(b"\xef\xbb\xbfbody,date,") for file in files)
    assert write_copy(tmp_path / "new", "csv", DEMO) == files


def test_a_file_where_the_folder_should_be_and_a_folder_nowhere_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    with pytest.raises(ExportError, match="is a file; name a folder"):
        write_copy(tmp_path / "file", "csv", DEMO)
    with pytest.raises(ExportError, match="could not be made"):
        write_copy(tmp_path / "no" / "where", "csv", DEMO)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"


def test_one_extract_is_printed_as_it_would_be_saved(clerk: Clerk) -> None:
    printed = clerk.run("export", "csv", "1", "--what", "actions", "-o", "-").stdout_bytes
    assert printed.decode("utf-8").split() == written("csv", clerk.record(), Choice(what="actions")).split()
