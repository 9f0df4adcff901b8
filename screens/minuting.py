"""What an officer does on the page: lines and their kinds, the usual words, decisions and votes."""

from __future__ import annotations

from clerk.notation import Kind
from clerk.store import StoreError
from clerk.wording import usual_lines, usual_resolution
from screens.page import Page


class Minuting(Page):
    """Commands of the page."""

    def action_make(self, kind: str) -> None:
        """Make the line into a kind; words selected within a line are marked as an action where they stand."""
        if not self.has_business():
            return
        if not self.editor.has_focus:
            self.new_line()
        if kind != Kind.ACTION or not self.editor.mark_selection():
            self.editor.make(Kind(kind))
        self.to_page()

    def action_decide(self) -> None:
        """Make the line a resolution; on an empty line put the usual one, selected so that typing replaces it."""
        if not self.has_business():
            return
        if not self.editor.has_focus:
            self.new_line()
        line = self.editor.document[self.editor.cursor_location[0]]
        if line.strip():
            self.editor.make(Kind.RESOLVED)
        else:
            usual = self.attempt(lambda: usual_resolution(self.desk.record, self.at + 1)) or ""
            self.editor.put_line(f"R: {usual}", select=True)
        self.to_page()

    def new_line(self) -> None:
        """Go to the end of the page, and begin a line there."""
        self.editor.go_to_end()
        if self.editor.document[self.editor.cursor_location[0]].strip():
            self.editor.put("\n")

    def action_usual_words(self) -> None:
        """Put in the usual words for this item."""
        if self.has_business():
            self.put_words(usual_lines(self.desk.record, self.at + 1))

    def put_words(self, lines: tuple[str, ...]) -> None:
        """Put whole lines on the page and go on below them."""
        if not lines:
            self.notify("There are no usual words for this item.", markup=False)
            return
        if not self.editor.has_focus:
            self.editor.go_to_end()
        self.editor.put_lines([*lines, ""])
        self.to_page()

    def action_none_declared(self) -> None:
        """Record that nobody declared anything, in the item where declarations are made."""
        from clerk.none_declared import none_declared

        if not self.has_business() or not self.leave_page():
            return
        none = none_declared(self.desk.record, self.at + 1)
        if none.refusal:
            self.notify(none.refusal, severity="warning", markup=False)
            return
        self.move_to(none.position - 1)
        self.put_words(none.lines)

    # --- votes --------------------------------------------------------------------------------------------------

    def action_vote(self) -> None:
        """Take a vote on what is on the page."""
        from clerk import room
        from screens.votes import VoteCard

        if self.has_business():
            self.app.push_screen(VoteCard(room.may_vote(self.desk.record, self.at + 1)), self._put_vote)

    def _put_vote(self, vote: str | None) -> None:
        if vote is not None:
            if not self.editor.has_focus:
                self.editor.go_to_end()
            self.editor.put_line(f"V: {vote}")
            self.to_page()

    def action_resolve_together(self) -> None:
        """Put the resolution the cursor is on in several other items as well."""
        from screens.form import Form, Question

        line = self.editor.document[self.editor.cursor_location[0]]
        if self.editor.kind_at_cursor() is not Kind.RESOLVED:
            self.notify("Put the cursor on a resolution first.", severity="warning", markup=False)
            return

        def resolve(answers: dict[str, str] | None) -> None:
            if answers:
                ids = [self.desk.item(at).id for at in self.desk.numbered(answers["items"])]
                self.change(lambda: self.desk.resolve_together(ids, line))

        questions = [Question("items", "Agenda numbers", hint="8, 9 and 10")]
        self.app.push_screen(Form("The same resolution in which other items?", questions, self._refuse_items), resolve)

    def _refuse_items(self, answers: dict[str, str]) -> str | None:
        try:
            found = self.desk.numbered(answers["items"])
        except StoreError as error:
            return str(error)
        return None if found else "Type the agenda numbers of the items."
