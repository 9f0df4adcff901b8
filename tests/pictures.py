"""Draw the README's picture of the live screen from the app itself: ``python tests/pictures.py``."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import datetime
from pathlib import Path

from clerk.demo import demo_record
from clerk.store import Store
from screens.app import ClerkApp

DOCS = Path(__file__).parents[1] / "docs"


async def draw() -> None:
    """Run the demo meeting without a terminal and keep what it shows."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "demo.db") as store:
        number = store.add(demo_record(datetime.now()))
        app = ClerkApp(store, number)
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            (DOCS / "live.svg").write_text(app.export_screenshot(title="Clerk"), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(draw())
