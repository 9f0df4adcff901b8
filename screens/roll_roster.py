"""The roster of the body, for the roll: whom it has that the roll has not, and the roll kept as the roster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from clerk.language.dates import say_date
from clerk.model import Presence
from clerk.people.membership import Member, RosterChange, compare, member_of, same_person
from clerk.terms import Capacity
from screens.desk import Desk
from screens.minuting import Minuting


class BodyRoster:
    """The roster of the body whose meeting is on the desk, as at the day of the meeting."""

    def __init__(self, page: Minuting, desk: Desk) -> None:
        self._page = page
        self._desk = desk

    @property
    def day(self) -> date:
        """The day of the meeting; today for one without a date."""
        return self._desk.record.meeting.date or self._desk.now().date()

    def missing(self, roll: Sequence[Presence]) -> list[Presence] | None:
        """Return who is on the roster and not on the roll, as expected; None when there is no roster of that day."""
        found = self._page.attempt(lambda: self._desk.store.roster(self._desk.record.body.name, self.day))
        if not found:
            return None
        expected = [member.expected for member in found if not member.substitute]
        presides = any(person.chair for person in roll)
        new = [each for each in expected if not any(same_person(each.name, person.name) for person in roll)]
        return [replace(each, chair=False) if presides else each for each in new]

    def would_change(self, roll: Sequence[Presence]) -> str:
        """Say what keeping the roll as the roster would change."""
        history = self._page.attempt(lambda: self._desk.store.memberships(self._desk.record.body.name)) or ()
        members = _members(roll)
        change = compare(history, members, self.day)
        return f"{len(members)} people as the roster from {say_date(self.day, weekday=False)}: {_said(change)}"

    def keep(self, roll: Sequence[Presence]) -> str:
        """Make the members and officers of the roll the roster from the day of the meeting, and say what changed."""
        name, members = self._desk.record.body.name, _members(roll)
        change = self._page.change(lambda: self._desk.set_roster(members, self.day))
        return f"The roster of {name} is kept: {_said(change)}." if change else ""


def _members(roll: Sequence[Presence]) -> list[Member]:
    """Those of a roll who belong to the body: guests do not."""
    return [member_of(person) for person in roll if person.capacity is not Capacity.GUEST]


def _said(change: RosterChange) -> str:
    parts = [f"{len(change.joined)} join" if change.joined else ""]
    parts += [f"{len(change.left)} leave ({', '.join(each.name for each in change.left)})" if change.left else ""]
    parts += [f"{len(change.changed)} change" if change.changed else ""]
    return ", ".join(part for part in parts if part) or "nothing changes"
