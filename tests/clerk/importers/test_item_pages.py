"""ModernGov's pages of one item, issue, decision or vote, saved as HTML: read as their text is, and a little better."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import html

from clerk.importers.reading import Reading, UnreadableError
from clerk.importers.recognise import meetings_in_text, read_file, read_text
from clerk.language.text import clean
from clerk.model import Item
from tests.clerk.importers.damage import done_to, harmed
from tests.clerk.importers.test_import_loses_nothing import (
    FIXTURES,
    ITEM_PAGES,
    everything,
    lost_by_both,
    read_or_refuse,
    words,
)


def reading(name: str) -> Reading:
    return read_file(FIXTURES / name)


def only(name: str) -> Item:
    (item,) = reading(name).record.items
    return item


def test_an_agenda_item_knows_its_meeting_number_papers_and_minute() -> None:
    record = reading("agenda_item.html").record
    item = only("agenda_item.html")
    assert (record.body.name, record.meeting.date, record.meeting.time) == (
        "Harbour Board",
        date(2026, 3, 12),
        time(18),
    )
    assert (item.agenda_number, item.title) == ("57", "To consider the lamps on the quay, reported on 12 March 2026")
    assert item.note == "Report of the Harbour Master, Ada Flow."
    assert item.text.split("\n")[1:] == ["R: That the posts be lit", "R: That the cost be met"]
    papers = [(paper.title, paper.link) for paper in item.documents if paper.title]
    assert papers == [("Lamps report", "documents/s101/Lamps.pdf"), ("Map of posts", "documents/s102/Map.docx")]


def test_an_issue_is_read_as_at_its_newest_meeting_and_names_the_other() -> None:
    read = reading("issue_meetings.html")
    item = only("issue_meetings.html")
    assert (item.agenda_number, item.title, item.text) == ("73", "Minutes", "The minutes were signed.")
    assert item.documents[0].link == "documents/g1/mins.pdf"
    assert read.record.meeting.date == date(2026, 3, 7)
    assert any("Harbour Board on Sunday 1 February 2026, item 60" in doubt.message for doubt in read.doubts)


@pytest.mark.parametrize("copied", [False, True])
def test_the_meeting_of_an_issue_can_be_chosen_and_without_a_choice_the_newest_is_said_to_be_read(copied: bool) -> None:
    page = (FIXTURES / ("issue.txt" if copied else "issue_meetings.html")).read_text(encoding="utf-8")
    meetings = meetings_in_text(page)
    assert meetings.one is not None
    days = [headed.day for headed in meetings.headed]
    assert len(set(days)) == len(days) > 1
    read = [meetings.one(at) for at in range(len(days))]
    assert [each.record.meeting.date for each in read] == days
    assert [len(each.record.items) for each in read] == [1] * len(days)
    assert meetings.usual == days.index(max(days))
    whole = meetings.whole()
    assert whole.record == read[meetings.usual].record
    assert f"The page tells of {meetings.said()}; of these number" in whole.doubts[0].message
    assert all(sum("was before another meeting too" in str(doubt) for doubt in each.doubts) for each in read)


def test_a_decision_keeps_its_status_out_of_the_minute_and_has_the_day_and_the_decision_maker() -> None:
    read = reading("decision_details.html")
    item = only("decision_details.html")
    assert (read.record.body.name, read.record.meeting.date) == ("Harbour Board", date(2026, 1, 15))
    assert any("decision maker was taken for the body" in doubt.message for doubt in read.doubts)
    assert item.text.split("\n") == [
        "R: That the contract be awarded to the lowest bidder",
        "Reasons for the decision:",
        "The old lamps fail in the rain.",
    ]
    assert "Decision status: Recommendations Approved\nIs Key decision?: Yes" in item.note
    assert "Publication date: 16/01/2026" in item.note
    assert [paper.title for paper in item.documents] == ["Lamps report"]


def test_a_decision_copied_as_text_is_read_the_same_way() -> None:
    root = html.fromstring((FIXTURES / "decision_details.html").read_text(encoding="utf-8"))
    text = "\n".join(
        " ".join("".join(map(str, node.itertext())).split())
        for node in root.iter("h1", "h2", "h3", "p", "li")
        if any(node.itertext())
    )
    copied, saved = read_text(text).record, reading("decision_details.html").record
    assert copied.items[0].text == saved.items[0].text
    assert copied.items[0].note == saved.items[0].note
    assert copied.meeting.date == saved.meeting.date


def test_a_record_of_votes_has_an_item_a_vote_and_each_side_by_name() -> None:
    record = reading("voting_record.html").record
    assert (record.body.name, record.meeting.date, record.meeting.time) == ("Town Council", date(2026, 4, 20), time(18))
    assert [item.title for item in record.items] == ["Budget", "Rents"]
    assert "V: named for Bo Small, Cy Pike; against Ada Flow, Di Moor, Ed Lock" in record.items[0].text
    assert record.items[1].text.split("\n") == [
        "Motion status: Carried",
        "V: named for Ada Flow, Cy Pike; against Bo Small",
    ]


def test_every_name_and_heading_of_a_record_of_votes_is_kept() -> None:
    read = reading("voting_record.html")
    kept = everything(read)
    cells = html.fromstring((FIXTURES / "voting_record.html").read_text(encoding="utf-8")).iter("td", "th", "h4")
    said = [word for cell in cells for word in words(" ".join(map(str, cell.itertext()))).split()]
    assert [word for word in said if f" {word} " not in kept and not word.isdecimal() and word != "and"] == []


def test_the_votes_of_another_meeting_on_the_page_are_told_and_not_mixed_in() -> None:
    page = (FIXTURES / "voting_record.html").read_text(encoding="utf-8")
    other = '<h2 class="mgSubTitleTxt">Harbour Board, Monday 4 May 2026 10.00 am</h2><h3>Item: Dredging</h3>'
    read = read_text(page.replace("</table>\n</div>", f"</table>{other}</div>"))
    assert [item.title for item in read.record.items] == ["Budget", "Rents"]
    assert any("Harbour Board, Monday 4 May 2026" in doubt.message for doubt in read.doubts)
    assert "Item: Dredging" in read.noise


def test_a_side_copied_without_spaces_is_parted_only_when_the_number_of_names_agrees() -> None:
    votes = "Voting record\nTown Council, Wednesday 20th April 2026 6.00 p.m.\nItem: Rents\nFor{}\nAgainstCy Pike1\n"
    assert (
        "V: named for Ada Flow, Bo Small; against Cy Pike"
        in read_text(votes.format("Ada Flow, Bo Small2")).record.items[0].text
    )
    assert "ForAda Flow and others9" in read_text(votes.format("Ada Flow and others9")).record.items[0].text


@pytest.mark.parametrize(
    "people",
    ['<table class="mgStatsTable">{}</table>', '<h2 class="mgSectionTitle">Membership</h2><ul>{}</ul>'],
)
def test_a_page_of_people_is_sent_to_the_roster_import(people: str, tmp_path: Path) -> None:
    names = "".join(
        f'<li><a href="mgUserInfo.aspx?UID={at}">Councillor {name}</a></li>' for at, name in enumerate("AB")
    )
    page = tmp_path / "people.html"
    page.write_text(f'<html><div id="modgov">{people.format(names)}</div></html>', encoding="utf-8")
    with pytest.raises(UnreadableError, match="clerk people import"):
        read_file(page)


@pytest.mark.parametrize("name", ITEM_PAGES)
@settings(max_examples=15, derandomize=True)
@given(harms=harmed)
def test_damaged_pages_of_one_item_lose_no_paragraph(name: str, harms: list[tuple[str, float, float]]) -> None:
    page = clean(done_to((FIXTURES / name).read_text(encoding="utf-8"), harms))
    read = read_or_refuse(page)
    if read is None or not page.strip() or 'id="modgov"' not in page:
        return
    root = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    whole = next((node for node in root.iter("div") if node.get("id") == "modgov"), root)
    pieces = [" ".join((node.text or "").split()) for node in whole.iter("p", "td", "li")]
    assert lost_by_both("\n".join(piece for piece in pieces if len(piece.split()) > 3), read) == []
