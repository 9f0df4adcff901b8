"""Votes as published minutes give them, read where they are certain."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clerk import notation
from clerk.voting.names import split_names
from clerk.voting.votes import named_vote_line

_LABEL = r"\(?(?:(?:the\s+)?vot(?:e|es|ing)(?:\s+(?:was|were))?\s*[:–—-]?\s*)?"
_HOW = re.compile(r"^Vot(?:e|ing):\s*(?P<how>unanimous(?:ly)?|agreed|carried|lost)\.?$", re.IGNORECASE)
_AND = r"\s*(?:[,;/|–—-]|\band\b)?\s*(?:\band\b)?\s*"
_FIRST = re.compile(
    rf"^{_LABEL}(?P<for>\d{{1,3}})\s*(?:votes?\s*)?(?:for|in favour){_AND}(?P<against>\d{{1,3}})\s*(?:votes?\s*)?"
    rf"against(?:{_AND}(?P<abstained>\d{{1,3}})\s*(?:abst\w+))?\)?\.?$",
    re.IGNORECASE,
)
_LATER = re.compile(
    rf"^{_LABEL}(?:for|in favour)\s*[:–—=-]?\s*(?P<for>\d{{1,3}}){_AND}against\s*[:–—=-]?\s*(?P<against>\d{{1,3}})"
    rf"(?:{_AND}abst\w+\s*[:–—=-]?\s*(?P<abstained>\d{{1,3}}))?\)?\.?$",
    re.IGNORECASE,
)
_SIDES = ("for", "against", "abst")
_COUNT = re.compile(r"^(?P<side>for|against|abst)\w*\s*[:–—=-]\s*(?P<count>\d{1,3})\.?$", re.IGNORECASE)
_NAMED = re.compile(
    r"^(?:(?:councillors?|cllrs?|members?|those)\s+)?(?:voting\s+|who voted\s+)?(?P<side>for|against|abst)\w*"
    r"(?:\s+(?:the\s+)?(?:motion|amendment|proposal|recommendations?))?\s*(?:\((?P<count>\d{1,3})(?:\s+votes?)?\))?"
    r"\s*[:–—-]+\s*(?:councillors?\s+|cllrs?\.?\s+)?(?P<names>\S.*?)\s*(?:\((?P<total>\d{1,3})(?:\s+votes?)?\))?\.?$",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:none|nil|0|-|–)\.?", re.IGNORECASE)
_LONGEST = 5_000
"""Characters of a list of who voted how; it may name a whole council three times over."""
_SHORT = 160
"""Characters of a line that says the figures of a vote and nothing else."""


def vote_of(text: str) -> str | None:
    """Return what ``V:`` would say for a paragraph that gives a vote and nothing else: "11-2-3"; None for others."""
    if len(text) > _SHORT:
        return None
    if match := _HOW.match(text):
        return str(match["how"]).lower()
    match = _FIRST.match(text) or _LATER.match(text)
    return "-".join(figure for figure in match.group("for", "against", "abstained") if figure) if match else None


def figures_of(paragraphs: Sequence[str]) -> tuple[str, int]:
    """Read a vote set out one side to a paragraph, "For: 26", "Against: 32".

    Returns what ``V:`` would say, and how many paragraphs it takes; nothing and none when they are no vote.
    """
    found = []
    for text, side in zip(paragraphs, _SIDES, strict=False):
        match = _COUNT.match(text) if len(text) <= _SHORT else None
        if not match or match["side"].lower() != side:
            break
        found.append(match["count"])
    return ("-".join(found), len(found)) if len(found) > 1 else ("", 0)


def named_of(paragraphs: Sequence[str]) -> tuple[str, int]:
    """Read a recorded vote with the names of each side in a paragraph: a line of notation, and how many it takes.

    Only where every side gives its number and as many names are read: nothing else shows that they were told apart.
    """
    sides: list[tuple[str, ...]] = []
    for text, side in zip(paragraphs, _SIDES, strict=False):
        match = _NAMED.match(text) if len(text) <= _LONGEST else None
        if not match or match["side"].lower() != side:
            break
        names = () if _NOBODY.fullmatch(match["names"]) else tuple(split_names(match["names"]))
        count = match["count"] or match["total"]
        if count is None or int(count) != len(names):
            return "", 0
        sides.append(names)
    if len(sides) < 2 or not any(sides):
        return "", 0
    line = named_vote_line(sides[0], sides[1], sides[2] if len(sides) > 2 else ())
    return (line, len(sides)) if notation.parse(line).kind is notation.Kind.VOTE else ("", 0)
