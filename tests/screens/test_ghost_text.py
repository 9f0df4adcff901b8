"""Ghost text: drawn where it will stand, taken whole or by words, and gone the moment one types something else."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from clerk.completion import Suggestion
from screens.widgets.minute_editor import MinuteEditor
from tests.screens.acting import settled, shown, type_text

_SENTENCES = (
    "The Board considered a report of Jo Bright, Youth Services Manager, on work with young people in parks.",
    "Short one.",
)


def suggest(before: str, above: Sequence[str]) -> Suggestion | None:
    """Offer the rest of a sentence, or a name for initials."""
    if before.endswith("KL"):
        return Suggestion("Kim Lee", replace=2)
    for sentence in _SENTENCES:
        if before and sentence.startswith(before) and sentence != before:
            return Suggestion(sentence[len(before) :])
    return None


class OnePage(App[None]):
    """Nothing but a page."""

    CSS = "MinuteEditor { overflow-y: scroll; padding: 0; }"

    def compose(self) -> ComposeResult:
        editor = MinuteEditor(id="minute")
        editor.offer_from(suggest)
        yield editor


@pytest.fixture
async def pilot() -> AsyncIterator[Pilot[None]]:
    async with OnePage().run_test(size=(60, 12)) as running:
        running.app.query_one(MinuteEditor).focus()
        await running.pause()
        yield running


def page(pilot: Pilot[None]) -> MinuteEditor:
    return pilot.app.query_one(MinuteEditor)


async def test_it_wraps_below_the_cursor_as_the_text_will(pilot: Pilot[None]) -> None:
    await type_text(pilot, "The B")
    await settled(pilot)
    ghosted = shown(pilot)
    assert page(pilot).text == "The B"
    await pilot.press("tab")
    assert page(pilot).text == _SENTENCES[0]
    assert [row.rstrip() for row in shown(pilot).split("\n")] == [row.rstrip() for row in ghosted.split("\n")]


async def test_ctrl_right_takes_one_word(pilot: Pilot[None]) -> None:
    await type_text(pilot, "The B")
    await settled(pilot)
    await pilot.press("ctrl+right")
    assert page(pilot).text == "The Board"
    await settled(pilot)
    await pilot.press("ctrl+right")
    assert page(pilot).text == "The Board considered"


async def test_typing_along_leaves_the_rest_standing(pilot: Pilot[None]) -> None:
    await type_text(pilot, "Sh")
    await settled(pilot)
    await type_text(pilot, "o")
    ghost = page(pilot).ghost
    assert ghost is not None
    assert ghost.text == "rt one."


async def test_typing_something_else_takes_it_away_at_once(pilot: Pilot[None]) -> None:
    await type_text(pilot, "The B")
    await settled(pilot)
    await type_text(pilot, "x")
    await settled(pilot)
    assert page(pilot).ghost is None
    assert "considered" not in shown(pilot)


async def test_initials_become_a_name(pilot: Pilot[None]) -> None:
    await type_text(pilot, "A: KL")
    await settled(pilot)
    assert "→ Kim Lee" in shown(pilot)
    await pilot.press("right")
    assert page(pilot).text == "A: Kim Lee"


async def test_tab_indents_where_nothing_is_offered(pilot: Pilot[None]) -> None:
    await type_text(pilot, "zzz")
    await settled(pilot)
    await pilot.press("tab")
    assert page(pilot).text == "- zzz"


async def test_nothing_is_offered_in_the_middle_of_a_line(pilot: Pilot[None]) -> None:
    await type_text(pilot, "Short")
    await pilot.press("left")
    await settled(pilot)
    assert page(pilot).ghost is None
    await pilot.press("right")
    await settled(pilot)
    assert page(pilot).ghost is not None


async def test_text_below_is_never_covered(pilot: Pilot[None]) -> None:
    await type_text(pilot, "\nbelow")
    await pilot.press("up", "home")
    await type_text(pilot, "The B")
    await settled(pilot)
    rows = shown(pilot).split("\n")
    assert rows[0].rstrip().endswith("…") or "considered" in rows[0]
    assert "below" in rows[1]


async def test_taking_is_undone_by_one_undo(pilot: Pilot[None]) -> None:
    await type_text(pilot, "Sh")
    await settled(pilot)
    await pilot.press("tab", "ctrl+z")
    assert page(pilot).text == "Sh"
