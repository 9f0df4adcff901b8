"""What several commands have in common: how a meeting is named, a time given, and a result printed."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import click

from clerk.language.dates import on_the_wall, read_date, read_time
from clerk.language.text import clean_line
from clerk.model import Item, Record
from clerk.store import Store

number_argument = click.argument("number", metavar="N", type=int)
"""The meeting, by the number ``clerk list`` prints."""

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
"""Asks for JSON instead of words."""

at_option = click.option("--at", metavar="TIME", help="The time to put down, as 10.05 or 2.30pm; now, if not given.")
"""The time something happened, when that is not now."""

FILE = click.Path(path_type=Path)
"""A file the command itself will say is missing, in its own words."""


def read(db: Path, number: int) -> Record:
    """Return a meeting, also while the app has the database open."""
    with Store.open(db, write=False) as store:
        return store.record(number)


def to_write(db: Path) -> Store:
    """Open the database to write; one that is not there holds no meeting to write in, and is not made."""
    if not db.exists():
        Store.open(db, write=False).close()
    return Store.open(db)


def say_if_confirmed(record: Record) -> None:
    """Say on standard error, when its minutes are confirmed, that what is changed in a record is not in them."""
    from clerk.showing.afterwards import change_warning

    if warning := change_warning(record):
        click.echo(warning, err=True)


def now() -> datetime:
    """The present moment, to the second."""
    return datetime.now().replace(microsecond=0)


def time_at(record: Record, at: str | None, option: str = "--at") -> datetime:
    """Return the moment ``--at 10.05`` means, or this time of day if it is None, on the day of the meeting.

    Minutes may be typed up on a later day. A time twelve hours or more before the opening is after midnight. ``option``
    is what the time was given with, named when it is refused.
    """
    moment = now()
    called = moment.time() if at is None else read_time(at)
    if called is None:
        message = f"{clean_line(at or '')!r} is not a time of day; write it as 10.05 or 2.30pm."
        raise click.BadParameter(message, param_hint=option)
    when = datetime.combine(record.meeting.date or moment.date(), called)
    opened = record.meeting.opened
    overnight = opened is not None and on_the_wall(opened) - when >= timedelta(hours=12)
    return when + timedelta(days=1) if overnight else when


def date_given(text: str, option: str) -> date:
    """Return the day typed after an option, as ``--on``."""
    if found := read_date(text):
        return found
    raise click.BadParameter(f"{clean_line(text)!r} is not a date; write it as 3 July 2026.", param_hint=option)


def item_named(item: Item) -> str:
    """Say which item is meant: by its number on the agenda, if it has one, and its title."""
    title = clean_line(item.title)
    return f"agenda item {item.agenda_number}, {title}" if item.agenda_number else title


def put_file(text: str) -> None:
    """Print what another program will read: in UTF-8, whatever letters the console has."""
    text = text if text.endswith("\n") else text + "\n"
    if sys.stdout.isatty():
        click.echo(text, nl=False)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))


def put_json(value: object) -> None:
    """Print a value as JSON."""
    put_file(json.dumps(value, ensure_ascii=False, indent=2))
