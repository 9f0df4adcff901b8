"""The record of a meeting: what happened, who was there and what was decided.

Parts are frozen dataclasses. ``id`` fields, the store's row numbers (0 if not stored), take no part in comparison.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import count
from typing import NamedTuple

from clerk import notation
from clerk.actions import progress
from clerk.afterwards.since import UNTOUCHED, Afterwards
from clerk.terms import (
    Attendance,
    BodyKind,
    Capacity,
    DocumentKind,
    ItemKind,
    ItemState,
    MeetingState,
    MovementKind,
    Outcome,
)
from clerk.voting.entitled import ON_ALL, Voting


@dataclass(frozen=True)
class Body:
    """A committee, board or council that meets."""

    name: str
    """Its full name as at the meeting."""
    kind: BodyKind = BodyKind.COMMITTEE
    """Which rules apply."""
    noun: str = "Committee"
    """What its minutes call it after the first mention: "The Board considered ..."."""
    chair_title: str = "Chairman"
    """What it calls the person presiding: Chairman, Chair, Chairwoman, Mayor."""
    quorum: int | None = None
    """How many members must be present; None when it is not known."""
    style: str = "county"
    """The name of its house style."""
    own_words: str = ""
    """Its own words in place of some of that style's, as TOML the officer wrote (``clerk.house_style.style_of``)."""
    id: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Presence:
    """One line of the roll: a person expected at, or attending, one meeting."""

    name: str
    """As it prints, with title and letters: "Cllr L. Example"."""
    post: str = ""
    """The office held or job done, if it is to print."""
    organisation: str = ""
    """Who the person is with or represents."""
    capacity: Capacity = Capacity.MEMBER
    """The group of the present list."""
    status: Attendance = Attendance.EXPECTED
    """What the roll says."""
    substitute_for: str = ""
    """The name of the member replaced; only with status substitute."""
    remote: bool = False
    """Joined by telephone or video rather than in the room."""
    chair: bool = False
    """In the Chair."""
    initials: str = ""
    """How the officer calls the person in notes; unique in a meeting when not empty."""
    voting: Voting = ON_ALL
    """On which items the person, if a member, has a vote."""
    id: int = field(default=0, compare=False)

    @property
    def attending(self) -> bool:
        """Whether the person is at the meeting."""
        return self.status in (Attendance.PRESENT, Attendance.SUBSTITUTE)


@dataclass(frozen=True)
class Declaration:
    """An interest declared at the meeting (Localism Act 2011 s31 and the body's own code)."""

    name: str
    """Who declared, as on the roll."""
    interest: str = ""
    """The kind of interest, from the body's list or in the officer's words; empty when none was given."""
    nature: str = ""
    """Why: "as a governor of the school"."""
    items: tuple[int, ...] = ()
    """Positions of the items it concerns."""
    outcome: Outcome = Outcome.NOT_SAID
    """What the person then did."""
    made_at: int = 0
    """Position of the item during which it was declared; 0 when not known."""
    made: datetime | None = field(default=None, compare=False)
    """When it was recorded."""
    dispensation: str = ""
    """What the person has been allowed in spite of the interest (Localism Act 2011 s33): "to speak and vote"."""
    id: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Movement:
    """Somebody arriving, leaving, returning or taking the chair while the meeting was in session."""

    name: str
    """Who, as on the roll."""
    kind: MovementKind
    """What they did."""
    when: datetime
    """At what time."""
    item: int = 0
    """Position of the item during which it happened; 0 between items."""
    why: str = ""
    """Why, if it is to print: "having declared an interest"; empty for no reason given."""
    voted: bool | None = None
    """Whether who left (or arrived) during the item was there for its vote; None when there was none, or not asked."""
    id: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Adjournment:
    """A break in the meeting."""

    began: datetime
    """When the meeting adjourned."""
    resumed: datetime | None = None
    """When it resumed; None while it has not."""
    item: int = 0
    """Position of the item during which it adjourned; 0 between items."""
    why: str = ""
    """Why, if it is to print."""
    id: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Document:
    """A paper, presentation or verbal update under an item."""

    kind: DocumentKind = DocumentKind.REPORT
    """What it is."""
    title: str = ""
    """Its title, when that is not the item's."""
    presenter: str = ""
    """Name of the person presenting it."""
    post: str = ""
    """The presenter's post."""
    organisation: str = ""
    """The presenter's organisation."""
    link: str = ""
    """Where the published copy is."""
    id: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Entry:
    """One line of an item's minute, exactly as typed."""

    line: str
    """The text with its notation prefix (see ``clerk.notation``)."""
    written: datetime | None = field(default=None, compare=False)
    """When the line was first written."""
    changed: datetime | None = field(default=None, compare=False)
    """When it was last changed."""
    id: int = field(default=0, compare=False)
    standings: tuple[progress.Standing, ...] = field(default=(), compare=False)
    """Where the actions in it stand, one for each; none for a line that is not stored."""

    @property
    def kind(self) -> notation.Kind:
        """What the line is."""
        return notation.parse(self.line).kind


@dataclass(frozen=True)
class Item:
    """One item of business."""

    title: str
    """As on the agenda, without its number."""
    agenda_number: str = ""
    """As on the agenda, without a final full stop; empty for business that was not on it."""
    kind: ItemKind = ItemKind.ORDINARY
    """A standing kind, or ordinary; a heading is not business and takes no minute number."""
    note: str = ""
    """The agenda's own words under the title. Never printed in minutes."""
    state: ItemState = ItemState.TO_COME
    """Whether it has been reached."""
    opened: datetime | None = None
    """When it was taken."""
    closed: datetime | None = None
    """When the meeting left it."""
    reason: str = ""
    """Why it was deferred or withdrawn; empty when no reason was given."""
    deferred_to: str = ""
    """To what it was deferred: "the next meeting"; empty when it was not, or not said."""
    urgent_because: str = ""
    """For business not on the agenda, the special circumstances by reason of which the person in the Chair allowed
    it (Local Government Act 1972 s100B(4)(b))."""
    taken_with: int = 0
    """Position of the item it was discussed together with, where the minute is; 0 for an item taken by itself."""
    exempt: str = ""
    """By which paragraphs of Schedule 12A to the Local Government Act 1972 it is not for the public, "3"; or empty."""
    documents: tuple[Document, ...] = ()
    """What is put before the meeting, in order."""
    entries: tuple[Entry, ...] = ()
    """The minute, line by line."""
    id: int = field(default=0, compare=False)

    @property
    def text(self) -> str:
        """The minute as one page of notation."""
        return "\n".join(entry.line for entry in self.entries)


@dataclass(frozen=True)
class Meeting:
    """When and where a body meets, and how far its minutes have come."""

    date: date | None = None
    """The day of the meeting."""
    time: time | None = None
    """The time it was called for."""
    venue: str = ""
    """Room and building, or the video service."""
    contact: str = ""
    """The officer to ask, with telephone and e-mail."""
    note: str = ""
    """Anything else the agenda's front page says."""
    state: MeetingState = MeetingState.PLANNED
    """From planned to confirmed."""
    opened: datetime | None = None
    """When the person in the Chair opened it."""
    closed: datetime | None = None
    """When it ended."""
    first_minute: int = 1
    """Number of the first minute: many bodies number on through the council year."""
    adjournments: tuple[Adjournment, ...] = ()
    """Its breaks, in order."""
    id: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Record:
    """One meeting whole: all that Clerk knows of it."""

    body: Body
    """Who met."""
    meeting: Meeting
    """When and where."""
    items: tuple[Item, ...] = ()
    """In the order taken, then those to come in agenda order. An item's position is its place here, from 1."""
    presence: tuple[Presence, ...] = ()
    """The roll, in the order of the list."""
    declarations: tuple[Declaration, ...] = ()
    """In the order made."""
    movements: tuple[Movement, ...] = ()
    """In the order of time."""
    afterwards: Afterwards = UNTOUCHED
    """What became of its minutes after the meeting."""

    def minute_numbers(self) -> tuple[int | None, ...]:
        """The minute number of each item, following the order taken; None for a section heading."""
        following = count(self.meeting.first_minute)
        return tuple(None if item.kind is ItemKind.HEADING else next(following) for item in self.items)


class Place(NamedTuple):
    """Where the officer was in a meeting, so that reopening lands there."""

    item_id: int
    """The item."""
    line: int = 0
    """Line of the page, from 0."""
    column: int = 0
    """Character in the line, from 0."""


class MeetingSummary(NamedTuple):
    """One row of the meetings list."""

    number: int
    """What ``clerk list`` calls it."""
    body: str
    """Name of the body as at the meeting."""
    date: date | None
    """The day."""
    time: time | None
    """The time it was called for."""
    state: MeetingState
    """How far it has come."""
    items: int
    """How many items of business."""
