from __future__ import annotations

import codecs
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from clerk.importers.decoding import LARGEST
from clerk.importers.reading import UnreadableError
from clerk.importers.recognise import read_file, read_text

AGENDA = "Vale Committee\nMonday 1 June 2026\n1. Apologies\n2. Café rents – £9\n"


def written(folder: Path, data: bytes) -> Path:
    path = folder / "agenda.bin"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        AGENDA.encode(),
        AGENDA.replace("\n", "\r").encode(),
        codecs.BOM_UTF8 + AGENDA.encode(),
        codecs.BOM_UTF16_LE + AGENDA.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + AGENDA.replace("\n", "\r\n").encode("utf-16-be"),
    ],
)
def test_every_usual_encoding_is_read(tmp_path: Path, data: bytes) -> None:
    reading = read_file(written(tmp_path, data))
    assert [item.title for item in reading.record.items] == ["Apologies", "Café rents – £9"]
    assert reading.doubts == ()


def test_windows_text_is_read_with_a_doubt(tmp_path: Path) -> None:
    reading = read_file(written(tmp_path, AGENDA.encode("cp1252") + b"\x81"))
    assert reading.record.items[1].title == "Café rents – £9"
    assert "not in UTF-8" in reading.doubts[0].message
    assert "[U+0081]" in reading.record.items[1].note


def test_a_page_is_read_in_the_charset_it_declares(tmp_path: Path) -> None:
    page = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"></head><body>'
        '<table class="mgItemTable"><tr><td class="mgItemNumberCell">1.</td>'
        '<td><p class="mgAiTitleTxt">Łódź</p></td></tr></table></body></html>'
    )
    reading = read_file(written(tmp_path, page.encode("iso-8859-2")))
    assert reading.record.items[0].title == "Łódź"
    assert not any("UTF-8" in doubt.message for doubt in reading.doubts)


def word_file() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (word_file(), "Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not a text file"),
        (b"<html><body><p>Bins are on Monday</p></body></html>", "not the page of a meeting"),
        (b"<?xml version='1.0'?><meeting/>", "XML"),
        (b"Dear all, the meeting is off.", "no items"),
    ],
)
def test_what_is_no_agenda_is_refused_in_one_sentence(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as refusal:
        read_file(written(tmp_path, data))
    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)


def test_a_missing_file_a_folder_and_a_huge_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no file"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(UnreadableError, match="folder"):
        read_file(tmp_path)
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(UnreadableError, match="20 MB"):
        read_file(huge)


def test_the_readers_are_told_apart_by_content() -> None:
    assert read_text(AGENDA).reader == "plain text"
    assert read_text("Agenda\nVale Committee - Monday 1 June 2026\nItems\nNo. Item\n1.\nApologies\n").reader.endswith(
        "as text"
    )
    assert read_text("1.\t\nApologies\n2.\t\nBins\nMinutes:\nEmptied.").record.items[1].title == "Bins"


def test_text_that_only_mentions_markup_is_not_a_page() -> None:
    reading = read_text("1. Use of <b> and <body> on the site\n2. The <table> in the hall\n")
    assert reading.record.items[0].title == "Use of <b> and <body> on the site"
