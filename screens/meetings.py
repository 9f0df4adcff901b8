"""The list of meetings: open one, or import an agenda."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from clerk.importers.reading import UnreadableError
from clerk.language.dates import say_date, say_time
from clerk.model import MeetingSummary
from clerk.store import Store, StoreError
from clerk.terms import MeetingState
from screens.commands import MEETINGS_COMMANDS, bindings
from screens.compositor import PlainScreen
from screens.desk import Desk
from screens.widgets.choices import Options
from screens.widgets.key_bar import KeyBar
from screens.widgets.plain import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.importers.reading import Reading
    from clerk.searching import Hit
    from screens.import_from import From
    from screens.review import Accepted
    from screens.which_meeting import ToReview

_AT_FIRST, _AT_A_TIME = 50, 200
"""How many meetings are shown at first, and how many more when going down comes near the last of them."""
_NEAR = 30
"""Rows from the last, at which more are shown: more than a screen has."""


class Meetings(PlainScreen[None]):
    """Every meeting, the newest first."""

    CSS_PATH = "meetings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MEETINGS_COMMANDS)]
    COMMAND_TABLE = MEETINGS_COMMANDS

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._meetings: list[MeetingSummary] = []
        self._older = False
        """Whether there are meetings older than those shown."""

    def compose(self) -> ComposeResult:
        """A title, the list, the keys."""
        yield Words("Clerk: meetings", id="meetings-title")
        yield Options(id="meetings")
        yield Words("", id="meetings-hint")
        yield KeyBar(MEETINGS_COMMANDS)

    def on_mount(self) -> None:
        """Fill the list, with the meeting in session, if any, marked."""
        self.fill()

    def fill(self, number: int | None = None) -> None:
        """Show the meetings as they are now, and mark one: ``number``, the one in session, or the newest."""
        self._load(max(len(self._meetings), _AT_FIRST))
        if number is not None and self._older and all(meeting.number != number for meeting in self._meetings):
            self._load(None)
        listing = self.query_one(OptionList)
        listing.clear_options()
        listing.add_options([Option(Content(_row(meeting))) for meeting in self._meetings])
        marked = [at for at, meeting in enumerate(self._meetings) if meeting.number == number]
        marked += [at for at, meeting in enumerate(self._meetings) if meeting.state is MeetingState.IN_SESSION]
        if self._meetings:
            listing.highlighted = marked[0] if marked else 0
        if not self._meetings:
            hint = "No meetings yet. Press i to import an agenda, v to paste one."
        elif self._older:
            hint = "Enter opens a meeting; / searches all minutes; Down: older ones."
        else:
            hint = "Enter opens a meeting where you left it; / searches all minutes."
        if self._store.read_only:
            hint += " Open to read only: another Clerk has this database open."
        self.query_one("#meetings-hint", Words).update(hint)

    def _load(self, most: int | None) -> None:
        """Read the newest meetings, ``most`` of them: to show twenty years of them would hold up every start."""
        self._meetings = self._store.meetings(most)
        self._older = most is not None and len(self._meetings) == most

    @on(OptionList.OptionHighlighted)
    def _nearing_the_end(self, event: OptionList.OptionHighlighted) -> None:
        """Add older meetings before the last one shown is reached."""
        shown = len(self._meetings)
        if self._older and event.option_index >= shown - _NEAR:
            self._load(shown + _AT_A_TIME)
            event.option_list.add_options([Option(Content(_row(meeting))) for meeting in self._meetings[shown:]])

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        self.open_meeting(self._meetings[event.option_index].number)

    def open_meeting(self, number: int, hit: Hit | None = None) -> None:
        """Open one meeting where the officer left it, or at something found in it."""
        from screens.meeting import MeetingScreen

        try:
            desk = Desk(self._store, number)
        except (StoreError, sqlite3.Error) as error:
            self.notify(str(error), severity="error", timeout=20, markup=False)
            return
        screen = MeetingScreen(desk)
        self.app.push_screen(screen, lambda _: self.fill(number))
        if hit is not None:
            start = hit.start + (hit.marks[0][0] if hit.marks else 0) if hit.line else 0
            screen.call_after_refresh(screen.land, hit.position - 1, max(hit.line - 1, 0), start)

    def action_search(self) -> None:
        """Find words in all minutes, and open the meeting where they stand."""
        from screens.search import MOST, PATIENCE, Search

        def go(hit: Hit | None) -> None:
            if hit is not None:
                self.open_meeting(hit.number, hit)

        self.app.push_screen(Search(lambda words: self._store.search(words, MOST, patience=PATIENCE)), go)

    def action_import_agenda(self) -> None:
        """Ask for a file and read it."""
        from screens.import_from import ImportFile

        if self._may_write():
            self.app.push_screen(ImportFile(), self._import)

    def action_import_pasted(self) -> None:
        """Ask for an agenda's own text and read it."""
        from screens.import_from import ImportPasted

        if self._may_write():
            self.app.push_screen(ImportPasted(), self._import)

    def _may_write(self) -> bool:
        if self._store.read_only:
            self.notify("Open to read only: close the other Clerk first.", severity="warning", markup=False)
        return not self._store.read_only

    def _import(self, source: From | None) -> None:
        """Read what was chosen, and show it for review; a file of Clerk's own with nothing doubtful needs none."""
        if source is None:
            return
        from clerk.importers.recognise import meetings_in, meetings_in_text
        from screens.which_meeting import ToReview, ask_which

        name = source.path.name if source.path else "What was pasted"
        try:
            meetings = meetings_in(source.path) if source.path else meetings_in_text(source.text, name)
        except (UnreadableError, OSError, ValueError) as error:
            self.say_not_imported(error)
            return
        if meetings.headed:
            ask_which(self, meetings, name)
        else:
            self.read_and_review(ToReview(name, meetings.whole))

    def read_and_review(self, meeting: ToReview) -> None:
        """Read one meeting and show it for review; then add it and open it."""
        try:
            reading = meeting.read()
        except (UnreadableError, OSError, ValueError) as error:
            self.say_not_imported(error)
            return
        self.review(reading, meeting.name, self._bring_in)

    def review(self, reading: Reading, name: str, done: Callable[[Accepted | None], None]) -> None:
        """Show what was read for review; a file of Clerk's own with nothing doubtful needs none."""
        from clerk.arriving.bringing_in import plan_for
        from screens.review import Accepted, Review

        if not reading.source and not reading.doubts and reading.record.body.name:
            done(Accepted(reading, None))
            return
        self.app.push_screen(Review(reading, lambda mended: plan_for(self._store, mended), name), done)

    def _bring_in(self, accepted: Accepted | None) -> None:
        """Add what was accepted, or bring a meeting up to date with it; and open that."""
        if accepted is not None and (number := self.add(accepted)):
            self.fill(number)
            self.open_meeting(number)

    def add(self, accepted: Accepted) -> int:
        """Add what was accepted, or bring a meeting up to date with it; return its number, 0 when that failed."""
        from clerk.arriving.bringing_in import bring_in

        try:
            brought = bring_in(self._store, accepted.reading, accepted.into)
        except (StoreError, sqlite3.Error) as error:
            self.say_not_imported(error)
            return 0
        number = brought.number or 0
        done = (
            f"Meeting {number} is brought up to date." if brought.changes is not None else f"Added as meeting {number}."
        )
        roll = brought.reading.roll_from
        self.app.notify(f"{done} The roll is {roll}." if roll else done, markup=False)
        return number

    def say_not_imported(self, error: Exception) -> None:
        """Say why nothing was imported."""
        self.notify(str(error), title="Not imported", severity="error", timeout=20, markup=False)

    def action_help(self) -> None:
        """Show the keys."""
        from screens.help import Help

        self.app.push_screen(Help(MEETINGS_COMMANDS, typing=False))


def _row(meeting: MeetingSummary) -> str:
    day = say_date(meeting.date) if meeting.date else "no date"
    when = f"{day}, {say_time(meeting.time)}" if meeting.time else day
    state = "► in session" if meeting.state is MeetingState.IN_SESSION else meeting.state.value
    return f"{meeting.number:>4}  {meeting.body}\n      {when}   {state}   {meeting.items} items"
