"""What the status line, the room and the item's heading say, worked out from the record; no widgets here."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from clerk.dates import say_date, say_time
from clerk.model import Item, Presence, Record
from clerk.notation import Kind
from clerk.terms import Attendance, Capacity, ItemKind, MeetingState

_WIDE = 100
"""Cells from which the status line has room for the year."""


def members_present(record: Record) -> int:
    """How many members are at the meeting: those who count towards the quorum."""
    return sum(presence.attending and presence.capacity is Capacity.MEMBER for presence in record.presence)


def declared_in(record: Record, at: int) -> int:
    """How many declarations concern the item at place ``at`` (from 0)."""
    return sum(at + 1 in declaration.items for declaration in record.declarations)


def open_queries(record: Record) -> int:
    """How many queries stand in the minutes."""
    return sum(entry.kind is Kind.QUERY for item in record.items for entry in item.entries)


def elapsed(record: Record, now: datetime) -> str:
    """How long the meeting has been going, "0:42"; when it is not, what it is."""
    meeting = record.meeting
    if meeting.state is not MeetingState.IN_SESSION or not meeting.opened:
        return meeting.state.value
    minutes = max(timedelta(), (meeting.closed or now) - meeting.opened) // timedelta(minutes=1)
    return f"{minutes // 60}:{minutes % 60:02d}"


def quorum(record: Record) -> str:
    """The members present, and the quorum where it is known."""
    here, needed = members_present(record), record.body.quorum
    if needed is None:
        return f"{here} present"
    in_session = record.meeting.state is MeetingState.IN_SESSION
    return f"{here} present, NO QUORUM ({needed})" if in_session and here < needed else f"{here} present (q{needed})"


def status_line(record: Record, at: int, now: datetime, saved: str, width: int) -> str:
    """The one line that is always visible, ``width`` cells long, the body's name cut before anything else."""
    day = record.meeting.date
    business = [index for index, item in enumerate(record.items) if item.kind is not ItemKind.HEADING]
    place = f"{business.index(at) + 1 if at in business else '-'}/{len(business)}"
    declared, queries = declared_in(record, at), open_queries(record)
    wide = width >= _WIDE
    parts = [f"{day.day} {day:%b %Y}" if wide else f"{day.day} {day:%b}"] if day else ["no date"]
    parts += [elapsed(record, now), f"item {place}" if wide else place, quorum(record)]
    parts += [f"{declared} declared"] if declared else []
    parts += [f"{queries} {'query' if queries == 1 else 'queries'}"] if queries else []
    parts.append(saved)
    facts = " │ ".join(parts)
    room = width - len(facts) - 3
    name = record.body.name
    if room < 4:
        return facts[:width].ljust(width)
    name = name if len(name) <= room else name[: room - 1] + "…"
    return f"{name:<{room}} │ {facts}"


def item_heading(record: Record, at: int) -> str:
    """The item's minute number, title and agenda number."""
    item = record.items[at]
    number = record.minute_numbers()[at]
    agenda = f"   [agenda {item.agenda_number}]" if item.agenda_number else "   [not on the agenda]"
    if item.kind is ItemKind.HEADING:
        return item.title
    return f"{number}. {item.title}{agenda}"


def item_facts(item: Item) -> str:
    """When the item was taken, and the agenda's words under its title on one line."""
    times = f"taken {say_time(item.opened)}" if item.opened else ""
    times += f", left {say_time(item.closed)}" if item.closed else ""
    note = re.sub(r"\s+", " ", item.note).strip()
    return "   ".join(part for part in (times, note) if part)


def when(record: Record) -> str:
    """The day and time of the meeting in words."""
    meeting = record.meeting
    day = say_date(meeting.date) if meeting.date else "no date"
    return f"{day}, {say_time(meeting.time)}" if meeting.time else day


_GROUPS: tuple[tuple[str, tuple[Attendance, ...]], ...] = (
    ("Present", (Attendance.PRESENT, Attendance.SUBSTITUTE)),
    ("Apologies", (Attendance.APOLOGIES,)),
    ("Absent", (Attendance.ABSENT,)),
    ("Still to mark", (Attendance.EXPECTED,)),
)


def room_lines(roll: tuple[Presence, ...]) -> list[str]:
    """The roll as the side of the screen shows it: headings with counts, then names; who is in the Chair first."""
    lines: list[str] = []
    for heading, statuses in _GROUPS:
        group = [presence for presence in roll if presence.status in statuses]
        if not group:
            continue
        lines += ["", f"{heading} ({len(group)})"] if lines else [f"{heading} ({len(group)})"]
        for presence in sorted(
            group, key=lambda presence: (not presence.chair, presence.capacity is not Capacity.MEMBER)
        ):
            notes = ["Chair"] if presence.chair else []
            notes += ["remote"] if presence.remote else []
            notes += ["sub"] if presence.substitute_for else []
            notes += [presence.capacity.value] if presence.capacity is not Capacity.MEMBER else []
            lines.append(f" {presence.name}" + (f" ({', '.join(notes)})" if notes else ""))
    return lines
