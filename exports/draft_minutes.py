"""A meeting's draft minutes as a Word file: the record, drafted in its house style, with the file's properties."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from clerk.drafting import draft
from clerk.model import Record
from exports.word import Properties, word_bytes, write_word

if TYPE_CHECKING:
    from exports.template import Template
    from exports.word_check import Finding

_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def write_draft(path: Path, record: Record, template: Template | None = None) -> tuple[Finding, ...]:
    """Write the draft minutes of ``record`` to ``path`` and return what a check of the file finds.

    A ``template`` of the council's own takes the place of the house template. Raises what
    ``exports.word.write_word`` raises.
    """
    from exports.word_check import check_word

    write_word(path, draft(record), properties_of(record), template=template)
    return check_word(path)


def draft_bytes(record: Record) -> bytes:
    """Return the draft minutes as a .docx file; the same record always gives the same bytes."""
    return word_bytes(draft(record), properties_of(record))


def properties_of(record: Record) -> Properties:
    """Say what the file says of itself from the record alone: the clock would make each export a different file."""
    changes = [entry.changed for item in record.items for entry in item.entries if entry.changed]
    day = record.meeting.date
    created = record.meeting.opened or (datetime.combine(day, record.meeting.time or time()) if day else _UNDATED)
    return Properties(
        author=_author(record),
        created=created,
        modified=max((moment for moment in changes if moment.tzinfo == created.tzinfo), default=created),
        subject=f"Minutes of {record.body.name}",
    )


def _author(record: Record) -> str:
    """The officer the agenda names, without telephone and e-mail; else the body."""
    name = re.split(r"[,(;/]|\s(?:Tel|E-?mail)\b", record.meeting.contact, maxsplit=1)[0].strip()
    return name or record.body.name
