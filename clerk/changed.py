"""What a change to a meeting's record was, in a few words: "deferred item 8", "Cllr Anand left at 10.45 am"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clerk.language.dates import say_time
from clerk.model import Item, Movement, Presence, Record
from clerk.terms import Attendance, ItemKind, ItemState, MeetingState, MovementKind

_LONGEST = 40
"""Characters of a title in what is told of it; a list of changes is read down its left side."""
_STATES = {
    ItemState.DEFERRED: "deferred {item}",
    ItemState.WITHDRAWN: "{item} withdrawn",
    ItemState.OPEN: "took {item}",
    ItemState.TO_COME: "put back {item}",
    ItemState.DONE: "{item} done",
}


def say_change(before: Record, after: Record, other: str = "") -> str:
    """Say the most telling of all that differs between two states of a record; ``other`` if that is not in it."""
    for differences in (_meeting, _breaks, _items, _declarations, _movements, _roll):
        for said in differences(before, after):
            return said
    return other or "a change to the record"


def _meeting(before: Record, after: Record) -> Iterator[str]:
    was, now = before.meeting, after.meeting
    if was.state is not now.state:
        if now.state is MeetingState.IN_SESSION:
            opened = f" at {say_time(now.opened)}" if now.opened else ""
            yield "went on with the meeting" if was.state.over else f"opened the meeting{opened}"
        elif was.state is MeetingState.IN_SESSION and now.closed:
            yield f"closed the meeting at {say_time(now.closed)}"
        else:
            yield f"the meeting is {now.state}"


def _breaks(before: Record, after: Record) -> Iterator[str]:
    was = {each.id: each for each in before.meeting.adjournments}
    now = {each.id: each for each in after.meeting.adjournments}
    for row, each in now.items():
        if row not in was:
            yield f"adjourned at {say_time(each.began)}"
        elif each.resumed and not was[row].resumed:
            yield f"resumed at {say_time(each.resumed)}"
        elif each != was[row]:
            yield "changed an adjournment"
    for row, each in was.items():
        if row not in now:
            yield f"took back the adjournment at {say_time(each.began)}"


def _items(before: Record, after: Record) -> Iterator[str]:
    was, now = ({item.id: item for item in record.items} for record in (before, after))
    for row, item in now.items():
        if row not in was:
            order = item.kind is ItemKind.ORDER_OF_BUSINESS
            yield "minuted that the order of business was changed" if order else f"added {_item(item)}"
    for row, item in was.items():
        if row not in now:
            yield f"removed {_item(item)}"
    yield from _turned([(was[row], item) for row, item in now.items() if row in was], after)
    if [*was] != [*now]:
        yield "changed the order of the items"


def _turned(changed: Sequence[tuple[Item, Item]], after: Record) -> Iterator[str]:
    """What became of items that were there and still are."""
    for one, other in changed:
        if other.exempt != one.exempt:
            yield f"marked {_item(other)} {'exempt' if other.exempt else 'open to the public'}"
        if bool(other.taken_with) != bool(one.taken_with):
            joined = f"{_item(other)} discussed with {_item(after.items[other.taken_with - 1])}"
            yield joined if other.taken_with else f"{_item(other)} taken by itself"
    # That one item is done is told only when no other was taken by that.
    moved = [other for one, other in changed if other.state is not one.state]
    for item in sorted(moved, key=lambda each: each.state is ItemState.DONE):
        yield _STATES[item.state].format(item=_item(item))
    if any((one.reason, one.deferred_to) != (other.reason, other.deferred_to) for one, other in changed):
        yield "changed why an item was put off"


def _declarations(before: Record, after: Record) -> Iterator[str]:
    was, now = ({each.id: each for each in record.declarations} for record in (before, after))
    for row, each in now.items():
        if row not in was:
            yield f"{each.name} declared an interest"
        elif each.outcome is not was[row].outcome:
            yield f"{each.name}, who declared an interest: {each.outcome or 'not said what they did'}"
        elif each != was[row]:
            yield f"changed the declaration of {each.name}"
    for row, each in was.items():
        if row not in now:
            yield f"took back the declaration of {each.name}"


def _movements(before: Record, after: Record) -> Iterator[str]:
    was, now = ({each.id: each for each in record.movements} for record in (before, after))
    for row, each in now.items():
        if row not in was:
            yield _went(each)
        elif each.voted is not was[row].voted:
            yield f"said whether {each.name} was there for the decision"
        elif each != was[row]:
            yield f"changed when or why {_went(each)}"
    for row, each in was.items():
        if row not in now:
            yield f"took back that {_went(each)}"


def _roll(before: Record, after: Record) -> Iterator[str]:
    was, now = ({each.id: each for each in record.presence} for record in (before, after))
    told = [f"added {each.name} to the roll" for row, each in now.items() if row not in was]
    told += [f"took {each.name} off the roll" for row, each in was.items() if row not in now]
    told += [_line(was[row], each) for row, each in now.items() if row in was and each != was[row]]
    if told:
        yield told[0] if len(told) == 1 else f"{told[0]}; and {len(told) - 1} more on the roll"


def _line(was: Presence, now: Presence) -> str:
    if now.chair is not was.chair:
        return f"{now.name} {'in' if now.chair else 'not in'} the Chair"
    if now.status is not was.status:
        status = "apologies" if now.status is Attendance.APOLOGIES else now.status.value
        return f"{now.name}: {status}"
    if now.voting != was.voting:
        return f"changed on what {now.name} votes"
    return f"changed {now.name} on the roll"


def _item(item: Item) -> str:
    title = item.title if len(item.title) <= _LONGEST else f"{item.title[: _LONGEST - 3].rstrip()}..."
    return f"item {item.agenda_number}" if item.agenda_number else f"'{title}'"


def _went(movement: Movement) -> str:
    did = "took the Chair" if movement.kind is MovementKind.TOOK_THE_CHAIR else movement.kind.value
    return f"{movement.name} {did} at {say_time(movement.when)}"
