"""What a reader of rosters gives back, and what the words of a published list say of somebody."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from clerk.importers.people.name_words import is_name
from clerk.importers.reading import Doubt
from clerk.people.co_optees import co_opted_in, votes_told
from clerk.people.membership import Member, member_of
from clerk.people.person_line import is_chair, person_in, split_role
from clerk.terms import Capacity

_SUBSTITUTE = re.compile(r"(?:named )?(?:substitute|sub|reserve|deputy member)(?: member)?s?", re.IGNORECASE)
_SUBSTITUTES = re.compile(
    r"(?:list of )?(?:named |nominated )?(?:substitute|reserve|deputy member)s?(?: members?| councillors?)?(?: list)?"
    r"(?:\s*\((?P<group>[^()]{2,60})\))?",
    re.IGNORECASE,
)
_OFFICER = re.compile(r"(?:lead |support )?officers?(?: in attendance)?|staff|clerk to .*", re.IGNORECASE)
_MEMBER = re.compile(
    r"(?:committee |board |council |panel |voting |full |ordinary )?member(?:s|ship)?(?: of .{3,80})?|councillors?",
    re.IGNORECASE,
)
_GUEST = re.compile(r"(?:guests?|observers?|visitors?|members? of the public|press|invitees?)", re.IGNORECASE)
_COUNTED = re.compile(r"\s*[(\[]\d{1,3}[^()\[\]]{0,12}[)\]]$")
_LAST_NOTE = re.compile(r"\s*\((?P<note>[^()]{1,80})\)\s*$")
_VACANCY = re.compile(r"\W*(?:\d+ )?vacan(?:cy|cies|t)\b.*", re.IGNORECASE)


@dataclass(frozen=True)
class RosterReading:
    """The outcome of reading a roster."""

    members: tuple[Member, ...] = ()
    """Who belongs to the body, in order."""
    body: str = ""
    """The body the file names; empty when it names none."""
    day: date | None = None
    """The day of the meeting it is of, if it is of one."""
    reader: str = ""
    """The kind of file it was taken for, in words."""
    doubts: tuple[Doubt, ...] = ()
    """In the order of the file."""
    noise: tuple[str, ...] = ()
    """Lines left out, as no people's."""


@dataclass
class Found:
    """What is found on the way through a file."""

    members: list[Member] = field(default_factory=list)
    """Who has been named so far."""
    doubts: list[Doubt] = field(default_factory=list)
    """What the officer should look at."""
    noise: list[str] = field(default_factory=list)
    """Lines left out."""

    def add(self, member: Member | None, said: str, line: int | None) -> None:
        """Add somebody, once; what is not a person is left out and said to be."""
        if member is None or not member.name:
            self.noise.append(said)
            return
        at = next((at for at, each in enumerate(self.members) if each.name.casefold() == member.name.casefold()), None)
        if at is not None:
            self.members[at], agree = _once(self.members[at], member)
            if not agree:
                self.doubts.append(Doubt(f"{member.name} is named twice and was taken once.", line))
            return
        if not is_name(member.name):
            self.doubts.append(Doubt(f"Check that this is a person: “{member.name}”.", line))
        self.members.append(member)

    def reading(self, reader: str, body: str = "", day: date | None = None) -> RosterReading:
        """The outcome."""
        return RosterReading(tuple(self.members), body, day, reader, tuple(self.doubts), tuple(self.noise))


def _once(before: Member, again: Member) -> tuple[Member, bool]:
    """Somebody named twice, with what each line says, and whether the second adds to the first and denies nothing."""
    more = (again.post, again.organisation, again.initials, again.chair)
    said = (before.post, before.organisation, before.initials)
    denied = any(was and now and was != now for was, now in zip(said, more, strict=False))
    same = (before.capacity, before.substitute) == (again.capacity, again.substitute)
    merged = replace(
        before,
        post=before.post or again.post,
        organisation=before.organisation or again.organisation,
        initials=before.initials or again.initials,
        chair=before.chair or again.chair,
    )
    return (merged, merged != before or bool(before.chair or before.post)) if same and not denied else (before, False)


def is_vacancy(text: str) -> bool:
    """Whether a line of a list is an empty seat."""
    return bool(_VACANCY.fullmatch(text.strip()))


def member_in(text: str, like: Member) -> Member:
    """Read one line of a list; ``like`` is what those of its list are.

    Of remarks in brackets after the name, those known are taken: "(Chair)", "(Substitute)", "(Officer)". Others say
    what post somebody holds or whom they represent.
    """
    name, *rest = re.split(r"(?=,|\t|\s+[-–—|]\s+)", text.strip(), maxsplit=1)
    member, notes = like, list[str]()
    while found := _LAST_NOTE.search(name):
        notes.insert(0, found["note"].strip())
        name = name[: found.start()].strip()
    person = person_in(re.sub(r"\s+[-–—|]\s+", ", ", name + "".join(rest)), like.capacity)
    read = member_of(person)
    some_votes = like.some_votes or votes_told(text).some
    member = replace(read, substitute=like.substitute, some_votes=some_votes)
    for note in notes:
        member = with_role(member, note)
    if is_chair(member.post):
        member = replace(member, post="", chair=True)
    elif is_chair(member.organisation):
        member = replace(member, organisation="", chair=True)
    return member if member.post or member.organisation else replace(member, post=like.post)


def with_role(member: Member, role: str) -> Member:
    """Take what a list says somebody is: a place on the body, or a post or organisation of their own."""
    role = " ".join(role.split())
    if not role or _MEMBER.fullmatch(role):
        return member
    if is_chair(role):
        return replace(member, chair=True)
    if _SUBSTITUTE.fullmatch(role):
        return replace(member, substitute=True)
    if _OFFICER.fullmatch(role):
        return replace(member, capacity=Capacity.OFFICER)
    if (
        role.isupper()
        and role.isalpha()
        and len(role) <= 4
        and not member.initials
        and _are_initials(member.name, role)
    ):
        return replace(member, initials=role)
    post, organisation = split_role([part.strip() for part in role.split(",")])
    both = ", ".join(filter(None, (post, member.post)))
    stands_for = ", ".join(dict.fromkeys(filter(None, (member.organisation, organisation))))
    return replace(member, post=both, organisation=stands_for)


def _are_initials(name: str, letters: str) -> bool:
    return bool(name) and name[0].isalpha() and letters[-1] in {word[0].upper() for word in name.split()}


def is_guest(role: str) -> bool:
    """Whether a role is one of somebody who belongs to no body."""
    return bool(_GUEST.fullmatch(role.strip()))


def list_named(text: str) -> Member | None:
    """What those below a heading are: "Substitute members", "Officers:"; None for a line that is no such heading."""
    bare = _COUNTED.sub("", text.strip().strip("*#").strip().rstrip(":").strip())
    if bare.casefold() in ("membership", "committee membership", "councillors") or _MEMBER.fullmatch(bare):
        return Member("")
    if found := _SUBSTITUTES.fullmatch(bare):
        return Member("", organisation=found["group"] or "", substitute=True)
    co_opted = co_opted_in(bare)
    if co_opted and not co_opted.names:
        return Member("", post=co_opted.post, some_votes=co_opted.voting.some)
    return Member("", capacity=Capacity.OFFICER) if _OFFICER.fullmatch(bare) else None
