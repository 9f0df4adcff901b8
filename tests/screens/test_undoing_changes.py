"""Undoing changes to the record: whatever was done, undone it is as it was, and nothing typed is lost."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.model import Body, Declaration, Item, Meeting, Movement, Presence, Record
from clerk.people.membership import Member
from clerk.store import Store, StoreError
from clerk.terms import Attendance, ItemKind, ItemState, MovementKind, Outcome
from screens.desk import Desk

NOW = datetime(2026, 6, 19, 10, 0)
NAMES = ("Cllr A. Reed", "Cllr B. Sedge", "Jo Rush")
ITEMS = (
    Item("Declarations of interest", "1", ItemKind.DECLARATIONS),
    Item("PART ONE", kind=ItemKind.HEADING),
    *(Item(title, str(number)) for number, title in enumerate(("Roads", "Parks", "Ponds"), 2)),
)
RECORD = Record(Body("Fenmarsh Board"), Meeting(NOW.date()), ITEMS, tuple(Presence(name) for name in NAMES))
EVERYTHING_BUT_TEXT = ("body", "meeting", "presence", "movements", "declarations")


@cache
def _database() -> bytes:
    """A database with the meeting, made once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "clerk.db"
        with Store.open(path) as store:
            store.add(RECORD)
        return path.read_bytes()


class Officer:
    """Does things with the desk, a minute apart; what cannot be done is refused and changes nothing."""

    def __init__(self, folder: str) -> None:
        path = Path(folder) / "clerk.db"
        path.write_bytes(_database())
        self.store = Store.open(path)
        self.clock = NOW
        self.desk = Desk(self.store, 1, now=lambda: self.clock)
        self.desk.watch()
        self.typed: set[str] = set()

    def does(self, what: str, at: int, which: int) -> None:
        """Do one thing, and settle it as the screen does."""
        self.clock += timedelta(minutes=1)
        at %= len(self.desk.record.items)
        try:
            getattr(self, f"_{what}")(at, which)
        except StoreError:
            self.desk.reload()
        self.desk.settle()

    def _types(self, at: int, _: int) -> None:
        line = f"Typed at {self.clock:%H.%M}."
        item = self.desk.item(at)
        self.desk.save_page(at, "\n".join([*filter(None, [item.text]), line]), 0, 0)
        self.typed.add(line)

    def _opens(self, _: int, __: int) -> None:
        self.desk.open_meeting(self.clock)

    def _closes(self, _: int, __: int) -> None:
        self.desk.close_meeting(self.clock)

    def _takes(self, at: int, _: int) -> None:
        self.desk.take(at)

    def _puts_back(self, at: int, _: int) -> None:
        self.desk.put_back(at)

    def _defers(self, at: int, _: int) -> None:
        self.desk.defer(at, "the next meeting", "")

    def _withdraws(self, at: int, _: int) -> None:
        self.desk.withdraw_item(at, "")

    def _adds(self, at: int, _: int) -> None:
        self.desk.add_item(f"Added {self.clock:%H.%M}", "it could not wait")

    def _orders(self, at: int, _: int) -> None:
        self.desk.add_order_minute(at)

    def _joins(self, at: int, which: int) -> None:
        if self.desk.item(at).taken_with:
            self.desk.take_apart(at)
        else:
            self.desk.take_together(at, which % len(self.desk.record.items))

    def _exempts(self, at: int, which: int) -> None:
        self.desk.set_exempt(at, str(which))

    def _moves(self, at: int, which: int) -> None:
        self.desk.move(Movement(NAMES[which % 3], list(MovementKind)[at % 4], self.clock, at + 1))

    def _unmoves(self, _: int, which: int) -> None:
        if self.desk.record.movements:
            self.desk.unmove(self.desk.record.movements[which % len(self.desk.record.movements)])

    def _declares(self, at: int, which: int) -> None:
        outcome = list(Outcome)[which % 4]
        self.desk.declare(Declaration(NAMES[which % 3], items=(at + 1,), outcome=outcome, made_at=at + 1))

    def _retracts(self, _: int, __: int) -> None:
        if self.desk.record.declarations:
            self.desk.withdraw(self.desk.record.declarations[0])

    def _calls(self, at: int, which: int) -> None:
        person = self.desk.record.presence[which % len(self.desk.record.presence)]
        self.desk.set_presence(Presence(person.name, status=list(Attendance)[at % 5], chair=at == 1, id=person.id))

    def _enrols(self, _: int, which: int) -> None:
        self.desk.set_presence(Presence(f"Guest {which}"))

    def _strikes(self, _: int, __: int) -> None:
        if self.desk.record.presence[3:]:
            self.desk.remove_presence(self.desk.record.presence[-1])

    def _adjourns(self, _: int, __: int) -> None:
        self.desk.adjourn(self.clock, "")

    def _resumes(self, _: int, __: int) -> None:
        self.desk.resume(self.clock)

    def _resolves(self, at: int, which: int) -> None:
        ids = [item.id for item in self.desk.record.items[at:] if item.kind is not ItemKind.HEADING]
        self.desk.resolve_together(ids, f"R: That it be noted {which}")

    def _renames(self, at: int, which: int) -> None:
        body, meeting = self.desk.record.body, self.desk.record.meeting
        self.desk.set_about(replace(body, noun=f"Panel {which}", quorum=at), replace(meeting, venue=f"Room {at}"))

    def _rewords(self, _: int, which: int) -> None:
        self.desk.set_own_words(f'[labels]\nresolved = "RESOLVED {which}:"\n')

    def _coins(self, at: int, which: int) -> None:
        self.desk.set_phrases((*self.desk.phrases()[at:], f"for {which} years"))

    def _rosters(self, _: int, which: int) -> None:
        self.desk.set_roster([Member(name) for name in NAMES[which % 3 :]], NOW.date() + timedelta(which))

    def _undoes(self, _: int, __: int) -> None:
        if self.desk.done:
            self.desk.undo()

    def _redoes(self, _: int, __: int) -> None:
        if self.desk.undone:
            self.desk.redo()


THINGS = sorted(name[1:] for name in vars(Officer) if name.startswith("_") and not name.startswith("__"))


def lines(record: Record) -> set[str]:
    return {entry.line for item in record.items for entry in item.entries if entry.line.strip()}


def without_text(desk: Desk) -> list[Any]:
    record = desk.record
    parts = [getattr(record, name) for name in EVERYTHING_BUT_TEXT]
    parts += [desk.phrases(), desk.store.memberships(record.body.name)]
    items = [(item.id, item.state, item.opened, item.closed, item.exempt, item.taken_with) for item in record.items]
    return [*parts, items]


@settings(max_examples=30)
@given(st.lists(st.tuples(st.sampled_from(THINGS), st.integers(0, 5), st.integers(0, 5)), max_size=25))
def test_undoing_all_gives_the_record_as_it_was_and_loses_nothing_typed(things: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        officer = Officer(folder)
        desk, before = officer.desk, officer.desk.record
        then = without_text(desk)
        with officer.store:
            for thing in (("opens", 0, 0), *things):
                officer.does(*thing)
                assert officer.typed <= lines(desk.record), thing
                assert sum(item.state is ItemState.OPEN for item in desk.record.items) <= 1
            assert all(change.said != "a change to the record" for change in desk.done)
            last, done = desk.record, without_text(desk)
            count = len(desk.done)
            while desk.done:
                desk.undo()
            kept = {item.id for item in desk.record.items} - {item.id for item in before.items}
            assert officer.typed <= lines(desk.record)
            assert all(item.text.strip() for item in desk.record.items if item.id in kept)
            if not kept:
                assert without_text(desk) == then
                assert lines(desk.record) == officer.typed
                while len(desk.done) < count:
                    desk.redo()
                assert without_text(desk) == done
                assert lines(desk.record) == lines(last)
            assert desk.record == officer.store.record(desk.number)
