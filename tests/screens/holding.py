"""One screen by itself, and what it gives back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

SIZES = [(80, 24), (120, 40)]
"""The two sizes every screen is drawn for."""


@dataclass
class Held:
    """A screen that is showing."""

    pilot: Pilot[Any]
    """To press keys with."""
    given: list[Any] = field(default_factory=list)
    """What the screen gave back, once it has gone."""

    async def press(self, *keys: str) -> None:
        """Press keys, much faster than ``pilot.press``."""
        for key in keys:
            self.pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
            await asyncio.sleep(0)
        await self.pilot.pause()
        await self.pilot.pause()


@asynccontextmanager
async def holding(screen: Screen[Any], size: tuple[int, int] = (80, 24)) -> AsyncIterator[Held]:
    """Show one screen over an empty app."""
    async with App[None]().run_test(size=size) as pilot:
        held = Held(pilot)
        pilot.app.push_screen(screen, held.given.append)
        await pilot.pause()
        await pilot.pause()
        yield held
