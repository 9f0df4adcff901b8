"""What a digit pressed on a line of the roll makes of the person."""

from __future__ import annotations

from dataclasses import replace

from clerk.model import Presence
from clerk.terms import Attendance, Capacity
from clerk.voting.entitled import Voting

_STATUS = {
    "1": Attendance.PRESENT,
    "2": Attendance.APOLOGIES,
    "3": Attendance.ABSENT,
    "0": Attendance.EXPECTED,
}
GOES_ON = {*_STATUS, "5"}
"""The digits after which the highlight goes on to the next person; of the others more than one may be pressed."""


def as_pressed(digit: str, person: Presence) -> Presence | None:
    """Return the person as the digit has it (any but 4 and 8, which concern others too); None if it cannot."""
    if digit in _STATUS:
        return replace(person, status=_STATUS[digit], substitute_for="", remote=False)
    here = person.status if person.attending else Attendance.PRESENT
    if digit == "5":
        return replace(person, status=here, remote=not person.remote)
    if digit == "6":
        return replace(person, status=here, chair=not person.chair)
    if digit == "7":
        kinds = list(Capacity)
        return replace(person, capacity=kinds[(kinds.index(person.capacity) + 1) % len(kinds)])
    if person.capacity is Capacity.OFFICER:
        return None
    # 9: who votes on some items is a member, so the guest it is pressed on becomes one.
    some = person.capacity is Capacity.GUEST or not person.voting.some
    return replace(person, capacity=Capacity.MEMBER, voting=Voting(some))
