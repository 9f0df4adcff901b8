"""The part of the Store about a body and how its meetings are minuted."""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager

from clerk.model import Body, Meeting
from clerk.records import bodies, meetings, phrases


class BodyStore(ABC):
    """The part of the Store for a body; every method raises ``StoreError`` and then changed nothing."""

    @abstractmethod
    def transaction(self) -> AbstractContextManager[sqlite3.Connection]:
        """Do several changes as one."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """Read as of one moment."""

    def set_about(self, number: int, body: Body, meeting: Meeting) -> None:
        """Change how a body is spoken of, its quorum and its house style, and a meeting's place and first minute.

        The body's name stays, for it has a history; so do the meeting's state and times.
        """
        with self.transaction() as db:
            meetings.must_exist(db, number)
            bodies.set_about(db, number, body)
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
