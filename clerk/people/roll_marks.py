"""What a line of a pasted roll says besides a name: "- apologies", "(reserve)", "County Councillor", "Quorum: 3"."""

from __future__ import annotations

import re
from dataclasses import replace

from clerk.model import Presence
from clerk.terms import Attendance, Capacity

_MARKED = re.compile(
    r"(?P<who>\S.*?)\s*(?:[,:;(]|\s[-–—])\s*"
    r"(?P<mark>(?:sent )?apolog(?:y|ies)(?: (?:for absence|sent|given|received))?|absent|present)\s*[).]*\s*",
    re.IGNORECASE,
)
_CLERK = re.compile(
    r"(?:(?:parish|town|council|deputy|assistant|acting|locum|community) )*clerk\b.*"
    r"|(?:clerk.*)?(?:\brfo\b|responsible financ\w+ officer).*",
    re.IGNORECASE,
)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_QUORUM = re.compile(
    rf"\(?(?:the )?quorum(?: (?:for|of) (?:the|this) (?:meeting|committee|board|council|panel))?(?: is)?\s*[:=–—-]?\s*"
    rf"(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})(?: (?:voting )?(?:members|councillors))?\)?\.?",
    re.IGNORECASE,
)
_STAND_IN = re.compile(r"(?:as )?(?:a |named |nominated )*(?:substitute|sub|reserve)(?: member)?", re.IGNORECASE)
STAND_IN = "Substitute"
"""The post of somebody who may stand in for a member, and who does not do so yet."""
_OF_ANOTHER_COUNCIL = re.compile(r"(?:county|district|borough|city|unitary) (?:councillor|cllr\.?) ", re.IGNORECASE)


def mark_of(line: str) -> tuple[str, Attendance | None]:
    """Part "Cllr A. Moss - apologies" into who it is and what is said of them; None where nothing is."""
    match = _MARKED.fullmatch(line.strip())
    if match is None:
        return line, None
    mark = match["mark"].casefold()
    status = Attendance.APOLOGIES if "apolog" in mark else Attendance(mark)
    return match["who"], status


def capacity_among_councillors(person: Presence) -> Capacity | None:
    """Return what somebody listed below a council's own members can only be; None where that is open.

    The clerk is the council's officer (Local Government Act 1972 s112), and the county or district councillor is there
    to report: neither counts for the quorum nor votes.
    """
    if _CLERK.fullmatch(person.post):
        return Capacity.OFFICER
    return Capacity.GUEST if _OF_ANOTHER_COUNCIL.match(person.name) else None


def may_stand_in(person: Presence) -> Presence:
    """Return one whom a list of members marks "(reserve)" or "- substitute" as a Substitute, not there by that mark.

    Who is said to stand in for somebody stays as read, and so does anybody not marked.
    """
    of_list = person.status is Attendance.SUBSTITUTE and not person.substitute_for
    said = [part.strip() for part in person.post.split(",") if part.strip()]
    posts = [part for part in said if not _STAND_IN.fullmatch(part)]
    organisation = "" if _STAND_IN.fullmatch(person.organisation) else person.organisation
    if not of_list and len(posts) == len(said) and organisation == person.organisation:
        return person
    status = Attendance.EXPECTED if of_list else person.status
    return replace(person, status=status, post=", ".join((*posts, STAND_IN)), organisation=organisation)


def stands_in(person: Presence) -> bool:
    """Whether somebody on a list of members is one only to stand in for another."""
    return person.status is Attendance.SUBSTITUTE or STAND_IN in person.post.split(", ")


def quorum_in(line: str) -> int | None:
    """Return the quorum that a line gives and nothing else: "Quorum: 3", "(The quorum is three)"; None for others."""
    found = _QUORUM.fullmatch(line.strip())
    said = found["number"] if found else "0"
    return (int(said) if said.isdecimal() else _NUMBERS.index(said.lower()) + 1) or None
