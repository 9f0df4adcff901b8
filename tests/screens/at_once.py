"""What costs time in tests alone, done with: waiting longer than there is anything to do, and reading what was read."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from textual._context import active_app
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.timer import Timer

_A_MOMENT = 0.02
"""Seconds. What a test has happen at once, the app does after no longer than this."""
_QUIET_TURNS = 3
"""Turns of the event loop with nothing to do after which there is nothing left: Windows hands on in steps."""

_MOST_TURNS = 20_000
"""Turns after which an app that never rests is no longer waited for: the test is to fail, not to hang."""

_parsed: dict[tuple[object, ...], list[RuleSet]] = {}
_parse_rules = Stylesheet._parse_rules


async def nothing_to_do(*_seconds: object) -> None:
    """Wait until the app has nothing to do: no message, no callback, nothing that moves, no timer about to run out.

    It takes the place of Textual's own, which sleeps a fiftieth of a second at least, again and again, and goes by how
    busy the processor was meanwhile: slow, and on a busy machine too soon.
    """
    app = active_app.get()
    loop: Any = asyncio.get_running_loop()
    quiet = 0
    for _ in range(_MOST_TURNS):
        await asyncio.sleep(0)
        if loop._ready:
            quiet = 0
        elif timers(app, _A_MOMENT) or app.animator._animations or app.animator._scheduled:
            quiet = 0
            await asyncio.sleep(0.001)
        elif _to_draw(app):
            quiet = 0
            # Which a timer of Textual's would do, a frame later.
            app.screen._on_timer_update()
        else:
            quiet += 1
            if quiet == _QUIET_TURNS:
                return


def _to_draw(app: Any) -> bool:
    """Whether the screen is to be drawn or laid out, or something is to be called when it has been."""
    screen = app.screen if app._screen_stack else None
    if screen is None or not screen.is_current or app._batch_count:
        return False
    to_draw = screen._layout_required or screen._scroll_required or screen._repaint_required or screen._dirty_widgets
    return bool(to_draw or screen._callbacks)


def timers(app: Any, longest: float) -> list[Timer]:
    """The timers that run once, no longer than so many seconds, and have not run out."""
    nodes: list[DOMNode] = [
        app,
        *(node for screen in app.screen_stack for node in screen.walk_children(with_self=True)),
    ]
    return [
        timer
        for node in nodes
        for timer in node._timers
        if timer._repeat == 0 and timer._interval <= longest and timer._task is not None and not timer._task.done()
    ]


def _parsed_once(sheet: Stylesheet, css: str, *where: Any, **how: Any) -> list[RuleSet]:
    """Read a style sheet, unless one app or another of these tests has read it in the same colours."""
    key = (css, where, *how.values(), frozenset(sheet._variables.items()))
    if key not in _parsed:
        _parsed[key] = _parse_rules(sheet, css, *where, **how)
    return _parsed[key]


def do_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have done at once what the app does a moment later, and wait no longer than for that."""
    for name in ("page._FIRST_FRAME", "page.SAVE_AFTER", "page._PLACE_AFTER", "checking._AFTER"):
        monkeypatch.setattr(f"screens.{name}", 0.01)
    for module in ("app", "pilot"):
        monkeypatch.setattr(f"textual.{module}.wait_for_idle", nothing_to_do)
    monkeypatch.setattr(Stylesheet, "_parse_rules", _parsed_once)
