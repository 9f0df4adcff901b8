"""The part of a house style for the action log and for what is minuted of the progress of actions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from clerk.styling.parts import Slots


@dataclass(frozen=True)
class ActionLogWords:
    """Titles, columns and sentences of the action log, and of the progress reported at a meeting."""

    title: Annotated[str, Slots("body", "the_body")]
    """The title of the action log."""
    opening: Annotated[str, Slots("body", "the_body", "on")]
    """What it holds and for which meeting; the day brings its own space."""
    outstanding: str
    """Heading: what is still to be done."""
    settled: str
    """Heading: what was completed, or dropped, since the last meeting."""
    none: str
    """A log in which nothing is outstanding."""
    meeting: str
    """Column: from which meeting and minute."""
    progress: str
    """Column: where it stands, and the progress reported."""
    minute_of: Annotated[str, Slots("minute", "date")]
    """From which meeting and minute."""
    open: str
    """Where an action stands that is still to be done."""
    completed: Annotated[str, Slots("on")]
    """Where one stands that is done; the day brings its own space."""
    dropped: Annotated[str, Slots("on")]
    """Where one stands that will not be done; likewise."""
    overdue: Annotated[str, Slots("due")]
    """When an action was due that is overdue."""
    further_to: Annotated[str, Slots("minute", "date")]
    """How a sentence of progress refers to the minute."""
    update: Annotated[str, Slots("owners", "action", "progress")]
    """The progress somebody reported."""
    update_by_nobody: Annotated[str, Slots("action", "progress")]
    """The same of an action that names nobody."""
    was_completed: Annotated[str, Slots("action")]
    """That an action was completed."""
    was_dropped: Annotated[str, Slots("action")]
    """That an action is no longer required."""
    with_progress: Annotated[str, Slots("sentence", "progress")]
    """Either of the two with the progress reported."""
