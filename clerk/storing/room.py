"""What the Store does for the people of a meeting: the roll, and who comes and goes."""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from contextlib import AbstractContextManager

from clerk.model import Movement, Presence
from clerk.records import meetings, movements, roll


class RoomStore(ABC):
    """The part of the Store for people; every method raises ``StoreError`` and then changed nothing."""

    @abstractmethod
    def transaction(self) -> AbstractContextManager[sqlite3.Connection]:
        """Do several changes as one."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """Read as of one moment."""

    def set_presence(self, number: int, presence: Presence) -> Presence:
        """Add a person at the end of the roll (``id`` 0) or change their line; return it as stored.

        ``chair`` takes the Chair from anyone else. Somebody who sent apologies or is absent is not in the Chair and
        has not joined from elsewhere, whatever ``presence`` says.
        """
        with self.transaction() as db:
            meetings.must_exist(db, number)
            return roll.save(db, number, presence)

    def remove_presence(self, presence_id: int) -> None:
        """Take a person off the roll."""
        with self.transaction() as db:
            roll.remove(db, presence_id)

    def move(self, number: int, movement: Movement) -> Movement:
        """Add that somebody came, went or took the Chair (``id`` 0) or change it; return it as stored.

        Whoever the roll did not have as present is present by that.
        """
        with self.transaction() as db:
            meetings.must_exist(db, number)
            movement = movements.save(db, number, movement)
            movements.came(db, number, movement.name)
            return movement

    def unmove(self, movement_id: int) -> None:
        """Take back a movement entered by mistake; what the roll says of the person stays."""
        with self.transaction() as db:
            movements.remove(db, movement_id)
