"""Votes that the law wants recorded by name."""

from __future__ import annotations

import re

from clerk.model import Record
from clerk.terms import BodyKind

_BUDGET = re.compile(r"\b(?:budget|council tax|precept|revenue estimates?)\b", re.IGNORECASE)


def wants_names(record: Record, position: int) -> bool:
    """Say whether a vote on the item at ``position`` is a budget decision of a council that sets a tax or a precept.

    The minutes must then say how each member voted (Local Authorities (Standing Orders) (England) Regulations 2001 as
    amended by SI 2014/165). Told from the item's title; whether it really is one only the officer knows.
    """
    return record.body.kind is BodyKind.COUNCIL and bool(_BUDGET.search(record.items[position - 1].title))
