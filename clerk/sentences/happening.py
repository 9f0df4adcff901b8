"""What the record tells within an item's text: each thing where it happened, as far as the times of lines say where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from clerk.house_style import HouseStyle
from clerk.language.dates import on_the_wall
from clerk.model import Declaration, Record
from clerk.people.room import FOR_AN_INTEREST
from clerk.sentences.comings_and_goings import Told, movements_told, place_of_declaration
from clerk.sentences.interests import declaration_sentence
from clerk.sentences.told import tells_declaration
from clerk.terms import ItemKind


def told_within(record: Record, position: int, style: HouseStyle) -> dict[int, list[str]]:
    """Return the sentences that stand within the text of the item at ``position``, by after how many of its lines.

    Declarations made there and who came and went, in the order of time: what happened before something of which the
    place is known stands there at the latest. All others are left out: they stand after the text.
    """
    found = (*_declared(record, position, style), *movements_told(record, position, style))
    placed: dict[int, list[str]] = {}
    following: int | None = None
    in_order = sorted(found, key=lambda each: on_the_wall(each.when))
    for told in reversed(in_order):
        place = following = following if told.place is None else told.place
        if place is not None:
            placed.setdefault(place, []).insert(0, told.sentence)
    return placed


def told_after(record: Record, position: int, declared: Iterable[Declaration], style: HouseStyle) -> list[str]:
    """Return the sentences for ``declared`` and for who came and went, in the order of time as far as it is known.

    In the item in which declarations are made, and before the first item, all declarations stand together above.
    """
    told = [(_declared_at(each, record, position), declaration_sentence(each, record, style)) for each in declared]
    told += [(on_the_wall(each.when), each.sentence) for each in movements_told(record, position, style)]
    apart = not position or record.items[position - 1].kind is ItemKind.DECLARATIONS
    return [sentence for _, sentence in (told if apart else sorted(told, key=lambda each: each[0]))]


def without_told(sentences: Sequence[str], told: dict[int, list[str]]) -> list[str]:
    """Return ``sentences`` without those told within the text."""
    left = list(sentences)
    for each in (sentence for placed in told.values() for sentence in placed):
        if each in left:
            left.remove(each)
    return left


def _declared(record: Record, position: int, style: HouseStyle) -> list[Told]:
    here = (each for each in record.declarations if each.made_at == position)
    return [
        Told(declaration_sentence(each, record, style), each.made, place_of_declaration(each, record))
        for each in here
        if each.made and not tells_declaration(record, position, each)
    ]


def _declared_at(declared: Declaration, record: Record, position: int) -> datetime:
    """When a declaration was made: before its maker left for it, though it may have been put down after that."""
    left = (
        on_the_wall(each.when)
        for each in record.movements
        if (each.name, each.item, each.why) == (declared.name, position, FOR_AN_INTEREST)
    )
    return min([on_the_wall(declared.made), *left]) if declared.made else datetime.min
