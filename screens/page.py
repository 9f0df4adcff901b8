"""The page and the record behind it: what is shown, and how nothing typed on it can be lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.timer import Timer
from textual.widgets import TextArea

from clerk.notation import UNPRINTED
from clerk.store import StoreError
from clerk.terms import ItemState, MeetingState
from screens import status
from screens.commands import MEETING_COMMANDS
from screens.compositor import PlainScreen
from screens.desk import Desk
from screens.offering import Offering
from screens.widgets.agenda import Agenda
from screens.widgets.key_bar import KeyBar
from screens.widgets.minute_editor import Kept, MinuteEditor
from screens.widgets.plain import Words

SAVE_AFTER = 0.15
"""Seconds from the first unsaved key to the commit: words are to be safe in 0.3, and a slow disk has the rest."""
_RETRY_AFTER = 1.0
"""Seconds after a save that failed until the next try."""
_PLACE_AFTER = 0.5
"""Seconds after the cursor first moved until its place is kept: not at each step."""
_TICK = 5.0
"""Seconds between looks at the clock, which the status line shows to the minute."""
_FIRST_FRAME = 0.15
"""Seconds after which the first frame is out, and what it can do without may be loaded."""

_READ_ONLY = "Open to read only: another Clerk had this database open. What is typed there shows here."

_T = TypeVar("_T")


class Page(PlainScreen[None]):
    """The agenda, the minute of one item, the room and the status line. Its commands are in ``MeetingScreen``."""

    AUTO_FOCUS = "MinuteEditor"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.at = 0
        self._kept: dict[int, Kept] = {}
        self._unsaved = False
        self._save_timer: Timer | None = None
        self._place_timer: Timer | None = None
        self._saved_word = "read only" if desk.read_only else "saved"
        self._offering = Offering(self)
        self._begun = False
        self._trouble = ""

    def compose(self) -> ComposeResult:
        """Status, then agenda, page and room side by side, then the keys."""
        yield Words(id="status")
        yield Words(id="trouble")
        with Horizontal(id="desk"):
            yield Agenda()
            with Vertical(id="page"):
                yield Words(id="heading")
                yield Words(id="facts")
                yield MinuteEditor(id="minute")
                yield Words(id="from-record")
            with VerticalScroll(id="room", can_focus=False):
                yield Words(id="room-lines")
        yield KeyBar(MEETING_COMMANDS)

    def on_mount(self) -> None:
        """Land where the officer was."""
        at, line, column = self.desk.place()
        self.editor.read_only = self.desk.read_only or not self.desk.record.items
        if self.desk.read_only:
            self.trouble(_READ_ONLY)
            self.set_interval(1.0, self._follow)
        self.show_item(at, line, column)
        self.set_interval(_TICK, self.refresh_status)
        self.set_timer(_FIRST_FRAME, self._after_first_frame)

    def _after_first_frame(self) -> None:
        """Load what the first frame can do without: drafting, then the words to offer."""
        self._begun = True
        self.desk.watch()
        self._show_printed()
        self._tell_troubles()
        self._offering.begin()

    def _tell_troubles(self) -> None:
        """Say what of the body's house style cannot be used."""
        from clerk.house_style import troubles

        for sentence in troubles(self.desk.record.body):
            self.notify(sentence, severity="warning", timeout=20, markup=False)

    @property
    def editor(self) -> MinuteEditor:
        """The page."""
        return self.query_one(MinuteEditor)

    # --- showing ------------------------------------------------------------------------------------------------

    def show_item(self, at: int, line: int = 0, column: int = 0) -> None:
        """Put another item on the page; the one that was there has been saved."""
        self.at = at
        record = self.desk.record
        item = record.items[at] if record.items else None
        if item:
            kept = self._kept.get(item.id)
            self.editor.offer_from(None)
            self.editor.show(item.text, kept, line, column)
        self.refresh_record()

    def show_taken(self) -> None:
        """Put the item now open on the page, as after the meeting was opened."""
        states = [item.state for item in self.desk.record.items]
        if ItemState.OPEN in states and self.leave_page():
            self.show_item(states.index(ItemState.OPEN))

    def refresh_record(self) -> None:
        """Show what the record says everywhere but on the page."""
        record = self.desk.record
        if record.items:
            self.query_one("#heading", Words).update(status.item_heading(record, self.at))
            facts = [status.declared(record, self.at), *status.since(record, self.at)]
            facts.append(status.item_facts(record.items[self.at]))
            self._show_or_hide("#facts", "\n".join(fact for fact in facts if fact))
            self._show_printed()
        self._offering.offer()
        self.query_one(Agenda).fill(record, self.at)
        self.query_one("#room-lines", Words).update("\n".join(status.room_lines(record)))
        closes = record.meeting.state is MeetingState.IN_SESSION
        self.query_one(KeyBar).say("open_or_close", "Close" if closes else "Open")
        self.refresh_status()

    def _show_printed(self) -> None:
        """Show what the record itself will print under this item; but drafting is loaded after the first frame."""
        if not self._begun or not self.desk.record.items:
            return
        from clerk.drafting import record_lines

        printed = record_lines(self.desk.record, self.at + 1)
        self._show_or_hide("#from-record", "\n".join(f"Prints from the record: {line}" for line in printed))

    def _show_or_hide(self, selector: str, text: str) -> None:
        words = self.query_one(selector, Words)
        words.display = bool(text)
        words.update(text)

    def refresh_status(self) -> None:
        """Bring the status line up to date; it is drawn only if it says something new."""
        width = self.size.width or self.app.size.width
        line = status.status_line(self.desk.record, self.at, self.desk.moment(), self._saved_word, width)
        words = self.query_one("#status", Words)
        if str(words.content) != line:
            words.update(line, layout=False)

    def on_resize(self) -> None:
        """Fit the status line."""
        self.refresh_status()

    def trouble(self, sentence: str) -> None:
        """Show what is wrong until it is put right; an empty sentence takes it away."""
        if sentence != self._trouble:
            self._trouble = sentence
            words = self.query_one("#trouble", Words)
            words.update(sentence)
            words.set_class(bool(sentence), "shown")

    def _follow(self) -> None:
        """Reading only: show what the other Clerk has written since."""
        before = self.desk.record
        if self.attempt(self.desk.reload) and self.desk.record != before:
            at = self.desk.place_of(before.items[self.at].id) if before.items else 0
            self.show_item(at, *self.editor.cursor_location)

    # --- moving -------------------------------------------------------------------------------------------------

    def may_write(self) -> bool:
        """Whether the record can be changed; if not, say so."""
        if self.desk.read_only:
            self.notify("This meeting is open to read only.", severity="warning", markup=False)
        return not self.desk.read_only

    def has_business(self) -> bool:
        """Whether there is an item on the page; if not, say so."""
        if not self.desk.record.items:
            self.notify("This meeting has no items: Esc u adds one.", severity="warning", markup=False)
        return bool(self.desk.record.items)

    def may_minute(self) -> bool:
        """Whether there is an item on the page to write in, and it may be written in; if not, say so."""
        return self.may_write() and self.has_business()

    def move_to(self, at: int | None) -> None:
        """Put the item at a place on the page, with the cursor at its end."""
        if at is not None and self.leave_page():
            lines = self.desk.item(at).text.split("\n")
            self.show_item(at, len(lines) - 1, len(lines[-1]))

    # --- saving -------------------------------------------------------------------------------------------------

    @on(TextArea.Changed)
    def _typed(self) -> None:
        if self._saved_word == "saved":
            self._saved_word = "typing"
            # In the frame after the key's own: one that changes the top and the page redraws all between them.
            self.call_after_refresh(self.refresh_status)
        self._unsaved = True
        if self._save_timer is None:
            self._save_timer = self.set_timer(SAVE_AFTER, self.save)

    @on(TextArea.SelectionChanged)
    def _moved(self) -> None:
        """Remember where the officer is even if nothing is typed there, but not at each step."""
        if self._place_timer is None and not self.desk.read_only:
            self._place_timer = self.set_timer(_PLACE_AFTER, self._keep_place)

    def _keep_place(self) -> None:
        self._place_timer = None
        if not self._unsaved:
            self.attempt(lambda: self.desk.set_place(self.at, *self.editor.cursor_location))

    def save(self) -> bool:
        """Commit what is on the page. False, with a banner and another try in a second, if that failed."""
        if self._save_timer is not None:
            self._save_timer.stop()
            self._save_timer = None
        if not self._unsaved:
            return True
        page = self.editor.text
        if self.attempt(lambda: self._commit(page)) is None:
            self._saved_word = "NOT SAVED"
            self.trouble(f"{self._trouble} Keep typing: it stays on the screen, and Clerk tries again.")
            self._save_timer = self.set_timer(_RETRY_AFTER, self.save)
            self.refresh_status()
            return False
        self._unsaved = False
        self._saved_word = "saved"
        self.refresh_status()
        return True

    def _commit(self, page: str) -> bool:
        """Save the page. An item in which what prints is written while the meeting is on has thereby been taken."""
        to_come = self.desk.in_session and self.desk.item(self.at).state is ItemState.TO_COME
        self.desk.save_page(self.at, page, *self.editor.cursor_location)
        if to_come and any(entry.kind not in UNPRINTED for entry in self.desk.item(self.at).entries):
            varies = self.desk.varies_order(self.at)
            self.at = self.desk.take(self.at)
            self.refresh_record()
            if varies:
                self.offer_order_minute()
        return True

    def offer_order_minute(self) -> None:
        """Say, once a meeting, that the change to the order of business may be minuted; never in the way of typing."""
        said = "Taken out of turn: Esc z minutes that it was, Esc b puts the item back."
        self.notify(said, timeout=15, markup=False)

    def leave_page(self) -> bool:
        """Before anything else comes on the page: save it, and keep what can be undone on it."""
        if not self.save():
            return False
        if self.desk.record.items:
            self._kept[self.desk.item(self.at).id] = self.editor.keep()
            self.attempt(lambda: self.desk.set_place(self.at, *self.editor.cursor_location))
        return True

    def attempt(self, work: Callable[[], _T]) -> _T | None:
        """Do some work on the store; if that fails say so, lose nothing, and return None."""
        try:
            result = work()
            self.desk.settle()
        except (StoreError, sqlite3.Error, OSError) as error:
            self.trouble(str(error))
            return None
        self.trouble(_READ_ONLY if self.desk.read_only else "")
        return result

    def change(self, work: Callable[[], _T]) -> _T | None:
        """Save the page, do some work on the record, and show what it says now."""
        if not self.may_write():
            return None
        item_id = self.desk.item(self.at).id if self.desk.record.items else 0
        if not self.leave_page():
            return None
        result = self.attempt(work)
        self.at = self.desk.place_of(item_id)
        self.refresh_record()
        return result
