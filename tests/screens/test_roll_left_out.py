"""What is pasted into the roll and names nobody is put on no roll, and the officer is told."""

from __future__ import annotations

from clerk.store import Store
from tests.screens.acting import paste, press, settled, shown
from tests.screens.conftest import Running


async def test_a_vacancy_and_the_quorum_pasted_into_the_roll_are_nobody(
    running: Running, store: Store, number: int
) -> None:
    before = {person.name for person in store.record(number).presence}
    async with running() as pilot:
        await press(pilot, "f2")
        await paste(pilot, "Cllr Zoe Quill\nVacancy\nQuorum: 3\nCllr Yan Umber (reserve)\n")
        await settled(pilot)
        names = {person.name for person in store.record(number).presence}
        assert names - before == {"Cllr Zoe Quill", "Cllr Yan Umber"}
        said = " ".join(shown(pilot).split())
        assert all(part in said for part in ("Left out", "“Vacancy”", "“Quorum: 3”", "Esc A"))
