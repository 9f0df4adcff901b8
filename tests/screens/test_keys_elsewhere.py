"""Keys as the terminals of Windows, of macOS and of tmux send them, or keep for themselves."""

from __future__ import annotations

import subprocess
import time
from types import SimpleNamespace

import pytest
from textual._xterm_parser import XTermParser
from textual.pilot import Pilot

from screens.ask import Ask
from screens.clipboard import to_pasteboard
from screens.commands import MEETING_COMMANDS, MEETINGS_COMMANDS, REVIEW_COMMANDS
from screens.pick import Pick
from screens.preview import Preview
from tests.screens.acting import meeting_screen, press, type_text
from tests.screens.conftest import Running

KEPT = {
    # Windows Terminal and macOS: full screen, the desktop, the menu, copy and paste, another font size.
    *("f10", "f11", "alt+f4", "ctrl+c", "ctrl+v", "ctrl+tab", "ctrl+plus", "ctrl+minus", "ctrl+0", "ctrl+comma"),
    # What a terminal cannot tell from Tab, Enter, Backspace and Esc.
    *("ctrl+i", "ctrl+m", "ctrl+j", "ctrl+h", "ctrl+left_square_bracket"),
}


async def send(pilot: Pilot[int], sent: str) -> None:
    """Have the app be sent what a terminal sends at one time."""
    parser = XTermParser()
    found = list(parser.feed(sent))
    time.sleep(0.12)  # Textual waits so long for what belongs to an Esc
    for event in [*found, *parser.tick()]:
        pilot.app.post_message(event)
    await press(pilot)
    await pilot.pause()


def test_no_command_has_a_key_that_terminals_keep_for_themselves() -> None:
    for command in (*MEETING_COMMANDS, *MEETINGS_COMMANDS, *REVIEW_COMMANDS):
        assert command.key not in KEPT, command.title
        assert "shift+" not in command.key, command.title
        assert not command.key.startswith("alt+"), command.title


async def test_a_command_whose_key_is_kept_is_in_the_palette_or_has_a_letter(running: Running) -> None:
    async with running() as pilot:
        titles = {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
        assert {command.title for command in MEETING_COMMANDS} | {"Quit"} <= titles


async def test_esc_and_a_letter_soon_after_it_is_one_command_and_no_letter(running: Running) -> None:
    async with running() as pilot:
        before = meeting_screen(pilot).editor.text
        for sent, screen in (("\x1bk", Preview), ("\x1bE", Pick), ("\x1be", Ask)):
            await send(pilot, sent)
            assert isinstance(pilot.app.screen, screen), sent
            await press(pilot, "escape")
            if meeting_screen(pilot).focused is not meeting_screen(pilot).editor:
                await press(pilot, "escape")
        assert meeting_screen(pilot).editor.text == before


async def test_option_right_takes_a_word_where_the_system_keeps_ctrl_right(running: Running) -> None:
    async with running() as pilot:
        await press(pilot, "f8")
        editor = meeting_screen(pilot).editor
        for line, sent in enumerate(("\x1b[1;5C", "\x1bf")):
            await type_text(pilot, "The Bo")
            assert editor.ghost
            assert editor.ghost.text.startswith("ard "), line
            await send(pilot, sent)
            assert editor.text == "The Board"
            await send(pilot, "\x1bb")
            assert editor.cursor_location == (0, 4)
            await press(pilot, "end", "ctrl+u")


async def test_on_a_mac_what_is_copied_is_on_the_clipboard(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[tuple[list[str], bytes, str]] = []

    def run(command: list[str], *, input: bytes, env: dict[str, str], timeout: float, check: bool) -> None:  # noqa: A002
        copied.append((command, input, env["LC_ALL"]))

    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    monkeypatch.setattr(subprocess, "run", run)
    async with running() as pilot:
        pilot.app.copy_to_clipboard("not on this system")
        monkeypatch.setattr("screens.app.sys", SimpleNamespace(platform="darwin"))
        pilot.app.copy_to_clipboard("Tŵr – 30 %")
    assert copied == [(["/usr/bin/pbcopy"], "Tŵr – 30 %".encode(), "en_GB.UTF-8")]


def test_over_ssh_the_clipboard_of_the_other_computer_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("it was written to"))
    to_pasteboard("x", {"SSH_CONNECTION": "10.0.0.1 22"})


def test_a_clipboard_that_is_not_there_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_: object, **__: object) -> None:
        raise FileNotFoundError("/usr/bin/pbcopy")

    monkeypatch.setattr(subprocess, "run", run)
    to_pasteboard("x", {})
