"""Clerk's JSON: a meeting whole, for programs. Nothing is lost in it; ``docs/json.md`` describes it."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING

from clerk.afterwards.since import Afterwards
from clerk.model import Body, Declaration, Document, Entry, Item, MeetingSummary, Presence, Record
from clerk.terms import MeetingState

if TYPE_CHECKING:
    from clerk.actions.log import History, LoggedAction
    from clerk.afterwards.parts import Amendment

FORMAT = "Clerk record 1"
"""What the key ``format`` says; the figure is the version of the form."""

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]
"""A value JSON can hold."""


def dumps(record: Record) -> str:
    """Write a record as JSON, in lines a person can read."""
    return json.dumps(document(record), ensure_ascii=False, indent=2)


def document(record: Record) -> dict[str, Json]:
    """Return a record as the values its JSON is made of."""
    from clerk.actions.noted import actions_of

    meeting = record.meeting
    numbers = enumerate(record.minute_numbers(), 1)
    return {
        "format": FORMAT,
        "body": record.body.name,
        "body_details": _body(record.body),
        **_plain(meeting, "date", "time", "venue", "contact", "note", "state", "opened", "closed", "first_minute"),
        "adjournments": [_plain(each, "began", "resumed", "item", "why") for each in meeting.adjournments],
        "items": [_item(item, *number) for item, number in zip(record.items, numbers, strict=True)],
        "presence": [_presence(presence) for presence in record.presence],
        "declarations": [_declaration(declaration) for declaration in record.declarations],
        "movements": [_plain(each, "name", "kind", "when", "item", "why", "voted") for each in record.movements],
        **_afterwards(record.afterwards),
        "as_confirmed": _as_confirmed(record),
        "actions": [_plain(action) for action in actions_of(record)],
    }


def summary(meeting: MeetingSummary) -> dict[str, Json]:
    """Return one row of the meetings list."""
    return _plain(meeting, *meeting._fields)


def logged_action(logged: LoggedAction) -> dict[str, Json]:
    """Return one action of ``clerk actions``."""
    from clerk.actions.log import last_day

    last = last_day(logged.action, logged.date)
    overdue: dict[str, Json] = {"overdue": logged.overdue, "last_day": _value(last)}
    return {**_plain(logged.action), **overdue, **_plain(logged, "body", "meeting", "date", "item", "exempt")}


def action_history(history: History) -> dict[str, Json]:
    """Return all that was reported of an action."""
    return _plain(history)


def _afterwards(since: Afterwards) -> dict[str, Json]:
    made = ("item", "line", "minute", "old", "new", "agreed_on", "agreed_minute")
    agreed = ("item", "minute", "old", "new", "exempt")
    return {
        "circulated": [_plain(each, "version", "when", "to") for each in since.circulated],
        "amendments": [{**_plain(each, *made), **_there(each)} for each in since.amendments],
        "amendments_agreed": [{"of": _value(each.day), **_plain(each, *agreed)} for each in since.agreed],
        "confirmed": _plain(since.confirmation, "on", "venue", "minute", "by") if since.confirmation else None,
    }


def _there(made: Amendment) -> dict[str, Json]:
    item, line = made.as_confirmed
    return {"confirmed_item": item, "confirmed_line": line}


def _as_confirmed(record: Record) -> Json:
    """The record that was confirmed, whole, and which of its items and lines are still there; null if not kept."""
    kept = record.afterwards.kept
    if kept is None or record.meeting.state is not MeetingState.CONFIRMED:
        return None
    from clerk.afterwards.circulating import unpacked

    lines: dict[int, list[Json]] = {}
    for each in kept.lines:
        if each.now:
            lines.setdefault(each.item, []).append({"line": each.line, "now": each.now})
    items: list[Json] = [{"item": then, "now": now, "lines": lines.get(then, [])} for then, now in kept.items]
    return {"record": document(unpacked(kept.content)), "items": items}


def _body(body: Body) -> dict[str, Json]:
    return _plain(body, "kind", "noun", "chair_title", "quorum", "style", "own_words")


def _item(item: Item, position: int, minute_number: int | None) -> dict[str, Json]:
    return {
        "position": position,
        "agenda_number": item.agenda_number,
        "minute_number": minute_number,
        **_plain(item, "title", "kind", "state"),
        "text": item.text,
        **_plain(item, "note", "opened", "closed", "reason", "deferred_to", "urgent_because", "taken_with", "exempt"),
        "documents": [_document(paper) for paper in item.documents],
        "lines": [_line(entry) for entry in item.entries],
    }


def _document(paper: Document) -> dict[str, Json]:
    return _plain(paper, "kind", "title", "presenter", "post", "organisation", "link")


def _line(entry: Entry) -> dict[str, Json]:
    return {"kind": entry.kind.value, **_plain(entry, "written", "changed")}


def _presence(presence: Presence) -> dict[str, Json]:
    first = _plain(presence, "name", "organisation", "capacity", "status")
    items = _value(presence.voting.items)
    some: dict[str, Json] = {"votes_on": items, "no_vote_on": []}
    voting = some if presence.voting.some else {"votes_on": None, "no_vote_on": items}
    return {**first, **_plain(presence, "post", "substitute_for", "remote", "chair", "initials"), **voting}


def _declaration(declaration: Declaration) -> dict[str, Json]:
    return _plain(declaration, "name", "interest", "nature", "items", "outcome", "made_at", "made", "dispensation")


def _plain(part: object, *names: str) -> dict[str, Json]:
    """Return the named fields of a dataclass (all, if none is named) as JSON values."""
    chosen = names or tuple(each.name for each in fields(part))  # type: ignore[arg-type]
    return {name: _value(getattr(part, name)) for name in chosen}


def _value(value: object) -> Json:
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    if is_dataclass(value):
        return _plain(value)
    raise TypeError(f"no JSON form for {value!r}")
