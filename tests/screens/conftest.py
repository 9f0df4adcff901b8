"""A meeting on screen, at a fixed time of day."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from clerk.demo import demo_record
from clerk.store import Store
from screens.app import ClerkApp
from screens.desk import Desk
from tests.screens.at_once import do_at_once

NOW = datetime(2026, 11, 24, 10, 45)

Running = Callable[..., AbstractAsyncContextManager[Pilot[int]]]


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the app does a moment later it does at once: a test need not wait for it."""
    do_at_once(monkeypatch)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty database."""
    with Store.open(tmp_path / "clerk.db") as opened:
        yield opened


@pytest.fixture
def number(store: Store) -> int:
    """The demo meeting, in the database."""
    return store.add(demo_record(NOW))


@pytest.fixture
def running(store: Store, number: int, monkeypatch: pytest.MonkeyPatch) -> Running:
    """Start the app on the demo meeting, at a fixed time of day."""

    @asynccontextmanager
    async def run(size: tuple[int, int] = (120, 40), meeting: int | None = number) -> AsyncIterator[Pilot[int]]:
        monkeypatch.setattr("screens.app.Desk", partial(Desk, now=lambda: NOW))
        monkeypatch.setattr("screens.meetings.Desk", partial(Desk, now=lambda: NOW))
        app = ClerkApp(store, meeting)
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            await pilot.pause()
            yield pilot

    return run
