"""Who came and went, as the store keeps it and as Clerk's own files carry it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from clerk.importers.own import json_file as json_reader
from clerk.importers.own import text_file as text_reader
from clerk.model import Body, Declaration, Item, Meeting, Movement, Presence, Record
from clerk.own_files import as_json as clerk_json
from clerk.own_files import as_text as clerk_text
from clerk.people.room import FOR_AN_INTEREST
from clerk.store import Store, StoreError
from clerk.terms import Attendance, MovementKind, Outcome
from tests.clerk.stored import LATER, NOW, meeting_of, row

ARRIVED, LEFT, RETURNED, CHAIR = MovementKind


def test_a_movement_is_kept_in_the_order_of_time_and_can_be_put_right(store: Store) -> None:
    number = store.add(meeting_of("a", "b"))
    left = store.move(number, Movement("Cllr  A. Example", LEFT, LATER, 2, "ill\n", None))
    came = store.move(number, Movement("B. Other", ARRIVED, NOW))
    assert [(each.id, each.name) for each in store.record(number).movements] == [
        (came.id, "B. Other"),
        (left.id, "Cllr  A. Example"),
    ]
    store.move(number, replace(left, when=NOW - timedelta(minutes=1), voted=True))
    first, _ = store.record(number).movements
    assert (first.id, first.voted, first.why) == (left.id, True, "ill")
    store.unmove(left.id)
    assert store.record(number).movements == (came,)
    with pytest.raises(StoreError, match="taken back"):
        store.move(number, left)


def test_a_movement_follows_its_item_when_that_moves(store: Store) -> None:
    number = store.add(meeting_of("a", "b", "c"))
    store.move(number, Movement("B. Other", LEFT, NOW, 3))
    store.take_item(number, row(store, number, "c"), NOW)
    assert store.record(number).movements[0].item == 1


def test_a_movement_during_an_item_that_is_not_there_is_refused(store: Store) -> None:
    number = store.add(meeting_of("a"))
    with pytest.raises(StoreError, match="item 7"):
        store.move(number, Movement("B. Other", LEFT, NOW, 7))
    with pytest.raises(StoreError, match="no meeting 9"):
        store.move(9, Movement("B. Other", LEFT, NOW))
    assert store.record(number).movements == ()


@pytest.mark.parametrize("status", [Attendance.EXPECTED, Attendance.APOLOGIES, Attendance.ABSENT])
def test_whoever_arrives_is_present_whatever_the_roll_said(store: Store, status: Attendance) -> None:
    record = replace(meeting_of("a"), presence=(Presence("A", status=status), Presence("B", status=status)))
    number = store.add(record)
    store.move(number, Movement("A", ARRIVED, NOW))
    assert [each.status for each in store.record(number).presence] == [Attendance.PRESENT, status]


def test_a_substitute_who_arrives_stays_a_substitute(store: Store) -> None:
    number = store.add(replace(meeting_of("a"), presence=(Presence("A", status=Attendance.SUBSTITUTE),)))
    store.move(number, Movement("A", ARRIVED, NOW))
    assert store.record(number).presence[0].status is Attendance.SUBSTITUTE


def test_a_change_of_name_on_the_roll_is_followed_by_what_the_person_did(store: Store) -> None:
    number = store.add(meeting_of("a"))
    store.move(number, Movement("B. Other", LEFT, NOW))
    store.declare(number, Declaration("B. Other"))
    person = store.record(number).presence[1]
    store.set_presence(number, replace(person, name="Cllr B. Other"))
    record = store.record(number)
    assert (record.movements[0].name, record.declarations[0].name) == ("Cllr B. Other", "Cllr B. Other")


def test_declaring_and_leaving_is_one_step_when_the_item_is_open(store: Store) -> None:
    number = store.add(meeting_of("a", "b"))
    store.set_presence(number, replace(store.record(number).presence[0], status=Attendance.PRESENT))
    store.take_item(number, row(store, number, "a"), NOW)
    declaration = Declaration("Cllr A. Example", "personal", items=(1,), outcome=Outcome.LEFT, dispensation="to speak")
    declared, left = store.declare_and_leave(number, declaration, LATER)
    assert left == Movement("Cllr A. Example", LEFT, LATER, 1, FOR_AN_INTEREST)
    assert store.declare_and_leave(number, declared, LATER) == (declared, None)
    record = store.record(number)
    assert (record.declarations, record.movements) == ((declaration,), (left,))
    stayed = replace(declaration, name="B. Other", outcome=Outcome.STAYED)
    assert store.declare_and_leave(number, stayed, LATER)[1] is None


RECORD = Record(
    Body("Northmere Board"),
    Meeting(date(2026, 6, 19)),
    (Item("Apologies", "1"), Item("Budget", "2")),
    (Presence("Cllr | Anand", status=Attendance.PRESENT),),
    movements=(
        Movement("Cllr | Anand", LEFT, datetime(2026, 6, 19, 10, 45), 2, "ill", False),
        Movement("Cllr | Anand", CHAIR, datetime(2026, 6, 19, 11)),
    ),
)


def test_the_text_file_says_who_came_and_went_a_line_each() -> None:
    lines = clerk_text.dumps(RECORD).split("\n")
    assert r"Moved: Cllr \| Anand | left | at: 2026-06-19T10:45:00 | item: 2 | why: ill | voted: no" in lines
    assert r"Moved: Cllr \| Anand | took the chair | at: 2026-06-19T11:00:00" in lines


def test_a_movement_typed_by_hand_needs_a_time_of_day_only_and_is_put_in_order() -> None:
    reading = text_reader.read(
        "Clerk record 1\nBody: B\nMoved: Dale | RETURNED | at: noon\nMoved: Dale | left | at: 10.45am | item: 1\n"
        "Date: 19 June 2026\n## Trees"
    )
    assert reading.doubts == ()
    assert reading.record.movements == (
        Movement("Dale", LEFT, datetime(2026, 6, 19, 10, 45), 1),
        Movement("Dale", RETURNED, datetime(2026, 6, 19, 12)),
    )


def test_what_a_movement_does_not_say_clearly_is_doubted_with_its_line() -> None:
    reading = text_reader.read(
        "Clerk record 1\nBody: B\nDate: 19 June 2026\n"
        "Moved: A | at: 10.00\nMoved: B | left\nMoved: C | left | at: soon\n"
        "Moved: D | left | at: 10.00 | item: 9 | voted: perhaps | mood: low"
    )
    assert [doubt.line for doubt in reading.doubts] == [4, 5, 6, 6, 7, 7, 7]
    assert "B | left" in reading.doubts[1].message
    assert reading.record.movements == (Movement("D", LEFT, datetime(2026, 6, 19, 10)),)


def test_json_of_movements_that_are_no_movements_is_doubted_not_fatal() -> None:
    found = json.loads(clerk_json.dumps(RECORD))
    assert found["movements"][0]["voted"] is False
    found["movements"] += [{"name": "A", "kind": "left"}, {"name": "B", "kind": "fled", "when": "2026-06-19T10:00"}, 7]
    found["movements"][1] |= {"item": 8, "voted": "yes"}
    reading = json_reader.read(json.dumps(found))
    assert reading.record.movements == RECORD.movements
    assert len(reading.doubts) == 5
