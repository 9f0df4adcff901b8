"""Which item of an agenda read again is which item of the meeting as it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import partial

from clerk.model import Item
from clerk.terms import ItemKind

_SAME_NUMBER = 0.5
"""How alike two titles with the same number must be, from 0 to 1, to be one item."""
_OTHER_NUMBER = 0.8
"""How alike two titles with other numbers must be."""

_Fits = Callable[[Item, Item], bool]


def matched(planned: Sequence[Item], again: Sequence[Item]) -> dict[int, int]:
    """Return, for places in ``planned`` (from 0), the place in ``again`` of the same item.

    The surest come first: number and title alike, then title, then number with a similar title, then a standing kind
    that there is only one of, then the most similar titles. No item is matched twice.
    """
    found: dict[int, int] = {}
    for fits in (_number_and_title, _title, _number):
        _pair(planned, again, found, fits)
    _pair(planned, again, found, partial(_only_kind, planned, again))
    _most_alike(planned, again, found)
    return found


def _pair(planned: Sequence[Item], again: Sequence[Item], found: dict[int, int], fits: _Fits) -> None:
    left = [index for index in range(len(again)) if index not in set(found.values())]
    for place, item in enumerate(planned):
        if place in found:
            continue
        partner = next((index for index in left if fits(item, again[index])), None)
        if partner is not None:
            found[place] = partner
            left.remove(partner)


def _number_and_title(one: Item, other: Item) -> bool:
    return one.agenda_number == other.agenda_number and _title(one, other)


def _title(one: Item, other: Item) -> bool:
    return folded(one.title) == folded(other.title)


def _number(one: Item, other: Item) -> bool:
    if not one.agenda_number or one.agenda_number.casefold() != other.agenda_number.casefold():
        return False
    same_kind = one.kind is other.kind and one.kind not in (ItemKind.ORDINARY, ItemKind.HEADING)
    return same_kind or _alike(one, other) >= _SAME_NUMBER


def _only_kind(planned: Sequence[Item], again: Sequence[Item], one: Item, other: Item) -> bool:
    if one.kind is not other.kind or one.kind in (ItemKind.ORDINARY, ItemKind.HEADING):
        return False
    return all(sum(item.kind is one.kind for item in items) == 1 for items in (planned, again))


def _most_alike(planned: Sequence[Item], again: Sequence[Item], found: dict[int, int]) -> None:
    """Pair what is left by how alike the titles are, the most alike first."""
    taken = set(found.values())
    pairs = [
        (_alike(item, other), place, index)
        for place, item in enumerate(planned)
        if place not in found
        for index, other in enumerate(again)
        if index not in taken and _share_words(item, other)
    ]
    for likeness, place, index in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        if likeness >= _OTHER_NUMBER and place not in found and index not in taken:
            found[place] = index
            taken.add(index)


def _share_words(one: Item, other: Item) -> bool:
    """Whether two titles have half their words in common; to compare all letters of all pairs would take seconds."""
    words, others = set(folded(one.title).split()), set(folded(other.title).split())
    return len(words & others) * 2 >= max(len(words), len(others))


def _alike(one: Item, other: Item) -> float:
    return SequenceMatcher(None, folded(one.title), folded(other.title), autojunk=False).ratio()


def folded(title: str) -> str:
    """A title as it is compared: without capitals, punctuation or any "report"."""
    return " ".join(re.findall(r"\w+", title.casefold()))
