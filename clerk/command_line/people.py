"""The commands about the people of a body: its roster from a file, who joined, who left, and the roster as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from clerk.command_line.in_common import FILE, date_given, json_option, now, put_file, put_json, to_write
from clerk.importers.roster import read_roster
from clerk.importers.rosters.reading import RosterReading
from clerk.language.dates import say_date
from clerk.language.text import clean_line
from clerk.people.membership import Member, RosterChange, compare
from clerk.people.person_line import person_in
from clerk.store import Store
from clerk.terms import Capacity

_BODY = click.option("--body", metavar="NAME", required=True, help="The body, by any name it has had.")


@click.group()
def people() -> None:
    """Keep the roster of a body: whom to expect at its meetings.

    An agenda imported afterwards expects the roster as at the day of its meeting.
    """


@people.command("import")
@click.argument("file", type=FILE)
@click.option("--body", metavar="NAME", help="The body, when the file does not name it or names it otherwise.")
@click.option("--since", metavar="DATE", help="The first day of the new roster; today, or the day the file is of.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@json_option
@click.pass_obj
def import_(db: Path, file: Path, body: str | None, since: str | None, dry_run: bool, as_json: bool) -> None:
    """Take the roster of a body from FILE.

    Reads a ModernGov committee page or attendance page saved as HTML or copied as text, CSV with headings (name, post,
    organisation, party, ward, capacity, initials, chair, substitute, votes), and a plain list or Word file with one
    person on a line, "Cllr A. Example (Chair), Leader, Northmere Council", or by party or ward, "Labour: Cllrs A and
    B". Whoever is not in it has left, and is kept as history.
    """
    reading = read_roster(file)
    name = clean_line(body or reading.body)
    if not name:
        raise click.ClickException(f"{file.name} does not name the body; give it with --body.")
    day = _day(since, "--since") or reading.day or now().date()
    known, change = _changed(db, name, reading, day, dry_run)
    if as_json:
        put_json(_as_json(name, reading, change, day, dry_run))
        return
    many = _people(len(change.roster))
    would = "would be" if dry_run else "is"
    first = change.roster[0].since is None and len(change.joined) == len(change.roster)
    since = ", its first" if first else f" from {_say(day)}"
    click.echo(f"{name}{'' if known else ' (a new body)'}: the roster {would} {many}{since} (read as {reading.reader})")
    for line in _said(change):
        click.echo(f"  {line}")
    if body and reading.body and reading.body.casefold() != name.casefold():
        click.echo(f"  look at: the file is of {reading.body}, and its people were taken for {name}.")
    for doubt in reading.doubts:
        click.echo(f"  look at: {clean_line(str(doubt))}")
    if reading.noise:
        click.echo(f"  left out: {len(reading.noise)} line{'' if len(reading.noise) == 1 else 's'} naming nobody")


def _changed(db: Path, name: str, reading: RosterReading, day: date, dry_run: bool) -> tuple[bool, RosterChange]:
    """Whether the body was known, and what changes; with ``dry_run`` nothing is written."""
    if not dry_run:
        with Store.open(db) as store:
            return store.knows_body(name), store.set_roster(name, reading.members, day)
    history: Sequence[Member] = ()
    known = False
    if db.exists():
        with Store.open(db, write=False) as store:
            known = store.knows_body(name)
            history = store.memberships(name) if known else ()
    return known, compare(history, reading.members, day)


def _said(change: RosterChange) -> Iterable[str]:
    """What changed, a line each."""
    if change.joined:
        yield f"joined: {_names(change.joined)}"
    if change.left:
        yield f"left: {_names(change.left)}"
    for before, after in change.changed:
        yield f"changed: {_about(before)}; now {_about(after)}"
    if change.stayed:
        yield f"stayed, the file naming nobody of their sort: {_names(change.stayed)}"
    if not (change.joined or change.left or change.changed):
        yield "nothing changed"


@people.command("list")
@_BODY
@click.option("--on", "day", metavar="DATE", help="As at this day; without it, as it is now.")
@click.option("--all", "everybody", is_flag=True, help="Those who have left as well.")
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, which clerk people import reads back.")
@click.pass_obj
def list_(db: Path, body: str, day: str | None, everybody: bool, as_json: bool, as_csv: bool) -> None:
    """List the people of a body."""
    if sum((as_json, as_csv)) > 1 or (everybody and (day or as_csv)):
        raise click.UsageError("Ask for one of --json and --csv; --all goes with neither --on nor --csv.")
    with Store.open(db, write=False) as store:
        found = store.memberships(body) if everybody else store.roster(body, _day(day, "--on"))
    if as_csv:
        from clerk.importers.rosters.csv import csv_of

        put_file(csv_of(found))
    elif as_json:
        put_json([_member(each) for each in found])
    elif not found:
        click.echo(f"{clean_line(body)} has no roster; clerk people import FILE takes one.")
    else:
        width = max(len(clean_line(each.name)) for each in found)
        for each in found:
            click.echo(f"{clean_line(each.name):<{width}}  {_facts(each)}".rstrip())


@people.command()
@_BODY
@click.argument("person")
@click.option("--capacity", type=click.Choice(("member", "officer"), case_sensitive=False), default="member")
@click.option("--initials", default="", help="How you call the person in notes.")
@click.option("--substitute", is_flag=True, help="Only to stand in for members.")
@click.option("--since", metavar="DATE", help="The first day; today, if not given.")
@click.pass_obj
def add(db: Path, body: str, person: str, capacity: str, initials: str, substitute: bool, since: str | None) -> None:
    """Add PERSON to a roster.

    PERSON is a name, or "Cllr A. Example (Chair), Leader, Northmere Council".
    """
    read = person_in(person)
    if not read.name:
        raise click.UsageError("Give the person's name.")
    member = Member(
        *(read.name, read.post, read.organisation, Capacity(capacity.lower()), initials or read.initials),
        chair=read.chair,
        substitute=substitute,
    )
    with to_write(db) as store:
        added = store.join(body, member, _day(since, "--since") or now().date())
    click.echo(f"{_about(added)}: on the roster from {_say(added.since)}.")


@people.command()
@_BODY
@click.argument("person")
@click.option("--last-day", metavar="DATE", help="The last day; today, if not given.")
@click.pass_obj
def leave(db: Path, body: str, person: str, last_day: str | None) -> None:
    """Put down that PERSON leaves a body; that they were on it is kept."""
    with to_write(db) as store:
        gone = store.leave(body, person, _day(last_day, "--last-day") or now().date())
    click.echo(f"{gone.name}: on the roster until {_say(gone.until)}.")


def _day(text: str | None, option: str) -> date | None:
    return None if text is None else date_given(text, option)


def _say(day: date | None) -> str:
    return say_date(day, weekday=False) if day else "the beginning"


def _people(count: int) -> str:
    return f"{count} {'person' if count == 1 else 'people'}"


def _names(members: Iterable[Member]) -> str:
    return ", ".join(clean_line(each.name) for each in members)


def _about(member: Member) -> str:
    facts = _facts(replace(member, since=None, until=None))
    return f"{clean_line(member.name)} ({facts})" if facts else clean_line(member.name)


def _facts(member: Member) -> str:
    facts = [member.post, member.organisation]
    facts += [member.capacity.value] if member.capacity is not Capacity.MEMBER else []
    facts += ["Chair"] if member.chair else []
    facts += ["substitute"] if member.substitute else []
    facts += ["votes on some items"] if member.some_votes else []
    facts += [member.initials] if member.initials else []
    facts += [f"from {_say(member.since)}"] if member.since else []
    facts += [f"until {_say(member.until)}"] if member.until else []
    return ", ".join(clean_line(fact) for fact in facts if fact)


def _member(member: Member) -> dict[str, str | bool | None]:
    return {
        "name": member.name,
        "post": member.post,
        "organisation": member.organisation,
        "capacity": member.capacity.value,
        "initials": member.initials,
        "chair": member.chair,
        "substitute": member.substitute,
        "some_votes": member.some_votes,
        "since": member.since.isoformat() if member.since else None,
        "until": member.until.isoformat() if member.until else None,
    }


def _as_json(name: str, reading: RosterReading, change: RosterChange, day: date, dry_run: bool) -> dict[str, object]:
    return {
        "body": name,
        "since": day.isoformat(),
        "roster": [_member(each) for each in change.roster],
        "joined": [each.name for each in change.joined],
        "left": [each.name for each in change.left],
        "changed": [{"before": _member(before), "after": _member(after)} for before, after in change.changed],
        "stayed": [each.name for each in change.stayed],
        "reader": reading.reader,
        "doubts": [{"line": doubt.line, "message": doubt.message} for doubt in reading.doubts],
        "left_out": list(reading.noise),
        "dry_run": dry_run,
    }
