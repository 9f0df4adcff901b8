"""The record on the officer's desk: what it says, and where things are in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from clerk.model import Item, Record
from clerk.store import Store
from clerk.terms import ItemKind, ItemState, MeetingState


def now_to_the_second() -> datetime:
    """The local time; minutes know no smaller part of it."""
    return datetime.now().replace(microsecond=0)


class DeskRecord:
    """One meeting of a store. ``at`` counts items from 0. Every method that writes raises what the store raises.

    One that has nothing to give back, but whose caller must know that it was done, gives True: ``Page.attempt`` and
    ``Page.change`` give None where it failed.
    """

    def __init__(self, store: Store, number: int, now: Callable[[], datetime] = now_to_the_second) -> None:
        self.store = store
        self.number = number
        self.now = now
        self.record: Record = store.record(number)

    @property
    def read_only(self) -> bool:
        """Whether the meeting can only be read."""
        return self.store.read_only

    @property
    def in_session(self) -> bool:
        """Whether the meeting is going on."""
        return self.record.meeting.state is MeetingState.IN_SESSION

    @property
    def begun(self) -> bool:
        """Whether any item has been taken, deferred or withdrawn: a meeting may be opened by command with none."""
        return any(item.state is not ItemState.TO_COME for item in self.record.items)

    def item(self, at: int) -> Item:
        """The item at a place."""
        return self.record.items[at]

    def place_of(self, item_id: int) -> int:
        """Where an item is now; 0 if it is gone."""
        return next((at for at, item in enumerate(self.record.items) if item.id == item_id), 0)

    def business_from(self, at: int, step: int) -> int | None:
        """The nearest item of business at or beyond ``at`` in the direction of ``step``; None past the end."""
        while 0 <= at < len(self.record.items):
            if self.item(at).kind is not ItemKind.HEADING:
                return at
            at += step
        return None

    def reload(self) -> Record:
        """Read the record again."""
        self.record = self.store.record(self.number)
        return self.record
