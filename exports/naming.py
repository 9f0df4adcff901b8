"""What an exported file is called, and what it may be called."""

from __future__ import annotations

import re

from clerk.model import Record

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?", re.IGNORECASE | re.DOTALL)
_LONGEST = 120
"""Bytes of what is written out in a name, of which a system allows 255 in all."""
LONGEST_PATH = 259
"""Characters of a whole path, beyond which Word opens no file and Windows, as it is usually set up, makes none."""


def file_name(record: Record, ending: str, what: str = "draft minutes") -> str:
    """Name a file so that a folder of them sorts by date: "2026-11-24 Example Board draft minutes.docx".

    The name is good on Windows, macOS and Linux, whatever the body is called.
    """
    day = record.meeting.date.isoformat() if record.meeting.date else "undated"
    body = _fit(record.body.name).rstrip(" .")
    return f"{day} {body or 'meeting'} {_fit(what)}.{ending}"


def _fit(words: str) -> str:
    """Make words part of a name, cut where it would be too long."""
    spaced = re.sub(r"\s+", " ", _FORBIDDEN.sub(" ", words)).strip()
    return spaced.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore").strip()


def trouble_on_windows(name: str) -> str:
    """Say in a few words why Windows has no file of that name; empty when it can have one.

    By "Naming Files, Paths, and Namespaces" in Microsoft's documentation.
    """
    if found := _FORBIDDEN.search(name):
        sign = found.group()
        return f"{sign} may not stand in a name" if sign.isprintable() else "it has a character that does not show"
    if _DEVICE.fullmatch(name):
        return f"{name.partition('.')[0].rstrip()} is what Windows calls a device"
    if name.endswith((".", " ")):
        return "a name may not end in a full stop or a space"
    return ""
