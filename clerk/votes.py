"""Votes as an officer notes them and as minutes say them.

``V: 8-3-1``, ``V: agreed``, ``V: lost 3-8``, ``V: 5-5 casting lost`` and ``V: named for AB, CD; against EF`` are read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clerk import english, owners
from clerk.house_style import HouseStyle, fill
from clerk.model import Presence

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
_LOST = ("lost", "defeated", "rejected", "fell")


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


def read_vote(text: str) -> Vote | None:
    """Read the words of a ``V:`` line, or return None when they are not in one of the known forms."""
    text = text.strip()
    if named := _NAMED.fullmatch(text):
        return _read_named(named["rest"])
    match = _VOTE.fullmatch(text) if len(text) < _LONGEST else None
    if not match or (match["result"] and match["after"]) or not (match["result"] or match["ayes"]):
        return None
    ayes, noes, abstained = (int(match[name]) if match[name] else None for name in ("ayes", "noes", "abstained"))
    result = (match["result"] or match["after"] or "").lower()
    if not result and ayes is not None and noes is not None:
        # A casting vote on equal figures may go either way, and only the officer knows which.
        result = "carried" if ayes > noes else "lost" if noes > ayes else ""
    return Vote(result, ayes, noes, abstained, bool(match["casting"]))


def say_vote(text: str, subject: str, chair: str, style: HouseStyle, roll: Sequence[Presence] = ()) -> str:
    """Say in a sentence the vote noted as ``text`` on ``subject`` ("The motion"); what cannot be read stays."""
    vote = read_vote(text)
    if vote and vote.named:
        return " ".join([style.votes.named, *_sides(vote, style, roll)])
    phrase = _phrase_for(vote, style) if vote else ""
    if not vote or not phrase:
        return english.closed(english.capital(text.strip()))
    return fill(phrase, subject=subject, result=_result(vote.result), figures=_figures(vote), chair=chair)


def _phrase_for(vote: Vote, style: HouseStyle) -> str:
    """Choose the phrase for a vote; none when the officer's few words do not say enough for a sentence."""
    phrases, result = style.votes, "" if vote.result == "tied" else vote.result
    if vote.ayes is None:
        plain = phrases.agreed if _result(result) == "agreed" else phrases.result
        return plain if result and not vote.casting else ""
    if not result:
        return "" if vote.casting else phrases.tied
    return phrases.casting if vote.casting else phrases.result_figures


def _read_named(rest: str) -> Vote | None:
    if not rest.strip():
        return Vote(named=True)
    marks = list(_SIDE.finditer(rest))
    if not marks or rest[: marks[0].start()].strip():
        return None
    sides: dict[str, tuple[str, ...]] = {}
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        names = rest[mark.end() : following.start() if following else len(rest)]
        key = mark["side"].lower()[:2]
        if key in sides:
            return None
        parts = (part.strip(" \t.") for part in re.split(r"[,;]|\band\b", names))
        sides[key] = tuple(part for part in parts if part)
    return Vote(
        named=True,
        names_for=sides.get("fo", ()),
        names_against=sides.get("ag", ()),
        names_abstained=sides.get("ab", ()),
    )


def _sides(vote: Vote, style: HouseStyle, roll: Sequence[Presence]) -> list[str]:
    phrases = (
        (style.votes.named_for, vote.names_for),
        (style.votes.named_against, vote.names_against),
        (style.votes.named_abstained, vote.names_abstained),
    )
    said = []
    for phrase, names in phrases:
        if names:
            full = [(owners.person(name, roll) or name) if style.printing.full_names else name for name in names]
            said.append(fill(phrase, count=str(len(names)), names=english.join(full)))
    return said


def _result(result: str) -> str:
    if "unanimous" in result:
        return "carried unanimously"
    if "nem" in result:
        return "carried without dissent"
    if result in _LOST:
        return "lost"
    return "agreed" if result in ("agreed", "approved") else "carried"


def _figures(vote: Vote) -> str:
    figures = [f"{vote.ayes} for", f"{vote.noes} against"]
    if vote.abstained is not None:
        figures.append(f"{vote.abstained} abstention{'' if vote.abstained == 1 else 's'}")
    return ", ".join(figures)
