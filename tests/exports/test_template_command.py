"""Exporting with a template from the command line: what is said, and what is not written."""

from pathlib import Path

import docx
import pytest

from clerk.store import Store
from tests.clerk.command_line import RECORD, Clerk
from tests.exports.templates import template
from tests.exports.word_files import changed, word_file


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    with Store.open(tmp_path / "clerk.db") as store:
        store.add(RECORD)
    return Clerk(tmp_path / "clerk.db")


def test_the_export_takes_a_template_and_says_what_it_lacks(clerk: Clerk, tmp_path: Path) -> None:
    (tmp_path / "council.dotx").write_bytes(template("dotx"))
    file = tmp_path / "minutes.docx"
    result = clerk.run("export", "minutes", "1", "--template", str(tmp_path / "council.dotx"), "-o", str(file))
    assert result.exit_code == 0
    assert result.stdout == f"Saved {file}\n"
    assert "council.dotx lacks the styles" in result.stderr
    assert docx.Document(str(file)).styles["Normal"].font.name == "Gill Sans MT"


def test_the_export_prints_what_the_check_finds(clerk: Clerk, tmp_path: Path) -> None:
    small = changed(word_file(), "word/styles.xml", '<w:sz w:val="24"/>', '<w:sz w:val="18"/>')
    (tmp_path / "small.docx").write_bytes(small)
    words = ("export", "minutes", "1", "--template", str(tmp_path / "small.docx"), "-o", str(tmp_path / "out.docx"))
    assert "warning: The text is smaller than 12 point at" in clerk.run(*words).stderr
    plain = clerk.run("export", "minutes", "1", "-o", str(tmp_path / "plain.docx"))
    assert plain.stderr == ""


def test_a_template_that_will_not_do_writes_nothing(clerk: Clerk, tmp_path: Path) -> None:
    (tmp_path / "notes.docx").write_bytes(b"notes")
    words = ("export", "minutes", "1", "--template", str(tmp_path / "notes.docx"), "-o", str(tmp_path / "out.docx"))
    assert clerk.sentence(*words) == "Error: notes.docx is not a Word document."
    assert not (tmp_path / "out.docx").exists()
    assert "--template is for Word documents" in clerk.sentence(
        "export", "text", "1", "--template", str(tmp_path / "notes.docx"), code=2
    )
