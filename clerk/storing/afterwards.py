"""What the Store does for minutes after the meeting: drafts circulated, amendments agreed later, the confirmation."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from clerk.language.dates import say_date
from clerk.language.text import clean_line
from clerk.model import Entry, MeetingSummary, Record
from clerk.records import afterwards
from clerk.records.trouble import StoreError
from clerk.storing.part import StorePart
from clerk.terms import MeetingState

if TYPE_CHECKING:
    from clerk.afterwards.parts import Amendment, Circulation, Confirmation, How


class AfterwardsStore(StorePart):
    """The part of the Store for minutes after the meeting."""

    def circulate(self, number: int, when: datetime, to: str = "") -> Circulation:
        """Keep the record as the draft that goes round now, and return which draft it is.

        Raises ``StoreError`` while the meeting is on, and when its minutes are confirmed.
        """
        from clerk.afterwards.circulating import packed
        from clerk.afterwards.parts import Circulation

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
        from clerk.afterwards.circulating import unpacked

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

    def to_amend(self, number: int) -> Record:
        """Return the minutes that a later meeting amends: as they were confirmed, where that is kept."""
        from clerk.afterwards.confirming import as_confirmed
        from clerk.importers.reading import UnreadableError

        try:
            return as_confirmed(self.record(number))
        except UnreadableError as error:
            raise StoreError(str(error)) from error

    def amend(
        self, number: int, position: int, line: int, new: str, at: tuple[int, int], how: How | None = None
    ) -> Amendment | None:
        """Put down how a line of a meeting's minutes is amended, and return the amendment.

        The same meeting may think again: it may amend a line otherwise, or back to what was minuted. Then the
        amendment is taken back, and None is returned; so is the line last put in after one, when none is put in now.
        What was minuted is never changed.

        Args:
            number: the meeting whose minutes are amended.
            position: of its item in ``to_amend``.
            line: which line of that item's minute, from 1.
            new: the whole line in the notation, as it is to read or that is put in; for one taken out, anything.
            at: the meeting that agrees it, and the position of its item (0 for none).
            how: what is done with the line; reworded, if not given.
        """
        from clerk.afterwards import amending  # with the house style, which the first screen does without
        from clerk.afterwards.parts import Amendment, How, how_of

        with self.transaction() as db:
            record, agreeing = self.to_amend(number), self.record(at[0])
            self._must_come_after(record, at[0])
            old, how = clean_line(_line_at(record, position, line).line), how or How.REWORDED
            new = "" if how is How.TAKEN_OUT else clean_line(new)
            item_row, row, there = self._rows_of(db, record, position, line)
            there_are = afterwards.amendments_of(db, row, there, at[0], number)
            put_in = how is How.PUT_IN
            made_before = [id_ for id_, *words in there_are if (how_of(*words) is How.PUT_IN) is put_in]
            if new == ("" if put_in else old):
                _take_back(db, made_before, put_in)
                return None
            if not amending.prints(old) or (how is not How.TAKEN_OUT and not amending.prints(new)):
                raise StoreError("Only a line that prints can be amended, and to words that print.")
            places = {(each.position, each.line): each.minute for each in amending.citable(record)}
            words = ("", new) if put_in else (old, new)
            made = Amendment(position, line, places[position, line], *words, agreeing.meeting.date)
            under = agreeing.items[at[1] - 1].id if 1 <= at[1] <= len(agreeing.items) else None
            again = made_before[0] if made_before and not put_in else 0
            afterwards.amend(db, (number, item_row, row, at[0], under), replace(made, id=again, as_confirmed=there))
            return made

    def _rows_of(
        self, db: sqlite3.Connection, record: Record, position: int, line: int
    ) -> tuple[int | None, int | None, tuple[int, int]]:
        """Return the rows of an item and of a line of ``to_amend``; and the place there, if it is what was confirmed.

        A line of what was confirmed may have been taken out of the record since, and destroyed.
        """
        kept = self.record(record.meeting.id).afterwards.kept
        if kept is None:
            item = record.items[position - 1]
            return item.id, item.entries[line - 1].id, (0, 0)
        rows = afterwards.rows_confirmed(db, record.meeting.id)
        items = afterwards.items_confirmed(db, record.meeting.id)
        return items.get(position), rows.get((position, line)), (position, line)

    def amend_and_minute(
        self,
        number: int,
        place: tuple[int, int],
        words: str,
        at: tuple[int, int],
        now: datetime,
        how: How | None = None,
    ) -> Amendment | None:
        """Put down how a line is amended, and minute that on the page of the item it is agreed under.

        ``place`` is the position of the item amended and the line of its minute, from 1; ``words`` are what the line
        is to say, or a line put in says; otherwise as ``amend``. What was minuted of an amendment that is taken back
        stays on that page, for the officer to strike out.
        """
        from clerk.afterwards import amending
        from clerk.afterwards.parts import How

        with self.transaction() as db:
            record, agreeing = self.to_amend(number), self.record(at[0])
            line, words = _line_at(record, *place).line, clean_line(words)
            _, row, there = self._rows_of(db, record, *place)
            before = [new for _, old, new in afterwards.amendments_of(db, row, there, at[0], number) if old and new]
            if how is How.PUT_IN:
                new = amending.put_in_line(line, words) if words.strip() else ""
            else:
                new = amending.reworded(line, words)
            made = self.amend(number, *place, new, at, how)
            if made and 1 <= at[1] <= len(agreeing.items):
                exempt = bool(record.items[place[0] - 1].exempt)
                again = before[0] if before and made.how is How.REWORDED else ""
                agreed = amending.ToMinute(
                    record.meeting.date, made.minute, made.new or made.old, exempt, again, made.how
                )
                page = "\n".join(amending.minuted(agreeing, at[1], agreed))
                self.save_page(agreeing.items[at[1] - 1].id, page, now)
            return made

    def confirm(self, number: int, confirmation: Confirmation, at: tuple[int, int] = (0, 0)) -> None:
        """Put down that the minutes are confirmed; again, to put right when, where or by whom.

        ``at`` is the meeting that confirms them and the position of its item, each 0 when it is not known. The first
        time, the record is kept as it is, for that is what was confirmed. Raises ``StoreError`` while the meeting is
        on, and when the other does not come after it.
        """
        with self.transaction() as db:
            record = self.record(number)
            _must_be_over(record)
            first = record.meeting.state is not MeetingState.CONFIRMED
            under = None
            if at[0]:
                items = self.record(at[0]).items
                self._must_come_after(record, at[0])
                under = items[at[1] - 1].id if 1 <= at[1] <= len(items) else None
            afterwards.confirm(db, number, confirmation, under)
            afterwards.set_state(db, number, MeetingState.CONFIRMED)
            if first:
                from clerk.afterwards.circulating import minuted, packed

                rows = [(at, each.id) for item in record.items for at, each in enumerate(minuted(item).entries, 1)]
                afterwards.keep_as_confirmed(db, record, packed(record), rows)

    def _must_come_after(self, record: Record, at: int) -> None:
        _must_be_over(record)
        number = record.meeting.id
        before, after = self.around(number)
        if any(each.number == at for each in after):
            return
        if at == number or any(each.number == at for each in before):
            raise StoreError(f"Meeting {at} is not after meeting {number}; minutes are confirmed at a later meeting.")
        raise StoreError(f"Meeting {at} is of another body; minutes are confirmed by the body that met.")


def _take_back(db: sqlite3.Connection, made_before: Sequence[int], put_in: bool) -> None:
    """Take back the amendment of a line, or the line last put in after it."""
    if put_in and not made_before:
        raise StoreError("That meeting has put in no line there that could be taken back; give the words of one.")
    if made_before:
        afterwards.take_back(db, made_before[-1])


def _line_at(record: Record, position: int, line: int) -> Entry:
    if not 1 <= position <= len(record.items) or not 1 <= line <= len(record.items[position - 1].entries):
        raise StoreError("There is no such line in those minutes any more; choose it again.")
    return record.items[position - 1].entries[line - 1]


def _must_be_over(record: Record) -> None:
    if record.meeting.state.over:
        return
    number, day = record.meeting.id, record.meeting.date
    named = f"of {say_date(day, weekday=False)}" if day else str(number)
    raise StoreError(f"The meeting {named} has not been closed; F12 in it, or clerk close {number}, closes it.")
