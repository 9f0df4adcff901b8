"""Options and settings for the whole suite."""

from __future__ import annotations

import gc
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import HealthCheck, settings

import screens  # noqa: F401 - first, for it says how Textual is to be set
from clerk.records import making

os.environ.pop("CLERK_DB", None)

# A busy machine must not fail a test: what Hypothesis would say of slowness, it keeps to itself.
settings.register_profile("clerk", max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("clerk")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let goldens be kept anew."""
    parser.addoption("--update-golden", action="store_true", help="keep what is shown now as the golden text")


def pytest_xdist_auto_num_workers() -> int:
    """A worker a core: tests hardly wait, and each worker first reads all of them."""
    return os.cpu_count() or 1


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Look through for garbage only what tests make: all that is loaded to find them stays."""
    gc.disable()
    yield
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def new_database() -> Iterator[sqlite3.Connection]:
    """A new database as Clerk makes it, to be copied."""
    with closing(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)) as db:
        making.make(db)
        yield db


@pytest.fixture(autouse=True)
def made_once(new_database: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test's new database its tables by a copy: opening it then takes a quarter of the processor's time.

    The tests of how a database is made have a fixture of this name that does nothing.
    """
    monkeypatch.setattr(making, "make", new_database.backup)


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are to be kept anew."""
    return bool(request.config.getoption("--update-golden"))
