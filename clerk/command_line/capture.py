"""The commands that take down what happens, a line at a time."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from clerk.command_line.in_common import (
    FILE,
    at_option,
    item_named,
    now,
    number_argument,
    say_if_confirmed,
    time_at,
    to_write,
)
from clerk.importers.decoding import decode, read_bytes
from clerk.language.dates import say_time
from clerk.language.text import clean_line
from clerk.lookup import item_called, item_position, person_called
from clerk.model import Declaration, Meeting, Presence, Record
from clerk.people import room
from clerk.records.business import with_lines
from clerk.sentences.none_declared import none_declared, pages_without
from clerk.store import Store
from clerk.terms import Attendance, Capacity, ItemState, MeetingState, Outcome
from clerk.voting.entitled import Voting

_ITEM = click.argument("item", metavar="ITEM")


@click.command("open")
@number_argument
@at_option
@click.option("--again", is_flag=True, help="Go on with minutes that were circulated, or read from a file as a draft.")
@click.pass_obj
def open_(db: Path, number: int, at: str | None, again: bool) -> None:
    """Open a meeting; one closed by mistake goes on."""
    with to_write(db) as store:
        record = store.record(number)
        meeting, when = record.meeting, time_at(record, at)
        if meeting.state.over:
            _may_go_on(meeting, at, again)
            store.reopen_meeting(number)
            click.echo(f"Meeting {number} goes on.")
        elif meeting.opened and meeting.state is MeetingState.IN_SESSION:
            click.echo(f"Meeting {number} was opened at {say_time(meeting.opened)} already.")
        else:
            store.open_meeting(number, when)
            click.echo(f"Meeting {number} opened at {say_time(when)}.")


def _may_go_on(meeting: Meeting, at: str | None, again: bool) -> None:
    """Refuse to reopen minutes that have gone round or were never taken down here, or to change the opening so."""
    if meeting.state is not MeetingState.DRAFT and not again:
        raise click.ClickException(
            f"The minutes of meeting {meeting.id} are {meeting.state}; clerk open {meeting.id} --again goes on with the"
            " meeting as if it had not been closed."
        )
    if not meeting.opened and not meeting.closed and not again:
        raise click.ClickException(
            f"Meeting {meeting.id} is a draft read from a file; clerk open {meeting.id} --again goes on with it."
        )
    if at is not None and meeting.opened:
        raise click.ClickException(
            f"Meeting {meeting.id} was opened at {say_time(meeting.opened)} and has been closed;"
            f" clerk open {meeting.id} without --at goes on with it."
        )


@click.command()
@number_argument
@at_option
@click.pass_obj
def close(db: Path, number: int, at: str | None) -> None:
    """Close a meeting; its minutes are then a draft."""
    with to_write(db) as store:
        record = store.record(number)
        if record.meeting.state is MeetingState.PLANNED:
            raise click.ClickException(f"Meeting {number} has not been opened; clerk open {number} opens it.")
        if record.meeting.closed:
            click.echo(f"Meeting {number} was closed at {say_time(record.meeting.closed)} already.")
            return
        when = time_at(record, at)
        store.close_meeting(number, when)
        click.echo(f"Meeting {number} closed at {say_time(when)}.")


@click.command()
@number_argument
@_ITEM
@at_option
@click.pass_obj
def take(db: Path, number: int, item: str, at: str | None) -> None:
    """Take an item now; the one before it is done.

    Minutes are numbered in the order items are taken.
    """
    with to_write(db) as store:
        record = store.record(number)
        if record.meeting.state is not MeetingState.IN_SESSION:
            raise click.ClickException(f"Meeting {number} is not in session; clerk open {number} opens it.")
        store.take_item(number, item_called(record, item).id, time_at(record, at))
        taken = next(one for one in store.record(number).items if one.state is ItemState.OPEN)
        click.echo(f"Taking {item_named(taken)}.")


@click.command()
@number_argument
@_ITEM
@click.argument("file", type=FILE, required=False)
@click.pass_obj
def minute(db: Path, number: int, item: str, file: Path | None) -> None:
    """Replace an item's minute by the text of FILE, or of standard input.

    Each line is a paragraph; what it starts with says what it is: "- " a point, "R: " resolved, "A: KL: ..." an action.
    """
    with to_write(db) as store:
        found = item_called(store.record(number), item)
        page = _page(file)
        entries = store.save_page(found.id, page, now())
        count = len(entries)
        click.echo(f"{item_named(found)}: {count} line{'' if count == 1 else 's'}.")
        say_if_confirmed(store.record(number))


def _page(file: Path | None) -> str:
    # An empty text is a minute wiped on purpose, which the reader of agendas would call an empty file.
    data = read_bytes(file) if file and str(file) != "-" else sys.stdin.buffer.read()
    if not data.strip():
        return ""
    decoded = decode(data)
    for doubt in decoded.doubts:
        click.echo(f"look at: {doubt}", err=True)
    page = decoded.text
    return page.removesuffix("\n").removesuffix("\r")


@click.command()
@number_argument
@click.argument("name")
@click.argument("status", type=click.Choice([status.value for status in Attendance], case_sensitive=False))
@click.option("--organisation", help="Who the person is with or represents.")
@click.option("--post", help="The office held or job done, if it is to print.")
@click.option("--capacity", type=click.Choice([one.value for one in Capacity], case_sensitive=False), help="As what.")
@click.option("--for", "replaced", metavar="NAME", help="The member a substitute replaces.")
@click.option("--remote/--in-room", default=None, help="By video or telephone, or in the room.")
@click.option("--chair", is_flag=True, help="In the Chair.")
@click.option("--votes-on", metavar="ITEM", multiple=True, help='Votes on these items only; or "none", or "all".')
@click.option("--no-vote-on", metavar="ITEM", multiple=True, help="Votes on all items but these.")
@click.pass_obj
def attend(
    db: Path,
    /,
    number: int,
    name: str,
    status: str,
    votes_on: tuple[str, ...],
    no_vote_on: tuple[str, ...],
    **facts: str | bool | None,
) -> None:
    """Put down on the roll whether somebody is present.

    NAME is a name or initials on the roll, whatever the capitals; somebody not on it is added at the end.
    """
    standing = Attendance(status.lower())
    if facts["replaced"] and standing is not Attendance.SUBSTITUTE:
        raise click.UsageError("--for goes with the status substitute only.")
    with to_write(db) as store:
        record = store.record(number)
        roll = record.presence
        known = person_called(roll, name)
        person = replace(known or Presence(_name(name)), status=standing)
        if facts["replaced"]:
            replaced = person_called(roll, str(facts["replaced"]))
            whom = replaced or Presence(_name(str(facts["replaced"])), capacity=person.capacity)
            person = room.as_substitute(known or person, whom)
        elif standing is not Attendance.SUBSTITUTE:
            person = replace(person, substitute_for="")
        person = replace(person, voting=_voting(record, votes_on, no_vote_on) or person.voting)
        saved = store.set_presence(number, _with_facts(person, **facts))
    click.echo(f"{saved.name}: {saved.status}{'' if known else ' (was not on the roll and has been added)'}.")
    say_if_confirmed(record)


def _voting(record: Record, only: tuple[str, ...], but: tuple[str, ...]) -> Voting | None:
    """On what a person votes who has a vote on some items only, or on all but some; None when neither is said."""
    if only and but:
        raise click.UsageError("Give --votes-on or --no-vote-on, not both.")
    if only in (("none",), ("all",)):
        return Voting(only == ("none",))
    items = tuple(sorted({item_position(record, item) for item in only or but}))
    return Voting(bool(only), items) if items else None


def _with_facts(person: Presence, **facts: str | bool | None) -> Presence:
    """The person with what the options say; what they do not say stays."""
    if facts["organisation"] is not None:
        person = replace(person, organisation=str(facts["organisation"]))
    if facts["post"] is not None:
        person = replace(person, post=str(facts["post"]))
    if facts["capacity"] is not None:
        person = replace(person, capacity=Capacity(str(facts["capacity"]).lower()))
    if facts["remote"] is not None:
        person = replace(person, remote=bool(facts["remote"]))
    return replace(person, chair=True) if facts["chair"] else person


def _name(text: str) -> str:
    name = clean_line(text)
    if not name:
        raise click.UsageError("Give the person's name.")
    return name


@click.command()
@number_argument
@click.argument("name", required=False)
@click.option("--interest", default="", help='The kind of interest: "disclosable pecuniary".')
@click.option("--nature", default="", help='Why: "as a governor of the school".')
@click.option("--item", "items", metavar="ITEM", multiple=True, help="An item it concerns; may be given several times.")
@click.option(
    "--outcome",
    type=click.Choice([outcome.value for outcome in Outcome if outcome.value], case_sensitive=False),
    help="What the person then did.",
)
@click.option("--dispensation", default="", help='What the person may do in spite of it: "to speak and vote".')
@click.option("--none", "nobody", is_flag=True, help="Minute that no interests were declared.")
@click.pass_obj
def declare(db: Path, /, number: int, name: str | None, nobody: bool, **facts: str | tuple[str, ...] | None) -> None:
    """Put down an interest that somebody declares, or with --none that nobody does."""
    if nobody == bool(name):
        raise click.UsageError("Say who declares an interest, or --none.")
    with to_write(db) as store:
        record = store.record(number)
        if nobody:
            _none_declared(store, record)
            return
        person = person_called(record.presence, name or "")
        declaration = Declaration(
            name=person.name if person else _name(name or ""),
            interest=str(facts["interest"]),
            nature=str(facts["nature"]),
            items=tuple(item_position(record, item) for item in facts["items"] or ()),
            outcome=Outcome(str(facts["outcome"] or "").lower()),
            made_at=next((place for place, item in enumerate(record.items, 1) if item.state is ItemState.OPEN), 0),
            made=now(),
            dispensation=str(facts["dispensation"]),
        )
        with store.transaction():
            saved = store.declare(number, declaration)
            belied = pages_without(record, saved)
            for item_id, page in belied:
                store.save_page(item_id, page, now())
    click.echo(f"{saved.name}: interest declared{'' if person else ' (not on the roll; check the name)'}.")
    if belied:
        click.echo("The sentence that none was declared is taken out of the minute.")
    say_if_confirmed(record)


def _none_declared(store: Store, record: Record) -> None:
    found = none_declared(record, 0)
    if found.already:
        click.echo(found.refusal)
        return
    if found.refusal:
        raise click.ClickException(clean_line(found.refusal))
    item = record.items[found.position - 1]
    store.save_page(item.id, with_lines(item.text, found.lines), now())
    click.echo(f"{item_named(item)}: no interests declared.")
