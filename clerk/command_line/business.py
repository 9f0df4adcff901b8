"""The commands for business put off, brought in or interrupted. What they minute stands on the page, to be edited."""

from __future__ import annotations

from pathlib import Path

import click

from clerk import wording
from clerk.breaks import place_on_page
from clerk.command_line.in_common import (
    at_option,
    item_named,
    now,
    number_argument,
    say_if_confirmed,
    time_at,
    to_write,
)
from clerk.language.dates import say_time
from clerk.lookup import item_called, item_position
from clerk.model import Adjournment, Item, Record
from clerk.records.business import with_lines
from clerk.store import Store
from clerk.terms import BodyKind, ItemKind, ItemState

_ITEM = click.argument("item", metavar="ITEM")
_WHY = click.option("--why", default="", help='The reason, if it is to be minuted: "the speaker was unable to attend".')


@click.command()
@number_argument
@_ITEM
@click.option("--to", default="", metavar="WHAT", help='To what: "the next meeting", "18 September".')
@_WHY
@click.pass_obj
def defer(db: Path, number: int, item: str, to: str, why: str) -> None:
    """Defer an item, and minute the resolution under it.

    What is said of it all the same may be minuted too.
    """
    with to_write(db) as store:
        record = store.record(number)
        position = item_position(record, item)
        lines = wording.deferral_lines(record, position, to, why)
        store.defer_item(number, record.items[position - 1].id, time_at(record, None), to, why, lines)
        click.echo(f"Deferred {item_named(record.items[position - 1])}.")
        say_if_confirmed(record)


@click.command()
@number_argument
@_ITEM
@_WHY
@click.pass_obj
def withdraw(db: Path, number: int, item: str, why: str) -> None:
    """Withdraw an item, and minute that under it."""
    with to_write(db) as store:
        record = store.record(number)
        position = item_position(record, item)
        lines = wording.withdrawal_lines(record, position, why)
        store.withdraw_item(number, record.items[position - 1].id, time_at(record, None), why, lines)
        click.echo(f"Withdrew {item_named(record.items[position - 1])}.")
        say_if_confirmed(record)


@click.command()
@number_argument
@click.argument("title")
@click.option("--because", default="", help="The special circumstances that make it urgent; they are minuted.")
@click.option("--after", metavar="ITEM", help="The item it comes after; the last one taken, if not given.")
@click.pass_obj
def add(db: Path, number: int, title: str, because: str, after: str | None) -> None:
    """Add an item that is not on the agenda; "clerk take" then takes it.

    A council or its committee may consider one only as a matter of urgency, by reason of special circumstances that the
    minutes specify: give them with --because.
    """
    with to_write(db) as store:
        record = store.record(number)
        row = item_called(record, after).id if after else None
        if row is None and record.items and all(item.state is ItemState.TO_COME for item in record.items):
            row = record.items[-1].id
        item_id = store.add_item(number, title, now(), because, after=row)
        record = store.record(number)
        position = next(place for place, item in enumerate(record.items, 1) if item.id == item_id)
        if lines := wording.urgent_lines(record, position):
            store.save_page(item_id, with_lines("", lines), now())
        click.echo(f"Added {record.items[position - 1].title} as #{position}.")
        say_if_confirmed(record)
        if not because and record.body.kind in (BodyKind.COUNCIL, BodyKind.COMMITTEE):
            click.echo("The minutes must say why it is urgent; give the reason with --because.", err=True)


@click.command()
@number_argument
@at_option
@_WHY
@click.pass_obj
def adjourn(db: Path, number: int, at: str | None, why: str) -> None:
    """Adjourn the meeting, and minute that under the item it is at."""
    with to_write(db) as store, store.transaction():
        record = store.record(number)
        adjournment = store.adjourn(number, time_at(record, at), why)
        where = _minuted(store, record, adjournment, wording.adjournment_lines(record, adjournment))
        click.echo(f"Meeting {number} adjourned at {say_time(adjournment.began)}{where}.")


@click.command()
@number_argument
@at_option
@click.pass_obj
def resume(db: Path, number: int, at: str | None) -> None:
    """Resume a meeting that has adjourned, and minute that."""
    with to_write(db) as store, store.transaction():
        record = store.record(number)
        adjournment = store.resume(number, time_at(record, at))
        lines = wording.adjournment_lines(record, adjournment)[1:]
        where = _minuted(store, record, adjournment, lines)
        click.echo(f"Meeting {number} resumed at {say_time(adjournment.resumed or adjournment.began)}{where}.")


def _minuted(store: Store, record: Record, adjournment: Adjournment, lines: tuple[str, ...]) -> str:
    """Put lines under the item during which the meeting adjourned, or the last one taken; say if there was none."""
    item = _page_of(record, adjournment)
    if item is None:
        return "; no item had been taken, so minute it where it belongs"
    # The same words may be true twice in one meeting, so they are added even where they stand already.
    page = item.text.split("\n") if item.text.strip() else []
    adjourned = wording.adjournment_lines(record, adjournment)[0]
    when = adjournment.resumed or adjournment.began
    position = next(place for place, each in enumerate(record.items, 1) if each.id == item.id)
    place = place_on_page(record, position, when, adjourned if adjournment.resumed else "")
    at = len(page) if place is None else place
    store.save_page(item.id, "\n".join([*page[:at], *lines, *page[at:]]), now())
    return ""


def _page_of(record: Record, adjournment: Adjournment) -> Item | None:
    if adjournment.item:
        return record.items[adjournment.item - 1]
    taken = [item for item in record.items if item.state is not ItemState.TO_COME and item.kind is not ItemKind.HEADING]
    return taken[-1] if taken else None
