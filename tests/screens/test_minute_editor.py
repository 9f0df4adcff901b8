"""The page: what Enter, the keys for kinds, paste and undo do to the text, and what the gutter says of it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets.text_area import Selection

from clerk.notation import Kind
from screens.widgets.minute_editor import MinuteEditor
from screens.wordings import Restored
from tests.screens.acting import paste, shown, type_text


class OnePage(App[None]):
    """Nothing but a page."""

    CSS = "MinuteEditor { overflow-y: scroll; padding: 0; }"

    def compose(self) -> ComposeResult:
        yield MinuteEditor(id="minute")


@pytest.fixture
async def pilot() -> AsyncIterator[Pilot[None]]:
    async with OnePage().run_test(size=(60, 20)) as running:
        running.app.query_one(MinuteEditor).focus()
        await running.pause()
        yield running


def page(pilot: Pilot[None]) -> MinuteEditor:
    return pilot.app.query_one(MinuteEditor)


async def test_enter_in_a_list_begins_the_next_point(pilot: Pilot[None]) -> None:
    await type_text(pilot, "- first\nsecond")
    assert page(pilot).text == "- first\n- second"
    assert list(page(pilot).labels) == ["(i)", "(ii)"]


async def test_enter_on_an_empty_point_ends_the_list(pilot: Pilot[None]) -> None:
    await type_text(pilot, "- only\n\nthen prose")
    assert page(pilot).text == "- only\nthen prose"


async def test_enter_after_a_resolution_begins_the_next_limb(pilot: Pilot[None]) -> None:
    await type_text(pilot, "R: That it be noted\nThat it be published")
    assert list(page(pilot).labels) == ["RESOLVED (a)", "(b)"]


async def test_the_key_for_a_resolution_leaves_a_limb_that_enter_has_begun(pilot: Pilot[None]) -> None:
    await type_text(pilot, "R: That it be noted\n")
    page(pilot).make(Kind.RESOLVED)
    await type_text(pilot, "That it be published")
    assert list(page(pilot).labels) == ["RESOLVED (a)", "(b)"]
    page(pilot).make(Kind.RESOLVED)
    assert page(pilot).text == "R: That it be noted\nThat it be published"


async def test_enter_after_an_action_begins_a_plain_line(pilot: Pilot[None]) -> None:
    await type_text(pilot, "A: KL: write\nprose")
    assert page(pilot).text == "A: KL: write\nprose"


async def test_enter_before_the_prefix_does_not_copy_it(pilot: Pilot[None]) -> None:
    await type_text(pilot, "- point")
    await pilot.press("home", "enter")
    assert page(pilot).text == "\n- point"


async def test_a_key_makes_the_line_a_kind_and_the_same_key_makes_it_prose_again(pilot: Pilot[None]) -> None:
    await type_text(pilot, "words")
    page(pilot).make(Kind.POINT)
    assert page(pilot).text == "- words"
    await type_text(pilot, "!")
    assert page(pilot).text == "- words!", "the cursor stays where it was in the words"
    page(pilot).make(Kind.POINT)
    assert page(pilot).text == "words!"


async def test_a_line_of_one_kind_becomes_another_without_keeping_the_old_prefix(pilot: Pilot[None]) -> None:
    await type_text(pilot, "A: KL: write")
    page(pilot).make(Kind.QUERY)
    assert page(pilot).text == "Q: KL: write"


async def test_several_lines_selected_become_points_at_once_and_one_undo_takes_it_back(pilot: Pilot[None]) -> None:
    await type_text(pilot, "one\ntwo\nthree")
    await pilot.press("shift+up", "shift+up")
    page(pilot).make(Kind.POINT)
    assert page(pilot).text == "- one\n- two\n- three"
    page(pilot).undo()
    assert page(pilot).text == "one\ntwo\nthree"


async def test_tab_indents_a_paragraph_to_a_point_and_a_sub_point_and_shift_tab_goes_back(pilot: Pilot[None]) -> None:
    await type_text(pilot, "words")
    await pilot.press("tab", "tab", "tab")
    assert page(pilot).text == "-- words"
    await pilot.press("shift+tab", "shift+tab")
    assert page(pilot).text == "words"


async def test_tab_leaves_a_resolution_alone(pilot: Pilot[None]) -> None:
    await type_text(pilot, "R: That")
    await pilot.press("tab")
    assert page(pilot).text == "R: That"


async def test_offered_words_are_replaced_by_typing(pilot: Pilot[None]) -> None:
    page(pilot).put_line("R: That the report be noted.", select=True)
    await type_text(pilot, "That it be refused")
    assert page(pilot).text == "R: That it be refused"


async def test_offered_words_are_taken_by_enter(pilot: Pilot[None]) -> None:
    page(pilot).put_line("R: That the report be noted.", select=True)
    await type_text(pilot, "\n\nprose")
    assert page(pilot).text == "R: That the report be noted.\nprose"


async def test_a_paste_of_many_lines_comes_in_whole_and_one_undo_takes_it_out(pilot: Pilot[None]) -> None:
    await type_text(pilot, "before ")
    await paste(pilot, "one\r\ntwo\rthree\n" + "more\n" * 60)
    assert page(pilot).text == "before one\ntwo\nthree\n" + "more\n" * 60
    page(pilot).undo()
    await pilot.pause()
    assert page(pilot).text == "before "
    page(pilot).redo()
    await pilot.pause()
    assert page(pilot).text.endswith("more\n")


async def test_hostile_text_is_shown_as_it_is(pilot: Pilot[None]) -> None:
    hostile = "[/] [sic] Cllr [Smith] \x00 \x1b[31m 👩‍👩‍👧 שלום"
    await paste(pilot, hostile)
    assert page(pilot).text == "[/] [sic] Cllr [Smith] [U+0000] [U+001B][31m 👩‍👩‍👧 שלום"
    assert "[/] [sic] Cllr [Smith]" in shown(pilot)


async def test_a_paste_of_100_000_characters_is_kept_whole(pilot: Pilot[None]) -> None:
    long = "word " * 20_000
    await paste(pilot, long)
    assert page(pilot).text == long


async def test_a_long_paragraph_wraps_and_the_label_stands_at_its_first_row(pilot: Pilot[None]) -> None:
    await type_text(pilot, "- " + "word " * 15)
    rows = shown(pilot).split("\n")
    assert rows[0].startswith("         (i) - word")
    assert rows[1].startswith(" " * 13 + "word")


async def test_what_could_be_undone_on_a_page_still_can_when_it_is_shown_again(pilot: Pilot[None]) -> None:
    await type_text(pilot, "first page")
    kept = page(pilot).keep()
    page(pilot).show("second page", None)
    assert page(pilot).text == "second page"
    page(pilot).undo()
    assert page(pilot).text == "second page", "another page's typing is not undone here"
    page(pilot).show("first page", kept)
    page(pilot).undo()
    assert page(pilot).text == ""


async def test_a_prefix_typed_in_a_point_makes_the_line_what_it_says(pilot: Pilot[None]) -> None:
    await type_text(pilot, "- one\nr:That it be noted\na: KL: write")
    assert page(pilot).text == "- one\nr:That it be noted\na: KL: write"
    assert list(page(pilot).labels) == ["(i)", "RESOLVED", "ACTION"]


@pytest.mark.parametrize("prefix", ["- ", "-- ", "> ", "R: "])
async def test_who_types_the_prefix_on_every_line_gets_it_once(pilot: Pilot[None], prefix: str) -> None:
    await type_text(pilot, f"{prefix}one\n{prefix}two")
    assert page(pilot).text == f"{prefix}one\n{prefix}two"


async def test_conditions_typed_with_dashes_stand_below_the_resolution(pilot: Pilot[None]) -> None:
    await type_text(pilot, "R: That permission be granted, subject to:\n-- materials\nhours\nR: That it be published")
    assert list(page(pilot).labels) == ["RESOLVED (a)", "•", "•", "(b)"]


async def test_lines_pasted_where_enter_put_a_prefix_keep_their_own(pilot: Pilot[None]) -> None:
    await type_text(pilot, "R: That it be noted\n")
    await paste(pilot, "-- one\n-- two")
    assert page(pilot).text == "R: That it be noted\n-- one\n-- two"


async def test_a_colon_within_the_words_of_a_point_changes_nothing(pilot: Pilot[None]) -> None:
    await type_text(pilot, "- a question: r: and so on")
    assert page(pilot).text == "- a question: r: and so on"


async def test_marking_keeps_the_space_after_the_words(pilot: Pilot[None]) -> None:
    await type_text(pilot, "KL agreed to write soon")
    page(pilot).selection = Selection((0, 0), (0, 19))
    assert page(pilot).mark_selection()
    assert page(pilot).text == "{KL agreed to write} soon"
    page(pilot).undo()
    assert page(pilot).text == "KL agreed to write soon"


async def test_lines_of_a_kind_and_selections_over_lines_are_not_marked(pilot: Pilot[None]) -> None:
    await type_text(pilot, "A: KL: write\nprose")
    page(pilot).selection = Selection((0, 3), (0, 5))
    assert not page(pilot).mark_selection()
    page(pilot).selection = Selection((0, 3), (1, 2))
    assert not page(pilot).mark_selection()


async def test_a_line_that_was_taken_out_comes_back_below_the_cursors_line(pilot: Pilot[None]) -> None:
    await type_text(pilot, "one\ntwo")
    page(pilot).restore(0, Restored("- gone", deleted=True))
    assert page(pilot).text == "one\n- gone\ntwo"
    page(pilot).restore(2, Restored("two, earlier", deleted=False))
    assert page(pilot).text == "one\n- gone\ntwo, earlier"


async def test_a_line_put_in_the_place_of_another_can_be_undone(pilot: Pilot[None]) -> None:
    await type_text(pilot, "V: 3-5\nprose")
    page(pilot).put_in_place(0, "V: 5-3")
    assert page(pilot).text == "V: 5-3\nprose"
    page(pilot).undo()
    assert page(pilot).text == "V: 3-5\nprose"
