"""The list of meetings: open one, or import an agenda."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from clerk.dates import say_date, say_time
from clerk.importers.reading import UnreadableError
from clerk.model import MeetingSummary
from clerk.store import Store, StoreError
from clerk.terms import MeetingState
from screens.ask import Ask
from screens.commands import MEETINGS_COMMANDS, bindings
from screens.desk import Desk
from screens.widgets.key_bar import KeyBar
from screens.widgets.plain import Words


class Meetings(Screen[None]):
    """Every meeting, the newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MEETINGS_COMMANDS)]
    COMMAND_TABLE = MEETINGS_COMMANDS

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._meetings: list[MeetingSummary] = []

    def compose(self) -> ComposeResult:
        """A title, the list, the keys."""
        yield Words("Clerk: meetings", id="meetings-title")
        yield OptionList(id="meetings", markup=False)
        yield Words("", id="meetings-hint")
        yield KeyBar(MEETINGS_COMMANDS)

    def on_mount(self) -> None:
        """Fill the list, with the meeting in session, if any, marked."""
        self.fill()

    def fill(self, number: int | None = None) -> None:
        """Show the meetings as they are now, and mark one: ``number``, the one in session, or the newest."""
        self._meetings = self._store.meetings()
        listing = self.query_one(OptionList)
        listing.clear_options()
        listing.add_options([Option(Content(_row(meeting))) for meeting in self._meetings])
        marked = [at for at, meeting in enumerate(self._meetings) if meeting.number == number]
        marked += [at for at, meeting in enumerate(self._meetings) if meeting.state is MeetingState.IN_SESSION]
        if self._meetings:
            listing.highlighted = marked[0] if marked else 0
        hint = (
            "Enter opens a meeting where you left it."
            if self._meetings
            else "No meetings yet. Press i to import an agenda."
        )
        if self._store.read_only:
            hint += " Open to read only: another Clerk has this database open."
        self.query_one("#meetings-hint", Words).update(hint)

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        self.open_meeting(self._meetings[event.option_index].number)

    def open_meeting(self, number: int) -> None:
        """Open one meeting."""
        from screens.meeting import MeetingScreen

        try:
            desk = Desk(self._store, number)
        except (StoreError, sqlite3.Error) as error:
            self.notify(str(error), severity="error", timeout=20, markup=False)
            return
        self.app.push_screen(MeetingScreen(desk), lambda _: self.fill(number))

    def action_import_agenda(self) -> None:
        """Ask for a file and read it."""
        if self._store.read_only:
            self.notify("Open to read only: close the other Clerk first.", severity="warning", markup=False)
            return
        self.app.push_screen(Ask("Import which file? A saved ModernGov page, its text, or a Clerk file"), self._import)

    def _import(self, answer: str | None) -> None:
        if not answer or not answer.strip():
            return
        from clerk.expecting import with_expected_roll
        from clerk.importers.recognise import read_file

        try:
            reading = read_file(Path(answer.strip().strip("\"'")).expanduser())
            reading, _ = with_expected_roll(reading, self._store)
            number = self._store.add(reading.record)
        except (UnreadableError, StoreError, sqlite3.Error, OSError, RuntimeError, ValueError) as error:
            self.notify(str(error), title="Not imported", severity="error", timeout=20, markup=False)
            return
        doubts = "\n".join(str(doubt) for doubt in reading.doubts[:8])
        more = (
            f"\nand {len(reading.doubts) - 8} more: clerk import --dry-run lists them"
            if len(reading.doubts) > 8
            else ""
        )
        title = f"{reading.reader}: {len(reading.record.items)} items, {len(reading.doubts)} to check"
        self.notify(doubts + more or "Nothing doubtful.", title=title, timeout=20, markup=False)
        self.fill(number)

    def action_help(self) -> None:
        """Show the keys."""
        from screens.help import Help

        self.app.push_screen(Help(MEETINGS_COMMANDS, typing=False))


def _row(meeting: MeetingSummary) -> str:
    day = say_date(meeting.date) if meeting.date else "no date"
    when = f"{day}, {say_time(meeting.time)}" if meeting.time else day
    state = "► in session" if meeting.state is MeetingState.IN_SESSION else meeting.state.value
    return f"{meeting.number:>4}  {meeting.body}\n      {when}   {state}   {meeting.items} items"
