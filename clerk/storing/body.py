"""The part of the Store about a body and how its meetings are minuted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from clerk.model import Body, Meeting
from clerk.records import bodies, meetings, phrases
from clerk.storing.part import StorePart

if TYPE_CHECKING:
    from clerk.bodies import KeptTemplate, KnownBody


class BodyStore(StorePart):
    """The part of the Store for a body."""

    def set_about(self, number: int, body: Body, meeting: Meeting) -> None:
        """Change how a body is spoken of, its quorum and its house style, and a meeting's day, place and first minute.

        The body's name stays, for it has a history; so do the meeting's state and times.
        """
        with self.transaction() as db:
            meetings.must_exist(db, number)
            bodies.set_about(db, bodies.of_meeting(db, number), body)
            meetings.set_about(db, number, meeting)

    def phrases(self, number: int) -> tuple[str, ...]:
        """Return the phrases of the body whose meeting this is."""
        with self._reading() as db:
            return phrases.load(db, number)

    def set_phrases(self, number: int, texts: Sequence[str]) -> None:
        """Make these the phrases of the body whose meeting this is."""
        with self.transaction() as db:
            meetings.must_exist(db, number)
            phrases.replace(db, number, texts)

    def bodies(self) -> list[KnownBody]:
        """Return every body there is, by name."""
        with self._reading() as db:
            return bodies.known(db)

    def body(self, name: str) -> KnownBody:
        """Return the body that has, or ever had, this name."""
        with self._reading() as db:
            return bodies.known(db, bodies.called(db, name))[0]

    def set_body(self, body: Body) -> None:
        """Change all of a body, which its ``id`` tells, but its name."""
        with self.transaction() as db:
            bodies.set_about(db, body.id, body)

    def rename_body(self, body_id: int, name: str, since: date) -> None:
        """Give a body a name from a day on; its minutes of before keep the name it had."""
        with self.transaction() as db:
            bodies.rename(db, body_id, name, since)

    def template(self, body_id: int) -> KeptTemplate | None:
        """Return the Word template kept for a body; None when it has none of its own."""
        from clerk.records import templates

        with self._reading() as db:
            return templates.load(db, body_id)

    def set_template(self, body_id: int, template: KeptTemplate | None) -> None:
        """Keep a Word template for a body, or none."""
        from clerk.records import templates

        with self.transaction() as db:
            templates.replace(db, body_id, template)
