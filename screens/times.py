"""Stamping when a meeting began and ended."""

from __future__ import annotations

from datetime import datetime

from clerk.language.dates import read_time, say_time
from clerk.terms import MeetingState
from screens.page import Page

NO_TIME = 'That is not a time of day: type it like "10.05 am" or "14.30".'


def ask_to_open_or_close(page: Page) -> None:
    """Ask for the time, now unless the officer says otherwise, and stamp it."""
    from screens.ask import Ask

    meeting = page.desk.record.meeting
    now = page.desk.moment()
    if meeting.state is MeetingState.PLANNED:
        question = "Open the meeting at"
    elif meeting.state is MeetingState.IN_SESSION:
        question = "Close the meeting at"
    else:
        page.app.push_screen(
            Ask(f"The meeting is {_closed(meeting.state)}. Enter goes on with it, as if it had not been.", "go on"),
            lambda answer: _go_on(page) if answer is not None else None,
        )
        return

    def stamp(answer: str | None) -> None:
        from clerk.language.clock import moment_meant

        planned = datetime.combine(now.date(), meeting.time) if meeting.time else None
        when = moment_meant(answer, now.date(), meeting.opened or planned) if answer else None
        if when is None:
            return
        opening = meeting.state is MeetingState.PLANNED
        page.change(lambda: page.desk.open_meeting(when) if opening else page.desk.close_meeting(when))
        if opening:
            page.show_taken()

    page.app.push_screen(Ask(question, say_time(now), _refuse_time, select=True), stamp)


def _closed(state: MeetingState) -> str:
    return "closed" if state is MeetingState.DRAFT else f"closed, its minutes {state}"


def _go_on(page: Page) -> None:
    page.change(page.desk.reopen_meeting)


def _refuse_time(answer: str) -> str | None:
    return None if read_time(answer) else NO_TIME
