"""How fast the app is at the keyboard, from outside, in a real terminal: ``python tests/benchmarks/terminal.py``.

Start to first frame is told against a minimal Textual app, key to paint against an empty full-screen ``TextArea``; all
programs run in turn, round by round, so that a machine that slows down slows all of them. Absolute times mean little.
Needs a Unix terminal. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from clerk.demo import demo_record
from clerk.model import Place
from clerk.store import Store
from tests.benchmarks.archive import make_archive, words

_ROOT = Path(__file__).parents[2]
_SIZE = (120, 40)
_MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    def compose(self):
        yield Static("READY")
Minimal().run()
"""
_EMPTY = """
from textual.app import App
from textual.widgets import Static, TextArea
class Empty(App):
    CSS = "TextArea { border: none; } Static { height: 1; }"
    def compose(self):
        yield Static("READY")
        yield TextArea()
    def on_mount(self):
        self.query_one(TextArea).focus()
Empty().run()
"""
_CLERK = """
from clerk.starting import hurry
hurry()
import sys
from pathlib import Path
from screens.app import run_app
run_app(Path(sys.argv[1]), int(sys.argv[2]))
"""
# A terminal that can do so shows a frame when all of it has come (mode 2026, "synchronized output").
_ASKS_FOR_WHOLE_FRAMES, _CAN_DO = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
_FRAME, _FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"
# Letters found nowhere else on the screen, so that one of them in the output is the very key that was pressed.
LETTERS = [
    chr(code)
    for first, last in ((0x100, 0x17F), (0x391, 0x3A1), (0x3B1, 0x3C9), (0x410, 0x44F), (0x531, 0x556))
    for code in range(first, last + 1)
]


@dataclass
class Program:
    """A program to time."""

    name: str
    """What it is called in the table."""
    command: list[str]
    """How it is started."""
    ready: bytes
    """What it has drawn when it is ready."""
    types: bool = True
    """Whether keys are timed too."""
    starts: list[float] = field(default_factory=list)
    """Milliseconds from start to the first frame."""
    keys: list[float] = field(default_factory=list)
    """Milliseconds from each key to its paint."""
    database: Path | None = None
    """Where what is typed at it is kept, if it is."""


class Terminal:
    """A program in a pseudo-terminal."""

    def __init__(self, command: Sequence[str]) -> None:
        self.begun = time.perf_counter()
        self.pid, self.master = pty.fork()
        if not self.pid:
            os.chdir(_ROOT)
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            os.execv(command[0], list(command))
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", _SIZE[1], _SIZE[0], 0, 0))

    def wait_for(self, wanted: bytes, seconds: float = 30.0) -> float:
        """Wait for a frame with ``wanted`` in it; returns the moment all of the frame had come."""
        seen, end = b"", time.perf_counter() + seconds
        while time.perf_counter() < end:
            if select.select([self.master], [], [], 0.5)[0]:
                new = os.read(self.master, 65536)
                seen += new
                if _ASKS_FOR_WHOLE_FRAMES in new:
                    os.write(self.master, _CAN_DO)
                before, _, after = seen.partition(wanted)
                open_frame = before.rfind(_FRAME) > before.rfind(_FRAME_ENDS)
                if wanted in seen and (not open_frame or _FRAME_ENDS in after):
                    return time.perf_counter()
        raise TimeoutError(f"{wanted!r} was not drawn")

    def be_quiet(self, seconds: float, at_most: float = 1.5) -> None:
        """Read until nothing has been drawn for a while, or for so long: a cursor that blinks is never quiet."""
        end = time.perf_counter() + at_most
        while time.perf_counter() < end and select.select([self.master], [], [], seconds)[0]:
            os.read(self.master, 65536)

    def close(self) -> None:
        """End the program."""
        with contextlib.suppress(OSError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.master)


def time_once(program: Program, keys: int) -> None:
    """Start a program, type at it, and note the times."""
    terminal = Terminal(program.command)
    try:
        program.starts.append((terminal.wait_for(program.ready) - terminal.begun) * 1000)
        terminal.be_quiet(0.4)
        for letter in LETTERS[:keys]:
            begun = time.perf_counter()
            os.write(terminal.master, letter.encode())
            program.keys.append((terminal.wait_for(letter.encode()) - begun) * 1000)
            terminal.be_quiet(0.03)
    finally:
        terminal.close()


@contextlib.contextmanager
def programs(meetings: int) -> Iterator[list[Program]]:
    """The floors, then the app on ever more."""
    python = sys.executable
    with tempfile.TemporaryDirectory() as folder:
        small, long, old = (Path(folder) / name for name in ("small.db", "long.db", "old.db"))
        _demo(small, 1_000)
        _demo(long, 20_000)
        make_archive(old, meetings)
        number = _demo(old, 1_000)
        yield [
            Program("a minimal Textual app", [python, "-c", _MINIMAL], b"READY", types=False),
            Program("an empty TextArea", [python, "-c", _EMPTY], b"READY"),
            Program("an item of 1,000 words", [python, "-c", _CLERK, str(small), "1"], b"saved", database=small),
            Program("an item of 20,000 words", [python, "-c", _CLERK, str(long), "1"], b"saved", database=long),
            Program(
                f"{meetings:,} meetings besides", [python, "-c", _CLERK, str(old), str(number)], b"saved", database=old
            ),
            Program("clerk", [*_on(small), python, "-m", "clerk"], b"items", types=False),
            Program("clerk, all those meetings", [*_on(old), python, "-m", "clerk"], b"items", types=False),
            Program("clerk demo", [python, "-m", "clerk", "demo"], b"saved", types=False),
        ]


def _on(path: Path) -> list[str]:
    """What goes before a command to have it run on a database; an officer's own needs no such words."""
    return ["/usr/bin/env", f"CLERK_DB={path}"]


def _demo(path: Path, count: int) -> int:
    """Add the demo meeting with an item of so many words; returns its number."""
    with Store.open(path) as store:
        number = store.add(demo_record(datetime.now() - timedelta(minutes=1)))
        item = next(item for item in store.record(number).items if item.agenda_number == "7")
        page = "\n".join(words(count))
        lines = page.split("\n")
        store.save_page(item.id, page, datetime.now(), Place(item.id, len(lines) - 1, len(lines[-1])))
        return number


def report(timed: list[Program]) -> None:
    """Print the ratios."""
    start, key = statistics.median(timed[0].starts), statistics.median(timed[1].keys)
    print(f"{'':28}{'start':>8}{'ratio':>7}{'key p50':>10}{'ratio':>7}{'p95':>7}{'p99':>7}   (ms)")
    for program in timed:
        begun = statistics.median(program.starts)
        row = f"{program.name:28}{begun:8.0f}{begun / start:7.2f}"
        if len(program.keys) > 1:
            cuts = statistics.quantiles(program.keys, n=100)
            middle = statistics.median(program.keys)
            row += f"{middle:10.1f}{middle / key:7.2f}{cuts[94]:7.1f}{cuts[98]:7.1f}"
        print(row)


def main() -> None:
    """Time everything, round by round."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--keys", type=int, default=100)
    options.add_argument("--meetings", type=int, default=2_000, help="in the archive; a 20-year one has 14,400")
    chosen = options.parse_args()
    with programs(chosen.meetings) as timed:
        for program in timed:
            time_once(program, 0)
            program.starts.clear()
        for _ in range(chosen.rounds):
            for program in timed:
                time_once(program, chosen.keys if program.types else 0)
        report(timed)


if __name__ == "__main__":
    main()
