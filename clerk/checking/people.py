"""What to look at about people: the roll, the Chair, apologies, the quorum and interests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clerk.checking.findings import Finding, Here, Severity
from clerk.language import english
from clerk.model import Declaration, Presence, Record
from clerk.people import owners, room
from clerk.terms import Attendance, BodyKind, Capacity, ItemKind, ItemState, MeetingState, MovementKind, Outcome

_NONE = re.compile(
    r"\b(?:no|not any) apologies\b|\bno-?one had\b|^(?:there were )?none\b", re.IGNORECASE | re.MULTILINE
)
_FROM = re.compile(r"apolog\w*\b[^.;\n]*?\b(?:from|behalf of|for|by|of)\b(?P<names>[^;\n]*)", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_NOT_A_NAME = re.compile(r"\b(?:Absence|Apologies|The|Board|Committee|Council|Members?|Chair\w*)\b")
_PECUNIARY = re.compile(r"(?<!non-)(?<!non )(?<!non)pecuniary|\bDPI\b", re.IGNORECASE)
_SHOWN = 3
"""Names in one finding; how many more there are is counted."""


def people(record: Record, business: Sequence[Here]) -> Iterator[Finding]:
    """Look at the roll and at who was there for what; nothing before the meeting."""
    if record.meeting.state is MeetingState.PLANNED:
        return
    yield from _roll(record)
    if any(person.attending for person in record.presence):
        yield from _chair(record, business)
        yield from _quorum(record, business)
    yield from _apologies(record, business)
    for here in business:
        yield from _unsaid(record, here)
    yield from _declarations(record, business)


def is_pecuniary(declaration: Declaration) -> bool:
    """Whether an interest is a pecuniary one, by the words it was put down in."""
    return bool(_PECUNIARY.search(declaration.interest))


def roll_incomplete(record: Record) -> bool:
    """Whether it is still to be said of some members whether they came."""
    return any(
        person.status is Attendance.EXPECTED and person.capacity is Capacity.MEMBER for person in record.presence
    )


def _roll(record: Record) -> Iterator[Finding]:
    if not any(person.attending for person in record.presence):
        # Schedule 12 paragraph 40, and 44 for committees; a partnership keeps a list by custom.
        severity = Severity.WARNING if record.body.kind is BodyKind.PARTNERSHIP else Severity.ERROR
        message = "Nobody is recorded as present; minutes must name the members there (LGA 1972 Sch 12 para 40)."
        yield Finding(severity, "no-attendance", message, "Call the roll: F2, or clerk attend.")
        return
    waiting = [person.name for person in record.presence if person.status is Attendance.EXPECTED]
    if waiting:
        verb = "is" if len(waiting) == 1 else "are"
        message = f"{_some(waiting)} {verb} still expected: the roll has not been called to its end."
        yield Finding(Severity.WARNING, "roll-not-called", message, "Mark them present, absent or apologies: F2.")
    attending = {person.name for person in record.presence if person.attending}
    for person in record.presence:
        if person.status is not Attendance.SUBSTITUTE:
            continue
        if not person.substitute_for:
            message = f"{person.name} is a substitute, and it is not said for whom."
            yield Finding(Severity.TIP, "substitute-for", message, "Say for whom on the roll: F2.")
        elif person.substitute_for in attending:
            message = f"{person.name} is a substitute for {person.substitute_for}, who is recorded as there."
            yield Finding(Severity.WARNING, "substitute-for", message, "Put one of them right on the roll: F2.")


def _chair(record: Record, business: Sequence[Here]) -> Iterator[Finding]:
    took = any(each.kind is MovementKind.TOOK_THE_CHAIR for each in record.movements)
    if not took and not any(person.chair and person.attending for person in record.presence):
        message = f"Nobody is recorded in the Chair ({record.body.chair_title})."
        yield Finding(Severity.WARNING, "no-chair", message, "Mark who presided: F2.")
        return
    for here in business:
        if here.decides and room.in_the_chair_at(record, position=here.position) is None:
            message = "Nobody was in the Chair at the end of this item, which was decided."
            advice = "Record who took the Chair: Ctrl+G."
            yield here.find(Severity.WARNING, "chair-vacant", message, advice)


def _quorum(record: Record, business: Sequence[Here]) -> Iterator[Finding]:
    if roll_incomplete(record):
        return
    decided = [here for here in business if here.decides]
    counts = {here.position: room.quorum_at(record, position=here.position) for here in decided}
    lost = [here for here in decided if counts[here.position].lost]
    if len(lost) > 1 and len(lost) == len(decided):
        most = max(counts[here.position].here for here in lost)
        voting = "voting " if any(counts[here.position].without for here in lost) else ""
        quorum = record.body.quorum
        message = f"No more than {most} {voting}members were there for any decision; the quorum is {quorum}."
        yield Finding(Severity.ERROR, "quorum", message, "Look at the roll (F2), and at the quorum (Esc A).")
        return
    for here in lost:
        count = counts[here.position]
        message = f"This was decided with {count.said} there; the quorum is {count.needed}."
        advice = "Look at who had left (Ctrl+G); what an inquorate meeting decides is not decided."
        if count.without:
            advice = f"{count.without} there had no vote on it (8 in the vote gives one). {advice}"
        yield here.find(Severity.ERROR, "quorum", message, advice)


def _apologies(record: Record, business: Sequence[Here]) -> Iterator[Finding]:
    here = next((each for each in business if each.item.kind is ItemKind.APOLOGIES and each.text), None)
    if here is None or not record.presence:
        return
    sent = [person for person in record.presence if person.status is Attendance.APOLOGIES]
    advice = "Put the roll (F2) or this minute right."
    if _NONE.search(here.text):
        if sent:
            message = (
                f"The minute says that there were no apologies; the roll has {_some([each.name for each in sent])}."
            )
            yield here.find(Severity.WARNING, "apologies", message, advice)
        return
    named = " ".join(match["names"] for match in _FROM.finditer(here.text))
    if not _NAME.search(_NOT_A_NAME.sub("", named)):
        return
    missing = [person.name for person in sent if not _mentioned(person, named, record)]
    if missing:
        message = f"The roll has apologies from {_some(missing)}, whom the minute does not name."
        yield here.find(Severity.WARNING, "apologies", message, advice)
    there = [
        person.name
        for person in record.presence
        if person.status is Attendance.PRESENT and not person.chair and _mentioned(person, named, record)
    ]
    if there:
        message = f"The minute has apologies from {_some(there)}, whom the roll has as present."
        yield here.find(Severity.WARNING, "apologies", message, advice)


def _mentioned(person: Presence, text: str, record: Record) -> bool:
    bare = owners.without_titles(person.name)
    last = bare.split()[-1:] or [bare]
    alone = sum(owners.without_titles(each.name).split()[-1:] == last for each in record.presence) == 1
    return bare in text or (alone and bool(re.search(rf"\b{re.escape(last[0])}\b", text)))


def _unsaid(record: Record, here: Here) -> Iterator[Finding]:
    for movement in room.ambiguous(record, here.position):
        message = f"{movement.name} {movement.kind} during this item, and it is not said whether before the decision."
        yield here.find(Severity.WARNING, "there-for-vote", message, "Say whether they were there for it: Ctrl+G.")


def _declarations(record: Record, business: Sequence[Here]) -> Iterator[Finding]:
    names = {person.name for person in record.presence}
    for declared in record.declarations:
        items = [here for here in business if here.position in declared.items]
        made = next((here for here in business if here.position == declared.made_at), None)
        where = items[0] if items else made
        if names and declared.name not in names and where:
            message = f"{declared.name} declared an interest and is not on the roll."
            yield where.find(Severity.WARNING, "declared-stranger", message, "Put the name right: F3, or the roll: F2.")
        considered = [here for here in items if here.taken and here.item.state is not ItemState.WITHDRAWN]
        if not considered:
            continue
        if declared.outcome is Outcome.NOT_SAID and not declared.dispensation:
            message = f"{declared.name} declared an interest in this item; what they then did is not recorded."
            advice = "Say whether they stayed, spoke then left, or left: Esc 3, 2 or 1 at the item."
            yield considered[0].find(Severity.WARNING, "declared-outcome", message, advice)
        elif declared.outcome is Outcome.STAYED and is_pecuniary(declared) and not declared.dispensation:
            # Section 31(4): who has one may take no part without a dispensation, which is an offence by section 34.
            statutory = record.body.kind is not BodyKind.PARTNERSHIP
            message = f"{declared.name} declared a pecuniary interest and stayed, with no dispensation recorded."
            advice = "Record the dispensation, or what they did (F3); if it is so, tell the monitoring officer."
            severity = Severity.ERROR if statutory else Severity.WARNING
            yield considered[0].find(severity, "pecuniary-stayed", message, advice)


def _some(names: Sequence[str]) -> str:
    """A few of some names, and how many more there are."""
    if len(names) <= _SHOWN:
        return english.join(names)
    return english.join([*names[:_SHOWN], f"{len(names) - _SHOWN} more"])
