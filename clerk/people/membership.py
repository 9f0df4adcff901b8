"""The roster of a body: who belongs to it, from which day to which, and what changes when a newer list comes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from clerk.model import Presence
from clerk.people.owners import without_titles
from clerk.terms import Attendance, Capacity
from clerk.voting.entitled import Voting


@dataclass(frozen=True)
class Member:
    """Somebody's place on a body, as member or officer, from one day to another."""

    name: str
    """As it prints on the roll, with title and letters."""
    post: str = ""
    """The office held or job done, if it is to print."""
    organisation: str = ""
    """Who the person is with or represents."""
    capacity: Capacity = Capacity.MEMBER
    """Member or officer."""
    initials: str = ""
    """How the officer calls the person in notes."""
    chair: bool = False
    """Whether the person usually presides."""
    substitute: bool = False
    """Whether only to stand in for members, and so not expected."""
    some_votes: bool = False
    """Whether the person votes on some items only."""
    since: date | None = None
    """The first day; None when it is not known."""
    until: date | None = None
    """The last day; None while it goes on."""
    id: int = field(default=0, compare=False)

    def on(self, day: date) -> bool:
        """Whether the person belonged to the body on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def expected(self) -> Presence:
        """The line of the roll of a meeting to come."""
        facts = (self.name, self.post, self.organisation, self.capacity)
        return Presence(*facts, chair=self.chair, initials=self.initials, voting=Voting(self.some_votes))


def member_of(person: Presence) -> Member:
    """The place on a body of somebody on the roll of its meeting; who came as a substitute may do so again."""
    substitute = person.status is Attendance.SUBSTITUTE
    facts = (person.name, person.post, person.organisation, person.capacity, person.initials)
    chair, votes = person.chair and not substitute, person.voting.some
    return Member(*facts, chair=chair, substitute=substitute, some_votes=votes)


@dataclass(frozen=True)
class RosterChange:
    """What becomes of a roster when a newer one is taken."""

    roster: tuple[Member, ...]
    """The roster from then on, in order; who is new to the database has ``id`` 0."""
    joined: tuple[Member, ...] = ()
    """Who is on it that was not."""
    left: tuple[Member, ...] = ()
    """Whose membership ends the day before."""
    changed: tuple[tuple[Member, Member], ...] = ()
    """Of whom something else is said now: what was said, which ends the day before, and what is."""
    stayed: tuple[Member, ...] = ()
    """Officers or substitutes who stay although not named, for the newer list names none of their sort."""


def compare(history: Iterable[Member], newer: Sequence[Member], day: date) -> RosterChange:
    """Say what changes when ``newer`` is the roster from ``day`` on. What the newer list leaves open stays as it was.

    People are the same by name, whatever their titles and letters, where only one has it.
    """
    history = tuple(history)
    current = [member for member in history if member.until is None]
    ended = [member for member in history if member.until == day - timedelta(days=1)]
    pairs = _pairs(newer, current)
    again = _pairs([member for member in newer if pairs.get(member.name) is None], ended)
    changed: list[tuple[Member, Member]] = []
    joined: list[Member] = []
    roster: list[Member] = []
    for member in newer:
        before = pairs.get(member.name) or again.get(member.name)
        now = replace(member, since=day, until=None, id=0) if before is None else _joined_up(before, member, newer)
        if member.name not in pairs:
            joined.append(now)
        if before and member.name in pairs and _differs(before, now) and before.since != day:
            now = replace(now, since=day, id=0)
            changed.append((before, now))
        roster.append(now)
    taken = {member.id for member in pairs.values()}
    missing = [member for member in current if member.id not in taken]
    stayed = [member for member in missing if _no_such(member, newer)]
    left = tuple(member for member in missing if member not in stayed)
    if not history:
        # Nothing is known of the time before the first roster, of which it is the best that can be said.
        roster = [replace(member, since=None) for member in roster]
        joined = [replace(member, since=None) for member in joined]
    if any(member.chair for member in roster):
        stayed = [replace(member, chair=False) for member in stayed]
    return RosterChange((*roster, *stayed), tuple(joined), left, tuple(changed), tuple(stayed))


def _joined_up(before: Member, member: Member, newer: Sequence[Member]) -> Member:
    """The newer facts, and the earlier ones where the newer list says nothing."""
    says_chair = any(each.chair for each in newer)
    says_votes = any(each.some_votes for each in newer)
    says_officers = any(each.capacity is Capacity.OFFICER for each in newer)
    return replace(
        member,
        post=member.post or before.post,
        organisation=member.organisation or before.organisation,
        initials=member.initials or before.initials,
        chair=member.chair if says_chair else before.chair,
        some_votes=member.some_votes if says_votes else before.some_votes,
        capacity=member.capacity if says_officers else before.capacity,
        since=before.since,
        until=None,
        id=before.id,
    )


def _differs(before: Member, now: Member) -> bool:
    """Whether something has changed, rather than become known."""
    was, is_now = ((one.capacity, one.chair, one.substitute, one.some_votes) for one in (before, now))
    if was != is_now:
        return True
    return any(was and was != new for was, new in ((before.post, now.post), (before.organisation, now.organisation)))


def _no_such(member: Member, newer: Sequence[Member]) -> bool:
    if member.substitute:
        return not any(each.substitute for each in newer)
    return member.capacity is Capacity.OFFICER and not any(each.capacity is Capacity.OFFICER for each in newer)


def _pairs(newer: Sequence[Member], current: Sequence[Member]) -> dict[str, Member]:
    """Who of a newer list is who on the present one: by whole name, then by name without titles where that is clear."""
    found: dict[str, Member] = {}
    for key in (_whole, _bare):
        free = [member for member in current if member.id not in {each.id for each in found.values()}]
        wanting = [member for member in newer if member.name not in found]
        for member in wanting:
            those = [each for each in free if key(each.name) == key(member.name)]
            if len(those) == 1 and sum(key(each.name) == key(member.name) for each in wanting) == 1:
                found[member.name] = those[0]
    return found


def _whole(name: str) -> str:
    return " ".join(name.casefold().split())


def _bare(name: str) -> str:
    return " ".join(without_titles(name).replace(".", " ").casefold().split())


def same_person(name: str, other: str) -> bool:
    """Whether two names are of one person but for titles, letters and full stops."""
    return _bare(name) == _bare(other)
