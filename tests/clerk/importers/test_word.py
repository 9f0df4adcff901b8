"""Word agendas and minutes as items: numbered by Word or by hand, in paragraphs or tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from clerk.demo import demo_record
from clerk.drafting import draft
from clerk.importers import word
from clerk.importers.reading import UnreadableError
from clerk.importers.recognise import read_file
from clerk.model import Record
from clerk.terms import DocumentKind, ItemKind, MeetingState
from exports.draft_minutes import properties_of
from exports.word import word_bytes
from tests.clerk.importers import word_agendas as w

FRONT = (
    w.bold("Vale Parks Committee"),
    w.p("Monday 1 June 2026 at 7.00 pm"),
    w.p("Venue: The Old School"),
    w.bold("AGENDA"),
)


def test_an_agenda_that_word_numbers_has_its_items_notes_and_front_page() -> None:
    reading = w.read(*FRONT, w.listed("Apologies for absence"), w.listed("Play areas"), w.p("To agree the rota."))
    assert w.outline(reading) == ["1 Apologies for absence", "2 Play areas"]
    assert reading.record.items[1].note == "To agree the rota."
    assert reading.record.body.name == "Vale Parks Committee"
    assert (reading.record.meeting.date, reading.record.meeting.time) == (date(2026, 6, 1), time(19))
    assert reading.record.meeting.venue == "The Old School"
    assert reading.record.meeting.state is MeetingState.PLANNED


def test_a_list_inside_an_item_is_not_taken_for_items() -> None:
    inside = [w.listed(f"Path {at}", 4) for at in range(4)]
    lists = w.numbering(w.OUTLINE, w.LETTERS, w.BULLETS, w.level(0, "decimal", "%1."))
    reading = w.read(w.listed("Apologies"), w.listed("Paths"), *inside, w.listed("Rents"), lists=lists)
    assert w.outline(reading) == ["1 Apologies", "2 Paths", "3 Rents"]
    assert reading.record.items[1].note == "1. Path 0\n2. Path 1\n3. Path 2\n4. Path 3"


def test_parts_of_an_item_are_items_of_an_agenda() -> None:
    reading = w.read(w.listed("Apologies"), w.listed("Planning"), w.listed("12 High Street", 1, 1), w.listed("Rents"))
    assert w.outline(reading) == ["1 Apologies", "2 Planning", "2.1 12 High Street", "3 Rents"]


def test_a_title_is_parted_from_presenter_and_page_behind_tabs() -> None:
    tabbed = w.p(
        inside="<w:r><w:t>2.</w:t><w:tab/><w:t>Rents</w:t><w:tab/><w:t>Kim Lee</w:t><w:tab/><w:t>3-9</w:t></w:r>"
    )
    reading = w.read(w.p("1. Apologies"), tabbed, w.p("3. Bins"))
    assert w.outline(reading) == ["1 Apologies", "2 Rents", "3 Bins"]
    assert reading.record.items[1].note == "Kim Lee"
    assert reading.noise == ("3-9",)


def test_a_heading_above_an_item_is_a_section() -> None:
    reading = w.read(w.listed("Apologies"), w.bold("PART 2 - PRIVATE"), w.listed("Rents"))
    assert [item.kind for item in reading.record.items] == [ItemKind.APOLOGIES, ItemKind.HEADING, ItemKind.ORDINARY]


def test_headings_are_items_where_nothing_has_a_number() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
    reading = w.read(w.styled("Play areas", "H2"), w.p("To agree."), w.styled("Rents", "H2"), styles=styles)
    assert w.outline(reading) == ["Play areas", "Rents"]
    assert any("no numbers" in doubt.message for doubt in reading.doubts)


def test_a_table_of_business_has_a_row_to_an_item_with_its_presenter_and_paper() -> None:
    rows = (
        ("No", "Item", "Presenter", "Paper"),
        ("1", "Apologies", "Chair", "Verbal"),
        ("2", "Rents", "Kim Lee", "Rents Review 2026"),
        ("", "PRIVATE BUSINESS", "", ""),
        ("3", "Leases", "", "Page 12"),
    )
    reading = w.read(*FRONT, w.table(*rows))
    assert w.outline(reading) == ["1 Apologies", "2 Rents", "PRIVATE BUSINESS", "3 Leases"]
    papers = [item.documents[0] for item in reading.record.items if item.documents]
    assert [(paper.kind, paper.title, paper.presenter) for paper in papers] == [
        (DocumentKind.VERBAL_UPDATE, "", "Chair"),
        (DocumentKind.REPORT, "Rents Review 2026", "Kim Lee"),
        (DocumentKind.REPORT, "", ""),
    ]
    assert reading.record.items[2].kind is ItemKind.HEADING


def test_a_table_of_minutes_has_minute_and_action_in_the_item() -> None:
    rows = (
        ("Item", "Minute", "Action", "By whom", "When"),
        ("1. Apologies", "None were received.", "", "", ""),
        (
            "2. Rents",
            w.p("The rents were reviewed.") + w.p("RESOLVED: That they be held."),
            "Write",
            "Kim Lee",
            "5 July",
        ),
    )
    reading = w.read(w.bold("Minutes of the Vale Committee"), w.table(*rows))
    assert w.outline(reading) == ["1 Apologies", "2 Rents"]
    assert reading.record.items[1].text == "The rents were reviewed.\nR: That they be held\nA: Kim Lee: Write by 5 July"
    assert reading.record.meeting.state is MeetingState.DRAFT


def test_a_modgov_page_pasted_into_word_keeps_its_labels_and_papers() -> None:
    cell = w.p("Rents PDF 99 KB") + w.p("To agree the rents.") + w.p("Additional documents:") + w.p("Map PDF 1 MB")
    cell += w.p("Minutes:") + w.p("RESOLVED: That they be held.")
    reading = w.read(*FRONT, w.table(("No.", "Item"), ("54.", "Apologies"), ("55.", cell)))
    item = reading.record.items[1]
    assert w.outline(reading) == ["54 Apologies", "55 Rents"]
    assert (item.note, item.text) == ("To agree the rents.", "R: That they be held")
    assert [paper.title for paper in item.documents] == ["", "Map"]


def test_a_modgov_page_pasted_as_text_is_read_as_one_in_a_word_file(tmp_path: Path) -> None:
    lines = ["Agenda and minutes", "Vale Committee - Monday, 1 June 2026 7.00 pm", "Items", "No. Item"]
    lines += ["54.", "Apologies", "Minutes:", "None.", "55.", "Rents", "Minutes:", "RESOLVED: That they be held."]
    path = w.written(tmp_path, "page.docx", w.word_file(*map(w.p, lines)))
    reading = read_file(path)
    assert reading.reader == "ModernGov page, as text, in a Word file"
    assert w.outline(reading) == ["54 Apologies", "55 Rents"]


def test_a_table_that_sets_the_page_is_read_as_paragraphs() -> None:
    reading = w.read(w.table([w.p("Vale Committee") + w.listed("Apologies") + w.listed("Rents")]))
    assert w.outline(reading) == ["1 Apologies", "2 Rents"]


def test_minutes_are_the_minute_of_their_item_and_a_bold_lead_is_its_title() -> None:
    apologies = w.p(inside=w.run("1. Apologies. ", "<w:b/>") + w.run("None were received."))
    blocks = (
        w.bold("Minutes of the Vale Committee"),
        apologies,
        w.p("2. Rents"),
        w.bold("RESOLVED:"),
        w.listed("That A.", 2),
    )
    reading = w.read(*blocks, w.listed("That B.", 2))
    assert w.outline(reading) == ["1 Apologies", "2 Rents"]
    assert reading.record.items[0].text == "None were received."
    assert reading.record.items[1].text == "R: That A\nR: That B"


def test_comments_and_tracked_changes_are_doubts() -> None:
    noted = w.p(inside=w.run("To agree.") + '<w:r><w:commentReference w:id="0"/></w:r><w:ins/>')
    doubts = [doubt.message for doubt in w.read(w.listed("Apologies"), w.listed("Rents"), noted).doubts]
    assert "The file has 1 comment that was not read." in doubts
    assert any("tracked changes" in doubt for doubt in doubts)


def test_a_word_file_without_items_says_what_to_do() -> None:
    with pytest.raises(UnreadableError, match="give them numbers"):
        w.read(w.p("Dear all, the meeting is off."))


@pytest.mark.parametrize("style", ["county", "actions", "parish"])
def test_clerks_own_minutes_come_back_with_the_same_items_numbers_and_roll(style: str) -> None:
    record = demo_record(datetime(2026, 11, 24, 10, 0))
    record = replace(record, body=replace(record.body, style=style))
    back = word.read(word_bytes(draft(record), properties_of(record))).record
    assert [item.title for item in back.items] == [item.title for item in record.items]
    printed = [str(number) for number in record.minute_numbers() if number is not None]
    assert [item.agenda_number for item in back.items] == printed
    assert (back.body.name, back.meeting.date) == (record.body.name, record.meeting.date)
    assert back.meeting.first_minute == record.meeting.first_minute
    assert {person.name for person in back.presence} <= {person.name for person in record.presence}
    assert resolved(back) == resolved(record)


def resolved(record: Record) -> list[str]:
    """The resolutions, without the capital and the full stop that print supplies."""
    lines = [line for item in record.items for line in item.text.split("\n")]
    return [line.rstrip(".").casefold() for line in lines if line.startswith("R: ")]
