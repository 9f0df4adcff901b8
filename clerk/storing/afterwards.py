"""What the Store does for minutes after the meeting: drafts circulated, amendments agreed later, the confirmation."""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from clerk.dates import say_date
from clerk.model import Entry, MeetingSummary, Place, Record
from clerk.records import afterwards
from clerk.records.trouble import StoreError
from clerk.since import Afterwards
from clerk.terms import MeetingState
from clerk.text import clean_line

if TYPE_CHECKING:
    from clerk.afterwards import Amendment, Circulation, Confirmation


class AfterwardsStore(ABC):
    """The part of the Store for minutes after the meeting; every method raises ``StoreError`` and changed nothing."""

    @abstractmethod
    def transaction(self) -> AbstractContextManager[sqlite3.Connection]:
        """Do several changes as one."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """Read as of one moment."""

    @abstractmethod
    def record(self, number: int) -> Record:
        """Return a meeting whole."""

    @staticmethod
    def _load_afterwards(db: sqlite3.Connection, number: int, rows: Sequence[int]) -> Afterwards:
        return afterwards.load(db, number, rows)

    @staticmethod
    def _add_afterwards(db: sqlite3.Connection, number: int, since: Afterwards, rows: Sequence[int]) -> None:
        afterwards.add(db, number, since, rows)

    @abstractmethod
    def save_page(self, item_id: int, page: str, now: datetime, place: Place | None = None) -> tuple[Entry, ...]:
        """Make ``page`` the minute of an item."""

    def circulate(self, number: int, when: datetime, to: str = "") -> Circulation:
        """Keep the record as the draft that goes round now, and return which draft it is.

        Raises ``StoreError`` while the meeting is on, and when its minutes are confirmed.
        """
        from clerk.afterwards import Circulation
        from clerk.circulating import packed

        with self.transaction() as db:
            record = self.record(number)
            if record.meeting.state is MeetingState.CONFIRMED:
                raise StoreError("These minutes are confirmed; export the confirmed copy instead of a draft.")
            _must_be_over(record)
            version = max((each.version for each in record.afterwards.circulated), default=0) + 1
            circulation = Circulation(version, when, clean_line(to))
            afterwards.circulate(db, number, circulation, packed(record))
            afterwards.set_state(db, number, MeetingState.CIRCULATED)
            return circulation

    def circulated(self, number: int, version: int = 0) -> tuple[Circulation, Record]:
        """Return a draft that went round, the last if ``version`` is 0, and the record as it then was."""
        from clerk.circulating import unpacked

        record = self.record(number)
        drafts = {each.version: each for each in record.afterwards.circulated}
        if not drafts:
            raise StoreError(f"No draft of meeting {number} has been circulated yet; clerk circulate {number} does it.")
        if version and version not in drafts:
            raise StoreError(f"There is no draft {version} of meeting {number}; clerk drafts {number} lists them.")
        draft = drafts[version or max(drafts)]
        with self._reading() as db:
            content = afterwards.packed_record(db, number, draft.version)
        if content is None:
            raise StoreError(
                f"What draft {draft.version} said is not kept here: it was circulated from another database, or clerk"
                " tidy has destroyed it."
            )
        return draft, unpacked(content)

    def around(self, number: int) -> tuple[list[MeetingSummary], list[MeetingSummary]]:
        """Return the meetings of the same body before this one, the last of them first, and those after it in order.

        A meeting counts as earlier by its date, then by its number; one without a date comes after all others.
        """
        with self._reading() as db:
            return afterwards.of_same_body(db, number)

    def amend(self, number: int, position: int, line: int, new: str, at: tuple[int, int]) -> Amendment | None:
        """Put down that a line of a meeting's minutes is amended to read ``new``, and return the amendment.

        The same meeting may think again; amended back to what was minuted, the amendment is taken back, and None is
        returned. What was minuted is never changed.

        Args:
            number: the meeting whose minutes are amended.
            position: of its item.
            line: which line of that item's minute, from 1.
            new: the whole line in the notation.
            at: the meeting that agrees it, and the position of its item (0 for none).
        """
        from clerk import amending  # with the house style, which the first screen does without
        from clerk.afterwards import Amendment

        with self.transaction() as db:
            record, agreeing = self.record(number), self.record(at[0])
            self._must_come_after(record, at[0])
            if not 1 <= position <= len(record.items) or not 1 <= line <= len(record.items[position - 1].entries):
                raise StoreError("There is no such line in those minutes any more; choose it again.")
            item, new = record.items[position - 1], clean_line(new)
            entry = item.entries[line - 1]
            if not amending.prints(new) or not amending.prints(entry.line):
                raise StoreError("Only a line that prints can be amended, and to words that print.")
            made_before, _ = afterwards.amendment_of(db, entry.id, at[0])
            if new == clean_line(entry.line):
                if made_before:
                    afterwards.take_back(db, made_before)
                return None
            places = {(each.position, each.line): each.minute for each in amending.citable(record)}
            made = Amendment(position, line, places[position, line], clean_line(entry.line), new, agreeing.meeting.date)
            under = agreeing.items[at[1] - 1].id if 1 <= at[1] <= len(agreeing.items) else None
            afterwards.amend(db, (number, item.id, entry.id, at[0], under), replace(made, id=made_before))
            return made

    def amend_and_minute(
        self, number: int, place: tuple[int, int], words: str, at: tuple[int, int], now: datetime
    ) -> Amendment | None:
        """Put down that a line is amended to say ``words``, and minute that on the page of the item it is agreed under.

        ``place`` is the position of the item amended and the line of its minute, from 1; otherwise as ``amend``. What
        was minuted of an amendment that is taken back stays on that page, for the officer to strike out.
        """
        from clerk import amending

        with self.transaction() as db:
            record, agreeing = self.record(number), self.record(at[0])
            if not 1 <= place[0] <= len(record.items) or not 1 <= place[1] <= len(record.items[place[0] - 1].entries):
                raise StoreError("There is no such line in those minutes any more; choose it again.")
            item = record.items[place[0] - 1]
            entry = item.entries[place[1] - 1]
            _, before = afterwards.amendment_of(db, entry.id, at[0])
            made = self.amend(number, *place, amending.reworded(entry.line, clean_line(words)), at)
            if made and 1 <= at[1] <= len(agreeing.items):
                agreed = amending.ToMinute(record.meeting.date, made.minute, made.new, bool(item.exempt), before)
                page = "\n".join(amending.minuted(agreeing, at[1], agreed))
                self.save_page(agreeing.items[at[1] - 1].id, page, now)
            return made

    def confirm(self, number: int, confirmation: Confirmation, at: tuple[int, int] = (0, 0)) -> None:
        """Put down that the minutes are confirmed; again, to put right when, where or by whom.

        ``at`` is the meeting that confirms them and the position of its item, each 0 when it is not known. Raises
        ``StoreError`` while the meeting is on, and when the other does not come after it.
        """
        with self.transaction() as db:
            record = self.record(number)
            _must_be_over(record)
            under = None
            if at[0]:
                items = self.record(at[0]).items
                self._must_come_after(record, at[0])
                under = items[at[1] - 1].id if 1 <= at[1] <= len(items) else None
            afterwards.confirm(db, number, confirmation, under)
            afterwards.set_state(db, number, MeetingState.CONFIRMED)

    def _must_come_after(self, record: Record, at: int) -> None:
        _must_be_over(record)
        number = record.meeting.id
        before, after = self.around(number)
        if any(each.number == at for each in after):
            return
        if at == number or any(each.number == at for each in before):
            raise StoreError(f"Meeting {at} is not after meeting {number}; minutes are confirmed at a later meeting.")
        raise StoreError(f"Meeting {at} is of another body; minutes are confirmed by the body that met.")


def _must_be_over(record: Record) -> None:
    if record.meeting.state.over:
        return
    number, day = record.meeting.id, record.meeting.date
    named = f"of {say_date(day, weekday=False)}" if day else str(number)
    raise StoreError(f"The meeting {named} has not been closed; F12 in it, or clerk close {number}, closes it.")
