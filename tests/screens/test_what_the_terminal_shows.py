"""Whatever has been drawn of a change, the terminal shows what a screen drawn whole would show."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import pyte
import pytest
from rich.console import Console
from textual._compositor import CompositorUpdate
from textual._context import visible_screen_stack
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import TextArea

from screens.app import ClerkApp
from tests.screens.acting import press, settled, type_text
from tests.screens.conftest import Running

_WORDS = "RESOLVED: ", "The Board agreed ", "éà漢字🙂 ", "- a point ", "A: KL to write ", "word " * 40, "x"
_KEYS = (
    *("enter", "enter", "backspace", "delete", "up", "down", "home", "end", "left", "ctrl+right", "tab", "shift+up"),
    *("shift+home", "ctrl+z", "ctrl+y", "pagedown", "pageup", "f8", "f7", "f2", "ctrl+r", "ctrl+k", "ctrl+l"),
)


class Terminal:
    """A terminal that shows the frames it is sent."""

    def __init__(self, width: int, height: int) -> None:
        self.cells = pyte.Screen(width, height)
        self._stream = pyte.Stream(self.cells)

    def show(self, frame: CompositorUpdate, console: Console) -> None:
        """Show a frame over what is there."""
        self._stream.feed(frame.render_segments(console))

    def rows(self) -> Sequence[Sequence[Any]]:
        """Every cell, with its character and how it looks."""
        return [[self.cells.buffer[y][x] for x in range(self.cells.columns)] for y in range(self.cells.lines)]


def drawn_whole(screen: Screen[Any], terminal: Terminal) -> Terminal:
    """A new terminal on which the screen is drawn with nothing kept from before."""
    for widget in screen.walk_children(Widget, with_self=True):
        widget._styles_cache.clear()
        if isinstance(widget, TextArea):
            widget._line_cache.clear()
    visible_screen_stack.set(screen.app._background_screens)
    new = Terminal(terminal.cells.columns, terminal.cells.lines)
    new.show(screen._compositor.render_full_update(), screen.app.console)
    return new


def differences(one: Terminal, other: Terminal) -> list[tuple[int, int, Any, Any]]:
    """Where two terminals show a character, or show it in a way, that the other does not: row, column, both cells."""
    return [
        (row, column, left, right)
        for row, lines in enumerate(zip(one.rows(), other.rows(), strict=True))
        for column, (left, right) in enumerate(zip(*lines, strict=True))
        if left != right
    ]


@pytest.mark.parametrize(("size", "seed"), [((80, 24), 0), ((120, 40), 1)])
async def test_after_any_keys_the_terminal_shows_what_is_there(
    running: Running, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], seed: int
) -> None:
    terminal = Terminal(*size)

    def display(app: ClerkApp, screen: Screen[Any], frame: object) -> None:
        if isinstance(frame, CompositorUpdate) and not app._batch_count:
            terminal.show(frame, app.console)

    monkeypatch.setattr(ClerkApp, "_display", display)
    chance = random.Random(seed)
    async with running(size) as pilot:
        done: list[str] = []
        for _ in range(30):
            if chance.random() < 0.3:
                done.append(chance.choice(_WORDS))
                await type_text(pilot, done[-1])
            else:
                done.append(chance.choice(_KEYS))
                await press(pilot, done[-1])
            await settled(pilot)
            whole = drawn_whole(pilot.app.screen, terminal)
            assert differences(terminal, whole) == [], done
            if pilot.app.screen_stack[1:]:
                await press(pilot, "escape")
