"""What an officer does with the business: taking items in whatever order, putting them off, breaks and times."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList

from clerk.language.dates import read_time, say_time
from clerk.terms import ItemState
from screens.undoing import Undoing

if TYPE_CHECKING:
    from clerk.model import Adjournment
    from screens.form import Answers, Question


class Ordering(Undoing):
    """Commands of the business."""

    def action_next_item(self) -> None:
        """Go on; in session the next item is thereby taken, and before any has been, the one on the page."""
        first = self.desk.in_session and not self.desk.begun
        following = self.desk.business_from(self.at + (not first), 1)
        if following is None:
            self.notify("This is the last item. F12 closes the meeting.", markup=False)
        else:
            self.ask_in_turn(self.questions_on_leaving(), lambda: self._go_on(following))

    def _go_on(self, following: int) -> None:
        at: int | None = following
        taking = self.desk.in_session and self.desk.item(following).state is ItemState.TO_COME
        if taking and not self.desk.read_only and self.leave_page():
            at = self.attempt(lambda: self.desk.take(following))
        self.move_to(at)

    def action_previous_item(self) -> None:
        """Look at the item before."""
        self.move_to(self.desk.business_from(self.at - 1, -1))

    def action_take_item(self) -> None:
        """Take the item on the page now, whatever its turn."""
        if not self.desk.in_session:
            self.notify("The meeting is not open: F12 opens it.", severity="warning", markup=False)
            return
        if not self.has_business():
            return
        varies = self.desk.varies_order(self.at)
        if self.change(lambda: self.desk.take(self.at)) is not None and varies:
            self.offer_order_minute()

    def action_order_minute(self) -> None:
        """Minute, before the item on the page, that the order of business was changed."""
        if self.has_business() and not self.desk.has_order_minute():
            self.change(lambda: self.desk.add_order_minute(self.at))

    def action_put_back(self) -> None:
        """Undo what was done with an item: it is to come again."""
        if self.has_business():
            self.change(lambda: self.desk.put_back(self.at))

    def action_go_to(self) -> None:
        """Go to any item."""
        from screens.go_to import GoTo

        self.app.push_screen(GoTo(self.desk.record), self.move_to)

    @on(OptionList.OptionSelected, "#agenda")
    def _picked(self, event: OptionList.OptionSelected) -> None:
        self.move_to(event.option_index)
        self.to_page()

    # --- putting off and adding ---------------------------------------------------------------------------------

    def action_defer(self) -> None:
        """Put the item off to another meeting."""
        from clerk.sentences.reasons import reason_for_deferral
        from clerk.wording import deferral_lines
        from screens.form import Form, Question

        if not self.has_business():
            return
        questions = [
            Question("to", "Defer to", f"a future meeting of the {self.desk.record.body.noun}"),
            Question("reason", "Why, if it is said", hint="such as: the presenter was unable to attend"),
        ]

        def defer(answers: Answers | None) -> None:
            if answers is not None:
                done = self.change(lambda: self.desk.defer(self.at, answers["to"], answers["reason"]))
                if done is not None:
                    lines = deferral_lines(self.desk.record, self.at + 1, answers["to"], answers["reason"])
                    self._put_with_it(lines)

        def settle(answers: Answers) -> Answers:
            why = reason_for_deferral(answers["to"])
            return {"to": questions[0].answer, "reason": why} if why and not answers["reason"] else answers

        self.app.push_screen(Form(f"Defer: {self.desk.item(self.at).title}", questions, settle=settle), defer)

    def action_withdraw(self) -> None:
        """Minute that the item was withdrawn."""
        from clerk.wording import withdrawal_lines
        from screens.form import Form, Question

        if not self.has_business():
            return

        def withdraw(answers: Answers | None) -> None:
            if answers is not None:
                done = self.change(lambda: self.desk.withdraw_item(self.at, answers["reason"]))
                if done is not None:
                    self._put_with_it(withdrawal_lines(self.desk.record, self.at + 1, answers["reason"]))

        questions = [Question("reason", "Why, if it is said", hint="such as: at the request of the applicant")]
        self.app.push_screen(Form(f"Withdraw: {self.desk.item(self.at).title}", questions), withdraw)

    def action_urgent_item(self) -> None:
        """Add business that is not on the agenda, with the special circumstances (LGA 1972 s100B(4)(b))."""
        from clerk.wording import urgent_lines
        from screens.form import Form, Question

        questions = [
            Question("title", "Title"),
            Question("because", "Urgent because", hint="the special circumstances, which must be minuted"),
        ]

        def refuse(answers: Answers) -> str | None:
            return None if answers["title"] else "Type the title of the item."

        def add(answers: Answers | None) -> None:
            if answers is not None:
                at = self.change(lambda: self.desk.add_item(answers["title"], answers["because"]))
                if at is not None:
                    self.move_to(at)
                    self._put_with_it(urgent_lines(self.desk.record, at + 1) if answers["because"] else ("",))

        self.app.push_screen(Form("An item that is not on the agenda", questions, refuse), add)

    def action_exempt(self) -> None:
        """Mark the item exempt, by paragraphs of Schedule 12A or a reason in words, or open to the public again."""
        from clerk import exempt
        from screens.form import Form, Question

        if not self.has_business():
            return
        item = self.desk.item(self.at)
        hint = exempt.hint_for(self.desk.record.body.kind)
        questions = [Question("paragraphs", "Why not public", item.exempt, hint)]

        def mark(answers: Answers | None) -> None:
            if answers is not None:
                self.change(lambda: self.desk.set_exempt(self.at, answers["paragraphs"]))

        self.app.push_screen(Form(f"Exempt: {item.title}", questions), mark)

    def action_take_together(self) -> None:
        """Say that this item was discussed together with another, where the minute is; again, that it was not."""
        from screens.go_to import GoTo

        if not self.has_business():
            return
        if self.desk.item(self.at).taken_with:
            self.change(lambda: self.desk.take_apart(self.at))
            return

        def join(other: int | None) -> None:
            if other is not None and self.change(lambda: self.desk.take_together(self.at, other)):
                # The minute that is shown may have been given the sentence that says so.
                self.move_to(self.at)

        self.app.push_screen(GoTo(self.desk.record, "Discussed together with which item?"), join)

    def _put_with_it(self, lines: tuple[str, ...], above: int | None = None) -> None:
        """Put on the page what a change is minuted as; undone, the change takes it with it.

        It goes ``above`` a line, or below the cursor's.
        """
        self.desk.with_words(self.at, lines)
        if above is None:
            self.put_words(lines)
        else:
            self.editor.put_in_place(above, "\n".join([*lines, self.editor.document[above]]))
            self.editor.move_cursor((above + len(lines) - 1, len(lines[-1])))
            self.to_page()

    # --- times --------------------------------------------------------------------------------------------------

    def action_open_or_close(self) -> None:
        """Stamp the beginning or the end."""
        from screens.times import ask_to_open_or_close

        ask_to_open_or_close(self)

    def action_adjourn_or_resume(self) -> None:
        """Stamp a break, or its end."""
        from screens.form import Question

        breaks = self.desk.record.meeting.adjournments
        if breaks and breaks[-1].resumed is None:
            self._ask_time("Resume", [self._now()], lambda when, _: self._resumed(when))
        elif self.desk.in_session:
            why = Question("why", "Why, if it is said", hint="such as: for a short break")
            self._ask_time("Adjourn", [self._now(), why], self._adjourned)
        else:
            self.notify("The meeting is not open: F12 opens it.", severity="warning", markup=False)

    def _adjourned(self, when: datetime, answers: Answers) -> None:
        from clerk.breaks import place_on_page
        from clerk.wording import adjournment_lines

        adjournment = self.change(lambda: self.desk.adjourn(when, answers["why"]))
        if adjournment:
            above = place_on_page(self.desk.record, self.at + 1, when)
            self._put_with_it(adjournment_lines(self.desk.record, adjournment)[:1], above)

    def _resumed(self, when: datetime) -> None:
        from clerk.breaks import place_on_page
        from clerk.wording import adjournment_lines

        adjournment = self.change(lambda: self.desk.resume(when))
        if adjournment:
            adjourned, *resumed = adjournment_lines(self.desk.record, adjournment)
            self._put_with_it(tuple(resumed), place_on_page(self.desk.record, self.at + 1, when, adjourned))

    def action_breaks(self) -> None:
        """Put a break right, or take it out."""
        from screens.breaks import ask_for_break

        if self.leave_page():
            ask_for_break(self)

    def put_break_right(self, was: Adjournment, now: Adjournment | None) -> None:
        """Make a break what it is ``now`` (None: there was none), and show the page with what is minuted of it."""
        from screens.breaks import say_followed

        cursor = self.editor.cursor_location
        followed = self.change(lambda: self.desk.put_break_right(was, now))
        if followed is not None:
            self.show_item(self.at, *cursor)
            say_followed(self, followed)

    def action_extend(self) -> None:
        """Put in the resolution to go on past the time limit."""
        from screens.times import ask_to_extend

        if self.has_business():
            ask_to_extend(self)

    def _now(self) -> Question:
        from screens.form import Question

        return Question("time", "At", say_time(self.desk.now()))

    def _ask_time(self, title: str, questions: list[Question], do: Callable[[datetime, Answers], None]) -> None:
        from clerk.language.clock import moment_meant
        from screens.form import Form
        from screens.times import NO_TIME, with_reason_apart

        def refuse(answers: Answers) -> str | None:
            return None if read_time(answers["time"]) else NO_TIME

        def done(answers: Answers | None) -> None:
            opened = self.desk.record.meeting.opened
            when = moment_meant(answers["time"], self.desk.moment().date(), opened) if answers else None
            if answers and when:
                do(when, answers)

        settle = partial(with_reason_apart, questions[0].answer) if len(questions) > 1 else None
        self.app.push_screen(Form(title, questions, refuse, settle), done)
