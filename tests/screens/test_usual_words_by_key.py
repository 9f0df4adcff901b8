"""The usual words of an item, put in by key."""

from __future__ import annotations

from datetime import date

from clerk.model import Body, Item, Meeting, Record
from clerk.store import Store
from clerk.wording import points_lead_in, usual_lines
from tests.screens.acting import meeting_screen, press, settled, shown, type_text
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


async def test_an_item_in_parts_gets_its_sub_headings_and_each_the_decision_it_asks_for(
    running: Running, store: Store
) -> None:
    finance = Item("Finance", "1", note="(a) To approve the payments\n(b) To receive the accounts")
    number = store.add(Record(Body("Wick Parish Council"), Meeting(date(2026, 12, 1)), (finance,)))
    async with running((80, 24), number) as pilot:
        await press(pilot, "f4", "ctrl+r", "down", "end", "enter", "ctrl+r", "ctrl+s")
        await settled(pilot)
        assert "(a) To approve the payments  |  (b) To receive" in shown(pilot)
        assert store.record(number).items[0].text.rstrip().split("\n") == [
            "# (a) To approve the payments",
            "R: That the payments be approved.",
            "# (b) To receive the accounts",
            "R: That the accounts be received.",
        ]
