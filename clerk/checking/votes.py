"""What to look at about votes and motions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clerk.checking.findings import Finding, Here, Severity
from clerk.checking.people import is_pecuniary, roll_incomplete
from clerk.model import Record
from clerk.notation import DECISIONS, Kind
from clerk.people import owners, room
from clerk.terms import Capacity, MeetingState, Outcome
from clerk.voting.by_name import wants_names
from clerk.voting.votes import Vote, check_vote, needs_casting, read_vote

_ONLY_NOTED = re.compile(r"\bbe (?:noted|received|deferred|taken as read)\b", re.IGNORECASE)
_AGAIN = "Put the vote right: Esc v on its line."
_ANY = 10**6
"""Members who may vote, where the roll does not say: more than any vote has."""


def votes(record: Record, business: Sequence[Here]) -> Iterator[Finding]:
    """Look at every vote: its figures, who voted, and whether names are wanted."""
    for here in business:
        for line, read in here.of(Kind.VOTE):
            if read.text.strip():
                yield from _vote(record, here, line, read.text)
        for line, read in here.of(Kind.MOTION, Kind.AMENDMENT):
            yield from _movers(record, here, line, read.text)
        if record.meeting.state is not MeetingState.PLANNED:
            yield from _budget(record, here)


def _vote(record: Record, here: Here, line: int, text: str) -> Iterator[Finding]:
    vote = read_vote(text)
    if vote is None:
        message = "This vote cannot be read, and will print as it is typed."
        yield here.find(
            Severity.WARNING, "vote-unread", message, "Write it as agreed, 8-3-1, or take it again: Esc v.", line
        )
        return
    attending = any(person.attending for person in record.presence)
    may_vote = len(room.may_vote(record, here.position)) if attending else _ANY
    if needs_casting(vote):
        said = "it is not said how the casting vote was given" if vote.casting else "no casting vote is recorded"
        message = f"The votes are equal, and {said}."
        advice = "Add it, as 5-5 casting lost; with none given the motion is not carried."
        yield here.find(Severity.WARNING, "vote-tied", message, advice, line)
    elif wrong := check_vote(vote, may_vote):
        severity = Severity.WARNING if roll_incomplete(record) else Severity.ERROR
        yield here.find(severity, "vote-figures", wrong, f"{_AGAIN[:-1]}, or the roll: F2.", line)
    if attending:
        yield from _voters(record, here, line, vote)


def _voters(record: Record, here: Here, line: int, vote: Vote) -> Iterator[Finding]:
    """Look at each member named in a vote."""
    able = {person.name for person in room.may_vote(record, here.position)}
    unsaid = {movement.name for movement in room.ambiguous(record, here.position)}
    declared = {each.name: each for each in room.declared_in(record, here.position)}
    own = [name for _, names in vote.own for name in names]
    for typed in dict.fromkeys((*vote.names_for, *vote.names_against, *vote.names_abstained, *own)):
        name = owners.person(typed, record.presence)
        person = next((each for each in record.presence if each.name == name), None)
        interest = declared.get(name)
        if person is None:
            message = f"{typed} is named in the vote and is not on the roll."
            yield here.find(Severity.WARNING, "vote-stranger", message, "Put the name right, or the roll: F2.", line)
        elif interest and interest.outcome.withdrew:
            message = f"{name} is named in the vote, but declared an interest and {_did(interest.outcome)}."
            yield here.find(
                Severity.ERROR, "declared-and-voted", message, "Put the vote or what they did (F3) right.", line
            )
        elif interest and interest.outcome is Outcome.NOT_SAID:
            message = f"{name} declared an interest in this item and is named in its vote."
            yield here.find(Severity.WARNING, "declared-and-voted", message, "Say what they did: F3.", line)
        elif interest and is_pecuniary(interest) and not interest.dispensation:
            message = f"{name} declared a pecuniary interest, has no dispensation, and is named in the vote."
            advice = "Put the vote right, or record the dispensation: F3 (Localism Act 2011 s31(4))."
            yield here.find(Severity.ERROR, "declared-and-voted", message, advice, line)
        elif person.capacity is not Capacity.MEMBER:
            message = f"{name} is named in the vote, and is on the roll as {person.capacity}."
            yield here.find(Severity.WARNING, "vote-not-member", message, "Put the roll or the vote right.", line)
        elif not person.voting.on(here.position):
            message = f"{name} is named in the vote, and has no vote on this item."
            advice = "Put the vote right, or give them one: Esc v, then 8 on their name."
            yield here.find(Severity.ERROR, "vote-none", message, advice, line)
        elif name not in able and name not in unsaid:
            message = f"{name} is named in the vote, and was not there for it by the roll (or had left)."
            advice = "Put the vote, the roll (F2) or their coming and going (Ctrl+G) right."
            yield here.find(Severity.ERROR, "vote-absent", message, advice, line)


def _movers(record: Record, here: Here, line: int, text: str) -> Iterator[Finding]:
    names = [owners.person(name, record.presence) or name for name in owners.split_owners(text, record.presence)[0]]
    if len(names) == 2 and names[0] == names[1]:
        message = f"{names[0]} both moves and seconds."
        yield here.find(Severity.WARNING, "mover-seconds", message, "Put the mover or the seconder right.", line)
    # Who spoke before they left may have moved it then.
    withdrew = {each.name for each in room.declared_in(record, here.position) if each.outcome is Outcome.LEFT}
    for name in dict.fromkeys(names):
        if name in withdrew:
            message = f"{name} moved or seconded this, but declared an interest and left."
            yield here.find(
                Severity.WARNING, "declared-and-moved", message, "Put the name or what they did (F3) right.", line
            )


def _budget(record: Record, here: Here) -> Iterator[Finding]:
    """A budget decision wants the names of who voted how (SI 2014/165)."""
    if not here.decides or not wants_names(record, here.position):
        return
    taken = [(line, read_vote(read.text)) for line, read in here.of(Kind.VOTE)]
    if any(vote and vote.named and vote.names_for + vote.names_against for _, vote in taken):
        return
    decided = [read.text for _, read in here.of(*DECISIONS)]
    if not taken and all(_ONLY_NOTED.search(text) for text in decided):
        return
    message = "If this is the budget decision, the minutes must say how each member voted (SI 2014/165)."
    advice = "Take the vote by name: Esc v, Down, then 1, 2 or 3 for each."
    yield here.find(Severity.WARNING, "budget-names", message, advice, taken[0][0] if taken else 0)


def _did(outcome: Outcome) -> str:
    return "left after speaking" if outcome is Outcome.SPOKE_THEN_LEFT else "left"
