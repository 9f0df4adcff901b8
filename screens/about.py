"""What is known of the body and the meeting that the agenda does not say: quorum, Chair's title, first minute."""

from __future__ import annotations

from dataclasses import replace

from clerk.house_style import available
from clerk.model import Body, Meeting, Record
from screens.form import Answers, Form, Question


def about_form(record: Record) -> Form:
    """The form, filled in with what is known."""
    body, meeting = record.body, record.meeting
    questions = [
        Question("noun", "Minutes call it the", body.noun),
        Question("chair", "Who presides is the", body.chair_title, "Chairman, Chair, Mayor"),
        Question("quorum", "Quorum", str(body.quorum or ""), "how many members; empty if not known"),
        Question("first", "First minute number", str(meeting.first_minute)),
        Question("venue", "Venue", meeting.venue, "a room, or Microsoft Teams"),
        Question("style", "House style", body.style, ", ".join(available())),
    ]
    return Form(f"About {body.name} and this meeting", questions, _refuse)


def read_about(record: Record, answers: Answers) -> tuple[Body, Meeting]:
    """Put the answers in place."""
    body = replace(
        record.body,
        noun=answers["noun"] or record.body.noun,
        chair_title=answers["chair"] or record.body.chair_title,
        quorum=int(answers["quorum"]) if answers["quorum"] else None,
        style=answers["style"] or record.body.style,
    )
    return body, replace(record.meeting, first_minute=int(answers["first"]), venue=answers["venue"])


def _refuse(answers: Answers) -> str | None:
    if answers["quorum"] and not _is_count(answers["quorum"]):
        return "The quorum is a whole number of members."
    if not _is_count(answers["first"]):
        return "The first minute number is a whole number, from 1."
    if answers["style"] and answers["style"] not in available():
        return f"The house styles are {', '.join(available())}."
    return None


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and 0 < int(text) < 100_000
