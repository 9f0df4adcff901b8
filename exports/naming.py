"""What an exported file is called."""

from __future__ import annotations

import re

from clerk.model import Record

_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST = 120


def file_name(record: Record, ending: str, what: str = "draft minutes") -> str:
    """Name a file so that a folder of them sorts by date: "2026-11-24 Example Board draft minutes.docx".

    The name is good on Windows, macOS and Linux, whatever the body is called.
    """
    day = record.meeting.date.isoformat() if record.meeting.date else "undated"
    body = re.sub(r"\s+", " ", _NOT_IN_A_NAME.sub(" ", record.body.name)).strip()[:_LONGEST].rstrip(" .")
    what = re.sub(r"\s+", " ", _NOT_IN_A_NAME.sub(" ", what)).strip()[:_LONGEST]
    return f"{day} {body or 'meeting'} {what}.{ending}"
