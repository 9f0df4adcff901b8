"""Other copies and the exempt mark, by key."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from clerk.store import Store
from tests.screens.acting import press, shown, type_text, until
from tests.screens.conftest import Running


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


async def choose(pilot: Pilot[int], copy: str) -> None:
    """Go down to the copy whose name begins so, and take it."""
    choices = [str(option.prompt) for option in pilot.app.screen.query_one(OptionList).options]
    at = next(at for at, choice in enumerate(choices) if choice.startswith(copy))
    await press(pilot, *["down"] * at, "enter")


async def test_another_copy_is_picked_and_written(running: Running, home: Path) -> None:
    async with running() as pilot:
        await press(pilot, "escape", "E")
        await choose(pilot, "Decisions")
        assert "Write the decisions to" in shown(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: "Decisions written" in shown(pilot))
        (written,) = home.glob("*decisions.docx")
        with zipfile.ZipFile(written) as archive:
            assert b"RESOLVED" in archive.read("word/document.xml")


async def test_a_file_that_is_there_is_replaced_only_when_said_twice(running: Running, home: Path) -> None:
    async with running() as pilot:
        await press(pilot, "f9", "enter")
        await until(pilot, lambda: "Minutes written" in shown(pilot))
        (written,) = home.glob("*draft minutes.docx")
        written.write_bytes(b"mine")
        await press(pilot, "f9", "enter")
        assert "There is a file of that name" in shown(pilot)
        assert written.read_bytes() == b"mine"
        await press(pilot, "enter")
        await until(pilot, lambda: written.read_bytes() != b"mine")


async def test_an_item_is_marked_exempt_and_its_public_copy_wants_a_summary(
    running: Running, store: Store, number: int, home: Path
) -> None:
    async with running() as pilot:
        await press(pilot, "escape", "X")
        await type_text(pilot, "3\n")
        assert store.record(number).items[6].exempt == "3"
        assert "EXEMPT (3)" in shown(pilot)
        await press(pilot, "escape", "E")
        await choose(pilot, "Public minutes")
        await press(pilot, "enter")
        await until(pilot, lambda: "Not written" in shown(pilot))
        assert not list(home.glob("*.docx"))
