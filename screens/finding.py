"""Finding somebody or something from the few letters an officer types."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clerk.model import Item, Presence
from clerk.people.owners import initials_of

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def called(presence: Presence) -> set[str]:
    """The initials somebody may be called by: "Jo Fox-Hall" is "jfh" to some and "jf" to others."""
    joined = presence.name.replace("-", "").replace("\N{HYPHEN}", "")
    return {presence.initials.lower(), initials_of(presence.name).lower(), initials_of(joined).lower()} - {""}


def matches(presence: Presence, typed: str) -> bool:
    """Whether a person may be meant: by initials, or by the beginning of any words of the name or organisation."""
    wanted = typed.lower().split()
    if not wanted or (len(wanted) == 1 and wanted[0] in called(presence)):
        return True
    words = _WORD.findall(f"{presence.name} {presence.organisation}".lower())
    return all(any(word.startswith(part.strip(".,")) for word in words) for part in wanted)


def people(roll: Sequence[Presence], typed: str) -> list[Presence]:
    """The people who may be meant; those whose initials were typed first, otherwise in the order of the roll."""
    wanted = typed.strip().lower()
    found = [presence for presence in roll if matches(presence, typed)]
    return sorted(found, key=lambda presence: wanted not in called(presence))


def items(record_items: Sequence[Item], minute_numbers: Sequence[int | None], typed: str) -> list[int]:
    """Places (from 0) of the items that may be meant: an agenda or minute number first, then words of the title."""
    wanted = typed.strip().lower().rstrip(".")
    if not wanted:
        return list(range(len(record_items)))
    by_agenda = [at for at, item in enumerate(record_items) if item.agenda_number.lower() == wanted]
    by_minute = [at for at, number in enumerate(minute_numbers) if str(number) == wanted]
    by_title = [at for at, item in enumerate(record_items) if wanted in item.title.lower()]
    starting = [at for at, item in enumerate(record_items) if item.agenda_number.lower().startswith(wanted)]
    return list(dict.fromkeys(by_agenda + by_minute + by_title + starting))
