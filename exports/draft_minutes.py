"""A meeting's draft minutes as a Word file: the record, drafted in its house style, with the file's properties."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from clerk.afterwards.circulating import marked_as_last
from clerk.drafting import draft
from clerk.house_style import style_of
from clerk.language import dates
from clerk.model import Record
from exports.naming import file_name
from exports.word import Properties, write_word

if TYPE_CHECKING:
    from exports.template import Template
    from exports.word_check import Finding

_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def write_draft(path: Path, record: Record) -> tuple[Finding, ...]:
    """Write the draft minutes of ``record`` to ``path`` and return what a check of the file finds.

    Raises what ``exports.word.write_word`` raises.
    """
    from exports.word_check import check_word

    write_word(path, draft(record), properties_of(record))
    return check_word(path)


def write_circulated(path: Path, record: Record, template: Template | None = None) -> None:
    """Write the draft that ``record`` says was circulated last, marked as "Draft 2" and so on from the second.

    Raises what ``exports.word.write_word`` raises.
    """
    minutes = marked_as_last(draft(record), record, style_of(record.body))
    write_word(path, minutes, properties_of(record), template=template)


def circulated_name(record: Record, version: int) -> str:
    """Name the file of a draft that is circulated: "2026-11-24 Example Board draft 2 minutes.docx"."""
    return file_name(record, "docx", "draft minutes" if version < 2 else f"draft {version} minutes")


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
        day=dates.say_date(day, weekday=False) if day else "",
    )


def _author(record: Record) -> str:
    """The officer the agenda names, without telephone and e-mail; else the body."""
    name = re.split(r"[,(;/]|\s(?:Tel|E-?mail)\b", record.meeting.contact, maxsplit=1)[0].strip()
    return name or record.body.name
