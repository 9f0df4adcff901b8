"""Frames reach the terminal whole and in order, and a terminal that does not read holds up nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TextIO

import pytest

pty = pytest.importorskip("pty")
tty = pytest.importorskip("tty")

from textual.drivers._writer_thread import WriterThread  # noqa: E402 - not there on Windows

from screens import driver  # noqa: E402


@pytest.fixture
def terminal() -> Iterator[tuple[int, TextIO]]:
    """A terminal: what it reads from, and what a program writes to."""
    master, slave = pty.openpty()
    tty.setraw(slave)
    with os.fdopen(slave, "w", encoding="utf-8") as file:
        yield master, file
    with suppress(OSError):
        os.close(master)


def _read(master: int, count: int) -> bytes:
    read = b""
    while len(read) < count:
        read += os.read(master, 65536)
    return read


def test_a_frame_is_there_as_soon_as_it_is_put(terminal: tuple[int, TextIO]) -> None:
    master, file = terminal
    outlet = driver.Outlet(file)
    assert outlet.put("a frame – ¶") == b""
    assert _read(master, 13) == "a frame – ¶".encode()
    outlet.close()


def test_a_frame_larger_than_the_terminal_takes_at_once_goes_whole_while_it_is_read(
    terminal: tuple[int, TextIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "_PATIENCE", 3600.0)
    master, file = terminal
    frame = "é¶x" * 20_000
    read: list[bytes] = []
    reader = Thread(target=lambda: read.append(_read(master, len(frame.encode()))))
    reader.start()
    outlet = driver.Outlet(file)
    assert outlet.put(frame) == b""
    reader.join()
    assert read == [frame.encode()]
    outlet.close()


def test_a_terminal_that_stops_reading_holds_up_nothing_and_gets_all_of_it_in_order(
    terminal: tuple[int, TextIO],
) -> None:
    master, file = terminal
    outlet = driver.Outlet(file)
    thread = WriterThread(outlet)  # type: ignore[arg-type]
    thread.start()
    # Nobody reads before all is put: were the terminal waited for, this would never end.
    frames = [f"{number}:{'é¶x' * 700};" for number in range(28)]
    for frame in frames:
        if rest := outlet.put(frame):
            thread.write(rest)  # type: ignore[arg-type]
    whole = "".join(frames).encode()
    assert _read(master, len(whole)) == whole
    thread.stop()
    assert outlet.put("at once again") == b""
    assert _read(master, 13) == b"at once again"
    outlet.close()


def test_what_is_no_terminal_is_left_to_the_thread() -> None:
    with Path(os.devnull).open("w", encoding="utf-8") as file, pytest.raises(OSError, match="ioctl"):
        driver.Outlet(file)
