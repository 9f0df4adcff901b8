"""The label of a list of co-opted members: "Church representatives:", "Co-opted members (education matters only):"."""

from __future__ import annotations

import re
from typing import NamedTuple

from clerk.voting.entitled import ON_ALL, Voting

_STANDS_FOR = r"(?:church|diocesan|faith|religious|parents?(?:[ -]governors?)?)"
_LABEL = re.compile(
    r"(?:the )?(?P<who>(?:(?:non-?|un)?voting |statutory |education(?:al)? |independent |lay |additional ){0,3}"
    r"(?:co-?opt(?:ed|ee) (?:members?|representatives?)|co-?optees?)"
    rf"|(?:(?:non-?)?voting |statutory |education ){{0,2}}{_STANDS_FOR}(?:(?: and | & |, | ?/ ?){_STANDS_FOR}){{0,2}}"
    r" (?:representatives?|co-?optees?|members?)|parent[ -]governors?)"
    r"(?:\s*\(\d{1,2}\))?(?:\s*[(\[](?P<votes>[^()\[\]]{2,80})[)\]])?(?:\s*:\s*|\s+[-–—]\s+|\s*$)(?P<names>.*)",
    re.IGNORECASE,
)
_NO_VOTE = re.compile(r"\b(?:non-?voting|without (?:a vote|voting)|no vot(?:es?|ing))\b", re.IGNORECASE)
_A_VOTE = re.compile(r"\bvoting\b|\bwith (?:a )?votes?\b", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:only|on|matters?|items?|education\w*|business|when|where|statutory)\b", re.IGNORECASE)
_VACANT = re.compile(
    r"(?:[,;]|\band\b)*\s?\b(?:\d+ |an? |one |two )?vacan(?:cy|cies|t)\b(?:\s?\([^()]{0,80}\))?(?:\s?[,;])?",
    re.IGNORECASE,
)
_COUNCILLOR = re.compile(r"\W*(?:councillors?|cllrs?)\b", re.IGNORECASE)


class CoOpted(NamedTuple):
    """What a label says of the co-opted members named behind it or below it."""

    label: str
    """The label, without the names."""
    post: str
    """What one of them is, for whoever has no post and stands for nobody: "Parent Governor representative"."""
    voting: Voting
    """On what they vote; which items those are is said at the meeting."""
    names: str
    """The names behind the label; empty for a heading."""


def co_opted_in(line: str) -> CoOpted | None:
    """Part the label of a list of co-opted members from the names; None for any other line.

    They vote on some items only unless the label says outright that they vote: a co-opted member of an overview and
    scrutiny committee has none as a rule but on education (Local Government Act 2000 Schedule A1), nor has one of
    most other committees any (Local Government and Housing Act 1989 s13). A co-opted councillor, as parishes have, is
    a councillor like the others.
    """
    found = _LABEL.fullmatch(line.strip())
    if found is None:
        return None
    said = f"{found['who']} {found['votes'] or ''}"
    whole = not _NO_VOTE.search(said) and _A_VOTE.search(said) and not _ONLY.search(said)
    full = bool(whole) or bool(_COUNCILLOR.match(found["names"]))
    label = line.strip()[: found.start("names") - found.start()].rstrip()
    names = found["names"].strip()
    named = _VACANT.sub(",", names).strip(" ,;") if _VACANT.search(names) else names
    return CoOpted(label, _one(found["who"]), ON_ALL if full else Voting(some=True), named or names)


def votes_told(words: str) -> Voting:
    """On what somebody votes by words such as "non-voting" beside a name: on all business where nothing is said."""
    return Voting(some=True) if _NO_VOTE.search(words) else ON_ALL


def _one(who: str) -> str:
    """What one of several is, as the label writes it: "Statutory co-optee" of "STATUTORY CO-OPTEES"."""
    said = who.strip().capitalize() if who.isupper() else who.strip()
    return re.sub(r"(?<=[a-z])s$", "", said)
