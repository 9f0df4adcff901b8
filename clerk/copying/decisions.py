"""The decision sheet: what a meeting resolved and recommended, item by item, with the votes, and nothing of the debate.

In Wales decisions and votes must be published within seven working days (Local Government Act 1972 s100K); elsewhere it
is what members and the press ask for first.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace

from clerk import links
from clerk.copies import public_minutes
from clerk.drafting import draft, words_for
from clerk.house_style import HouseStyle, fill, style_of
from clerk.minutes import Block, Heading, ListItem, ListStyle, Minutes, Paragraph, Role
from clerk.model import Record

_DECIDING = (Role.DECISION_LABEL, Role.DECISION, Role.MOTION, Role.VOTE)


def decision_sheet(record: Record, style: HouseStyle | None = None, *, public: bool = False) -> Minutes:
    """Return the decision sheet of a meeting, numbered and worded as its minutes.

    For the public an exempt item stands with its public summary. Raises StyleError and, for the public,
    ``clerk.copies.CopyError``.
    """
    style = style or style_of(record.body)
    words, phrases = words_for(record, style), style.copies
    minutes = public_minutes(record, style) if public else draft(record, style)
    title = fill(phrases.decisions_title, **words)
    status = [fill(phrases.decisions_status, **words)]
    if any(item.exempt for item in record.items):
        status.append(phrases.public if public else phrases.not_for_publication)
    blocks: list[Block] = [Heading(1, title)]
    blocks += [Paragraph(Role.STATUS, links.linked(each)) for each in status]
    blocks.append(Paragraph(Role.OPENING, links.linked(fill(phrases.decisions_opening, **words))))
    decided = list(_decided(minutes.blocks, record, public=public))
    blocks += decided or [Paragraph(Role.BODY, links.linked(phrases.no_decisions))]
    return Minutes(title, minutes.body, phrases.unconfirmed, tuple(blocks))


def _decided(printed: Iterable[Block], record: Record, *, public: bool) -> Iterator[Block]:
    """The headings of items that decided something, each with its decisions."""
    business = (block for block in printed if getattr(block, "item", 0))
    for position, group in itertools.groupby(business, key=lambda block: getattr(block, "item", 0)):
        heading, *minute = group
        summarised = public and bool(record.items[position - 1].exempt)
        kept = minute if summarised else list(_deciding(minute))
        if kept:
            yield _unqueried(heading)
            yield from map(_unqueried, kept)


def _deciding(minute: Iterable[Block]) -> Iterator[Block]:
    """The decisions, motions and votes of a minute, with what stands below them: bullets, replacement wording."""
    kept = False
    for block in minute:
        match block:
            case Paragraph(role=Role.QUOTATION) | ListItem(style=ListStyle.BULLET):
                pass  # goes with what it stands below
            case Paragraph(role=role):
                kept = role in _DECIDING
            case ListItem(style=style):
                kept = style is ListStyle.LETTER
            case _:
                kept = False
        if kept:
            yield block


def _unqueried(block: Block) -> Block:
    return replace(block, queries=()) if isinstance(block, Heading | Paragraph | ListItem) else block
