"""The words of the record: the kinds, states and standings that its parts can have, as they are stored and said."""

from __future__ import annotations

from enum import StrEnum


class BodyKind(StrEnum):
    """What sort of body meets. The kind decides which rules of law and practice apply to it."""

    PARTNERSHIP = "partnership"
    COMMITTEE = "committee"
    COUNCIL = "council"
    EXECUTIVE = "executive"
    PARISH = "parish"


class MeetingState(StrEnum):
    """Where a meeting stands, from its agenda to its confirmed minutes."""

    PLANNED = "planned"
    IN_SESSION = "in session"
    DRAFT = "draft"
    CIRCULATED = "circulated"
    CONFIRMED = "confirmed"

    @property
    def over(self) -> bool:
        """Whether the meeting has closed."""
        return self not in (MeetingState.PLANNED, MeetingState.IN_SESSION)


class ItemKind(StrEnum):
    """The standing kinds of business, which have usual words; everything else is ordinary."""

    ORDINARY = "ordinary"
    HEADING = "heading"
    INTRODUCTIONS = "introductions"
    APOLOGIES = "apologies"
    DECLARATIONS = "declarations"
    PREVIOUS_MINUTES = "previous minutes"
    MATTERS_ARISING = "matters arising"
    ACTION_LOG = "action log"
    ELECTION = "election"
    QUESTIONS = "questions"
    URGENT = "urgent items"
    EXCLUSION = "exclusion"
    OTHER_BUSINESS = "other business"
    ORDER_OF_BUSINESS = "order of business"
    NEXT_MEETING = "next meeting"


class ItemState(StrEnum):
    """Whether an item has been reached, and what became of it."""

    TO_COME = "to come"
    OPEN = "open"
    DONE = "done"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"


class DocumentKind(StrEnum):
    """What was put before the meeting under an item."""

    REPORT = "report"
    PRESENTATION = "presentation"
    VERBAL_UPDATE = "verbal update"
    OTHER = "other"


class Capacity(StrEnum):
    """In what capacity somebody attends; the present list groups people by it."""

    MEMBER = "member"
    OFFICER = "officer"
    GUEST = "guest"


class Attendance(StrEnum):
    """What the roll says of one person."""

    EXPECTED = "expected"
    PRESENT = "present"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    SUBSTITUTE = "substitute"


class Outcome(StrEnum):
    """What a person who declared an interest then did."""

    STAYED = "stayed"
    SPOKE_THEN_LEFT = "spoke then left"
    LEFT = "left"
    NOT_SAID = ""

    @property
    def withdrew(self) -> bool:
        """Whether they were thereby not there for the decision."""
        return self in (Outcome.SPOKE_THEN_LEFT, Outcome.LEFT)


class MovementKind(StrEnum):
    """How somebody came, went or changed place while the meeting was in session."""

    ARRIVED = "arrived"
    LEFT = "left"
    RETURNED = "returned"
    TOOK_THE_CHAIR = "took the chair"
