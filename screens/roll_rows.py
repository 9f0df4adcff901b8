"""How the roll shows somebody, and what putting a name right changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual.content import Content

from clerk.model import Presence
from clerk.people.owners import initials_of
from clerk.people.person_line import person_in
from clerk.terms import Attendance, Capacity

LETTERS = {
    Attendance.EXPECTED: "·",
    Attendance.PRESENT: "P",
    Attendance.APOLOGIES: "A",
    Attendance.ABSENT: "-",
    Attendance.SUBSTITUTE: "S",
}
"""How the roll shows what it says of a person, in one letter and not by colour."""

KEYS = (
    "Enter present  2 apologies  3 absent  4 substitute  5 remote  6 Chair",
    "7 member/officer/guest  8 all here  9 votes on some items  0 expected",
    "F5 rest of the roster  F6 keep as roster  F7 put name right  Ctrl+Z undo",
    "Not on the list? Type name, post, organisation; or paste a list.  Esc done",
)
"""What the keys do, a line a row."""


def title_of(roll: Sequence[Presence], replaced: Presence | None, naming: Presence | None, keeping: str) -> str:
    """Say what is being asked, or how far the roll is called."""
    if keeping:
        return f"Keep {keeping}? F6 again keeps it"
    if naming:
        return f"Put right the name of {naming.name}, then Enter; Esc leaves it"
    if replaced and replaced.capacity is Capacity.GUEST:
        return f"Whom is {replaced.name} the substitute for? Pick or type a name, Enter; Esc for nobody"
    if replaced:
        return f"Who is the substitute for {replaced.name}? Pick or type a name, Enter; Esc for nobody"
    here = sum(presence.attending for presence in roll)
    to_mark = sum(presence.status is Attendance.EXPECTED for presence in roll)
    return f"Roll   {here} present   {to_mark} still to mark"


def row(presence: Presence, width: int) -> Content:
    """One person on one line of ``width`` cells."""
    notes = [] if presence.capacity is Capacity.MEMBER else [presence.capacity.value]
    notes += ["remote"] if presence.remote else []
    notes += ["in the Chair"] if presence.chair else []
    notes += [presence.voting.said] if presence.voting.said else []
    notes += [f"for {presence.substitute_for}"] if presence.substitute_for else []
    name_width = max(14, min(30, width // 2 - 4))
    about = "; ".join(filter(None, (*notes, presence.post, presence.organisation)))
    return Content(f"{LETTERS[presence.status]}  {presence.name:<{name_width}} {about}")


def renamed(roll: Sequence[Presence], person: Presence, typed: str) -> list[Presence] | str:
    """Return the lines of the roll that change when a person is called what was typed, or why that cannot be.

    A post and an organisation typed after the name take the place of those there. Who is a substitute for the person
    is one for the new name, and initials that were those of the old name are those of the new.
    """
    read = person_in(typed, person.capacity)
    if not read.name:
        return "Type the name as it should be; Esc leaves it as it is."
    if any(other.name.casefold() == read.name.casefold() and other.id != person.id for other in roll):
        return f"{read.name} is on the roll already."
    own = person.initials and person.initials == initials_of(person.name)
    now = replace(
        person,
        name=read.name,
        post=read.post or person.post,
        organisation=read.organisation or person.organisation,
        initials=read.initials or (initials_of(read.name) if own else person.initials),
    )
    if now == person:
        return []
    substitutes = (other for other in roll if other.substitute_for == person.name and other.id != person.id)
    return [now, *(replace(other, substitute_for=now.name) for other in substitutes)]
