"""Marking items exempt: in the record, in the exclusion of the public, in every form of file, and by command."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clerk.exempt import as_kept, numbers_of, said_by, told_in
from clerk.importers import modgov_text
from clerk.importers.own import json_file as json_reader
from clerk.importers.own import text_file as text_reader
from clerk.model import Body, Item, Meeting, Record
from clerk.own_files import as_json as clerk_json
from clerk.own_files import as_text as clerk_text
from clerk.store import Store, StoreError
from clerk.terms import ItemKind
from clerk.wording import usual_resolution
from tests.clerk.command_line import RECORD, Clerk

EXCLUSION = Item("Exclusion of the public", "8", ItemKind.EXCLUSION)


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    with Store.open(tmp_path / "clerk.db") as store:
        store.add(RECORD)
    return Clerk(tmp_path / "clerk.db")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("3", "3"),
        (" paragraphs 3 and 1 ", "1, 3"),
        ("Para. 7a & 3, 3", "3, 7A"),
        ("confidential", "confidential"),
        ("3 (financial affairs)", "3 (financial affairs)"),
        ("", ""),
    ],
)
def test_paragraphs_are_kept_as_figures_and_other_words_as_they_are(typed: str, kept: str) -> None:
    assert as_kept(typed) == kept
    assert as_kept(kept) == kept


def test_paragraphs_of_several_marks_stand_in_the_order_of_the_schedule() -> None:
    assert numbers_of(["12, 3", "confidential", "3 (affairs), 1"]) == ("1", "3", "12")


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Land at Elm Road (Exempt - Paragraph 3)", "3"),
        ("EXEMPT: Staffing, paragraphs 1 and 2 of Schedule 12A", "1, 2"),
        ("Not for publication by virtue of para. 5: advice", "5"),
        ("Sale of depot (paragraph 3)", "3"),
        ("Review of paragraph 3 of the Constitution", ""),
        ("Exempt minutes", ""),
        ("Tax exempt status", ""),
        ("(paragraph " * 400, ""),
    ],
)
def test_a_title_that_says_it_is_exempt_is_taken_at_its_word(title: str, said: str) -> None:
    assert said_by(title) == said


def test_an_agenda_page_with_an_exempt_title_is_read_with_its_mark() -> None:
    page = "Agenda for Northmere Board on Friday, 19th June, 2026, 10.00 am\nVenue: Town Hall\n"
    page += "Items\nNo. Item\n1. Apologies for absence\n2. Land at Elm Road (exempt, paragraph 3)\n"
    reading = modgov_text.read(page)
    assert [item.exempt for item in reading.record.items] == ["", "3"]
    assert any("marked so" in str(doubt) for doubt in reading.doubts)


def test_a_mark_is_kept_and_taken_off_again(tmp_path: Path) -> None:
    with Store.open(tmp_path / "clerk.db") as store:
        number = store.add(RECORD)
        row = store.record(number).items[2].id
        store.set_exempt(row, "paragraph 3")
        assert [item.exempt for item in store.record(number).items] == ["", "", "3", ""]
        store.set_exempt(row, "")
        assert store.record(number) == RECORD


def test_a_section_heading_cannot_be_exempt(tmp_path: Path) -> None:
    with Store.open(tmp_path / "clerk.db") as store:
        number = store.add(Record(Body("B"), Meeting(), (Item("Part II", kind=ItemKind.HEADING),)))
        with pytest.raises(StoreError, match="mark the items under it"):
            store.set_exempt(store.record(number).items[0].id, "3")


def test_the_mark_goes_into_text_and_json_and_comes_back() -> None:
    record = Record(Body("B"), Meeting(date(2026, 6, 19)), (Item("Land", "9", exempt="3, 5"),))
    assert "@exempt: 3, 5" in clerk_text.dumps(record).split("\n")
    assert text_reader.read(clerk_text.dumps(record)).record == record
    assert json_reader.read(clerk_json.dumps(record)).record == record


def _resolved(*items: Item, style: str = "county") -> str:
    return usual_resolution(Record(Body("B", style=style), Meeting(), (EXCLUSION, *items)), 1)


def test_the_public_is_excluded_from_the_items_marked_exempt_under_their_paragraphs() -> None:
    said = _resolved(Item("Land {x}", "9", exempt="3"), Item("Open"), Item("Staffing", exempt="4, 1"))
    assert "for agenda item 9, 'Land \\{x\\}' and the item 'Staffing' on the grounds that they involve" in said
    assert "as defined in paragraphs 1, 3 and 4 of Part 1" in said


def test_one_exempt_item_is_spoken_of_as_one() -> None:
    said = _resolved(Item("Land", "9", exempt="3"))
    assert "for agenda item 9, 'Land' on the grounds that it involves" in said
    assert "in paragraph 3 of" in said


def test_items_marked_without_a_paragraph_are_named_all_the_same() -> None:
    assert "for agenda item 9, 'Land', as publicity" in _resolved(
        Item("Land", "9", exempt="confidential"), style="parish"
    )
    assert "as defined in Part 1" in _resolved(Item("Land", "9", exempt="confidential"))


def test_business_before_the_exclusion_is_not_named_when_some_comes_after() -> None:
    before, after = Item("Early", "7", exempt="1"), Item("Land", "9", exempt="3")
    said = usual_resolution(Record(Body("B"), Meeting(), (before, EXCLUSION, after)), 2)
    assert "Early" not in said
    assert "Early" in usual_resolution(Record(Body("B"), Meeting(), (before, EXCLUSION)), 2)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("exempt under paragraph 3 of Part 1 of Schedule 12A", ("3",)),
        ("Notice under Part 2, paragraph 5(4) and 5(5) of the Regulations.\nSee paragraph 3 of Schedule 12A", ("3",)),
        ("Notice is given under paragraph 5 (4) of the Regulations of 2012.", ()),
        ("paragraph 1 of Schedule 12A for item 8; paragraphs 3 & 7 of Schedule 12A for item 9", ("1", "3", "7")),
        ("as in paragraph 2 of the code, paragraph 4 of that Schedule", ("2",)),
        ("in public", ()),
    ],
)
def test_the_paragraphs_told_are_those_of_the_schedule(text: str, told: tuple[str, ...]) -> None:
    assert told_in(text) == told


def test_the_command_marks_an_item_says_how_it_stands_and_takes_the_mark_off(clerk: Clerk) -> None:
    assert clerk.ok("exempt", "1", "7") == "Agenda item 7, Budget [sic] 👩‍⚖️: public.\n"
    assert clerk.ok("exempt", "1", "7", "paragraphs", "1", "and", "3").endswith(": exempt under paragraphs 1 and 3.\n")
    assert clerk.record().items[2].exempt == "1, 3"
    assert clerk.ok("exempt", "1", "7").endswith(": exempt under paragraphs 1 and 3.\n")
    assert clerk.ok("exempt", "1", "7", "--none").endswith(": public.\n")
    assert clerk.record().items[2].exempt == ""
    assert clerk.ok("exempt", "1", "#4", "confidential") == "Late business: exempt (confidential).\n"


def test_the_command_refuses_both_and_what_is_not_there(clerk: Clerk) -> None:
    assert "not both" in clerk.sentence("exempt", "1", "7", "3", "--none", code=2)
    assert "no agenda item 70" in clerk.sentence("exempt", "1", "70", "3")
    assert "no meeting 9" in clerk.sentence("exempt", "9", "7").lower()


def test_without_a_public_summary_the_public_copy_is_refused_in_a_sentence(clerk: Clerk, tmp_path: Path) -> None:
    clerk.ok("exempt", "1", "7", "3")
    clerk.ok("minute", "1", "7", typed="R: That the land be sold for £9,000")
    file = tmp_path / "public.docx"
    said = clerk.sentence("export", "minutes", "1", "--public", "-o", str(file))
    assert "Agenda item 7 (Budget [sic] 👩‍⚖️) is exempt and has no public summary" in said
    assert not file.exists()
    clerk.ok("minute", "1", "7", typed="R: That the land be sold for £9,000\nS: The Board decided on the sale of land.")
    assert clerk.ok("export", "minutes", "1", "--public", "-o", str(file)) == f"Saved {file}\n"
    printed = clerk.ok("export", "text", "1", "--public", "-o", "-")
    assert "The Board decided on the sale of land." in printed
    assert "9,000" not in printed
