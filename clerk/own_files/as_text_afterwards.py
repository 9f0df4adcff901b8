"""What became of minutes after the meeting, as lines of Clerk's text file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from clerk.afterwards.since import Afterwards

Fields = Callable[[str, Mapping[str, str]], str]
"""Joins a first value and facts by bars."""


def afterwards_lines(since: Afterwards, fields: Fields) -> Iterator[str]:
    """Return the lines, in an order of their own; none when nothing has happened since."""
    for each in since.circulated:
        facts = {"when": each.when.isoformat(), "to": each.to}
        yield "Circulated: " + fields(str(each.version), facts)
    for made in since.amendments:
        facts = {"item": _number(made.item), "line": _number(made.line), "old": made.old, "new": made.new}
        facts |= {"agreed on": made.agreed_on.isoformat() if made.agreed_on else ""}
        facts |= {"agreed minute": "" if made.agreed_minute is None else str(made.agreed_minute)}
        yield "Amended: " + fields(made.minute, facts)
    for agreed in since.agreed:
        facts = {"item": _number(agreed.item), "of": agreed.day.isoformat() if agreed.day else ""}
        facts |= {"old": agreed.old, "new": agreed.new, "exempt": "yes" if agreed.exempt else ""}
        yield "Amendment agreed: " + fields(agreed.minute, facts)
    if confirmed := since.confirmation:
        facts = {"on": confirmed.on.isoformat() if confirmed.on else "", "venue": confirmed.venue}
        facts |= {"minute": "" if confirmed.minute is None else str(confirmed.minute)}
        yield "Confirmed: " + fields(confirmed.by, facts)


def _number(position: int) -> str:
    return str(position or "")
