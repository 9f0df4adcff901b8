"""On Windows the closing of the window is held up until all is in the database, and the keyboard outlasts an emoji."""

from __future__ import annotations

import asyncio
import ctypes
import time
from pathlib import Path
from threading import Event, Thread
from types import SimpleNamespace
from typing import Any

import pytest

from clerk.store import Store
from screens import windows
from screens.windows import Closing, lasting
from tests.screens.acting import type_text
from tests.screens.conftest import Running

CTRL_C, CTRL_BREAK, CLOSE, LOG_OFF, SHUT_DOWN = 0, 1, 2, 5, 6


@pytest.mark.parametrize("what", [CLOSE, LOG_OFF, SHUT_DOWN])
def test_windows_is_held_up_until_all_is_saved(monkeypatch: pytest.MonkeyPatch, what: int) -> None:
    order: list[str] = []

    def save() -> None:
        time.sleep(0.05)
        order.append("saved")
        window.saved()

    monkeypatch.setattr(windows, "_PATIENCE", 3600.0)
    window = Closing(lambda: Thread(target=save).start())
    assert window.told(what) is True
    assert order == ["saved"]


@pytest.mark.parametrize("what", [CTRL_C, CTRL_BREAK])
def test_what_is_not_the_window_closing_is_left_to_others(what: int) -> None:
    told: list[int] = []
    assert Closing(lambda: told.append(what)).told(what) is False
    assert told == []


def test_saving_that_never_ends_does_not_hold_up_windows_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "_PATIENCE", 0.05)
    assert Closing(lambda: None).told(CLOSE) is True


def test_a_window_that_closes_when_the_app_has_left_waits_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise RuntimeError("Event loop is closed")

    monkeypatch.setattr(windows, "_PATIENCE", 3600.0)
    assert Closing(gone).told(CLOSE) is True


def test_windows_is_given_what_it_is_to_call(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[Any, int]] = []
    kernel = SimpleNamespace(SetConsoleCtrlHandler=lambda called, add: given.append((called, add)))
    monkeypatch.setattr(ctypes, "WinDLL", lambda name: kernel if name == "kernel32" else None, raising=False)
    monkeypatch.setattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE, raising=False)
    told: list[str] = []
    window = Closing(lambda: told.append("told"))
    window.saved()
    windows.watch(window)
    [(called, add)] = given
    assert (called(CLOSE), called(CTRL_C), add, told) == (1, 0, 1, ["told"])


def test_the_keyboard_goes_on_after_a_batch_that_ends_within_an_emoji() -> None:
    batches = ["a", "b\ud83d", "c"]
    read: list[str] = []

    class Reader(Thread):
        def __init__(self) -> None:
            super().__init__()
            self.exit_event = Event()

        def run(self) -> None:
            try:
                while batches:
                    read.append(batches.pop(0).encode("utf-16", "surrogatepass").decode("utf-16"))
                self.exit_event.set()
            except UnicodeDecodeError:
                return

    reader = lasting(Reader)()
    reader.start()
    reader.join()
    assert read == ["a", "c"]


async def test_the_window_closing_on_windows_loses_no_key(
    running: Running, store: Store, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched: list[Closing] = []
    monkeypatch.setattr("screens.app.sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr("screens.app.os", SimpleNamespace(_exit=lambda code: None))
    monkeypatch.setattr(windows, "_PATIENCE", 3600.0)
    monkeypatch.setattr("screens.windows.watch", watched.append)
    path: Path = store.path
    async with running() as pilot:
        await type_text(pilot, "half a word")
        [window] = watched
        assert await asyncio.to_thread(window.told, CLOSE)
        with Store.open(path, write=False) as reading:
            assert any("half a word" in item.text for item in reading.record(number).items)
        with Store.open(path) as writing:
            assert not writing.read_only
