"""What the Store does for the people of a meeting: the roll, who comes and goes, and what they declare."""

from __future__ import annotations

from datetime import datetime

from clerk.model import Declaration, Movement, Presence
from clerk.people.room import withdrawal
from clerk.records import declarations, meetings, movements, roll
from clerk.storing.part import StorePart


class RoomStore(StorePart):
    """The part of the Store for people."""

    def set_presence(self, number: int, presence: Presence) -> Presence:
        """Add a person at the end of the roll (``id`` 0) or change their line; return it as stored.

        ``chair`` takes the Chair from anyone else. Somebody who sent apologies or is absent is not in the Chair and
        has not joined from elsewhere, whatever ``presence`` says. Who came back and is then put down as having joined
        from elsewhere came back so.
        """
        from clerk.people.joining import by_link

        with self.transaction() as db:
            meetings.must_exist(db, number)
            record = self.record(number) if presence.id else None
            was = next((each for each in record.presence if each.id == presence.id), None) if record else None
            if record and was and (came := by_link(record, was, presence)):
                movements.save(db, number, came)
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

    def declare(self, number: int, declaration: Declaration) -> Declaration:
        """Add a declaration (``id`` 0) or change it; return it as stored."""
        with self.transaction() as db:
            meetings.must_exist(db, number)
            return declarations.save(db, number, declaration)

    def withdraw(self, declaration_id: int) -> None:
        """Take back a declaration entered by mistake."""
        with self.transaction() as db:
            declarations.remove(db, declaration_id)

    def declare_and_leave(
        self, number: int, declaration: Declaration, now: datetime
    ) -> tuple[Declaration, Movement | None]:
        """Add or change a declaration; who by it withdraws from the item that is open leaves the room, once."""
        with self.transaction():
            declaration = self.declare(number, declaration)
            left = withdrawal(self.record(number), declaration, now)
            return declaration, self.move(number, left) if left else None
