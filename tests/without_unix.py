"""A Python in which what only Unix has is missing, as far as that can be had on Unix; for a process of its own."""

from __future__ import annotations

import asyncio
import importlib.abc
import os
import signal
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

import platformdirs

MODULES = ("fcntl", "termios", "tty", "pty", "resource", "pwd", "grp", "syslog", "crypt", "spwd", "curses", "readline")
"""Modules that Windows lacks."""
_OF_OS = (
    *(
        "fork",
        "forkpty",
        "openpty",
        "ttyname",
        "ctermid",
        "getuid",
        "geteuid",
        "getgid",
        "getegid",
        "seteuid",
        "setsid",
    ),
    *("killpg", "getpgid", "mkfifo", "uname", "chown", "statvfs", "sysconf", "nice", "O_NOCTTY", "O_NONBLOCK"),
)
_OF_SIGNAL = (
    "SIGHUP",
    "SIGKILL",
    "SIGALRM",
    "SIGWINCH",
    "SIGTSTP",
    "SIGCONT",
    "SIGUSR1",
    "alarm",
    "setitimer",
    "pause",
)

_LOADED = (asyncio, subprocess, tempfile, platformdirs.PlatformDirs)
"""What takes another way on Windows, which cannot be taken here: it is loaded before."""


class _Missing(importlib.abc.MetaPathFinder):
    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None, /
    ) -> ModuleSpec | None:
        if name.partition(".")[0] in MODULES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return None


def hide() -> None:
    """Take away what Windows lacks, and let no file be read or written in whatever letters the system prefers."""
    for name in MODULES:
        sys.modules.pop(name, None)
    sys.meta_path.insert(0, _Missing())
    for owner, names in ((os, _OF_OS), (signal, _OF_SIGNAL)):
        for name in names:
            if hasattr(owner, name):
                delattr(owner, name)
    warnings.filterwarnings("error", category=EncodingWarning, module=r"(clerk|exports|screens)(\.|$)")
