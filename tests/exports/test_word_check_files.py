"""Checking files as they come: some are no Word document, some are locked or damaged; and the command that does it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from clerk.cli import cli
from exports.house_template import house_template, pack
from exports.word_check import check_word, has_errors
from exports.word_package import NotWordError
from tests.exports.word_files import HEADING, TITLE, changed, paragraph, parts_of, word_file

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus" / "docx"


def rules(content: bytes) -> set[str]:
    return {finding.rule for finding in check_word(content)}


def without(part: str) -> bytes:
    held = parts_of(word_file())
    del held[part]
    return pack(held.items())


NOT_WORD = {
    "is empty": b"",
    "is not a Word document": b"Minutes of the meeting",
    "is a PDF": b"%PDF-1.7",
    "is a Rich Text file": b"{\\rtf1 Minutes}",
    "old .doc form": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "locked with a password": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
    "is damaged, perhaps cut short": word_file()[:2000],
    "is an Excel workbook": pack([("xl/workbook.xml", b"<a/>"), ("_rels/.rels", b"<a/>")]),
    "is an OpenDocument file": pack([("mimetype", b"application/vnd.oasis.opendocument.text")]),
    "is not a Word document.": pack([("notes.txt", b"x")]),
    "is damaged in its part word/document.xml": changed(word_file(), "word/document.xml", "</w:body>", ""),
    "is damaged in its part word/styles.xml": changed(word_file(), "word/styles.xml", "</w:styles>", ""),
    "Strict Open XML": changed(
        word_file(),
        "word/document.xml",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
}


@pytest.mark.parametrize(("said", "content"), NOT_WORD.items())
def test_a_file_that_is_no_word_document_is_named_in_one_sentence(said: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "minutes.docx"
    path.write_bytes(content)
    with pytest.raises(NotWordError) as caught:
        check_word(path)
    sentence = str(caught.value)
    assert said in sentence
    assert "minutes.docx" in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(NotWordError, match=r"There is no file .*gone\.docx\."):
        check_word(tmp_path / "gone.docx")
    with pytest.raises(NotWordError, match="is a folder"):
        check_word(tmp_path)


def test_a_file_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exports.word_package._LARGEST", 10_000)
    with pytest.raises(NotWordError, match="too large"):
        check_word(word_file())


def test_an_entity_in_a_file_reads_nothing_from_this_computer() -> None:
    secret = Path(__file__).as_uri()
    held = parts_of(word_file(paragraph("&amp;secret;")))
    document = held["word/document.xml"].decode().replace("&amp;secret;", "&secret;")
    declared = f'<!DOCTYPE w:document [<!ENTITY secret SYSTEM "{secret}">]><w:document '
    held["word/document.xml"] = document.replace("<w:document ", declared, 1).encode()
    assert "An entity in a file" not in str(check_word(pack(held.items())))


@pytest.mark.parametrize("part", ["word/styles.xml", "word/settings.xml", "docProps/core.xml", "word/numbering.xml"])
def test_a_file_without_a_part_is_checked_all_the_same(part: str) -> None:
    assert rules(without(part)) <= {"title", "language", "small-text", "no-headings", "no-heading-1"}


# --- the command ---------------------------------------------------------------------------------------------------


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli, list(words), catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def test_the_command_prints_findings_and_fails_on_an_error(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(word_file(paragraph("Chair    Smith"), core=""))
    code, said, _ = run("check-word", str(path))
    assert code == 1
    assert said.splitlines() == [
        "error: The file has no title in its properties: give it one under File, Info.",
        "warning: Three or more blanks stand in a row at “Chair Smith”: use a tab stop, an indent or a table.",
    ]


def test_warnings_alone_do_not_fail(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(word_file("<w:p/>"))
    assert run("check-word", str(path))[0] == 0
    path.write_bytes(word_file())
    assert run("check-word", str(path)) == (0, "Nothing found in report.docx.\n", "")


def test_the_command_prints_json(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(word_file(core=""))
    code, said, _ = run("check-word", str(path), "--json")
    assert code == 1
    assert json.loads(said) == {
        "file": str(path),
        "findings": [
            {
                "severity": "error",
                "rule": "title",
                "message": "The file has no title in its properties: give it one under File, Info.",
                "places": [],
            }
        ],
    }


def test_the_command_says_in_one_sentence_that_a_file_is_no_word_document(tmp_path: Path) -> None:
    (tmp_path / "notes.docx").write_bytes(b"notes")
    code, said, error = run("check-word", str(tmp_path / "notes.docx"))
    assert (code, said, error) == (1, "", "Error: notes.docx is not a Word document.\n")


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real files is not here")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.docx")) if CORPUS.is_dir() else [], ids=lambda path: path.name)
def test_a_real_file_is_checked(path: Path) -> None:
    findings = check_word(path)
    assert findings
    assert all(finding.message.endswith(".") and "\n" not in finding.message for finding in findings)
    assert has_errors(findings) or path.name == "committee_agenda_table_es.docx"


def test_the_house_template_itself_only_lacks_what_minutes_bring() -> None:
    assert rules(house_template()) == {"title"}
    assert rules(word_file(core=TITLE, heading=HEADING)) == set()
