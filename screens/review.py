"""The review of an import: quick fixes to what was read, and then adding it or leaving it."""

from __future__ import annotations

from collections.abc import Callable

from clerk.arriving.bringing_in import Plan
from clerk.importers.mends.lines import CannotMend
from clerk.language.text import clean_line
from screens import review_fixes as fixes
from screens.ask import Ask
from screens.commands import REVIEW_COMMANDS
from screens.review_rows import What, words_of_line
from screens.reviewing import Accepted, Reviewing, Step
from screens.widgets.rows import Rows

__all__ = ["Accepted", "Review"]


class Review(Reviewing):
    """Gives back what was accepted; None when the officer left it."""

    # --- fixing -------------------------------------------------------------------------------------------------

    def _fix(self, fix: fixes.Fix, *, follow: bool = True) -> None:
        """Make a fix at the mark, which can be undone; or say why it cannot be made."""
        mark = self.query_one(Rows).marked or 0
        try:
            reading = fix(self.reading, self.rows[mark])
        except CannotMend as error:
            self.tell(str(error))
            return
        if reading == self.reading:
            return
        after = fixes.row_after(self.rows, mark, reading, follow)
        self.steps[self.at_step :] = [Step(self.reading, mark), Step(reading, after)]
        self.at_step += 1
        self.show_rows(after)

    def action_join(self) -> None:
        """Join this item to the one above."""
        self._fix(fixes.join)

    def action_split(self) -> None:
        """Make this line an item."""
        self._fix(fixes.settled(fixes.split))

    def action_heading(self) -> None:
        """Make this a heading, or business again."""
        self._fix(fixes.heading)

    def action_number_on(self) -> None:
        """Number the items below on from this one."""
        self._fix(fixes.number_on)

    def action_minute(self) -> None:
        """Begin the minute here, or end the note here."""
        self._fix(fixes.minute)

    def action_drop(self) -> None:
        """Leave this line out."""
        self._fix(fixes.settled(fixes.drop), follow=False)

    def action_put_back(self) -> None:
        """Put this line back."""
        self._fix(fixes.put_back, follow=False)

    def action_about(self) -> None:
        """Keep this line as one about the meeting."""
        self._fix(fixes.about, follow=False)

    def action_seen(self) -> None:
        """Clear what is doubtful here, and go on to the next."""
        left = len(self.reading.doubts)
        self._fix(fixes.seen)
        if len(self.reading.doubts) < left and self.reading.doubts:
            self.to_doubt(1)

    def action_renumber(self) -> None:
        """Ask for this item's number."""
        if self.row.what is not What.ITEM:
            self.tell("Put the mark on an item.")
            return
        number = self.reading.record.items[self.row.item].agenda_number
        self._ask(f"Number of “{clean_line(self.row.text)}”; empty for none", number, fixes.numbered)

    def action_edit(self) -> None:
        """Ask for this row's words."""
        row = self.row
        if not fixes.may_be_worded(row):
            self.tell("The words of this row stay as they are; s, d and b say what it is.")
            return
        self._ask(_WORDS.get(row.what, row.label.capitalize()), words_of_line(self.reading, row), fixes.worded)

    def _ask(self, question: str, answer: str, fix: Callable[[str], fixes.Fix]) -> None:
        def refuse(words: str) -> str | None:
            try:
                fix(words)(self.reading, self.row)
            except CannotMend as error:
                return str(error)
            return None

        def take(words: str | None) -> None:
            if words is not None:
                self._fix(fix(words), follow=False)

        self.app.push_screen(Ask(question, clean_line(answer), refuse), take)

    def action_undo(self) -> None:
        """Take back the last fix."""
        self._step(-1, "There is nothing to undo.")

    def action_redo(self) -> None:
        """Make it again."""
        self._step(1, "There is nothing to redo.")

    def _step(self, step: int, otherwise: str) -> None:
        if not 0 <= self.at_step + step < len(self.steps):
            self.tell(otherwise)
            return
        self.at_step += step
        self.show_rows(self.steps[self.at_step].mark)

    # --- leaving ------------------------------------------------------------------------------------------------

    def action_accept(self) -> None:
        """Give back what was read; when the meeting is there already, say first what changes in it."""
        from clerk.store import StoreError

        if not self.reading.record.body.name.strip():
            self._to_body()
            return
        try:
            plan = self.plan(self.reading)
        except StoreError as error:
            self.tell(str(error))
            return
        if plan.meeting is None:
            self._done(None)
        else:
            self._ask_which(plan, plan.meeting.number)

    def _to_body(self) -> None:
        at = next(at for at, row in enumerate(self.rows) if row.label == "body")
        self.query_one(Rows).show(len(self.rows), self._draw, at)
        self.follow()
        self.tell("The meeting has no body: type e and its name, then accept.")

    def _ask_which(self, plan: Plan, number: int) -> None:
        from screens.agenda_again import AgendaAgain, Choice

        def choose(choice: Choice | None) -> None:
            if choice is not None:
                self._done(number if choice is Choice.UPDATE else None)

        self.app.push_screen(AgendaAgain(plan), choose)

    def _done(self, into: int | None) -> None:
        if self.is_current:
            self.dismiss(Accepted(self.reading, into))

    def action_leave(self) -> None:
        """Leave; with fixes made, ask first."""
        if self.at_step == 0:
            self._leave(True)
            return
        from screens.yes_no import YesNo

        fixed = f"{self.at_step} fix{'' if self.at_step == 1 else 'es'}"
        self.app.push_screen(YesNo(f"Leave, with nothing added and {fixed} lost?"), self._leave)

    def _leave(self, sure: bool | None) -> None:
        if sure and self.is_current:
            self.dismiss(None)

    def action_help(self) -> None:
        """Show the keys."""
        from screens.help import Help

        self.app.push_screen(Help(REVIEW_COMMANDS, typing=False))


_WORDS = {What.ITEM: "Title", What.NOTE: "Line of the agenda note", What.MINUTE: "Line of the minute"}
