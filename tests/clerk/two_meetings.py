"""A meeting that has closed, and the next one of the same body, at which its minutes are confirmed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from clerk.afterwards.parts import Confirmation
from clerk.model import Body, Entry, Item, Meeting, Presence, Record
from clerk.terms import Attendance, ItemKind, ItemState, MeetingState

BOARD = Body("Northmere Board", noun="Board")
JUNE = Record(
    BOARD,
    Meeting(
        date(2026, 6, 19),
        venue="Room 1",
        state=MeetingState.DRAFT,
        opened=datetime(2026, 6, 19, 10),
        closed=datetime(2026, 6, 19, 11),
        first_minute=24,
    ),
    (
        Item("Apologies", "1", ItemKind.APOLOGIES, state=ItemState.DONE, entries=(Entry("None [sic]."),)),
        Item(
            "Patrols",
            "7",
            state=ItemState.DONE,
            entries=(
                Entry("It was noted:"),
                Entry("- The trial ran for six weeks."),
                Entry("Q: which streets?"),
                Entry("- It cost {KL>a great deal}."),
                Entry("R: That it be noted"),
                Entry("R: That it go on"),
            ),
        ),
        Item("Land", "8", state=ItemState.DONE, exempt="3", entries=(Entry("Sold for ten."), Entry("S: Land."))),
    ),
)
SEPTEMBER = Record(
    BOARD,
    Meeting(date(2026, 9, 18), venue="Room 2", state=MeetingState.IN_SESSION, first_minute=30),
    (
        Item("Apologies", "1", ItemKind.APOLOGIES),
        Item("Minutes of the previous meeting", "2", ItemKind.PREVIOUS_MINUTES, state=ItemState.OPEN),
    ),
    (Presence("Cllr A. Example", status=Attendance.PRESENT, chair=True),),
)


def confirmed(record: Record) -> Record:
    """The record as confirmed in September."""
    confirmation = Confirmation(date(2026, 9, 18), "Room 2", 31, "Cllr A. Example")
    meeting = replace(record.meeting, state=MeetingState.CONFIRMED)
    return replace(record, meeting=meeting, afterwards=replace(record.afterwards, confirmation=confirmation))
