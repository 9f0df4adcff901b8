"""The command that finds words in all minutes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from clerk.command_line.in_common import json_option, put_json
from clerk.language.dates import say_date
from clerk.language.text import clean_line
from clerk.searching import Found, Hit, wanted
from clerk.store import Store

_BEFORE, _AFTER = 80, 160
"""Characters of a long line shown before and after the first thing found in it."""


@click.command()
@click.argument("words", metavar="WORDS", nargs=-1, required=True)
@click.option("--body", default="", metavar="NAME", help="Only the meetings of this body.")
@click.option("--limit", default=100, metavar="COUNT", type=click.IntRange(1), help="How many lines at most; 100.")
@json_option
@click.pass_obj
def search(db: Path, words: tuple[str, ...], body: str, limit: int, as_json: bool) -> None:
    """Find words in the minutes of all meetings, the newest first.

    A line must have all of WORDS; the beginning of a word is enough. What you put in quotation marks must stand in the
    line just so: clerk search "be noted" budget. Private notes are found too, and are marked as such.
    """
    # The shell has taken the quotation marks from round what was quoted on its own.
    typed = " ".join(f'"{word}"' if " " in word and '"' not in word and len(words) > 1 else word for word in words)
    with Store.open(db, write=False) as store:
        found = store.search(wanted(typed), limit, body)
    if as_json:
        put_json(_told(typed, found))
        return
    for line in _shown(found):
        click.echo(line)
    if not found.hits:
        click.echo(f"Nothing found for {clean_line(typed)}.")
    elif found.more:
        click.echo(
            f"There is more; these are the newest {len(found.hits)}. --limit {limit * 10} shows more of it.", err=True
        )


def _shown(found: Found) -> Iterator[str]:
    """What was found, under its meetings and items."""
    meeting = item = 0
    for hit in found.hits:
        if hit.number != meeting:
            day = say_date(hit.date) if hit.date else "no date"
            yield f"{clean_line(hit.body)}, {day} (meeting {hit.number}, {hit.state})"
        if (hit.number, hit.position) != (meeting, item) and hit.line:
            yield f"  {_named(hit)}"
        meeting, item = hit.number, hit.position
        if hit.line:
            private = "PRIVATE NOTE " if hit.private else ""
            yield f"    {private or _cited(hit)}{_marked(hit)}"
        else:
            yield f"  {_named(hit, _marked(hit))}"


def _named(hit: Hit, title: str = "") -> str:
    number = "" if hit.minute is None else f"{hit.minute}. "
    agenda = f" [agenda {hit.agenda_number}]" if hit.agenda_number else ""
    return f"{number}{title or clean_line(hit.title)}{agenda}"


def _cited(hit: Hit) -> str:
    """What the line is cited by beyond its minute's number."""
    number = "" if hit.minute is None else str(hit.minute)
    label = hit.cited.removeprefix(number).strip()
    return f"{label} " if label else ""


def _marked(hit: Hit) -> str:
    """The line with what was searched for marked: in bold type on a terminal, elsewhere between asterisks."""
    first, last = hit.marks[0] if hit.marks else (0, 0)
    begin = 0 if first <= _BEFORE else hit.text.rfind(" ", 0, first - _BEFORE + 1) + 1
    end = len(hit.text) if len(hit.text) <= last + _AFTER else hit.text.find(" ", last + _AFTER)
    end = len(hit.text) if end < 0 else end
    said, done = ["… " if begin else ""], begin
    for start, stop in hit.marks:
        if begin <= start and stop <= end:
            said += [hit.text[done:start], _strong(hit.text[start:stop])]
            done = stop
    return "".join([*said, hit.text[done:end], " …" if end < len(hit.text) else ""])


def _strong(words: str) -> str:
    plain = not sys.stdout.isatty() or "NO_COLOR" in os.environ
    return f"*{words}*" if plain else click.style(words, bold=True, underline=True)


def _told(typed: str, found: Found) -> dict[str, object]:
    """What was found, for programs."""
    return {"words": clean_line(typed), "more": found.more, "hits": [_hit(hit) for hit in found.hits]}


def _hit(hit: Hit) -> dict[str, object]:
    return {
        "meeting": hit.number,
        "body": hit.body,
        "date": hit.date.isoformat() if hit.date else None,
        "state": hit.state.value,
        "position": hit.position,
        "agenda_number": hit.agenda_number,
        "minute_number": hit.minute,
        "title": hit.title,
        "line": hit.line,
        "cited": hit.cited,
        "kind": hit.kind.value if hit.kind else "title" if hit.cited.endswith("title") else "agenda",
        "private": hit.private,
        "text": hit.text,
        "marks": [list(mark) for mark in hit.marks],
    }
