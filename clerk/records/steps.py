"""The steps by which the database came to have its present form. One is never edited or renamed once released."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from clerk.actions.progress import words_of
from clerk.records import schema, schema_confirmed, schema_search, schema_voting


class Changing(Protocol):
    """A database being changed: of the standard library, or of sqlite-utils."""

    def execute(self, sql: str, parameters: Any = ..., /) -> Any:
        """Do one statement."""

    def executescript(self, sql: str, /) -> Any:
        """Do several."""


def m001_the_record(db: Changing) -> None:
    """The record of a meeting, and the place the officer was at."""
    db.executescript(schema.THE_RECORD)


def m002_movements_and_breaks(db: Changing) -> None:
    """Who came and went, the meeting's breaks, and what became of an item that was not taken."""
    db.executescript(schema.MOVEMENTS_AND_BREAKS)


def m003_phrases(db: Changing) -> None:
    """A body's own phrases, offered while typing."""
    db.executescript(schema.PHRASES)


def m004_exempt(db: Changing) -> None:
    """Which items are exempt from publication, and by which paragraphs."""
    db.execute("alter table item add column exempt text not null default ''")


def m005_own_style(db: Changing) -> None:
    """A body's own words in place of its house style's, and its Word template."""
    db.executescript(schema.OWN_STYLE)


def m006_actions(db: Changing) -> None:
    """What became of each action; those there are get their numbers in the order of time."""
    db.executescript(schema.ACTIONS)
    lines = db.execute(
        "select entry.id, line from entry join item on item.id = item_id join meeting on meeting.id = meeting_id "
        "where gone is null and (line like '%a:%' or line like '%{%') "
        "order by ifnull(date, '9999'), meeting.id, item.position, entry.position"
    ).fetchall()
    for row, line in lines:
        for place, words in enumerate(words_of(line)):
            db.execute("insert into action(entry_id, place, words) values (?, ?, ?)", (row, place, words))


def m007_afterwards(db: Changing) -> None:
    """Drafts circulated, amendments of earlier minutes, and confirmations."""
    db.executescript(schema.AFTERWARDS)


def m008_memberships(db: Changing) -> None:
    """Who belongs to a body, from which day to which."""
    db.executescript(schema.MEMBERSHIPS)


def m009_searching(db: Changing) -> None:
    """Finding words in all minutes, and the log of working papers destroyed."""
    db.executescript(schema_search.SEARCH)


def m010_as_confirmed(db: Changing) -> None:
    """The record as it was when its minutes were confirmed."""
    db.executescript(schema_confirmed.AS_CONFIRMED)


def m011_voting(db: Changing) -> None:
    """Who votes on some items only."""
    db.executescript(schema_voting.VOTING)


STEPS: tuple[Callable[[Changing], None], ...] = (
    m001_the_record,
    m002_movements_and_breaks,
    m003_phrases,
    m004_exempt,
    m005_own_style,
    m006_actions,
    m007_afterwards,
    m008_memberships,
    m009_searching,
    m010_as_confirmed,
    m011_voting,
)
"""Every step, in order; ``clerk.records.database.MIGRATIONS`` has their names."""
