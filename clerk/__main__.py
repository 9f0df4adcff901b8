"""Where the program starts: at once in the app, or in the command line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from clerk.starting import hurry


def main() -> None:
    """Run ``clerk``. Without words after it that is the app alone, for which the command line need not be loaded."""
    hurry()
    if sys.argv[1:]:
        from clerk.cli import main as command_line

        command_line()
    else:
        sys.exit(_app())


def _app() -> int:
    """Open the app on the officer's own database, or on the one ``CLERK_DB`` names; returns the exit code."""
    from clerk.places import database_path
    from screens.app import run_app

    named = os.environ.get("CLERK_DB")
    try:
        return run_app(database_path(Path(named) if named else None))
    except Exception as error:
        from clerk.cli import sentence

        print(f"Error: {sentence(error)}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    main()
