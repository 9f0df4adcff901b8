"""What the Store does for finding things again, and for destroying what is no longer to be found."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from clerk.records import bodies, meetings
from clerk.records.trouble import StoreError, explain
from clerk.storing.part import StorePart
from clerk.terms import MeetingState

# What only a search or a tidying needs is loaded by it, for every start of the app loads this.
if TYPE_CHECKING:
    from clerk.afterwards.tidying import Tidied, WorkingPapers
    from clerk.searching import Found, Wanted


class SearchStore(StorePart):
    """The part of the Store for searching and tidying."""

    def search(self, wanted: Wanted, most: int, body: str = "", patience: float = float("inf")) -> Found:
        """Return the newest ``most`` lines and titles that have everything wanted, of all meetings or of one body's.

        With ``patience``, in seconds, it stops when that is over and gives what it has found by then.
        """
        from clerk.records import searching

        self.index_now()
        with self._reading() as db:
            body_id = bodies.called(db, body) if body else None
            return searching.search(db, wanted, most, body_id, patience)

    def index_now(self) -> None:
        """Bring the index of words up to date. What fails in that is left for the next time, and stops nothing else."""
        from clerk.records import searching

        if not self.read_only:
            with suppress(StoreError, sqlite3.Error), self.transaction() as db:
                searching.catch_up(db)

    def working_papers(self, number: int) -> WorkingPapers:
        """Return how many working papers there are of a meeting."""
        from clerk.records import tidying

        with self._reading() as db:
            meetings.must_exist(db, number)
            return tidying.working_papers(db, number)

    def tidied(self, number: int) -> list[Tidied]:
        """Return when working papers of a meeting were destroyed, the first time first."""
        from clerk.records import tidying

        with self._reading() as db:
            return tidying.log(db, number)

    def must_be_confirmed(self, number: int) -> None:
        """Raise ``StoreError`` when the minutes of a meeting are not confirmed, and its working papers must be kept."""
        with self._reading() as db:
            _, meeting = meetings.load(db, number)
        if meeting.state is not MeetingState.CONFIRMED:
            raise StoreError(
                f"The minutes of meeting {number} are not confirmed (they are {meeting.state}), and until then its"
                f" working papers may be wanted; clerk confirm {number} puts down that they are."
            )

    def tidy(self, number: int, now: datetime) -> WorkingPapers:
        """Destroy the working papers of a meeting, so that the file has them no more, and return how many there were.

        Raises ``StoreError`` when its minutes are not confirmed.
        """
        from clerk.records import searching, tidying

        tidying.securely(self._db)
        with self.transaction() as db:
            self.must_be_confirmed(number)
            papers = tidying.working_papers(db, number)
            if papers.any:
                tidying.destroy(db, number, papers, now)
            searching.catch_up(db)
            searching.purge(db)
        self._wipe()
        return papers

    def _wipe(self) -> None:
        """Write the file anew without what was deleted from it, and empty the log beside it."""
        from clerk.records import tidying

        try:
            tidying.wipe(self._db)
        except sqlite3.Error as error:
            why = explain(error, self.path)
            raise StoreError(f"Deleted, but the file may still hold their text: {why} Then tidy again.") from error
