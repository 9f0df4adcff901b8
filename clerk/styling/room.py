"""The parts of a house style about people in the room: interests they declare, and how they come and go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from clerk.styling.parts import Keys, Slots
from clerk.terms import MovementKind, Outcome


@dataclass(frozen=True)
class Declarations:
    """How a declaration of interest is put together."""

    kinds: tuple[str, ...]
    """The kinds of interest the house knows; an officer may always use other words."""
    declared: Annotated[str, Slots("name", "interest", "items", "nature", "dispensation", "outcome")]
    """The whole sentence; all after the interest bring their own space or comma."""
    interest: str
    """What was declared when no kind was given: "an interest"."""
    agenda_item: Annotated[str, Slots("number", "title")]
    """One item concerned, by its agenda number."""
    minute: Annotated[str, Slots("number", "title")]
    """One item concerned that was not on the agenda, by its minute number."""
    in_items: Annotated[str, Slots("items")]
    """The items concerned, joined."""
    dispensation: Annotated[str, Slots("dispensation")]
    """The dispensation the person has (Localism Act 2011 s33): "to speak and vote"."""
    outcomes: Annotated[Mapping[str, str], Keys(Outcome)]
    """What the person then did."""
    repeated: bool
    """Whether the items concerned say what the person did, when the interest was declared earlier in the meeting."""
    declared_before: Annotated[str, Slots("number", "name", "interest", "outcome")]
    """That sentence, citing the minute of the declaration."""
    declared_before_plain: Annotated[str, Slots("name", "interest", "outcome")]
    """The same, when the declaration stands under no minute number."""
    did: Annotated[Mapping[str, str], Keys(Outcome)]
    """What the person did, in that sentence; an outcome left out prints none."""


@dataclass(frozen=True)
class Movements:
    """How the minutes tell who came and went while the meeting was in session."""

    listed: bool
    """Whether the list of those present notes who was there for part of the meeting only."""
    told: bool
    """Whether it is told in the text, where it happened."""
    sentences: Annotated[Mapping[str, str], Keys(MovementKind), Slots("names", "time", "during", "why")]
    """What is told of each kind of movement; during which item and why bring their own space or comma."""
    having_declared: Annotated[str, Slots("interest")]
    """Why somebody left who had declared an interest (or predetermination) in the item."""
    having_declared_and_spoken: Annotated[str, Slots("interest")]
    """The same of who was heard on the item first."""
    resumed_the_chair: Annotated[str, Slots("names", "time", "during", "why")]
    """What is told of somebody who took the Chair after having been in it before."""
    during_item: str
    """Said of what happened during the item whose minute it stands in; nothing is said between items."""
    note: Annotated[str, Slots("name", "notes")]
    """A name on the list with what is noted of it."""
    notes: Annotated[Mapping[str, str], Keys(MovementKind), Slots("time", "during")]
    """What the list notes of each kind of movement. Who left and came back is told in the text."""
    presided: Annotated[str, Slots("times")]
    """What the list notes of who was in the Chair for part of the meeting only; ``times`` are of the next three."""
    presided_until: Annotated[str, Slots("until")]
    """Said of the Chair of the beginning, until another took it."""
    presided_between: Annotated[str, Slots("time", "until")]
    """Said of who took the Chair, until another took it."""
    presided_from: Annotated[str, Slots("time")]
    """Said of who took the Chair, and kept it, after having been in it before."""
    away: Annotated[str, Slots("time", "until")]
    """What the list notes of who left and came back, where the text does not tell it."""
    during_minute: Annotated[str, Slots("number")]
    """During which minute, on the list."""
