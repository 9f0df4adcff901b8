"""The drafts that went round, on the command line: two of them compared, and one written again."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.store import Store
from exports.word import word_text
from tests.clerk.command_line import Clerk
from tests.clerk.two_meetings import JUNE
from tests.exports.test_redline import changed


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    """Two drafts have gone round, and the minute was changed after each."""
    monkeypatch.chdir(tmp_path)
    with Store.open(tmp_path / "clerk.db") as store:
        store.add(JUNE)
    clerk = Clerk(tmp_path / "clerk.db")
    for number, minute in enumerate(("Nobody sent any.", "All were sent."), 1):
        clerk.ok("circulate", "1", "-o", f"sent{number}.docx")
        clerk.ok("minute", "1", "1", typed=minute)
    return clerk


def test_a_redline_up_to_a_later_draft_has_nothing_of_what_came_after(clerk: Clerk, tmp_path: Path) -> None:
    clerk.ok("redline", "1", "--since", "1", "--until", "2", "-o", "between.docx")
    content = (tmp_path / "between.docx").read_bytes()
    assert "".join(changed(content, "ins")) == "Nobody sent any."
    assert "".join(changed(content, "del")) == "None [sic]."
    assert "There is no draft 3" in clerk.sentence("redline", "1", "--since", "1", "--until", "3")


def test_a_draft_written_again_is_the_file_that_went_round(clerk: Clerk, tmp_path: Path) -> None:
    for number in (1, 2):
        clerk.ok("drafts", "1", "--again", str(number), "-o", "again.docx")
        sent = (tmp_path / f"sent{number}.docx").read_bytes()
        assert word_text((tmp_path / "again.docx").read_bytes()) == word_text(sent)
    assert "Saved 2026-06-19 Northmere Board draft 2 minutes.docx" in clerk.ok("drafts", "1", "--again", "2")
    assert "There is no draft 3" in clerk.sentence("drafts", "1", "--again", "3")
    assert clerk.ok("drafts", "1").count("\n") == 2, "written again, it has not gone round again"
