"""What a title tells: the standing kind of an item, and what sort of body a name names."""

from __future__ import annotations

import re

from clerk.model import Body
from clerk.terms import BodyKind, ItemKind

_CHAIR = r"(?:chair(?:man|woman|person|s|men)?|vice|(?:lord )?mayor|conven[oe]r)"
_OTHER_BODIES = r"committees|panels|boards|sub-?committees?|working (?:group|party)|outside bod"

# Tried in order: the first that fits decides, so what is particular stands before what is general.
_KINDS: tuple[tuple[ItemKind, str], ...] = (
    (ItemKind.MATTERS_ARISING, r"^(?:any )?matters arising"),
    (
        ItemKind.NEXT_MEETING,
        r"\bdates?\b.*\b(?:next|future|forthcoming|further)\b.*\bmeetings?\b|^(?:next|future) meetings?\b"
        r"|^dates? (?:and times? )?of (?:the )?meetings?\b|^(?:schedule|programme) of (?:future )?meetings",
    ),
    (ItemKind.ACTION_LOG, r"\bactions?[ -](?:log|list|tracker|sheet|points)\b|\b(?:outstanding|matters and) actions\b"),
    (ItemKind.ACTION_LOG, r"^(?:review of )?actions?(?: (?:from|arising|agreed|update)\b.*)?$"),
    (
        ItemKind.PREVIOUS_MINUTES,
        rf"^(?!.*\bsilence)(?!.*\b(?:{_OTHER_BODIES})\b)(?:(?:draft|public|non-public) )?(?:the )?minutes"
        r"(?:$|(?! of\b)\W|\b.*\b(?:previous|last|meetings?|held)\b)",
    ),
    (
        ItemKind.PREVIOUS_MINUTES,
        r"^(?:(?:to )?(?:confirm|approve|receive|sign|agree|consider)\b|(?:approval|confirmation|signing) of\b"
        rf"|previous\b).*?\bminutes\b(?!.*\b(?:{_OTHER_BODIES})\b)",
    ),
    (
        ItemKind.DECLARATIONS,
        r"\b(?:declarations?|disclosures?|declare|disclose)\b.*\b(?:interests?|code of conduct)\b"
        r"|^(?:declarations?|disclosures?)$|^(?:members'? )?(?:declarations|interests)$",
    ),
    (ItemKind.APOLOGIES, r"\bapolog(?:y|ies)\b"),
    (
        ItemKind.ELECTION,
        rf"\b(?:election|elect|appointment|appoint|nomination)\b.*\b(?:{_CHAIR}|deputy[ -]chair\w*|deputy mayor)\b",
    ),
    (ItemKind.EXCLUSION, r"\bexclu(?:sion|de|ding)\b.*\b(?:public|press)\b|^exclusion$"),
    (
        ItemKind.URGENT,
        r"\burgent\b.*\b(?:items?|business|matters?)\b|\b(?:items?|business|matters?)\b.*\burgen(?:t|cy)\b|^urgency$",
    ),
    (
        ItemKind.ORDER_OF_BUSINESS,
        r"\b(?:change|chang|vary|vari|alter)\w*\b.*\border of (?:the )?(?:business|agenda)\b|^order of business$",
    ),
    (ItemKind.OTHER_BUSINESS, r"\bother business\b|^a\.?\s?o\.?\s?b\b"),
    (
        ItemKind.QUESTIONS,
        r"\bquestions?\b.*\b(?:public|members?|councillors?|time|notice|petitions|deputations)\b|\bpublic questions?\b"
        r"|\bquestion time\b|^(?:to receive )?(?:any )?(?:public )?(?:petitions|deputations|questions)\b"
        r"|\bpublic (?:participation|speaking|forum|session)\b|^open forum\b",
    ),
    (
        ItemKind.INTRODUCTIONS,
        r"^introductions?(?:$|[,:] |(?:,? and | & )(?!of\b))"
        r"|^welcomes?(?:$|[ ,:&]+(?:and|to|from|introductions?|remarks|by)\b)|\bwelcome and introductions?\b",
    ),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
# What councils hang on a title: "[FOR INFORMATION]", "(CA3)", "(to follow)".
_TAGS = re.compile(r"\s*(?:\[[^\]]*\]|\([^)]*\))")

_NOUNS = re.compile(
    r"\b(Sub-?\s?Committee|Committee|Board|Cabinet|Council|Panel|Forum|Partnership|Authority|Executive|Commission|Assembly"
    r"|Working Party|Group|Trust|Conference)\b",
    re.IGNORECASE,
)
_COMMITTEE_WORK = re.compile(
    r"\b(?:scrutiny|planning|licensing|standards|pensions?|wellbeing|well-being|audit|appeals|employment|governance)\b",
    re.IGNORECASE,
)

_LONGEST = 300
"""How many characters of a title are looked at: a longer one is a damaged paragraph, not a standing title."""


def kind_of(title: str) -> ItemKind:
    """Say which standing kind of business a title names; ordinary when it names none.

    A section heading cannot be told by its words alone, so ``HEADING`` is left to the reader of the agenda.
    """
    plain = " ".join(_TAGS.sub("", title[:_LONGEST]).replace("’", "'").lower().split()).strip(" .:;-–—")
    return next((kind for kind, pattern in _PATTERNS if pattern.search(plain)), ItemKind.ORDINARY)


def noun_of(body_name: str) -> str:
    """Return what minutes call a body after its first mention: the last noun of its name, else "Committee"."""
    nouns = _NOUNS.findall(body_name.partition(" of ")[0]) or _NOUNS.findall(body_name)
    if not nouns:
        return "Committee"
    noun = str(nouns[-1]).title()
    return "Sub-Committee" if noun.startswith("Sub") else noun


def body_kind_of(body_name: str) -> BodyKind:
    """Return which rules most likely apply to a body of this name; the officer may know better.

    A health and wellbeing board is a committee of the council (Health and Social Care Act 2012 s194), and a police
    and crime panel a joint committee (Police Reform and Social Responsibility Act 2011 s28).
    """
    if re.search(r"\b(?:parish|town|community) (?:council|meeting)\b", body_name, re.IGNORECASE):
        return BodyKind.PARISH
    noun = noun_of(body_name)
    if noun in ("Cabinet", "Executive") or re.search(r"\bexecutive board\b", body_name, re.IGNORECASE):
        return BodyKind.EXECUTIVE
    if noun in ("Council", "Assembly", "Authority"):
        return BodyKind.COUNCIL
    if noun in ("Board", "Partnership", "Forum", "Group", "Trust") and not _COMMITTEE_WORK.search(body_name):
        return BodyKind.PARTNERSHIP
    return BodyKind.COMMITTEE


def house_style_of(body_name: str) -> str:
    """Return the house style that a new body of this name begins with, where none is given."""
    return "parish" if body_kind_of(body_name) is BodyKind.PARISH else Body(body_name).style
