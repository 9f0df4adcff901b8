"""A list of people as it is pasted into the roll: a person a line, or the runs of names agendas and e-mails have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clerk.importers.people.attendance_words import Group, heading_group, inline_group
from clerk.importers.people.name_words import has_title
from clerk.importers.people.names_run import read_run
from clerk.model import Presence
from clerk.person_line import person_in
from clerk.terms import Attendance, Capacity

_MEMBERS = re.compile(
    r"(?:(?:committee |board |council )?membership|(?:(?:non-)?voting )?(?:co-opted members|co-optees))"
    r"(?:\s*:\s*|\s+[-–—]\s+|\s*$)(?P<names>.*)",
    re.IGNORECASE,
)
_SAYS_PRESENT = re.compile(r"[^:]*\b(?:present|attend\w*)\b", re.IGNORECASE)
_STATUSES = (Attendance.APOLOGIES, Attendance.ABSENT)
_MANY = 4
"""From how many names on a line those without titles are taken for people, not for a name, a post and a body."""


def people_pasted(lines: Sequence[str], capacity: Capacity = Capacity.MEMBER) -> list[Presence]:
    """Read a list: a person a line (as ``person_in`` does), or several, with "Apologies:" or "Officers:" in front.

    A heading on a line of its own holds for the lines below it. Nobody is called present unless the list says so. A
    run of names that cannot be read whole stays one line of the roll, so that no word of it is lost.
    """
    group = Group(capacity, Attendance.EXPECTED)
    people: list[Presence] = []
    for line in filter(str.strip, lines):
        labelled = _labelled(line)
        if labelled and not labelled[1]:
            group = labelled[0]
            continue
        here, names = labelled or (group, line)
        people += [_as(here, person, capacity) for person in _on_one_line(names, bool(labelled))]
    return _officers_told(people) if group.capacity is Capacity.MEMBER else people


def _labelled(line: str) -> tuple[Group, str] | None:
    """Part a line into what its label says those named are, and the names: none for a heading."""
    if members := _MEMBERS.fullmatch(line.strip()):
        return Group(Capacity.MEMBER, Attendance.EXPECTED), members["names"]
    inline = inline_group(line)
    heading = None if inline else heading_group(line)
    group, names = inline or (heading, "")
    if group is None:
        return None
    if group.status not in _STATUSES:
        present = group.status is Attendance.PRESENT and _SAYS_PRESENT.match(line)
        group = replace(group, status=Attendance.PRESENT if present else Attendance.EXPECTED)
    return group, names


def _on_one_line(names: str, labelled: bool) -> list[Presence]:
    run = read_run(names.strip().rstrip("."))
    if run and not run.notes:
        titled = all(has_title(person.name) for person in run.people)
        if labelled or (len(run.people) > 1 and (titled or ";" in names or len(run.people) >= _MANY)):
            return run.people
    return [person_in(names)]


def _as(group: Group, person: Presence, capacity: Capacity) -> Presence:
    status = person.status if person.status is not Attendance.EXPECTED else group.status
    return replace(person, status=status, capacity=group.capacity or capacity)


def _officers_told(people: list[Presence]) -> list[Presence]:
    """Those at the end of a list of councillors who are none, and have a post but stand for nobody, are officers."""
    councillors = [at for at, person in enumerate(people) if _is_councillor(person)]
    if not councillors:
        return people
    told = people[: councillors[-1] + 1]
    for person in people[councillors[-1] + 1 :]:
        staff = person.post and not person.organisation and not has_title(person.name) and not person.chair
        told.append(replace(person, capacity=Capacity.OFFICER) if staff else person)
    return told


def _is_councillor(person: Presence) -> bool:
    return person.name.casefold().startswith(("councillor ", "cllr ", "cllr. "))
