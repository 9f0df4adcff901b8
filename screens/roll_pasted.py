"""What a list of people pasted into the roll changes, when some of them are on it already."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from clerk.model import Presence
from clerk.terms import Attendance, Capacity

_STAFF = re.compile(
    r"\b(?:officer|manager|solicitor|lawyer|clerk|monitoring|chief executive|accountant|planner|engineer"
    r"|(?:legal|planning|policy|governance|democratic|finance) advis[eo]r)\b|(?:^|\b(?:assistant|deputy|interim) )"
    r"(?:head|director) of ",
    re.IGNORECASE,
)
_TITLED = re.compile(r"(?:councillor|cllr\.?|alderman|the mayor)\b", re.IGNORECASE)


def brought(roll: Sequence[Presence], pasted: Sequence[Presence]) -> tuple[list[Presence], int]:
    """Return the lines of the roll to write, and how many of those pasted were on it under the same name.

    Who is on it stays as marked; only somebody not marked yet becomes what the list says, as "Apologies: Cllr Ash".
    """
    there = {person.name.casefold(): person for person in roll}
    changes: list[Presence] = []
    known = 0
    for person in pasted:
        before = there.get(person.name.casefold())
        if before is None:
            changes.append(person)
            there[person.name.casefold()] = person
            continue
        known += 1
        if before.status is Attendance.EXPECTED is not person.status and before in roll:
            changes.append(replace(before, status=person.status))
    return changes, known


def present(person: Presence) -> Presence:
    """Somebody added by typing the name is present, unless what was typed says otherwise.

    A guest whose post is one of the council's staff, and who comes from nowhere else, is an officer: "Legal Adviser".
    """
    staff = person.capacity is Capacity.GUEST and not person.organisation and not _TITLED.match(person.name)
    if staff and _STAFF.search(person.post):
        person = replace(person, capacity=Capacity.OFFICER)
    return replace(person, status=Attendance.PRESENT) if person.status is Attendance.EXPECTED else person


def people_in(lines: Sequence[str], capacity: Capacity, notify: Callable[..., None]) -> list[Presence]:
    """Read those typed or pasted in, and tell the officer what names nobody and is left out."""
    from clerk.people.pasted_roll import read_pasted
    from clerk.people.roll_marks import quorum_in

    read = read_pasted(lines, capacity)
    if read.left_out:
        said = ", ".join(f"“{line}”" for line in read.left_out)
        quorum = " Esc A in the meeting sets a quorum." if any(map(quorum_in, read.left_out)) else ""
        notify(f"Left out, for nobody is named there: {said}.{quorum}", timeout=10, markup=False)
    return read.people
