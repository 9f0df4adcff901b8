"""A record that is not to be changed: by nobody where it is open to read only; once confirmed, if that is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import TextArea

from clerk.terms import MeetingState
from screens.commands import MEETING_COMMANDS
from screens.keyboard import pass_on
from screens.ordering import Ordering

if TYPE_CHECKING:
    from textual.binding import ActiveBinding

# These ask themselves, change nothing of this record, or are for the body and not for this meeting.
_WITHOUT_ASKING = ("open_or_close", "circulate", "wordings", "phrases", "house_words", "about", "save")
_CHANGING = frozenset(
    command.action.partition("(")[0]
    for command in MEETING_COMMANDS
    if command.editing and command.action not in _WITHOUT_ASKING
)
TO_LOOK_AT = ("roll", "goings", "phrases", "about", "save")
"""Commands that show the record as well as change it: to read only they show it, and refuse each change."""
_WRITING = frozenset(
    command.action.partition("(")[0]
    for command in MEETING_COMMANDS
    if command.editing and command.action not in TO_LOOK_AT
)


class Confirmed(Ordering):
    """Does no command that writes where nothing may be written; asks once, before confirmed minutes are changed."""

    _agreed = False
    _asking = False
    _listing = False

    def _to_ask(self) -> bool:
        confirmed = self.desk.record.meeting.state is MeetingState.CONFIRMED
        return confirmed and not self._agreed and not self.desk.read_only

    def _ask(self, then: Callable[[], object], otherwise: Callable[[], object] = lambda: None) -> None:
        from clerk.showing.afterwards import change_question
        from screens.all_the_same import AllTheSame

        if self._asking:
            return
        self._asking = True
        question = AllTheSame(change_question(self.desk.record))

        def answered(yes: bool | None) -> None:
            self._asking, self._agreed = False, bool(yes)
            if not yes:
                otherwise()
                return
            then()
            for event in question.meant_below:
                pass_on(event, self.focused or self)

        self.app.push_screen(question, answered)

    # --- commands -----------------------------------------------------------------------------------------------

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """What each key does now, for which Textual asks ``check_action`` of every command, though none is given."""
        self._listing = True
        try:
            return super().active_bindings
        finally:
            self._listing = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """To read only, refuse a command that writes; of confirmed minutes ask first, and do it after the answer."""
        if action in _WRITING and not self._listing and not self.may_write():
            return False
        if action in _CHANGING and self._to_ask() and not self._listing:
            again = f"{action}({', '.join(map(repr, parameters))})"
            # Once the key that gave the command is done with: it must not answer the question.
            self.call_later(self._ask, lambda: self.call_later(self.run_action, again))
            return False
        return super().check_action(action, parameters)

    # --- the page -----------------------------------------------------------------------------------------------

    @on(TextArea.Changed)
    def _ask_before_saving(self) -> None:
        if self._unsaved_change() and self._to_ask():
            self._ask(self.save, self._put_page_back)

    def _unsaved_change(self) -> bool:
        return bool(self.desk.record.items) and self.editor.text != self.desk.item(self.at).text

    def save(self) -> bool:
        """Commit what is on the page, unless the officer is being asked whether that is meant.

        Clerk may be told to end meanwhile: then it is saved, for no words are to be lost.
        """
        ending = getattr(self.app, "told_to_end", False)
        if not self._asking or ending:
            return super().save()
        if self._save_timer is not None:
            self._save_timer.stop()
            self._save_timer = None
        return False

    def _put_page_back(self) -> None:
        """Take off the page what is not in the record."""
        if self._unsaved_change():
            self._unsaved = False
            line, column = self.editor.cursor_location
            self.show_item(self.at, line, column)
        self._unsaved, self._saved_word = False, "saved"
        self.refresh_status()
