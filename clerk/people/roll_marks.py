"""What a line of a pasted roll says of somebody besides the name: "- apologies", "Clerk", "County Councillor"."""

from __future__ import annotations

import re

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
