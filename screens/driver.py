"""Frames to the terminal with no thread between, for as long as the terminal takes them. Not for Windows."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import termios
import time
from contextlib import suppress
from typing import TextIO, cast

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

_PATIENCE = 0.003
"""Seconds in which a terminal that reads has taken a whole frame. Its buffer holds less than half of one."""

_LOOK = 2.0
"""Seconds between looks whether the terminal is still there."""


class Outlet:
    """The terminal, written to at once while it takes all that comes, and by Textual's thread while it does not.

    Textual 8.2.8 hands every frame to a thread, so that a terminal which has stopped reading cannot hold up the app.
    But to wake that thread takes longer than to make the frame after a key. Here the terminal is opened once more for
    writing that never waits; what it does not take goes to the thread, and so does all that comes until the thread has
    caught up.
    """

    def __init__(self, file: TextIO) -> None:
        """``file`` is what the thread writes to. Raises OSError when it is not a terminal."""
        self._file = file
        self._direct = os.open(os.ttyname(file.fileno()), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        self._handed = self._written = self._shown = 0

    def put(self, text: str) -> str | bytes:
        """Write what can be written at once and return the rest, which the thread must be given."""
        if self._shown != self._handed:
            rest: str | bytes = text
        else:
            rest = self._written_now(text.encode(self._file.encoding or "utf-8", "backslashreplace"))
        self._handed += bool(rest)
        return rest

    def _written_now(self, rest: bytes) -> bytes:
        """Write what the terminal takes without delay, a few kilobytes at a time; returns the rest."""
        until = time.monotonic() + _PATIENCE
        while rest:
            try:
                rest = rest[os.write(self._direct, rest) :]
            except BlockingIOError:
                if not select.select([], [self._direct], [], max(0.0, until - time.monotonic()))[1]:
                    break
            except OSError:
                break
        return rest

    def close(self) -> None:
        """Write no more."""
        os.close(self._direct)

    # --- what the thread does -----------------------------------------------------------------------------------

    def write(self, data: str | bytes) -> None:
        """Write, and wait until it is taken."""
        if isinstance(data, bytes):
            self._file.flush()
            self._file.buffer.write(data)
        else:
            self._file.write(data)
        self._written += 1

    def flush(self) -> None:
        """Show all that was written."""
        written = self._written
        self._file.flush()
        self._shown = written


class PromptDriver(LinuxDriver):
    """Textual's driver for Linux and macOS with an ``Outlet`` between it and the terminal."""

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._terminal = self._file
        self._outlet: Outlet | None = None
        self._next_look: asyncio.TimerHandle | None = None

    def write(self, data: str) -> None:
        """Write a frame or a control sequence."""
        rest = self._outlet.put(data) if self._outlet else data
        if rest:
            super().write(rest)  # type: ignore[arg-type]  # the thread only passes it on

    def start_application_mode(self) -> None:
        """Take over the terminal."""
        with suppress(OSError):
            self._outlet = Outlet(cast(TextIO, self._terminal))
            self._file = self._outlet  # type: ignore[assignment]
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._look()

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        if self._next_look:
            self._next_look.cancel()
        super().stop_application_mode()
        if self._outlet:
            self._outlet.close()
            self._outlet, self._file = None, self._terminal

    def _look(self) -> None:
        """See to it that Clerk ends when its terminal goes and nobody tells it so, as without a session of its own.

        Textual 8.2.8 then reads on for ever, with all a processor can do, and others may not write to the database.
        """
        try:
            termios.tcgetattr(self.fileno)
        except termios.error:
            os.kill(os.getpid(), signal.SIGHUP)
        else:
            self._next_look = self._loop.call_later(_LOOK, self._look)
