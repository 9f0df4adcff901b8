"""The public copy of minutes: what was done in business exempt from publication is given in its public summary only.

Two things keep exempt matter out. The record itself is rid of it first, and everything drawn for the public is drawn
from that record; then the blocks of an exempt item are held to its heading and its summary.

The law is section 100C of the Local Government Act 1972: minutes open to inspection leave out what discloses exempt
information, and where that leaves no fair and coherent record a written summary takes its place (subsection (2)).
"""

from __future__ import annotations

from dataclasses import replace

from clerk import notation, spans
from clerk.copying import CopyError
from clerk.copying.afterwards import public_afterwards
from clerk.drafting import draft
from clerk.house_style import HouseStyle, style_of
from clerk.language import english, links
from clerk.minutes import Block, Heading, Minutes, Paragraph, Role
from clerk.model import Declaration, Entry, Item, Movement, Record
from clerk.notation import Kind
from clerk.sentences.business import together_reference, unreached
from clerk.sentences.comings_and_goings import place_of
from clerk.styling.words import without_comments
from clerk.terms import ItemState


def summary_of(item: Item) -> tuple[str, ...]:
    """Return the public summary of an item, a paragraph a line, from its ``S:`` lines; empty when there is none."""
    lines = (notation.parse(line) for entry in item.entries for line in notation.lines_of(entry.line))
    said = (spans.printed(line.text).strip() for line in lines if line.kind is Kind.SUMMARY)
    return tuple(each for each in said if each)


def public_record(record: Record) -> Record:
    """Return the record as the public may have it; without exempt items, it lacks only queries and private notes.

    An exempt item keeps its numbers, title, state, times and mark, and has its summary as its minute. Why people
    declared an interest in it, or left during it, is not said.

    Raises:
        CopyError: an exempt item that was considered has no public summary, or its minute stands under another item
            that is not marked exempt.
    """
    for position, item in enumerate(record.items, 1):
        if item.exempt:
            _must_be_summarised(record, position)
    breaks = (replace(each, why="") if _is_exempt(record, each.item) else each for each in record.meeting.adjournments)
    return replace(
        record,
        body=replace(record.body, own_words=without_comments(record.body.own_words)),
        meeting=replace(record.meeting, adjournments=tuple(breaks)),
        items=tuple(_redacted(item) if item.exempt else _without_notes(item) for item in record.items),
        declarations=tuple(_declared(each, record) for each in record.declarations),
        movements=tuple(_moved(each, record) for each in record.movements),
        afterwards=public_afterwards(record),
    )


def public_minutes(record: Record, style: HouseStyle | None = None) -> Minutes:
    """Return the minutes as the public may have them. Raises what ``public_record`` raises, and StyleError."""
    style = style or style_of(record.body)
    public = public_record(record)
    if not any(item.exempt for item in record.items):
        return draft(public, style)
    unmarked = replace(public, items=tuple(replace(item, exempt="") for item in public.items))
    minutes = draft(unmarked, style)
    blocks: list[Block] = []
    for block in minutes.blocks:
        if not _is_exempt(record, getattr(block, "item", 0)):
            blocks.append(block)
        elif isinstance(block, Heading) and block.level == 2:
            blocks += [replace(block, queries=()), *_said_of(unmarked, block.item, style)]
        if isinstance(block, Paragraph) and block.role is Role.STATUS:
            blocks.append(Paragraph(Role.STATUS, links.linked(style.copies.public)))
    return replace(minutes, blocks=tuple(blocks))


def _said_of(record: Record, position: int, style: HouseStyle) -> list[Block]:
    """What the public copy says under an exempt item: its summary; where it is minuted; or that it was not reached."""
    item = record.items[position - 1]
    said = [notation.parse(entry.line).text for entry in item.entries]
    said = [spans.printed(each) for each in said] or [together_reference(record, position, style)]
    if style.business.not_reached and unreached(record, position):
        said.append(style.business.not_reached)
    return [Paragraph(Role.BODY, links.linked(each), position) for each in said if each]


def _is_exempt(record: Record, position: int) -> bool:
    return 1 <= position <= len(record.items) and bool(record.items[position - 1].exempt)


def _must_be_summarised(record: Record, position: int) -> None:
    item = record.items[position - 1]
    joined = 1 <= item.taken_with <= len(record.items)
    minuted = any(entry.kind not in notation.UNPRINTED for entry in item.entries)
    if joined and not minuted:
        if not _is_exempt(record, item.taken_with):
            raise CopyError(
                f"{_named(record, position)} is exempt, but it was considered with"
                f" {_named(record, item.taken_with, capital=False)}, which is not marked exempt and holds its minute;"
                " mark that exempt too."
            )
        return
    considered = minuted or item.state in (ItemState.OPEN, ItemState.DONE)
    if considered and not summary_of(item):
        raise CopyError(
            f"{_named(record, position)} is exempt and has no public summary, which the public copy needs"
            " (Local Government Act 1972 s100C(2)); write it under the item on a line that starts with S:"
        )


def _named(record: Record, position: int, *, capital: bool = True) -> str:
    item = record.items[position - 1]
    title = english.without_full_stop(" ".join(item.title.split()))
    number = f"agenda item {item.agenda_number}" if item.agenda_number else f"item #{position}"
    return f"{english.capital(number) if capital else number} ({title})"


def _redacted(item: Item) -> Item:
    """Return an exempt item with nothing of its business but the summary, as plain paragraphs."""
    summary = tuple(Entry(notation.escape(spans.escape(each))) for each in summary_of(item))
    bare = replace(item, note="", reason="", deferred_to="", urgent_because="", documents=())
    return replace(bare, entries=summary)


def _without_notes(item: Item) -> Item:
    """Return a public item without what never prints: queries, private notes, a summary it does not need."""
    working = (Kind.QUERY, Kind.NOTE, Kind.SUMMARY)
    return replace(item, entries=tuple(entry for entry in item.entries if entry.kind not in working))


def _declared(declared: Declaration, record: Record) -> Declaration:
    """Keep who declared an interest in which items and what they did; of an exempt item, not why.

    What kind of interest it was is kept where its words are those of the house's own list, which tell nothing of the
    business.
    """
    if not any(_is_exempt(record, position) for position in (*declared.items, declared.made_at)):
        return declared
    known, words = style_of(record.body).declarations.kinds, set(declared.interest.casefold().split())
    interest = declared.interest if any(words <= set(kind.casefold().split()) for kind in known) else ""
    # Said with the other declarations, for under an exempt item nothing stands but its summary.
    made_at = 0 if _is_exempt(record, declared.made_at) else declared.made_at
    return replace(declared, interest=interest, nature="", dispensation="", made_at=made_at)


def _moved(movement: Movement, record: Record) -> Movement:
    return replace(movement, why="") if _is_exempt(record, place_of(movement, record)) else movement
