"""Ordinary writing wraps where Textual would wrap it, and so does all other."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size
from textual._wrap import compute_wrap_offsets
from textual.expand_tabs import get_tab_widths

from screens.widgets.wrapping import _ORDINARY, tab_widths, wrap_offsets

_ANY = st.sampled_from("abÉ’–( .") | st.characters(codec="utf-8", exclude_characters="\n")
_WRITING = st.text(_ANY, max_size=120) | st.text("ab ’", max_size=120)
_WIDTHS = st.integers(1, 70)


@given(_WRITING, _WIDTHS)
@example("a word that fits to the last cell", 6)
@example("one  space more", 5)
@example(" begins and ends with one ", 7)
@example("awordlongerthantheline and more", 9)
@example("漢字 take two cells", 6)
@example("no-break\u00a0space", 9)
def test_a_line_wraps_where_textual_wraps_it(text: str, width: int) -> None:
    assert wrap_offsets(text, width, 4) == compute_wrap_offsets(text, width, 4)


@given(_WRITING)
@example("")
@example("before\tafter")
def test_tabs_are_as_wide_as_textual_makes_them(text: str) -> None:
    assert tab_widths(text) == get_tab_widths(text)


def test_every_character_of_ordinary_writing_takes_one_cell() -> None:
    ordinary = [chr(code) for code in range(0x3000) if _ORDINARY.fullmatch(chr(code))]
    assert {"a", "é", "ŷ", "’", "–"} <= set(ordinary)
    assert {get_character_cell_size(character) for character in ordinary} == {1}
