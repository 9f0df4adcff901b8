"""Drafts that go round: what of them is kept, and how the second and later ones are told apart."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

from clerk.house_style import HouseStyle, fill
from clerk.language import links
from clerk.language.dates import say_date
from clerk.minutes import Minutes, Paragraph, Role
from clerk.model import Item, Record
from clerk.notation import Kind
from clerk.terms import MeetingState

if TYPE_CHECKING:
    from clerk.afterwards.parts import Circulation


def packed(record: Record) -> bytes:
    """Return a record as its JSON, compressed: all of it but its row numbers, private notes and queries.

    These went round with no draft and were not confirmed, and are working papers, which must not outlive the minutes'
    confirmation here.
    """
    from clerk.own_files import as_json as clerk_json

    went_round = replace(record, items=tuple(map(minuted, record.items)))
    return zlib.compress(clerk_json.dumps(went_round).encode("utf-8", "surrogatepass"), 9)


def minuted(item: Item) -> Item:
    """Return an item without its working papers: private notes and queries."""
    return replace(item, entries=tuple(each for each in item.entries if each.kind not in (Kind.NOTE, Kind.QUERY)))


def unpacked(content: bytes) -> Record:
    """Return the record that was packed. Raises ``clerk.importers.reading.UnreadableError`` for anything else."""
    from clerk.importers.own import json_file as clerk_json
    from clerk.importers.reading import UnreadableError

    try:
        text = zlib.decompress(content).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as error:
        said = "The minutes kept as they were then cannot be read; the record as it stands is whole."
        raise UnreadableError(said) from error
    return clerk_json.read_alone(text)


def as_it_went_round(made: Circulation, kept: Record) -> Record:
    """Return the record ``kept`` of a draft as it was written from then: one that says that this draft goes round."""
    since = replace(kept.afterwards, circulated=(*kept.afterwards.circulated, made))
    return replace(kept, meeting=replace(kept.meeting, state=MeetingState.CIRCULATED), afterwards=since)


def draft_marks(record: Record, style: HouseStyle) -> tuple[str, ...]:
    """Return what tells each draft circulated from those before it; the first bears nothing."""
    return tuple(
        fill(style.amendments.draft, version=str(each.version), date=say_date(each.when.date(), weekday=False))
        for each in record.afterwards.circulated
        if each.version > 1
    )


def marked_as_last(minutes: Minutes, record: Record, style: HouseStyle) -> Minutes:
    """Mark the minutes as the draft circulated last: "Draft 2" in the header, and in words under the title.

    A header alone would not be read out to those who cannot see it.
    """
    circulated = record.afterwards.circulated
    if not circulated or circulated[-1].version < 2:
        return minutes
    mark = Paragraph(Role.STATUS, links.linked(draft_marks(record, style)[-1]))
    statuses = [at for at, block in enumerate(minutes.blocks) if getattr(block, "role", None) is Role.STATUS]
    after = statuses[0] + 1 if statuses else 1
    blocks = (*minutes.blocks[:after], mark, *minutes.blocks[after:])
    return replace(minutes, status=f"Draft {circulated[-1].version}", blocks=blocks)
