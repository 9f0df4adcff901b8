"""The commands about meetings as a whole, and about the database."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from clerk.arriving.bringing_in import Brought, Plan, bring_in, plan_for
from clerk.command_line.in_common import FILE, json_option, number_argument, put_file, put_json, read
from clerk.command_line.which_meeting import chosen
from clerk.importers.mends.front import of_body
from clerk.importers.reading import Reading, UnreadableError
from clerk.importers.recognise import meetings_in, names
from clerk.language.text import clean_line
from clerk.own_files import as_json as clerk_json
from clerk.own_files import as_text as clerk_text
from clerk.showing.meetings import meeting_list, what_was_read, whole_meeting
from clerk.store import Store
from clerk.terms import MeetingState


@click.command("import")
@click.argument("file", type=FILE)
@click.option("--body", metavar="NAME", help="The body that meets, when the file does not say or says it wrongly.")
@click.option(
    "--as", "wanted", metavar="READER", default="", type=click.Choice(("", *names())), help=f"As: {', '.join(names())}."
)
@click.option(
    "--meeting",
    "which",
    metavar="N|all|whole",
    default="",
    help="Of a minutes book with several meetings: the Nth, all of them, or the whole file as one.",
)
@click.option("--new", is_flag=True, help="Make another meeting, even if the body has one on that day.")
@click.option("--into", metavar="N", type=int, help="Bring meeting N up to date; in session, only add late papers.")
@click.option("--dry-run", is_flag=True, help="Only say what would be read, or changed.")
@json_option
@click.pass_obj
def import_(db: Path, /, file: Path, wanted: str, new: bool, **asked: Any) -> None:
    """Make a meeting from an agenda or from one of Clerk's own files.

    Reads Word agendas and minutes (.docx), a ModernGov page saved as HTML or as one file or copied as text, its web
    service's XML, an agenda in plain text or Markdown, and what "clerk show" prints with --text or --json. Says what is
    doubtful, so that you can look at it.

    The agenda of a meeting that is planned already (a supplement, late papers) brings that meeting up to date: what you
    prepared is kept, and every change is said.

    A file with the minutes of several meetings is not brought in until --meeting says which: 3, all, or whole.
    """
    into, dry, body = asked["into"], asked["dry_run"], asked["body"]
    if new and into is not None:
        raise click.UsageError("Ask for --new or for --into, not for both.")
    several = asked["which"].lower() == "all"
    if several and into is not None:
        raise click.UsageError("Ask for --meeting all or for --into, not for both: --into is one meeting.")
    told, refused = [], []
    for place, read_it in chosen(meetings_in(file, wanted), asked["which"].lower(), file.name):
        try:
            reading = read_it()
            reading = replace(reading, record=of_body(reading.record, body)) if body else reading
            brought, hint = _dry(db, reading, into, new) if dry else _bring(db, reading, into, new)
        except (UnreadableError, click.ClickException) as error:
            if not several:
                raise
            refused.append(f"{place}: {error.message if isinstance(error, click.ClickException) else error}")
            continue
        told.append(_told(brought, hint))
        if not asked["as_json"]:
            click.echo(what_was_read(brought.reading, brought.number, brought.changes, dry))
            if hint:
                click.echo(f"  look at: {clean_line(hint)}")
    if asked["as_json"]:
        put_json(told if several else told[0])
    if refused:
        raise click.ClickException("Not brought in: " + "; ".join(refused))


def _bring(db: Path, reading: Reading, into: int | None, new: bool) -> tuple[Brought, str]:
    """Add or update a meeting; also return a hint that another may have been meant."""
    with Store.open(db) as store:
        meeting, hint = (into, "") if new or into is not None else _belongs_to(plan_for(store, reading))
        return bring_in(store, reading, meeting), hint


def _dry(db: Path, reading: Reading, into: int | None, new: bool) -> tuple[Brought, str]:
    """What ``_bring`` would do, without doing it."""
    if not db.exists():
        return Brought(None, reading), ""
    with Store.open(db, write=False) as store:
        meeting, hint = (into, "") if new or into is not None else _belongs_to(plan_for(store, reading))
        if meeting is None:
            return Brought(None, reading), hint
        update = store.would_update(meeting, reading.record)
        return Brought(meeting, replace(reading, record=update.record), update.changes), hint


def _belongs_to(plan: Plan) -> tuple[int | None, str]:
    """The meeting to bring up to date unasked, if any; or a hint. Raises for one that must not change unasked."""
    if plan.meeting is None:
        return None, ""
    number = plan.meeting.number
    if plan.refused:
        raise click.ClickException(f"{plan.why} With --new, this makes another meeting.")
    if plan.meeting.state is MeetingState.IN_SESSION:
        raise click.ClickException(f"{plan.why} Do so with --into {number}, or make another meeting with --new.")
    if plan.ask:
        return None, f"{plan.why} If so, clerk import --into {number} brings that one up to date."
    return number, ""


def _told(brought: Brought, hint: str) -> dict[str, object]:
    """An import for programs: the meeting, and beside it what was read and what changed."""
    reading = brought.reading
    about = {
        "meeting": brought.number,
        "updated": brought.changes is not None,
        "changes": list(brought.changes or ()),
        "hint": hint,
        "reader": reading.reader,
        "doubts": [{"line": doubt.line, "message": doubt.message} for doubt in reading.doubts],
        "left_out": list(reading.noise),
        "roll_as_at": brought.roll_day.isoformat() if brought.roll_day else None,
        "roll_from": reading.roll_from,
    }
    return {**clerk_json.document(reading.record), "import": about}


@click.command("list")
@json_option
@click.pass_obj
def list_(db: Path, as_json: bool) -> None:
    """List the meetings, newest first."""
    meetings = []
    if db.exists():
        with Store.open(db, write=False) as store:
            meetings = store.meetings()
    if as_json:
        put_json([clerk_json.summary(meeting) for meeting in meetings])
    else:
        click.echo(meeting_list(meetings))


@click.command()
@number_argument
@json_option
@click.option("--text", "as_text", is_flag=True, help="Print Clerk's own text file, which clerk import reads back.")
@click.pass_obj
def show(db: Path, number: int, as_json: bool, as_text: bool) -> None:
    """Show one meeting whole."""
    if as_json and as_text:
        raise click.UsageError("Ask for --json or for --text, not for both.")
    record = read(db, number)
    if as_json:
        put_file(clerk_json.dumps(record))
    elif as_text:
        put_file(clerk_text.dumps(record))
    else:
        click.echo(whole_meeting(record))


@click.command()
@click.pass_obj
def where(db: Path) -> None:
    """Say where the database is."""
    click.echo(str(db))
    if not db.exists():
        click.echo("It is not there yet; the first meeting makes it.", err=True)


@click.command()
@click.argument("file", type=FILE)
@click.pass_obj
def backup(db: Path, file: Path) -> None:
    """Copy the whole database to FILE and check the copy.

    Works while the app is open. "clerk restore FILE" goes back to it.
    """
    with Store.open(db, write=False) as store:
        store.backup(file)
    click.echo(f"Saved {file}")
