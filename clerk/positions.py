"""Positions of items, kept true when items are added, joined, moved or taken out of a record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from clerk.afterwards.since import with_positions
from clerk.model import Item, Record
from clerk.voting.entitled import Voting


def with_items(record: Record, items: Sequence[Item], moved: Mapping[int, int]) -> Record:
    """Return a record with other items, and with all that names an item by its position naming the same one still.

    ``moved`` says, for each position before, which it is now, both from 1; one that is not in it is gone. What named
    only a gone item names none (0) then.
    """
    return replace(
        record,
        items=tuple(
            replace(item, taken_with=moved.get(item.taken_with, 0)) if item.taken_with else item for item in items
        ),
        presence=tuple(replace(each, voting=_voting(each.voting, moved)) for each in record.presence),
        declarations=tuple(
            replace(
                each,
                items=_moved(each.items, moved),
                made_at=moved.get(each.made_at, 0),
            )
            for each in record.declarations
        ),
        movements=tuple(replace(each, item=moved.get(each.item, 0)) for each in record.movements),
        meeting=replace(
            record.meeting,
            adjournments=tuple(replace(each, item=moved.get(each.item, 0)) for each in record.meeting.adjournments),
        ),
        afterwards=with_positions(record.afterwards, moved),
    )


def _voting(voting: Voting, moved: Mapping[int, int]) -> Voting:
    return voting._replace(items=tuple(sorted(_moved(voting.items, moved))))


def _moved(positions: Sequence[int], moved: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(moved[position] for position in positions if position in moved))
