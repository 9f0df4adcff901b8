"""A quick start leaves nothing switched off behind it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from clerk.starting import started

HURRIED = """
import gc
from clerk.starting import hurry, started
hurry()
assert not gc.isenabled()
import asyncio
assert asyncio.run(asyncio.sleep(0, "ran")) == "ran"
started()
assert gc.isenabled()
import ssl
assert ssl.create_default_context()
"""


def test_after_a_quick_start_the_collector_works_and_tls_can_be_had() -> None:
    subprocess.run([sys.executable, "-c", HURRIED], check=True)


def test_starting_twice_does_no_harm() -> None:
    started()
    started()


def test_clerk_alone_without_a_terminal_ends_in_one_line(tmp_path: Path) -> None:
    environment = {**os.environ, "CLERK_DB": str(tmp_path / "clerk.db")}
    command = [sys.executable, "-X", "importtime", "-m", "clerk"]
    done = subprocess.run(
        command, capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL, check=False
    )
    said = [line for line in done.stderr.splitlines() if not line.startswith("import time:")]
    assert (done.returncode, done.stdout) == (1, "")
    assert said == ["Error: Clerk's screen needs a terminal; clerk --help lists the commands that do without."]
    loaded = [line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")]
    assert loaded.index("screens.app") < loaded.index("click"), "click is loaded for the sentence alone"


def test_clerk_with_words_after_it_is_the_command_line(tmp_path: Path) -> None:
    environment = {**os.environ, "CLERK_DB": str(tmp_path / "clerk.db")}
    done = subprocess.run(
        [sys.executable, "-m", "clerk", "where"], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout.strip() == str(tmp_path / "clerk.db")
