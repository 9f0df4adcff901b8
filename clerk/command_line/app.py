"""Opening the app, for which nothing else of the command line is loaded."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path


def open_app(db: Path) -> int:
    """Open the app on the list of meetings of a database; returns the exit code. Raises ``StoreError``."""
    from screens.app import run_app

    return run_app(db)


def open_demo() -> int:
    """Open the app on a made-up meeting in a database that is thrown away after; returns the exit code.

    Raises ``StoreError``.
    """
    with tempfile.TemporaryDirectory(prefix="clerk-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "demo.db"
        # Another Python makes the database while this one loads the app, which takes longer.
        maker = _make_meanwhile(path)
        from screens.app import run_app

        if maker is None or maker.wait():
            from clerk.demo import make

            # What kept the other from it will be told here, if it is in the way here too.
            path = path.with_name("practice.db")
            make(path)
        return run_app(path, meeting=1, demo=True)


def _make_meanwhile(path: Path) -> subprocess.Popen[bytes] | None:
    silent = subprocess.DEVNULL
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "clerk.demo", str(path)], stdin=silent, stdout=silent, stderr=silent
        )
    except OSError:
        return None
