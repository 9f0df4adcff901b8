"""What becomes of minutes after their meeting: circulated as drafts, amended, confirmed.

Minutes are signed at the same or the next suitable meeting by the person presiding (Local Government Act 1972 Schedule
12 paragraph 41(1)); what is wrong in them is put right there, by resolution, and never by changing what was minuted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from clerk.actions.progress import Standing


@dataclass(frozen=True)
class Circulation:
    """One time the draft minutes went round."""

    version: int
    """Which draft, from 1."""
    when: datetime
    """When it was written to go round."""
    to: str = ""
    """To whom, in the officer's words; empty if that was not said."""


class How(StrEnum):
    """What an amendment does with a line of minutes."""

    REWORDED = "reworded"
    """The line is to read otherwise."""
    TAKEN_OUT = "taken out"
    """The line goes."""
    PUT_IN = "put in"
    """The line stays, and a new one goes in after it."""


def how_of(old: str, new: str) -> How:
    """Say what an amendment does: without new words the line goes, without old ones a line is put in after it."""
    if old and not new:
        return How.TAKEN_OUT
    return How.PUT_IN if new and not old else How.REWORDED


@dataclass(frozen=True)
class Amendment:
    """A correction of these minutes, agreed at a later meeting. The record itself stays as minuted."""

    item: int
    """Position of the item amended; 0 when it is not known any more."""
    line: int
    """Which line of its minute, from 1; 0 for one that has since been taken out."""
    minute: str
    """How it was cited: "24(ii)"."""
    old: str
    """The line as it was minuted, in the notation; empty for a line put in after it."""
    new: str
    """The line as amended or put in, in the notation; empty for a line taken out."""
    agreed_on: date | None = None
    """The day of the meeting that agreed it."""
    agreed_minute: int | None = None
    """The number of its minute there; None when it is not known."""
    id: int = field(default=0, compare=False)
    as_confirmed: tuple[int, int] = field(default=(0, 0), compare=False)
    """Position of the item, and the line, in the record as it was confirmed; (0, 0) where that was not kept."""

    @property
    def how(self) -> How:
        """What it does with the line."""
        return how_of(self.old, self.new)


@dataclass(frozen=True)
class AmendmentAgreed:
    """A correction of earlier minutes that this meeting agreed: the other side of an ``Amendment``."""

    item: int
    """Position of the item under which it was agreed; 0 when it is not known."""
    day: date | None
    """The day of the meeting whose minutes were amended."""
    minute: str
    """Which minute of that meeting, as it was cited: "24(ii)"."""
    old: str
    """The line as it was minuted, in the notation; empty for a line put in after it."""
    new: str
    """The line as amended or put in, in the notation; empty for a line taken out."""
    exempt: bool = False
    """Whether that minute is not for the public; then its words must not reach a public copy of these minutes."""
    id: int = field(default=0, compare=False)

    @property
    def how(self) -> How:
        """What it does with the line."""
        return how_of(self.old, self.new)


@dataclass(frozen=True)
class Confirmation:
    """That the minutes were confirmed as a correct record."""

    on: date | None = None
    """The day of the meeting that confirmed them."""
    venue: str = ""
    """Where that meeting was held, on one line."""
    minute: int | None = None
    """The number of its minute there; None when it is not known."""
    by: str = ""
    """Who presided there and signs; empty when that is not known."""


class LineConfirmed(NamedTuple):
    """What has become of a line of the record that was confirmed."""

    item: int
    """Position of its item in that record."""
    line: int
    """Which line of its item's minute there, from 1."""
    now: int
    """Which line of the item's minute it is now, from 1; 0 for one that has been taken out since."""
    standings: tuple[Standing, ...] = ()
    """Where every action stands that it ever had, those it still has first."""


@dataclass(frozen=True)
class AsConfirmed:
    """The record as it was when its minutes were confirmed. What was signed is that, whatever has been typed since."""

    content: bytes
    """The record, packed as ``clerk.afterwards.circulating.packed`` does it."""
    items: tuple[tuple[int, int], ...] = ()
    """Of each of its items that is still there, its position in it, and its position in the record now."""
    lines: tuple[LineConfirmed, ...] = ()
    """What has become of its lines, as far as that is known, in order; of an item that is gone, nothing."""
