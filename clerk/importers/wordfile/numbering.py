"""The numbers that Word puts in front of paragraphs by itself, worked out from the lists and styles of the file.

What stands in a paragraph is only which list it is in and how deep; the number is found by counting, as Word does
(ECMA-376 part 1, 17.9).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from clerk import notation
from clerk.importers.wordfile.styles import Styles, number_value
from clerk.importers.wordfile.words import W

_DEEPEST = 8
"""Word has nine levels."""
_LONGEST = 60
"""Characters of a label: a longer one is a sentence somebody made part of a list."""


@dataclass(frozen=True)
class Label:
    """The number or bullet in front of a paragraph."""

    text: str
    """As Word prints it: "1.", "(a)"; "•" for any bullet."""
    level: int
    """How deep in its list, from 0."""
    series: str
    """Which list; paragraphs with the same series are counted together."""
    value: int
    """What was counted."""
    numeric: bool
    """Whether it is a figure, and not a letter, a Roman numeral or a bullet."""


@dataclass(frozen=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass
class _List:
    series: str
    levels: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the numbered paragraphs of one document, in order."""

    def __init__(self, part: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if part is not None:
            self._read(part)

    def label(self, paragraph: _Element) -> Label | None:
        """Count a paragraph; None when it has neither number nor bullet."""
        style = self._styles.style_of(paragraph)
        number, depth = self._styles.numbering_of(paragraph)
        found = self._lists.get(number)
        if found is None:
            return None
        if depth is None:
            depth = next((at for at, level in found.levels.items() if level.style and level.style == style), 0)
        level = found.levels.get(depth, _Level())
        depth = min(depth, _DEEPEST)
        value = self._count(number, found, depth, level)
        if level.form == "bullet":
            return Label("•", depth, found.series, value, False)
        text = self._text(found, depth, level)
        if level.form == "none" or not text or len(text) > _LONGEST:
            return None
        return Label(text, depth, found.series, value, bool(re.search(r"\d", text)))

    def _count(self, number: str, found: _List, depth: int, level: _Level) -> int:
        counts = self._counts.setdefault(found.series, {})
        if depth in found.starts and (number, depth) not in self._begun:
            counts[depth] = found.starts[depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        self._begun.add((number, depth))
        for deeper in [at for at in counts if at > depth]:
            restart = found.levels.get(deeper, _Level()).restart
            if restart is None or depth < restart:
                del counts[deeper]
        return counts[depth]

    def _text(self, found: _List, depth: int, level: _Level) -> str:
        counts = self._counts[found.series]

        def figure(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            of = found.levels.get(at, _Level())
            return _written(counts.get(at, of.start), "decimal" if level.legal and of.form != "none" else of.form)

        return re.sub(r"%([1-9])", figure, level.text).strip()

    def _read(self, part: _Element) -> None:
        kinds: dict[str, dict[int, _Level]] = {}
        linked: dict[str, str] = {}
        for kind in part.iterchildren(f"{W}abstractNum"):
            name = kind.get(f"{W}abstractNumId") or ""
            kinds[name] = dict(_levels(kind))
            if (link := kind.find(f"{W}numStyleLink")) is not None:
                linked[name] = link.get(f"{W}val") or ""
        owners = {
            link.get(f"{W}val") or "": kind.get(f"{W}abstractNumId") or ""
            for kind in part.iterchildren(f"{W}abstractNum")
            for link in kind.iterchildren(f"{W}styleLink")
        }
        for number in part.iterchildren(f"{W}num"):
            pointer = number.find(f"{W}abstractNumId")
            series = "" if pointer is None else pointer.get(f"{W}val") or ""
            series = owners.get(linked.get(series, ""), series)
            one = _List(series, dict(kinds.get(series, {})))
            for override in number.iterchildren(f"{W}lvlOverride"):
                depth = number_value(override, "ilvl", 0)
                one.levels |= dict(_levels(override))
                if (start := override.find(f"{W}startOverride")) is not None:
                    one.starts[depth] = number_value(start, "val", 1)
            self._lists[number.get(f"{W}numId") or ""] = one


def _levels(parent: _Element) -> list[tuple[int, _Level]]:
    return [(number_value(level, "ilvl", 0), _level(level)) for level in parent.iterchildren(f"{W}lvl")]


def _level(level: _Element) -> _Level:
    values = {child.tag: child for child in level if isinstance(child.tag, str)}

    def said(name: str, otherwise: str) -> str:
        child = values.get(f"{W}{name}")
        return otherwise if child is None else child.get(f"{W}val") or otherwise

    start, restart = values.get(f"{W}start"), values.get(f"{W}lvlRestart")
    legal = values.get(f"{W}isLgl")
    return _Level(
        said("numFmt", "decimal"),
        said("lvlText", ""),
        0 if start is None else number_value(start, "val", 0),
        None if restart is None else number_value(restart, "val", 0),
        legal is not None and legal.get(f"{W}val") not in ("0", "false", "off"),
        said("pStyle", ""),
    )


def _written(number: int, form: str) -> str:
    """Write a number in one of Word's forms; one that is out of a form's bounds is written in figures."""
    if form in ("none", "bullet"):
        return ""
    if form in ("lowerLetter", "upperLetter") and 0 < number <= 26 * 5:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        numeral = notation.roman(number)
        return numeral.upper() if form == "upperRoman" else numeral
    return f"{number:02d}" if form == "decimalZero" else str(number)
