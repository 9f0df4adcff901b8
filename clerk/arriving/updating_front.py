"""The day, time and place of a meeting brought up to date with its agenda read again."""

from __future__ import annotations

from dataclasses import replace

from clerk.language.dates import say_date, say_time
from clerk.language.text import clean_line
from clerk.model import Meeting


def updated_meeting(meeting: Meeting, again: Meeting) -> tuple[Meeting, list[str]]:
    """Return a meeting with what its agenda now says of it, and a sentence for every change.

    What the agenda does not say stays, and so does all that no agenda says: first minute, state and times.
    """
    changes: list[str] = []
    if again.date and again.date != meeting.date:
        was = f"was to be {say_date(meeting.date)}" if meeting.date else "had no date"
        changes.append(f"The meeting is on {say_date(again.date)} now; it {was}.")
    if again.time and again.time != meeting.time:
        was = f"was to be {say_time(meeting.time)}" if meeting.time else "had no time"
        changes.append(f"The time is {say_time(again.time)} now; it {was}.")
    for name in ("venue", "contact"):
        then, now = getattr(meeting, name), getattr(again, name)
        if now and clean_line(now) != clean_line(then):
            was = f"it was {clean_line(then)}" if then else "there was none"
            changes.append(f"The {name} is {clean_line(now)} now; {was}.")
    lines = [line for line in again.note.split("\n") if line and line not in meeting.note.split("\n")]
    changes += [f"The front page says: {clean_line(line)}." for line in lines]
    return (
        replace(
            meeting,
            date=again.date or meeting.date,
            time=again.time or meeting.time,
            venue=again.venue or meeting.venue,
            contact=again.contact or meeting.contact,
            note="\n".join(filter(None, (meeting.note, *lines))),
        ),
        changes,
    )
