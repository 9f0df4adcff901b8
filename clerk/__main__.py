"""Where the program starts: at once in the app, or in the command line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from clerk.starting import hurry


def main() -> None:
    """Run ``clerk``. What only opens the app does not have to load the command line."""
    hurry()
    if sys.argv[1:] in ([], ["demo"]):
        sys.exit(_app(demo=bool(sys.argv[1:])))
    from clerk.cli import main as command_line

    command_line()


def _app(demo: bool) -> int:
    """Open the demo, or the officer's own database, or the one ``CLERK_DB`` names; returns the exit code."""
    from clerk.command_line.app import open_app, open_demo
    from clerk.folders import database_path

    named = os.environ.get("CLERK_DB")
    try:
        return open_demo() if demo else open_app(database_path(Path(named) if named else None))
    except Exception as error:
        from clerk.cli import sentence

        print(f"Error: {sentence(error)}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    main()
