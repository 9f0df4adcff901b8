"""What the Store does when the agenda of a meeting it has is read again."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from clerk.model import MeetingSummary, Record
from clerk.records import agenda
from clerk.records.trouble import StoreError
from clerk.storing.part import StorePart
from clerk.terms import MeetingState

if TYPE_CHECKING:
    from clerk.arriving.updating import Updated


class AgendaStore(StorePart):
    """The part of the Store for agendas."""

    def meetings_of(self, body_name: str, day: date | None = None) -> list[MeetingSummary]:
        """List the meetings of a body, by any name it has had, newest first; with ``day``, those on that day."""
        with self._reading() as db:
            return agenda.on_day(db, body_name, day) if day else agenda.of_body(db, body_name)

    def would_update(self, number: int, again: Record) -> Updated:
        """Return what a meeting would be when its agenda is read again, and what would change. It changes nothing.

        Raises ``StoreError`` for a meeting whose minutes are a draft, and when ``again`` is minutes and no agenda.
        """
        with self._reading() as db:
            return self._updated(db, number, again)

    def update_agenda(self, number: int, again: Record) -> Updated:
        """Bring a meeting up to date with its agenda read again; return what it is now, and what changed.

        Items keep their rows, and so what was prepared on them. Of a meeting in session nothing is changed: late papers
        and late items are added. Raises ``StoreError`` as ``would_update``.
        """
        with self.transaction() as db:
            update = self._updated(db, number, again)
            moment = datetime.now().replace(microsecond=0)
            agenda.update(db, number, self.record(number), update.record, update.agenda, moment)
            return replace(update, record=self.record(number))

    def _updated(self, db: sqlite3.Connection, number: int, again: Record) -> Updated:
        # Loaded here: the app starts without it.
        from clerk.arriving.updating import updated

        planned = self.record(number)
        if planned.meeting.state not in (MeetingState.PLANNED, MeetingState.IN_SESSION):
            raise StoreError(f"Meeting {number} has been minuted already; its agenda is not changed any more.")
        if again.meeting.state is not MeetingState.PLANNED:
            raise StoreError(f"What was read is minutes and no agenda; meeting {number} was left as it is.")
        return updated(planned, again, agenda.ever_written(db, number), agenda.order(db, number))
