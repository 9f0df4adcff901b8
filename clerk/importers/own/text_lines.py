"""Reads the lines of Clerk's text file that hold several facts apart by bars: roll, declarations, documents."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from clerk.importers.own.doubts import Doubts
from clerk.model import Adjournment, Declaration, Document, Movement, Presence
from clerk.terms import Attendance, Capacity, DocumentKind, MovementKind, Outcome
from clerk.voting.entitled import Voting

_FIELD = re.compile(r"((?:\\[\\|]|[^|])*)(?:\||$)")


def split_fields(text: str) -> list[str]:
    """Split at the bars that are not escaped, and undo the escapes."""
    fields = []
    at = 0
    while match := _FIELD.match(text, at):
        fields.append(re.sub(r"\\([\\|])", r"\1", match[1].strip()))
        if match.end() == len(text) and not match[0].endswith("|"):
            break
        at = match.end()
    return fields


def read_presence(text: str, line: int, doubts: Doubts) -> Presence:
    """Read a line of the roll: ``Cllr L. Example | member | present | post: Leader``."""
    name, *fields = split_fields(text)
    texts: dict[str, str] = {}
    presence = Presence(name)
    for text_of_field in fields:
        key, value = _fact(text_of_field)
        if key in _CAPACITIES:
            presence = replace(presence, capacity=Capacity(key))
        elif key in _STATUSES:
            presence = replace(presence, status=Attendance(key))
        elif key == "remote":
            presence = replace(presence, remote=True)
        elif key == "chair":
            presence = replace(presence, chair=True)
        elif key in ("post", "organisation", "for", "initials"):
            texts[key] = value
        elif key in ("votes on", "no vote on"):
            voting = Voting(key == "votes on", _positions("" if value.lower() == "none" else value, line, doubts))
            presence = replace(presence, voting=voting)
        else:
            _doubt(doubts, text_of_field, line)
    post, organisation = texts.get("post", ""), texts.get("organisation", "")
    replaced, initials = texts.get("for", ""), texts.get("initials", "")
    return replace(presence, post=post, organisation=organisation, substitute_for=replaced, initials=initials)


_CAPACITIES = frozenset(capacity.value for capacity in Capacity)
_STATUSES = frozenset(status.value for status in Attendance)


def read_declaration(text: str, line: int, doubts: Doubts) -> Declaration:
    """Read a declaration: ``Cllr L. Example | interest: personal | items: 3, 5 | outcome: left``."""
    name, *fields = split_fields(text)
    declaration = Declaration(name)
    for text_of_field in fields:
        key, value = _fact(text_of_field)
        if key == "interest":
            declaration = replace(declaration, interest=value)
        elif key == "nature":
            declaration = replace(declaration, nature=value)
        elif key == "items":
            declaration = replace(declaration, items=_positions(value, line, doubts))
        elif key == "outcome":
            declaration = replace(declaration, outcome=doubts.choice(Outcome.NOT_SAID, value, "The outcome", line))
        elif key == "made at":
            declaration = replace(declaration, made_at=doubts.whole(value, "The item", line) or 0)
        elif key == "made":
            declaration = replace(declaration, made=doubts.moment(value, "The time", line))
        elif key == "dispensation":
            declaration = replace(declaration, dispensation=value)
        else:
            _doubt(doubts, text_of_field, line)
    return declaration


def _positions(listed: str, line: int, doubts: Doubts) -> tuple[int, ...]:
    positions = [doubts.whole(part, "The item", line) for part in listed.split(",")]
    return tuple(one for one in positions if one is not None)


def read_movement(text: str, line: int, doubts: Doubts, day: date | None) -> Movement | None:
    """Read who came or went: ``Cllr L. Example | left | at: 10.45 am | item: 3``, at a meeting on ``day``.

    Without a kind and a time it is doubted, and None.
    """
    name, *fields = split_fields(text)
    facts: dict[str, str] = {}
    for text_of_field in fields:
        key, value = _fact(text_of_field)
        if key in _MOVEMENTS:
            facts["kind"] = key
        elif key in ("at", "item", "why", "voted"):
            facts[key] = value
        else:
            _doubt(doubts, text_of_field, line)
    when = _moment(facts.get("at", ""), line, doubts, day)
    if when is None or "kind" not in facts:
        doubts.add(f"This does not say both what happened and when, and was left out: {text.strip()}", line)
        return None
    voted = {"": None, "yes": True, "no": False}.get(facts.get("voted", "").lower())
    if facts.get("voted") and voted is None:
        _doubt(doubts, f"voted: {facts['voted']}", line)
    item = doubts.whole(facts.get("item", ""), "The item", line) or 0
    return Movement(name, MovementKind(facts["kind"]), when, item, facts.get("why", ""), voted)


_MOVEMENTS = frozenset(kind.value for kind in MovementKind)


def _moment(text: str, line: int, doubts: Doubts, day: date | None) -> datetime | None:
    """Read a moment as Clerk writes it, or a time of day as people do."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        clock = doubts.clock(text, "The time", line)
        return datetime.combine(day, clock) if day and clock is not None else None


def read_adjournment(text: str, line: int, doubts: Doubts) -> Adjournment | None:
    """Read a break: ``2026-06-19T12:30:00 | resumed: 2026-06-19T13:00:00 | item: 3 | why: for lunch``."""
    began, *fields = split_fields(text)
    moment = doubts.moment(began, "The time of adjournment", line)
    if moment is None:
        _doubt(doubts, "" if began else "Adjourned, without a time", line)
        return None
    adjournment = Adjournment(moment)
    for text_of_field in fields:
        key, value = _fact(text_of_field)
        if key == "resumed":
            adjournment = replace(adjournment, resumed=doubts.moment(value, "The time of resuming", line))
        elif key == "item":
            adjournment = replace(adjournment, item=doubts.whole(value, "The item", line) or 0)
        elif key == "why":
            adjournment = replace(adjournment, why=value)
        else:
            _doubt(doubts, text_of_field, line)
    return adjournment


def read_document(text: str, line: int, doubts: Doubts) -> Document:
    """Read a document: ``report | title: Budget outturn | presenter: P. Person``."""
    kind, *fields = split_fields(text)
    facts: dict[str, str] = {}
    for text_of_field in fields:
        key, value = _fact(text_of_field)
        if key in ("title", "presenter", "post", "organisation", "link"):
            facts[key] = value
        else:
            _doubt(doubts, text_of_field, line)
    return Document(
        kind=doubts.choice(DocumentKind.REPORT, kind, "The kind of a document", line),
        title=facts.get("title", ""),
        presenter=facts.get("presenter", ""),
        post=facts.get("post", ""),
        organisation=facts.get("organisation", ""),
        link=facts.get("link", ""),
    )


def _fact(text: str) -> tuple[str, str]:
    key, _, value = text.partition(":")
    return " ".join(key.lower().split()), value.strip()


def _doubt(doubts: Doubts, text: str, line: int) -> None:
    if text:
        doubts.add(f"This was not understood and was left out: {text}", line)
