"""What an officer does on the page: lines and their kinds, the usual words, decisions and votes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from clerk.notation import Kind, parse, write
from clerk.terms import ItemKind
from screens.page import Page

if TYPE_CHECKING:
    from clerk.actions.log import LoggedAction
    from clerk.actions.progress import ActionStatus
    from clerk.model import Presence, Record

_ABOUT_ACTIONS = (ItemKind.ACTION_LOG, ItemKind.MATTERS_ARISING)
"""The items in which the progress of actions is reported: the usual words, asked for again, lead to the action log."""

_WIDE = 100
"""Cells from which the agenda has room beside the page, as in the app's ``-wide``."""


class Minuting(Page):
    """Commands of the page."""

    _returns = False
    """Whether the focus goes back to the page when what has come over it is closed."""

    def to_page(self) -> None:
        """Put the focus on the page."""
        self._returns = False
        self.choose(False)
        self.editor.focus()

    def return_to_page(self) -> None:
        """Put the focus on the page if what was done last was the one command that Esc was pressed for."""
        if self._returns:
            self.to_page()

    def choose(self, agenda: bool) -> None:
        """Show the agenda in place of the page, where there is no room for both; elsewhere nothing changes."""
        if self.has_class("choosing") != (agenda and self.is_narrow):
            self.set_class(agenda and self.is_narrow, "choosing")

    @property
    def is_narrow(self) -> bool:
        """Whether the agenda comes in place of the page, for there is no room for both."""
        return self.app.size.width < _WIDE

    def action_make(self, kind: str) -> None:
        """Make the line into a kind; words selected within a line are marked as an action where they stand."""
        if not self.has_business():
            return
        if not self.editor.has_focus or self._on_a_vote():
            self.new_line()
        if kind != Kind.ACTION or not self.editor.mark_selection():
            self.editor.make(Kind(kind))
        self.to_page()

    def action_decide(self) -> None:
        """Make the line a resolution; on an empty line put what was recommended or is usual, for typing to replace."""
        from clerk.wording import usual_decision

        if not self.has_business():
            return
        if not self.editor.has_focus or self._on_a_vote():
            self.new_line()
        line = self.editor.document[self.editor.cursor_location[0]]
        if line.strip():
            self.editor.make(Kind.RESOLVED)
        else:
            limbs = usual_decision(self.desk.record, self.at + 1, self._sub_heading())
            if len(limbs) == 1:
                self.editor.put_line(f"R: {limbs[0]}", select=True)
            else:
                self.editor.put_lines([f"R: {limb}" for limb in limbs])
        self.to_page()

    def _sub_heading(self) -> str:
        """The words of the sub-heading the cursor is under; nothing where there is none."""
        above = map(parse, self.editor.text.split("\n")[: self.editor.cursor_location[0]])
        return next((line.text for line in reversed(list(above)) if line.kind is Kind.HEADING), "")

    def _on_a_vote(self) -> bool:
        """Whether the cursor is on a vote: what a key makes then comes below it, and the vote stands."""
        return self.editor.kind_at_cursor() is Kind.VOTE and self.editor.selection.is_empty

    def new_line(self) -> None:
        """Begin a line below the one the cursor is on, unless that is empty."""
        row = self.editor.cursor_location[0]
        line = self.editor.document[row]
        self.editor.move_cursor((row, len(line)))
        if line.strip():
            self.editor.put("\n")

    def action_usual_words(self) -> None:
        """Put in the usual words for this item; asked for again, what introduces its points, and the first of them."""
        from clerk.sentences.sub_items import sub_headings
        from clerk.wording import points_begun, usual_lines

        if self.has_business() and self.leave_page():
            lines = usual_lines(self.desk.record, self.at + 1)
            parts = () if lines else sub_headings(self.desk.item(self.at))
            lines = lines or parts
            there = set(self.editor.text.split("\n"))
            if lines and there.issuperset(lines) and self.desk.item(self.at).kind in _ABOUT_ACTIONS:
                self.action_action_log()
            elif lines and there.issuperset(lines) and (begun := points_begun(self.desk.record, self.at + 1)):
                self.editor.put_lines(begun)
                self.to_page()
            elif lines and there.issuperset(lines):
                self.notify("The usual words are on the page already.", markup=False)
            else:
                new = tuple(line for line in lines if line not in there)
                # Of an item in parts the first is taken first, so its heading has the line to go on at.
                self.put_words((new[0], "", *new[1:]) if parts else new)
                if parts:
                    self.editor.move_cursor((self.editor.cursor_location[0] - len(new), 0))

    def put_words(self, lines: tuple[str, ...]) -> None:
        """Put whole lines on the page and go on below them."""
        if not lines:
            item = self.desk.item(self.at)
            elects = item.kind is ItemKind.ELECTION or item.title.casefold().startswith(("election of", "to elect"))
            none = "There are no usual words for this item."
            self.notify("Esc = puts in who was nominated and elected." if elects else none, markup=False)
            return
        self.editor.put_lines([*lines, ""])
        self.to_page()

    def action_none_declared(self) -> None:
        """Record that nobody declared anything, in the item where declarations are made."""
        from clerk.sentences.none_declared import none_declared

        if not self.has_business() or not self.leave_page():
            return
        none = none_declared(self.desk.record, self.at + 1)
        if none.refusal:
            self.notify(none.refusal, severity="warning", markup=False)
            return
        self.move_to(none.position - 1)
        self.put_words(none.lines)

    # --- actions ------------------------------------------------------------------------------------------------

    def action_action_log(self) -> None:
        """Show what meetings of this body left to be done, to mark it done or put its progress on the page."""
        from screens.action_log import ActionLogCard

        if not self.leave_page():
            return
        found = self.attempt(lambda: self.desk.action_log(its_own=True))

        def report(number: int, status: ActionStatus | None, note: str | None) -> LoggedAction | None:
            return self.attempt(lambda: self.desk.report_progress(number, status, note)) if self.may_write() else None

        def put(lines: tuple[str, ...] | None) -> None:
            if lines:
                self.editor.put_lines_of_discussion(lines)
                self.to_page()

        if found is not None:
            self.app.push_screen(ActionLogCard(found, report, self._progress), put)

    def _progress(self, found: Sequence[LoggedAction]) -> tuple[str, ...] | None:
        """The progress of actions as lines for the page that are not there; None if nothing may be written there."""
        from clerk.copying.action_log import progress_lines
        from clerk.house_style import style_of

        if not self.may_minute():
            return None
        kind = Kind.POINT if self.editor.kind_at_cursor() is Kind.POINT else Kind.PARAGRAPH
        since = self.attempt(lambda: self.desk.store.day_of_last_meeting(self.desk.number))
        there = set(self.editor.text.split("\n"))
        record = self.desk.record
        lines = progress_lines(found, since, style_of(record.body), kind, roll=record.presence)
        return tuple(line for line in lines if line not in there)

    # --- votes --------------------------------------------------------------------------------------------------

    def action_vote(self) -> None:
        """Take a vote below the cursor's line, or put right the one that is there."""
        from screens.votes import VoteCard

        if not self.has_business() or not self.leave_page():
            return
        row = self.editor.cursor_location[0]
        there = parse(self.editor.document[row])
        voted = there.kind is Kind.VOTE

        def put_vote(vote: str | None) -> None:
            if vote is not None:
                self.editor.put_vote(write(Kind.VOTE, vote), in_place=voted)
                self.to_page()

        position = self.at + 1

        def turn_vote(member: Presence) -> Record | None:
            return self.change(lambda: self.desk.turn_vote(member, position))

        self.app.push_screen(VoteCard(self.desk.record, position, turn_vote, there.text if voted else ""), put_vote)

    def action_resolve_together(self) -> None:
        """Put the resolution the cursor is on in several other items as well."""
        from screens.form import Form, Question

        if not self.has_business():
            return
        line = self.editor.document[self.editor.cursor_location[0]]
        if self.editor.kind_at_cursor() is not Kind.RESOLVED:
            self.notify("Put the cursor on a resolution first.", severity="warning", markup=False)
            return

        def resolve(answers: dict[str, str] | None) -> None:
            if answers:
                ids = [self.desk.item(at).id for at in self.desk.numbered(answers["items"])]
                self.change(lambda: self.desk.resolve_together(ids, line))

        questions = [Question("items", "Agenda numbers", hint="such as: 8, 9 and 10")]
        self.app.push_screen(Form("The same resolution in which other items?", questions, self._refuse_items), resolve)

    def _refuse_items(self, answers: dict[str, str]) -> str | None:
        from clerk.lookup import NotFoundError

        try:
            found = self.desk.numbered(answers["items"])
        except NotFoundError as error:
            return str(error)
        return None if found else "Type the agenda numbers of the items."
