"""Where things are kept."""

from __future__ import annotations

from pathlib import Path


def database_path(chosen: Path | None = None) -> Path:
    """Return the database to use: the one chosen, or the officer's own in the platform's folder for such things."""
    if chosen is not None:
        return chosen.expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("Clerk", appauthor=False) / "clerk.db"
