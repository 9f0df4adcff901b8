"""Draw the README's picture of the live screen from the app itself: ``python tests/pictures.py``."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import datetime
from functools import partial
from pathlib import Path
from unittest.mock import patch

from clerk.demo import demo_record
from clerk.store import Store
from screens.app import ClerkApp
from screens.desk import Desk

NOW = datetime(2026, 11, 24, 10, 45)
DOCS = Path(__file__).parents[1] / "docs"


async def draw() -> None:
    """Run the demo meeting without a terminal and keep what it shows."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "demo.db") as store:
        number = store.add(demo_record(NOW))
        app = ClerkApp(store, number)
        with patch("screens.app.Desk", partial(Desk, now=lambda: NOW)):
            await picture(app)


async def picture(app: ClerkApp) -> None:
    """Keep a picture of the item before the one that is open."""
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await pilot.press("f7")
        svg = app.export_screenshot(title="Clerk")
        # Viewers may drop the spaces a text begins with unless told to keep them.
        svg = svg.replace("<text ", '<text xml:space="preserve" ')
        (DOCS / "live.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(draw())
