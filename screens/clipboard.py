"""The clipboard of macOS, whose own Terminal does not let a program in it write there."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from contextlib import suppress

_PATIENCE = 2.0
"""Seconds it may take, of which it needs a hundredth."""


def to_pasteboard(text: str, environment: Mapping[str, str] = os.environ) -> None:
    """Put text on the clipboard of the Mac Clerk runs on; over ssh that is not the officer's, and is left alone."""
    if "SSH_CONNECTION" in environment:
        return
    with suppress(OSError, subprocess.SubprocessError):
        # pbcopy reads bytes as the locale says, and without one as MacRoman.
        settings = {**environment, "LC_ALL": "en_GB.UTF-8"}
        content = text.encode("utf-8", "replace")
        subprocess.run(["/usr/bin/pbcopy"], input=content, env=settings, timeout=_PATIENCE, check=False)
