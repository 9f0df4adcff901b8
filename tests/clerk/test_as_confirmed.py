"""Minutes as they were confirmed: what is typed afterwards is in no copy for signature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from clerk.afterwards.confirming import as_confirmed, changed_since, settled
from clerk.afterwards.parts import Confirmation
from clerk.copying.confirmed import as_it_will_print, confirmed_minutes
from clerk.minutes import Heading, Minutes
from clerk.store import Store, StoreError
from exports.copies import Choice, write_copy
from exports.text import plain_text
from exports.word import word_text
from tests.clerk.command_line import Clerk
from tests.clerk.two_meetings import JUNE, SEPTEMBER

NOW = datetime(2026, 9, 18, 10, 5)
WEEKS = "The trial ran for eight weeks."
CONFIRMED = Confirmation(SEPTEMBER.meeting.date, "Room 2", 31, "Cllr A. Example")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "clerk.db") as opened:
        assert (opened.add(JUNE), opened.add(SEPTEMBER)) == (1, 2)
        yield opened


@pytest.fixture
def confirmed(store: Store) -> Store:
    """June amended and confirmed in September."""
    store.amend_and_minute(1, (2, 2), WEEKS, (2, 2), NOW)
    store.confirm(1, CONFIRMED, (2, 2))
    return store


def said(minutes: Minutes) -> str:
    return plain_text(minutes)


def retype(store: Store, place: int, page: str) -> None:
    store.save_page(store.record(1).items[place].id, page, NOW)


def test_what_is_typed_afterwards_is_not_in_the_confirmed_copy(confirmed: Store) -> None:
    before = confirmed_minutes(confirmed.record(1))
    assert not changed_since(confirmed.record(1))
    retype(confirmed, 1, "Rewritten.\nN: a note\n- All of it.")
    retype(confirmed, 0, "Everybody.")
    confirmed.add_item(1, "Slipped in", NOW)
    record = confirmed.record(1)
    assert confirmed_minutes(record) == before
    assert as_it_will_print(record).status == before.status
    assert WEEKS in said(before)
    assert "DRAFT" not in said(before)
    assert changed_since(record)
    assert record.items[0].text == "Everybody."


def test_the_word_file_is_the_same_whatever_is_typed_afterwards(confirmed: Store, tmp_path: Path) -> None:
    write_copy(tmp_path / "before.docx", "confirmed", confirmed.record(1))
    retype(confirmed, 0, "Everybody.")
    write_copy(tmp_path / "after.docx", "confirmed", confirmed.record(1))
    assert (tmp_path / "before.docx").read_bytes() == (tmp_path / "after.docx").read_bytes()


def test_an_amendment_agreed_later_is_made_in_what_was_confirmed(confirmed: Store) -> None:
    third = confirmed.add(replace(SEPTEMBER, meeting=replace(SEPTEMBER.meeting, date=NOW.replace(month=12).date())))
    page = confirmed.record(1).items[1].text
    retype(confirmed, 1, "A line above.\n" + page.replace("- It cost {KL>a great deal}.\n", ""))
    made = confirmed.amend(1, 2, 3, "- It cost little.", (third, 2))
    assert made
    assert (made.minute, made.old) == ("25(ii)", "- It cost {KL>a great deal}.")
    text = said(confirmed_minutes(confirmed.record(1)))
    assert "It cost little." in text
    assert WEEKS in text
    assert "A line above." not in text
    with pytest.raises(StoreError, match="no such line"):
        confirmed.amend(1, 2, 9, "- x", (third, 2))
    assert confirmed.amend(1, 2, 3, "- It cost nothing.", (third, 2))
    assert [each.new for each in confirmed.record(1).afterwards.amendments] == [f"- {WEEKS}", "- It cost nothing."]
    assert confirmed.amend(1, 2, 3, "- It cost {KL>a great deal}.", (third, 2)) is None
    assert "a great deal" in said(confirmed_minutes(confirmed.record(1)))


def test_tidying_destroys_the_lines_taken_out_since_but_neither_what_was_confirmed_nor_its_amendments(
    confirmed: Store,
) -> None:
    before = confirmed_minutes(confirmed.record(1))
    retype(confirmed, 1, "Rewritten.")
    papers = confirmed.working_papers(1)
    assert papers.taken_out
    assert papers.drafts == 0
    confirmed.tidy(1, NOW)
    assert confirmed_minutes(confirmed.record(1)) == before
    assert WEEKS in said(before)


def test_it_holds_no_private_note_and_no_query(store: Store) -> None:
    retype(store, 0, "N: quagmire\nNone.\nQ: pamphlets?")
    store.confirm(1, CONFIRMED)
    assert as_confirmed(store.record(1)).items[0].text == "None."
    assert settled(store.record(1)).items[1].text == JUNE.items[1].text.replace("Q: which streets?\n", "")


def test_what_is_exempt_and_what_the_public_is_told_of_it_are_as_they_are_now(confirmed: Store) -> None:
    rows = [item.id for item in confirmed.record(1).items]
    confirmed.set_exempt(rows[0], "1")
    retype(confirmed, 0, "None [sic].\nS: Apologies were received.")
    retype(confirmed, 2, "Sold for eleven.\nS: A site was sold.")
    public = said(confirmed_minutes(confirmed.record(1), public=True))
    assert "None [sic]." not in public
    assert "Apologies were received." in public
    assert "A site was sold." in public
    assert "Sold for" not in public
    assert "Sold for ten." in said(confirmed_minutes(confirmed.record(1)))


def test_a_preview_leads_back_to_the_items_as_they_stand_now(confirmed: Store) -> None:
    confirmed.add_item(1, "Slipped in", NOW, after=confirmed.record(1).items[0].id)
    titles = {block.item: block for block in as_it_will_print(confirmed.record(1)).blocks if isinstance(block, Heading)}
    assert "Patrols" in titles[3].text
    assert 2 not in titles


def test_confirming_again_keeps_what_was_first_confirmed_and_reopening_lets_it_go(confirmed: Store) -> None:
    retype(confirmed, 0, "Everybody.")
    confirmed.confirm(1, replace(CONFIRMED, by="Cllr B. Other"), (2, 2))
    assert "None [sic]." in said(confirmed_minutes(confirmed.record(1)))
    assert "Cllr B. Other" in said(confirmed_minutes(confirmed.record(1)))
    confirmed.reopen_meeting(1)
    confirmed.close_meeting(1, NOW)
    confirmed.confirm(1, CONFIRMED, (2, 2))
    assert "Everybody." in said(confirmed_minutes(confirmed.record(1)))
    assert WEEKS in said(confirmed_minutes(confirmed.record(1)))


def test_minutes_confirmed_before_it_was_kept_are_printed_as_they_stand(confirmed: Store) -> None:
    with confirmed.transaction() as db:
        db.execute("update confirmation set record = null")
    retype(confirmed, 0, "Everybody.")
    confirmed.confirm(1, CONFIRMED, (2, 2))
    assert "Everybody." in said(confirmed_minutes(confirmed.record(1)))
    assert not changed_since(confirmed.record(1))


def test_the_minutes_of_a_confirmed_meeting_are_those_confirmed_unless_the_draft_is_asked_for(tmp_path: Path) -> None:
    with Store.open(tmp_path / "clerk.db") as store:
        store.add(JUNE)
        store.add(SEPTEMBER)
        store.confirm(1, CONFIRMED, (2, 2))
    clerk = Clerk(tmp_path / "clerk.db")
    file = tmp_path / "out.docx"
    result = clerk.run("export", "minutes", "1", "-o", str(file))
    assert result.exit_code == 0
    assert result.stderr.startswith("These minutes are confirmed, so this is the confirmed copy; --draft writes")
    assert "DRAFT" not in _words(file)
    assert "Signature" in _words(file)
    assert "DRAFT" not in clerk.ok("export", "text", "1", "-o", "-")
    clerk.ok("minute", "1", "1", typed="Everybody.")
    assert "Everybody." not in clerk.ok("export", "markdown", "1", "-o", "-")
    changed = clerk.run("export", "confirmed", "1", "-o", str(file))
    assert "The record has been changed since it was confirmed" in changed.stderr
    draft = clerk.run("export", "minutes", "1", "--draft", "-o", str(file))
    assert "This is a draft of confirmed minutes" in draft.stderr
    assert "DRAFT" in _words(file)
    assert "Everybody." in _words(file)
    clerk.ok("export", "minutes", "1", "--public", "-o", str(file))
    assert "DRAFT" not in _words(file)
    assert "Sold" not in _words(file)
    assert "--draft is for the minutes" in clerk.sentence("export", "json", "1", "--draft", code=2)


def test_a_copy_asked_for_as_the_minutes_is_named_after_what_it_is(confirmed: Store) -> None:
    from exports.copies import copy_name

    record = confirmed.record(1)
    names = {
        Choice(): "confirmed minutes.docx",
        Choice(public=True): "public confirmed minutes.docx",
        Choice(draft=True): "draft minutes.docx",
        Choice(draft=True, public=True): "public draft minutes.docx",
        Choice(comments=True): "draft minutes for comment.docx",
    }
    for choice, name in names.items():
        assert copy_name("minutes", record, choice) == f"2026-06-19 Northmere Board {name}"


def _words(file: Path) -> str:
    return "\n".join(word_text(file.read_bytes()))
