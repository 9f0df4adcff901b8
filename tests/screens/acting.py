"""Typing at the app, and reading what it shows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen

from clerk.store import Store
from screens.keyboard import InOrder
from screens.meeting import MeetingScreen
from tests.screens.at_once import timers

GOLDEN = Path(__file__).parents[1] / "golden"

# Seconds. Timers that run longer are of what goes away by itself, or of work put off until the officer pauses.
_SOON = 0.6


def meeting_screen(pilot: Pilot[Any]) -> MeetingScreen:
    """The live screen, which must be showing."""
    screen = pilot.app.screen
    assert isinstance(screen, MeetingScreen)
    return screen


async def type_text(pilot: Pilot[Any], text: str) -> None:
    """Type as a terminal does, much faster than ``pilot.press``."""
    for character in text:
        if character == "\n":
            pilot.app.post_message(events.Key("enter", "\r"))
        else:
            key = character if character.isalnum() else _character_to_key(character)
            pilot.app.post_message(events.Key(key, character))
    await pilot.pause()
    await pilot.pause()


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys by name or letter; several times faster than ``pilot.press``, which waits a while after each."""
    for key in keys:
        letter = len(key) == 1
        name = _character_to_key(key) if letter and not key.isalnum() else key
        pilot.app.post_message(events.Key(name, key if letter else {"enter": "\r"}.get(key)))
    await asyncio.sleep(0)
    if isinstance(pilot.app, InOrder):
        await pilot.app.all_keys_done()
    await pilot.pause()


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until all that was set going is done: copies written, timers run out, the page in the database.

    However long that takes: a busy machine must not fail a test. What comes round again and again and what goes away
    after seconds, as a notice does, is not waited for.
    """
    quiet = 0
    # More than once, for one message may lead to another, and that to a timer.
    while quiet < 3:
        await pilot.pause()
        if timers(pilot.app, _SOON) or _at_work(pilot):
            quiet = 0
            await asyncio.sleep(0.005)
        else:
            quiet += 1


async def until(pilot: Pilot[Any], holds: Callable[[], object]) -> None:
    """Wait until something holds; fail, with what is on the screen, if it has not after a very long time."""
    for _ in range(6000):
        if holds():
            return
        await asyncio.sleep(0.005)
        await pilot.pause()
    pytest.fail(shown(pilot))


def _at_work(pilot: Pilot[Any]) -> bool:
    return any(not worker.is_finished for worker in pilot.app.workers)


async def paste(pilot: Pilot[Any], text: str) -> None:
    """Paste at the widget that has the focus, as a terminal does."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


def shown(pilot: Pilot[Any]) -> str:
    """What is on the screen, as plain text, a row a line, without colour."""
    return text_of(pilot.app.screen)


def text_of(screen: Screen[Any]) -> str:
    """What a screen shows, as plain text, a row a line, without colour."""
    strips = screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def assert_golden(name: str, text: str, update: bool) -> None:
    """Compare with the file kept; with ``--update-golden`` keep this one instead."""
    path = GOLDEN / f"{name}.txt"
    if update:
        path.write_text(text + "\n", encoding="utf-8", newline="\n")
    assert text + "\n" == path.read_text(encoding="utf-8")


def item_with(store: Store, number: int, agenda_number: str) -> int:
    """Where the item with an agenda number is, from 0."""
    record = store.record(number)
    return next(at for at, item in enumerate(record.items) if item.agenda_number == agenda_number)
