"""Clerk's own text file: a meeting whole, as a person can read it, type it and hand it over.

``docs/text-file.md`` describes it; ``clerk.importers.own.text_file`` reads it back to the same record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, time

from clerk.language.dates import say_date, say_time
from clerk.language.text import clean, clean_line
from clerk.model import Adjournment, Declaration, Document, Item, Movement, Presence, Record
from clerk.own_files.as_text_afterwards import afterwards_lines
from clerk.terms import ItemKind, ItemState, MovementKind

FIRST_LINE = "Clerk record 1"
"""What the first line says; the figure is the version of the form."""

ESCAPED = re.compile(r"\\*(?:##|@)")
"""A line of a minute that starts so gets one more ``\\`` in front, for it would be read as Clerk's own."""

NUMBERED_TITLE = re.compile(r"\\*[0-9]+\.(?:[ \t]|$)")
"""A title without a minute number that starts so gets one more ``\\``, for it would be read as numbered."""

AGENDA_MARK = re.compile(r"(.*?)[ \t]*\[agenda ([^\[\]]*)\]$")
"""The agenda number after a title."""


def dumps(record: Record) -> str:
    """Write a record as text. Times of single lines are not part of this form; see ``clerk.own_files.as_json``."""
    lines = [FIRST_LINE, *_head(record)]
    lines += ["", *map(_roll_line, record.presence)] if record.presence else []
    lines += ["", *map(_declared_line, record.declarations)] if record.declarations else []
    lines += ["", *map(_moved_line, record.movements)] if record.movements else []
    since = list(afterwards_lines(record.afterwards, _fields))
    lines += ["", *since] if since else []
    for item, number in zip(record.items, record.minute_numbers(), strict=True):
        lines += ["", *_item(item, number)]
    return "\n".join(lines) + "\n"


def _head(record: Record) -> Iterable[str]:
    body, meeting = record.body, record.meeting
    yield f"Body: {clean_line(body.name)}"
    yield f"Kind of body: {body.kind}"
    yield f"Noun: {clean_line(body.noun)}"
    yield f"Chair title: {clean_line(body.chair_title)}"
    if body.quorum is not None:
        yield f"Quorum: {body.quorum}"
    yield f"House style: {clean_line(body.style)}"
    yield from _each_line("Own words: ", body.own_words)
    if meeting.date:
        yield f"Date: {_date(meeting.date)}"
    if meeting.time is not None:
        yield f"Time: {_time(meeting.time)}"
    for key, text in (("Venue", meeting.venue), ("Contact", meeting.contact), ("Note", meeting.note)):
        yield from _each_line(f"{key}: ", text)
    yield f"State: {meeting.state}"
    if meeting.opened:
        yield f"Opened: {meeting.opened.isoformat()}"
    if meeting.closed:
        yield f"Closed: {meeting.closed.isoformat()}"
    yield from map(_adjourned_line, meeting.adjournments)
    yield f"First minute: {meeting.first_minute}"


def _date(day: date) -> str:
    return say_date(day) if day.year >= 1000 else day.isoformat()


def _time(called: time) -> str:
    whole = called.replace(second=0, microsecond=0, tzinfo=None)
    return say_time(called) if called == whole else called.isoformat()


def _each_line(key: str, text: str) -> Iterable[str]:
    return (key + line for line in clean(text).split("\n")) if text else ()


def _roll_line(presence: Presence) -> str:
    facts = {
        presence.capacity.value: "",
        presence.status.value: "",
        "post": presence.post,
        "organisation": presence.organisation,
        "for": presence.substitute_for,
        "initials": presence.initials,
    }
    items = ", ".join(map(str, presence.voting.items))
    facts |= {"votes on": items or "none"} if presence.voting.some else {"no vote on": items}
    flags = [flag for flag in ("remote", "chair") if getattr(presence, flag)]
    return "Roll: " + _fields(presence.name, facts, flags)


def _declared_line(declaration: Declaration) -> str:
    facts = {
        "interest": declaration.interest,
        "nature": declaration.nature,
        "items": ", ".join(map(str, declaration.items)),
        "outcome": declaration.outcome.value,
        "made at": str(declaration.made_at or ""),
        "made": declaration.made.isoformat() if declaration.made else "",
        "dispensation": declaration.dispensation,
    }
    return "Declared: " + _fields(declaration.name, facts)


def _moved_line(movement: Movement) -> str:
    facts = {
        movement.kind.value: "",
        "at": movement.when.isoformat(),
        "item": str(movement.item or ""),
        "why": movement.why,
        "voted": {True: "yes", False: "no", None: ""}[movement.voted],
    }
    return "Moved: " + _fields(movement.name, facts)


def _adjourned_line(adjournment: Adjournment) -> str:
    facts = {
        "resumed": adjournment.resumed.isoformat() if adjournment.resumed else "",
        "item": str(adjournment.item or ""),
        "why": adjournment.why,
    }
    return "Adjourned: " + _fields(adjournment.began.isoformat(), facts)


def _document_line(document: Document) -> str:
    names = ("title", "presenter", "post", "organisation", "link")
    return "@document: " + _fields(document.kind.value, {name: getattr(document, name) for name in names})


def _fields(first: str, facts: Mapping[str, str], flags: Iterable[str] = ()) -> str:
    """Join a name and facts about it by bars. The words for capacity, status and movement stand alone."""
    parts = [_field(first)]
    for key, value in facts.items():
        if key in _ALONE:
            parts.append(key)
        elif value:
            parts.append(f"{key}: {_field(value)}")
    return " | ".join([*parts, *flags])


_ALONE = ("member", "officer", "guest", "expected", "present", "apologies", "absent", "substitute", *MovementKind)


def _field(text: str) -> str:
    return re.sub(r"[\\|]", r"\\\g<0>", clean_line(text))


def _item(item: Item, number: int | None) -> Iterable[str]:
    title, agenda = clean_line(item.title), clean_line(item.agenda_number)
    plain = not re.search(r"[\[\]]", agenda)
    heading = f"## {number}." if number is not None else "##"
    if number is None and NUMBERED_TITLE.match(title):
        title = "\\" + title
    mark = f"[agenda {agenda if plain else ''}]" if (agenda and plain) or AGENDA_MARK.match(title) else ""
    yield " ".join(part for part in (heading, title, mark) if part)
    if not plain:
        yield f"@agenda: {agenda}"
    yield from _facts(item)
    if item.entries:
        yield ""
        yield from (escape(clean(entry.line)) for entry in item.entries)


def _facts(item: Item) -> Iterable[str]:
    if item.kind is not ItemKind.ORDINARY:
        yield f"@kind: {item.kind}"
    if item.state is not ItemState.TO_COME:
        yield f"@state: {item.state}"
    if item.opened:
        yield f"@opened: {item.opened.isoformat()}"
    if item.closed:
        yield f"@closed: {item.closed.isoformat()}"
    facts = {"deferred": item.deferred_to, "reason": item.reason, "urgent": item.urgent_because}
    facts |= {"with": str(item.taken_with or ""), "exempt": item.exempt}
    yield from (f"@{key}: {clean_line(text)}" for key, text in facts.items() if text)
    yield from _each_line("@note: ", item.note)
    yield from map(_document_line, item.documents)


def escape(line: str) -> str:
    """Return a line of a minute so that it is not taken for one of the file's own."""
    return "\\" + line if ESCAPED.match(line) else line
