"""Putting right when a meeting adjourned and resumed, or that it did at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from clerk.breaks import objection
from clerk.language.clock import moment_meant
from clerk.language.dates import read_time, say_time
from clerk.model import Adjournment
from screens.form import Answers, Form, Question
from screens.pick import Pick
from screens.times import NO_TIME

if TYPE_CHECKING:
    from screens.ordering import Ordering

_TITLE = "A break put right. With no time of adjourning it is taken out"
_OWN_WORDS = "What the minutes say of the break in your own words stays: put it right on the page."


def ask_for_break(page: Ordering) -> None:
    """Ask which break, if there were several, and how it was; then put it right in the record and on the page."""
    breaks = page.desk.record.meeting.adjournments
    if not breaks:
        page.notify("The meeting has not adjourned: Esc s adjourns it.", severity="warning", markup=False)
    elif len(breaks) == 1:
        _ask(page, breaks[0])
    else:

        def picked(at: int | None) -> None:
            if at is not None:
                _ask(page, breaks[at])

        page.app.push_screen(Pick("Which break?", [_said(each) for each in breaks]), picked)


def _said(adjourned: Adjournment) -> str:
    until = f" to {say_time(adjourned.resumed)}" if adjourned.resumed else ""
    return f"{say_time(adjourned.began)}{until}" + (f", {adjourned.why}" if adjourned.why else "")


def _ask(page: Ordering, was: Adjournment) -> None:
    questions = [
        Question("began", "Adjourned at", say_time(was.began), "left empty: the break is taken out"),
        Question("resumed", "Resumed at", say_time(was.resumed) if was.resumed else "", "empty: it has not resumed"),
        Question("why", "Why, if it is said", was.why, "such as: for a short break"),
    ]

    def read(answers: Answers) -> Adjournment | None:
        opened = page.desk.record.meeting.opened
        began = _moment(answers["began"], was.began, was.began, opened)
        resumed = _moment(answers["resumed"], was.resumed, was.began, opened)
        return replace(was, began=began, resumed=resumed, why=answers["why"]) if began else None

    def refuse(answers: Answers) -> str | None:
        if any(answers[each] and read_time(answers[each]) is None for each in ("began", "resumed")):
            return NO_TIME
        now = read(answers)
        return (objection(page.desk.record.meeting, now) or None) if now else None

    def put(answers: Answers | None) -> None:
        if answers is not None:
            page.put_break_right(was, read(answers))

    page.app.push_screen(Form(_TITLE, questions, refuse), put)


def _moment(typed: str, was: datetime | None, began: datetime, opened: datetime | None) -> datetime | None:
    """The moment meant, of the day of the break; one that is left as it was keeps its seconds."""
    if was and typed == say_time(was):
        return was
    return moment_meant(typed, (was or began).date(), opened) if typed else None


def say_followed(page: Ordering, followed: bool) -> None:
    """Say when the page does not follow, for the break was minuted there in other words."""
    if not followed:
        page.notify(_OWN_WORDS, severity="warning", timeout=15, markup=False)
