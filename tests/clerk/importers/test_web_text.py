"""Web pages that are not ModernGov's: minutes saved as HTML from Word or a parish's own site, parted into meetings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.importers.books import Meetings
from clerk.importers.reading import UnreadableError
from clerk.importers.recognise import meetings_in, meetings_in_text, read_file
from clerk.importers.web_text import text_of
from tests.clerk.importers.test_import_loses_nothing import FIXTURES, lost_by_both

BOOK = FIXTURES / "minute_book.txt"
LINES = [line for line in BOOK.read_text(encoding="utf-8").split("\n") if line]
NUMBER = re.compile(r"(\d+)\. (.*)")


def as_paragraphs(lines: Iterable[str]) -> str:
    said = "\n".join(f"<p class=MsoNormal><span>{escape(line)}</span></p>" for line in lines)
    return f"<!DOCTYPE html><html><head><title>Book</title><style>p{{}}</style></head><body>{said}</body></html>"


def in_parts(lines: Iterable[str], begin: str, item: str, end: str, close: str) -> str:
    """Each meeting's business in a list or a table, with its text below the title in the same part of it."""
    said, open_ = ["<html><body>"], False
    for line in lines:
        if found := NUMBER.fullmatch(line):
            said += [end if open_ else begin, item.format(number=found[1], title=escape(found[2]))]
            open_ = True
        elif line.isupper():
            said += [end + close if open_ else "", f"<h2>{line}</h2>"]
            open_ = False
        else:
            said.append(f"<p>{escape(line)}</p>")
    return "".join([*said, end + close if open_ else "", "</body></html>"])


PAGES = {
    "paragraphs": as_paragraphs(LINES),
    "lists": in_parts(LINES, "<ol>", "<li><b>{title}</b>", "</li>", "</ol>"),
    "tables": in_parts(LINES, "<table>", "<tr><td>{number}</td><td><b>{title}</b>", "</td></tr>", "</table>"),
}


def told(meetings: Meetings) -> list[tuple[object, ...]]:
    assert meetings.one is not None
    records = [meetings.one(at).record for at in range(len(meetings.headed))]
    return [(record.body.name, record.meeting, record.items, record.presence) for record in records]


@pytest.mark.parametrize("form", PAGES)
def test_a_book_saved_as_a_web_page_is_parted_as_its_text_is(form: str, tmp_path: Path) -> None:
    path = tmp_path / "book.html"
    path.write_text(PAGES[form], encoding="utf-8")
    meetings = meetings_in(path)
    assert meetings.said() == meetings_in(BOOK).said()
    assert told(meetings) == told(meetings_in(BOOK))
    assert meetings.one is not None
    assert meetings.one(0).reader == "plain text, on a web page"


def test_a_book_saved_as_a_single_file_is_parted_too(tmp_path: Path) -> None:
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="X"\r\n\r\n--X\r\n'
    part = f'Content-Type: text/html; charset="utf-8"\r\n\r\n{PAGES["paragraphs"]}\r\n--X--\r\n'
    path = tmp_path / "book.mht"
    path.write_bytes((head + part).encode())
    meetings = meetings_in(path)
    assert told(meetings) == told(meetings_in(BOOK))
    assert meetings.whole().reader == "plain text, on a web page, saved as a single file"


def test_the_place_is_told_where_the_heading_names_no_body() -> None:
    meetings = meetings_in(BOOK)
    assert meetings.one is not None
    assert [meetings.one(at).record.meeting.venue for at in range(3)] == ["Reading Room", "School", ""]


def test_an_agenda_on_a_page_of_another_sort_is_read_with_the_page_around_it(tmp_path: Path) -> None:
    path = tmp_path / "agenda.html"
    page = "<html><body><ul><li>Home</li></ul><h1>Quay Board</h1><p>9 March 2026</p>{}<p>Footer</p></body></html>"
    path.write_text(
        page.format("<ol start=4><li>Apologies</li><li>Lamps<p>Report attached.</p></li></ol>"), encoding="utf-8"
    )
    record = read_file(path).record
    assert (record.body.name, str(record.meeting.date)) == ("Quay Board", "2026-03-09")
    assert [(item.agenda_number, item.title) for item in record.items] == [("4", "Apologies"), ("5", "Lamps")]


def test_a_page_of_people_or_of_anything_else_is_still_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    for body, words in (
        (
            "<p>1. Apologies</p><a href='mgUserInfo.aspx?UID=1'>A</a><a href='mgUserInfo.aspx?UID=2'>B</a>",
            "lists people",
        ),
        ("<p>Bins are on Monday</p>", "not the page of a meeting"),
    ):
        path.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
        with pytest.raises(UnreadableError, match=words):
            read_file(path)


CELLS = st.sampled_from(("1", "2.", "(a)", "Apologies", "Lamps on the quay", "None", "Ada Flow"))
TAGS = st.sampled_from(("p", "li", "div", "td", "h3", "b"))


@settings(max_examples=60)
@given(st.lists(st.lists(st.tuples(TAGS, CELLS), min_size=1, max_size=4), max_size=5))
def test_no_word_of_a_page_is_lost_in_its_text(rows: list[list[tuple[str, str]]]) -> None:
    cells = ["".join(f"<{tag}>{text}</{tag}>" for tag, text in row) for row in rows]
    page = "<html><body>" + "".join(f"<table><tr><td>{cell}</td><td>x</td></tr></table>" for cell in cells)
    kept = text_of(page)
    words = [word for row in rows for _, text in row for word in re.findall(r"\w+", text)]
    assert all(kept.count(word) >= words.count(word) for word in words)


@settings(max_examples=20)
@given(st.lists(st.sampled_from(LINES), min_size=3, max_size=25))
def test_no_line_of_minutes_on_a_page_is_lost(lines: list[str]) -> None:
    meetings = meetings_in_text(as_paragraphs(["NORTHMERE PARISH COUNCIL", *lines, "9. Lamps", "10. Quay"]))
    if meetings.headed and meetings.one:
        return
    assert lost_by_both("\n".join(lines), meetings.whole()) == []
