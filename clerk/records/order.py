"""The order of business: where an item goes when it is taken, and when it is put back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Slot(NamedTuple):
    """An item in the order of business."""

    id: int
    """The item."""
    agenda_order: int
    """Its place on the agenda."""
    heading: bool = False
    """Whether it is a section heading, which is not business."""
    taken: bool = False
    """Whether it is open or done."""


def take(slots: Sequence[Slot], item_id: int) -> list[int]:
    """Return the items in their new order when ``item_id``, which is to come, is taken now.

    It goes to just after the last item taken. Only headings between them: it is next anyway, and stays below its
    heading. A heading left with nothing to come goes along where no other item would come under it by that.
    """
    order = [slot.id for slot in slots]
    here, after = order.index(item_id), taken_to(slots)
    if all(slot.heading for slot in slots[after:here]):
        return order
    start = here
    while slots[start - 1].heading and start > after:
        start -= 1
    if start < here and not (_ends_section(slots, here) and _is_heading(slots, after)):
        start = here
    return order[:after] + order[start : here + 1] + order[after:start] + order[here + 1 :]


def put_back(slots: Sequence[Slot], item_id: int) -> list[int]:
    """Return the items in their new order when ``item_id`` is to come again: those to come follow the agenda."""
    after = taken_to([slot for slot in slots if slot.id != item_id])
    others = [slot for slot in slots if slot.id != item_id]
    moving = next(slot for slot in slots if slot.id == item_id)
    to_come = sorted([*others[after:], moving], key=lambda slot: slot.agenda_order)
    return [slot.id for slot in (*others[:after], *to_come)]


def taken_to(slots: Sequence[Slot]) -> int:
    """Return how many items stand up to and with the last one taken."""
    return max((index for index, slot in enumerate(slots, 1) if slot.taken), default=0)


def agenda_order_at(slots: Sequence[Slot], place: int) -> int:
    """Return the place on the agenda of an item put in after the first ``place`` items; later ones move down by one.

    Among items to come it is that of the item it comes before, for those follow the agenda.
    """
    if place < len(slots) and (not slots[place].taken or place == 0):
        return slots[place].agenda_order
    return slots[place - 1].agenda_order + 1 if place else 1


def _ends_section(slots: Sequence[Slot], here: int) -> bool:
    return here + 1 == len(slots) or slots[here + 1].heading


def _is_heading(slots: Sequence[Slot], here: int) -> bool:
    return slots[here].heading
