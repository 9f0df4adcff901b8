"""A meeting open to read only: no command writes in it, each says so once, and what only shows still does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

import pytest
from textual.pilot import Pilot

from clerk.store import Store
from screens.app import ClerkApp
from screens.commands import MEETING_COMMANDS, Command
from screens.confirmed import TO_LOOK_AT
from screens.desk import Desk
from tests.screens.acting import meeting_screen, press, settled
from tests.screens.conftest import NOW

WRITING = [each for each in MEETING_COMMANDS if each.editing and each.action not in TO_LOOK_AT]
SAID = "This meeting is open to read only."


@asynccontextmanager
async def reading(
    store: Store, number: int, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Pilot[int], list[str]]]:
    """The meeting as a second Clerk shows it, and what that says."""
    monkeypatch.setattr("screens.app.Desk", partial(Desk, now=lambda: NOW))
    said: list[str] = []
    with Store.open(store.path, write=False) as second:
        async with ClerkApp(second, number).run_test(size=(120, 40)) as pilot:
            await settled(pilot)
            monkeypatch.setattr(meeting_screen(pilot), "notify", lambda message, **_: said.append(message))
            yield pilot, said


def keys_of(command: Command) -> list[tuple[str, ...]]:
    """Each way of giving a command by key."""
    return [*([(command.key,)] if command.key else []), *([("escape", command.letter)] if command.letter else [])]


async def test_each_command_that_writes_says_once_that_it_may_not(
    store: Store, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = store.record(number)
    async with reading(store, number, monkeypatch) as (pilot, said):
        screen = meeting_screen(pilot)
        page = screen.editor.text
        for command in WRITING:
            for keys in keys_of(command):
                screen.to_page()
                await press(pilot, *keys)
                assert (said, command.action, keys) == ([SAID], command.action, keys)
                assert pilot.app.screen is screen, command.action
                said.clear()
            await screen.run_action(command.action)  # as the palette does
            assert (said, command.action) == ([SAID], command.action)
            assert pilot.app.screen is screen, command.action
            said.clear()
        assert screen.editor.text == page
    assert store.record(number) == before


@pytest.mark.parametrize("action", sorted({"roll", "goings", "phrases", "about"}))
async def test_what_can_be_looked_at_is_shown(
    store: Store, number: int, action: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(store, number, monkeypatch) as (pilot, said):
        screen = meeting_screen(pilot)
        await screen.run_action(action)
        await pilot.pause()
        assert pilot.app.screen is not screen
        assert said == []
