"""A list of people as it is pasted into the roll: a person a line, or the runs of names agendas and e-mails have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from clerk.importers.people.attendance_words import Group, heading_group, inline_group
from clerk.importers.people.grouped import group_in, in_columns, in_group, people_by_post, same_person, unwrapped
from clerk.importers.people.name_words import has_title, is_name
from clerk.importers.people.names_run import read_run
from clerk.importers.rosters.reading import is_vacancy
from clerk.model import Presence
from clerk.people.co_optees import co_opted_in, votes_told
from clerk.people.person_line import person_in
from clerk.people.roll_marks import STAND_IN, capacity_among_councillors, mark_of, may_stand_in, quorum_in
from clerk.terms import Attendance, Capacity
from clerk.voting.entitled import ON_ALL

_MEMBERS = re.compile(
    r"(?:(?:committee |board |council |cabinet |executive |panel |forum )?membership"
    r"|(?:members|membership) of (?:the )?[^:,]{3,80}?"
    r"|(?:committee |board |council )?(?:members|councillors)(?=\s*[(\[])"
    r"|(?:(?:non-)?voting )?(?:(?:independent|lay) members))"
    r"(?:\s*[(\[](?:\d{1,3}[^()\[\]]{0,12}|non-voting|without a vote|no votes?)[)\]])?"
    r"(?:\s*:\s*|\s+[-–—]\s+|\s*$)(?P<names>.*)",
    re.IGNORECASE,
)
_SUBSTITUTES = re.compile(
    r"(?:list of )?(?:named |nominated )?(?:substitutes?|reserves?)(?: members?| councillors?)?(?: list)?"
    r"(?:\s*\((?P<group>[^()]{2,60})\))?(?:\s*:\s*|\s+[-–—]\s+|\s*$)(?P<names>.*)",
    re.IGNORECASE,
)
_AUDITORS = re.compile(r"(?:the )?external auditors?\s*:?", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[•·▪●‣◦*–—-]|o(?=\s)|\d{1,3}[.)](?=\s))\s*(?=\S)")
_SAYS_PRESENT = re.compile(r"[^:]*\b(?:present|attend\w*)\b", re.IGNORECASE)
_STATUSES = (Attendance.APOLOGIES, Attendance.ABSENT)
_MANY = 4
"""From how many names on a line those without titles are taken for people, not for a name, a post and a body."""


class Pasted(NamedTuple):
    """A list of people, read."""

    people: list[Presence]
    """Those it names."""
    left_out: tuple[str, ...] = ()
    """The lines, or parts of them, that name nobody: "Vacancy", "Quorum: 3"."""


def people_pasted(lines: Sequence[str], capacity: Capacity = Capacity.MEMBER) -> list[Presence]:
    """Return those a list names, as ``read_pasted`` does."""
    return read_pasted(lines, capacity).people


def read_pasted(lines: Sequence[str], capacity: Capacity = Capacity.MEMBER) -> Pasted:
    """Read a list: a person a line (as ``person_in`` does), or several, with "Apologies:" or "Officers:" in front.

    A heading on a line of its own holds for the lines below it, as do the party or the ward a list is parted by, which
    are whom its members stand for. Nobody is called present unless the list says so. A run of names that cannot be
    read whole stays one line of the roll, so that no word of it is lost.
    """
    if columns := _in_columns(lines):
        return Pasted(columns)
    reader = _Reader(capacity)
    laid_out = in_columns([line for line in lines if line.strip()])
    whole = [line for _, line in unwrapped([(0, _BULLET.sub("", line)) for _, line in laid_out])]
    for line, below in zip(whole, [*whole[1:], ""], strict=True):
        reader.line(line, below)
    told = reader.group.capacity is Capacity.MEMBER
    return Pasted(_officers_told(reader.people) if told else reader.people, tuple(reader.left_out))


class _Reader:
    def __init__(self, capacity: Capacity) -> None:
        self.capacity = capacity
        self.group = Group(capacity, Attendance.EXPECTED)
        self.party = ""
        """The party or ward that holds for the lines to come."""
        self.post = ""
        """What the heading above says everybody is."""
        self.votes = ON_ALL
        """On what the heading above says everybody has a vote."""
        self.co_opted = ""
        """What the heading above says those co-opted are, who have no post and stand for nobody."""
        self.people: list[Presence] = []
        self.left_out: list[str] = []
        """What names nobody."""

    def line(self, line: str, below: str) -> None:
        """Read one line."""
        if quorum_in(line) or is_vacancy(line.rpartition(":")[2]):
            self.left_out.append(line.strip())
        elif substitutes := _SUBSTITUTES.fullmatch(line.strip()):
            self._substitutes(substitutes["names"], substitutes["group"] or "")
        elif labelled := _labelled(line):
            self._labelled(line, *labelled)
        elif grouped := group_in(line, below):
            held, self.party = self.party, grouped.group
            self._add(self.group, _on_one_line(grouped.names, labelled=True) if grouped.names else [])
            self.party = grouped.group if grouped.sure or not grouped.names else held
        else:
            self._add(self.group, people_by_post(line) or _marked(line) or _on_one_line(line, labelled=False))

    def _labelled(self, line: str, group: Group, names: str) -> None:
        """Begin a list by its heading, or take the one that stands behind its label."""
        before = (self.group, self.party, self.post, self.votes, self.co_opted)
        co_opted = co_opted_in(line)
        self.votes = co_opted.voting if co_opted else votes_told(line.strip().removesuffix(names.strip()))
        self.co_opted = co_opted.post if co_opted else ""
        if not names:
            self.group, self.party, self.post = group, "", ""
            return
        if co_opted:
            self.party = self.post = ""
        self._add(group, _on_one_line(names, labelled=True))
        self.group, self.party, self.post, self.votes, self.co_opted = before

    def _substitutes(self, names: str, party: str) -> None:
        """Those who may stand in are expected like anybody put on the roll, with what they are as a post."""
        before = (self.party, self.post)
        self.party, self.post = party, STAND_IN
        if names:
            self._add(self.group, _on_one_line(names, labelled=True))
            self.party, self.post = before

    def _add(self, group: Group, people: Sequence[Presence]) -> None:
        self.left_out += [read.name for read in people if is_vacancy(read.name)]
        for read in people:
            if is_vacancy(read.name):
                continue
            person = _as(group, read, self.capacity)
            if self.party and group.capacity is Capacity.MEMBER:
                person = replace(person, organisation=in_group(person.organisation, self.party))
            if person.capacity is Capacity.MEMBER and person.voting == ON_ALL:
                told = votes_told(f"{person.post}; {person.organisation}")
                person = replace(person, voting=self.votes if told == ON_ALL else told)
                person = person if person.post or person.organisation else replace(person, post=self.co_opted)
            if group.status is Attendance.EXPECTED:
                person = may_stand_in(person)
            if self.post and self.post not in person.post.split(", ") and person.status is Attendance.EXPECTED:
                person = replace(person, post=", ".join(filter(None, (person.post, self.post))))
            name = person.name.casefold()
            at = next((at for at, other in enumerate(self.people) if other.name.casefold() == name), None)
            once = None if at is None else same_person(self.people[at], person)
            if at is None or once is None:
                self.people.append(person)
            else:
                self.people[at] = once


def _in_columns(lines: Sequence[str]) -> list[Presence]:
    """Those of a table with the names of its columns on top; nobody, when not all of it can be used."""
    from clerk.importers.rosters import csv

    text = "\n".join(lines)
    if not any(mark in text for mark in "\t|") or not csv.looks_like(text):
        return []
    reading = csv.read(text)
    return [] if reading.doubts or reading.noise else [member.expected for member in reading.members]


def _labelled(line: str) -> tuple[Group, str] | None:
    """Part a line into what its label says those named are, and the names: none for a heading."""
    if co_opted := co_opted_in(line):
        return Group(Capacity.MEMBER, Attendance.EXPECTED), co_opted.names
    if members := _MEMBERS.fullmatch(line.strip()):
        return Group(Capacity.MEMBER, Attendance.EXPECTED), members["names"]
    if _AUDITORS.fullmatch(line.strip()):
        return Group(Capacity.GUEST, Attendance.EXPECTED), ""
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
    person = person_in(names)
    told = run.people[0] if run and not run.notes and len(run.people) == 1 else person
    # "Cllr A. Ash (Labour) (Northgate)", "Cllr A. Ash | Labour": the commas alone leave it all in the name.
    return [told if is_name(told.name) and not is_name(person.name) else person]


def _marked(line: str) -> list[Presence]:
    """The one person of a line that says whether they are there; nobody where it names several or does not say."""
    who, status = mark_of(line)
    people = _on_one_line(who, labelled=False) if status else []
    one = status and len(people) == 1 and not has_title(people[0].organisation)
    return [replace(people[0], status=status)] if status and one else []


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
        capacity = Capacity.OFFICER if staff else capacity_among_councillors(person) or person.capacity
        told.append(replace(person, capacity=capacity))
    return told


def _is_councillor(person: Presence) -> bool:
    return person.name.casefold().startswith(("councillor ", "cllr ", "cllr. "))
