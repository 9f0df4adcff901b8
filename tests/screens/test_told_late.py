"""What is put down by key after it happened is told where, and from when, it was."""

from __future__ import annotations

from datetime import timedelta

from clerk.drafting import draft
from clerk.minutes import Table
from clerk.model import Movement, Record
from clerk.store import Store
from clerk.terms import MovementKind
from tests.screens.acting import meeting_screen, press, type_text
from tests.screens.conftest import NOW, Running


async def test_a_break_put_down_after_the_vote_was_typed_stands_above_it_and_goes_when_undone(
    running: Running, store: Store, number: int
) -> None:
    item = store.record(number).items[6]
    opened = item.opened
    assert opened
    typed: list[str] = []
    for minutes, line in ((1, "The report was put."), (6, "V: 5-1"), (7, "R: That it be noted.")):
        typed.append(line)
        store.save_page(item.id, "\n".join(typed), opened + timedelta(minutes=minutes))
    async with running() as pilot:
        editor = meeting_screen(pilot).editor
        await press(pilot, "escape", "s")
        await type_text(pilot, f"{opened + timedelta(minutes=3):%H.%M}\n\n")
        await press(pilot, "escape", "s")
        await type_text(pilot, f"{opened + timedelta(minutes=5):%H.%M}\n")
        said = editor.text.split("\n")
        assert [line.split(" at ")[0] for line in said] == [
            typed[0],
            "The meeting adjourned",
            "The meeting resumed",
            *typed[1:],
        ]
        assert editor.cursor_location == (2, len(said[2]))
        await press(pilot, "escape", "U", "enter")
        assert editor.text.split("\n") == [said[0], said[1], *said[3:]]


async def test_a_member_put_down_on_the_link_after_coming_back_is_listed_from_then(
    running: Running, store: Store, number: int
) -> None:
    name = store.record(number).presence[1].name
    for minute, kind in ((20, MovementKind.LEFT), (30, MovementKind.RETURNED)):
        store.move(number, Movement(name, kind, NOW.replace(minute=minute)))
    async with running() as pilot:
        await press(pilot, "f2", "down", "5")
        record = store.record(number)
        assert record.presence[1].remote
        assert f"{name} (by video link from 10.30 am)" in _listed(record)
        await press(pilot, "up", "5")
        assert store.record(number).movements[-1].why == ""


def _listed(record: Record) -> str:
    table = next(block for block in draft(record).blocks if isinstance(block, Table))
    return "\n".join(row[0] for row in table.rows)
