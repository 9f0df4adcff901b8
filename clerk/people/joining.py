"""Who left the room and came back from elsewhere, by video or telephone."""

from __future__ import annotations

from dataclasses import replace

from clerk.model import Movement, Presence, Record
from clerk.terms import MovementKind

BY_LINK = "by video link"
"""How somebody came back who had been in the room before: it stands where why they came back would."""


def by_link(record: Record, was: Presence, now: Presence) -> Movement | None:
    """Return how somebody came back, as it is once the roll says that they joined from elsewhere, or no longer does.

    None when it stays: they did not come back, or a reason is given for it.
    """
    if was.remote == now.remote or not now.attending:
        return None
    own = (each for each in record.movements if each.name == was.name)
    goings = [each for each in own if each.kind is not MovementKind.TOOK_THE_CHAIR]
    last = goings[-1] if goings and goings[-1].kind is MovementKind.RETURNED else None
    if last is None or last.why != ("" if now.remote else BY_LINK):
        return None
    return replace(last, why=BY_LINK if now.remote else "")
