"""What is kept of a body besides what a meeting's record says of it: the names it has had, its Word template."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from clerk.model import Body

LARGEST_TEMPLATE = 8 * 1024 * 1024
"""Bytes that a kept template may have: a crest wants a tenth of it, and the database is copied whole as its backup."""


@dataclass(frozen=True)
class KeptTemplate:
    """The council's own Word file as it was taken for a body's template, so that the file may move or go."""

    name: str
    """The file's name."""
    content: bytes = field(repr=False)
    """A Word file with the council's look and nothing of its text (``exports.template``)."""
    width: int
    """Between the margins, in twentieths of a point."""
    lists_before: int
    """The highest number that its own lists bear."""
    has_header: bool
    """Whether the header is the council's own."""


@dataclass(frozen=True)
class NameSince:
    """A name of a body."""

    name: str
    """The name."""
    since: date | None
    """Its first day; None for the name the body had from the first."""


@dataclass(frozen=True)
class KnownBody:
    """A body whole, as ``clerk body`` shows it."""

    body: Body
    """The body under its present name."""
    names: tuple[NameSince, ...]
    """Every name it has had, oldest first."""
    meetings: int
    """How many meetings of it there are."""
    template: str
    """The name of the Word file its template was taken from; empty when it has none of its own."""
