"""Rules of the check about how a Word file looks: size, colour, alignment, capitals, and bold put for a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from exports.word_check_styles import Properties, properties_of, switched_on, value
from exports.word_check_text import Passage, Piece, WordText, shown
from exports.word_package import W

_SMALLEST = 24
"""12 point, in half points (GOV.UK, "Publishing accessible documents")."""
_LARGE, _LARGE_BOLD = 36, 28
"""From 18 point, or 14 point bold, less contrast will do (WCAG 1.4.3)."""
_CONTRAST, _CONTRAST_LARGE = 4.5, 3.0
_LONGEST_HEADING = 80
"""Characters of a line that may be a heading in all but its style."""
_CLOSING = (".", ":", ";", ",", "?", "!")
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_HIGHLIGHTS = {
    **{"yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000"},
    **{"darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "black": "000000"},
    **{"darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0", "white": "FFFFFF"},
}


def small(text: WordText) -> Iterator[str]:
    """Paragraphs with words smaller than 12 point; raised and lowered letters are smaller by nature."""
    for passage in text.said:
        for piece in passage.words:
            small = text.styles.size(passage.properties, piece.properties) < _SMALLEST
            if small and text.styles.run(passage.properties, piece.properties, "vertAlign") in (None, "baseline"):
                yield shown(passage.text)
                break


def justified(text: WordText) -> Iterator[str]:
    """Paragraphs set to both edges."""
    for passage in text.said:
        if text.styles.paragraph(passage.properties, "jc") in ("both", "distribute"):
            yield shown(passage.text)


def centred(text: WordText) -> Iterator[str]:
    """Paragraphs outside tables that do not begin at the left; of figures in a column nothing is said."""
    for passage in text.said:
        off = passage.cell is None and text.styles.paragraph(passage.properties, "jc") in ("center", "right", "end")
        if off and not switched_on(text.styles.paragraph(passage.properties, "bidi")):
            yield shown(passage.text)


def capitals(text: WordText) -> Iterator[str]:
    """Paragraphs of two words or more in capitals, typed or by format; an abbreviation is one word."""
    for passage in text.said:
        if _is_shouted(passage, text):
            yield shown(passage.text)


def fake_heading(text: WordText) -> Iterator[str]:
    """Short paragraphs in bold between others, which look like headings and are none."""
    for passage, after in zip_longest(text.said, text.said[1:]):
        words = passage.text.strip()
        if passage.level or passage.cell is not None or len(words) > _LONGEST_HEADING or words.endswith(_CLOSING):
            continue
        if after is None or (after.cell is None and _is_bold(after, text)):
            continue  # the last line and one of several bold lines are no heading over anything
        if _is_bold(passage, text) and any(letter.isalpha() for letter in words):
            yield shown(words)


def low_contrast(text: WordText) -> Iterator[str]:
    """Words whose colour is too like the colour behind them (WCAG 1.4.3)."""
    for passage in text.said:
        if any(_is_faint(passage, piece, text) for piece in passage.words):
            yield shown(passage.text)


def _is_shouted(passage: Passage, text: WordText) -> bool:
    letters = [letter for letter in passage.text if letter.isalpha()]
    if len(letters) < 12 or len(passage.text.split()) < 2:
        return False
    if not any(letter.islower() for letter in letters):
        return any(letter.isupper() for letter in letters)
    return all(
        switched_on(text.styles.run(passage.properties, piece.properties, "caps")) or piece.text.isupper()
        for piece in passage.words
    )


def _is_bold(passage: Passage, text: WordText) -> bool:
    """Whether all of a paragraph is bold by hand, or by a style that is called a heading and is none."""
    words = passage.words
    if not all(switched_on(text.styles.run(passage.properties, piece.properties, "b")) for piece in words):
        return False
    style = text.styles.style_of(passage.properties)
    by_style = switched_on(text.styles.of_style(style, "rPr", "b", "val"))
    return not by_style or bool(re.search(r"head|section|(?<!sub)title", text.styles.name(style)))


def _is_faint(passage: Passage, piece: Piece, text: WordText) -> bool:
    colour = text.styles.run(passage.properties, piece.properties, "color")
    if not colour or not _HEX.fullmatch(colour):  # the automatic colour suits itself to what is behind
        return False
    behind = _behind(passage, piece.properties, text)
    if behind is None:
        return False
    size = text.styles.size(passage.properties, piece.properties)
    bold = switched_on(text.styles.run(passage.properties, piece.properties, "b"))
    wanted = _CONTRAST_LARGE if size >= (_LARGE_BOLD if bold else _LARGE) else _CONTRAST
    return contrast(colour, behind) < wanted


def _behind(passage: Passage, run: Properties, text: WordText) -> str | None:
    """The colour behind a run; None when that cannot be told, as in a table whose style shades by row."""
    highlight = _HIGHLIGHTS.get(text.styles.run(passage.properties, run, "highlight") or "")
    if highlight:
        return highlight
    fills = (
        text.styles.run(passage.properties, run, "shd", "fill"),
        text.styles.paragraph(passage.properties, "shd", "fill"),
    )
    cells = [passage.cell, *passage.cell.iterancestors(f"{W}tc")] if passage.cell is not None else []
    for fill in (*fills, *(value(properties_of(cell.find(f"{W}tcPr")), "shd", "fill") for cell in cells)):
        if fill and _HEX.fullmatch(fill):
            return fill
    tables = [properties_of(table.find(f"{W}tblPr")) for table in passage.element.iterancestors(f"{W}tbl")]
    if any(text.styles.fills_by_condition(value(table, "tblStyle") or "") for table in tables):
        return None
    return "FFFFFF"


@cache
def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours in hexadecimal, from 1 to 21, as WCAG reckons it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
