"""The parts of a template: those of the council's file, those of the house template, and how they are packed."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from lxml import etree

from exports.house_template import pack
from exports.template_scrub import scrub
from exports.word_package import Relation, WordPackage, content_types

_DOCUMENT = "word/document.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_LEFT_BEHIND = ("comments", "customXml", "people", "control", "attachedTemplate", "vbaProject", "printerSettings")


@dataclass
class Parts:
    """The parts of the file being made."""

    council: WordPackage
    """The council's file."""
    house: WordPackage
    """The house template."""
    _contents: dict[str, bytes] = field(default_factory=dict)
    _types: dict[str, str] = field(default_factory=dict)
    _from_document: list[Relation] = field(default_factory=list)

    def part(self, kind: str) -> etree._Element:
        """Return a part of the council's file to change, or the house template's where that has none."""
        own = self.council.related(kind)
        tree = self.council.tree(own) if own else self.house.tree(self.house.related(kind))
        scrub(tree)
        return tree

    def put(self, kind: str, tree: etree._Element) -> None:
        """Put in a part that has been changed."""
        name = self.house.related(kind)
        self._contents[name] = xml(tree)
        self._types[name] = _type_of(self.house, name)
        own = self.council.related(kind)
        if own and kind == "numbering":  # its bullets may be pictures
            self._carry_relations(self.council, own, name)
        self._link(kind, name)

    def carry(self, kind: str, from_house: bool = False) -> None:
        """Put in a part as it is, if the council's file has it, with what it leads to."""
        package = self.house if from_house or (kind == "fontTable" and not self.council.related(kind)) else self.council
        if name := package.related(kind):
            self._copy(package, name)
            self._link(kind, name)

    def carry_tree(self, kind: str, name: str, tree: etree._Element, from_house: bool = False) -> str:
        """Put in a header or footer with its pictures; return the id by which the page refers to it."""
        package = self.house if from_house else self.council
        target = f"word/minutes_{posixpath.basename(name)}" if from_house else name
        self._contents[target] = xml(tree)
        self._types[target] = _type_of(self.house, self.house.related(kind))
        self._carry_relations(package, name, target)
        return self._link(kind, target)

    def pack(self, document: bytes) -> bytes:
        """Return the whole file."""
        house = self.house
        contents = {
            "[Content_Types].xml": b"",
            "_rels/.rels": house.parts["_rels/.rels"],
            "docProps/core.xml": house.parts["docProps/core.xml"],
            "docProps/app.xml": house.parts["docProps/app.xml"],
            _DOCUMENT: document,
            "word/_rels/document.xml.rels": _relations(self._from_document),
            **self._contents,
        }
        for name in (_DOCUMENT, "docProps/core.xml", "docProps/app.xml"):
            self._types[name] = _type_of(house, name)
        contents["[Content_Types].xml"] = _types(self._types)
        return pack(contents.items())

    def _link(self, kind: str, name: str) -> str:
        known = next((one.id for one in self._from_document if one.target == name), "")
        if known:
            return known
        identity = f"rId{len(self._from_document) + 1}"
        self._from_document.append(Relation(identity, kind, _OFFICE + kind, name, False))
        return identity

    def _copy(self, package: WordPackage, name: str) -> None:
        if name in self._contents or name not in package.parts:
            return
        self._contents[name] = package.parts[name]
        self._types[name] = _type_of(package, name)
        self._carry_relations(package, name, name)

    def _carry_relations(self, package: WordPackage, name: str, target: str) -> None:
        kept = [
            one
            for one in package.relations(name)
            if one.kind not in _LEFT_BEHIND and (one.external or one.target in package.parts)
        ]
        for one in kept:
            if not one.external:
                self._copy(package, one.target)
        if kept:
            folder, file = posixpath.split(target)
            self._contents[f"{folder}/_rels/{file}.rels"] = _relations(kept)


def xml(tree: etree._Element) -> bytes:
    """Return a tree as a part of a file."""
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)


def _type_of(package: WordPackage, name: str) -> str:
    endings, parts = content_types(package)
    return parts.get(name) or endings.get(name.rsplit(".", 1)[-1].lower(), "application/octet-stream")


def _relations(relations: list[Relation]) -> bytes:
    mode = ' TargetMode="External"'
    links = "".join(
        f"<Relationship Id={quoteattr(one.id)} Type={quoteattr(one.type)}"
        f" Target={quoteattr(one.target if one.external else '/' + one.target)}{mode if one.external else ''}/>"
        for one in relations
    )
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{links}</Relationships>'.encode()


def _types(types: dict[str, str]) -> bytes:
    parts = "".join(
        f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(kind)}/>" for name, kind in types.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    defaults = (
        f'<Default Extension="rels" ContentType="{rels}"/><Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{_HEAD}<Types xmlns="{_TYPES}">{defaults}{parts}</Types>'.encode()
