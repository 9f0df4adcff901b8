"""Reads what became of minutes after the meeting, out of Clerk's own JSON and text file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from clerk.afterwards.parts import Amendment, AmendmentAgreed, Circulation, Confirmation
from clerk.afterwards.since import Afterwards
from clerk.importers.own.doubts import Doubts
from clerk.importers.own.text_lines import split_fields
from clerk.model import Item

if TYPE_CHECKING:
    from clerk.importers.own.json_part import Part

NAMES = ("circulated", "amended", "amendment agreed", "confirmed")
"""What the lines of the text file that are read here begin with."""

_T = TypeVar("_T", bound="Amendment | AmendmentAgreed")


def of_parts(parts: Sequence[tuple[str, Part]], items: Sequence[Item], doubts: Doubts) -> Afterwards:
    """Read the objects of a JSON, each with the name of the list it is in, or ``confirmed``."""
    since = Afterwards()
    for name, part in parts:
        since = _with(since, name, _part(name, part), items, doubts, part.what)
    return since


def of_lines(lines: Sequence[tuple[int, str, str]], items: Sequence[Item], doubts: Doubts) -> Afterwards:
    """Read lines of the text file: the number of each, its name and what stands after that."""
    since = Afterwards()
    for number, name, text in lines:
        first, *rest = split_fields(text)
        facts = {
            " ".join(key.lower().split()): value.strip() for key, _, value in (each.partition(":") for each in rest)
        }
        for key, value in facts.items():
            if key and key not in _FACTS[name]:
                doubts.add(f"This was not understood and was left out: {key}: {value}", number)
        since = _with(since, name, _line(name, first, facts, number, doubts), items, doubts, "This line", number)
    return since


_FACTS = {
    "circulated": ("when", "to"),
    "amended": ("item", "line", "old", "new", "agreed on", "agreed minute"),
    "amendment agreed": ("item", "of", "old", "new", "exempt"),
    "confirmed": ("on", "venue", "minute"),
}

_Made = Circulation | Amendment | AmendmentAgreed | Confirmation | None


def _part(name: str, part: Part) -> _Made:
    doubts, what = part.doubts, part.what

    def day(key: str) -> date | None:
        return doubts.day(part.line(key), f"“{key}” of {what}")

    line, whole = part.line, part.whole
    if name == "circulated":
        when = part.moment("when")
        return Circulation(whole("version") or 0, when, line("to")) if when else None
    if name == "amended":
        words = (line("minute"), line("old"), line("new"))
        there = (whole("confirmed_item") or 0, whole("confirmed_line") or 0)
        made = Amendment(whole("item") or 0, whole("line") or 0, *words, day("agreed_on"), whole("agreed_minute"))
        return replace(made, as_confirmed=there)
    if name == "amendment agreed":
        words = (line("minute"), line("old"), line("new"))
        return AmendmentAgreed(whole("item") or 0, day("of"), *words, part.flag("exempt"))
    return Confirmation(day("on"), line("venue"), whole("minute"), line("by"))


def _line(name: str, first: str, facts: dict[str, str], number: int, doubts: Doubts) -> _Made:
    def said(key: str) -> str:
        return facts.get(key, "")

    def whole(key: str) -> int | None:
        return doubts.whole(said(key), f"“{key}”", number)

    def day(key: str) -> date | None:
        return doubts.day(said(key), f"“{key}”", number)

    if name == "circulated":
        when = doubts.moment(said("when"), "The time", number)
        return Circulation(doubts.whole(first, "The draft", number) or 0, when, said("to")) if when else None
    if name == "amended":
        words = (first, said("old"), said("new"))
        return Amendment(whole("item") or 0, whole("line") or 0, *words, day("agreed on"), whole("agreed minute"))
    if name == "amendment agreed":
        exempt = said("exempt").lower() == "yes"
        return AmendmentAgreed(whole("item") or 0, day("of"), first, said("old"), said("new"), exempt)
    return Confirmation(day("on"), said("venue"), whole("minute"), first)


def _with(
    since: Afterwards, name: str, made: _Made, items: Sequence[Item], doubts: Doubts, what: str, line: int | None = None
) -> Afterwards:
    """Add one thing read, once it agrees with the items there are."""
    if isinstance(made, Circulation) and made.version > 0:
        return replace(since, circulated=(*since.circulated, made))
    if isinstance(made, Amendment):
        made = _placed(made, items, doubts, what, line)
        lines = len(items[made.item - 1].entries) if made.item else 0
        if not 0 <= made.line <= lines:
            doubts.add(f"{what.capitalize()} names a line that is not in the file.", line)
            made = replace(made, line=0)
        return replace(since, amendments=(*since.amendments, made))
    if isinstance(made, AmendmentAgreed):
        return replace(since, agreed=(*since.agreed, _placed(made, items, doubts, what, line)))
    if isinstance(made, Confirmation):
        return replace(since, confirmation=made)
    doubts.add(f"{what.capitalize()} does not say both which draft was circulated and when, and was left out.", line)
    return since


def _placed(made: _T, items: Sequence[Item], doubts: Doubts, what: str, line: int | None) -> _T:
    if 0 <= made.item <= len(items):
        return made
    doubts.add(f"{what.capitalize()} names an item that is not in the file.", line)
    return replace(made, item=0)
