"""The check of minutes before they go round: a record and what it prints, looked over for what a tired eye misses.

It warns and never blocks. Rules of law are told with their source; they are those of England.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clerk.checking.business import business
from clerk.checking.findings import Finding, Severity, places
from clerk.checking.initials import initials
from clerk.checking.people import people
from clerk.checking.votes import votes
from clerk.checking.words import words
from clerk.drafting import draft
from clerk.house_style import troubles
from clerk.language import english
from clerk.minutes import Minutes
from clerk.model import Record
from clerk.terms import MeetingState

ORDER = tuple(Severity)
"""The severities, the gravest first."""


def check(record: Record, minutes: Minutes | None = None) -> tuple[Finding, ...]:
    """Return what is to be looked at, in the order of the minutes, that about the meeting as a whole first.

    ``minutes`` is what the record prints, when it has been drafted already.
    """
    items = places(record)
    minutes = minutes or draft(record)
    found = [*_meeting(record), *people(record, items), *business(record, items, minutes), *votes(record, items)]
    found += [*words(items), *initials(record, items)]
    return tuple(sorted(dict.fromkeys(found), key=lambda each: (each.position, each.line, ORDER.index(each.severity))))


def said_of(found: Sequence[Finding]) -> str:
    """Count findings: "1 error, 3 warnings and 2 tips"; empty for none."""
    counts = [(sum(each.severity is severity for each in found), severity.value) for severity in ORDER]
    return english.join([f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count])


def _meeting(record: Record) -> Iterator[Finding]:
    meeting = record.meeting
    if meeting.date is None:
        yield Finding(Severity.ERROR, "no-date", "The meeting has no date.", "Type it by Esc A, or import it again.")
    if meeting.state.over and meeting.opened and not meeting.closed:
        message = "It is not recorded when the meeting closed, so the line above the signature has no times."
        yield Finding(Severity.TIP, "no-closing", message, "Open it again and close it at its time: F12.")
    if meeting.state is not MeetingState.PLANNED and not record.items:
        yield Finding(Severity.ERROR, "no-business", "The meeting has no items.", "Add its business: Esc u.")
    for sentence in troubles(record.body):
        yield Finding(Severity.WARNING, "house-style", sentence, "Put its words right: Esc W.")
