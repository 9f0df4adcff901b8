"""An election taken down answer by answer: nominations, the votes for each, and who is elected.

The state is a function of the answers given so far, so that taking one back is leaving out the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from clerk.model import Presence, Record
from clerk.people.person_line import doubt_of_name
from clerk.people.room import may_vote, there_for
from clerk.sentences.elections import Nomination, Poll, Settled, election_lines, is_for_one_meeting, is_of_the_chair
from clerk.terms import BodyKind

_VOTES = re.compile(r"(?:(b)(?:allot)?[:\s]*)?(\d{1,4}(?:\s*[-–,;/\s]\s*\d{1,4})*)", re.IGNORECASE)
_COUNCILS = (BodyKind.COUNCIL, BodyKind.PARISH)


class Asks(StrEnum):
    """What is asked next."""

    NAME = "name"
    PROPOSER = "proposer"
    SECONDER = "seconder"
    VOTES = "votes"
    WHO = "who"
    """Who is elected, of those nominated."""
    TIE = "tie"
    """What decided between equal votes, and for whom."""
    NOTHING = "nothing"
    """All is said."""


_NAMED = (Asks.NAME, Asks.PROPOSER, Asks.SECONDER)


@dataclass(frozen=True)
class Stage:
    """An election as far as it has been taken down."""

    asks: Asks = Asks.NAME
    """What is asked next."""
    nominations: tuple[Nomination, ...] = ()
    """Who was put forward; the last may still lack who put them forward."""
    poll: Poll = field(default_factory=Poll)
    """How it was voted on."""
    elected: str = ""
    """Who is elected; empty when nobody is, or it is not known yet."""
    choices: tuple[tuple[str, Settled], ...] = ()
    """Of whom, and how, one may be chosen."""
    must_cast: bool = False
    """Whether equal votes are for a casting vote to decide: the person presiding must give one in the election of the
    Chairman of a principal council (Local Government Act 1972 s4(3)) or of a parish council (s15(3))."""

    def lines(self, record: Record, position: int) -> tuple[str, ...]:
        """Return the lines for the page."""
        return election_lines(record, position, self.nominations, self.elected, poll=self.poll)


def stage(record: Record, position: int, answers: Sequence[str]) -> Stage:
    """Return how far an election has come by ``answers``, each of which ``refuse`` must have let pass."""
    item = record.items[position - 1]
    council = record.body.kind in _COUNCILS and is_of_the_chair(item) and not is_for_one_meeting(item)
    reached = Stage(must_cast=council)
    for answer in answers:
        reached = _after(reached, answer.strip())
    return reached


def candidates(record: Record, position: int, people: Sequence[Presence], *, others: bool) -> list[str]:
    """Return whom of ``people`` to offer: members present first, then, with ``others``, everybody else.

    Without members present, as before the roll is called, all are offered.
    """
    here = {each.name for each in there_for(record, position)}
    members = [each.name for each in people if each.name in here]
    return members + [each.name for each in people if each.name not in here and (others or not here)]


def refuse(reached: Stage, answer: str) -> str | None:
    """Return a sentence why an answer will not do, or None when it will."""
    answer = answer.strip()
    if reached.asks is Asks.NAME and any(answer == each.name for each in reached.nominations):
        return f"{answer} is nominated already."
    if reached.asks is Asks.VOTES and answer:
        count = len(reached.nominations)
        read = _read(answer)
        if read is None or len(read[0]) not in (count, count + 1):
            return (
                f"Type {count} figures, in the order above: {'-'.join('7654321'[:count])}; one more is who abstained."
            )
    chosen = reached.asks in (Asks.WHO, Asks.TIE) and answer
    if chosen and not (answer.isdecimal() and 1 <= int(answer) <= len(reached.choices)):
        return f"Type a number from 1 to {len(reached.choices)}, or nothing if nobody is elected."
    return None


def doubt(record: Record, position: int, reached: Stage, answer: str) -> str | None:
    """Return what speaks against an answer that will do, said once and never in the way; None for nothing."""
    if reached.asks in _NAMED and (said := doubt_of_name(answer)):
        return said
    read = _read(answer.strip()) if reached.asks is Asks.VOTES else None
    if read is None:
        return None
    votes, count = read[0], len(reached.nominations)
    voters = len(may_vote(record, position))
    if voters and sum(votes) > voters:
        return f"{sum(votes)} votes are more than the {voters} members who may vote."
    for_somebody = votes[:count]
    # A majority of those present and voting decides (Local Government Act 1972 Schedule 12 paragraph 39(1)).
    if 2 * max(for_somebody) < sum(for_somebody):
        return "Nobody has half of the votes: another vote without the last is usual."
    return None


def _after(reached: Stage, answer: str) -> Stage:
    if reached.asks is Asks.VOTES:
        return _voted(reached, answer)
    if reached.asks in (Asks.WHO, Asks.TIE):
        who, how = reached.choices[int(answer) - 1] if answer else ("", Settled.BY_THE_VOTES)
        return replace(reached, asks=Asks.NOTHING, elected=who, poll=replace(reached.poll, settled=how), choices=())
    return _nominated(reached, answer)


def _nominated(reached: Stage, answer: str) -> Stage:
    nominations = reached.nominations
    if reached.asks is Asks.PROPOSER:
        # Who was proposed by nobody named was seconded by nobody named.
        named = (*nominations[:-1], replace(nominations[-1], proposer=answer))
        return replace(reached, asks=Asks.SECONDER if answer else Asks.NAME, nominations=named)
    if reached.asks is Asks.SECONDER:
        named = (*nominations[:-1], replace(nominations[-1], seconder=answer))
        return replace(reached, asks=Asks.NAME, nominations=named)
    if answer:
        return replace(reached, asks=Asks.PROPOSER, nominations=(*nominations, Nomination(answer)))
    if len(nominations) > 1:
        return replace(reached, asks=Asks.VOTES)
    return replace(reached, asks=Asks.NOTHING, elected="".join(each.name for each in nominations))


def _voted(reached: Stage, answer: str) -> Stage:
    nominations = reached.nominations
    read = _read(answer)
    if read is None:
        choices = tuple((each.name, Settled.BY_THE_VOTES) for each in nominations)
        return replace(reached, asks=Asks.WHO, choices=choices)
    votes, ballot = read
    counted = tuple(replace(each, votes=count) for each, count in zip(nominations, votes, strict=False))
    abstained = votes[len(nominations)] if len(votes) > len(nominations) else None
    reached = replace(reached, nominations=counted, poll=Poll(ballot, abstained))
    first = [each.name for each in counted if each.votes == max(votes[: len(nominations)])]
    if len(first) == 1:
        return replace(reached, asks=Asks.NOTHING, elected=first[0])
    ways = (Settled.BY_CASTING_VOTE,) if reached.must_cast else (Settled.BY_CASTING_VOTE, Settled.BY_LOT)
    return replace(reached, asks=Asks.TIE, choices=tuple((name, way) for way in ways for name in first))


def _read(answer: str) -> tuple[list[int], bool] | None:
    """Read votes, "7-5" or "7, 5, 1"; a "b" before them says that it was by ballot."""
    match = _VOTES.fullmatch(answer)
    return ([int(figure) for figure in re.findall(r"\d+", match[2])], bool(match[1])) if match else None
