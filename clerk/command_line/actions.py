"""The commands about actions, which live on from meeting to meeting."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from clerk.actions.log import LoggedAction, of_owner
from clerk.actions.progress import ActionStatus
from clerk.command_line.in_common import date_given, json_option, now, put_json, to_write
from clerk.language.dates import say_date
from clerk.language.text import clean_line
from clerk.own_files import as_json as clerk_json
from clerk.showing.actions import action_line, action_list, say_history
from clerk.store import Store

_NUMBERS = click.argument("numbers", metavar="NUMBER...", type=int, nargs=-1, required=True)
_NOTE = click.option("--note", metavar="TEXT", help="The progress, in your own words; takes the place of the last.")
_ON = click.option("--on", metavar="DATE", help="The day of which it is true, as 3 July 2026; today, if not given.")


@click.command()
@click.option("--body", metavar="NAME", default="", help="Of one body only, by any name it has had.")
@click.option("--owner", metavar="NAME", default="", help="Of one person, by name, a part of it, or initials.")
@click.option("--overdue", is_flag=True, help="Only what should have been done by now.")
@click.option("--all", "settled", is_flag=True, help="Also what is completed or no longer required.")
@json_option
@click.pass_obj
def actions(db: Path, body: str, owner: str, overdue: bool, settled: bool, as_json: bool) -> None:
    """List the actions still to be done, of all meetings, oldest first.

    The number before an action is what "clerk action" calls it by; it never changes. An action due by a day is overdue
    on the day after; one due by the next meeting, or after its own, when the body has met again.
    """
    found: list[LoggedAction] = []
    if db.exists():
        with Store.open(db, write=False) as store:
            found = store.actions(now().date(), clean_line(body), open_only=not settled)
    found = [each for each in of_owner(found, owner) if each.overdue or not overdue]
    if as_json:
        put_json([clerk_json.logged_action(each) for each in found])
    else:
        click.echo(action_list(found, overdue_only=overdue, settled=settled))


@click.group()
def action() -> None:
    """Say what became of an action: done, dropped, or how far it has come.

    NUMBER is what "clerk actions" calls an action by.
    """


@action.command()
@_NUMBERS
@_NOTE
@_ON
@click.pass_obj
def done(db: Path, numbers: tuple[int, ...], note: str | None, on: str | None) -> None:
    """Put down that actions are completed."""
    _report(db, numbers, ActionStatus.COMPLETED, note, on)


@action.command()
@_NUMBERS
@_NOTE
@_ON
@click.pass_obj
def drop(db: Path, numbers: tuple[int, ...], note: str | None, on: str | None) -> None:
    """Put down that actions are no longer required."""
    _report(db, numbers, ActionStatus.DROPPED, note, on)


@action.command()
@_NUMBERS
@_NOTE
@_ON
@click.pass_obj
def reopen(db: Path, numbers: tuple[int, ...], note: str | None, on: str | None) -> None:
    """Put down that actions are still to be done after all."""
    _report(db, numbers, ActionStatus.OPEN, note, on)


# A note may begin with a dash, like anything an officer writes.
@action.command(context_settings={"ignore_unknown_options": True})
@click.argument("number", metavar="NUMBER", type=int)
@click.argument("text", metavar="TEXT")
@_ON
@click.pass_obj
def note(db: Path, number: int, text: str, on: str | None) -> None:
    """Put down how far an action has come; an empty TEXT takes the last note away."""
    _report(db, (number,), None, text, on)


@action.command()
@click.argument("number", metavar="NUMBER", type=int)
@json_option
@click.pass_obj
def history(db: Path, number: int, as_json: bool) -> None:
    """Tell all that was reported of an action, even of one whose line was deleted."""
    with Store.open(db, write=False) as store:
        told = store.action_history(number)
    if as_json:
        put_json(clerk_json.action_history(told))
    else:
        click.echo(say_history(told))


def log_for(db: Path, kind: str, number: int) -> tuple[LoggedAction, ...]:
    """Gather the action log of a meeting for a copy of that kind; nothing for other kinds."""
    if kind != "action-log":
        return ()
    with Store.open(db, write=False) as store:
        return tuple(store.action_log(number, now().date()))


def _report(db: Path, numbers: tuple[int, ...], status: ActionStatus | None, text: str | None, on: str | None) -> None:
    moment = now()
    day = _day(on, moment)
    with to_write(db) as store:
        found = store.report_progress(tuple(dict.fromkeys(numbers)), moment, status=status, note=text, day=day)
    for each in found:
        click.echo(action_line(each))


def _day(on: str | None, moment: datetime) -> date:
    if on is None:
        return moment.date()
    day = date_given(on, "--on")
    if day > moment.date():
        said = f"{say_date(day, weekday=False)} is still to come; say what is true today."
        raise click.BadParameter(said, param_hint="--on")
    return day
