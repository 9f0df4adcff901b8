"""Actions across meetings: which are outstanding, which are overdue, and whose they are.

An action log, in the field's words, is the list of actions that a body keeps from meeting to meeting until each is
completed. The store gathers its actions; what is here is worked out from them alone.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from clerk import notation
from clerk.actions.noted import Action, Place, action_of, actions_in, as_it_stands
from clerk.actions.progress import ActionStatus, Standing
from clerk.language import dates
from clerk.language.text import clean_line
from clerk.model import Presence
from clerk.notation import Kind
from clerk.people import owners
from clerk.terms import MeetingState

_IN_MONTH = re.compile(
    rf"(?:before\s+)?(?:early\s+|mid-?|late\s+)?(?P<month>{dates.ANY_MONTH})(?:\s+(?P<year>\d{{4}}))?"
)
_WITH_MEETING = re.compile(r"\bmeeting\b", re.IGNORECASE)


@dataclass(frozen=True)
class LoggedAction:
    """An action, with the meeting it was agreed at."""

    action: Action
    """Who is to do what by when, and what became of it."""
    body: str
    """The name of the body, as at the meeting."""
    meeting: int
    """The number of the meeting."""
    date: date | None
    """The day of the meeting."""
    item: str
    """The title of the item."""
    exempt: bool = False
    """Whether the item is exempt from publication, and with it the action."""
    overdue: bool = False
    """Whether it should have been done by now."""
    initials: tuple[str, ...] = ()
    """The initials of its owners, as on the roll of that meeting or as their names have them."""


@dataclass(frozen=True)
class Change:
    """One report of progress."""

    status: ActionStatus
    """Where the action stood from then on."""
    day: date
    """Of which day it is true."""
    note: str
    """The progress, in the officer's words."""
    written: datetime
    """When it was put down."""


@dataclass(frozen=True)
class History:
    """All that was ever reported of an action."""

    number: int
    """What the action is called by."""
    words: str
    """What its line last said."""
    shown: bool
    """Whether its line is still in the minutes."""
    changes: tuple[Change, ...]
    """What was reported, oldest first."""


@dataclass(frozen=True)
class Found:
    """An action as the record holds it."""

    standing: Standing
    """What it is called by and where it stands."""
    line: str
    """The whole line of notation it stands in."""
    place: int
    """Which of the actions of that line it is, from 0."""
    position: int
    """Position of the item."""
    label: str
    """The minute as cited."""
    item: str
    """The title of the item."""
    exempt: bool
    """Whether the item is exempt from publication."""
    meeting: int
    """The number of the meeting."""
    date: date | None
    """The day of the meeting."""
    body: str
    """The name of the body, as at the meeting."""
    met_since: bool
    """Whether the body has held a later meeting."""


def logged(found: Found, roll: Sequence[Presence], today: date) -> LoggedAction | None:
    """Read an action of the record with the roll of its meeting; None where its line no longer says one."""
    place = Place(found.position, found.label, found.date)
    line, told = notation.parse(found.line), found.standing
    if line.kind is Kind.ACTION:
        action = action_of(told, place, roll)
    else:
        read = actions_in(line, place, roll)
        if found.place >= len(read):
            return None
        action = as_it_stands(read[found.place], told)
    initials = tuple(letters for owner in action.owners for letters in _initials(owner, roll))
    overdue = is_overdue(action, found.date, today, found.met_since)
    of_meeting = (found.body, found.meeting, found.date, found.item, found.exempt)
    return LoggedAction(action, *of_meeting, overdue, initials)


def is_overdue(action: Action, agreed: date | None, today: date, met_since: bool) -> bool:
    """Whether an action should have been done by ``today``.

    One due by a day is overdue on the day after, and one due before a day on that day. One due by, at or before the
    next meeting, or after the meeting it was agreed at, is overdue when the body has met since (``met_since``).
    ``agreed`` is the day of the meeting it was agreed at. One due by nothing that can be told is never overdue.
    """
    if action.status is not ActionStatus.OPEN:
        return False
    last = last_day(action, agreed)
    if last is not None:
        return today > last
    return met_since and bool(_WITH_MEETING.search(action.due_words))


def last_day(action: Action, agreed: date | None) -> date | None:
    """Return the last day on which an action is in time; None when its words name neither a day nor a month."""
    before = action.due_words.startswith("before ")
    if action.due:
        return action.due - timedelta(days=1) if before else action.due
    month = _IN_MONTH.fullmatch(action.due_words)
    if not month or not (agreed or month["year"]):
        return None
    number = next(place for place, name in enumerate(dates.MONTHS, 1) if name[:3] == month["month"][:3])
    year = int(month["year"]) if month["year"] else _year_of(number, agreed or date.max)
    first = date(year, number, 1)
    return first - timedelta(days=1) if before else date(year, number, calendar.monthrange(year, number)[1])


def _year_of(month: int, agreed: date) -> int:
    return agreed.year + (month < agreed.month)


def of_owner(found: Iterable[LoggedAction], named: str) -> list[LoggedAction]:
    """Return the actions of whoever is called by a name, a part of one, or initials."""
    return [each for each in found if has_owner(each, named)]


def has_owner(logged_action: LoggedAction, named: str) -> bool:
    """Whether somebody called by a name, by words of it, or by initials is to do an action."""
    words = set(clean_line(named).replace(".", "").casefold().split())
    if not words:
        return True
    if len(words) == 1 and words <= {each.casefold() for each in logged_action.initials}:
        return True
    return any(words <= set(owner.replace(".", "").casefold().split()) for owner in logged_action.action.owners)


def reported_since(action: Action, day: date | None) -> bool:
    """Whether the progress of an action was last reported on ``day`` or after, or ever for None."""
    return action.since is not None and (day is None or action.since >= day)


def has_been_held(state: MeetingState, day: date | None, today: date) -> bool:
    """Whether a meeting counts as held: it has closed, or was opened on an earlier day and not closed since."""
    return state.over or (state is MeetingState.IN_SESSION and day is not None and day < today)


def _initials(owner: str, roll: Sequence[Presence]) -> Iterable[str]:
    yield owners.initials_of(owner)
    yield from (each.initials for each in roll if each.name == owner and each.initials)
