"""However the app ends, what was typed is in the database: tried on the real app in a real terminal."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from clerk.demo import demo_record
from clerk.store import Store

pty = pytest.importorskip("pty", reason="needs a Unix terminal")

_PROGRAM = (
    "import sys; from pathlib import Path; from screens.app import run_app; sys.exit(run_app(Path(sys.argv[1]), 1))"
)
# The last letter stands nowhere else on the screen, so that seeing it means that it was typed.
_TYPED = "zyxwЖ"


class Terminal:
    """The app on the demo meeting in a pseudo-terminal."""

    def __init__(self, db: Path) -> None:
        self.master, slave = pty.openpty()
        environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, str(db)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            cwd=Path(__file__).parents[2],
            start_new_session=True,
        )
        os.close(slave)
        self.seen = b""
        # Always reading: a program whose terminal does not read stops when it has drawn a few thousand bytes.
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        with contextlib.suppress(OSError):
            while drawn := os.read(self.master, 65536):
                self.seen += drawn

    def read_until(self, wanted: bytes, seconds: float = 20.0) -> None:
        """Wait until the app has drawn ``wanted`` since the last wait."""
        end = time.monotonic() + seconds
        while wanted not in self.seen:
            assert time.monotonic() < end, f"{wanted!r} was not drawn"
            time.sleep(0.01)
        self.seen = b""

    def type(self, text: str) -> None:
        """Type."""
        os.write(self.master, text.encode())


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "clerk.db"
    with Store.open(path) as store:
        store.add(demo_record(datetime.now()))
    return path


@pytest.fixture
def terminal(db: Path) -> Iterator[Terminal]:
    started = Terminal(db)
    started.read_until(b"saved")
    yield started
    if started.process.poll() is None:
        started.process.kill()
    started.process.wait()
    os.close(started.master)


def minutes(db: Path) -> str:
    with Store.open(db, write=False) as store:
        return "\n".join(item.text for item in store.record(1).items)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_being_told_to_end_loses_nothing(terminal: Terminal, db: Path, name: str) -> None:
    terminal.type(_TYPED)
    terminal.read_until(_TYPED[-1].encode())
    terminal.process.send_signal(getattr(signal, name))
    terminal.process.wait(timeout=10)
    assert _TYPED in minutes(db)


def test_the_terminal_closing_loses_nothing(terminal: Terminal, db: Path) -> None:
    terminal.type(_TYPED)
    terminal.read_until(_TYPED[-1].encode())
    # When a terminal goes, the kernel tells every program of its session.
    os.killpg(terminal.process.pid, signal.SIGHUP)
    terminal.process.wait(timeout=10)
    assert _TYPED in minutes(db)


def test_being_killed_loses_no_more_than_300_ms(terminal: Terminal, db: Path) -> None:
    terminal.type(_TYPED)
    terminal.read_until(_TYPED[-1].encode())
    time.sleep(0.3)
    terminal.process.kill()
    terminal.process.wait(timeout=10)
    assert _TYPED in minutes(db)


def test_typing_without_a_pause_is_saved_on_the_way(terminal: Terminal, db: Path) -> None:
    for _ in range(10):
        terminal.type("q")
        time.sleep(0.05)
    terminal.process.kill()
    terminal.process.wait(timeout=10)
    assert "qqqq" in minutes(db)


def test_a_second_copy_opens_to_read_and_says_so(terminal: Terminal, db: Path) -> None:
    second = Terminal(db)
    try:
        second.read_until(b"Open to read only")
    finally:
        second.process.kill()
        second.process.wait()
        os.close(second.master)
