"""The members an agenda lists above its items ("Membership: Councillors A. Ash (Chair), B. Birch"), and the quorum.

A list is taken whole or not at all, for a roll that lacks a member is worse than none. Named substitutes only stand in
for members and are not expected, so they stay in the note to the meeting.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from clerk.importers.agenda_front import place_in
from clerk.importers.bilingual import in_english
from clerk.importers.parts import Block, Page
from clerk.importers.people.grouped import (
    Grouped,
    group_in,
    in_columns,
    in_group,
    is_of_party,
    presiding,
    same_person,
    side_by_side,
)
from clerk.importers.people.name_words import has_title, plural_title
from clerk.importers.people.names_run import read_run
from clerk.importers.reading import Doubt
from clerk.importers.rosters.reading import is_vacancy
from clerk.model import Presence
from clerk.people.co_optees import co_opted_in
from clerk.people.pasted_roll import people_pasted
from clerk.people.roll_marks import STAND_IN, quorum_in, stands_in
from clerk.terms import Capacity

_MEMBERS = re.compile(
    r"(?:to\s*:?\s*)?(?:(?:all |the )?(?:(?:committee|board|council|panel|cabinet|voting) )?"
    r"(?:members(?:hip)?|councillors)(?: (?:of|on) (?:the )?[^:,]{3,100}?)?(?:\s*\(\d{1,2}\))?"
    r"(?:\s*:\s*|\s+[-–—]\s+|\s*$)|to\s*:\s*)(?P<names>.*)",
    re.IGNORECASE,
)
_SUBSTITUTES = re.compile(
    r"(?:named |nominated )?(?:substitutes?|reserves?)(?: members?)?\b[^:]{0,40}(?::|$)(?P<names>.*)", re.IGNORECASE
)
_UNLABELLED = re.compile(r"(?P<names>(?:councillors|cllrs)\s.*)", re.IGNORECASE)
_NEXT = re.compile(r"\s+(?=\(?Quorum\b)|\s+(?=(?:Named )?Substitutes?(?: members?)?\s*:)", re.IGNORECASE)
_OFFICERS = re.compile(r"(?:officers?|staff)(?: in attendance)?\s*(?::\s*|$)(?P<names>.*)", re.IGNORECASE)
_COUNCILLOR = re.compile(r"\W*(?:councillors?|cllrs?|alderm[ae]n)\b\.? \S", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[•·▪●‣◦*–—-]|o(?=\s)|\d{1,2}[.)](?=\s))\s*")
_LABEL, _STAFF = "Membership", "Officers"
_MOST = 200
"""How many lines above the items are looked through."""
_FEWEST = 2
"""How many people make a list."""
_UNLABELLED_LINES = 3
"""How many lines with a councillor each make a list that nothing says is one."""
_WRAPPED = 12
"""Over how many lines a run of names may go."""


@dataclass
class Listed:
    """The roll to expect, as an agenda lists it."""

    people: tuple[Presence, ...] = ()
    """The members, and officers where they are listed."""
    quorum: int | None = None
    """How many must be present; None when the agenda does not say."""
    lines: list[Block] = field(default_factory=list)
    """The lines that list the people and say nothing else."""
    of_quorum: list[Block] = field(default_factory=list)
    """The lines that give the quorum."""
    first: int | None = None
    """The line of the file on which the list begins."""
    substitutes: list[Block] = field(default_factory=list)
    """The lines that name substitutes, who are not expected."""
    standing_in: tuple[str, ...] = ()
    """Those marked among the members as substitutes or reserves, a line of a note each."""


def take_list(page: Page) -> Listed:
    """Take the members and the quorum out of the lines above an agenda's items, with a doubt to check them."""
    found = listed([*page.front, *page.roll])
    # A body that is known keeps its own quorum, so what the agenda says of it must not go; nor must the substitutes.
    kept = sorted([*found.of_quorum, *(found.substitutes if found.people else ())], key=lambda block: block.line)
    rolled = [block for block in page.roll if block in found.lines]
    notes = page.fields.setdefault("note", [])
    for block in rolled:
        if block.text in notes:  # A line of the list is a note as well.
            notes.remove(block.text)
    notes += [*(block.text for block in kept if block not in page.roll), *found.standing_in]
    page.front = [block for block in page.front if block not in found.lines and block not in kept]
    page.roll = [block for block in page.roll if block not in rolled]
    page.noise += [block.text for block in found.lines]
    if found.people:
        page.doubts = [doubt for doubt in page.doubts if not doubt.message.startswith("Those present were kept")]
        page.doubts.append(Doubt(f"The roll was read from the agenda's list: {_counted(found)}.", found.first))
    return found


def _counted(found: Listed) -> str:
    members = sum(each.capacity is Capacity.MEMBER for each in found.people)
    some = sum(each.voting.some for each in found.people)
    votes = f", {some} of them with a vote on some items only or on none" if some else ""
    said = f"{members} member{'' if members == 1 else 's'}{votes}; check it"
    named = found.substitutes or found.standing_in
    return f"{said}. Those named as substitutes are a note to the meeting" if named else said


def listed(blocks: Sequence[Block]) -> Listed:
    """Read the members and the quorum in the lines above the items; nobody, when part of the list cannot be read."""
    blocks = sorted(blocks, key=lambda block: block.line)
    blocks, below = blocks[:_MOST], blocks[_MOST:]
    parts = [(at, part) for at, text in in_columns([each.text for each in blocks]) for part in _NEXT.split(text)]
    reader = _Reader([Block(in_english(part), blocks[at].line) for at, part in parts])
    reader.read(below)

    def whole(places: Collection[int]) -> list[Block]:
        others = {at for place, (at, _) in enumerate(parts) if place not in places}
        return [block for at, block in enumerate(blocks) if at not in others]

    numbers = [block for block in whole(reader.taken) if quorum_in(block.text)]
    lines = [block for block in whole(reader.taken) if block not in numbers]
    named = whole(reader.substitutes)
    people = _once(reader.people)
    expected = tuple(person for person in people if not stands_in(person))
    standing_in = tuple(_standing_in(person) for person in people if stands_in(person))
    return Listed(expected, reader.quorum, lines, numbers, reader.first, named, standing_in)


def _standing_in(person: Presence) -> str:
    """Whom the agenda marks as one who may stand in, for the note: nobody is there before the roll is called."""
    posts = [post for post in person.post.split(", ") if post != STAND_IN]
    whom = f"for {person.substitute_for}" if person.substitute_for else ""
    return ", ".join(filter(None, (f"{STAND_IN}: {person.name}", *posts, person.organisation, whom)))


class _Reader:
    def __init__(self, lines: list[Block]) -> None:
        self.lines = lines
        self.taken = set[int]()
        self.people: list[Presence] = []
        self.quorum: int | None = None
        self.first: int | None = None
        self.substitutes = set[int]()
        self.above = set[int]()
        """Labels with nothing but the lists of the parties below them."""

    def read(self, below: Sequence[Block]) -> None:
        """Read the lines; ``taken`` are then those that say no more than is in ``people`` and ``quorum``.

        ``below`` are further lines, in which nobody is looked for.
        """
        at, stray, quorums = 0, [*below], set[int]()
        while at < len(self.lines):
            line = self.lines[at]
            if quorum := quorum_in(line.text):
                self.quorum = self.quorum or quorum
                quorums.add(at)
                length = 1
            else:
                length = self._group(at)
            stray += [] if length else [line]
            at += length or 1
        # A councillor outside the lists says that they were not read to their end.
        if len(self.people) < _FEWEST or any(_COUNCILLOR.match(line.text) or is_of_party(line.text) for line in stray):
            self.people, self.taken = [], set()
        if self.people:
            self.taken |= self.above
        self.taken |= quorums

    def _group(self, at: int) -> int:
        """Read a label and the people it has; return over how many lines they go, 0 when there is no list."""
        text = self.lines[at].text.strip()
        people, taken = list[Presence](), set[int]()
        if found := _SUBSTITUTES.fullmatch(text):
            length = self._listed(at, found["names"], _LABEL, people, taken)
            self.substitutes |= taken if people else set()
            return length
        members = _MEMBERS.fullmatch(text) or _UNLABELLED.fullmatch(text)
        officers = _OFFICERS.fullmatch(text) if self.people and not members else None
        co_opted = co_opted_in(text) if self.people else None
        label = members or officers
        names = label["names"] if label else ""
        if members and not names.strip() and self._begins_group(at + 1):
            self.above.add(at)  # "Membership:", with the lists of the parties below it.
            return 1
        if co_opted:
            length = self._listed(at, co_opted.names, co_opted.label.rstrip(" :-–—"), people, taken)
        elif party := None if officers else self._grouped(at, names if members else text):
            people, length = self._in_party(at, party, taken)
        elif post := presiding(text):
            people, length = post, 1
            taken.add(at)
        elif label:
            length = self._listed(at, names, _LABEL if members else _STAFF, people, taken)
        else:
            length = self._unlabelled(at, people, taken)
        if people:
            self.first = self.first or self.lines[at].line
            self.people += people
            self.taken |= taken
        return length if people else 0

    def _grouped(self, at: int, text: str) -> Grouped | None:
        """The party or ward that a line is of; what is not known for one must stand before councillors."""
        below = self.lines[at + 1].text if at + 1 < len(self.lines) else ""
        found = group_in(text, below)
        if found is None or (not found.names and not _run(_one_line([_BULLET.sub("", below)]))):
            return None
        return found if found.sure or found.names or text.rstrip().endswith((":", ")")) else None

    def _begins_group(self, at: int) -> bool:
        return at < len(self.lines) and self._grouped(at, self.lines[at].text.strip()) is not None

    def _in_party(self, at: int, party: Grouped, taken: set[int]) -> tuple[list[Presence], int]:
        people = list[Presence]()
        length = self._listed(at, party.names, _LABEL, people, taken)
        return [replace(each, organisation=in_group(each.organisation, party.group)) for each in people], length

    def _unlabelled(self, at: int, people: list[Presence], taken: set[int]) -> int:
        """A list with no label above it: councillors on several lines, one below the other."""
        end = at
        while end < len(self.lines) and _COUNCILLOR.match(self.lines[end].text) and self._is_listed_at(end):
            end += 1
        if end - at < _UNLABELLED_LINES:
            return 0
        for place in range(at, end):
            people += people_pasted([f"{_LABEL}: {_one_line([_BULLET.sub('', self.lines[place].text)])}"])
            taken.add(place)
        return end - at

    def _is_listed_at(self, at: int) -> bool:
        return self._is_listed(_one_line([_BULLET.sub("", self.lines[at].text)]), 1, inline=False)

    def _listed(self, at: int, names: str, label: str, people: list[Presence], taken: set[int]) -> int:
        """Read names behind a label, over as many lines as can be read as one run, and the names below, one a line."""
        start = at
        taken.add(at)
        if names.strip():
            more = self._wrapped(at, names)
            if more is None:
                return 0
            names = _one_line([names, *(line.text for line in self.lines[at + 1 : at + 1 + more])])
            people += people_pasted([f"{label}: {names}"])
            taken |= set(range(at, at + more + 1))
            at += more
        while (at := at + 1) < len(self.lines):
            text = _one_line([_BULLET.sub("", self.lines[at].text)])
            if is_vacancy(text):
                continue
            if not self._is_listed(text, self.lines[at].line - self.lines[at - 1].line, bool(names.strip())):
                break
            people += people_pasted([f"{label}: {text}"])
            taken.add(at)
        return at - start

    def _wrapped(self, at: int, names: str) -> int | None:
        """Over how many more lines a run of names goes; None when not even the first can be read."""
        texts, end = [names], at
        while (end := end + 1) < len(self.lines) and len(texts) < _WRAPPED and not _is_label(self.lines[end].text):
            texts.append(self.lines[end].text)
        return next((more for more in reversed(range(len(texts))) if _run(_one_line(texts[: more + 1]))), None)

    def _is_listed(self, text: str, below: int, inline: bool) -> bool:
        """Whether a line of a list names people: with a title, or right below others and not behind a run of them."""
        if _is_label(text) or not _run(text) or place_in(text):
            return False
        titled = has_title(text) or plural_title(text) is not None
        return titled or (below <= 1 and not inline)


def _one_line(texts: Sequence[str]) -> str:
    """Lines of a run as one, with a semicolon between two columns of it."""
    return side_by_side(" ".join(text.strip() for text in texts))


def _run(text: str) -> list[Presence]:
    """The people of a run that the roll can hold whole; none for any other."""
    run = read_run(text.strip().rstrip("."))
    return run.people if run and not run.notes else []


def _is_label(text: str) -> bool:
    said = text.strip()
    if quorum_in(said) or any(pattern.fullmatch(said) for pattern in (_SUBSTITUTES, _MEMBERS, _OFFICERS)):
        return True
    return co_opted_in(said) is not None or group_in(said) is not None or bool(presiding(said))


def _once(people: Sequence[Presence]) -> tuple[Presence, ...]:
    """Everybody once, and nobody in the Chair when several are said to be."""
    names = dict[str, Presence]()
    for person in people:
        before = names.setdefault(person.name.casefold(), person)
        names[person.name.casefold()] = same_person(before, person) or before
    chairs = sum(person.chair for person in names.values())
    return tuple(replace(person, chair=person.chair and chairs == 1) for person in names.values())
