"""The commands that put a backup back, and that destroy what need not be kept."""

from __future__ import annotations

from pathlib import Path

import click
from click.core import ParameterSource

from clerk.command_line.in_common import FILE, now, number_argument, to_write
from clerk.language.dates import say_date, say_time
from clerk.store import Store


@click.command()
@click.argument("file", type=FILE)
@click.pass_context
def restore(ctx: click.Context, file: Path) -> None:
    """Put the backup FILE in the place of the database.

    FILE is checked first, and the database that is there is kept beside it under a name with the date. Refused while
    another Clerk has it open.
    """
    from clerk.records.restoring import restore as put_back

    db: Path = ctx.obj
    restored = put_back(db, file, now())
    count = restored.meetings
    click.echo(f"Restored {file} to {db}: {count} meeting{'' if count == 1 else 's'}.")
    if restored.kept:
        named = ctx.find_root().get_parameter_source("db") is ParameterSource.COMMANDLINE
        clerk = f'clerk --db "{db}"' if named else "clerk"
        click.echo(f'What was there is kept; to go back to it: {clerk} restore "{restored.kept}"')


@click.command()
@number_argument
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def tidy(db: Path, number: int, yes: bool) -> None:
    """Destroy the working papers of a meeting whose minutes are confirmed.

    They are its private notes, its cleared queries and other lines taken out, earlier wordings of lines, and what
    circulated drafts said. The minutes stay, with the queries still open.
    """
    with to_write(db) as store:
        papers = store.working_papers(number)
        store.must_be_confirmed(number)
        if not papers.any:
            click.echo(f"There are no working papers of meeting {number}{_before(store, number)}.")
            return
        click.echo(f"To be destroyed: {papers.said()}. They cannot be brought back.")
        if not yes:
            click.confirm(f"Destroy the working papers of meeting {number}?", abort=True)
        store.tidy(number, now())
    click.echo("Destroyed, and no longer in the database file.")
    if papers.queries:
        click.echo(f"Kept: {papers.queries} quer{'y' if papers.queries == 1 else 'ies'} still open.")
    click.echo("Backups still hold them, and exported files may." + _copies(db))


def _before(store: Store, number: int) -> str:
    done = store.tidied(number)
    if not done:
        return ""
    when = done[-1].when
    return f"; they were destroyed on {say_date(when.date(), weekday=False)} at {say_time(when)}"


def _copies(db: Path) -> str:
    """Name the copies that Clerk itself has left beside the database."""
    copies = sorted(path.name for path in db.parent.glob(f"{db.stem} before *{db.suffix}"))
    return f" Beside it: {', '.join(copies)}; delete what you do not need." if copies else ""
