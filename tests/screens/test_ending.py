"""However the app ends, what was typed is in the database: tried on the real app in a real terminal."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from clerk.demo import demo_record
from clerk.store import Store
from screens import page

pty = pytest.importorskip("pty", reason="needs a Unix terminal")

_PROGRAM = (
    "import sys; from pathlib import Path; from screens.app import run_app; sys.exit(run_app(Path(sys.argv[1]), 1))"
)
# The last letter stands nowhere else on the screen, so that seeing it means that it was typed.
_TYPED = "zyxwЖ"
# Seconds, far more than the busiest machine needs: only what will never come is given up.
_PATIENCE = 300.0


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
        self._open = True
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        with contextlib.suppress(OSError):
            while self._open:
                if select.select([self.master], [], [], 0.05)[0]:
                    self.seen += os.read(self.master, 65536)

    def read_until(self, wanted: bytes) -> None:
        """Wait until the app has drawn ``wanted`` since the last wait."""
        end = time.monotonic() + _PATIENCE
        while wanted not in self.seen:
            assert time.monotonic() < end, f"{wanted!r} was not drawn"
            time.sleep(0.01)
        self.seen = b""

    def hang_up(self) -> None:
        """Be gone, as when the program that shows the terminal is killed."""
        self._open = False
        self._reader.join()
        os.close(self.master)

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
    with contextlib.suppress(OSError):
        started.hang_up()


def _saved(db: Path, text: str, meanwhile: Callable[[], None] = lambda: None) -> None:
    """Wait until ``text`` is in the database."""
    end = time.monotonic() + _PATIENCE
    while text not in minutes(db):
        assert time.monotonic() < end, f"{text!r} was not saved"
        meanwhile()
        time.sleep(0.05)


def minutes(db: Path) -> str:
    with Store.open(db, write=False) as store:
        return "\n".join(item.text for item in store.record(1).items)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_being_told_to_end_loses_nothing(terminal: Terminal, db: Path, name: str) -> None:
    terminal.type(_TYPED)
    terminal.read_until(_TYPED[-1].encode())
    terminal.process.send_signal(getattr(signal, name))
    terminal.process.wait()
    assert _TYPED in minutes(db)


def test_the_terminal_closing_loses_nothing(terminal: Terminal, db: Path) -> None:
    terminal.type(_TYPED)
    terminal.read_until(_TYPED[-1].encode())
    # When a terminal goes, the kernel tells every program of its session.
    os.killpg(terminal.process.pid, signal.SIGHUP)
    terminal.process.wait()
    assert _TYPED in minutes(db)


def test_the_terminal_going_without_a_word_ends_the_app_and_loses_nothing(terminal: Terminal, db: Path) -> None:
    terminal.type(_TYPED)
    terminal.read_until(_TYPED[-1].encode())
    # The app has a session but no terminal that rules it, so nobody tells it.
    terminal.hang_up()
    assert terminal.process.wait(_PATIENCE) == 0
    assert _TYPED in minutes(db)


def test_what_was_typed_is_saved_by_itself_and_outlasts_being_killed(terminal: Terminal, db: Path) -> None:
    terminal.type(_TYPED)
    _saved(db, _TYPED)
    terminal.process.kill()
    terminal.process.wait()
    assert _TYPED in minutes(db)


def test_typing_without_a_pause_is_saved_on_the_way(terminal: Terminal, db: Path) -> None:
    for _ in range(4):
        terminal.type("q")
        time.sleep(0.05)
    _saved(db, "qqqq", lambda: terminal.type("q"))
    terminal.process.kill()
    terminal.process.wait()
    assert "qqqq" in minutes(db)


def test_no_more_than_300_ms_of_typing_can_be_lost() -> None:
    # What is left of them is for writing: see the benchmark of the terminal, for a test cannot time a busy machine.
    assert page.SAVE_AFTER <= 0.2


def test_a_second_copy_opens_to_read_and_says_so(terminal: Terminal, db: Path) -> None:
    second = Terminal(db)
    try:
        second.read_until(b"Open to read only")
    finally:
        second.process.kill()
        second.process.wait()
        second.hang_up()
