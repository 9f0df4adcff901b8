"""The live screen: one meeting, refilled as the business moves on, never rebuilt."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import OptionList

from clerk.model import Declaration, Presence
from clerk.notation import Kind
from clerk.terms import ItemState
from clerk.wording import none_declared_lines, usual_lines, usual_resolution
from screens.commands import MEETING_COMMANDS, bindings
from screens.page import Page
from screens.widgets.agenda import Agenda


class MeetingScreen(Page):
    """What an officer can do while the meeting runs; the table of commands names the keys."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MEETING_COMMANDS)]
    COMMAND_TABLE = MEETING_COMMANDS

    # --- moving through the business ----------------------------------------------------------------------------

    def move_to(self, at: int | None) -> None:
        """Put the item at a place on the page."""
        if at is not None and self.leave_page():
            item = self.desk.item(at)
            lines = item.text.split("\n")
            self.show_item(at, len(lines) - 1, len(lines[-1]))
            self.to_page()

    def to_page(self) -> None:
        """Put the focus on the page."""
        self.remove_class("choosing")
        self.editor.focus()

    def action_next_item(self) -> None:
        """Go on; in session the next item is thereby taken."""
        at = following = self.desk.business_from(self.at + 1, 1)
        if at is None or following is None:
            self.notify("This is the last item. F12 closes the meeting.", markup=False)
            return
        taking = self.desk.in_session and self.desk.item(at).state is ItemState.TO_COME and not self.desk.read_only
        if taking and self.leave_page():
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
        self.change(lambda: self.desk.take(self.at))

    def action_put_back(self) -> None:
        """Undo the taking of an item nothing was minuted in."""
        self.change(lambda: self.desk.put_back(self.at))

    def action_go_to(self) -> None:
        """Go to any item."""
        from screens.go_to import GoTo

        self.app.push_screen(GoTo(self.desk.record), self.move_to)

    @on(OptionList.OptionSelected, "#agenda")
    def _picked(self, event: OptionList.OptionSelected) -> None:
        self.move_to(event.option_index)

    def action_leave(self) -> None:
        """Between the page and the agenda."""
        if self.query_one(Agenda).has_focus:
            self.to_page()
        else:
            self.add_class("choosing")
            self.query_one(Agenda).focus()

    def action_open_or_close(self) -> None:
        """Stamp the beginning or the end."""
        from screens.times import ask_to_open_or_close

        ask_to_open_or_close(self)

    def action_meetings(self) -> None:
        """Back to the list of meetings."""
        if self.leave_page():
            self.dismiss(None)

    def action_save(self) -> None:
        """Save now."""
        if self.save():
            self.notify("Saved.", markup=False, timeout=2)

    # --- the page -----------------------------------------------------------------------------------------------

    def action_make(self, kind: str) -> None:
        """Make the line into a kind."""
        if not self.editor.has_focus:
            self._new_line()
        self.editor.make(Kind(kind))
        self.to_page()

    def action_decide(self) -> None:
        """Make the line a resolution; on an empty line put the usual one, selected so that typing replaces it."""
        if not self.editor.has_focus:
            self._new_line()
        line = self.editor.document[self.editor.cursor_location[0]]
        if line.strip():
            self.editor.make(Kind.RESOLVED)
        else:
            self.editor.put_line(f"R: {usual_resolution(self.desk.record, self.at + 1)}", select=True)
        self.to_page()

    def _new_line(self) -> None:
        self.editor.go_to_end()
        if self.editor.document[self.editor.cursor_location[0]].strip():
            self.editor.put("\n")

    def action_usual_words(self) -> None:
        """Put in the usual words for this item."""
        self._put_words(usual_lines(self.desk.record, self.at + 1))

    def action_none_declared(self) -> None:
        """Record that nobody declared anything."""
        self._put_words(none_declared_lines(self.desk.record))

    def _put_words(self, lines: tuple[str, ...]) -> None:
        if not lines:
            self.notify("There are no usual words for this item.", markup=False)
        if not self.editor.has_focus:
            self.editor.go_to_end()
        self.editor.put_lines(lines)
        self.to_page()

    # --- people -------------------------------------------------------------------------------------------------

    def action_roll(self) -> None:
        """Call the roll."""
        from screens.roll import RollScreen

        def set_presence(presence: Presence) -> Presence | None:
            return self.change(lambda: self.desk.set_presence(presence))

        def remove(presence: Presence) -> None:
            self.change(lambda: self.desk.remove_presence(presence))

        self.app.push_screen(RollScreen(self.desk.record.presence, set_presence, remove))

    def action_interests(self) -> None:
        """Declare an interest."""
        from clerk.house_style import load
        from screens.interests import Interests

        def declare(declaration: Declaration) -> Declaration | None:
            return self.change(lambda: self.desk.declare(declaration))

        def withdraw(declaration: Declaration) -> bool:
            return self.change(lambda: self.desk.withdraw(declaration)) or False

        kinds = load(self.desk.record.body.style).declarations.kinds
        self.app.push_screen(Interests(self.desk.record, self.at, kinds, declare, withdraw, self.action_none_declared))

    # --- the rest -----------------------------------------------------------------------------------------------

    def action_export(self) -> None:
        """Write the draft minutes as a Word file."""
        from screens.word import ask_to_export

        if self.leave_page():
            ask_to_export(self)

    def action_help(self) -> None:
        """Show every key."""
        from screens.help import Help

        self.app.push_screen(Help(MEETING_COMMANDS))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A meeting opened to read refuses what would change it."""
        if self.desk.read_only and any(
            command.editing and command.action.split("(")[0] == action for command in MEETING_COMMANDS
        ):
            return False
        return super().check_action(action, parameters)
