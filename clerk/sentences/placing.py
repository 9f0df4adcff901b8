"""Where among the lines of an item something belongs that happened at a moment: after what was written by then.

The times of lines say where only as far as they were written while the meeting was at the item. What was prepared
before stands for no moment, and what was put in afterwards for a later one. A place is the number of lines above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from clerk import notation
from clerk.language.dates import on_the_wall
from clerk.model import Item, Record
from clerk.notation import Kind, Numbered

_COMES_LAST = (*notation.DECISIONS, Kind.VOTE, Kind.ACTION)
"""The kinds that, prepared before the meeting, are reached after what is written above and below them."""
_BELOW_A_DECISION = (*notation.BELOW, Kind.VOTE)
_VOTED_ON = (Kind.MOTION, Kind.AMENDMENT, Kind.VOTE)
"""The kinds that, right above a decision, are what was moved and how it was carried."""

Span = tuple[int, int]
"""The lines of a decision or vote: the place before the first and the place after the last."""


def place_of_moment(record: Record, position: int, when: datetime, before_decision: bool | None = None) -> int | None:
    """Return the place in the item at ``position`` of what happened at ``when``; None when that is not known.

    ``before_decision`` says that it must stand before, or after, the item's decision, should that be its only one;
    before, that is the place where the times do not say. No place is within a decision, of which the
    motion and the vote right above it are part, or between a line and what stands below it: what happened while a
    decision was taken down stands before it, and what happened after its vote stands after it.
    """
    item = record.items[position - 1]
    numbered = _numbered(item)
    times = _times(item, numbered, on_the_wall(when))
    if times is None:
        spans = _decisions(numbered)
        return _with_what_belongs(numbered, spans[0][0]) if before_decision and _only(numbered, spans) else None
    printed = [each.line.kind not in notation.UNPRINTED for each in numbered]
    by_then = (at for at, time in enumerate(times, 1) if printed[at - 1] and time <= on_the_wall(when))
    place = max(by_then, default=0)
    spans = _decisions(numbered)
    only = _only(numbered, spans)
    if before_decision is not None and only:
        begins, ends = only
        place = min(place, begins) if before_decision else max(place, ends)
    for begins, ends in spans:
        if begins < place < ends:
            place = begins if on_the_wall(when) < _taken_down(item, numbered, times, (begins, ends)) else ends
    return _with_what_belongs(numbered, place)


def _numbered(item: Item) -> list[Numbered]:
    """The lines as they print: a prefix with no words after it is a blank line."""
    lines = [entry.line for entry in item.entries]
    return notation.number([line if notation.parse(line).text.strip() else "" for line in lines])


def _times(item: Item, numbered: Sequence[Numbered], when: datetime) -> list[datetime] | None:
    """When each line came into the minute, as far as it says something of ``when``; None when the times do not."""
    written = [on_the_wall(entry.written) for entry in item.entries if entry.written]
    if len(written) < len(item.entries):
        return None
    printed = [time for time, each in zip(written, numbered, strict=True) if each.line.kind not in notation.UNPRINTED]
    if item.opened is None:
        return written if printed and min(printed) <= when <= max(printed) else None
    opened, closed = on_the_wall(item.opened), on_the_wall(item.closed) if item.closed else None
    live = [time for time in printed if time >= opened and time.date() == when.date()]
    if not live or when < opened or (closed and when > closed):
        return None
    if closed and len(live) > 1 and len(set(live)) == 1 and live[0] > closed:
        return None  # put in all at once when the item was over, as by reading a file
    return _without_preparation(numbered, written, opened)


def _without_preparation(numbered: Sequence[Numbered], written: Sequence[datetime], opened: datetime) -> list[datetime]:
    """The times, with those of lines prepared before the item was taken put to when it will have come to them."""
    times = list(written)
    following = datetime.max
    for at in reversed(range(len(times))):
        if written[at] >= opened:
            following = written[at]
        elif numbered[at].line.kind in _COMES_LAST:
            times[at] = following
    above = opened
    for at, time in enumerate(times):
        above = times[at] = above if time < opened else time
    return times


class _Run:
    """Lines read on, from a motion or a vote, that may yet be one decision with what follows."""

    def __init__(self) -> None:
        self.begins: int | None = None
        self.ends = 0
        """After the last vote; 0 while there was none."""
        self.amends = False

    def goes_on(self, kind: Kind) -> bool:
        """Whether a motion, amendment or vote is of the same matter: once an amendment is voted on, the rest is not."""
        return kind is not Kind.MOTION and not (self.ends and (self.amends or kind is Kind.AMENDMENT))

    def add(self, at: int, kind: Kind) -> None:
        """Read on over one of its lines."""
        self.begins = at if self.begins is None else self.begins
        self.ends = at + 1 if kind is Kind.VOTE else self.ends
        self.amends = self.amends or kind is Kind.AMENDMENT


def _decisions(numbered: Sequence[Numbered]) -> list[Span]:
    """The decisions, each with the motion and the votes right above it, and the votes that led to none."""
    found: list[Span] = []
    run, first, over = _Run(), 0, 0
    for at, each in enumerate(numbered):
        kind = each.line.kind
        if at < over or kind in (*notation.UNPRINTED, *notation.BELOW):
            continue
        if kind in notation.DECISIONS:
            first = at if each.number == 1 else first
            if each.number == each.limbs:
                over = _end(numbered, at + 1)
                found.append((first if run.begins is None else run.begins, over))
                run = _Run()
            continue
        votes = kind in _VOTED_ON
        if run.begins is not None and not (votes and run.goes_on(kind)):
            found += _voted(run)
            run = _Run()
        if votes:
            run.add(at, kind)
    return [*found, *_voted(run)]


def _voted(run: _Run) -> list[Span]:
    return [(run.begins, run.ends)] if run.begins is not None and run.ends else []


def _only(numbered: Sequence[Numbered], spans: Sequence[Span]) -> Span | None:
    """The item's only decision, or, where it has none, its only vote."""
    decided = [span for span in spans if any(numbered[at].line.kind in notation.DECISIONS for at in range(*span))]
    among = decided or spans
    return among[0] if len(among) == 1 else None


def _end(numbered: Sequence[Numbered], at: int) -> int:
    """The place after what stands below a decision: its last sub-points, quotations, and the vote on it."""
    end = at
    while at < len(numbered):
        kind = numbered[at].line.kind
        at += 1
        if kind in _BELOW_A_DECISION:
            end = at
        elif kind not in notation.UNPRINTED:
            break
    return end


def _taken_down(item: Item, numbered: Sequence[Numbered], times: Sequence[datetime], span: Span) -> datetime:
    """When the vote above a decision was taken, or its last limb put down, leaving out lines added after the item."""
    over = on_the_wall(item.closed) if item.closed else datetime.max
    kinds = [numbered[at].line.kind for at in range(*span)]
    first = next((at for at, kind in enumerate(kinds) if kind in notation.DECISIONS), len(kinds))
    counted = (Kind.VOTE,) if Kind.VOTE in kinds[:first] else notation.DECISIONS
    limbs = [times[at] for at, kind in enumerate(kinds, span[0]) if kind in counted]
    return max((time for time in limbs if time <= over), default=max(limbs))


def _with_what_belongs(numbered: Sequence[Numbered], place: int) -> int:
    """The place moved so that it parts no line from what stands below it, nor a query from what it asks about."""
    above = place
    while place < len(numbered) and numbered[place].line.kind in (*notation.UNPRINTED, *notation.BELOW):
        place += 1
    if place == len(numbered) or numbered[place].line.kind is not Kind.POINT:
        return place
    while above and numbered[above - 1].line.kind in notation.UNPRINTED:
        above -= 1
    # What ends with a colon leads in the list: what happened meanwhile stands above both.
    return above - 1 if above and numbered[above - 1].line.text.rstrip().endswith(":") else place
