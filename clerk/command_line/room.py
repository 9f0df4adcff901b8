"""The commands that take down who comes and goes while the meeting is in session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from clerk.command_line.in_common import at_option, now, number_argument, say_if_confirmed, time_at, to_write
from clerk.language.dates import say_time
from clerk.language.text import clean_line
from clerk.lookup import item_position, person_called
from clerk.model import Movement, Presence, Record
from clerk.people import room
from clerk.people.joining import BY_LINK
from clerk.store import Store
from clerk.terms import ItemState, MeetingState, MovementKind

_Command = Callable[..., None]


def _movement(command: _Command) -> _Command:
    """What every movement has: a meeting, a person, when, during what, and why."""
    command = click.option("--why", default="", help='Why, as it is to print: "having another engagement".')(command)
    command = click.option("--item", metavar="ITEM", help="During which item; the open one, if not given.")(command)
    command = at_option(command)
    return number_argument(click.argument("name")(command))


_voted = click.option("--voted/--not-voted", default=None, help="Whether the person was there for the item's vote.")


@click.command()
@_movement
@click.option("--remote", is_flag=True, help="By video or telephone.")
@_voted
@click.pass_obj
def arrive(db: Path, /, number: int, name: str, remote: bool, **facts: str | bool | None) -> None:
    """Put down that somebody arrives, or comes back.

    NAME is a name or initials on the roll. Given again, puts the time, the item or the reason right.
    """
    with to_write(db) as store, store.transaction():
        record, person, when = _asked(store, number, name, facts)
        last = _last_going(record, person)
        again = last if last and last.kind is not MovementKind.LEFT and last.when <= when else None
        kind = again.kind if again else room.arrival(record, person.name, when)
        if remote and not person.remote and kind is MovementKind.RETURNED:
            facts["why"] = facts["why"] or BY_LINK
        if remote:
            person = store.set_presence(number, replace(person, remote=True))
        _put(store, record, Movement(person.name, kind, when), again, facts)


@click.command()
@_movement
@_voted
@click.pass_obj
def leave(db: Path, /, number: int, name: str, **facts: str | bool | None) -> None:
    """Put down that somebody leaves.

    NAME is a name or initials on the roll. Given again, puts the time, the item or the reason right.
    """
    with to_write(db) as store, store.transaction():
        record, person, when = _asked(store, number, name, facts)
        last = _last_going(record, person)
        again = last if last and last.kind is MovementKind.LEFT else None
        _put(store, record, Movement(person.name, MovementKind.LEFT, when), again, facts)


@click.command()
@_movement
@click.pass_obj
def chair(db: Path, /, number: int, name: str, **facts: str | bool | None) -> None:
    """Put down that somebody takes the Chair.

    Who opens the meeting in the Chair is put on the roll: clerk attend N NAME present --chair. Given again, puts the
    time, the item or the reason right.
    """
    with to_write(db) as store, store.transaction():
        record, person, when = _asked(store, number, name, facts)
        taken = [each for each in record.movements if each.kind is MovementKind.TOOK_THE_CHAIR]
        again = taken[-1] if taken and taken[-1].name == person.name else None
        presiding = room.in_the_chair_at(record, when)
        if again is None and presiding and presiding.name == person.name:
            raise click.ClickException(f"{clean_line(person.name)} is in the Chair already.")
        _put(store, record, Movement(person.name, MovementKind.TOOK_THE_CHAIR, when), again, facts)


def _asked(
    store: Store, number: int, name: str, facts: dict[str, str | bool | None]
) -> tuple[Record, Presence, datetime]:
    """The meeting, who on its roll is meant, and when; nobody comes or goes before it is opened."""
    record = store.record(number)
    if record.meeting.state is MeetingState.PLANNED:
        raise click.ClickException(
            f"Meeting {number} has not been opened; clerk open {number} opens it, and clerk attend says who is present."
        )
    person = person_called(record.presence, name)
    if person is None:
        called = clean_line(name)
        raise click.ClickException(
            f'Nobody on the roll is called {called}; clerk attend {number} "{called}" present adds a person.'
        )
    return record, person, time_at(record, None if facts["at"] is None else str(facts["at"]))


def _last_going(record: Record, person: Presence) -> Movement | None:
    own = (each for each in record.movements if each.name == person.name)
    return next((each for each in reversed(tuple(own)) if each.kind is not MovementKind.TOOK_THE_CHAIR), None)


def _put(
    store: Store, record: Record, movement: Movement, again: Movement | None, facts: dict[str, str | bool | None]
) -> None:
    """Put a movement down; ``again`` is the one it says over again, of which it changes only what is given."""
    given = {key: value for key, value in facts.items() if value not in (None, "")}
    if again and not given:
        options = "--at, --item, --why or --voted" if "voted" in facts else "--at, --item or --why"
        raise click.ClickException(f"{_did(again)} already; give {options} to put it right.")
    if "item" in given:
        item = item_position(record, str(given["item"]))
    else:
        item = next((place for place, each in enumerate(record.items, 1) if each.state is ItemState.OPEN), 0)
    if again:
        movement = replace(again, when=movement.when if "at" in given else again.when)
        item = item if "item" in given else again.item
    voted = given.get("voted", movement.voted)
    why = str(given.get("why", movement.why))
    number = record.meeting.id
    saved = store.move(number, replace(movement, item=item, why=why, voted=None if voted is None else bool(voted)))
    click.echo(_did(saved) + ("; put right." if again else "."))
    doubt = "" if again and again.when == saved.when else room.doubt_of_time(record, saved.when, now())
    if doubt:
        click.echo(f"{doubt} If that is wrong, give it again with --at.", err=True)
    say_if_confirmed(record)
    record = store.record(number)
    if item and any(each.id == saved.id for each in room.ambiguous(record, item)):
        click.echo("The item has a decision; say --voted or --not-voted to tell whether they were there for it.")
    quorum = room.quorum_at(record)
    if quorum.lost:
        voting = "voting " if quorum.without else ""
        click.echo(f"The meeting has no quorum: {quorum.here} of {quorum.needed} {voting}members.", err=True)


def _did(movement: Movement) -> str:
    return f"{clean_line(movement.name)} {_DID[movement.kind]} at {say_time(movement.when)}"


_DID = {
    MovementKind.ARRIVED: "arrived",
    MovementKind.LEFT: "left",
    MovementKind.RETURNED: "returned",
    MovementKind.TOOK_THE_CHAIR: "took the Chair",
}
