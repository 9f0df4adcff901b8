"""The redline of a meeting's drafts: what changed from one that went round to another, or to the minutes now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from clerk.afterwards.circulating import minuted
from clerk.afterwards.confirming import settled
from clerk.copying import CopyError
from clerk.copying.confirmed import are_confirmed, confirmed_minutes
from clerk.drafting import draft
from clerk.minutes import Heading, ListItem, Minutes, Paragraph
from clerk.model import Record
from exports.draft_minutes import properties_of
from exports.naming import file_name
from exports.redline import redline
from exports.save import ExportError, save


def changes_to_confirmed(earlier: Record, now: Record) -> tuple[Minutes, Minutes]:
    """Return what a draft said and what the minutes ``now`` say as they were confirmed, for signature, as amended.

    Both are in the house style of ``now``. Raises ``ExportError`` when what was confirmed cannot be read.
    """
    try:
        minutes = confirmed_minutes(now)
    except CopyError as error:
        raise ExportError(str(error)) from error
    with_queries = (Heading, ListItem, Paragraph)
    blocks = (replace(block, queries=()) if isinstance(block, with_queries) else block for block in minutes.blocks)
    return both_drafts(earlier, earlier, now)[0], replace(minutes, blocks=tuple(blocks))


def write_redline_to_confirmed(path: Path, earlier: Record, now: Record) -> None:
    """Write what changed from a draft to the confirmed minutes ``now`` as a Word file with tracked changes.

    Raises as ``changes_to_confirmed`` and ``exports.save.save``.
    """
    old, new = changes_to_confirmed(earlier, now)
    save(path, redline(old, new, properties_of(settled(now))))


def both_drafts(earlier: Record, later: Record, now: Record | None = None) -> tuple[Minutes, Minutes]:
    """Return what two states of a record print, both in the house style of ``now`` (if it is None, of the later one).

    With that, a change of style is no change of what was minuted. The officer's queries are left out of both, for no
    draft that goes round has them. Raises StyleError when that style does not exist.
    """
    body = (now or later).body

    def drafted(record: Record) -> Minutes:
        own = replace(record.body, style=body.style, own_words=body.own_words)
        return draft(replace(record, body=own, items=tuple(map(minuted, record.items))))

    return drafted(earlier), drafted(later)


def write_redline(path: Path, earlier: Record, later: Record, now: Record | None = None) -> None:
    """Write what changed between two states of a record as a Word file with tracked changes; as ``both_drafts``.

    Raises what ``exports.save.save`` raises.
    """
    old, new = both_drafts(earlier, later, now)
    save(path, redline(old, new, properties_of(later)))


def redline_name(record: Record, since: int, until: int = 0) -> str:
    """Name the file: "2026-11-24 Example Board redline since draft 1.docx"; ``until`` 0 is the minutes now.

    Of confirmed minutes: "2026-11-24 Example Board redline from draft 1 to confirmed minutes.docx".
    """
    what = f"redline from draft {since} to draft {until}" if until else f"redline since draft {since}"
    if not until and are_confirmed(record):
        what = f"redline from draft {since} to confirmed minutes"
    return file_name(record, "docx", what)
