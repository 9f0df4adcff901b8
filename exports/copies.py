"""Copies for their readers, all from one record: minutes, public minutes, decisions, actions, attendance, extracts.

Here a kind of copy, as it is asked for on the command line or in the app, becomes a file. For the public, everything is
made from a record that exempt matter has been taken out of (``clerk.copying.public``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from clerk import causes
from clerk.actions.log import LoggedAction
from clerk.afterwards.confirming import settled
from clerk.copying import CopyError
from clerk.copying.action_log import action_log
from clerk.copying.confirmed import are_confirmed, confirmed_minutes
from clerk.copying.decisions import decision_sheet
from clerk.copying.lists import action_list, attendance_sheet
from clerk.copying.public import public_minutes, public_record
from clerk.drafting import draft
from clerk.house_style import HouseStyle
from clerk.importers.reading import UnreadableError
from clerk.minutes import Minutes
from clerk.model import Record
from exports.naming import file_name
from exports.save import ExportError, save
from exports.tables import EXTRACTS, csv_bytes, csv_text

if TYPE_CHECKING:
    from exports.template import Template

WORD_KINDS: Mapping[str, str] = {
    "minutes": "the draft minutes; once they are confirmed, the confirmed ones",
    "decisions": "the decision sheet: what was resolved and recommended, with the votes",
    "actions": "the action list: who is to do what by when",
    "action-log": "the action log for this meeting's agenda: what earlier meetings left to be done",
    "attendance": "the sheet to sign before the meeting",
    "confirmed": "the confirmed minutes for signature, amended as agreed",
}
"""The kinds that are Word documents, with what each is."""

TEXT_KINDS: Mapping[str, str] = {
    "text": "the minutes as plain text",
    "markdown": "the minutes as Markdown",
    "json": "everything, for programs",
    "csv": "attendance, actions, declarations and votes, for a spreadsheet",
}
"""The kinds that are text, with what each is."""

_OF_THE_MINUTES = ("minutes", "text", "markdown")
MAY_BE_CONFIRMED = (*_OF_THE_MINUTES, "decisions", "actions", "csv")
"""The kinds that say what was confirmed, once it is, unless the draft is asked for."""

_ENDINGS = {"text": "txt", "markdown": "md", "json": "json", "csv": "csv"}
_CALLED = {
    **{"decisions": "decisions", "actions": "actions", "action-log": "action log"},
    **{"attendance": "attendance sheet", "confirmed": "confirmed minutes", "json": "record"},
}


@dataclass(frozen=True)
class Choice:
    """What was chosen for a copy besides its kind; what does not apply to a kind does nothing."""

    public: bool = False
    """For the public: without exempt matter, queries and private notes."""
    comments: bool = False
    """The officer's queries stand in the Word minutes as comments; never in a public copy."""
    owner: str = ""
    """Whose actions, by name or initials; empty for all."""
    what: str = ""
    """Which extract as CSV, one of ``exports.tables.EXTRACTS``; empty for all, in a folder."""
    style: HouseStyle | None = None
    """The house style; None for the body's own."""
    log: tuple[LoggedAction, ...] = ()
    """What stands in the action log, as ``Store.action_log`` gathers it; of other kinds, nothing."""
    template: Template | None = None
    """The council's own template for Word documents; None for the house template."""
    draft: bool = False
    """From the record as it stands, though its minutes are confirmed; with ``comments`` it is that in any case."""


_PLAIN = Choice()


def document(kind: str, record: Record, choice: Choice = _PLAIN) -> Minutes:
    """Return what a copy will say: one of ``WORD_KINDS``, or ``text`` or ``markdown``, which say what the minutes say.

    What is said of a meeting whose minutes are confirmed is what was confirmed, unless its draft was chosen; where its
    actions stand is said as it is now.

    Raises:
        ExportError: the copy cannot be made: the public summary of an exempt item is missing, or nobody called
            ``owner`` has an action, or the minutes to sign have not been confirmed.
        StyleError: the body's house style does not exist.
    """
    style, confirmed = choice.style, gives_confirmed(kind, record, choice)
    try:
        if kind == "attendance":
            return attendance_sheet(record, style)
        if kind == "confirmed" or (confirmed and kind in _OF_THE_MINUTES):
            return confirmed_minutes(record, style, public=choice.public)
        record = _source(kind, record, choice)
        if kind == "decisions":
            return decision_sheet(record, style, public=choice.public, confirmed=confirmed)
        if kind == "actions":
            return action_list(public_record(record) if choice.public else record, choice.owner, style)
        if kind == "action-log":
            found = [each for each in choice.log if not (choice.public and each.exempt)]
            return action_log(record, found, style)
        if kind in ("minutes", "text", "markdown"):
            return public_minutes(record, style) if choice.public else draft(record, style)
    except CopyError as error:
        raise ExportError(str(error)) from error
    raise ValueError(f"{kind!r} is no document")


def gives_confirmed(kind: str, record: Record, choice: Choice = _PLAIN) -> bool:
    """Whether a copy, if one of ``MAY_BE_CONFIRMED``, will say what was confirmed, because these minutes are."""
    plain = not choice.draft and not (choice.comments and not choice.public)
    return kind in MAY_BE_CONFIRMED and plain and are_confirmed(record)


def _source(kind: str, record: Record, choice: Choice) -> Record:
    """The record a copy is made from: what was confirmed, as amended, or the record as it stands."""
    if not gives_confirmed(kind, record, choice):
        return record
    try:
        return settled(record)
    except UnreadableError as error:
        raise ExportError(str(error)) from error


def written(kind: str, record: Record, choice: Choice = _PLAIN) -> str:
    """Return a copy of one of ``TEXT_KINDS`` as text; of ``csv``, one extract. Raises as ``document``."""
    if kind == "csv":
        return csv_text(choice.what, _for(_source(kind, record, choice), choice))
    if kind == "json":
        from clerk.own_files.as_json import dumps

        return dumps(_for(record, choice)) + "\n"
    minutes = document(kind, record, choice)
    if kind == "markdown":
        from exports.markdown import markdown  # needs lxml, which the app does not load at its start

        return markdown(minutes)
    from exports.text import plain_text

    return plain_text(minutes)


def copy_name(kind: str, record: Record, choice: Choice = _PLAIN) -> str:
    """Name the file of a copy: "2026-11-24 Example Board decisions.docx"; of all extracts, their folder."""
    draft_called = "draft minutes for comment" if choice.comments and kind == "minutes" else "draft minutes"
    if gives_confirmed(kind, record, choice):
        draft_called = _CALLED["confirmed"]
    called = _CALLED.get(kind, "minutes" if choice.public and not are_confirmed(record) else draft_called)
    if kind == "csv":
        called = choice.what or "extracts"
    if choice.draft and kind not in _OF_THE_MINUTES and are_confirmed(record):
        called = f"draft {called}"
    if choice.public and kind != "attendance":
        called = f"public {called}"
    if choice.owner and kind == "actions":
        called = f"{called} {choice.owner}"
    name = file_name(record, _ENDINGS.get(kind, "docx"), called)
    return name.removesuffix(".csv") if kind == "csv" and not choice.what else name


def write_copy(path: Path, kind: str, record: Record, choice: Choice = _PLAIN) -> tuple[Path, ...]:
    """Save a copy to ``path`` and return the files saved: several for all extracts, in the folder ``path``.

    The folder is made if need be.

    Raises:
        ExportError: as ``document``, or what ``exports.word.write_word`` raises; nothing was saved.
        StyleError: the body's house style does not exist.
    """
    if kind == "csv":
        return _write_extracts(path, record, choice)
    if kind in TEXT_KINDS:
        save(path, written(kind, record, choice).encode("utf-8"))
        return (path,)
    from exports.draft_minutes import properties_of
    from exports.word import write_word

    minutes = document(kind, record, choice)
    confirmed = kind == "confirmed" or gives_confirmed(kind, record, choice)
    said = properties_of(_for(settled(record) if confirmed else record, choice))
    said = said if kind == "minutes" and not confirmed else replace(said, subject=minutes.title)
    write_word(path, minutes, said, choice.comments and not choice.public and kind == "minutes", choice.template)
    return (path,)


def _for(record: Record, choice: Choice) -> Record:
    try:
        return public_record(record) if choice.public else record
    except CopyError as error:
        raise ExportError(str(error)) from error


def _write_extracts(path: Path, record: Record, choice: Choice) -> tuple[Path, ...]:
    record = _for(_source("csv", record, choice), choice)
    if choice.what:
        save(path, csv_bytes(choice.what, record))
        return (path,)
    try:
        path.mkdir(exist_ok=True)
    except FileExistsError as error:
        raise ExportError(f"{path} is a file; name a folder for the extracts, or one of them with --what.") from error
    except OSError as error:
        raise ExportError(causes.sentence(f"The folder {path} could not be made", error, "name another")) from error
    contents = {what: csv_bytes(what, record) for what in EXTRACTS}
    files = {path / copy_name("csv", record, replace(choice, what=what)): content for what, content in contents.items()}
    for file, content in files.items():
        save(file, content)
    return tuple(files)
