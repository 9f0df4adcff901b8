"""Keys that had to wait are done in the order they were pressed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.keys import _character_to_key
from textual.pilot import Pilot

from clerk.store import Store
from clerk.terms import Attendance
from screens.keyboard import pressed_apart
from tests.screens.acting import meeting_screen, settled
from tests.screens.conftest import Running


async def press_all_at_once(pilot: Pilot[int], keys: Sequence[str]) -> None:
    """Put keys in the queue before the app has looked at the first; strings longer than a letter are names of keys."""
    for key in keys:
        letter = len(key) == 1
        name = key if not letter or key.isalnum() else _character_to_key(key)
        pilot.app.post_message(events.Key(name, key if letter else ("\r" if key == "enter" else None)))
    await settled(pilot)


async def test_text_typed_after_next_is_in_the_next_item(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        at = meeting_screen(pilot).at
        await press_all_at_once(pilot, [*" alpha", "f8", *"beta", "enter", *"gamma", "ctrl+t"])
        await settled(pilot)
        items = store.record(number).items
        assert items[at].text.endswith(" alpha")
        assert items[at + 1].text == "beta\nA: gamma"


async def test_a_list_typed_ahead_is_the_list_meant(running: Running) -> None:
    async with running() as pilot:
        keys = ["f8", *"intro", "enter", "tab", *"first", "enter", *"second", "enter", "enter", *"prose"]
        await press_all_at_once(pilot, keys)
        assert meeting_screen(pilot).editor.text == "intro\n- first\n- second\nprose"


async def test_the_roll_called_ahead_marks_those_named(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await press_all_at_once(pilot, ["f2", *"martin3sam3leah2", "escape"])
        roll = {presence.name: presence.status for presence in store.record(number).presence}
        assert roll["Cllr Martin Hale"] is Attendance.ABSENT
        assert roll["Sam Whitlock"] is Attendance.ABSENT
        assert roll["Leah Corby"] is Attendance.APOLOGIES
        assert roll["Cllr Margaret Oakes"] is Attendance.PRESENT


@pytest.mark.parametrize("key", "0123456789=*+?uS")
def test_esc_with_a_key_soon_after_it_is_read_as_the_two_keys(key: str) -> None:
    """A terminal sends Alt and a key alike, and Textual has other characters for some of them."""
    parser = XTermParser()
    read = [*parser.feed(f"\x1b{key}")]
    if not read:
        parser._timeout_time = 0.0  # It waits no longer for more of a sequence.
        read += parser.tick()
    pressed = [each for event in read if isinstance(event, events.Key) for each in pressed_apart(event)]
    name = key if key.isalnum() else _character_to_key(key)
    assert [each.key for each in pressed if isinstance(each, events.Key)] == ["escape", name]


@pytest.mark.parametrize("character", "£¡≠™º€")
def test_a_sign_that_is_on_the_keyboard_is_typed(character: str) -> None:
    [event] = XTermParser().feed(character)
    assert isinstance(event, events.Key)
    assert event.character == character
    assert pressed_apart(event) == [event]
