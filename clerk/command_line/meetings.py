"""The commands about meetings as a whole, and about the database."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from clerk import clerk_json, clerk_text
from clerk.command_line.terms import FILE, json_option, number_argument, put_file, put_json, read
from clerk.expecting import with_expected_roll
from clerk.importers.recognise import names, read_file
from clerk.kinds import body_kind_of, noun_of
from clerk.model import Record
from clerk.showing import meeting_list, what_was_read, whole_meeting
from clerk.store import Store
from clerk.text import clean_line


@click.command("import")
@click.argument("file", type=FILE)
@click.option("--body", metavar="NAME", help="The body that meets, when the file does not say or says it wrongly.")
@click.option(
    "--as", "wanted", metavar="READER", default="", type=click.Choice(("", *names())), help=f"As: {', '.join(names())}."
)
@click.option("--dry-run", is_flag=True, help="Only say what would be read.")
@json_option
@click.pass_obj
def import_(db: Path, file: Path, body: str | None, wanted: str, dry_run: bool, as_json: bool) -> None:
    """Make a meeting from an agenda or from one of Clerk's own files.

    Reads a ModernGov page saved as HTML or copied as text, an agenda in plain text, and what "clerk show" prints with
    --text or --json. Says what is doubtful, so that you can look at it.
    """
    reading = read_file(file, wanted)
    if body:
        reading = replace(reading, record=_of_body(reading.record, clean_line(body)))
    number, day = None, None
    if not dry_run:
        with Store.open(db) as store:
            reading, day = with_expected_roll(reading, store)
            number = store.add(reading.record)
    if not as_json:
        click.echo(what_was_read(reading, number, day))
        return
    doubts = [{"line": doubt.line, "message": doubt.message} for doubt in reading.doubts]
    about = {"meeting": number, "reader": reading.reader, "doubts": doubts, "left_out": list(reading.noise)}
    about["roll_as_at"] = day.isoformat() if day else None
    put_json({**clerk_json.document(reading.record), "import": about})


def _of_body(record: Record, name: str) -> Record:
    """The record as of another body; what it is called in its minutes follows from its name."""
    if name.casefold() == record.body.name.casefold():
        return record
    body = replace(record.body, name=name, kind=body_kind_of(name), noun=noun_of(name), quorum=None)
    return replace(record, body=body)


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

    Works while the app is open. To go back to it, name it with --db, or put it where "clerk where" says.
    """
    with Store.open(db, write=False) as store:
        store.backup(file)
    click.echo(f"Saved {file}")
