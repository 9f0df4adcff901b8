"""What the public may know of what became of minutes: that they were amended, but nothing of an exempt minute."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clerk import notation
from clerk.afterwards.parts import Amendment, AmendmentAgreed
from clerk.afterwards.since import Afterwards
from clerk.model import Record
from clerk.notation import Kind

_WORKING = (Kind.QUERY, Kind.NOTE, Kind.SUMMARY)


def public_afterwards(record: Record) -> Afterwards:
    """Return what became of the minutes, without the words of exempt minutes and without what never prints.

    To whom drafts went round is the officer's own business.
    """
    agreed = (_agreed(each) for each in record.afterwards.agreed if not _works(each))
    return replace(
        record.afterwards,
        circulated=tuple(replace(each, to="") for each in record.afterwards.circulated),
        amendments=tuple(_amendments(record)),
        agreed=tuple(agreed),
        kept=None,
    )


def _amendments(record: Record) -> Iterator[Amendment]:
    for each in record.afterwards.amendments:
        if not 1 <= each.item <= len(record.items):
            # Which item it was is not known any more, and so neither whether that was exempt.
            yield replace(each, item=0, line=0, old="", new="")
            continue
        item = record.items[each.item - 1]
        if item.exempt:
            yield replace(each, line=0, old="", new="")
        elif not _works(each):
            kept = [entry.kind not in _WORKING for entry in item.entries[: each.line]]
            yield replace(each, line=sum(kept) if kept and kept[-1] else 0)


def _agreed(agreed: AmendmentAgreed) -> AmendmentAgreed:
    return replace(agreed, old="", new="") if agreed.exempt else agreed


def _works(made: Amendment | AmendmentAgreed) -> bool:
    return any(notation.parse(line).kind in _WORKING for line in (made.old, made.new))
