"""Finding one's way by key: find, preview, timeline, earlier wordings, and what the words selected become."""

from __future__ import annotations

from datetime import timedelta

from clerk.store import Store
from screens.find import Find
from screens.preview import Preview
from screens.timeline import Timeline
from screens.wordings import Wordings
from tests.screens.acting import meeting_screen, press, shown, type_text
from tests.screens.conftest import NOW, Running


async def test_find_lands_on_the_words_and_leaves_the_item_it_found_untaken(
    running: Running, store: Store, number: int
) -> None:
    before = [item.state for item in store.record(number).items]
    async with running((80, 24)) as pilot:
        await press(pilot, "ctrl+f")
        await type_text(pilot, "correct record\n")
        screen = meeting_screen(pilot)
        assert screen.desk.item(screen.at).agenda_number == "4"
        row, column = screen.editor.cursor_location
        assert screen.editor.document[row][column:].startswith("correct record")
        assert screen.editor.has_focus
    assert [item.state for item in store.record(number).items] == before


async def test_the_preview_opens_at_this_item_and_enter_goes_to_the_one_it_shows(running: Running) -> None:
    async with running((80, 24)) as pilot:
        await press(pilot, "ctrl+b")
        assert "37. Safer Nights" in shown(pilot)
        await press(pilot, "p", "enter")
        screen = meeting_screen(pilot)
        assert screen.desk.item(screen.at).agenda_number == "6"


async def test_the_timeline_leads_to_the_line_written_then(running: Running) -> None:
    async with running((80, 24)) as pilot:
        await type_text(pilot, "\nA line of now.")
        await press(pilot, "escape", "y", "pagedown", "pagedown", "enter")
        screen = meeting_screen(pilot)
        row, _ = screen.editor.cursor_location
        assert screen.editor.document[row] == "- A line of now."


async def test_an_earlier_wording_of_a_line_is_brought_back_and_one_undo_takes_it_away(
    running: Running, store: Store, number: int
) -> None:
    store.save_page(store.record(number).items[7].id, "The first wording.", NOW - timedelta(minutes=10))
    async with running() as pilot:
        await press(pilot, "f8", "backspace")
        await type_text(pilot, ", spoilt.")
        await press(pilot, "ctrl+s", "escape", "h")
        assert isinstance(pilot.app.screen, Wordings)
        await press(pilot, "enter", "ctrl+s")
        screen = meeting_screen(pilot)
        assert store.record(number).items[screen.at].text == "The first wording."
        screen.editor.undo()
        assert screen.editor.text == "The first wording, spoilt."


async def test_esc_leads_back_from_each_card_to_the_page(running: Running) -> None:
    async with running((80, 24)) as pilot:
        text, at = meeting_screen(pilot).editor.text, meeting_screen(pilot).at
        for letter, card in {"f": Find, "k": Preview, "y": Timeline, "h": Wordings}.items():
            await press(pilot, "escape", letter)
            assert isinstance(pilot.app.screen, card)
            await press(pilot, "escape")
            assert meeting_screen(pilot).editor.has_focus
        assert (meeting_screen(pilot).editor.text, meeting_screen(pilot).at) == (text, at)


async def test_words_selected_are_marked_as_an_action_where_they_stand(running: Running) -> None:
    async with running() as pilot:
        await press(pilot, "f8")
        await type_text(pilot, "DA agreed to write.")
        await press(pilot, "home", "shift+end", "ctrl+t")
        assert meeting_screen(pilot).editor.text == "{DA agreed to write.}"


async def test_what_is_said_never_covers_the_page(running: Running) -> None:
    async with running((80, 24)) as pilot:
        before = shown(pilot).split("\n")[1:-1]
        await press(pilot, "ctrl+s")
        rows = shown(pilot).split("\n")
        assert rows[-1].strip() == "Saved."
        assert rows[1:-1] == before
