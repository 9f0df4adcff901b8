"""What the status line, the room and the item's heading say, worked out from the record; no widgets here."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from textwrap import TextWrapper, shorten

from clerk.language.dates import say_time
from clerk.language.text import NO_BREAK, spaced
from clerk.model import Item, Presence, Record
from clerk.notation import Kind
from clerk.people import room
from clerk.terms import Attendance, Capacity, ItemKind, ItemState, MeetingState, Outcome
from screens.commands import MEETING_COMMANDS

_AMENDED = 150
"""Characters of an amendment that are told above the page; the preview has all of it."""
_WIDE = 100
"""Cells from which the status line has room for the year."""
_SAYING_WHAT = [
    f"{command.letter} {command.brief.lower()}" for command in MEETING_COMMANDS if command.id.startswith("outcome-")
]
"""The letters that say what who declared then did: "1 left"."""


def declared(record: Record, at: int) -> str:
    """Who declared an interest in the item at place ``at`` (from 0), and the keys that say what they then did."""
    said = [
        f"{each.name} ({each.interest or 'interest'}{': ' + each.outcome.value if each.outcome else ''})"
        for each in room.declared_in(record, at + 1)
    ]
    waiting = any(each.outcome is Outcome.NOT_SAID for each in room.declared_in(record, at + 1))
    keys = f"   Esc {', '.join(_SAYING_WHAT)}" if waiting else ""
    return f"Declared: {'; '.join(said)}{keys}" if said else ""


def since(record: Record, at: int) -> list[str]:
    """What became of these minutes since: that they are confirmed, and how the item at place ``at`` was amended."""
    if not record.afterwards.amendments and record.afterwards.confirmation is None:
        return []
    from clerk.language import english
    from clerk.showing.afterwards import amended_lines, change_warning

    amended = (line for line in amended_lines(record, at + 1) if line.startswith("amended"))
    return [change_warning(record), *(shorten(english.capital(line), _AMENDED, placeholder=" …”") for line in amended)]


def open_queries(record: Record) -> int:
    """How many queries stand in the minutes."""
    return sum(entry.kind is Kind.QUERY for item in record.items for entry in item.entries)


def elapsed(record: Record, now: datetime) -> str:
    """How long the meeting has been going, "0:42"; when it is not, what it is."""
    meeting = record.meeting
    if meeting.state is not MeetingState.IN_SESSION or not meeting.opened:
        circulated = record.afterwards.circulated
        drafted = f" v{circulated[-1].version}" if meeting.state is MeetingState.CIRCULATED and circulated else ""
        return meeting.state.value + drafted
    if meeting.adjournments and meeting.adjournments[-1].resumed is None:
        return "adjourned"
    minutes = max(timedelta(), (meeting.closed or now) - meeting.opened) // timedelta(minutes=1)
    return f"{minutes // 60}:{minutes % 60:02d}"


def quorum(record: Record) -> str:
    """The members present, and the quorum where it is known."""
    counted = room.quorum_at(record)
    if counted.needed is None:
        return counted.said
    if record.meeting.state is MeetingState.IN_SESSION and counted.lost:
        # "members" is left out for room, where it is said of them that they vote.
        members = f"{counted.here} voting" if counted.without else counted.said
        return f"{members}, NO QUORUM ({counted.needed})"
    return f"{counted.said} (q{counted.needed})"


def status_line(record: Record, at: int, now: datetime, saved: str, width: int) -> str:
    """The one line that is always visible, ``width`` cells long, the body's name cut before anything else."""
    day = record.meeting.date
    business = [index for index, item in enumerate(record.items) if item.kind is not ItemKind.HEADING]
    place = f"{business.index(at) + 1 if at in business else '-'}/{len(business)}"
    interests = len(room.declared_in(record, at + 1)) if record.items else 0
    queries = open_queries(record)
    wide = width >= _WIDE
    parts = [f"{day.day} {day:%b %Y}" if wide else f"{day.day} {day:%b}"] if day else ["no date"]
    parts += [elapsed(record, now), f"item {place}" if wide else place, quorum(record)]
    parts += [f"{interests} declared"] if interests else []
    parts += [f"{queries} {'query' if queries == 1 else 'queries'}"] if queries else []
    parts.append(saved)
    facts = " │ ".join(parts)
    left = width - len(facts) - 3
    name = record.body.name
    if left < 4:
        return facts[:width].ljust(width)
    name = name if len(name) <= left else name[: left - 1] + "…"
    return f"{name:<{left}} │ {facts}"


def item_heading(record: Record, at: int) -> str:
    """The item's minute number, title and agenda number."""
    item = record.items[at]
    number = record.minute_numbers()[at]
    exempt = f"   EXEMPT ({item.exempt})" if item.exempt else ""
    agenda = f"   [agenda {item.agenda_number}]" if item.agenda_number else "   [not on the agenda]"
    if item.kind is ItemKind.HEADING:
        return item.title
    return f"{number}. {item.title}{agenda}{exempt}"


_NOTE_BETWEEN = "  |  "
"""Between the lines of the agenda's words: "(a) ... (b) ..." run together are hard to tell apart."""


def item_facts(item: Item) -> str:
    """When the item was taken, and the agenda's words under its title on one line."""
    times = f"taken {say_time(item.opened)}" if item.opened else ""
    times += f", left {say_time(item.closed)}" if item.closed else ""
    if item.state in (ItemState.DEFERRED, ItemState.WITHDRAWN):
        times = item.state.value + (f" to {item.deferred_to}" if item.deferred_to else "")
    note = _NOTE_BETWEEN.join(" ".join(line.split()) for line in item.note.split("\n") if line.strip())
    return "   ".join(part for part in (times, note) if part)


_NAMES = TextWrapper(width=26, initial_indent=" ", subsequent_indent="   ")
"""As wide as the side of the screen is between its line and a scroll bar (``meeting.tcss``)."""
_STATUSES = {"Apologies": Attendance.APOLOGIES, "Absent": Attendance.ABSENT, "Still to mark": Attendance.EXPECTED}


def room_lines(record: Record) -> list[str]:
    """The room as the side of the screen shows it: headings with counts, then names; who is in the Chair first."""
    inside = room.in_the_room(record)
    chair = room.in_the_chair_at(record)
    groups = {"Present": list(inside)}
    groups["Out of the room"] = [each for each in record.presence if each.attending and each not in inside]
    for heading, status in _STATUSES.items():
        groups[heading] = [each for each in record.presence if each.status is status]
    lines: list[str] = []
    for heading, group in groups.items():
        if group:
            lines += ["", f"{heading} ({len(group)})"] if lines else [f"{heading} ({len(group)})"]
            order = sorted(group, key=lambda each: (each is not chair, each.capacity is not Capacity.MEMBER))
            lines += [line for each in order for line in _named(each, each is chair)]
    return lines


def _named(presence: Presence, presides: bool) -> list[str]:
    """A name with its notes. What is too long for a line is set in below it, and the notes go there whole."""
    notes = ["Chair"] if presides else []
    notes += ["remote"] if presence.remote else []
    notes += ["sub"] if presence.substitute_for else []
    notes += [presence.capacity.value] if presence.capacity is not Capacity.MEMBER else []
    noted = f"({', '.join(notes)})" if notes else ""
    if len(noted) <= _NAMES.width - len(_NAMES.subsequent_indent):
        noted = noted.replace(" ", NO_BREAK)
    name = re.sub(r"^Councillor ", "Cllr ", presence.name)  # A council of 36 is then a line each, and seen at a glance.
    return [spaced(line) for line in _NAMES.wrap(f"{name} {noted}")]
