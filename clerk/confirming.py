"""Minutes as they were confirmed: the record as it then was, which is what was signed whatever has been typed since.

Once signed, minutes are received in evidence as they were signed (Local Government Act 1972 Schedule 12 paragraph
41(1)); a later meeting can put them right by resolution, and nobody by changing what was minuted.
"""

from __future__ import annotations

from dataclasses import replace

from clerk.amending import amended
from clerk.circulating import minuted, unpacked
from clerk.model import Item, Record
from clerk.notation import Kind
from clerk.terms import MeetingState


def as_confirmed(record: Record) -> Record:
    """Return the record as its minutes were confirmed, with what has become of them since; amendments are not made.

    It is the record as it stands where that was not kept, and while the minutes are not confirmed. How its words are
    put is the house style's affair as it is now, for a change of style is no change of what was minuted; and so is
    which items are exempt, which no meeting confirms.

    Raises ``clerk.importers.reading.UnreadableError`` when what was kept cannot be read.
    """
    kept = record.afterwards.kept
    if kept is None or record.meeting.state is not MeetingState.CONFIRMED:
        return record
    then, now = unpacked(kept.content), dict(kept.items)
    marked = (
        replace(item, exempt=record.items[now[at] - 1].exempt) if at in now else item
        for at, item in enumerate(then.items, 1)
    )
    made = (
        replace(each, item=each.as_confirmed[0], line=each.as_confirmed[1]) for each in record.afterwards.amendments
    )
    return replace(
        then,
        body=replace(then.body, id=record.body.id, style=record.body.style, own_words=record.body.own_words),
        meeting=replace(then.meeting, id=record.meeting.id, state=MeetingState.CONFIRMED),
        items=tuple(marked),
        afterwards=replace(record.afterwards, amendments=tuple(made), agreed=then.afterwards.agreed, kept=None),
    )


def settled(record: Record) -> Record:
    """Return the record as confirmed, with its amendments made, and the public summaries of exempt items as now.

    What the public is told of an exempt item is no part of the minutes that a meeting confirms. Raises as
    ``as_confirmed``.
    """
    then = as_confirmed(record)
    made = amended(then)
    if then is record or record.afterwards.kept is None:
        return made
    now = {at: record.items[place - 1] for at, place in record.afterwards.kept.items}
    items = (_summed_up(item, now[at]) if at in now else item for at, item in enumerate(made.items, 1))
    return replace(made, items=tuple(items))


def places_now(record: Record) -> dict[int, int]:
    """Return, by position of an item in the record as confirmed, its position now; empty where none has moved."""
    kept = record.afterwards.kept
    if kept is None or record.meeting.state is not MeetingState.CONFIRMED:
        return {}
    places = dict(kept.items)
    return {} if all(then == now for then, now in places.items()) and len(places) == len(record.items) else places


def changed_since(record: Record) -> bool:
    """Whether what these minutes print has been changed since they were confirmed, as far as that is kept."""
    from clerk.drafting import draft

    then = as_confirmed(record)
    if then is record:
        return False
    now = replace(record, items=tuple(map(minuted, record.items)), afterwards=then.afterwards)
    return draft(then) != draft(now)


def _summed_up(item: Item, now: Item) -> Item:
    kept = [entry for entry in item.entries if entry.kind is not Kind.SUMMARY]
    return replace(item, entries=(*kept, *[entry for entry in now.entries if entry.kind is Kind.SUMMARY]))
