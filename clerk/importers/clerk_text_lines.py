"""Reads the lines of Clerk's text file that hold several facts apart by bars: roll, declarations, documents."""

from __future__ import annotations

import re
from dataclasses import replace

from clerk.importers.doubts import Doubts
from clerk.model import Declaration, Document, Presence
from clerk.terms import Attendance, Capacity, DocumentKind, Outcome

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
            positions = [doubts.whole(part, "The item", line) for part in value.split(",")]
            declaration = replace(declaration, items=tuple(one for one in positions if one is not None))
        elif key == "outcome":
            declaration = replace(declaration, outcome=doubts.choice(Outcome.NOT_SAID, value, "The outcome", line))
        elif key == "made at":
            declaration = replace(declaration, made_at=doubts.whole(value, "The item", line) or 0)
        elif key == "made":
            declaration = replace(declaration, made=doubts.moment(value, "The time", line))
        else:
            _doubt(doubts, text_of_field, line)
    return declaration


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
