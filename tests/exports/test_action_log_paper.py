"""The action log as a Word file, the status in the other copies, and cells that a spreadsheet will not run."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from clerk.actions.progress import ActionStatus
from clerk.demo import demo_record
from clerk.model import Entry, Item, Record
from clerk.store import Store
from clerk.terms import MeetingState
from exports.copies import Choice, copy_name, document, write_copy
from exports.printed import printed_text
from exports.tables import csv_bytes, guarded
from exports.word import word_text
from exports.word_check import Severity, check_word
from tests.clerk.command_line import Clerk
from tests.exports.reading_back import WordFile

NOW = datetime(2026, 11, 24, 10, 45)
DEMO = demo_record(NOW)
ODD = 'A: =HYPERLINK("x") [sic] <b> & \u202e؟ by 1 December'


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """The demo meeting with one more action, some of its actions reported on, and the next meeting planned."""
    path = tmp_path / "clerk.db"
    with Store.open(path) as store:
        store.add(replace(DEMO, items=(*DEMO.items, Item("Odd", "99", entries=(Entry(ODD),), exempt="3"))))
        planned = replace(DEMO.meeting, date=NOW.date() + timedelta(weeks=13), state=MeetingState.PLANNED, opened=None)
        store.add(Record(DEMO.body, planned, (Item("Action Log", "1"),), DEMO.presence))
        store.report_progress([1], NOW, status=ActionStatus.COMPLETED, note="all done & filed")
        store.report_progress([2], NOW, note="awaiting two replies")
    return path


def test_the_action_log_is_a_valid_and_accessible_word_file_that_reads_back(db: Path, tmp_path: Path) -> None:
    with Store.open(db, write=False) as store:
        record, log = store.record(2), tuple(store.action_log(2, NOW.date()))
    choice, path = Choice(log=log), tmp_path / "log.docx"
    write_copy(path, "action-log", record, choice)
    findings = [str(finding.description) for finding in OpenXmlValidator().validate(path).errors]
    assert [finding for finding in findings if "relationships/theme'" not in finding] == []
    assert [finding for finding in check_word(path) if finding.severity is not Severity.TIP] == []
    assert word_text(path.read_bytes()) == printed_text(document("action-log", record, choice))
    file = WordFile(path.read_bytes())
    assert len(file.values("//w:tblHeader")) == len(file.values("//w:tbl")) == 2
    assert file.values("//w:gridSpan | //w:vMerge") == []
    assert file.values("//w:pPr/w:pStyle[@w:val='Heading1']/@w:val") == ["Heading1"]
    assert copy_name("action-log", record, choice).endswith("action log.docx")


def test_the_command_writes_the_log_and_the_public_one_without_exempt_matter(db: Path, tmp_path: Path) -> None:
    whole, public = tmp_path / "whole.docx", tmp_path / "public.docx"
    clerk = Clerk(db)
    clerk.ok("export", "action-log", "2", "-o", str(whole))
    clerk.ok("export", "action-log", "2", "--public", "-o", str(public))
    said, said_in_public = ("\n".join(word_text(path.read_bytes())) for path in (whole, public))
    assert "NOT FOR PUBLICATION" in said
    assert "HYPERLINK" in said
    assert "Awaiting two replies (24 November 2026)" in said_in_public
    assert "Completed on 24 November 2026. All done & filed" in said_in_public
    assert "NOT FOR PUBLICATION" not in said_in_public
    assert "HYPERLINK" not in said_in_public


def test_the_action_list_and_the_extract_say_where_each_action_stands(db: Path) -> None:
    with Store.open(db, write=False) as store:
        record = store.record(1)
    listed = "\n".join(printed_text(document("actions", record)))
    assert "Completed on 24 November 2026. All done & filed" in listed
    first, second, *rest = csv.DictReader(io.StringIO(csv_bytes("actions", record).decode("utf-8-sig"), newline=""))
    assert (first["status"], first["status as at"], first["action number"]) == ("completed", "2026-11-24", "1")
    assert (second["status"], second["progress"]) == ("open", "awaiting two replies")
    assert rest[-1]["action"].startswith("'=HYPERLINK(")


@pytest.mark.parametrize(
    "cell", ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "'=1", "-1-1"]
)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "text", "-5", "+1,200.50", "-3%", "2026-01-05", "8-3-1", "a=b", "'tis so", "(x)"])
def test_a_cell_that_runs_nothing_is_as_typed(cell: str) -> None:
    assert guarded(cell) == cell


@given(st.text(st.sampled_from("=+-@'\t\r\n 1a＝")))
def test_what_was_typed_can_be_told_from_a_guarded_cell(cell: str) -> None:
    written = guarded(cell)
    took_away = written[1:] if written.startswith("'") and guarded(written[1:]) == written else written
    assert took_away == cell
