"""The answer of ModernGov's web service, and pages saved as a single file."""

from __future__ import annotations

import quopri
from datetime import date, time
from pathlib import Path

import pytest

from clerk.importers.reading import Reading, UnreadableError
from clerk.importers.recognise import read_file, read_text
from clerk.terms import ItemKind, MeetingState
from tests.clerk.command_line import Clerk
from tests.clerk.importers import word_agendas as w

FIXTURES = Path(__file__).parents[1] / "fixtures"
MEETING = """<?xml version="1.0" encoding="utf-8"?>
<meeting><committeetitle>Vale Parks Committee</committeetitle><meetingdate>01/06/2026</meetingdate>
<meetingtime>7.00 pm</meetingtime><meetinglocation>The Old School</meetinglocation>
<meetingstatus>Confirmed</meetingstatus>
<attendees><attendee name="Councillor Ann Ash" roledescription="Chair" attendance="Present"/>
<attendee name="Councillor Ben Birch" roledescription="Committee Member" attendance="Apologies"/></attendees>
<agendaitems>
<agendaitem><agendaitemnumber>0</agendaitemnumber><agendaitemtitle>PART 1</agendaitemtitle></agendaitem>
<agendaitem><agendaitemnumber>1</agendaitemnumber><minutesitemnumber>31</minutesitemnumber>
<agendaitemtitle>Apologies</agendaitemtitle>
<minutesnonemptyhtmlbody><![CDATA[<p>Birch &nbsp;&amp; Co.</p>]]></minutesnonemptyhtmlbody>
</agendaitem>
<agendaitem><agendaitemnumber>2</agendaitemnumber><minutesitemnumber>32</minutesitemnumber>
<agendaitemtitle>Ash &amp;amp; Birch&nbsp;Lane</agendaitemtitle>
<agendatext>&lt;p&gt;To agree &amp;pound;9.&lt;/p&gt;</agendatext>
<decisionnonemptyhtmlbody>&lt;p&gt;&lt;b&gt;RESOLVED&lt;/b&gt;: That it be mended.&lt;/p&gt;</decisionnonemptyhtmlbody>
<linkeddocuments><linkeddoc><title>Plan</title><url>https://vale.example/p.pdf</url></linkeddoc></linkeddocuments>
</agendaitem></agendaitems></meeting>
"""


def items(reading: Reading) -> list[tuple[str, str]]:
    return [(item.agenda_number, item.title) for item in reading.record.items]


def test_the_items_have_their_agenda_and_minute_numbers_texts_and_papers() -> None:
    reading = read_text(MEETING)
    record = reading.record
    assert items(reading) == [("", "PART 1"), ("1", "Apologies"), ("2", "Ash & Birch Lane")]
    assert record.minute_numbers() == (None, 31, 32)
    assert record.items[0].kind is ItemKind.HEADING
    assert record.items[1].text == "Birch & Co."
    assert (record.items[2].note, record.items[2].text) == ("To agree £9.", "R: That it be mended")
    assert record.items[2].documents[0].link == "https://vale.example/p.pdf"


def test_the_front_page_says_who_met_when_where_and_who_was_there() -> None:
    record = read_text(MEETING).record
    meeting = record.meeting
    assert record.body.name == "Vale Parks Committee"
    assert (meeting.date, meeting.time, meeting.venue) == (date(2026, 6, 1), time(19), "The Old School")
    assert meeting.state is MeetingState.DRAFT
    assert [(person.name, person.status.value) for person in record.presence] == [
        ("Councillor Ann Ash", "present"),
        ("Councillor Ben Birch", "apologies"),
    ]


def test_xml_that_is_cut_off_is_read_as_far_as_it_goes_with_a_doubt() -> None:
    reading = read_text(MEETING[: MEETING.index("<linkeddocuments>")])
    assert items(reading) == [("", "PART 1"), ("1", "Apologies"), ("2", "Ash & Birch Lane")]
    assert any("damaged" in doubt.message for doubt in reading.doubts)


def test_a_bare_ampersand_is_no_damage() -> None:
    reading = read_text(MEETING.replace("PART 1", "Ash & Birch &unknown;"))
    assert reading.record.items[0].title == "Ash & Birch &unknown;"
    assert not any("damaged" in doubt.message for doubt in reading.doubts)


def test_xml_in_another_encoding_is_read_by_its_own_word(tmp_path: Path) -> None:
    text = MEETING.replace("utf-8", "iso-8859-1").replace("Old School", "Café")
    reading = read_file(w.written(tmp_path, "m.xml", text.encode("iso-8859-1")))
    assert reading.record.meeting.venue == "The Café"
    assert not any("UTF-8" in doubt.message for doubt in reading.doubts)


@pytest.mark.parametrize("ending", ["docx", "txt"])
def test_a_word_file_is_known_by_what_is_in_it(tmp_path: Path, ending: str) -> None:
    path = w.written(tmp_path, f"agenda.{ending}", w.word_file(w.listed("Apologies"), w.listed("Rents")))
    assert read_file(path).reader == "Word file"


def test_a_page_saved_as_a_single_file_is_read_as_the_page_in_it(tmp_path: Path) -> None:
    page = (FIXTURES / "safety_board.html").read_text(encoding="utf-8")
    head = "From: <Saved by Blink>\r\nSubject: Agenda\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
    head += '\ttype="text/html";\r\n\tboundary="----X"\r\n\r\n\r\n------X\r\n'
    head += "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    quoted = quopri.encodestring(page.encode()).decode().replace("\n", "\r\n")
    reading = read_file(w.written(tmp_path, "page.mht", (head + quoted + "\r\n------X--\r\n").encode()))
    assert reading.reader == "ModernGov page, saved as a single file"
    assert items(reading) == items(read_text(page))


@pytest.mark.parametrize(
    ("wanted", "data", "words"),
    [
        ("word", b"1. Apologies\n2. Rents\n", "not a Word file"),
        ("text", w.word_file(w.listed("Apologies"), w.listed("Rents")), "is a Word file"),
        ("modgov-text", b"<html><body><p>Bins</p></body></html>", "is a web page"),
        ("modgov-xml", b"1. Apologies\n2. Rents\n", "not the answer to GetMeeting"),
        ("text", b"Dear all, the meeting is off.", "no items when read as"),
    ],
)
def test_a_reader_asked_for_that_does_not_fit_says_so(tmp_path: Path, wanted: str, data: bytes, words: str) -> None:
    path = w.written(tmp_path, "agenda", data)
    with pytest.raises(UnreadableError, match=words):
        read_file(path, wanted)
    assert words in Clerk(tmp_path / "clerk.db").sentence("import", str(path), "--as", wanted)


def test_a_word_file_is_imported_by_the_command(tmp_path: Path) -> None:
    blocks = (w.p("Vale Parks Committee"), w.listed("Apologies"), w.listed("Rents"))
    path = w.written(tmp_path, "agenda.docx", w.word_file(*blocks))
    said = Clerk(tmp_path / "clerk.db").ok("import", str(path), "--as", "word")
    assert "2 items" in said
    assert "read as Word file" in said
