"""Who was in the room, when. Nothing here is stored: all of it is derived from the roll and from who came and went.

Each question may be asked of a moment (``when``), of the end of the item at a ``position``, or, with neither, of things
as they stand. The roll says who attended at all; movements say from when and until when.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from clerk.language.dates import on_the_wall, say_time
from clerk.model import Declaration, Movement, Presence, Record
from clerk.notation import DECISIONS, Kind, parse
from clerk.terms import Attendance, Capacity, ItemKind, ItemState, MovementKind
from clerk.voting.entitled import ON_ALL

FOR_AN_INTEREST = "having declared an interest"
"""Why somebody left, when it was for an interest they declared."""

_COMING_AND_GOING = (MovementKind.ARRIVED, MovementKind.LEFT, MovementKind.RETURNED)


class Quorum(NamedTuple):
    """How many members were there, and how many had to be."""

    here: int
    """Members who count: in the room, or joined from elsewhere, with a vote on the item before the meeting."""
    needed: int | None
    """The body's quorum; None when it is not known."""
    without: int = 0
    """Members there who do not count, having no vote on that item."""

    @property
    def lost(self) -> bool:
        """Whether too few were there to do business (Local Government Act 1972 Schedule 12 paragraphs 6 and 12)."""
        return self.needed is not None and self.here < self.needed

    @property
    def said(self) -> str:
        """How many members are there to be counted: "5 members", or "3 voting members" where some there do not vote."""
        return f"{self.here} {'voting ' if self.without else ''}member{'' if self.here == 1 else 's'}"


def in_order(movements: Iterable[Movement]) -> tuple[Movement, ...]:
    """Put movements in the order of time; those of one moment stay in the order given."""
    return tuple(sorted(movements, key=lambda movement: on_the_wall(movement.when)))


def in_the_room(record: Record, when: datetime | None = None, position: int = 0) -> tuple[Presence, ...]:
    """Return who was there, in the order of the roll."""
    there: dict[str, bool] = {}
    for movement in record.movements:
        if movement.kind in _COMING_AND_GOING:
            # Who arrived at some time was not there before; who left, or returned, was.
            there.setdefault(movement.name, movement.kind is not MovementKind.ARRIVED)
    for movement in _up_to(record, when, position):
        if movement.kind in _COMING_AND_GOING:
            there[movement.name] = movement.kind is not MovementKind.LEFT
    return tuple(person for person in record.presence if person.attending and there.get(person.name, True))


def members_at(record: Record, when: datetime | None = None, position: int = 0) -> tuple[Presence, ...]:
    """Return the members who were there, substitutes and those who joined from elsewhere among them."""
    return tuple(person for person in in_the_room(record, when, position) if person.capacity is Capacity.MEMBER)


def quorum_at(record: Record, when: datetime | None = None, position: int = 0) -> Quorum:
    """Return how many members were there against how many had to be.

    Whoever has no vote on the item before the meeting is not counted, nor between items anybody who votes on some
    only. A council's quorum is of its members (Local Government Act 1972 Schedule 12 paragraphs 6 and 12); that of a
    committee is for standing orders (s106), which by common practice count those with a vote, and education
    co-optees "in relation to business where they have voting rights" (Gloucestershire's Scrutiny Procedure Rules 10).
    Other co-opted members have no vote (Local Government and Housing Act 1989 s13) and count for no business.

    Who joins from elsewhere and has no vote is not there in law (Hertfordshire CC v SSHCLG [2021] EWHC 1093 (Admin));
    where those who join from elsewhere are members present, as in Wales, they vote.
    """
    members = members_at(record, when, position)
    before = position or (item_at(record, when) if when else _open_now(record))
    counted = sum(each.voting.on(before) for each in members)
    return Quorum(counted, record.body.quorum, len(members) - counted)


def as_substitute(substitute: Presence, member: Presence) -> Presence:
    """Return the line of the roll of one who is there for a member: as what the member is, with the member's vote.

    Of whom the roll says that they vote on some items only themselves keeps that, unless they stood in for another.
    """
    own = substitute.voting if substitute.substitute_for in ("", member.name) else ON_ALL
    return replace(
        substitute,
        status=Attendance.SUBSTITUTE,
        substitute_for=member.name,
        capacity=member.capacity,
        voting=member.voting if own == ON_ALL else own,
    )


def in_the_chair_at(record: Record, when: datetime | None = None, position: int = 0) -> Presence | None:
    """Return who presided; None when nobody did, or the one who did was out of the room and nobody took the Chair.

    The roll's mark says who opened the meeting in the Chair; whoever took the Chair since, presides.
    """
    taken = [each for each in _up_to(record, when, position) if each.kind is MovementKind.TOOK_THE_CHAIR]
    here = in_the_room(record, when, position)
    return next((person for person in here if (person.name == taken[-1].name if taken else person.chair)), None)


def may_vote(record: Record, position: int) -> tuple[Presence, ...]:
    """Return the members who may have voted on an item: ``there_for`` it, and with a vote on such business."""
    return tuple(each for each in there_for(record, position) if each.voting.on(position))


def there_for(record: Record, position: int) -> tuple[Presence, ...]:
    """Return the members who were there for the vote on an item, and not withdrawn for an interest.

    Who arrived during an item was there for its vote and who left during it was not, unless the record says otherwise.
    """
    withdrew = {declared.name for declared in declared_in(record, position) if declared.outcome.withdrew}
    voted = {movement.name: movement.voted for movement in _during(record, position) if movement.voted is not None}
    here = {person.name for person in in_the_room(record, position=position)}
    members = (person for person in record.presence if person.attending and person.capacity is Capacity.MEMBER)
    return tuple(each for each in members if each.name not in withdrew and voted.get(each.name, each.name in here))


def declared_in(record: Record, position: int) -> tuple[Declaration, ...]:
    """Return the interests declared in an item; one that names no item is in the item where it was made."""
    made_here = record.items[position - 1].kind is not ItemKind.DECLARATIONS
    return tuple(
        declared
        for declared in record.declarations
        if position in declared.items or (made_here and not declared.items and declared.made_at == position)
    )


def ambiguous(record: Record, position: int) -> tuple[Movement, ...]:
    """Return who came or went during an item with a decision without its being said whether they were there for it.

    One movement a person, their last there: the answer is put into its ``voted``. "Left during minute 24" proves
    neither.
    """
    if not _decides(record, position):
        return ()
    last: dict[str, Movement] = {}
    answered = {movement.name for movement in _during(record, position) if movement.voted is not None}
    withdrew = {declared.name for declared in declared_in(record, position) if declared.outcome.withdrew}
    members = {
        person.name for person in record.presence if person.capacity is Capacity.MEMBER and person.voting.on(position)
    }
    for movement in _during(record, position):
        if movement.name in members - answered - withdrew:
            last[movement.name] = movement
    return in_order(last.values())


def item_at(record: Record, when: datetime) -> int:
    """Return the position of the item that was open at ``when``, as far as its times say; 0 between items."""
    for position, item in enumerate(record.items, 1):
        if item.opened and on_the_wall(item.opened) <= on_the_wall(when):
            end = _end(record, position)
            if item.state is ItemState.OPEN or (end and on_the_wall(when) < end):
                return position
    return 0


def _open_now(record: Record) -> int:
    """The position of the item before the meeting; 0 when none is."""
    return next((place for place, item in enumerate(record.items, 1) if item.state is ItemState.OPEN), 0)


def out_for_an_interest(record: Record, when: datetime | None = None) -> tuple[Presence, ...]:
    """Return who is out of the room for an interest, to be asked back when its item is over."""
    last = {each.name: each for each in _up_to(record, when, 0) if each.kind in _COMING_AND_GOING}
    out = {
        name
        for name, movement in last.items()
        if movement.kind is MovementKind.LEFT and (movement.why == FOR_AN_INTEREST or _withdrew(record, movement))
    }
    return tuple(person for person in record.presence if person.name in out)


def arrival(record: Record, name: str, when: datetime) -> MovementKind:
    """Return what it is when ``name`` comes in at ``when``: a return for who had left before, else an arrival."""
    left = any(each.name == name and each.kind is MovementKind.LEFT for each in _up_to(record, when, 0))
    return MovementKind.RETURNED if left else MovementKind.ARRIVED


def doubt_of_time(record: Record, when: datetime, now: datetime) -> str:
    """Return a sentence on what speaks against somebody's coming or going at ``when``; empty when nothing does.

    ``now`` is the present moment, on its own day: minutes may be typed up on a later one.
    """
    opened, closed, said = record.meeting.opened, record.meeting.closed, say_time(when)
    if opened and _minute(when) < _minute(opened):
        return f"The meeting opened at {say_time(opened)}, and {said} is before that."
    if closed and _minute(when) > _minute(closed):
        return f"The meeting closed at {say_time(closed)}, and {said} is after that."
    if when.date() == now.date() and _minute(when) > _minute(now):
        return f"It is only {say_time(now)}, and {said} is yet to come."
    return ""


def withdrawal(record: Record, declared: Declaration, when: datetime) -> Movement | None:
    """Return how somebody leaves by what they declared; None when it is no matter of the open item, or they are out."""
    position = _open_now(record)
    here = any(person.name == declared.name for person in in_the_room(record, when))
    if not here or not declared.outcome.withdrew or not position or declared not in declared_in(record, position):
        return None
    return Movement(declared.name, MovementKind.LEFT, when, position, FOR_AN_INTEREST)


def _withdrew(record: Record, movement: Movement) -> bool:
    if not 1 <= movement.item <= len(record.items):
        return False
    declared = declared_in(record, movement.item)
    return any(each.name == movement.name and each.outcome.withdrew for each in declared)


def _during(record: Record, position: int) -> tuple[Movement, ...]:
    return tuple(each for each in record.movements if each.item == position and each.kind in _COMING_AND_GOING)


def _decides(record: Record, position: int) -> bool:
    """Whether a decision or a vote has been noted under the item."""
    lines = (parse(entry.line) for entry in record.items[position - 1].entries)
    return any(line.kind in (*DECISIONS, Kind.VOTE) and line.text.strip() for line in lines)


def _up_to(record: Record, when: datetime | None, position: int) -> tuple[Movement, ...]:
    """The movements up to a moment or the end of an item; all of them when neither is given."""
    if when is not None:
        return tuple(movement for movement in record.movements if on_the_wall(movement.when) <= on_the_wall(when))
    if not position or record.items[position - 1].state in (ItemState.OPEN, ItemState.TO_COME):
        return record.movements
    return tuple(movement for movement in record.movements if _by_the_end(movement, record, position))


def _by_the_end(movement: Movement, record: Record, position: int) -> bool:
    """Whether something had happened by the end of an item that is over."""
    item = movement.item
    if item == position:
        return True
    end = _end(record, position)
    if end is None:
        # A record without times, as one typed by hand: the order of business is all there is to go by.
        before = [on_the_wall(each.when) for each in record.movements if 0 < each.item <= position]
        return 0 < item < position or (not item and any(on_the_wall(movement.when) <= each for each in before))
    if item > position:
        # Only when the meeting went back to this item after that one.
        over = _end(record, item) if item <= len(record.items) else None
        return over is not None and over <= end
    return on_the_wall(movement.when) <= end


def _end(record: Record, position: int) -> datetime | None:
    """When an item was over, as far as the record knows: when it closed, or when a later one opened."""
    closed = record.items[position - 1].closed
    later = (item.opened for item in record.items[position:] if item.opened)
    end = closed or next(later, None)
    return on_the_wall(end) if end else None


def _minute(moment: datetime) -> datetime:
    return on_the_wall(moment).replace(second=0, microsecond=0)
