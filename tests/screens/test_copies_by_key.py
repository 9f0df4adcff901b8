"""Other copies and the exempt mark, by key."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from clerk.store import Store
from tests.screens.acting import press, shown, type_text
from tests.screens.conftest import Running


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


async def test_another_copy_is_picked_and_written(running: Running, home: Path) -> None:
    async with running() as pilot:
        await press(pilot, "escape", "E", "down", "enter")
        assert "Write the decisions to" in shown(pilot)
        await press(pilot, "enter")
        await pilot.pause(1.0)
        written = list(home.glob("*decisions.docx"))
        assert len(written) == 1
        with zipfile.ZipFile(written[0]) as archive:
            assert b"RESOLVED" in archive.read("word/document.xml")


async def test_a_file_that_is_there_is_replaced_only_when_said_twice(running: Running, home: Path) -> None:
    async with running() as pilot:
        await press(pilot, "f9", "enter")
        await pilot.pause(1.0)
        (written,) = home.glob("*draft minutes.docx")
        written.write_bytes(b"mine")
        await press(pilot, "f9", "enter")
        assert "There is a file of that name" in shown(pilot)
        assert written.read_bytes() == b"mine"
        await press(pilot, "enter")
        await pilot.pause(1.0)
        assert written.read_bytes() != b"mine"


async def test_an_item_is_marked_exempt_and_its_public_copy_wants_a_summary(
    running: Running, store: Store, number: int, home: Path
) -> None:
    async with running() as pilot:
        await press(pilot, "escape", "X")
        await type_text(pilot, "3\n")
        assert store.record(number).items[6].exempt == "3"
        assert "EXEMPT (3)" in shown(pilot)
        await press(pilot, "E", "down", "down", "down", "down", "down", "enter", "enter")
        await pilot.pause(1.0)
        assert "Not written" in shown(pilot)
        assert not list(home.glob("*.docx"))
