"""Databases for the tests of the record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clerk.store import Store
from tests.clerk.command_line import RECORD, Clerk


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty database, open to write."""
    with Store.open(tmp_path / "deep" / "down" / "clerk.db") as opened:
        yield opened


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    """The command line on a database that holds meeting 1."""
    monkeypatch.chdir(tmp_path)
    with Store.open(tmp_path / "clerk.db") as store:
        store.add(RECORD)
    return Clerk(tmp_path / "clerk.db")
