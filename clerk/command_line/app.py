"""Opening the app, for which nothing else of the command line is loaded."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path


def open_app(db: Path) -> int:
    """Open the app on the list of meetings of a database; returns the exit code. Raises ``StoreError``."""
    from screens.app import run_app

    return run_app(db)


def open_demo() -> int:
    """Open the app on a made-up meeting in a database that is thrown away after; returns the exit code."""
    from clerk.demo import demo_record
    from clerk.store import Store
    from screens.app import run_app

    with tempfile.TemporaryDirectory(prefix="clerk-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "demo.db"
        with Store.open(path) as store:
            meeting = store.add(demo_record(datetime.now().replace(microsecond=0)))
        return run_app(path, meeting=meeting, demo=True)
