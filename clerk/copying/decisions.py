"""The decision sheet: what a meeting resolved and recommended, item by item, with the votes, and nothing of the debate.

In Wales decisions and votes must be published within seven working days (Local Government Act 1972 s100K); elsewhere it
is what members and the press ask for first.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace

from clerk.copying.confirmed import say_confirmation
from clerk.copying.deciding import deciding, stating
from clerk.copying.public import public_minutes
from clerk.drafting import draft, words_for
from clerk.house_style import HouseStyle, fill, style_of
from clerk.language import links
from clerk.minutes import Block, Heading, ListItem, Minutes, Paragraph, Role
from clerk.model import Record
from clerk.sentences.business import together_reference
from clerk.terms import BodyKind, ItemKind


def decision_sheet(
    record: Record, style: HouseStyle | None = None, *, public: bool = False, confirmed: bool = False
) -> Minutes:
    """Return the decision sheet of a meeting, numbered and worded as its minutes.

    For the public an exempt item stands with its public summary. ``confirmed`` is for a record as it was confirmed
    (``clerk.afterwards.confirming.settled``): the sheet says when that was, and not that it is still to be. Raises
    StyleError and, for the public, ``clerk.copying.CopyError``.
    """
    style = style or style_of(record.body)
    words, phrases = words_for(record, style), style.copies
    minutes = public_minutes(record, style) if public else draft(record, style)
    title = fill(phrases.decisions_title, **words)
    confirmation = record.afterwards.confirmation if confirmed else None
    if confirmation:
        status = [say_confirmation(record, confirmation, style)]
    else:
        status = [fill(phrases.decisions_status, **words)]
    if any(item.exempt for item in record.items):
        status.append(phrases.public if public else phrases.not_for_publication)
    blocks: list[Block] = [Heading(1, title)]
    blocks += [Paragraph(Role.STATUS, links.linked(each)) for each in status]
    blocks.append(Paragraph(Role.OPENING, links.linked(fill(phrases.decisions_opening, **words))))
    decided = list(_decided(minutes.blocks, record, style, public=public))
    blocks += decided or [Paragraph(Role.BODY, links.linked(phrases.no_decisions))]
    return Minutes(title, minutes.body, "" if confirmation else phrases.unconfirmed, tuple(blocks), minutes.restricted)


def _decided(printed: Iterable[Block], record: Record, style: HouseStyle, *, public: bool) -> Iterator[Block]:
    """The headings of items that decided something, each with its decisions; of one taken with them, where those are.

    An executive's are published with their reasons, the options rejected and the interests declared (SI 2012/2089
    regulation 12(2)).
    """
    business = (block for block in printed if getattr(block, "item", 0))
    groups = {
        position: list(group)
        for position, group in itertools.groupby(business, lambda block: getattr(block, "item", 0))
    }
    kept = {position: _kept(record, position, minute, public=public) for position, (_, *minute) in groups.items()}
    for position, (heading, *minute) in groups.items():
        joint = record.items[position - 1].taken_with
        # Where two applications are taken together, readers look for each of them.
        said = kept[position] or (_reference(record, position, minute, style) if kept.get(joint) else [])
        if said:
            yield _unqueried(heading)
            yield from map(_unqueried, said)


def _kept(record: Record, position: int, minute: list[Block], *, public: bool) -> list[Block]:
    """What of an item's minute stands on the sheet."""
    item, executive = record.items[position - 1], record.body.kind is BodyKind.EXECUTIVE
    declared = executive and item.kind is ItemKind.DECLARATIONS and bool(record.declarations)
    if declared or (public and item.exempt):
        return minute
    return list((stating if executive else deciding)(minute))


def _reference(record: Record, position: int, minute: list[Block], style: HouseStyle) -> list[Block]:
    """The sentence of a minute that says with which other its item was considered."""
    runs = links.linked(together_reference(record, position, style))
    return [block for block in minute if isinstance(block, Paragraph) and block.runs == runs]


def _unqueried(block: Block) -> Block:
    return replace(block, queries=()) if isinstance(block, Heading | Paragraph | ListItem) else block
