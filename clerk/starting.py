"""Starting without delay: what Python does at a start that only costs time."""

from __future__ import annotations

import gc
import sys


def hurry() -> None:
    """Leave the garbage collector out until ``started``, and let ``asyncio`` load without TLS. Call it before all else.

    While modules load and the first frame is made nearly all that is made stays, and looking through it again and again
    is a sixth of the time to the first frame. Clerk speaks to no network, and asyncio does without a module ``ssl``, as
    in a Python built without it; loading OpenSSL would be another thirtieth.
    """
    gc.disable()
    if "ssl" not in sys.modules and "asyncio" not in sys.modules:
        sys.modules["ssl"] = None  # type: ignore[assignment]
        import asyncio  # noqa: F401

        del sys.modules["ssl"]


def started() -> None:
    """Let the collector begin, on what is made from now on: looking the rest through would hold up a key."""
    gc.freeze()
    gc.enable()
