"""Colours: everything on the screen can be read in both themes, and nothing is said by colour alone."""

from __future__ import annotations

from typing import Any

import pytest
from rich.color import Color
from textual.pilot import Pilot

from tests.screens.acting import settled, shown
from tests.screens.conftest import Running

ENOUGH = 4.5
"""Contrast that WCAG 2.2 criterion 1.4.3 asks of text."""


def luminance(color: Color) -> float:
    """Relative luminance, as WCAG defines it."""
    parts = [part / 255 for part in color.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def faint(pilot: Pilot[Any]) -> list[str]:
    """What is on the screen with too little contrast. Lines, scroll bars and what is behind a card are not counted."""
    screen = pilot.app.screen
    inside = screen.children[0].region if screen.is_modal else screen.region
    found = []
    for strip in screen._compositor.render_strips()[inside.y : inside.bottom]:
        for segment in strip.crop(inside.x, inside.right):
            style = segment.style
            if not style or not style.color or not style.bgcolor or not any(map(str.isalnum, segment.text)):
                continue
            one, other = (style.bgcolor, style.color) if style.reverse else (style.color, style.bgcolor)
            if contrast(one, other) < ENOUGH:
                found.append(f"{segment.text.strip()!r} {contrast(one, other):.1f}")
    return found


@pytest.mark.parametrize("theme", ["clerk-dark", "clerk-light"])
@pytest.mark.parametrize("keys", [(), ("f1",), ("f2",), ("f3",), ("f6",), ("ctrl+g",), ("escape", "v"), ("f12",)])
async def test_everything_on_the_screen_can_be_read(running: Running, theme: str, keys: tuple[str, ...]) -> None:
    async with running() as pilot:
        pilot.app.theme = theme
        await pilot.press(*keys)
        await settled(pilot)
        assert faint(pilot) == []


async def test_without_colour_the_screen_says_the_same(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running() as pilot:
        with_colour = shown(pilot)
    monkeypatch.setenv("NO_COLOR", "1")
    async with running() as pilot:
        assert shown(pilot) == with_colour
