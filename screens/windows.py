"""What Windows needs: it ends a program as soon as it has told it so, and keys come in halves."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from threading import Event, Thread
from typing import Any

_CLOSING = frozenset({2, 5, 6})
"""CTRL_CLOSE_EVENT, CTRL_LOGOFF_EVENT and CTRL_SHUTDOWN_EVENT. Ctrl+C is a key here, and Ctrl+Break a signal."""
_PATIENCE = 4.0
"""Seconds in which to save. Windows itself waits five."""

_PAUSE = 0.05
"""Seconds between the end of one reader of keys and the next."""

_kept: list[Any] = []
"""What Windows calls must not be thrown away while it may."""


class Closing:
    """What Windows calls, in a thread of its own, when the window closes.

    A signal handler of Python's would not do: it only makes a note, for the main thread to find, and Windows ends the
    program when the call returns. This one returns when everything is saved.
    """

    def __init__(self, tell: Callable[[], object]) -> None:
        """``tell`` sets off the saving in the app's own thread; it must not wait for it."""
        self._tell = tell
        self._saved = Event()

    def saved(self) -> None:
        """Everything is saved: Windows may end the program."""
        self._saved.set()

    def told(self, what: int) -> bool:
        """Save if the window is closing, and say whether that was it."""
        if what not in _CLOSING:
            return False
        try:
            self._tell()
        except RuntimeError:
            # The app has left of itself meanwhile.
            return True
        self._saved.wait(_PATIENCE)
        return True


def watch(closing: Closing) -> None:
    """Have Windows call ``closing`` when the window closes; later watchers are called first. For Windows only."""
    # Named so for mypy, which on other systems knows neither.
    windows: Any = ctypes
    called = windows.WINFUNCTYPE(ctypes.c_int, ctypes.c_uint32)(closing.told)
    _kept.append(called)
    windows.WinDLL("kernel32").SetConsoleCtrlHandler(called, 1)


def lasting(reader: type[Thread]) -> type[Thread]:
    """Return a reader of keys like Textual's ``EventMonitor``, that goes on after what it could not read.

    Textual 8.2.8 reads up to 1,024 key events at a time and fails on a batch that ends between the two halves of an
    emoji, as one of a long paste may. Its thread then ends, and with it the keyboard.
    """

    class Lasting(reader):  # type: ignore[misc, valid-type]
        exit_event: Event

        def run(self) -> None:
            super().run()
            while not self.exit_event.wait(_PAUSE):
                super().run()

    return Lasting


def keep_reading() -> None:
    """Have Textual read keys with a reader that lasts. For Windows only."""
    from textual.drivers import win32

    monitor: Any = win32
    monitor.EventMonitor = lasting(win32.EventMonitor)
