"""Esc U undoes every change of the record that is made by key; what it does not undo is known, and why."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from clerk import undoing
from clerk.afterwards.amending import confirmation_at
from clerk.store import Store
from clerk.terms import ItemState, MeetingState
from screens.app import ClerkApp
from screens.commands import MEETING_COMMANDS
from screens.desk import Desk
from tests.clerk.two_meetings import JUNE, SEPTEMBER
from tests.screens.acting import item_with, meeting_screen, press, settled, shown, type_text
from tests.screens.conftest import Running
from tests.screens.test_afterwards_by_key import NOW

UNDONE = """
    roll interests take_item open_or_close goings defer withdraw urgent_item take_together order_minute put_back
    adjourn_or_resume breaks amend confirm exempt phrases house_words about resolve_together
    outcome-left outcome-spoke_then_left outcome-stayed
"""
ON_THE_PAGE = """
    usual_words decide make-action make-point make-query make-private_note vote make-sub-heading make-quotation
    make-recommended make-motion make-amendment make-post-meeting_note make-public_summary election none_declared
    extend wordings
"""
NOT_UNDONE = {"circulate": "Esc V"}
ITSELF = "undo_change redo_change save"


def test_of_every_command_that_changes_the_record_it_is_known_how_it_is_undone() -> None:
    changing = {command.id.replace(" ", "_") for command in MEETING_COMMANDS if command.editing}
    known = [*UNDONE.split(), *ON_THE_PAGE.split(), *NOT_UNDONE, *ITSELF.split()]
    assert sorted(known) == sorted(changing)
    for key in NOT_UNDONE.values():
        assert f"({key})" in (undoing.__doc__ or "")


async def test_the_same_resolution_elsewhere_is_taken_out_of_all_items_in_one_step(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        before = store.record(number)
        places = [item_with(store, number, agenda) for agenda in ("8", "9", "11")]
        screen = meeting_screen(pilot)
        screen.move_to(places[0])
        await type_text(pilot, "\nR: That the reports be noted")
        await press(pilot, "escape", "*")
        await type_text(pilot, "9 and 11\n")
        noted = "R: That the reports be noted"
        assert all(noted in store.record(number).items[at].text for at in places)
        screen.move_to(places[1])
        screen.to_page()
        await type_text(pilot, "\n\nTyped since.")
        await press(pilot, "escape", "U")
        assert "Undo: put the same line in items 9, 11" in shown(pilot), "below that typing there took item 9"
        await press(pilot, "down", "enter")
        now = store.record(number).items
        assert noted in now[places[0]].text, "there it was typed"
        assert now[places[1]].text.strip() == "\n".join([before.items[places[1]].text, "Typed since."]).strip()
        assert now[places[2]].text.strip() == before.items[places[2]].text.strip()
        assert "Typed since." in screen.editor.text
        assert noted not in screen.editor.text
        await press(pilot, "escape", "Y", "enter")
        assert all(noted in store.record(number).items[at].text for at in places)


async def test_a_line_put_elsewhere_and_edited_there_since_stays(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        screen = meeting_screen(pilot)
        screen.move_to(item_with(store, number, "8"))
        await type_text(pilot, "\nR: That it be noted")
        await press(pilot, "escape", "*")
        await type_text(pilot, "9\n")
        there = item_with(store, number, "9")
        screen.move_to(there)
        page = screen.editor.text.replace("That it be noted", "That it be noted with thanks")
        screen.editor.load_text(page)
        await press(pilot, "ctrl+s", "escape", "U", "enter")
        assert "R: That it be noted with thanks" in store.record(number).items[there].text


@pytest.fixture
def september(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Both meetings; the app opens the second."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr("screens.app.Desk", partial(Desk, now=lambda: NOW))
    monkeypatch.setattr("screens.page._FIRST_FRAME", 0.001)
    store.add(JUNE)
    store.add(SEPTEMBER)
    return store


async def test_an_amendment_of_earlier_minutes_is_taken_back_with_its_minute(september: Store) -> None:
    async with ClerkApp(september, 2).run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        await press(pilot, "escape", "M")
        await type_text(pilot, "six")
        await press(pilot, "enter", "ctrl+w", "ctrl+w")
        await type_text(pilot, "months.\n")
        amended = september.record(1).afterwards.amendments
        minuted = september.record(2).items[1].text
        assert amended
        await press(pilot, "escape", "U")
        assert "Undo: amended earlier minutes" in shown(pilot)
        await press(pilot, "enter")
        assert september.record(1).afterwards.amendments == ()
        assert september.record(2).items == SEPTEMBER.items
        await press(pilot, "escape", "Y", "enter")
        assert september.record(1).afterwards.amendments == amended
        assert september.record(2).items[1].text.strip() == minuted.strip()


async def test_a_confirmation_is_taken_back_and_the_minutes_are_a_draft_again(september: Store) -> None:
    september.circulate(1, NOW)
    async with ClerkApp(september, 2).run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        await press(pilot, "escape", "C", "enter")
        await settled(pilot)
        confirmed = september.record(1)
        assert confirmed.meeting.state is MeetingState.CONFIRMED
        await press(pilot, "escape", "U")
        assert "Undo: confirmed earlier minutes" in shown(pilot)
        await press(pilot, "enter")
        now = september.record(1)
        assert (now.meeting.state, now.afterwards.confirmation) == (MeetingState.CIRCULATED, None)
        assert now.afterwards.kept is None
        assert "confirmed as a correct record" not in september.record(2).items[1].text
        await press(pilot, "escape", "Y", "enter")
        assert september.record(1) == confirmed
        assert september.record(1).afterwards.kept == confirmed.afterwards.kept


async def test_putting_a_confirmation_right_and_undoing_that_leaves_the_first(september: Store) -> None:
    september.confirm(1, confirmation_at(september.record(2), "A. Nother"))
    before = september.record(1)
    async with ClerkApp(september, 2).run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        await press(pilot, "escape", "C", "enter")
        await settled(pilot)
        assert september.record(1) != before
        await press(pilot, "escape", "U", "enter")
        assert september.record(1) == before
        assert september.record(1).meeting.state is MeetingState.CONFIRMED


async def test_what_is_set_for_the_body_is_put_back(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        before = store.record(number)
        await press(pilot, "escape", "A", "ctrl+u")
        await type_text(pilot, "Panel\n")
        await press(pilot, *["enter"] * 8)
        assert store.record(number).body.noun == "Panel"
        await press(pilot, "escape", "P")
        await type_text(pilot, "for years to come\n")
        await press(pilot, "escape")
        assert "for years to come" in store.phrases(number)
        await press(pilot, "escape", "U")
        screen = shown(pilot)
        assert "Undo: changed the phrases" in screen
        assert "Undo: changed what is set for the body" in screen
        await press(pilot, "down", "enter")
        assert (store.record(number).body, "for years to come" in store.phrases(number)) == (before.body, False)


async def test_what_is_changed_after_a_draft_went_round_is_undone_too(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await press(pilot, "f12", "enter")
        screen = meeting_screen(pilot)
        screen.change(lambda: screen.desk.circulate("members", lambda record, made: None))
        at = screen.at
        screen.change(lambda: screen.desk.withdraw_item(at, "it was late"))
        assert store.record(number).items[at].state is ItemState.WITHDRAWN
        await press(pilot, "escape", "U", "enter")
        assert store.record(number).items[at].state is not ItemState.WITHDRAWN
        assert store.record(number).meeting.state is MeetingState.CIRCULATED
        await press(pilot, "escape", "U")
        assert "There is nothing to undo" in shown(pilot)
