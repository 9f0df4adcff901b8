"""A made-up meeting of a made-up board, part-way through, to look at and to practise on."""

from __future__ import annotations

import sys
import tomllib
from datetime import datetime, time, timedelta
from importlib import resources
from pathlib import Path
from string import Template
from typing import Any

from clerk.language import dates
from clerk.model import Body, Declaration, Document, Entry, Item, Meeting, Presence, Record
from clerk.terms import Attendance, BodyKind, Capacity, DocumentKind, ItemKind, ItemState, MeetingState, Outcome

RUNNING = timedelta(minutes=43)
"""How long the meeting has been running at the moment asked for."""


def make(path: Path) -> None:
    """Make a database at ``path`` with the meeting in it as meeting 1. Raises ``StoreError``."""
    from clerk.store import Store

    with Store.open(path) as store:
        store.add(demo_record(datetime.now().replace(microsecond=0)))


def demo_record(now: datetime) -> Record:
    """Return the meeting as it stands at ``now``, local time: opened 43 minutes ago and at its seventh item."""
    opened = (now - RUNNING).replace(second=0, microsecond=0)
    text = (resources.files("clerk") / "demo_meeting.toml").read_text(encoding="utf-8")
    table = tomllib.loads(Template(text).substitute(_days(opened)))
    body, meeting = table["body"], table["meeting"]
    return Record(
        Body(**{**body, "kind": BodyKind(body["kind"])}),
        Meeting(
            date=opened.date(),
            time=time(opened.hour, opened.minute - opened.minute % 5),
            state=MeetingState.IN_SESSION,
            opened=opened,
            **meeting,
        ),
        tuple(_item(each, opened) for each in table["items"]),
        tuple(_presence(each) for each in table["presence"]),
        tuple(_declaration(each, opened) for each in table["declarations"]),
    )


def _days(opened: datetime) -> dict[str, str]:
    """The days the meeting speaks of: whole weeks away, so that they fall on the same day of the week."""
    weeks = {"previous": -13, "soon": 3, "later": 6, "next": 13}
    days = {name: opened.date() + timedelta(weeks=count) for name, count in weeks.items()}
    return {name: dates.say_date(day, weekday=name == "next") for name, day in days.items()}


def _item(table: dict[str, Any], opened: datetime) -> Item:
    begun = opened + timedelta(minutes=table["begins"]) if "begins" in table else None
    ended = opened + timedelta(minutes=table["ends"]) if "ends" in table else None
    state = ItemState.DONE if ended else ItemState.OPEN if begun else ItemState.TO_COME
    minute = table.get("minute", "").removesuffix("\n")
    return Item(
        title=table["title"],
        agenda_number=table["agenda_number"],
        kind=ItemKind(table.get("kind", "ordinary")),
        note=table.get("note", ""),
        state=state,
        opened=begun,
        closed=ended,
        documents=tuple(
            Document(**{**each, "kind": DocumentKind(each["kind"])}) for each in table.get("documents", ())
        ),
        entries=tuple(Entry(line, written=begun, changed=begun) for line in minute.split("\n") if line),
    )


def _presence(table: dict[str, Any]) -> Presence:
    table["capacity"] = Capacity(table.get("capacity", "member"))
    table["status"] = Attendance(table["status"])
    return Presence(**table)


def _declaration(table: dict[str, Any], opened: datetime) -> Declaration:
    made = opened + timedelta(minutes=table.pop("after"))
    table["outcome"] = Outcome(table["outcome"])
    table["items"] = tuple(table["items"])
    return Declaration(**table, made=made)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
