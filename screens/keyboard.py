"""Keys are done with in the order they were pressed, however far behind the app is."""

from __future__ import annotations

import asyncio
import re
from collections import deque
from collections.abc import Iterable
from enum import Enum
from typing import TypeVar, cast

from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.keys import Keys
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

from screens.compositor import PlainScreen, ThriftyApp


class _Sign(Enum):
    """The signs that are commands after Esc, as Textual names their keys."""

    ASTERISK = "asterisk"
    EQUALS = "equals_sign"
    PLUS = "plus"
    QUESTION_MARK = "question_mark"


def _part_signs_from_esc() -> None:
    """Have Esc with a digit or a sign soon after it read as the two keys they are.

    Textual 8.2.8 makes other characters of some ("¡" of Esc and 1, "≠" of Esc and =), which would be typed into the
    minute, and loses the Esc of the rest. Such a character typed on a keyboard that has it does not come with an Esc.
    """
    table = cast("dict[str, object]", ANSI_SEQUENCES_KEYS)
    for digit in "0123456789":
        table.pop(f"\x1b{digit}", None)  # It is then Alt and the digit; see pressed_apart.
    for character, sign in zip("*=+?", _Sign, strict=True):
        table[f"\x1b{character}"] = (Keys.Escape, sign)


_part_signs_from_esc()

_WITH_ALT = re.compile(r"alt\+(shift\+)?([a-z0-9])")
_T = TypeVar("_T")
_MOST_TURNS = 500
"""Turns of the event loop after which a key that is still not done no longer holds up the next."""
_QUIET_TURNS = 4
"""Turns without a message after which a key is taken to be done: one message may set going the next."""


def pass_on(event: events.Key | events.Paste, to: Widget) -> None:
    """Give what was typed to what it was meant for, at once: through the app it would come after keys that wait."""
    to._forward_event(event)


class InOrder(ThriftyApp[_T]):
    """An app that does one key before it looks at the next.

    In Textual 8.2.8 a letter goes to the widget that has the focus at once, while a key with a binding travels through
    the queues of all its parents first. When keys wait (a slow disk, a slow line), "F8, text" would put the text on the
    page that F8 leaves. Here the next key waits until all that the last one set going has been done.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pressed: deque[events.Event] = deque()
        self._doing: asyncio.Task[None] | None = None

    @property
    def keys_waiting(self) -> int:
        """How many keys have been pressed that have not been looked at yet."""
        return len(self._pressed)

    async def on_event(self, event: events.Event) -> None:
        """Put a key or a paste in the queue; anything else is done as it comes."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        event, *then = pressed_apart(event)
        if self._doing is None or self._doing.done():
            await super().on_event(event)
            self._doing = asyncio.create_task(self._do_the_rest())
        else:
            self._pressed.append(event)
        self._pressed.extend(then)

    async def _do_the_rest(self) -> None:
        """Wait until the last key is done, then do those pressed meanwhile, one by one."""
        try:
            await self._settle()
            self._paint()
            while self._pressed:
                await super().on_event(self._pressed.popleft())
                await self._settle()
                self._paint()
        except Exception as error:
            self._handle_exception(error)

    def _paint(self) -> None:
        """Draw what the last key changed, unless the next one waits: then one frame will show what both did."""
        screen = self.screen if self._screen_stack else None
        if isinstance(screen, PlainScreen) and not self._pressed:
            screen.paint_now()

    async def all_keys_done(self) -> None:
        """Wait until every key pressed so far has been done."""
        if self._doing is not None:
            await asyncio.shield(self._doing)
        await self._settle()

    async def _settle(self) -> None:
        """Wait until neither the app nor anything between it and the focus has had a message to do for some turns."""
        quiet = 0
        for _ in range(_MOST_TURNS):
            await asyncio.sleep(0)
            quiet = 0 if any(_busy(pump) for pump in self._concerned()) else quiet + 1
            if quiet == _QUIET_TURNS:
                return

    def _concerned(self) -> Iterable[MessagePump]:
        yield self
        if self._screen_stack:
            yield self.screen
            if self.screen.focused:
                yield from self.screen.focused.ancestors_with_self


def pressed_apart(event: events.Key | events.Paste) -> list[events.Key | events.Paste]:
    """Return the two keys that a terminal has made one of: Esc with a letter soon after it is the same as Alt and it.

    A terminal tells both alike. Textual 8.2.8 waits a tenth of a second for the letter, tmux up to half of one; the
    letter would then be typed, and the Esc before it lost. A Mac may send Option so too.
    """
    if isinstance(event, events.Key) and (found := _WITH_ALT.fullmatch(event.key)):
        letter = found[2].upper() if found[1] else found[2]
        return [events.Key("escape", "\x1b"), events.Key(letter, letter)]
    return [event]


def _busy(pump: MessagePump) -> bool:
    """Whether a part has messages waiting, or is a screen that has yet to come up."""
    return bool(pump.message_queue_size) or (isinstance(pump, Screen) and not pump.is_mounted)
