"""How a Word file's paragraphs and runs will look: what they say themselves, over what their styles say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from lxml import etree

from exports.word_package import W, WordPackage

Properties: TypeAlias = dict[str, etree._Element] | None
"""What stands in a ``w:rPr`` or ``w:pPr``, by tag, where there is one."""

_OFF = {"0", "false", "off"}
_NORMAL_SIZE = 20
"""Half points in a document that says nothing of size (ISO 29500-1, 17.3.2.38)."""
BODY = 9
"""The outline level of what is no heading."""


def properties_of(element: etree._Element | None) -> Properties:
    """Return what stands in an element that holds properties."""
    # Looking in a dictionary takes a fifth of the time of a search, and a long file asks a hundred thousand times.
    return None if element is None else {part.tag: part for part in element if isinstance(part.tag, str)}


def value(properties: Properties, name: str, attribute: str = "val") -> str | None:
    """Return what a property says; "" when it stands there without a value, None when it is not there."""
    found = properties.get(W + name) if properties else None
    return None if found is None else found.get(W + attribute, "")


def switched_on(said: str | None) -> bool:
    """Whether a property that is on or off is on, given what it says."""
    return said is not None and said not in _OFF


@dataclass
class Styles:
    """The styles of one file, asked through their ancestors; answers are kept, for thousands ask the same."""

    package: WordPackage
    """The file."""
    _styles: dict[str, etree._Element] = field(default_factory=dict)
    _defaults: dict[str, Properties] = field(default_factory=dict)
    _normal: dict[str, str] = field(default_factory=dict)
    _known: dict[tuple[str, str, str, str], str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        part = self.package.related("styles")
        if not part:
            return
        root = self.package.tree(part)
        for style in root.iterfind(f"{W}style"):
            identity = style.get(f"{W}styleId", "")
            self._styles.setdefault(identity, style)
            if switched_on(style.get(f"{W}default")):
                self._normal.setdefault(style.get(f"{W}type", ""), identity)
        for name in ("rPr", "pPr"):
            found = root.find(f"{W}docDefaults/{W}{name}Default/{W}{name}")
            self._defaults[name] = properties_of(found)

    def paragraph(self, properties: Properties, name: str, attribute: str = "val") -> str | None:
        """Return what a property of a paragraph is, given its ``w:pPr``."""
        own = value(properties, name, attribute)
        return own if own is not None else self.of_style(self.style_of(properties), "pPr", name, attribute)

    def run(self, paragraph: Properties, run: Properties, name: str, attribute: str = "val") -> str | None:
        """Return what a property of a run is, given its paragraph's ``w:pPr`` and its own ``w:rPr``."""
        if run is not None:
            own = value(run, name, attribute)
            if own is not None:
                return own
            character = value(run, "rStyle")
            if character and (said := self._chain(character, "rPr", name, attribute)) is not None:
                return said
        return self.of_style(self.style_of(paragraph), "rPr", name, attribute)

    def style_of(self, properties: Properties) -> str:
        """Return the id of a paragraph's style, which is the default one if it names none."""
        return value(properties, "pStyle") or self._normal.get("paragraph", "")

    def name(self, style: str) -> str:
        """Return the name of a style as Word shows it, in small letters."""
        return (value(properties_of(self._styles.get(style)), "name") or "").lower()

    def level(self, properties: Properties) -> int:
        """Return the level of a heading, 1 to 9, or 0 for what is none."""
        said = self.paragraph(properties, "outlineLvl")
        if said is None:
            said = self._known_heading(self.style_of(properties))
        return int(said) + 1 if said and said.isdecimal() and int(said) < BODY else 0

    def size(self, paragraph: Properties, run: Properties) -> int:
        """Return the size of a run in half points."""
        said = self.run(paragraph, run, "sz") or ""
        return int(float(said)) if said.replace(".", "", 1).isdecimal() else _NORMAL_SIZE

    def fills_by_condition(self, style: str) -> bool:
        """Whether a table style shades some of its rows or columns."""
        chain = self._ancestors(style)
        return any(one.find(f".//{W}shd") is not None for one in chain)

    def of_style(self, style: str, kind: str, name: str, attribute: str) -> str | None:
        """Return what a property is in a style or, failing that, in the file's defaults."""
        key = (style, kind, name, attribute)
        if key not in self._known:
            said = self._chain(style, kind, name, attribute)
            self._known[key] = said if said is not None else value(self._defaults.get(kind), name, attribute)
        return self._known[key]

    def _chain(self, style: str, kind: str, name: str, attribute: str) -> str | None:
        said = (value(properties_of(one.find(W + kind)), name, attribute) for one in self._ancestors(style))
        return next((one for one in said if one is not None), None)

    def _ancestors(self, style: str) -> list[etree._Element]:
        chain: list[etree._Element] = []
        while style in self._styles and self._styles[style] not in chain:
            chain.append(self._styles[style])
            style = value(properties_of(chain[-1]), "basedOn") or ""
        return chain

    def _known_heading(self, style: str) -> str | None:
        """The outline level that the built-in headings have even where the file does not say so."""
        key = (style, "", "heading", "")
        if key not in self._known:
            names = (self.name(one.get(f"{W}styleId", "")) for one in self._ancestors(style))
            digit = next((name for name in names if name.startswith("heading ")), "")[-1:]
            self._known[key] = str(int(digit) - 1) if digit.isdecimal() and digit != "0" else None
        return self._known[key]
