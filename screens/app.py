"""The app: which screen comes first, how it looks, and how it ends without losing a word."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text
from textual.app import SystemCommand
from textual.driver import Driver
from textual.screen import Screen
from textual.theme import Theme

from clerk.starting import started
from clerk.store import Store, StoreError, StoreLocked
from screens.commands import Command, spoken
from screens.desk import Desk
from screens.keyboard import InOrder
from screens.page import Page

if TYPE_CHECKING:
    from screens.windows import Closing

_TURN = 0.001 if sys.platform == "win32" else 0.0001
"""Seconds a thread may go on while another waits. Textual reads keys and writes frames in threads of their own; with
Python's usual 5 ms a frame that is ready would wait for whatever the app does next. Windows waits whole milliseconds,
and for less than one a thread would ask again and again without a pause."""
_SETTLED = 1.0
"""Seconds after the start by which all that is loaded at the start is loaded."""
_PATIENCE = 2.0
"""Seconds to leave in the ordinary way when told to end."""

_DARK = Theme(
    name="clerk-dark",
    primary="#7aa2d6",
    secondary="#8fb8a8",
    accent="#e3b565",
    warning="#e3b565",
    error="#b3394a",
    success="#8fc28f",
    foreground="#e8e6e1",
    background="#16181d",
    surface="#1f232b",
    panel="#2b313c",
    dark=True,
)
_LIGHT = Theme(
    name="clerk-light",
    primary="#1f4e8c",
    secondary="#2c6150",
    accent="#7a4a00",
    warning="#7a4a00",
    error="#a3182c",
    success="#226622",
    foreground="#14161a",
    background="#fbfaf7",
    surface="#f0eee8",
    panel="#dfdcd3",
    dark=False,
)


class ClerkApp(InOrder[int]):
    """Clerk on one database."""

    TITLE = "Clerk"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (116, "-full")]  # noqa: RUF012 - Textual's own form

    def __init__(self, store: Store, meeting: int | None = None) -> None:
        # Textual reads a screen's own style sheet when it is pushed; the first screen never is.
        first = "meetings.tcss" if meeting is None else "meeting.tcss"
        self._colours: dict[str, dict[str, str]] = {}
        self.CSS_PATH = ["app.tcss", first]  # type: ignore[misc]
        super().__init__()
        self.store = store
        self._meeting = meeting
        self._ending: asyncio.Task[None] | None = None
        self._window: Closing | None = None
        self.register_theme(_DARK)
        self.register_theme(_LIGHT)
        self.theme = "clerk-dark"

    def get_default_screen(self) -> Screen[None]:
        """The first screen: a meeting, if one was asked for, else the list. Pushing it on another would take longer."""
        if self._meeting is not None:
            from screens.meeting import MeetingScreen

            return MeetingScreen(Desk(self.store, self._meeting))
        return self._list()

    def on_mount(self) -> None:
        """See to it that being told to end saves first."""
        self._end_well()
        self.set_timer(_SETTLED, started)

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver for this system; on Linux and macOS one that shows a frame without delay."""
        usual = super().get_driver_class()
        if usual.__name__ == "WindowsDriver":
            from screens.windows import keep_reading

            keep_reading()
        if usual.__name__ != "LinuxDriver":
            return usual
        from screens.driver import PromptDriver  # its modules are not there on Windows

        return PromptDriver

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the theme, which are worked out once for each theme, and not before it is chosen."""
        theme = self.theme
        if theme not in (_DARK.name, _LIGHT.name) and not self._is_mounted:
            return {}
        if theme not in self._colours:
            self._colours[theme] = super().get_css_variables()
        self.theme_variables = self._colours[theme]
        return self._colours[theme]

    def refresh_css(self, animate: bool = True) -> None:
        """Apply the theme. Before there is anything to show, its style sheets need to be read once and not twice."""
        if self.is_attached and self._is_mounted:
            super().refresh_css(animate)
            return
        self.stylesheet.set_variables(self.get_css_variables())
        self.stylesheet.parse()
        self.stylesheet.update(self, animate=animate)

    def on_meeting_screen_to_list(self) -> None:
        """From a meeting that was opened first, go to the list."""
        # Textual keeps for each screen whom to tell its result; the first was not pushed, so nobody waits for one.
        self.screen._push_result_callback(self.screen, None)
        self.switch_screen(self._list())

    def _list(self) -> Screen[None]:
        from screens.meetings import Meetings

        return Meetings(self.store)

    @property
    def told_to_end(self) -> bool:
        """Whether Clerk was told to end, and is about to."""
        return self._ending is not None

    def save_all(self) -> bool:
        """Commit what is on the page of any meeting open. False if that failed."""
        saved = True
        for screen in self.screen_stack:
            if isinstance(screen, Page):
                saved = screen.leave_page() and saved
        return saved

    def _end_well(self) -> None:
        """On SIGTERM and on the terminal closing (SIGHUP, or what Windows has instead) save, then leave."""
        for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
            number = getattr(signal, name, None)
            if number is None:
                continue
            try:
                asyncio.get_running_loop().add_signal_handler(number, self._told_to_end)
            except (NotImplementedError, RuntimeError, ValueError):
                # Windows has no handlers on the loop; an ordinary handler runs on the main thread all the same.
                try:
                    signal.signal(number, lambda *_: self._told_to_end())
                except ValueError:
                    continue
        if sys.platform == "win32":
            self._watch_window()

    def _watch_window(self) -> None:
        """On Windows, where the window closing is no signal that waits for anybody, hold it up until all is saved."""
        from screens.windows import Closing, watch

        loop = asyncio.get_running_loop()
        self._window = Closing(lambda: loop.call_soon_threadsafe(self._told_to_end))
        watch(self._window)

    def _told_to_end(self) -> None:
        """Do the keys that wait, save, let others have the database, and leave.

        A terminal that has gone can keep Textual waiting for ever, so there is an end to patience.
        """
        if self._ending:
            return
        last_resort = threading.Timer(_PATIENCE, os._exit, (0,))
        last_resort.daemon = True
        last_resort.start()
        self._ending = asyncio.get_running_loop().create_task(self._end())

    async def _end(self) -> None:
        with suppress(Exception):
            await asyncio.wait_for(self.all_keys_done(), _PATIENCE / 2)
        self.save_all()
        self.store.close()
        if self._window:
            self._window.saved()
        self.exit(0)

    def _fatal_error(self) -> None:
        """Something in Clerk itself failed: save, keep what failed in a file, and say so in a sentence."""
        with suppress(Exception):
            self.save_all()
        report = self.store.path.with_name("clerk-fault.txt")
        said = "Clerk failed and had to close. What you typed is saved: open it again to go on."
        with suppress(OSError):
            report.write_text("".join(traceback.format_exception(self._exception)), encoding="utf-8")
            said += f" What failed is told in {report}."
        self._exit_renderables.append(Text(said))
        self._close_messages_no_wait()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy by asking the terminal to, which the Terminal of macOS does not do."""
        super().copy_to_clipboard(text)
        if sys.platform == "darwin":
            from screens.clipboard import to_pasteboard

            to_pasteboard(text)

    async def action_quit(self) -> None:
        """Leave; but not with words that could not be saved."""
        if self.save_all():
            self.exit(0)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every command of the screen, then Textual's few that an officer needs."""
        for command in getattr(screen, "COMMAND_TABLE", ()):
            yield SystemCommand(command.title, _keys_of(command), _runner(self, command))
        for command in super().get_system_commands(screen):
            if command.title in ("Theme", "Quit"):
                yield command


def _keys_of(command: Command) -> str:
    keys = [spoken(command.key)] if command.key else []
    keys += [f"Esc {spoken(command.letter)}"] if command.letter else []
    return "   ".join([command.group, *keys])


def _runner(app: ClerkApp, command: Command):  # type: ignore[no-untyped-def]
    async def run() -> None:
        await app.screen.run_action(command.action)

    return run


def run_app(db: Path, meeting: int | None = None, demo: bool = False) -> int:
    """Run the app on a database until the officer leaves; returns the exit code.

    A second copy opens the database to read. ``demo`` says that the database will be thrown away.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise StoreError("Clerk's screen needs a terminal; clerk --help lists the commands that do without.")
    try:
        store = Store.open(db)
    except StoreLocked:
        store = Store.open(db, write=False)
    sys.setswitchinterval(_TURN)
    with store:
        app = ClerkApp(store, meeting)
        app.sub_title = "demo" if demo else ""
        app.run()
        return app.return_code or 0
