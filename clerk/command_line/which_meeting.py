"""Which meeting of a file with several is asked for on the command line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import click

from clerk.importers.books import Meetings
from clerk.importers.reading import Reading
from clerk.language.dates import say_date


def chosen(meetings: Meetings, which: str, name: str) -> list[tuple[str, Callable[[], Reading]]]:
    """The meetings asked for, each with what to call it. Raises when it has to be said which, or there is none such."""
    if not meetings.headed or meetings.one is None:
        if which not in ("", "1", "all", "whole"):
            raise click.ClickException(f"{name} holds one meeting; leave --meeting out.")
        return [(name, meetings.whole)]
    if not which and meetings.usual is not None:
        return [(name, meetings.whole)]
    if not which:
        raise click.ClickException(
            f"{name} holds {meetings.said()}. Say which with --meeting: a number, all, or whole for the file as one."
        )
    if which == "whole":
        return [(name, meetings.whole)]
    called = [f"{at}, {say_date(each.day, weekday=False)}" for at, each in enumerate(meetings.headed, 1)]
    every = [(said, partial(meetings.one, at)) for at, said in enumerate(called)]
    if which == "all":
        return list(every)
    if not (which.isascii() and which.isdecimal() and 1 <= int(which[:6]) <= len(every)):
        raise click.ClickException(f"{name} holds {meetings.said()}; --meeting is one of these numbers, all or whole.")
    return [every[int(which) - 1]]
