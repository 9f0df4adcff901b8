"""The command that marks an item exempt from publication."""

from __future__ import annotations

from pathlib import Path

import click

from clerk import exempt as marks
from clerk.command_line.in_common import item_named, number_argument, read, say_if_confirmed, to_write
from clerk.language import english
from clerk.lookup import item_called
from clerk.model import Item


@click.command()
@number_argument
@click.argument("item", metavar="ITEM")
@click.argument("paragraphs", nargs=-1)
@click.option("--none", "public", is_flag=True, help="Take the mark off: the item is public.")
@click.pass_obj
def exempt(db: Path, number: int, item: str, paragraphs: tuple[str, ...], public: bool) -> None:
    """Mark an item exempt: its minute is not for the public, who have its public summary (S: lines).

    PARAGRAPHS are those of Schedule 12A to the Local Government Act 1972, as 3 or "1 and 2", or a word such as
    "confidential" where the schedule does not apply. With neither PARAGRAPHS nor --none, says how the item stands.
    """
    kept = marks.as_kept(" ".join(paragraphs))
    if public and kept:
        raise click.UsageError("Give the paragraphs or --none, not both.")
    if not public and not kept:
        click.echo(_stands(item_called(read(db, number), item)))
        return
    with to_write(db) as store:
        store.set_exempt(item_called(store.record(number), item).id, kept)
        record = store.record(number)
        click.echo(_stands(item_called(record, item)))
        say_if_confirmed(record)


def _stands(item: Item) -> str:
    name, numbers = english.capital(item_named(item)), marks.numbers_of([item.exempt])
    if not item.exempt:
        return f"{name}: public."
    if ", ".join(numbers) != item.exempt:
        return f"{name}: exempt ({item.exempt})."
    return f"{name}: exempt under paragraph{'s' if len(numbers) > 1 else ''} {english.join(numbers)}."
