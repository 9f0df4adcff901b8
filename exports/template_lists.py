"""The lists of a template: the house's three kinds, beside those that the council's own styles use."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from exports.word_package import W

_HOUSE = ("Minute Points", "Minute Limbs", "Minute Bullets")


def with_house_lists(
    council: etree._Element, house: etree._Element, users: Iterable[etree._Element], unnumbered: set[str]
) -> int:
    """Put the house's lists into a council's ``w:numbering`` and return the highest number of the lists that stay.

    Lists that none of ``users``, its styles, headers and footers, refers to were those of its text and go with it.
    Levels linked to a style in ``unnumbered`` are linked no more.
    """
    used = {one.get(f"{W}val", "") for tree in users for one in tree.iter(f"{W}numId")}
    _drop_unused(council, used)
    for level in council.iter(f"{W}lvl"):
        style = level.find(f"{W}pStyle")
        if style is not None and style.get(f"{W}val", "") in unnumbered:
            level.remove(style)
    ours = [deepcopy(one) for one in house.iterfind(f"{W}abstractNum")]
    _move_aside(council, {one.get(f"{W}abstractNumId", "") for one in ours})
    place = len(council.findall(f"{W}numPicBullet"))
    for abstract in reversed(ours):
        council.insert(place, abstract)
    numbers = (one.get(f"{W}numId", "") for one in council.iterfind(f"{W}num"))
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def _drop_unused(council: etree._Element, used: set[str]) -> None:
    for num in council.findall(f"{W}num"):
        if num.get(f"{W}numId") not in used:
            council.remove(num)
    wanted = {_value(num, "abstractNumId") for num in council.iterfind(f"{W}num")}
    for abstract in council.findall(f"{W}abstractNum"):
        linked = abstract.find(f"{W}styleLink") is not None or abstract.find(f"{W}numStyleLink") is not None
        ours = _value(abstract, "name") in _HOUSE  # a template made from minutes that Clerk wrote
        if ours or not (linked or abstract.get(f"{W}abstractNumId") in wanted):
            council.remove(abstract)
    kept = {one.get(f"{W}abstractNumId") for one in council.iterfind(f"{W}abstractNum")}
    for num in council.findall(f"{W}num"):
        if _value(num, "abstractNumId") not in kept:
            council.remove(num)
    for part in list(council):
        if part.tag not in (f"{W}numPicBullet", f"{W}abstractNum", f"{W}num"):
            council.remove(part)


def _move_aside(council: etree._Element, taken: set[str]) -> None:
    """Give the council's lists numbers that are not the house's."""
    free = max(int(number) for number in taken) + 1
    new: dict[str, str] = {}
    for abstract in council.iterfind(f"{W}abstractNum"):
        new[abstract.get(f"{W}abstractNumId", "")] = str(free)
        abstract.set(f"{W}abstractNumId", str(free))
        free += 1
    for reference in council.iterfind(f"{W}num/{W}abstractNumId"):
        reference.set(f"{W}val", new[reference.get(f"{W}val", "")])


def _value(element: etree._Element, name: str) -> str:
    found = element.find(W + name)
    return found.get(f"{W}val", "") if found is not None else ""
