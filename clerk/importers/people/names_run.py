"""The people in a run of names, as minutes give them: "Councillors A. Ash (Chair), B. Birch and Ms C. Cole, MP".

A run is read whole or not at all: a wrong name on the roll is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from clerk.importers.people.name_words import has_title, is_name, plural_title
from clerk.model import Presence
from clerk.people.person_line import is_chair, split_role, with_notes
from clerk.terms import Attendance

_LONGEST = 3000
"""Characters of a run of names; a whole council with its titles has some 2,000."""
_SEPARATOR = re.compile(r"\s*(?P<mark>;|,|\band\b|&)\s*")
_SEMICOLON = re.compile(";")
_DASH = re.compile(r"\s+[-–—|]\s+|\s*\|\s*|\t+")
_CHAIR_AFTER = re.compile(r"\s*[-–—,]?\s+(?:in the [Cc]hair|CHAIR(?:MAN|WOMAN|PERSON)?)$")
_NOTE = re.compile(r"\s*\((?P<note>[^()]+)\)\s*$")
_NOT_A_ROLE = re.compile(
    r"\b(?:was|were|had|has|have|attended|attending|would|will|is|are|who|which|that|he|she|they|left|arrived|joined"
    r"|apolog\w+|substitut\w+|absen\w+|behalf|also|both|during|until|due|noted|received|representatives|members"
    r"|officers)\b|\d",
    re.IGNORECASE,
)
_STANDS_IN = r"(?:(?:named |nominated )?substitut\w+|sub|reserve|deputising|standing in|on behalf of|acting)"
_FOR = re.compile(rf"(?:(?:attend\w+ )?as )?(?:a |the )?{_STANDS_IN}(?: member)?(?: for)? (?P<name>.+)", re.IGNORECASE)
_BY = re.compile(
    r"(?:(?:substituted|represented) by (?P<after>.+)"
    r"|(?P<before>.+?)(?:,? (?:attended|attending|present|in attendance|was present))?,?"
    r" (?:as (?:a |the |his |her |their )?(?:named )?(?:substitute|deputy|reserve)(?: member)?|substituted|substituting"
    r"|in (?:his|her|their) (?:absence|place|stead)))",
    re.IGNORECASE,
)
_AS_SUBSTITUTE = re.compile(r"(?:as )?(?:a |named )?(?:substitute|sub|reserve)(?: member)?", re.IGNORECASE)
_REMOTE = re.compile(
    r"(?:attend\w+ |joined |present )?(?:remote(?:ly)?|virtual(?:ly)?|online|(?:via|by|on) (?:ms |microsoft )?"
    r"(?:teams|zoom|video(?: ?(?:link|conference))?|telephone|phone))",
    re.IGNORECASE,
)
_POST_FIRST = re.compile(
    r"(?:the )?(?P<post>(?:(?:vice|deputy|lord|right worshipful)[ -]){0,3}(?:chair(?:man|woman|person)?|mayor|leader))"
    r"[ ,:–-]*(?P<bracket>\()?(?P<name>[^()]+)(?(bracket)\))",
    re.IGNORECASE,
)
_CONVENER = re.compile(r"conven[eo]r|cadeirydd|cadeirydd / chair(?:man|person)?", re.IGNORECASE)
"""Who presides in Scotland and in Wales."""
_MAYOR_IN_CHAIR = re.compile(r"(?P<post>.+?),? in the chair", re.IGNORECASE)

_FOR_A_WHILE = re.compile(r"(?P<chair>in the chair until\b)|(?P<remote>by video link from\b)", re.IGNORECASE)
"""As Clerk lists who opened the meeting in the Chair, and who went on from elsewhere; the times are for the officer."""


@dataclass
class Run:
    """The people of a run of names."""

    people: list[Presence] = field(default_factory=list)
    """In order. Who stands in for another is a substitute; what everybody else is, the place of the run says."""
    notes: list[str] = field(default_factory=list)
    """Remarks in brackets for which the roll has no place: "from 10.15 am"."""


def read_run(text: str, *, one: bool = False) -> Run | None:
    """Read a run of names whole, or return None. ``one`` says that what follows a name by a comma is no other name."""
    text = text.strip().rstrip(".;:, ")
    if not text or len(text) > _LONGEST:
        return None
    reader = _Reader(one)
    groups = _split_at(_SEMICOLON, text)
    for group in (re.sub(r"^and\s+", "", each) for each in groups):
        if not group or not reader.group(group, several=len(groups) > 1):
            return None
    return reader.run if reader.run.people else None


def read_person(text: str) -> Run | None:
    """Read one person, or return None: "Mrs D. Taylor CC (in the Chair)", "Ann Lee – Head of Parks"."""
    run = read_run(text, one=True)
    return run if run and sum(person.status is not Attendance.SUBSTITUTE for person in run.people) <= 1 else None


class _Reader:
    def __init__(self, one: bool) -> None:
        self.one = one
        self.own = one
        """Whether each name has the stretch between semicolons to itself, so that commas part no names."""
        self.run = Run()
        self.title: str | None = None
        """What "Councillors" before a name says that those after it are too."""
        self.roles: list[str] = []
        """What has been said of the last person, by commas."""

    def group(self, text: str, several: bool) -> bool:
        """Read one stretch between semicolons."""
        self.title, self.own = None, self.one or several
        begun = len(self.run.people)
        for mark, part in _parts(text):
            fresh = len(self.run.people) == begun
            if not (self._person(part, mark, fresh) or self._role(part, mark, fresh)):
                return False
        self._close()
        return True

    def _person(self, part: str, mark: str, fresh: bool) -> bool:
        """Begin another person."""
        if plural := plural_title(part):
            self.title, part = plural
        first = _POST_FIRST.fullmatch(part)
        first = first if first and has_title(first["name"]) else None
        part = first["name"] if first else part
        titled = has_title(part)
        if titled and not plural:
            self.title = None
        name, notes, roles = _taken_apart(part)
        full = name if titled or not self.title else f"{self.title} {name}"
        if not is_name(full) or any(_NOT_A_ROLE.search(role) for role in roles):
            return False
        if not fresh and not titled and self.title is None and not self._may_follow(mark):
            return False
        self._close()
        self.run.people.append(Presence(full))
        self.roles = roles
        notes = [first["post"], *notes] if first else notes
        return all(self._note(note) for note in notes)

    def _may_follow(self, mark: str) -> bool:
        """Whether a name without a title may follow the last; after a titled one and a comma it may be a role.

        A Deputy is one among others without a title, in the City of London's minutes.
        """
        last = self.run.people[-1].name
        plain = not has_title(last) or last.startswith("Deputy ")
        return not self.roles and (mark != "," or (plain and not self.own))

    def _role(self, part: str, mark: str, fresh: bool) -> bool:
        """Add what is said of the last person."""
        if not fresh and not self.roles and _AS_SUBSTITUTE.fullmatch(part):
            return self._note(part)
        if fresh or len(part) > 120 or _NOT_A_ROLE.search(part) or has_title(part):
            return False
        if is_name(part) and not self.own:
            return False
        if mark == ",":
            self.roles += _DASH.split(part)
        elif self.roles:
            self.roles[-1] += f" {mark} {part}"
        return bool(self.roles)

    def _close(self) -> None:
        """Give the last person the post and organisation said of them."""
        if not self.roles:
            return
        at = next(at for at in reversed(range(len(self.run.people))) if not self._stands_in_here(at))
        person = self.run.people[at]
        if self.one and len(self.roles) == 1 and is_chair(self.roles[0]):
            person = replace(person, chair=True)
        else:
            post, organisation = split_role(self.roles)
            both = ", ".join(part for part in (person.post, post) if part)
            person = replace(person, post=both, organisation=organisation or person.organisation)
        self.run.people[at] = person
        self.roles = []

    def _stands_in_here(self, at: int) -> bool:
        """Whether a person was named in brackets after another."""
        replaced = self.run.people[at].substitute_for
        return at > 0 and bool(replaced) and self.run.people[at - 1].name == replaced

    def _note(self, note: str) -> bool:
        """Take one remark in brackets; False when it may name somebody and cannot be read."""
        person = self.run.people[-1]
        noted = with_notes(replace(person, name=f"{person.name} ({note})"))
        if noted.name == person.name:
            self.run.people[-1] = noted
        elif _CONVENER.fullmatch(note):
            self.run.people[-1] = replace(person, chair=True)
        elif _AS_SUBSTITUTE.fullmatch(note):
            self.run.people[-1] = replace(person, status=Attendance.SUBSTITUTE)
        elif _REMOTE.fullmatch(note):
            self.run.people[-1] = replace(person, remote=True)
        elif found := _MAYOR_IN_CHAIR.fullmatch(note):
            self.run.people[-1] = replace(person, post=found["post"].strip(), chair=True)
        elif found := _FOR.fullmatch(note):
            return self._stands_in(person, found["name"])
        elif found := _BY.fullmatch(note):
            return self._stood_in_for(person, found["after"] or found["before"])
        elif found := _FOR_A_WHILE.match(note):
            self.run.people[-1] = replace(person, chair=bool(found["chair"]), remote=bool(found["remote"]))
            self.run.notes.append(f"{person.name} ({note})")
        elif _NOT_A_ROLE.search(note):
            self.run.notes.append(f"{person.name} ({note})")
        else:
            post, organisation = split_role([part.strip() for part in note.split(",")])
            posts, organisations = (person.post, post), (person.organisation, organisation)
            self.run.people[-1] = replace(
                person,
                post=", ".join(filter(None, posts)),
                organisation=", ".join(filter(None, organisations)),
            )
        return True

    def _stands_in(self, person: Presence, words: str) -> bool:
        if not is_name(words.strip()):
            return False
        self.run.people[-1] = replace(person, status=Attendance.SUBSTITUTE, substitute_for=words.strip())
        return True

    def _stood_in_for(self, person: Presence, words: str) -> bool:
        stand_in = read_person(words)
        if not stand_in or len(stand_in.people) != 1:
            return False
        there = replace(stand_in.people[0], status=Attendance.SUBSTITUTE, substitute_for=person.name)
        self.run.people.append(there)
        return True


def _taken_apart(part: str) -> tuple[str, list[str], list[str]]:
    """Part a name from the remarks in brackets after it and from what stands after a dash."""
    name, *roles = _split_at(_DASH, part.strip())
    notes: list[str] = []
    if found := _CHAIR_AFTER.search(name):
        name = name[: found.start()].strip()
        notes.append("in the Chair")
    while found := _NOTE.search(name):
        notes.insert(0, found["note"].strip())
        name = name[: found.start()].strip()
    if len(roles) == 1 and (is_chair(roles[0]) or _AS_SUBSTITUTE.fullmatch(roles[0])):
        notes.append(roles.pop())
    return name, notes, roles


def _split_at(mark: re.Pattern[str], text: str) -> list[str]:
    """Split at a mark outside brackets; empty parts are left out."""
    parts, start = [], 0
    for found in mark.finditer(text):
        before = text[: found.start()]
        if before.count("(") <= before.count(")"):
            parts.append(text[start : found.start()])
            start = found.end()
    return [part.strip() for part in (*parts, text[start:]) if part.strip()] or [""]


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands between commas and "and"s outside brackets, each with the mark before it.

    "A, B, and C" has a comma before C.
    """
    start, mark = 0, ","
    for found in _SEPARATOR.finditer(text):
        before = text[: found.start()]
        if before.count("(") > before.count(")"):
            continue
        if piece := text[start : found.start()].strip():
            yield mark, piece
            mark = found["mark"]
        start = found.end()
    if piece := text[start:].strip():
        yield mark, piece
