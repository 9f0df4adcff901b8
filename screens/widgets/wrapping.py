"""Where a line of ordinary writing wraps, found without looking at each of its words."""

from __future__ import annotations

import re

from textual._wrap import compute_wrap_offsets
from textual.document import _wrapped_document
from textual.expand_tabs import get_tab_widths

# Words, each with one space after it, of letters and marks that each take one cell.
_MARK = r"[!-~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]"
_ORDINARY = re.compile(rf"{_MARK}+(?: {_MARK}+)* ?")


def wrap_offsets(
    text: str,
    width: int,
    tab_size: int,
    fold: bool = True,
    precomputed_tab_sections: list[tuple[str, int]] | None = None,
) -> list[int]:
    """Return the indices at which ``text`` wraps in ``width`` cells: those ``compute_wrap_offsets`` gives."""
    if _ORDINARY.fullmatch(text):
        offsets: list[int] = []
        start = 0
        while len(text) - start > width:
            start, before = text.rfind(" ", start, start + width) + 1, start
            if start <= before:
                break  # A word as long as that is folded.
            offsets.append(start)
        else:
            return offsets
    return compute_wrap_offsets(text, width, tab_size, fold, precomputed_tab_sections)


def tab_widths(line: str, tab_size: int = 4) -> list[tuple[str, int]]:
    """Return the parts of ``line`` before, between and after its tabs: those ``get_tab_widths`` gives."""
    return [(line, 0)] if _ORDINARY.fullmatch(line) else get_tab_widths(line, tab_size)


def wrap_quickly() -> None:
    """Have every text area wrap so. Textual 8.2.8 takes as long over 20,000 words as over drawing the whole screen."""
    vars(_wrapped_document).update(compute_wrap_offsets=wrap_offsets, get_tab_widths=tab_widths)
