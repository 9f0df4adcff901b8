"""Votes as an officer notes them and as minutes say them.

``V: 8-3-1``, ``V: agreed``, ``V: lost 3-8``, ``V: 5-5 casting lost``, ``V: withdrawn`` and ``V: named for AB, CD;
against EF`` are read. After any of them, or alone, ``; AB against at own request`` records the vote of a member who
requires it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from clerk import notation, spans
from clerk.house_style import HouseStyle, fill
from clerk.language import english
from clerk.model import Presence
from clerk.people import owners
from clerk.voting.names import Side, in_quotes, masked, split_names

_RESULTS = (
    r"(?:agreed |carried |approved )?(?:unanimous(?:ly)?|nem\.? ?con\.?)|agreed|approved|carried|won|passed"
    r"|lost|defeated|rejected|fell|tied"
)
_LONGEST = 200
"""No vote in these forms is longer, and matching a very long line against them would be slow."""
_DASH = r"\s*[-–—,/]\s*"
_VOTE = re.compile(
    rf"(?P<result>{_RESULTS})?[\s:,]*"
    rf"(?:\(?(?P<ayes>\d{{1,3}})\s*(?:for)?{_DASH}(?P<noes>\d{{1,3}})\s*(?:against)?"
    rf"(?:{_DASH}(?P<abstained>\d{{1,3}})\s*(?:abstentions?|abstained)?)?\)?)?[\s,(]*"
    r"(?P<casting>(?:(?:on|by) )?(?:the )?(?:(?:chair\w*|mayor)(?:'s|’s)? )?casting(?: vote)?)?\)?"
    rf"[\s,]*(?P<after>{_RESULTS})?\.?",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:named|recorded)(?: vote)?\b[\s:,.-]*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_SIDE = re.compile(
    r"\b(?P<side>for|against|abst(?:ain(?:ed|ing)?|entions?)?)\b\s*(?:\(\d+\))?\s*[:-]?\s*", re.IGNORECASE
)
_OWN = re.compile(
    r"(?P<names>.+?)\s+(?:vot(?:ed|ing)\s+)?(?P<side>for|against|abst(?:ain(?:ed|ing)?|ention)?),?\s+"
    r"(?:recorded\s+)?(?:at|by)\s+(?:his|her|their)?\s*(?:own\s+)?request\.?",
    re.IGNORECASE,
)
_NOT_PUT = re.compile(
    r"(?P<withdrawn>withdrawn)|(?P<accepted>accepted)(?: by (?:the|its) (?:mover|proposer)(?: of the motion)?)?"
    r"|not seconded|(?:fell )?for want of a seconder|no seconder",
    re.IGNORECASE,
)
_WITHDRAWN, _UNSECONDED, _ACCEPTED = "withdrawn", "not seconded", "accepted"
LOST = ("lost", "defeated", "rejected", "fell")
"""Results by which what was put is not carried."""


@dataclass(frozen=True)
class Vote:
    """A vote as noted."""

    result: str = ""
    """"agreed", "carried", "lost", "tied" ...; worked out from the figures when it was not typed; may be empty."""
    ayes: int | None = None
    """How many voted for; None when no figures were given."""
    noes: int | None = None
    """How many voted against."""
    abstained: int | None = None
    """How many abstained; None when that was not given."""
    casting: bool = False
    """Whether the casting vote decided (Local Government Act 1972 Schedule 12 paragraph 39(2))."""
    named: bool = False
    """Whether it was a recorded vote."""
    names_for: tuple[str, ...] = ()
    """Who voted for, as typed."""
    names_against: tuple[str, ...] = ()
    """Who voted against."""
    names_abstained: tuple[str, ...] = ()
    """Who abstained."""
    own: tuple[tuple[Side, tuple[str, ...]], ...] = ()
    """How members voted who required that to be recorded (SI 1993/202 Schedule 2): side and names, as typed."""


def read_vote(text: str) -> Vote | None:
    """Read the words of a ``V:`` line, or return None when they are not in one of the known forms."""
    text, own = _without_own(text.strip())
    vote = Vote() if own and not text else _read_one(text)
    return replace(vote, own=own) if vote else None


def _without_own(text: str) -> tuple[str, tuple[tuple[Side, tuple[str, ...]], ...]]:
    """Take off the end of a vote the members whose own votes are recorded."""
    own: list[tuple[Side, tuple[str, ...]]] = []
    while text:
        at = masked(text).rfind(";") + 1
        last, hidden = text[at:].strip(), masked(text[at:].strip())
        match = _OWN.fullmatch(hidden) if len(hidden) < _LONGEST else None
        if not match:
            break
        names = split_names(last[: match.end("names")])
        if not names:
            break
        own.insert(0, (Side.of(match["side"]), names))
        text = text[: max(0, at - 1)].rstrip()
    return text, tuple(own)


def _read_one(text: str) -> Vote | None:
    if named := _NAMED.fullmatch(text):
        return _read_named(named["rest"])
    if unput := _NOT_PUT.fullmatch(text.rstrip(".")):
        return Vote(_WITHDRAWN if unput["withdrawn"] else _ACCEPTED if unput["accepted"] else _UNSECONDED)
    match = _VOTE.fullmatch(text) if len(text) < _LONGEST else None
    if not match or (match["result"] and match["after"]) or not (match["result"] or match["ayes"]):
        return None
    ayes, noes, abstained = (int(match[name]) if match[name] else None for name in ("ayes", "noes", "abstained"))
    result = (match["result"] or match["after"] or "").lower()
    if not result and ayes is not None and noes is not None:
        # A casting vote on equal figures may go either way, and only the officer knows which.
        result = "carried" if ayes > noes else "lost" if noes > ayes else ""
    return Vote(result, ayes, noes, abstained, bool(match["casting"]))


def named_vote_line(
    names_for: Sequence[str],
    names_against: Sequence[str],
    names_abstained: Sequence[str] = (),
    result: str = "",
    *,
    casting: bool = False,
) -> str:
    """Write a recorded vote as a line of notation, from which ``read_vote`` reads the same names back.

    ``result`` ("carried", "lost") is needed only where the numbers do not decide it, as when a casting vote did.
    """
    lead = " ".join(["named", *([result] if result else []), *(["casting"] if casting and result else [])])
    sides = zip(Side, (names_for, names_against, names_abstained), strict=True)
    said = [f"{side} {', '.join(in_quotes(name) for name in names)}" for side, names in sides if names]
    text = f"{lead} {'; '.join(said)}" if said else lead
    return notation.write(notation.Kind.VOTE, spans.escape(text))


def needs_casting(vote: Vote) -> bool:
    """Say whether the votes are equal and it is still to be said how the person presiding gave a casting vote.

    Local Government Act 1972 Schedule 12 paragraph 39(2); nobody need give one, and then the motion is not carried.
    """
    return vote.ayes is not None and vote.ayes == vote.noes and vote.result in ("", "tied")


def passed(vote: Vote) -> bool:
    """Say whether what was put to the vote was agreed to."""
    return vote.result not in ("", "tied", _WITHDRAWN, _UNSECONDED, *LOST)


def check_vote(vote: Vote, may_vote: int) -> str | None:
    """Return a sentence on what cannot be right in a vote when ``may_vote`` members could vote, or None.

    It is a warning only: the figures the person presiding declared stand until they are put right.
    """
    names = (*vote.names_for, *vote.names_against, *vote.names_abstained)
    if twice := next((name for at, name in enumerate(names) if name in names[:at]), ""):
        return f"{twice} is named more than once in the vote."
    if vote.ayes is None or vote.noes is None:
        return None
    # The casting vote is a second vote, so one who votes twice may be counted twice.
    votes = vote.ayes + vote.noes + (vote.abstained or 0)
    if votes > may_vote + vote.casting:
        return f"The vote counts {votes}, and {may_vote} may vote."
    if passed(vote) and vote.ayes < vote.noes:
        return f"The vote is put down as {_result(vote.result)}, with {vote.ayes} for and {vote.noes} against."
    if passed(vote) and vote.ayes == vote.noes and not vote.casting:
        return "The votes are equal: say how the casting vote was given."
    return None


def say_vote(text: str, subject: str, chair: str, style: HouseStyle, roll: Sequence[Presence] = ()) -> str:
    """Say in a sentence the vote noted as ``text`` on ``subject`` ("The motion"); what cannot be read stays."""
    vote = read_vote(text)
    own = _own(vote, style, roll) if vote else []
    if vote and own and vote == Vote(own=vote.own):
        return " ".join(own)
    phrase = _phrase_for(vote, style) if vote else ""
    if vote and vote.result == _ACCEPTED and subject != style.votes.amendment:
        phrase = style.votes.agreed  # Only an amendment is its mover's to take in without a vote.
    if not vote or not phrase:
        return english.closed(english.capital(text.strip()))
    said = fill(phrase, subject=subject, result=_result(vote.result), figures=_figures(vote), chair=chair)
    return " ".join([said, *_sides(vote, style, roll), *own])


def _phrase_for(vote: Vote, style: HouseStyle) -> str:
    """Choose the phrase for a vote; none when the officer's few words do not say enough for a sentence."""
    phrases, result = style.votes, "" if vote.result == "tied" else vote.result
    if vote.named:
        return _phrase_for_named(vote, result, style)
    if result in (_WITHDRAWN, _UNSECONDED):
        return phrases.withdrawn if result == _WITHDRAWN else phrases.unseconded
    if result == _ACCEPTED:
        return phrases.accepted
    if vote.ayes is None:
        plain = phrases.agreed if _result(result) == "agreed" else phrases.result
        return plain if result and not vote.casting else ""
    if not result:
        return "" if vote.casting else phrases.tied
    return phrases.casting if vote.casting else phrases.result_figures


def _read_named(rest: str) -> Vote | None:
    """Read what follows "named": perhaps a result or "casting", then who voted on which side."""
    marks = list(_SIDE.finditer(masked(rest)))
    lead = rest[: marks[0].start() if marks else len(rest)].strip(" \t,;:.-")
    known = _VOTE.fullmatch(lead) if lead and len(lead) < _LONGEST else None
    if lead and (not known or known["ayes"] or not known["result"] or known["after"]):
        return None
    sides: dict[Side, tuple[str, ...]] = {}
    for mark, following in zip(marks, [*marks[1:], None][: len(marks)], strict=True):
        side = Side.of(mark["side"])
        if side in sides:
            return None
        sides[side] = split_names(rest[mark.end() : following.start() if following else len(rest)])
    result, casting = (known["result"].lower(), bool(known["casting"])) if known else ("", False)
    ayes, noes, abstained = (sides.get(side, ()) for side in Side)
    if not marks:
        return Vote(result, casting=casting, named=True)
    if not result and not casting and len(ayes) != len(noes):
        result = "carried" if len(ayes) > len(noes) else "lost"
    return Vote(result, len(ayes), len(noes), len(abstained), casting, True, ayes, noes, abstained)


def _phrase_for_named(vote: Vote, result: str, style: HouseStyle) -> str:
    phrases = style.votes
    if result:
        return phrases.named_casting if vote.casting else phrases.named_result
    return phrases.named_tied if vote.ayes else phrases.named


def _sides(vote: Vote, style: HouseStyle, roll: Sequence[Presence]) -> list[str]:
    """Say who voted on each side of a recorded vote."""
    phrases = (
        (style.votes.named_for, vote.names_for),
        (style.votes.named_against, vote.names_against),
        (style.votes.named_abstained, vote.names_abstained),
    )
    said = []
    for phrase, names in phrases:
        if names:
            said.append(fill(phrase, count=str(len(names)), names=_named(names, style, roll)))
    return said


def _own(vote: Vote, style: HouseStyle, roll: Sequence[Presence]) -> list[str]:
    """Say how those voted who required it to be recorded."""
    phrases = {
        Side.FOR: style.votes.own_for,
        Side.AGAINST: style.votes.own_against,
        Side.ABSTAINED: style.votes.own_abstained,
    }
    return [fill(phrases[side], names=_named(names, style, roll)) for side, names in vote.own if names]


def _named(names: Sequence[str], style: HouseStyle, roll: Sequence[Presence]) -> str:
    return english.join([(owners.person(name, roll) or name) if style.printing.full_names else name for name in names])


def _result(result: str) -> str:
    if "unanimous" in result:
        return "carried unanimously"
    if "nem" in result:
        return "carried without dissent"
    if result in LOST:
        return "lost"
    return "agreed" if result in ("agreed", "approved") else "carried"


def _figures(vote: Vote) -> str:
    figures = [f"{vote.ayes} for", f"{vote.noes} against"]
    if vote.abstained is not None:
        figures.append(f"{vote.abstained} abstention{'' if vote.abstained == 1 else 's'}")
    return ", ".join(figures)
