"""An archive of many meetings, made up, to time things on."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta
from pathlib import Path

from clerk.model import Body, Entry, Item, Meeting, Record
from clerk.store import Store
from clerk.terms import ItemState, MeetingState

_WORDS = (
    *("the", "board", "considered", "a", "report", "of", "officer", "which", "provided", "an", "update", "on", "work"),
    *(
        "that",
        "was",
        "noted",
        "members",
        "agreed",
        "to",
        "provide",
        "information",
        "after",
        "meeting",
        "and",
        "council",
    ),
)


def words(count: int, paragraph: int = 60, seed: int = 5) -> list[str]:
    """Paragraphs of made-up words, ``count`` in all."""
    chance = random.Random(seed)
    sizes = [min(paragraph, count - done) for done in range(0, count, paragraph)]
    return [" ".join(chance.choice(_WORDS) for _ in range(size)) for size in sizes]


def make_archive(path: Path, meetings: int, bodies: int = 60) -> None:
    """Fill a new database with ``meetings`` of 15 items each."""
    first = datetime(2006, 1, 9, 10)
    with Store.open(path) as store, store.transaction():
        for count in range(meetings):
            day = first + timedelta(days=7300 * count // max(1, meetings))
            store.add(_meeting(f"Archive Board {count % bodies + 1}", day.date(), count))


def _meeting(body: str, day: date, seed: int) -> Record:
    lines = [*words(120, 40, seed), "R: That the contents of the report be noted."]
    now = datetime.combine(day, time(10))
    entries = tuple(Entry(line, now, now) for line in lines)
    items = tuple(
        Item(f"Item of business {number}", str(number), state=ItemState.DONE, entries=entries)
        for number in range(1, 16)
    )
    return Record(Body(body, noun="Board", quorum=4), Meeting(day, time(10), state=MeetingState.DRAFT), items)
