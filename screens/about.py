"""What the agenda does not say of the body and the meeting: quorum, Chair's title, house style, Word template."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from clerk.bodies import KeptTemplate
from clerk.house_style import available
from clerk.language.dates import read_date, read_time, say_date, say_time
from clerk.model import Body, Meeting, Record
from screens.form import Answers, Form, Question


class About:
    """The form, filled in with what is known, and what its answers mean."""

    def __init__(self, record: Record, template: str) -> None:
        """``template`` is the name of the Word file the body's template was taken from, if it has one."""
        self._record = record
        self._template = template
        self._taken: tuple[str, KeptTemplate, tuple[str, ...]] | None = None

    def form(self) -> Form:
        """The form."""
        body, meeting = self._record.body, self._record.meeting
        questions = [
            Question("noun", "Minutes call it the", body.noun),
            Question("chair", "Who presides is the", body.chair_title, "Chairman, Chair, Mayor"),
            Question("quorum", "Quorum", str(body.quorum or ""), "how many members; empty if not known"),
            Question("first", "First minute number", str(meeting.first_minute)),
            Question("date", "Date", say_date(meeting.date) if meeting.date else "", "such as 5 January 2027"),
            Question("time", "Called for", say_time(meeting.time) if meeting.time else "", "such as 7.30 pm"),
            Question("venue", "Venue", meeting.venue, "a room, or Microsoft Teams"),
            Question("style", "House style", body.style, f"{', '.join(available())}; single phrases: Esc W"),
            Question("template", "Word template", self._template, "a Word file of your own; empty for Clerk's"),
        ]
        return Form(f"About {body.name} and this meeting", questions, self._refuse)

    def read(self, answers: Answers) -> tuple[Body, Meeting]:
        """Put the answers in place."""
        body = replace(
            self._record.body,
            noun=answers["noun"] or self._record.body.noun,
            chair_title=answers["chair"] or self._record.body.chair_title,
            quorum=int(answers["quorum"]) if answers["quorum"] else None,
            style=answers["style"] or self._record.body.style,
        )
        meeting = replace(self._record.meeting, first_minute=int(answers["first"]), venue=answers["venue"])
        return body, replace(meeting, date=read_date(answers["date"]), time=read_time(answers["time"]))

    def template(self, answers: Answers) -> tuple[bool, KeptTemplate | None, tuple[str, ...]]:
        """Whether the template is to change, to what, and what the officer should know of that, a sentence each."""
        if answers["template"] == self._template:
            return False, None, ()
        if self._taken and self._taken[0] == answers["template"]:
            return True, *self._taken[1:]
        return True, None, ()

    def _refuse(self, answers: Answers) -> str | None:
        if answers["quorum"] and not _is_count(answers["quorum"]):
            return "The quorum is a whole number of members."
        if not _is_count(answers["first"]):
            return "The first minute number is a whole number, from 1."
        if refusal := self._refuse_day(answers):
            return refusal
        if answers["style"] and answers["style"] not in available():
            return f"The house styles are {', '.join(available())}."
        if answers["template"] and answers["template"] != self._template:
            return self._take(answers["template"])
        return None

    def _refuse_day(self, answers: Answers) -> str | None:
        """Minutes with a day that cannot be read, or that lost the one they had, would print without it."""
        if not read_date(answers["date"]) and (answers["date"] or self._record.meeting.date):
            return "Type the date with its month and year: 5 January 2027."
        if answers["time"] and not read_time(answers["time"]):
            return "Type the time it is called for as 7.30 pm, or leave it empty."
        return None

    def _take(self, answer: str) -> str | None:
        """Take a Word file as the template; returns why it cannot be."""
        from exports.kept_template import to_keep
        from exports.save import ExportError

        try:
            self._taken = (answer, *to_keep(Path(answer.strip("\"'")).expanduser()))
        except (ExportError, OSError, ValueError, RuntimeError) as error:
            return str(error)
        return None


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and 0 < int(text) < 100_000
