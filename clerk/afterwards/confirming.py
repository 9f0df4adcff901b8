"""Minutes as they were confirmed: the record as it then was, which is what was signed whatever has been typed since.

Once signed, minutes are received in evidence as they were signed (Local Government Act 1972 Schedule 12 paragraph
41(1)); a later meeting can put them right by resolution, and nobody by changing what was minuted. What became of an
action is another matter: where it stands is always said as it is now.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clerk.actions import progress
from clerk.actions.progress import Standing
from clerk.afterwards.amending import amended
from clerk.afterwards.circulating import minuted, packed, unpacked
from clerk.afterwards.parts import AsConfirmed, LineConfirmed
from clerk.model import Entry, Item, Record
from clerk.notation import Kind
from clerk.terms import MeetingState


def as_confirmed(record: Record) -> Record:
    """Return the record as its minutes were confirmed, with what has become of them since; amendments are not made.

    It is the record as it stands where that was not kept, and while the minutes are not confirmed. How its words are
    put is the house style's affair as it is now, for a change of style is no change of what was minuted; and so is
    which items are exempt, which no meeting confirms. Its actions stand where they stand now.

    Raises ``clerk.importers.reading.UnreadableError`` when what was kept cannot be read.
    """
    kept = record.afterwards.kept
    if kept is None or record.meeting.state is not MeetingState.CONFIRMED:
        return record
    then, now = unpacked(kept.content), dict(kept.items)
    known = {(each.item, each.line): each.standings for each in kept.lines if each.standings}
    items = [_with_progress(item, at, known) for at, item in enumerate(then.items, 1)]
    marked = (
        replace(item, exempt=record.items[now[at] - 1].exempt) if at in now else item
        for at, item in enumerate(items, 1)
    )
    made = (
        replace(each, item=each.as_confirmed[0], line=each.as_confirmed[1]) for each in record.afterwards.amendments
    )
    body = replace(record.body, name=then.body.name or record.body.name)
    return replace(
        then,
        body=replace(then.body, name=body.name, id=body.id, style=body.style, own_words=body.own_words),
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
    items = tuple(
        replace(item, entries=tuple(_told_anew(entry) for entry in item.entries)) if item is not before else item
        for item, before in zip(made.items, then.items, strict=True)
    )
    if then is record or record.afterwards.kept is None:
        return replace(made, items=items)
    now = {at: record.items[place - 1] for at, place in record.afterwards.kept.items}
    summed = (_summed_up(item, now[at]) if at in now else item for at, item in enumerate(items, 1))
    return replace(made, items=tuple(summed))


def keeping(record: Record) -> Record:
    """Return a confirmed record as it is to be kept where nothing says what was confirmed: as it is, it was confirmed.

    So that what is typed afterwards is in no copy for signature. Any other record is returned as it is.
    """
    since, confirmed = record.afterwards, record.meeting.state is MeetingState.CONFIRMED
    if not confirmed or since.confirmation is None or since.kept is not None:
        return record
    lines = [
        LineConfirmed(at, line, now)
        for at, item in enumerate(record.items, 1)
        for line, now in enumerate(_minuted_lines(item), 1)
    ]
    there = {(each.item, each.now): (each.item, each.line) for each in lines}
    amendments = (replace(each, as_confirmed=there.get((each.item, each.line), (0, 0))) for each in since.amendments)
    same = tuple((at, at) for at in range(1, len(record.items) + 1))
    kept = AsConfirmed(packed(record), same, tuple(lines))
    return replace(record, afterwards=replace(since, amendments=tuple(amendments), kept=kept))


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


def _minuted_lines(item: Item) -> list[int]:
    """Which of an item's lines, from 1, are those of ``minuted``."""
    bare = [replace(item, entries=(entry,)) for entry in item.entries]
    return [at for at, one in enumerate(bare, 1) if minuted(one).entries]


def _with_progress(item: Item, at: int, known: dict[tuple[int, int], tuple[Standing, ...]]) -> Item:
    """Say of the actions of an item that was confirmed where they stand, of which ``known`` is by item and line."""
    entries = (
        replace(entry, standings=_standings(entry.line, known[at, line])) if (at, line) in known else entry
        for line, entry in enumerate(item.entries, 1)
    )
    return replace(item, entries=tuple(entries))


def _told_anew(entry: Entry) -> Entry:
    """Know the actions of a line again that was amended."""
    return replace(entry, standings=_standings(entry.line, entry.standings)) if entry.standings else entry


def _standings(line: str, known: Sequence[Standing]) -> tuple[Standing, ...]:
    """Where the actions of a line stand, of those it ever had; one that is none of them is open."""
    words = progress.words_of(line)
    partners = progress.continued([each.words for each in known], words)
    left = [each for index, each in enumerate(known) if index not in partners]
    found = []
    for said, partner in zip(words, partners, strict=True):
        recalled = progress.recalled(said, [each.words for each in left]) if partner is None else None
        if partner is not None:
            found.append(known[partner])
        else:
            found.append(Standing(0, said) if recalled is None else left.pop(recalled))
    return tuple(found)
