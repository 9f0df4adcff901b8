"""Whoever a body's last meeting had is expected at its next one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from clerk.model import Presence
from clerk.records.expected import Expected
from clerk.store import Store
from clerk.terms import Attendance, Capacity
from tests.clerk.command_line import Clerk
from tests.clerk.stored import BOARD, meeting_of

ROLL = (
    Presence("A", "Leader", "Ward", status=Attendance.PRESENT, chair=True, initials="A1"),
    Presence("B", status=Attendance.APOLOGIES, remote=True),
    Presence("C", status=Attendance.SUBSTITUTE, substitute_for="B"),
    Presence("D", capacity=Capacity.OFFICER, status=Attendance.ABSENT),
    Presence("E", capacity=Capacity.GUEST, status=Attendance.PRESENT),
)
EXPECTED = (
    Presence("A", "Leader", "Ward", chair=True, initials="A1"),
    Presence("B"),
    Presence("D", capacity=Capacity.OFFICER),
)


def add(store: Store, day: date | None, roll: tuple[Presence, ...] = (), name: str = BOARD.name) -> int:
    record = meeting_of("a", day=day)
    return store.add(replace(record, body=replace(BOARD, name=name), presence=roll))


def test_the_last_meeting_with_a_roll_says_who_is_expected(store: Store) -> None:
    add(store, date(2026, 1, 5), (Presence("Old"),))
    add(store, date(2026, 3, 5), ROLL)
    add(store, date(2026, 4, 5))
    add(store, date(2026, 9, 5), (Presence("Later"),))
    add(store, date(2026, 5, 5), (Presence("Other"),), name="Another Board")
    day = date(2026, 6, 1)
    expected = store.expected(BOARD.name.upper(), day)
    assert expected.people == EXPECTED
    assert expected.meeting_day == date(2026, 3, 5)
    assert [one.id for one in expected.people] == [0, 0, 0]
    assert store.expected(BOARD.name, date(2026, 3, 5)).people == (Presence("Old"),)
    assert store.expected(BOARD.name, None).people == (Presence("Later"),)


def test_a_body_that_never_met_expects_nobody(store: Store) -> None:
    add(store, date(2026, 4, 5))
    for name in (BOARD.name, "Unknown Board"):
        assert store.expected(name, None) == Expected()


AGENDA = "Northmere [/] Board\nMonday 6 July 2026\n1. Apologies\n2. Budget\n"


def test_a_published_agenda_gets_the_roll_of_the_last_meeting(clerk: Clerk, tmp_path: Path) -> None:
    (tmp_path / "agenda.txt").write_text(AGENDA, encoding="utf-8")
    said = clerk.ok("import", "agenda.txt")
    assert "2 on the roll" in said
    assert "  roll: 2 people as at the meeting of 19 June 2026\n" in said
    roll = clerk.record(2).presence
    assert [(one.name, one.status, one.chair) for one in roll] == [
        ("Cllr A. Example", Attendance.EXPECTED, False),
        ("Cllr B. Other", Attendance.EXPECTED, True),
    ]
    printed = json.loads(clerk.ok("import", "agenda.txt", "--json", "--new"))
    assert (printed["import"]["roll_as_at"], len(printed["presence"])) == ("2026-06-19", 2)


def test_clerks_own_files_and_published_minutes_keep_the_roll_they_have(clerk: Clerk, tmp_path: Path) -> None:
    empty = json.loads(clerk.ok("show", "1", "--json")) | {"presence": [], "date": "2026-07-06"}
    (tmp_path / "own.json").write_text(json.dumps(empty), encoding="utf-8")
    minutes = "Minutes\nNorthmere [/] Board - Monday 6 July 2026\nNo. Item\n1.\nBudget\nMinutes:\nNoted.\n"
    (tmp_path / "minutes.txt").write_text(minutes, encoding="utf-8")
    for file in ("own.json", "minutes.txt"):
        assert "0 on the roll" in clerk.ok("import", file)
    assert [clerk.record(number).presence for number in (2, 3)] == [(), ()]
