"""The live screen: one meeting, refilled as the business moves on, never rebuilt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.message import Message
from textual.notifications import SeverityLevel

from clerk.model import Body
from screens.checking import Checking
from screens.commands import MANY_COMMANDS, MEETING_COMMANDS, ONE_COMMAND, bindings
from screens.keyboard import pass_on
from screens.widgets.agenda import Agenda
from screens.widgets.key_bar import KeyBar


class MeetingScreen(Checking):
    """All that an officer can do while the meeting runs; the table of commands names the keys.

    What is done on the page is in ``Minuting``, with the business in ``Ordering``, with people in ``People``; how it
    is shown and saved in ``Page``. Here is finding one's way.
    """

    CSS_PATH = "meeting.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MEETING_COMMANDS)]
    COMMAND_TABLE = MEETING_COMMANDS

    _one_command = False
    """Whether Esc was pressed on the page and nothing since: the next command gives the focus back to the page."""

    class ToList(Message):
        """The officer wants the list of meetings, and there is none under this screen."""

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say something for a while in place of the keys, where it covers no text; what is too long, over the room."""
        seconds = self.app.NOTIFICATION_TIMEOUT if timeout is None else timeout
        sentence = f"{title}: {message}" if title else message
        if not (self.is_current and self.query_one(KeyBar).tell(sentence, seconds)):
            super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    @on(events.ScreenResume)
    def _back_on_top(self) -> None:
        """Offer words from the record as it is after whatever was on top; type again, if a command put that there."""
        self.return_to_page()
        self._offering.again()

    # --- whether letters are commands: the rule is told in ``commands.SINGLE_KEYS`` ------------------------------

    @on(events.DescendantFocus)
    def _focus_moved(self) -> None:
        """Show at the foot the keys that work where the focus is, and say so when they are letters."""
        on_agenda = self.query_one(Agenda).has_focus
        if not on_agenda:
            self._one_command = False
            self.choose(False)
        self._say_what_letters_are(on_agenda)

    @on(events.Resize)
    def _resized(self) -> None:
        on_agenda = self.query_one(Agenda).has_focus
        self.choose(on_agenda)
        self._say_what_letters_are(on_agenda)

    def _say_what_letters_are(self, commands: bool) -> None:
        heading = (ONE_COMMAND if self._one_command else MANY_COMMANDS) if commands else ""
        self.query_one(KeyBar).show_letters(commands, heading, 3 if commands and self.is_narrow else 1)

    def action_leave(self) -> None:
        """Between the page and the agenda, from where the next letter is a command."""
        if self.query_one(Agenda).has_focus:
            self.to_page()
        else:
            self.choose(True)
            self._one_command = True
            self.query_one(Agenda).focus()

    def on_key(self, event: events.Key) -> None:
        """In the agenda: a command, a step that says more are to come, or a character for the page."""
        agenda = self.query_one(Agenda)
        if not agenda.has_focus:
            return
        command = next((bound for bound in self._bindings.key_to_bindings.get(event.key, ()) if bound.id), None)
        if event.key in agenda._bindings.key_to_bindings:
            self._one_command = False
            self._say_what_letters_are(True)
        elif command is None and event.is_printable:
            event.stop()
            self.to_page()
            pass_on(events.Key(event.key, event.character), self.editor)
        elif command is not None and self._one_command and command.action != "leave":
            event.stop()
            # By the app, as a binding would be: what this screen does itself has the card over it drawn several times.
            self.app.call_later(self.run_action, command.action)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted in the agenda is meant for the page."""
        if self.query_one(Agenda).has_focus:
            event.stop()
            self.to_page()
            pass_on(events.Paste(event.text), self.editor)

    async def run_action(self, action: str, namespaces: Mapping[str, DOMNode] | None = None) -> None:
        """Do a command. If it was the one that Esc was pressed for, the page has the focus again."""
        self._returns = self._one_command
        await super().run_action(action, namespaces)
        if self.app.screen is self:
            self.return_to_page()

    def action_meetings(self) -> None:
        """Back to the list of meetings."""
        if not self.leave_page():
            return
        if len(self.app.screen_stack) > 1:
            self.dismiss(None)
        else:
            self.post_message(self.ToList())

    def action_save(self) -> None:
        """Save now."""
        if self.save():
            self.notify("Saved.", markup=False, timeout=2)

    def action_export(self) -> None:
        """Write the draft minutes as a Word file."""
        from screens.word import ask_to_export

        if self.leave_page():
            ask_to_export(self)

    def action_copies(self) -> None:
        """Write another copy: decisions, actions, attendance, public minutes, minutes for comment."""
        from screens.word import ask_which_copy

        if self.leave_page():
            ask_which_copy(self)

    def action_help(self) -> None:
        """Show every key."""
        from screens.help import Help

        self.app.push_screen(Help(MEETING_COMMANDS))

    def action_preview(self) -> None:
        """Show the minutes as they will print, from this item."""
        from clerk.copying.confirmed import as_it_will_print
        from screens.preview import Preview

        if self.leave_page():
            minutes = as_it_will_print(self.desk.record)
            self.app.push_screen(Preview(minutes, self.at + 1), lambda at: self.move_to(at - 1 if at else None))

    def action_find(self) -> None:
        """Find words anywhere in the meeting."""
        from screens.find import Find

        if self.leave_page():
            self.app.push_screen(Find(self.desk.record, self.at), lambda found: self.land(*found) if found else None)

    def action_about(self) -> None:
        """Say what the agenda does not: quorum, Chair's title, first minute number, house style, Word template."""
        from screens.about import About

        kept = self.attempt(lambda: self.desk.store.template(self.desk.record.body.id))
        about = About(self.desk.record, kept.name if kept else "")

        def put(answers: dict[str, str] | None) -> None:
            if answers is None:
                return
            changes, template, notes = about.template(answers)
            if self.change(lambda: self.desk.set_about(*about.read(answers))) and changes:
                self.change(lambda: self.desk.set_template(template))
            if notes:
                self.notify("\n".join(notes), title="The template is kept", timeout=20, markup=False)

        self.app.push_screen(about.form(), put)

    def action_house_words(self) -> None:
        """Change the words that minutes are put in, a phrase at a time."""
        from screens.house_words import HouseWords

        def put(own_words: str) -> Body | None:
            return self.change(lambda: self.desk.set_own_words(own_words))

        if self.leave_page():
            self.app.push_screen(HouseWords(self.desk.record.body, put))

    def action_phrases(self) -> None:
        """Add or take out phrases of this body, beginning with words selected on the page."""
        from screens.phrases import PhrasesScreen

        def put(phrases: tuple[str, ...] | None) -> None:
            if phrases is not None:
                self.change(lambda: self.desk.set_phrases(phrases))

        selected = self.editor.selected_text.split("\n")[0]
        self.app.push_screen(PhrasesScreen(self.attempt(self.desk.phrases) or (), selected), put)

    def action_timeline(self) -> None:
        """Show every line in the order it was written, with its time, to find the place on a recording."""
        from screens.timeline import Timeline

        if self.leave_page():
            opened = self.desk.record.meeting.opened
            screen = Timeline(self.desk.record, opened, self.at)
            self.app.push_screen(screen, lambda found: self.land(*found) if found else None)

    def action_wordings(self) -> None:
        """Show earlier wordings of the line the cursor is on, and lines taken out of this item."""
        from screens.wordings import Wordings

        if not self.has_business() or not self.leave_page():
            return
        item = self.desk.item(self.at)
        row = self.editor.cursor_location[0]
        entry = item.entries[row] if row < len(item.entries) else None
        earlier = (self.attempt(lambda: self.desk.store.wordings(entry.id)) or []) if entry else []
        gone = self.attempt(lambda: self.desk.store.gone_lines(item.id)) or []
        screen = Wordings(entry.line if entry else "", earlier, gone, self.desk.now())
        self.app.push_screen(screen, lambda restored: self.editor.restore(row, restored) if restored else None)
