"""The way of a meeting: its business in the order taken, its roll and its declarations."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.model import Declaration, Presence
from clerk.records import order
from clerk.store import Store, StoreError
from clerk.terms import Attendance, ItemState, MeetingState
from tests.clerk.stored import LATER, NOW, meeting_of, row, titles


def test_a_meeting_opens_closes_and_goes_on(store: Store) -> None:
    number = store.add(meeting_of("a"))
    store.open_meeting(number, NOW)
    store.open_meeting(number, LATER)
    assert (store.record(number).meeting.state, store.record(number).meeting.opened) == (MeetingState.IN_SESSION, NOW)
    store.take_item(number, row(store, number, "a"), NOW)
    store.close_meeting(number, LATER)
    closed = store.record(number)
    assert (closed.meeting.state, closed.meeting.closed) == (MeetingState.DRAFT, LATER)
    assert (closed.items[0].state, closed.items[0].closed) == (ItemState.DONE, LATER)
    store.reopen_meeting(number)
    assert (store.record(number).meeting.state, store.record(number).meeting.closed) == (MeetingState.IN_SESSION, None)


def test_an_item_taken_early_moves_up_and_keeps_its_agenda_number(store: Store) -> None:
    number = store.add(meeting_of("a", "b", "c", "d"))
    store.take_item(number, row(store, number, "a"), NOW)
    store.take_item(number, row(store, number, "d"), LATER)
    items = store.record(number).items
    assert [(item.title, item.agenda_number, item.state) for item in items] == [
        ("a", "1", ItemState.DONE),
        ("d", "4", ItemState.OPEN),
        ("b", "2", ItemState.TO_COME),
        ("c", "3", ItemState.TO_COME),
    ]
    assert (items[0].closed, items[1].opened) == (LATER, LATER)


def test_an_item_done_opens_again_where_it_is(store: Store) -> None:
    number = store.add(meeting_of("a", "b"))
    store.take_item(number, row(store, number, "a"), NOW)
    store.take_item(number, row(store, number, "b"), LATER)
    store.take_item(number, row(store, number, "a"), LATER)
    first, second = store.record(number).items
    assert (first.title, first.state, first.opened, first.closed) == ("a", ItemState.OPEN, NOW, None)
    assert second.state is ItemState.DONE


@pytest.mark.parametrize(
    ("agenda", "taken", "then"),
    [
        ("ONE a TWO b c", "a b", "ONE a TWO b c"),
        ("ONE a b TWO c d", "c", "c ONE a b TWO d"),
        ("a ONE b TWO c", "a c", "a TWO c ONE b"),
        ("a ONE b c TWO d", "a b d", "a ONE b d c TWO"),
        ("a ONE TWO b c", "a c", "a c ONE TWO b"),
    ],
)
def test_section_headings_stay_above_their_items(store: Store, agenda: str, taken: str, then: str) -> None:
    number = store.add(meeting_of(*agenda.split()))
    for title in taken.split():
        store.take_item(number, row(store, number, title), NOW)
    assert titles(store, number) == then


def test_a_section_heading_cannot_be_taken(store: Store) -> None:
    number = store.add(meeting_of("ONE", "a"))
    with pytest.raises(StoreError, match="not business"):
        store.take_item(number, row(store, number, "ONE"), NOW)


def test_an_item_put_back_is_in_its_place_again(store: Store) -> None:
    number = store.add(meeting_of("a", "ONE", "b", "TWO", "c", "d"))
    for title in ("a", "d", "b"):
        store.take_item(number, row(store, number, title), NOW)
    assert titles(store, number) == "a d ONE b TWO c"
    store.put_back(number, row(store, number, "d"))
    assert titles(store, number) == "a ONE b TWO c d"
    assert store.record(number).items[5].state is ItemState.TO_COME
    assert store.record(number).items[5].opened is None


def test_an_item_with_a_minute_is_put_back_with_its_text(store: Store) -> None:
    number = store.add(meeting_of("a", "b"))
    store.take_item(number, row(store, number, "b"), NOW)
    store.save_page(row(store, number, "b"), "agreed", NOW)
    store.put_back(number, row(store, number, "b"))
    assert titles(store, number) == "a b"
    item = store.record(number).items[1]
    assert (item.state, item.opened, item.text) == (ItemState.TO_COME, None, "agreed")


def test_a_meeting_cannot_close_before_it_opened(store: Store) -> None:
    number = store.add(meeting_of("a"))
    store.open_meeting(number, LATER)
    with pytest.raises(StoreError, match=r"^The meeting opened at 10\.15 am; it cannot have closed before\.$"):
        store.close_meeting(number, NOW)
    assert store.record(number).meeting.state is MeetingState.IN_SESSION
    store.close_meeting(number, LATER)
    store.close_meeting(number, NOW)
    assert store.record(number).meeting.closed == LATER


@pytest.mark.parametrize("status", [Attendance.APOLOGIES, Attendance.ABSENT])
def test_who_is_not_there_neither_presides_nor_joins_from_elsewhere(store: Store, status: Attendance) -> None:
    number = store.add(meeting_of("a"))
    person = store.set_presence(number, Presence("C", status=Attendance.PRESENT, chair=True, remote=True))
    person = store.set_presence(number, replace(person, status=status))
    assert (person.chair, person.remote) == (False, False)
    assert store.record(number).presence[-1] == person


def test_who_is_expected_may_be_expected_to_preside(store: Store) -> None:
    number = store.add(meeting_of("a"))
    assert store.set_presence(number, Presence("C", chair=True)).chair


def test_an_item_of_another_meeting_is_refused(store: Store) -> None:
    one, other = store.add(meeting_of("a")), store.add(meeting_of("b"))
    with pytest.raises(StoreError):
        store.take_item(one, row(store, other, "b"), NOW)


@given(st.lists(st.booleans(), min_size=1, max_size=9), st.lists(st.integers(0, 8), max_size=12))
def test_no_order_of_taking_loses_an_item_or_moves_one_already_taken(headings: list[bool], steps: list[int]) -> None:
    slots = [order.Slot(number, number, heading) for number, heading in enumerate(headings)]
    taken: list[int] = []
    for step in steps:
        slot = next((slot for slot in slots if slot.id == step and not slot.heading), None)
        if slot is None:
            continue
        back = slot.taken
        new = order.put_back(slots, step) if back else order.take(slots, step)
        taken = [one for one in taken if one != step] if back else [*taken, step]
        by_id = {one.id: one._replace(taken=one.id in taken) for one in slots}
        slots = [by_id[number] for number in new]
        assert sorted(new) == list(range(len(headings)))
        assert [one.id for one in slots if one.taken] == taken
        to_come = [one.id for one in slots if not one.taken and not one.heading]
        assert to_come == sorted(to_come)


def test_the_roll_is_changed_line_by_line_and_has_one_chair(store: Store) -> None:
    number = store.add(meeting_of("a"))
    first, second = store.record(number).presence
    store.set_presence(number, replace(first, status=Attendance.PRESENT, chair=True))
    added = store.set_presence(number, Presence("  [/] Guest\n", chair=True))
    assert added.name == "[/] Guest"
    assert [(one.name, one.chair) for one in store.record(number).presence] == [
        ("Cllr A. Example", False),
        ("B. Other", False),
        ("[/] Guest", True),
    ]
    store.remove_presence(second.id)
    assert [one.name for one in store.record(number).presence] == ["Cllr A. Example", "[/] Guest"]
    with pytest.raises(StoreError, match="no longer on the roll"):
        store.set_presence(number, second)


def test_a_declaration_follows_its_items_when_they_move(store: Store) -> None:
    number = store.add(meeting_of("a", "b", "c"))
    made = store.declare(number, Declaration("Cllr A. Example", items=(3, 2), made_at=1, made=NOW))
    store.take_item(number, row(store, number, "a"), NOW)
    store.take_item(number, row(store, number, "c"), NOW)
    (declaration,) = store.record(number).declarations
    assert (declaration.id, declaration.items, declaration.made) == (made.id, (2, 3), NOW)
    store.declare(number, replace(declaration, interest="personal"))
    assert [one.interest for one in store.record(number).declarations] == ["personal"]
    store.withdraw(made.id)
    assert store.record(number).declarations == ()


def test_a_declaration_about_an_item_that_is_not_there_is_refused(store: Store) -> None:
    number = store.add(meeting_of("a"))
    with pytest.raises(StoreError, match="item 7"):
        store.declare(number, Declaration("Cllr A. Example", items=(7,)))
    assert store.record(number).declarations == ()
