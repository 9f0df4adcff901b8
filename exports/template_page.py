"""The page of a template: its size and margins, with the headers and footers that stand on it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from exports.template_parts import Parts
from exports.template_scrub import scrub
from exports.word_package import R, W, WordPackage

_LEFT_OUT = ("type", "footnotePr", "endnotePr", "sectPrChange", "printerSettings", "headerReference", "footerReference")
_NARROWEST = 2880
"""Two inches, in twentieths of a point; less is no page for minutes."""


@dataclass(frozen=True)
class Furniture:
    """A header or a footer."""

    kind: str
    """Which of the two."""
    type: str
    """The pages it is for: "default", "first" or "even"."""
    name: str
    """Its part's name in the file it comes from."""
    tree: etree._Element
    """The part."""
    from_house: bool
    """Whether it is the house template's."""


@dataclass(frozen=True)
class Page:
    """The page on which minutes will stand."""

    section: etree._Element
    """Its ``w:sectPr``, which refers to no header or footer until ``furnish`` is called."""
    furniture: tuple[Furniture, ...]
    """Its headers and footers, the house template's where the council's file has none."""
    width: int
    """Between the margins, in twentieths of a point."""
    has_header: bool
    """Whether the council's file has a header of its own."""
    has_footer: bool
    """Whether it has a footer of its own."""

    @property
    def trees(self) -> tuple[etree._Element, ...]:
        """Its headers and footers as trees."""
        return tuple(one.tree for one in self.furniture)


def page_of(parts: Parts) -> Page:
    """Return the page of the council's first section, or the house template's if it has none.

    The first section holds the page the document begins with; later ones are its appendices.
    """
    council = parts.council
    own = next(council.tree(council.main).iter(f"{W}sectPr"), None)
    house = next(parts.house.tree(parts.house.main).iter(f"{W}sectPr"))
    section = _cleaned(own if own is not None and _width(own) >= _NARROWEST else house)
    found = _furniture(council, own) if own is not None else []
    has_header, has_footer = (any(one.kind == kind for one in found) for kind in ("header", "footer"))
    for one in _furniture(parts.house, house, from_house=True):
        if not (has_header if one.kind == "header" else has_footer):
            found.append(one)
    if not has_header:
        _begin_differently(section)
    return Page(section, tuple(found), _width(section), has_header, has_footer)


def furnish(page: Page, parts: Parts) -> None:
    """Put the headers and footers into the file, and have the page refer to them."""
    placed: dict[tuple[str, str], str] = {}
    for one in page.furniture:
        placed[one.kind, one.type] = parts.carry_tree(one.kind, one.name, one.tree, one.from_house)
    if not page.has_header and ("footer", "default") in placed:  # the house's first page is unlike the others
        placed.setdefault(("footer", "first"), placed["footer", "default"])
    for place, ((kind, pages), identity) in enumerate(sorted(placed.items(), key=lambda one: one[0][0] == "footer")):
        reference = etree.Element(f"{W}{kind}Reference", {f"{W}type": pages, f"{R}id": identity})
        page.section.insert(place, reference)


def _begin_differently(section: etree._Element) -> None:
    """Give the first page headers of its own."""
    if section.find(f"{W}titlePg") is None:
        after = [W + name for name in ("textDirection", "bidi", "rtlGutter", "docGrid")]
        place = next((place for place, part in enumerate(section) if part.tag in after), len(section))
        section.insert(place, etree.Element(f"{W}titlePg"))


def _cleaned(section: etree._Element) -> etree._Element:
    section = deepcopy(section)
    scrub(section)
    for part in list(section):
        if not isinstance(part.tag, str) or part.tag.removeprefix(W) in _LEFT_OUT:
            section.remove(part)
    columns = section.find(f"{W}cols")
    if columns is not None and columns.get(f"{W}num", "1") != "1":  # minutes are read down one column
        columns.clear()
    return section


def _width(section: etree._Element) -> int:
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None:
        return 0
    try:
        across = int(size.get(f"{W}w", "0"))
        return across - sum(int(margins.get(W + side, "0")) for side in ("left", "right", "gutter"))
    except ValueError:
        return 0


def _furniture(package: WordPackage, section: etree._Element, from_house: bool = False) -> list[Furniture]:
    targets = {one.id: one.target for one in package.relations(package.main)}
    found = []
    for reference in section.iter(f"{W}headerReference", f"{W}footerReference"):
        name = targets.get(reference.get(f"{R}id", ""), "")
        if name in package.parts:
            kind = "header" if reference.tag == f"{W}headerReference" else "footer"
            tree = package.tree(name)
            scrub(tree)
            found.append(Furniture(kind, reference.get(f"{W}type", "default"), name, tree, from_house))
    return found
