"""What the styles of a Word file say of a paragraph: whether it is a heading, numbered, or bold."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from clerk.importers.wordfile.words import W

_HEADING = re.compile(r"heading ([1-9])")
_DEEPEST = 20
"""Styles are based on one another; a longer chain goes round in a circle."""


@dataclass
class _Style:
    name: str
    based_on: str
    number: str | None = None
    depth: int | None = None
    outline: int | None = None
    bold: bool | None = None


@dataclass
class Styles:
    """The styles of one file."""

    part: _Element | None
    """The root of its styles, None when it has none."""
    _known: dict[str, _Style] = field(default_factory=dict)
    _default: str = ""

    def __post_init__(self) -> None:
        for style in () if self.part is None else self.part.iterchildren(f"{W}style"):
            name = style.get(f"{W}styleId") or ""
            self._known[name] = _read(style)
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                self._default = name

    def style_of(self, paragraph: _Element) -> str:
        """The id of a paragraph's style."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return self._default if style is None else style.get(f"{W}val") or ""

    def numbering_of(self, paragraph: _Element) -> tuple[str, int | None]:
        """The list a paragraph is in, and how deep if that is said; the list is empty when it is in none."""
        number, depth = _numbering(paragraph.find(f"{W}pPr/{W}numPr"))
        for style in self._chain(self.style_of(paragraph)) if number is None else ():
            number = number if number is not None else style.number
            depth = depth if depth is not None else style.depth
            if number is not None:
                break
        return ("" if number in (None, "0") else str(number)), depth

    def heading_of(self, paragraph: _Element) -> int:
        """The level of a heading, from 1; 0 for other paragraphs. The title of the whole is of level 1 too."""
        outline = paragraph.find(f"{W}pPr/{W}outlineLvl")
        if outline is not None:
            level = number_value(outline, "val", 9)
            return level + 1 if 0 <= level < 9 else 0
        for style in self._chain(self.style_of(paragraph)):
            if match := _HEADING.fullmatch(style.name):
                return int(match[1])
            if style.name == "title":
                return 1
            if style.outline is not None:
                return style.outline + 1 if 0 <= style.outline < 9 else 0
        return 0

    def is_bold(self, run: _Element, paragraph: _Element) -> bool:
        """Whether the words of a run are bold."""
        looks = run.find(f"{W}rPr")
        said = _bold(looks)
        if said is not None:
            return said
        named = None if looks is None else looks.find(f"{W}rStyle")
        names = [] if named is None else [named.get(f"{W}val") or ""]
        for name in (*names, self.style_of(paragraph)):
            for style in self._chain(name):
                if style.bold is not None:
                    return style.bold
        return False

    def _chain(self, name: str) -> list[_Style]:
        chain: list[_Style] = []
        while name in self._known and len(chain) < _DEEPEST:
            chain.append(self._known[name])
            name = chain[-1].based_on
        return chain


def number_value(element: _Element, name: str, otherwise: int) -> int:
    """An attribute that is a whole number, ``otherwise`` when it is none or out of all measure."""
    text = element.get(f"{W}{name}") or ""
    return int(text) if re.fullmatch(r"\d{1,7}", text) else otherwise


def _read(style: _Element) -> _Style:
    name, based = style.find(f"{W}name"), style.find(f"{W}basedOn")
    outline = style.find(f"{W}pPr/{W}outlineLvl")
    number, depth = _numbering(style.find(f"{W}pPr/{W}numPr"))
    return _Style(
        "" if name is None else (name.get(f"{W}val") or "").casefold(),
        "" if based is None else based.get(f"{W}val") or "",
        number,
        depth,
        None if outline is None else number_value(outline, "val", 9),
        _bold(style.find(f"{W}rPr")),
    )


def _numbering(numbered: _Element | None) -> tuple[str | None, int | None]:
    if numbered is None:
        return None, None
    number, depth = numbered.find(f"{W}numId"), numbered.find(f"{W}ilvl")
    return (
        None if number is None else number.get(f"{W}val"),
        None if depth is None else number_value(depth, "val", 0),
    )


def _bold(looks: _Element | None) -> bool | None:
    bold = None if looks is None else looks.find(f"{W}b")
    return None if bold is None else bold.get(f"{W}val") not in ("0", "false", "off")
