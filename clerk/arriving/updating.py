"""The same agenda again: a planned meeting brought up to date with it, and a sentence for every change.

What the officer prepared (lines, the roll, declarations, states) is never touched. An agenda of late papers or late
items alone takes nothing away, and of a meeting already in session nothing is changed: only what is new is added.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from clerk.arriving.matching import matched
from clerk.arriving.updating_front import updated_meeting
from clerk.arriving.updating_items import item_named, sentence, updated_item
from clerk.model import Item, Record
from clerk.positions import with_items
from clerk.terms import ItemKind, ItemState, MeetingState

_SUPPLEMENT = re.compile(
    r"\b(?:supplement\w*|addend(?:um|a)|late (?:papers?|items?|reports?)|to follow)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"(\d+)([A-Za-z]?)((?:\.\d+)*)")


@dataclass(frozen=True)
class Updated:
    """A meeting brought up to date."""

    record: Record
    """The meeting as it is to be. New items have ``id`` 0; those that stay keep theirs."""
    changes: tuple[str, ...] = ()
    """What is different, a sentence each; empty when nothing is."""
    agenda: tuple[int, ...] = ()
    """The items in the order of the agenda, as places in ``record.items`` from 0."""


def is_supplement(planned: Record, again: Record) -> bool:
    """Whether an agenda brings only late papers or items: it says so, or lists less than half the business."""
    if _SUPPLEMENT.search(again.meeting.note):
        return len(_business(again)) < len(_business(planned))
    return len(_business(again)) * 2 < len(_business(planned))


def _business(record: Record) -> list[Item]:
    return [item for item in record.items if item.kind is not ItemKind.HEADING]


def updated(planned: Record, again: Record, written: Collection[int] = (), order: Sequence[int] = ()) -> Updated:
    """Bring a meeting up to date with its agenda read again.

    Args:
        planned: the meeting as it stands.
        again: the agenda as it is now.
        written: rows of items that something was ever written under; they stay, whatever the agenda says.
        order: the rows of the items in the order of the agenda so far, when some were taken out of turn.
    """
    in_session = planned.meeting.state is not MeetingState.PLANNED
    partial = in_session or is_supplement(planned, again)
    partners = matched(planned.items, again.items)
    meeting, changes = (planned.meeting, []) if in_session else updated_meeting(planned.meeting, again.meeting)
    items: dict[int, Item] = {}
    of_new: dict[int, int] = {}
    for place, item in enumerate(planned.items):
        partner = partners.get(place)
        if partner is not None:
            items[place], said = updated_item(item, again.items[partner], partial=partial, only_add=in_session)
            of_new[partner] = place
        else:
            kept, said = _gone(planned, place, partial, written)
            if kept:
                items[place] = item
        changes += said
    so_far = _agenda_so_far(planned, order)
    sequence = _with_late(planned, again, so_far, of_new) if partial else _agenda(again, so_far, items, of_new)
    fresh = {index: item for index, item in enumerate(again.items) if index not in of_new}
    changes += [f"New on the agenda: {item_named(item)}." for item in fresh.values()]
    record, agenda = _arranged(replace(planned, meeting=meeting), items, fresh, sequence)
    if not record.presence:
        record = replace(record, presence=again.presence)
    changes += _moved(planned, again, of_new, partial)
    return Updated(record, tuple(changes), agenda)


def _gone(planned: Record, place: int, partial: bool, written: Collection[int]) -> tuple[bool, list[str]]:
    """Whether an item that the agenda does not list stays, and what is said of it."""
    item = planned.items[place]
    if partial or _own(planned, item):
        return True, []
    why = _prepared(planned, place, written)
    if why:
        return True, [sentence(f"{item_named(item)} is no longer on the agenda; it is kept, for {why}.")]
    gone = f"{item_named(item)} is no longer on the agenda; nothing was prepared on it, so it is taken out."
    return False, [sentence(gone)]


def _own(planned: Record, item: Item) -> bool:
    """Whether an item is the officer's own: the only sort without a number, and no agenda says anything of it."""
    if item.urgent_because:
        return True
    bare = not (item.agenda_number or item.note or item.documents or item.kind is ItemKind.HEADING)
    return bare and any(each.agenda_number for each in planned.items)


def _prepared(planned: Record, place: int, written: Collection[int]) -> str:
    """What the officer prepared on an item, in words; empty when nothing."""
    item, position = planned.items[place], place + 1
    during = [each.item for each in planned.movements] + [each.item for each in planned.meeting.adjournments]
    reasons = (
        (any(entry.line.strip() for entry in item.entries), "its minute was begun"),
        (item.id in written, "something was once written under it"),
        (item.state is not ItemState.TO_COME or item.taken_with, f"it is {item.state.value}"),
        (any(position in (*each.items, each.made_at) for each in planned.declarations), "an interest was declared"),
        (any(each.taken_with == position for each in planned.items), "another item is taken together with it"),
        (position in during, "somebody came or went during it"),
        (item.exempt, "it was marked exempt"),
    )
    return next((why for true, why in reasons if true), "")


_Key = tuple[bool, int]
"""An item: whether it is new, and its place in the agenda read again (new) or in the meeting as it stood."""


def _agenda_so_far(planned: Record, order: Sequence[int]) -> list[int]:
    """The items of a meeting, as places from 0, in the order of its agenda; without ``order``, as they stand."""
    ranks = {row: rank for rank, row in enumerate(order)}
    return sorted(range(len(planned.items)), key=lambda place: ranks.get(planned.items[place].id, place))


def _agenda(again: Record, so_far: Sequence[int], items: dict[int, Item], of_new: dict[int, int]) -> list[_Key]:
    """Put the items in the order a whole agenda gives; one that it does not list stays after what it came after."""
    sequence = [(False, of_new[index]) if index in of_new else (True, index) for index in range(len(again.items))]
    listed = set(of_new.values())
    for rank, place in enumerate(so_far):
        if place in items and place not in listed:
            before = [(False, other) for other in reversed(so_far[:rank])]
            at = next((sequence.index(key) + 1 for key in before if key in sequence), 0)
            sequence.insert(at, (False, place))
    return sequence


def _with_late(planned: Record, again: Record, so_far: Sequence[int], of_new: dict[int, int]) -> list[_Key]:
    """Put late items in their places in the agenda as it was."""
    sequence: list[_Key] = [(False, place) for place in so_far]
    for index, item in enumerate(again.items):
        if index not in of_new:
            sequence.insert(_place_of_new(sequence, planned, again, index, of_new, item), (True, index))
    return sequence


def _place_of_new(
    sequence: Sequence[_Key], planned: Record, again: Record, index: int, of_new: dict[int, int], item: Item
) -> int:
    """Where a late item goes: after the item before it on the paper it came on, or where its number belongs."""
    if index:
        before = (False, of_new[index - 1]) if index - 1 in of_new else (True, index - 1)
        if before in sequence:
            return sequence.index(before) + 1
    number = _order(item.agenda_number)
    for at, (new, place) in enumerate(sequence):
        other = _order((again if new else planned).items[place].agenda_number)
        if number and other and other > number:
            return at - _headings_above(sequence, planned, at)
    return len(sequence)


def _headings_above(sequence: Sequence[_Key], planned: Record, at: int) -> int:
    """How many section headings stand directly above a place: a late item ends the section before them."""
    count = 0
    while at > count:
        new, place = sequence[at - count - 1]
        if new or planned.items[place].kind is not ItemKind.HEADING:
            break
        count += 1
    return count


def _order(number: str) -> tuple[int, str, tuple[int, ...]] | None:
    match = _NUMBER.fullmatch(number)
    if not match:
        return None
    return int(match[1]), match[2].lower(), tuple(int(part) for part in match[3].split(".") if part)


def _arranged(
    planned: Record, items: dict[int, Item], fresh: dict[int, Item], sequence: Sequence[_Key]
) -> tuple[Record, tuple[int, ...]]:
    """Put the items in the order of business: those up to the last one taken stay, the rest follow the agenda."""
    taken = [place for place, item in items.items() if _taken(item)]
    first: list[_Key] = [(False, place) for place in sorted(items) if taken and place <= max(taken)]
    order = [*first, *(key for key in sequence if key not in set(first))]
    at = {key: place for place, key in enumerate(order)}
    moved = {place + 1: at[False, place] + 1 for place in items}
    arranged = [
        replace(fresh[place], id=0, state=ItemState.TO_COME, entries=(), taken_with=0) if new else items[place]
        for new, place in order
    ]
    return with_items(planned, arranged, moved), tuple(at[key] for key in sequence)


def _taken(item: Item) -> bool:
    return item.state is not ItemState.TO_COME and item.kind is not ItemKind.HEADING


def _moved(planned: Record, again: Record, of_new: dict[int, int], partial: bool) -> list[str]:
    """Say that the agenda has its items in another order, if it has."""
    places = [of_new[index] for index in range(len(again.items)) if index in of_new]
    return [] if partial or places == sorted(places) else ["The agenda has its items in another order."]
