"""Who was present, in attendance, absent or replaced, from the words of published minutes, for the roll.

Only what is certain is taken: a wrong name on the roll is worse than none. The words themselves stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from clerk.importers.parts import Block, Page, Section
from clerk.importers.people import attendance_words as words
from clerk.importers.people.attendance_words import Group, heading_group, inline_group, sentences
from clerk.importers.people.names_run import Run, read_person, read_run
from clerk.importers.reading import Doubt
from clerk.kinds import kind_of
from clerk.model import Presence
from clerk.people import owners
from clerk.terms import Attendance, Capacity, ItemKind

_UNREADABLE_ENDS_A_LIST = 2
"""Lines in a row that are no names, after which a list of names is over."""
_LONGEST = 3000
"""Characters of a sentence that may say who was there; matching a longer one would be slow."""
_SAID = {Attendance.SUBSTITUTE: ("substitute", "substitutes"), Attendance.APOLOGIES: ("apology", "apologies")}
_SENT = Group(None, Attendance.APOLOGIES)


@dataclass
class Attended:
    """The roll as minutes tell it."""

    people: list[Presence] = field(default_factory=list)
    """Everybody named, in the order of the page."""
    doubts: list[Doubt] = field(default_factory=list)
    """What was taken, and what could not be read."""
    lines: set[int] = field(default_factory=set)
    """The lines of the file that name people and say nothing else."""
    present: set[str] = field(default_factory=set)
    """The paragraphs that list those present, and nothing else."""


def attended(page: Page, *, roles: bool = True) -> Attended:
    """Read the roll of a page of minutes: its list of those present, and the sentences of its items.

    Posts and organisations are left where they stand unless ``roles``.
    """
    reader = _Reader(roles, page.roll)
    reader.blocks(sorted([*page.front, *page.roll], key=lambda block: block.line))
    for item in page.items:
        kind, group = kind_of(item.title), heading_group(item.title)
        minute = item.blocks(Section.MINUTES) or (item.blocks(Section.AGENDA) if group and not item.number else [])
        rest = reader.list_of(group, minute) if group and kind is not ItemKind.APOLOGIES else minute
        reader.blocks(rest, apologies=kind is ItemKind.APOLOGIES, title=item.title)
    reader.finish()
    return reader.found


class _Reader:
    def __init__(self, roles: bool, roll: Sequence[Block]) -> None:
        self.found = Attended()
        self.roles = roles
        self.roll = roll
        """Paragraphs known to be part of the list of those present."""

    def blocks(self, blocks: Sequence[Block], *, apologies: bool = False, title: str = "") -> None:
        """Read the paragraphs of one place; ``apologies`` says that it is the item for them."""
        waiting = list(blocks)
        while waiting:
            block = waiting.pop(0)
            if inline := inline_group(block.text):
                group, names = inline
                runs = [read_run(part) for part in sentences(names)]
                if runs and all(runs):
                    for run in filter(None, runs):
                        self._take(run, group, block)
                    waiting = self.list_of(group, waiting)
                elif group.status is not Attendance.APOLOGIES or not words.NOBODY.search(block.text):
                    self._unread(block)
            elif heading := heading_group(block.text):
                before = len(self.found.people)
                waiting = self.list_of(heading, waiting)
                if len(self.found.people) > before:
                    self._use(block, heading)
            elif words.APOLOGIES_FROM_THESE.fullmatch(block.text.strip().rstrip(":")):
                waiting = self.list_of(_SENT, waiting)
            else:
                self._paragraph(block, apologies, title)

    def list_of(self, group: Group, blocks: Sequence[Block]) -> list[Block]:
        """Read the lines of a list as far as it goes; return the rest."""
        waiting, unread, last = list(blocks), list[Block](), list[Block]()
        taken = 0
        while waiting and (len(last) < _UNREADABLE_ENDS_A_LIST or waiting[0] in self.roll):
            block = waiting[0]
            if heading_group(block.text) or inline_group(block.text):
                break
            if run := _line_of_list(block.text):
                self._take(run, group, block)
                taken += 1
                unread += last
                last.clear()
            elif block in self.roll:
                unread.append(block)
            elif not taken or len(block.text) > 200:
                break
            else:
                last.append(block)
            waiting.pop(0)
        self._unread_lines(unread)
        return [*last, *waiting]

    def _paragraph(self, block: Block, apologies: bool, title: str) -> None:
        for sentence in sentences(block.text):
            if len(sentence) > _LONGEST:
                continue
            if self._substitution(sentence, block) or self._absence(sentence, block, apologies):
                continue
            bare = apologies and not any(
                word in title.lower() for word in ("substitut", "attend", "present", "welcome")
            )
            if bare and len(sentence) > 8 and (run := read_run(sentence)):
                self._take(run, _SENT, block, alone=False)
            elif words.SPEAKS_OF_ABSENCE.search(sentence) and not words.NOBODY.search(sentence):
                self._unread(block)

    def _absence(self, sentence: str, block: Block, apologies: bool) -> bool:
        """Take whose apologies a sentence gives, or who it says was absent."""
        sent = words.APOLOGIES_FROM.fullmatch(sentence) or words.GAVE_APOLOGIES.fullmatch(sentence)
        absent = words.WERE_ABSENT.fullmatch(sentence) if apologies else None
        found = sent or absent
        if not found or words.NOT_FOR_ABSENCE.search(sentence):
            return bool(found)
        group = _SENT if sent else Group(None, Attendance.ABSENT)
        if run := read_run(found["names"]) or _with_who_came(found["names"]):
            self._take(run, group, block, alone=False)
        else:
            self._unread(block)
        return True

    def _substitution(self, sentence: str, block: Block) -> bool:
        for pattern in words.SUBSTITUTED:
            found = pattern.fullmatch(sentence)
            who, whom = (read_person(found["who"]), read_person(found["whom"])) if found else (None, None)
            if who and whom and len(who.people) == len(whom.people) == 1:
                name = whom.people[0].name
                self._add(replace(who.people[0], status=Attendance.SUBSTITUTE, substitute_for=name), block)
                return True
        return False

    # --- the roll -----------------------------------------------------------------------------------------------

    def _take(self, run: Run, group: Group, block: Block, *, alone: bool = True) -> None:
        """Put the people of a run on the roll."""
        for person in run.people:
            status = person.status if person.status is Attendance.SUBSTITUTE else group.status
            capacity = group.capacity or _capacity_of(person, status)
            self._add(replace(person, status=status, capacity=capacity), block)
        for note in run.notes:
            self.found.doubts.append(Doubt(f"The roll does not hold this remark: “{note}”.", block.line))
        if alone:
            self._use(block, group)

    def _use(self, block: Block, group: Group) -> None:
        self.found.lines.add(block.line)
        if group.status in (Attendance.PRESENT, Attendance.SUBSTITUTE):
            self.found.present.add(block.text)

    def _add(self, person: Presence, block: Block) -> None:
        """Add somebody, or what is newly said of somebody already there."""
        person = person if self.roles else replace(person, post="", organisation="")
        people = self.found.people
        name = owners.person(person.name, people)
        at = next((at for at, each in enumerate(people) if each.name == name), None) if name else None
        if at is None:
            people.append(person)
            return
        before = people[at]
        if before.status is Attendance.PRESENT and person.status is Attendance.SUBSTITUTE:
            people[at] = replace(before, status=person.status, substitute_for=person.substitute_for)
        elif before.attending is not person.attending:
            said = f"{before.name} is named as {before.status} and as {person.status}; the roll has the first."
            self.found.doubts.append(Doubt(said, block.line))
        elif not (before.post or before.organisation):
            people[at] = replace(before, post=person.post, organisation=person.organisation)

    def _unread(self, block: Block) -> None:
        said = f"Who is meant here is not certain, so nobody of it was put on the roll: “{_short(block.text)}”."
        if not any(doubt.message == said for doubt in self.found.doubts):
            self.found.doubts.append(Doubt(said, block.line))

    def _unread_lines(self, blocks: Sequence[Block]) -> None:
        """Say which lines of a list were not taken, all at once."""
        if len(blocks) > 1:
            said = f"{len(blocks)} lines of a list of people are not certain, so nobody of them was put on the roll;"
            self.found.doubts.append(Doubt(f"{said} the first is “{_short(blocks[0].text)}”.", blocks[0].line))
        elif blocks:
            self._unread(blocks[0])

    def finish(self) -> None:
        """Match substitutes with those they replace, leave one person in the Chair, and say what was taken."""
        people = self.found.people
        for at, person in enumerate(people):
            if person.substitute_for:
                replaced = owners.person(person.substitute_for, people) or person.substitute_for
                people[at] = replace(person, substitute_for=replaced)
        chairs = [at for at, person in enumerate(people) if person.chair and person.attending]
        for at, person in enumerate(people):
            if person.chair and (len(chairs) > 1 or at not in chairs):
                people[at] = replace(person, chair=False)
        if len(chairs) > 1:
            self.found.doubts.append(Doubt("More than one person is said to be in the Chair, so nobody was put there."))
        if people:
            self.found.doubts.insert(0, Doubt(f"The roll was read from the minutes: {_counts(people)}; check it."))


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:77] + "..."


def _line_of_list(text: str) -> Run | None:
    """Read a line of a list: one person, or a run of them where a plural or a semicolon says so."""
    text = re.sub(r"^(?:[•·▪●\-–*#]+|o(?=\s))\s*", "", text.strip()).strip("* ")
    return read_person(text) or read_run(text)


def _with_who_came(names: str) -> Run | None:
    """Read "Cllr A. Ash and Cllr B. Birch attended as substitute"."""
    found = words.AND_ATTENDED.fullmatch(names)
    whom, who = (read_run(found["whom"]), read_person(found["who"])) if found else (None, None)
    if not whom or not who or len(whom.people) != 1 or len(who.people) != 1:
        return None
    there = replace(who.people[0], status=Attendance.SUBSTITUTE, substitute_for=whom.people[0].name)
    return Run([*whom.people, there])


def _capacity_of(person: Presence, status: Attendance) -> Capacity:
    """In what capacity somebody came of whom the heading does not say it: those "in attendance" are officers."""
    if status is not Attendance.PRESENT:
        return Capacity.MEMBER
    councillor = person.name.lower().startswith(("cllr", "councillor", "alderman"))
    return Capacity.GUEST if councillor else Capacity.OFFICER


def _counts(people: Sequence[Presence]) -> str:
    return ", ".join(_count(people))


def _count(people: Sequence[Presence]) -> Iterator[str]:
    for status in (Attendance.PRESENT, Attendance.SUBSTITUTE, Attendance.APOLOGIES, Attendance.ABSENT):
        number = sum(person.status is status for person in people)
        one, many = _SAID.get(status, (status.value, status.value))
        if number:
            yield f"{number} {one if number == 1 else many}"
