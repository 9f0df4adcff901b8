"""Options and settings for the whole suite."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

import screens  # noqa: F401 - first, for it says how Textual is to be set

os.environ.pop("CLERK_DB", None)

# A busy machine must not fail a test: what Hypothesis would say of slowness, it keeps to itself.
settings.register_profile("clerk", max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("clerk")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let goldens be kept anew."""
    parser.addoption("--update-golden", action="store_true", help="keep what is shown now as the golden text")


def pytest_xdist_auto_num_workers() -> int:
    """Two workers a core: tests of the screen wait for timers half of their time."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are to be kept anew."""
    return bool(request.config.getoption("--update-golden"))
