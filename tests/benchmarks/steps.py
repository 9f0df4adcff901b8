"""How long the app takes over what an officer does besides typing: ``python -m tests.benchmarks.steps``.

Each step is done in a program of its own, started for it, for the first time and then again: to the frame that shows
what was asked for, all of which has come. It is told against a floor, a minimal Textual app that puts an empty card on
its screen, timed in the same round; absolute times mean little. Also how many frames and bytes came until all was
still, and what the program's processor time was. Needs a Unix terminal. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import os
import re
import select
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from clerk.demo import demo_record
from clerk.model import Presence
from clerk.store import Store
from clerk.terms import Attendance
from tests.benchmarks.archive import make_archive
from tests.benchmarks.terminal import _ASKS_FOR_WHOLE_FRAMES, _CAN_DO, _CLERK, Terminal, _demo, _on

_CARD = """
from textual.app import App
from textual.screen import ModalScreen
from textual.widgets import Static
class Card(ModalScreen):
    BINDINGS = [("escape", "dismiss", "Back")]
    def compose(self):
        yield Static("CARD")
class Minimal(App):
    BINDINGS = [("c", "card", "Card")]
    def compose(self):
        yield Static("READY")
    def action_card(self):
        self.push_screen(Card())
Minimal().run()
"""
_KEYS = {
    "Esc": "\x1b",
    "Enter": "\r",
    "Down": "\x1b[B",
    **{f"F{number}": f"\x1bO{letter}" for number, letter in enumerate("PQRS", 1)},
    **{f"F{number}": f"\x1b[{code}~" for number, code in zip(range(5, 10), (15, 17, 18, 19, 20), strict=True)},
    **{f"Ctrl+{letter}": chr(ord(letter) & 0x1F) for letter in "BFGP"},
}
_FRAME_ENDS = b"\x1b[?2026l"
_CODES = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]")
LARGE = "sixty members"
_SETTLED = 0.6
"""Seconds in which an officer looks at the first frame, and the app loads what that could do without."""
_STILL = 0.2
"""Seconds without a frame after which a step is over."""


class Step(NamedTuple):
    """Something an officer does, as keys with spaces between."""

    name: str
    """What it is called in the table."""
    press: str
    """The key that is timed."""
    shows: str
    """What is on the screen then, among the last of it to be drawn; words without a break, found nowhere before."""
    first: str = ""
    """What is pressed before it."""
    back: str = "Esc"
    """What is pressed after it, to be able to do it again."""
    again: str = ""
    """What it shows the second time, if that differs."""
    listing: bool = False
    """Whether it is done on the list of meetings and not in a meeting."""
    large: bool = False
    """Whether it is done in a meeting of sixty members instead."""


STEPS: tuple[Step, ...] = (
    Step("next item", "F8", "agenda 8", back="", again="agenda 9"),
    Step("item before", "F7", "agenda 6", back="", again="agenda 5"),
    Step("go to", "F6", "Date of the next meeting"),
    Step("go to, typed", "y", "Youth Justice", first="F6", back="Esc"),
    Step("go to, Enter", "Enter", "agenda 9", first="F6 9", back="F7"),
    Step("roll", "F2", "done"),
    Step("roll, closed", "F2", "F1", first="F2", back=""),
    Step("interest", "F3", "withdraw"),
    Step("goings", "Ctrl+G", "Esc done"),
    Step("vote", "v", "no vote", first="Esc"),
    Step("joined", "j", "Date of the next meeting", first="Esc"),
    Step("timeline", "y", "Timeline", first="Esc"),
    Step("phrases", "P", "Phrases", first="Esc"),
    Step("wording", "W", "Absent", first="Esc"),
    Step("findings", "F", "twice", first="Esc"),
    Step("action log", "L", "Esc", first="Esc"),
    Step("find", "Ctrl+F", "Esc"),
    Step("find, typed", "g", "lines", first="Ctrl+F", back="Esc"),
    Step("preview", "Ctrl+B", "Esc"),
    Step("help", "F1", "What a line starts with"),
    Step("Word, asked where", "F9", "leave it"),
    Step("palette", "Ctrl+P", "Call the roll:"),
    Step("command by letter", "Esc", "Same"),
    Step("and back to the page", "Esc", "Resolve", first="Esc", back=""),
    Step("roll of sixty", "F2", "done", large=True),
    Step("roll of sixty, typed", "t", "Ottilie", first="F2 o", large=True),
    Step("roll of sixty, marked", "2", "A  Cllr", first="F2 o t", large=True),
    Step("vote of sixty", "v", "no vote", first="Esc", large=True),
    Step("vote of sixty, by name", "1", "1 for,", first="Esc v Down", large=True),
    Step("search", "/", "Search", listing=True),
    Step("search, typed", "d", "board", first="/ b o a r", listing=True),
    Step("a meeting opened", "Enter", "F1", listing=True, back="Esc m"),
)


@dataclass
class Timed:
    """One step done on one database, round by round."""

    name: str
    """The step's."""
    first: list[float] = field(default_factory=list)
    """Milliseconds from the key to the frame, the first time."""
    again: list[float] = field(default_factory=list)
    """And the second time."""
    frames: list[int] = field(default_factory=list)
    """Frames until all was still, the second time."""
    size: list[int] = field(default_factory=list)
    """Bytes of them."""
    work: list[float] = field(default_factory=list)
    """Milliseconds of processor time, the second time; empty where the system does not tell."""
    missed: int = 0
    """How often what it shows did not come."""


class Watched(Terminal):
    """A program in a terminal whose answers to keys are timed."""

    def press(self, keys: str) -> None:
        """Press keys, letting the program come to rest after each."""
        for key in keys.split():
            os.write(self.master, _KEYS.get(key, key).encode())
            self.be_still()

    def be_still(self, seconds: float = _STILL) -> list[tuple[float, bytes]]:
        """Read until nothing has come for a while, a cursor's blink aside; returns what came, and when."""
        came: list[tuple[float, bytes]] = []
        begun = last = time.perf_counter()
        while (now := time.perf_counter()) < min(last + seconds, begun + 3 * max(seconds, 1.0)):
            if select.select([self.master], [], [], last + seconds - now)[0]:
                new = os.read(self.master, 65536)
                if _ASKS_FOR_WHOLE_FRAMES in new:
                    os.write(self.master, _CAN_DO)
                came.append((time.perf_counter(), new))
                last = last if len(new) < 200 and came[:-1] else came[-1][0]
        return came

    def work(self) -> float:
        """Milliseconds of processor time used so far, where the system tells; else 0."""
        try:
            tasks = Path(f"/proc/{self.pid}/task").iterdir()
            return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6
        except OSError:
            return 0.0

    def time(self, key: str, shows: str) -> tuple[float | None, int, int, float]:
        """Press one key; returns milliseconds to the frame that ``shows``, None if none does; frames, bytes, work."""
        before, begun = self.work(), time.perf_counter()
        os.write(self.master, _KEYS.get(key, key).encode())
        came = self.be_still()
        seen, shown = b"", None
        for moment, new in came:
            seen += new
            at = _CODES.sub(b"", seen.rpartition(_FRAME_ENDS)[0]).find(shows.encode())
            if at >= 0:
                shown = (moment - begun) * 1000
                break
        every = b"".join(new for _, new in came)
        return shown, every.count(_FRAME_ENDS), len(every), self.work() - before


def do(step: Step, command: Sequence[str], ready: str, timed: Timed) -> None:
    """Start a program, do a step in it twice, and note the times."""
    terminal = Watched(command)
    try:
        terminal.wait_for(ready.encode())
        terminal.be_still(_SETTLED)
        for shows, times in ((step.shows, timed.first), (step.again or step.shows, timed.again)):
            terminal.press(step.first)
            took, frames, size, work = terminal.time(step.press, shows)
            if took is None:
                timed.missed += 1
                return
            times.append(took)
            terminal.press(step.back)
        timed.frames.append(frames)
        timed.size.append(size)
        timed.work.append(work)
    finally:
        terminal.close()


@contextmanager
def databases(meetings: int) -> Iterator[list[tuple[str, Path, int]]]:
    """The demo meeting alone, with an archive besides, and one of sixty: what it is called, where, which meeting."""
    with tempfile.TemporaryDirectory() as folder:
        small, old = Path(folder) / "small.db", Path(folder) / "old.db"
        make_archive(old, meetings)
        number = _demo(small, 1_000)
        yield [
            ("one meeting", small, number),
            (f"{meetings:,} besides", old, _demo(old, 1_000)),
            (LARGE, small, _large(small)),
        ]


def _large(path: Path) -> int:
    """Add the demo meeting with sixty members, all there; returns its number."""
    roll = tuple(
        Presence(f"Cllr {first} {last}", status=Attendance.PRESENT)
        for first in ("Ada", "Bela", "Cara", "Dora", "Edda", "Ottilie")
        for last in ("Ash", "Birch", "Cedar", "Elder", "Hazel", "Larch", "Maple", "Oak", "Rowan", "Yew")
    )
    record = demo_record(datetime.now() - timedelta(minutes=1))
    with Store.open(path) as store:
        return store.add(replace(record, presence=roll, declarations=()))


def _doing(step: Step, path: Path, number: int, timed: Timed) -> None:
    """Do a step on a copy of a database, for it may change what is there."""
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    python = sys.executable
    listing = [*_on(copy), python, "-m", "clerk"]
    meeting = [python, "-c", _CLERK, str(copy), str(number)]
    do(step, listing if step.listing else meeting, "items" if step.listing else "saved", timed)
    for left in path.parent.glob("copy.db*"):
        left.unlink()


def report(floor: Timed, told: dict[str, list[Timed]]) -> None:
    """Print the ratios."""
    first, again = statistics.median(floor.first), statistics.median(floor.again)
    print(
        f"the floor, an empty card: {first:.1f} ms first, {again:.1f} again, {statistics.median(floor.work):.1f} work"
    )
    for where, all_timed in told.items():
        print(f"\n{where:24}{'first':>7}{'ratio':>7}{'again':>8}{'ratio':>7}{'work':>7}{'frames':>8}{'bytes':>8}")
        for timed in all_timed:
            if not timed.again:
                print(f"{timed.name:24} not seen")
                continue
            begun, then = statistics.median(timed.first), statistics.median(timed.again)
            row = f"{timed.name:24}{begun:7.1f}{begun / first:7.2f}{then:8.1f}{then / again:7.2f}"
            row += f"{statistics.median(timed.work):7.1f}{statistics.median(timed.frames):8.0f}"
            missed = f"   missed {timed.missed}" if timed.missed else ""
            print(row + f"{statistics.median(timed.size):8.0f}{missed}")


def main() -> None:
    """Time everything, round by round."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--meetings", type=int, default=14_400, help="in the archive; as many as in twenty years")
    options.add_argument("--only", default="", help="steps whose name has this in it")
    chosen = options.parse_args()
    steps = [step for step in STEPS if chosen.only in step.name]
    floor = Timed("an empty card")
    with databases(chosen.meetings) as stores:
        told = {where: [Timed(step.name) for step in steps if step.large is (where == LARGE)] for where, _, _ in stores}
        for _ in range(chosen.rounds):
            for at, step in enumerate(steps):
                if at % 4 == 0:
                    do(Step("", "c", "CARD"), [sys.executable, "-c", _CARD], "READY", floor)
                for where, path, number in stores:
                    if step.large is (where == LARGE):
                        timed = next(each for each in told[where] if each.name == step.name)
                        _doing(step, path, number, timed)
        report(floor, {where: all_timed for where, all_timed in told.items() if all_timed})


if __name__ == "__main__":
    main()
