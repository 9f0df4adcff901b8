"""How long after a key what was typed is in the database, from outside: ``python -m tests.benchmarks.saving``.

The app runs in a real terminal; another process, this one, looks into the database until the letter is there. The floor
is what that look costs by itself. Told too: with the app killed in the midst of typing, how old the oldest letter was
that is not in the database. Needs a Unix terminal. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import statistics
import time
from contextlib import closing
from pathlib import Path

from tests.benchmarks.terminal import LETTERS, Program, Terminal, programs

# In the newest meeting, which is the one on screen.
_LOOK = """
select 1 from entry where gone is null and instr(line, ?)
and item_id in (select id from item where meeting_id = (select max(id) from meeting))
"""


def _has(path: Path, letter: str) -> bool:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
        return bool(db.execute(_LOOK, (letter,)).fetchone())


def saved_after(program: Program, path: Path, keys: int) -> list[float]:
    """Type a letter at a time and wait until each is in the database; milliseconds."""
    terminal, took = Terminal(program.command), []
    try:
        terminal.wait_for(program.ready)
        terminal.be_quiet(0.4)
        for letter in LETTERS[:keys]:
            begun = time.perf_counter()
            os.write(terminal.master, letter.encode())
            while not _has(path, letter):
                terminal.be_quiet(0.002, 0.004)
            took.append((time.perf_counter() - begun) * 1000)
    finally:
        terminal.close()
    return took


def lost_when_killed(program: Program, path: Path, letters: str) -> float:
    """Type without a pause, kill the app at a moment of chance; the age of the oldest letter lost, in milliseconds."""
    terminal, typed = Terminal(program.command), []
    try:
        terminal.wait_for(program.ready)
        terminal.be_quiet(0.4)
        for letter in letters:
            os.write(terminal.master, letter.encode())
            typed.append((letter, time.perf_counter()))
            pause = time.perf_counter() + random.uniform(0.02, 0.12)
            while (left := pause - time.perf_counter()) > 0:
                terminal.be_quiet(left, left)
        killed = time.perf_counter()
        os.kill(terminal.pid, signal.SIGKILL)
    finally:
        terminal.close()
    return max(((killed - when) * 1000 for letter, when in typed if not _has(path, letter)), default=0.0)


def main() -> None:
    """Time the saving of each of the live screens of the other benchmark."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=10, help="times the app is killed")
    options.add_argument("--keys", type=int, default=40)
    options.add_argument("--meetings", type=int, default=2_000, help="in the archive; a 20-year one has 14,400")
    chosen = options.parse_args()
    with programs(chosen.meetings) as timed:
        print(f"{'':28}{'saved p50':>10}{'max':>7}{'look':>7}{'killed: lost p50':>18}{'max':>7}   (ms)")
        for program in (program for program in timed if program.database is not None):
            path = program.database
            assert path is not None
            took = saved_after(program, path, chosen.keys)
            begun = time.perf_counter()
            _has(path, "never typed")
            look = (time.perf_counter() - begun) * 1000
            rest = "".join(LETTERS[chosen.keys :])
            size = len(rest) // chosen.rounds
            lost = [
                lost_when_killed(program, path, rest[at * size : (at + 1) * size][: random.randint(3, 10)])
                for at in range(chosen.rounds)
            ]
            print(
                f"{program.name:28}{statistics.median(took):10.0f}{max(took):7.0f}{look:7.1f}"
                f"{statistics.median(lost):18.0f}{max(lost):7.0f}"
            )


if __name__ == "__main__":
    main()
