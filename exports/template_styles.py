"""The styles of a template: the council's, found by name, and the house template's where it has none of that name.

A style's name is what an officer sees in Word; its id is not, and programs change it as they save. So the council's
styles are given the ids by which the house's are known, and what writes the minutes need not know whose they are.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from exports.word_package import NotWordError, W
from exports.word_xml import NAMESPACES, TEXT_WIDTH

_REFERENCES = tuple(
    W + name for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink")
)
_UNSEEN = ("normal table", "no list", "default paragraph font", "annotation text", "annotation reference", "separator")
_TYPES = {"paragraph": "paragraph", "character": "character", "table": "table", "numbering": "list"}
_AFTER_NUMBERS = ("keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
_AFTER_OUTLINE = ("divId", "cnfStyle", "rPr", "sectPr", "pPrChange")
_AFTER_LANGUAGE = ("eastAsianLayout", "specVanish", "oMath")


@dataclass
class StyleChanges:
    """What was done to a council's styles."""

    renamed: dict[str, str] = field(default_factory=dict)
    """The new id of every style whose id has changed."""
    supplied: list[etree._Element] = field(default_factory=list)
    """The styles put in from the house template."""
    unnumbered: set[str] = field(default_factory=set)
    """The ids of styles whose automatic numbers were taken off."""
    unnumbered_names: list[str] = field(default_factory=list)
    """The same, by name."""

    @property
    def named(self) -> list[str]:
        """The names of the styles put in, without those an officer never sees."""
        return [_shown(style) for style in self.supplied if _name(style) not in _UNSEEN]


def with_house_styles(council: etree._Element, house: etree._Element, file: str) -> StyleChanges:
    """Change a council's ``w:styles`` so that it has every style of the house template under the house's id.

    Raises NotWordError, naming ``file``, when a style is of another type than the minutes need.
    """
    changes = StyleChanges()
    own = _by_name(council)
    matched: dict[str, etree._Element] = {}
    for style in house.iterfind(f"{W}style"):
        found = own.get(_name(style), _default_like(style, council))
        if found is None:
            changes.supplied.append(deepcopy(style))
        else:
            _must_agree(style, found, file)
            matched[_id(style)] = found
    _rename(council, matched, changes)
    council.extend(changes.supplied)
    for identity, style in matched.items():
        if style.get(f"{W}type") == "paragraph":
            _unnumber(council, style, identity, changes)
            _mark_heading(style)
    _mark_language(council)
    return changes


def rename_styles(tree: etree._Element, renamed: dict[str, str]) -> None:
    """Have a part refer to styles by their new ids."""
    for reference in tree.iter(*_REFERENCES):
        identity = reference.get(f"{W}val", "")
        reference.set(f"{W}val", renamed.get(identity, identity))


def fit_tabs(styles: list[etree._Element], width: int) -> None:
    """Move the right tab of the house's styles to the edge of a page ``width`` twentieths of a point wide."""
    for style in styles:
        for tab in style.iter(f"{W}tab"):
            if tab.get(f"{W}pos") == str(TEXT_WIDTH):
                tab.set(f"{W}pos", str(width))


def fit_header(header: etree._Element, styles: etree._Element, width: int) -> None:
    """Have the house's header, in a council's style for headers, reach to the right edge of the page.

    Word's own style has stops at the middle of the page and at the right edge of a page that may be another's.
    """
    own = next((style for style in styles.iterfind(f"{W}style") if _id(style) == "Header"), None)
    chain = _ancestors(styles, own) if own is not None else []
    set_at = (tab.get(f"{W}pos", "") for style in chain for tab in style.iterfind(f"{W}pPr/{W}tabs/{W}tab"))
    stops = {int(stop) for stop in set_at if stop.isdecimal()}
    if stops == {width}:
        return
    cleared = "".join(f'<w:tab w:val="clear" w:pos="{stop}"/>' for stop in sorted(stops - {width}))
    tabs = f'<w:tabs {NAMESPACES}>{cleared}<w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    for properties in header.iter(f"{W}pPr"):
        properties.insert(1, etree.fromstring(tabs))


def _rename(council: etree._Element, matched: dict[str, etree._Element], changes: StyleChanges) -> None:
    wanted = {id(style): identity for identity, style in matched.items()}
    house_ids = {identity.casefold() for identity in matched} | {_id(style).casefold() for style in changes.supplied}
    taken = house_ids | {_id(style).casefold() for style in council.iterfind(f"{W}style")}
    for style in council.iterfind(f"{W}style"):
        identity = _id(style)
        new = wanted.get(id(style), "")
        if not new and identity.casefold() in house_ids:  # another style's name is in the way
            number = 2
            while f"{identity}{number}".casefold() in taken:
                number += 1
            new = f"{identity}{number}"
            taken.add(new.casefold())
        if new and new != identity:
            changes.renamed[identity] = new
            style.set(f"{W}styleId", new)
    rename_styles(council, changes.renamed)


def _unnumber(council: etree._Element, style: etree._Element, identity: str, changes: StyleChanges) -> None:
    """Take automatic numbers off a style: what minutes number is typed, or a list of theirs."""
    numbered = [one for one in _ancestors(council, style) if one.find(f"{W}pPr/{W}numPr") is not None]
    own = style.find(f"{W}pPr/{W}numPr")
    if not numbered or _number(numbered[0]) == "0":
        return
    properties = _properties(style)
    if own is not None:
        properties.remove(own)
    if len(numbered) > (own is not None):
        none = etree.fromstring(f'<w:numPr {NAMESPACES}><w:numId w:val="0"/></w:numPr>')
        properties.insert(sum(part.tag.removeprefix(W) in _AFTER_NUMBERS for part in properties), none)
    changes.unnumbered.add(identity)
    changes.unnumbered_names.append(_shown(style))


def _mark_heading(style: etree._Element) -> None:
    """Say of a heading that it is one, which some programs leave to its name, and let it not end a page."""
    name = _name(style)
    if not name.startswith("heading "):
        return
    properties = _properties(style)
    if properties.find(f"{W}outlineLvl") is None:
        level = etree.Element(f"{W}outlineLvl", {f"{W}val": str(int(name[-1]) - 1)})
        _insert(properties, level, _AFTER_OUTLINE)
    if properties.find(f"{W}keepNext") is None:
        properties.insert(0, etree.Element(f"{W}keepNext"))


def _mark_language(council: etree._Element) -> None:
    """Have the defaults name a language, which the minutes then set."""
    parent = council
    for place, name in enumerate(("docDefaults", "rPrDefault", "rPr")):
        found = parent.find(W + name)
        if found is None:
            found = etree.Element(W + name)
            parent.insert(0 if place < 2 else len(parent), found)
        parent = found
    if parent.find(f"{W}lang") is None:
        _insert(parent, etree.Element(f"{W}lang", {f"{W}val": "en-GB"}), _AFTER_LANGUAGE)


def _properties(style: etree._Element) -> etree._Element:
    found = style.find(f"{W}pPr")
    if found is None:
        found = etree.Element(f"{W}pPr")
        _insert(style, found, ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr"))
    return found


def _insert(parent: etree._Element, child: etree._Element, before: tuple[str, ...]) -> None:
    tags = [W + name for name in before]
    place = next((place for place, part in enumerate(parent) if part.tag in tags), len(parent))
    parent.insert(place, child)


def _by_name(council: etree._Element) -> dict[str, etree._Element]:
    """The council's styles by name in small letters, and by any other name Word keeps for them."""
    own: dict[str, etree._Element] = {}
    styles = council.findall(f"{W}style")
    for style in styles:
        own.setdefault(_name(style), style)
    for style in styles:
        aliases = style.find(f"{W}aliases")
        for alias in (aliases.get(f"{W}val", "") if aliases is not None else "").split(","):
            if alias.strip():
                own.setdefault(alias.strip().casefold(), style)
    return own


def _default_like(style: etree._Element, council: etree._Element) -> etree._Element | None:
    """The council's own default for a style that is the house's, whatever it is called: Google's "Table Normal"."""
    if style.get(f"{W}default") != "1":
        return None
    of_type = (one for one in council.iterfind(f"{W}style") if one.get(f"{W}type") == style.get(f"{W}type"))
    return next((one for one in of_type if one.get(f"{W}default") in ("1", "true", "on")), None)


def _must_agree(house: etree._Element, own: etree._Element, file: str) -> None:
    wanted, has = (_TYPES.get(one.get(f"{W}type", ""), "other") for one in (house, own))
    if wanted != has:
        raise NotWordError(
            f"In {file} the style {_shown(own)} is a {has} style and minutes need a {wanted} style of that name;"
            " rename it there in Word, or use another template."
        )


def _ancestors(council: etree._Element, style: etree._Element) -> list[etree._Element]:
    by_id = {_id(one): one for one in council.iterfind(f"{W}style")}
    chain = [style]
    while (base := chain[-1].find(f"{W}basedOn")) is not None:
        above = by_id.get(base.get(f"{W}val", ""))
        if above is None or above in chain:
            break
        chain.append(above)
    return chain


def _number(style: etree._Element) -> str:
    number = style.find(f"{W}pPr/{W}numPr/{W}numId")
    return number.get(f"{W}val", "") if number is not None else ""


def _id(style: etree._Element) -> str:
    return style.get(f"{W}styleId", "")


def _shown(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    said = name.get(f"{W}val", "") if name is not None else ""
    return said.capitalize() if said.startswith("heading ") else said


def _name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return name.get(f"{W}val", "").strip().casefold() if name is not None else ""
