"""The usual words of an item, put in by key."""

from __future__ import annotations

from clerk.store import Store
from clerk.wording import points_lead_in, usual_lines
from tests.screens.acting import meeting_screen, press, shown, type_text
from tests.screens.conftest import Running


async def test_asked_for_again_the_usual_words_begin_the_points_and_then_are_all_there(
    running: Running, store: Store, number: int
) -> None:
    async with running((80, 24)) as pilot:
        await press(pilot, "f8", "f4", "f4")
        await type_text(pilot, "The banks had held.")
        await press(pilot, "ctrl+s")
        record, at = store.record(number), meeting_screen(pilot).at + 1
        item = record.items[at - 1]
        lead_in = points_lead_in(record, at)
        assert lead_in.endswith("the following points were noted:")
        assert item.text.split("\n") == [*usual_lines(record, at), lead_in, "- The banks had held."]
        await press(pilot, "f4")
        assert "already" in shown(pilot)
        assert store.record(number).items[at - 1].text == item.text
