"""What the record tells within an item's text: each thing where it happened, as far as the times of lines say where."""

from __future__ import annotations

from collections.abc import Sequence

from clerk.house_style import HouseStyle
from clerk.model import Record
from clerk.sentences.comings_and_goings import Told, movements_told, place_of_declaration
from clerk.sentences.interests import declaration_sentence
from clerk.sentences.told import tells_declaration


def told_within(record: Record, position: int, style: HouseStyle) -> dict[int, list[str]]:
    """Return the sentences that stand within the text of the item at ``position``, by after how many of its lines.

    Declarations made there and who came and went, in the order of time. Those of which the place is not known are left
    out: they stand after the text.
    """
    found = (*_declared(record, position, style), *movements_told(record, position, style))
    placed: dict[int, list[str]] = {}
    for told in sorted(found, key=lambda each: each.when.replace(tzinfo=None)):
        if told.place is not None:
            placed.setdefault(told.place, []).append(told.sentence)
    return placed


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
