"""The part of the Store about actions, which live on from meeting to meeting until they are done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from clerk.actions.progress import ActionStatus
from clerk.records import bodies, meetings
from clerk.storing.part import StorePart

if TYPE_CHECKING:
    from clerk.actions.log import History, LoggedAction

# What reads actions is loaded when it is first asked for, for the app's first screen does without.


class ActionStore(StorePart):
    """The part of the Store for actions."""

    def actions(self, today: date, body: str = "", *, open_only: bool = True) -> list[LoggedAction]:
        """Return the actions of all meetings in order of time, or of the meetings of one body, by any name it had.

        ``today`` says what is overdue. With ``open_only`` those that are settled are left out.
        """
        from clerk.records import action_log

        with self._reading() as db:
            found = bodies.called(db, body) if body.strip() else None
            return action_log.of_body(db, found, today, open_only=open_only)

    def action_log(self, number: int, today: date, *, its_own: bool = False) -> list[LoggedAction]:
        """Return the action log for a meeting, in order of time.

        That is what earlier meetings of the body left to be done, and what of that was settled since the last of them;
        with ``its_own`` the actions of the meeting itself as well. A meeting counts as earlier by its date, then by its
        number; one without a date comes after all others.
        """
        from clerk.records import action_log

        with self._reading() as db:
            meetings.must_exist(db, number)
            return action_log.up_to(db, number, today, its_own=its_own)

    def day_of_last_meeting(self, number: int) -> date | None:
        """Return the day of the body's meeting before this one; None when there was none, or it has no date."""
        from clerk.records import action_log

        with self._reading() as db:
            return action_log.day_before(db, number)

    def report_progress(
        self,
        numbers: Sequence[int],
        now: datetime,
        *,
        status: ActionStatus | None = None,
        note: str | None = None,
        day: date | None = None,
    ) -> list[LoggedAction]:
        """Put down the progress of actions and return them as they then stand.

        ``status`` or ``note`` None leaves that as it is; ``day`` is the day of which it is true, or None for that of
        ``now``. What was reported before is kept.
        """
        from clerk.records import action_log, reports

        with self.transaction() as db:
            reports.change(db, numbers, status, note, day or now.date(), now)
            found = [action_log.one(db, number, now.date()) for number in numbers]
        # The page last saved says of its actions where they stood.
        self._forget_page()
        return [each for each in found if each]

    def action_history(self, number: int) -> History:
        """Return all that was ever reported of an action, whether or not its line is still in the minutes."""
        from clerk.records import reports

        with self._reading() as db:
            return reports.history(db, number)
