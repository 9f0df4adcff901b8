"""One line that names a person, as it is typed or pasted: "Cllr A. Example (Chair), Leader, Northmere Council"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clerk.language.text import clean_line
from clerk.model import Presence
from clerk.people.owners import initials_of
from clerk.people.posts import LISTED_ORGANISATION, POST
from clerk.terms import Capacity

_BETWEEN = re.compile(r",|\t+")
_LAST_NOTE = re.compile(r"\s*\((?P<note>[^()]{1,60})\)\s*$")
_CHAIR = re.compile(r"(?:in the )?chair(?:man|woman|person)?|presiding", re.IGNORECASE)
_VICE = re.compile(r"(?:vice|deputy)[ -]chair(?:man|woman|person)?", re.IGNORECASE)
_LONGEST_INITIALS = 4


def person_in(line: str, capacity: Capacity = Capacity.MEMBER) -> Presence:
    """Read "name, post, organisation", "name, organisation" or "name, post", apart by commas or tabs; all is kept.

    "(Chair)" after the name puts the person in the Chair, "(Vice-Chair)" is a post, and the person's own initials in
    brackets are the initials.
    """
    name, *rest = [clean_line(part) for part in _BETWEEN.split(line, maxsplit=2)]
    post, organisation = (rest[0], rest[1]) if len(rest) == 2 else split_role(rest)
    return with_notes(Presence(name, post=post, organisation=organisation, capacity=capacity))


def doubt_of_name(typed: str) -> str:
    """Return what speaks against words as the name of somebody not on the roll, to be said once; empty for nothing.

    Initials that nobody has would print as somebody's name: a name is not typed in small letters alone.
    """
    name = _BETWEEN.split(typed, maxsplit=1)[0].strip()
    only_initials = name.islower() or (name.isupper() and len(name) <= _LONGEST_INITIALS)
    return f"Nobody on the roll is found by {name}." if only_initials else ""


def split_role(parts: Sequence[str]) -> tuple[str, str]:
    """Tell post and organisation apart in what stands behind a name; one part alone is told by its words."""
    if not parts:
        return "", ""
    last = parts[-1]
    if len(parts) == 1 and POST.match(last):
        return last, ""
    if LISTED_ORGANISATION.search(last) or (len(parts) > 1 and not POST.search(last)):
        return ", ".join(parts[:-1]), last
    if POST.search(last) or len(parts) > 1:
        return ", ".join(parts), ""
    return "", last


def is_chair(words: str) -> bool:
    """Whether words say no more than that somebody is in the Chair."""
    return bool(_CHAIR.fullmatch(words.strip()))


def with_notes(person: Presence) -> Presence:
    """Take from the end of a name the notes in brackets that are known; others stay part of it."""
    while found := _LAST_NOTE.search(person.name):
        noted = _noted(replace(person, name=person.name[: found.start()].strip()), found["note"].strip())
        if noted is None or not noted.name:
            return person
        person = noted
    return person


def _noted(person: Presence, note: str) -> Presence | None:
    if is_chair(note):
        return replace(person, chair=True)
    if _VICE.fullmatch(note):
        return replace(person, post=", ".join(filter(None, (note, person.post))))
    if note.isupper() and note == initials_of(person.name):
        return replace(person, initials=person.initials or note)
    return None
