"""A quick start leaves nothing switched off behind it."""

from __future__ import annotations

import subprocess
import sys

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
    subprocess.run([sys.executable, "-c", HURRIED], check=True, timeout=30)


def test_starting_twice_does_no_harm() -> None:
    started()
    started()
