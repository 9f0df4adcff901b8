"""Stamping when a meeting began and ended, and going on past its time limit."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from clerk.language.dates import read_time, say_time
from clerk.terms import MeetingState
from screens.page import Page

if TYPE_CHECKING:
    from screens.form import Answers
    from screens.minuting import Minuting

NO_TIME = 'That is not a time of day: type it like "10.05 am" or "14.30".'
_UNTIL_WHEN = 'Until when? Type a time, "10.30 pm", or words: "the business is concluded".'


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


def with_reason_apart(now: str, answers: Answers) -> Answers:
    """Return the answers with why on its own line, where it was typed for the time: that is ``now`` if none was.

    Figures that are no time are no reason either.
    """
    from clerk.language.clock import time_in_front

    time, words = time_in_front(answers["time"])
    if answers["why"] or not re.search(r"[^\W\d_]{3}", words):
        return answers
    return {"time": time or now, "why": words}


def ask_to_extend(page: Minuting) -> None:
    """Ask until when the meeting goes on past its time limit, and put in the resolution."""
    from clerk.language.clock import moment_meant, time_in_front
    from clerk.wording import extension_lines
    from screens.form import Form, Question

    def refuse(answers: Answers) -> str | None:
        until = answers["until"]
        if not until:
            return _UNTIL_WHEN
        return NO_TIME if until[0].isdigit() and read_time(until) is None else None

    def extend(answers: Answers | None) -> None:
        if answers is None:
            return
        time, words = time_in_front(answers["until"])
        moment, opened = page.desk.moment(), page.desk.record.meeting.opened
        when = moment_meant(time, moment.date(), opened) if not words else None
        page.put_words(extension_lines(page.desk.record, when.time() if when else answers["until"]))

    questions = [Question("until", "Until", hint="10.30 pm, or: the business is concluded")]
    page.app.push_screen(Form("Go on past the time limit", questions, refuse), extend)
