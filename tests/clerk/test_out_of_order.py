"""Business put off, brought in, taken together or interrupted, as the store keeps it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerk.model import Adjournment, Declaration, Item
from clerk.store import Store, StoreError
from clerk.terms import ItemKind, ItemState
from tests.clerk.stored import LATER, NOW, meeting_of, row, titles


def item(store: Store, number: int, title: str) -> Item:
    return next(item for item in store.record(number).items if item.title == title)


def take(store: Store, number: int, *names: str) -> None:
    for title in names:
        store.take_item(number, row(store, number, title), NOW)


def test_an_item_deferred_before_its_turn_is_minuted_now_and_the_open_item_stays_open(store: Store) -> None:
    number = store.add(meeting_of("a", "b", "c"))
    take(store, number, "a")
    store.defer_item(
        number, row(store, number, "c"), LATER, " next\nmeeting ", "no officer", ["R: That c be deferred."]
    )
    assert titles(store, number) == "a c b"
    deferred = item(store, number, "c")
    assert (deferred.state, deferred.deferred_to, deferred.reason) == (ItemState.DEFERRED, "next meeting", "no officer")
    assert (deferred.opened, deferred.closed, deferred.text) == (LATER, LATER, "R: That c be deferred.")
    assert item(store, number, "a").state is ItemState.OPEN
    take(store, number, "b")
    assert titles(store, number) == "a c b"
    assert item(store, number, "c").state is ItemState.DEFERRED


def test_the_open_item_can_be_deferred_and_still_be_written_in(store: Store) -> None:
    number = store.add(meeting_of("a"))
    take(store, number, "a")
    store.save_page(row(store, number, "a"), "It was discussed.\n", NOW)
    store.defer_item(number, row(store, number, "a"), LATER, lines=["R: That it be deferred."])
    store.save_page(row(store, number, "a"), item(store, number, "a").text + "\nMore was said.", LATER)
    assert item(store, number, "a").state is ItemState.DEFERRED
    assert item(store, number, "a").text == "It was discussed.\nR: That it be deferred.\nMore was said."


def test_a_withdrawal_is_undone_and_its_words_stay(store: Store) -> None:
    number = store.add(meeting_of("a", "b", "c"))
    take(store, number, "a")
    store.withdraw_item(number, row(store, number, "c"), NOW, "no need", ["The item was withdrawn."])
    store.put_back(number, row(store, number, "c"))
    assert titles(store, number) == "a b c"
    back = item(store, number, "c")
    assert (back.state, back.reason, back.text) == (ItemState.TO_COME, "", "The item was withdrawn.")


def test_a_deferred_item_brought_back_is_open_where_it_is(store: Store) -> None:
    number = store.add(meeting_of("a", "b"))
    store.defer_item(number, row(store, number, "b"), NOW, "later", "absence")
    take(store, number, "a", "b")
    assert titles(store, number) == "b a"
    brought = item(store, number, "b")
    assert (brought.state, brought.deferred_to, brought.reason) == (ItemState.OPEN, "", "")


def test_a_section_heading_is_neither_deferred_nor_taken_together(store: Store) -> None:
    number = store.add(meeting_of("ONE", "a"))
    take(store, number, "a")
    with pytest.raises(StoreError, match="not business"):
        store.defer_item(number, row(store, number, "ONE"), NOW)
    with pytest.raises(StoreError, match="not business"):
        store.take_together(number, row(store, number, "ONE"), row(store, number, "a"), NOW)


def test_an_added_item_stands_after_the_last_one_taken_and_is_next(store: Store) -> None:
    number = store.add(meeting_of("a", "b", "c", "d"))
    take(store, number, "a", "c")
    new = store.add_item(number, " Flood\nwarning ", NOW, "The river rose today", lines=["Urgent."])
    assert titles(store, number) == "a c Flood warning b d"
    added = item(store, number, "Flood warning")
    assert (added.id, added.agenda_number, added.state, added.text) == (new, "", ItemState.TO_COME, "Urgent.")
    assert added.urgent_because == "The river rose today"
    take(store, number, "Flood warning", "d")
    assert titles(store, number) == "a c Flood warning d b"


def test_an_added_item_goes_back_to_where_it_was_added(store: Store) -> None:
    number = store.add(meeting_of("a", "b", "c"))
    take(store, number, "a")
    store.add_item(number, "new", NOW)
    take(store, number, "c", "new")
    store.put_back(number, row(store, number, "new"))
    store.put_back(number, row(store, number, "c"))
    assert titles(store, number) == "a new b c"


def test_an_item_can_be_added_after_any_other(store: Store) -> None:
    number = store.add(meeting_of("a", "b"))
    store.add_item(number, "last", NOW, after=row(store, number, "b"))
    store.add_item(number, "first", NOW, kind=ItemKind.ORDER_OF_BUSINESS)
    store.add_item(number, "between", NOW, after=row(store, number, "a"))
    assert titles(store, number) == "first a between b last"
    with pytest.raises(StoreError, match="title"):
        store.add_item(number, " \n", NOW)


def test_only_an_added_item_with_nothing_on_it_is_removed(store: Store) -> None:
    number = store.add(meeting_of("a", "b"))
    new = store.add_item(number, "new", NOW, after=row(store, number, "a"))
    with pytest.raises(StoreError, match="on the agenda"):
        store.remove_item(row(store, number, "a"))
    store.save_page(new, "said", NOW)
    with pytest.raises(StoreError, match="has a minute"):
        store.remove_item(new)
    store.save_page(new, "", NOW)
    made = store.declare(number, Declaration("B. Other", items=(2,)))
    with pytest.raises(StoreError, match="declared an interest"):
        store.remove_item(new)
    store.withdraw(made.id)
    store.remove_item(new)
    assert titles(store, number) == "a b"


def test_items_taken_together_point_to_the_one_with_the_minute(store: Store) -> None:
    number = store.add(meeting_of("a", "b", "c", "d"))
    take(store, number, "a")
    store.take_together(number, row(store, number, "c"), row(store, number, "a"), LATER)
    store.take_together(number, row(store, number, "d"), row(store, number, "c"), LATER)
    assert titles(store, number) == "a c d b"
    assert [(one.taken_with, one.state) for one in store.record(number).items] == [
        *[(0, ItemState.OPEN), (1, ItemState.DONE), (1, ItemState.DONE), (0, ItemState.TO_COME)]
    ]
    store.take_apart(number, row(store, number, "c"))
    assert titles(store, number) == "a d b c"
    assert item(store, number, "c").state is ItemState.TO_COME
    store.save_page(row(store, number, "d"), "R: That d be noted.", NOW)
    store.take_apart(number, row(store, number, "d"))
    assert (item(store, number, "d").state, item(store, number, "d").taken_with) == (ItemState.DONE, 0)


def test_an_item_is_taken_together_only_with_another_that_was_taken(store: Store) -> None:
    number = store.add(meeting_of("a", "b"))
    with pytest.raises(StoreError, match="Take the other item first"):
        store.take_together(number, row(store, number, "b"), row(store, number, "a"), NOW)
    take(store, number, "a", "b")
    with pytest.raises(StoreError, match="itself"):
        store.take_together(number, row(store, number, "b"), row(store, number, "b"), NOW)
    store.take_together(number, row(store, number, "b"), row(store, number, "a"), NOW)
    with pytest.raises(StoreError, match="itself"):
        store.take_together(number, row(store, number, "a"), row(store, number, "b"), NOW)


def test_one_resolution_goes_to_several_items_or_to_none(store: Store) -> None:
    number, other = store.add(meeting_of("a", "b")), store.add(meeting_of("x"))
    store.save_page(row(store, number, "a"), "Said.\n", NOW)
    rows = [row(store, number, "a"), row(store, number, "b")]
    with pytest.raises(StoreError):
        store.resolve_together(number, [*rows, row(store, other, "x")], "R: That both be noted.", NOW)
    assert [one.text for one in store.record(number).items] == ["Said.\n", ""]
    store.resolve_together(number, rows, "R: That both be noted.", NOW)
    store.resolve_together(number, rows, "R: That both be noted.", LATER)
    assert [one.text for one in store.record(number).items] == [
        "Said.\nR: That both be noted.",
        "R: That both be noted.",
    ]


def test_a_meeting_adjourns_and_resumes_during_the_item_that_is_open(store: Store) -> None:
    number = store.add(meeting_of("a", "b"))
    store.open_meeting(number, NOW)
    take(store, number, "a", "b")
    store.adjourn(number, LATER, " for\nlunch ")
    with pytest.raises(StoreError, match=r"adjourned at 10\.15 am already"):
        store.adjourn(number, LATER)
    with pytest.raises(StoreError, match="cannot have resumed before"):
        store.resume(number, NOW)
    resumed = store.resume(number, LATER + timedelta(hours=1))
    assert store.record(number).meeting.adjournments == (
        Adjournment(LATER, LATER + timedelta(hours=1), item=2, why="for lunch"),
    )
    assert store.record(number).items[1].state is ItemState.OPEN
    with pytest.raises(StoreError, match="not adjourned"):
        store.resume(number, LATER)
    store.set_adjournment(number, replace(resumed, resumed=None))
    assert store.record(number).meeting.adjournments[0].resumed is None
    store.remove_adjournment(resumed.id)
    assert store.record(number).meeting.adjournments == ()


def test_a_meeting_not_in_session_does_not_adjourn(store: Store) -> None:
    number = store.add(meeting_of("a"))
    with pytest.raises(StoreError, match="not in session"):
        store.adjourn(number, NOW)
    store.open_meeting(number, LATER)
    with pytest.raises(StoreError, match="cannot have adjourned before"):
        store.adjourn(number, NOW)


ACTS = st.lists(st.tuples(st.sampled_from(("take", "defer", "back", "add", "join")), st.integers(0, 9)), max_size=12)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS)
def test_whatever_is_done_no_item_is_lost_and_those_to_come_follow_those_taken(
    store: Store, acts: list[tuple[str, int]]
) -> None:
    number = store.add(meeting_of("a", "ONE", "b", "c", "TWO", "d"))
    rows = [one.id for one in store.record(number).items if one.kind is not ItemKind.HEADING]
    for act, which in acts:
        chosen, other = rows[which % len(rows)], rows[(which + 1) % len(rows)]
        try:
            if act == "take":
                store.take_item(number, chosen, NOW)
            elif act == "defer":
                store.defer_item(number, chosen, NOW)
            elif act == "back":
                store.put_back(number, chosen)
            elif act == "add":
                rows.append(store.add_item(number, "new", NOW))
            else:
                store.take_together(number, chosen, other, NOW)
        except StoreError:
            assert act == "join"
        business = [one for one in store.record(number).items if one.kind is not ItemKind.HEADING]
        assert sorted(one.id for one in business) == sorted(rows)
        reached = [one.state is not ItemState.TO_COME for one in business]
        assert reached == sorted(reached, reverse=True)
        assert sum(one.state is ItemState.OPEN for one in business) <= 1
