"""The command that puts a break right afterwards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from clerk.breaks import put_right
from clerk.command_line.in_common import now, number_argument, read, say_if_confirmed, time_at, to_write
from clerk.language.dates import say_time
from clerk.language.text import clean_line
from clerk.model import Adjournment, Record


@click.command()
@number_argument
@click.argument("which", metavar="[K]", type=click.IntRange(1), required=False)
@click.option("--adjourned", metavar="TIME", help="When it began, as 10.05 or 2.30pm.")
@click.option("--resumed", metavar="TIME", help='When it was over; "" if it is not.')
@click.option("--why", help='The reason, if it is to be minuted; "" if it is not.')
@click.option("--none", "out", is_flag=True, help="Take the break out: the meeting did not adjourn then.")
@click.pass_obj
def breaks(
    db: Path, number: int, which: int | None, adjourned: str | None, resumed: str | None, why: str | None, out: bool
) -> None:
    """Put right when a meeting adjourned and resumed, in the record and in its minute.

    K says which of several breaks, as listed without options.
    """
    given = [each for each in (adjourned, resumed, why) if each is not None]
    if out and given:
        raise click.UsageError("Give what is to be put right or --none, not both.")
    if not out and not given:
        _list(read(db, number), which)
        return
    with to_write(db) as store:
        record = store.record(number)
        was = _meant(record, which)
        changed = None if out else _changed(record, was, adjourned, resumed, why)
        followed = put_right(store, record, was, changed, now())
        click.echo(f"{_said(changed)}; put right." if changed else f"Taken out: {_said(was)}.")
        if not followed:
            click.echo("Its minute says it in your own words: put that right there.", err=True)
        say_if_confirmed(record)


def _meant(record: Record, which: int | None) -> Adjournment:
    found = record.meeting.adjournments
    if not found:
        raise click.ClickException(f"Meeting {record.meeting.id} has not adjourned.")
    if which is None and len(found) > 1:
        raise click.ClickException(
            f"Meeting {record.meeting.id} adjourned {len(found)} times; say which, as listed by: "
            f"clerk breaks {record.meeting.id}"
        )
    if (which or 1) > len(found):
        raise click.ClickException(f"Meeting {record.meeting.id} has no break {which}; it has {len(found)}.")
    return found[(which or 1) - 1]


def _changed(
    record: Record, was: Adjournment, adjourned: str | None, resumed: str | None, why: str | None
) -> Adjournment:
    return replace(
        was,
        began=was.began if adjourned is None else time_at(record, adjourned, "--adjourned"),
        resumed=was.resumed if resumed is None else time_at(record, resumed, "--resumed") if resumed.strip() else None,
        why=was.why if why is None else clean_line(why),
    )


def _list(record: Record, which: int | None) -> None:
    if which is not None:
        click.echo(f"{which}  {_said(_meant(record, which))}.")
    elif not record.meeting.adjournments:
        click.echo(f"Meeting {record.meeting.id} has not adjourned.")
    else:
        for place, each in enumerate(record.meeting.adjournments, 1):
            click.echo(f"{place}  {_said(each)}.")


def _said(adjournment: Adjournment) -> str:
    until = f", resumed at {say_time(adjournment.resumed)}" if adjournment.resumed else ", has not resumed"
    why = f" ({clean_line(adjournment.why)})" if adjournment.why else ""
    return f"Adjourned at {say_time(adjournment.began)}{until}{why}"
