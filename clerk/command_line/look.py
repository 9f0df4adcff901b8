"""The look of a copy: the house style its words are in, and the Word template it is written on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from clerk.command_line.style_file import in_style
from clerk.house_style import troubles
from clerk.language.text import clean_line
from clerk.model import Record
from clerk.store import Store


def styled(record: Record, kind: str, style: str) -> Record:
    """Return the record as of a body with another house style, if one is named; say what is wrong with the body's own.

    A copy that has no wording of Clerk's own (``json``, ``csv``) has no style.
    """
    if style and kind in ("json", "csv"):
        raise click.UsageError(f"--style is for documents; {kind} says what the record says.")
    if style:
        return replace(record, body=in_style(record.body, style))
    for sentence in troubles(record.body) if kind not in ("json", "csv") else ():
        click.echo(clean_line(sentence), err=True)
    return record


def template_for(db: Path, record: Record, named: Path | None) -> Any:
    """Return the ``Template`` to write on: the file named, else the one kept for the body, else None for Clerk's own.

    Says which, and what the officer should know of it, on standard error; ``none`` names Clerk's own.
    """
    if named and str(named).casefold() == "none":
        return None
    if named:
        from exports.template import open_template

        opened = open_template(named)
        for note in opened.notes:
            click.echo(note, err=True)
        return opened
    with Store.open(db, write=False) as store:
        kept = store.template(record.body.id)
    if kept is None:
        return None
    from exports.kept_template import as_template

    click.echo(f"Written on {clean_line(kept.name)}, the template of {clean_line(record.body.name)}.", err=True)
    return as_template(kept)
