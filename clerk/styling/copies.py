"""The part of a house style for papers made from the record for particular readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from clerk.styling.parts import Slots


@dataclass(frozen=True)
class Copies:
    """Titles and standing sentences of the public copy, the decision sheet, action list and attendance sheet."""

    not_for_publication: str
    """Heads full minutes, decisions and actions that hold exempt business."""
    public: str
    """Heads the public copy of minutes that hold exempt business (Local Government Act 1972 s100C(2))."""
    decisions_title: Annotated[str, Slots("body", "the_body")]
    """The title of the decision sheet."""
    decisions_status: Annotated[str, Slots("board")]
    """What says that the decisions are not confirmed."""
    decisions_opening: Annotated[str, Slots("body", "the_body", "held")]
    """Whose decisions; where and when the meeting was held bring their own space."""
    unconfirmed: str
    """The same in a word, for the page header and the file's title."""
    no_decisions: str
    """A decision sheet with none."""
    actions_title: Annotated[str, Slots("body", "the_body")]
    """The title of the list of all actions."""
    actions_title_of: Annotated[str, Slots("body", "the_body", "owner")]
    """The title of one person's."""
    actions_opening: Annotated[str, Slots("body", "the_body", "held")]
    """Which meeting they come from."""
    no_actions: str
    """A list with none."""
    attendance_title: Annotated[str, Slots("body", "the_body")]
    """The title of the sheet to sign."""
    attendance_opening: Annotated[str, Slots("body", "the_body", "when")]
    """Which meeting it is for; place, day and time bring their own space."""
    attendance_note: Annotated[str, Slots("others")]
    """What those who come are asked to do."""
    attendance_venue: Annotated[str, Slots("venue")]
    """Where it is to be."""
    attendance_time: Annotated[str, Slots("time")]
    """When the meeting was called for."""
    members: str
    """Heading: members expected."""
    others: str
    """Heading: room for those not listed."""
    signature: str
    """Column: room to sign."""
