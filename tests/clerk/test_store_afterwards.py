"""What the database keeps of minutes after the meeting, and what it refuses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from clerk.afterwards.parts import AmendmentAgreed, Confirmation
from clerk.afterwards.since import Afterwards
from clerk.drafting import draft
from clerk.model import Body, Record
from clerk.notation import Kind
from clerk.store import Store, StoreError
from clerk.terms import MeetingState
from tests.clerk.two_meetings import JUNE, SEPTEMBER

NOW = datetime(2026, 9, 18, 10, 5)
WEEKS = "The trial ran for eight weeks."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "clerk.db") as opened:
        assert (opened.add(JUNE), opened.add(SEPTEMBER)) == (1, 2)
        yield opened


def page(store: Store) -> str:
    return store.record(2).items[1].text


def test_each_draft_that_goes_round_is_kept_as_it_was(store: Store) -> None:
    assert store.circulate(1, NOW, "members\nand officers").to == "members and officers"
    store.save_page(store.record(1).items[0].id, "Changed.", NOW)
    assert store.circulate(1, NOW).version == 2
    assert store.record(1).meeting.state is MeetingState.CIRCULATED
    kept = store.circulated(1, 1)[1]
    assert draft(kept).blocks == draft(_without_queries(JUNE)).blocks
    assert (kept.meeting, kept.presence) == (JUNE.meeting, JUNE.presence)
    assert store.circulated(1)[1].items[0].text == "Changed."
    assert [each.version for each in store.record(1).afterwards.circulated] == [1, 2]


def test_of_private_notes_and_queries_no_draft_that_is_kept_holds_anything(store: Store) -> None:
    store.save_page(store.record(1).items[0].id, "N: not for anybody\nNone.\nQ: nor this?", NOW)
    store.circulate(1, NOW)
    assert store.circulated(1)[1].items[0].text == "None."


def _without_queries(record: Record) -> Record:
    items = (
        replace(item, entries=tuple(each for each in item.entries if each.kind is not Kind.QUERY))
        for item in record.items
    )
    return replace(record, items=tuple(items))


def test_a_draft_is_not_circulated_while_the_meeting_is_on_or_once_it_is_confirmed(store: Store) -> None:
    with pytest.raises(StoreError, match="18 September 2026 has not been closed"):
        store.circulate(2, NOW)
    store.confirm(1, Confirmation())
    with pytest.raises(StoreError, match="confirmed"):
        store.circulate(1, NOW)
    with pytest.raises(StoreError, match="clerk circulate 1"):
        store.circulated(1)


def test_an_amendment_is_seen_from_both_meetings_and_what_was_minuted_stays(store: Store) -> None:
    made = store.amend_and_minute(1, (2, 2), WEEKS, (2, 2), NOW)
    assert made
    assert (made.minute, made.old, made.new) == ("25(i)", "- The trial ran for six weeks.", f"- {WEEKS}")
    (amendment,) = store.record(1).afterwards.amendments
    assert (amendment.item, amendment.line, amendment.agreed_on, amendment.agreed_minute) == (
        2,
        2,
        date(2026, 9, 18),
        31,
    )
    agreed = AmendmentAgreed(2, date(2026, 6, 19), "25(i)", made.old, made.new)
    assert store.record(2).afterwards.agreed == (agreed,)
    assert store.record(1).items == JUNE.items
    assert page(store).endswith(f"subject to minute 25(i) being amended to read:\n> “{WEEKS}”")


def test_the_same_meeting_may_think_again_and_take_an_amendment_back(store: Store) -> None:
    store.amend_and_minute(1, (2, 2), WEEKS, (2, 2), NOW)
    store.amend_and_minute(1, (2, 2), "Nine weeks.", (2, 2), NOW)
    assert [each.new for each in store.record(1).afterwards.amendments] == ["- Nine weeks."]
    assert "> “Nine weeks.”" in page(store)
    assert WEEKS not in page(store)
    assert store.amend_and_minute(1, (2, 2), "The trial ran for six weeks.", (2, 2), NOW) is None
    assert store.record(1).afterwards == Afterwards()
    assert store.record(2).afterwards == Afterwards()


def test_an_amendment_follows_its_line_and_outlives_it(store: Store) -> None:
    store.amend_and_minute(1, (2, 2), WEEKS, (2, 2), NOW)
    item = store.record(1).items[1]
    store.save_page(item.id, "New first line.\n" + item.text, NOW)
    assert store.record(1).afterwards.amendments[0].line == 3
    store.save_page(item.id, "It was noted:", NOW)
    assert [(each.item, each.line) for each in store.record(1).afterwards.amendments] == [(2, 0)]


def test_the_minute_that_agreed_it_is_numbered_as_the_business_was_taken(store: Store) -> None:
    store.amend_and_minute(1, (2, 2), WEEKS, (2, 2), NOW)
    store.confirm(1, Confirmation(date(2026, 9, 18)), (2, 2))
    store.add_item(2, "Taken before it", NOW, after=store.record(2).items[0].id)
    since = store.record(1).afterwards
    assert since.amendments[0].agreed_minute == 32
    assert since.confirmation
    assert since.confirmation.minute == 32


def test_an_amendment_of_an_exempt_minute_is_known_for_one_from_the_other_meeting(store: Store) -> None:
    store.amend_and_minute(1, (3, 1), "Sold for eleven.", (2, 2), NOW)
    assert [each.exempt for each in store.record(2).afterwards.agreed] == [True]
    assert "eleven" not in page(store)


def test_minutes_are_confirmed_at_a_later_meeting_of_the_same_body(store: Store) -> None:
    other = store.add(replace(SEPTEMBER, body=Body("Elmford Panel")))
    for at, said in ((1, "is not after"), (other, "of another body"), (99, "no meeting 99")):
        with pytest.raises(StoreError, match=said):
            store.confirm(1, Confirmation(), (at, 0))
        with pytest.raises(StoreError, match=said):
            store.amend(1, 2, 2, "- x", (at, 0))
    with pytest.raises(StoreError, match="has not been closed"):
        store.confirm(2, Confirmation())
    assert store.record(1) == JUNE


@pytest.mark.parametrize(("place", "said"), [((9, 1), "no such line"), ((2, 9), "no such line"), ((2, 3), "prints")])
def test_only_a_line_that_is_there_and_prints_is_amended(store: Store, place: tuple[int, int], said: str) -> None:
    with pytest.raises(StoreError, match=said):
        store.amend_and_minute(1, place, "x", (2, 2), NOW)


def test_confirming_again_puts_it_right_and_reopening_undoes_it(store: Store) -> None:
    store.confirm(1, Confirmation(date(2026, 9, 18), by="Nobody"), (2, 2))
    store.confirm(1, Confirmation(date(2026, 9, 18), by="Cllr A. Example"), (2, 2))
    assert store.record(1).afterwards.confirmation == Confirmation(date(2026, 9, 18), "", 31, "Cllr A. Example")
    store.close_meeting(1, NOW)
    assert store.record(1).meeting.state is MeetingState.CONFIRMED
    store.reopen_meeting(1)
    assert store.record(1).afterwards == Afterwards()


def test_a_meeting_read_from_a_file_brings_what_became_of_it_without_what_its_drafts_said(store: Store) -> None:
    store.circulate(1, NOW)
    store.amend_and_minute(1, (2, 2), WEEKS, (2, 2), NOW)
    store.confirm(1, Confirmation(date(2026, 9, 18)), (2, 2))
    for number in (1, 2):
        record = store.record(number)
        again = store.add(record)
        assert _bare(store.record(again)) == _bare(record)
    with pytest.raises(StoreError, match="another database"):
        store.circulated(3)


def _bare(record: Record) -> Record:
    return replace(record, meeting=replace(record.meeting, id=0))
