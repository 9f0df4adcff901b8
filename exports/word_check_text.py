"""The text of a Word file as a check reads it: each paragraph with its runs, its level and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from exports.word_check_styles import Properties, Styles, properties_of, switched_on, value
from exports.word_package import MC, W, WordPackage

_LETTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
_GONE = (f"{W}del", f"{W}moveFrom", f"{MC}Fallback")
_SHOWN = 60
"""Characters of a passage that are quoted in a finding."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text."""

    text: str
    """Its text; pictures and marks have none."""
    properties: Properties
    """Its ``w:rPr``."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph."""

    element: etree._Element
    """Its ``w:p``."""
    properties: Properties
    """Its ``w:pPr``."""
    pieces: tuple[Piece, ...]
    """Its runs."""
    text: str
    """All its text."""
    level: int
    """Its level as a heading, 0 if it is none."""
    cell: etree._Element | None
    """The table cell it stands in, if any."""

    @property
    def words(self) -> list[Piece]:
        """The runs that print something."""
        return [piece for piece in self.pieces if piece.text.strip()]


@dataclass
class WordText:
    """A Word file, read to be checked."""

    package: WordPackage
    """The file."""

    @cached_property
    def styles(self) -> Styles:
        """Its styles."""
        return Styles(self.package)

    @cached_property
    def body(self) -> etree._Element:
        """Its body, as it reads once tracked changes are accepted."""
        root = self.package.tree(self.package.main)
        for gone in list(root.iter(*_GONE)):
            parent = gone.getparent()
            if parent is not None and len(gone):  # a mark on a paragraph or row has no content, and goes with nothing
                parent.remove(gone)
        body = root.find(f"{W}body")
        return body if body is not None else root

    @cached_property
    def passages(self) -> list[Passage]:
        """Every paragraph in order, those in cells and text boxes too."""
        return [self._passage(element) for element in self.body.iter(f"{W}p")]

    @cached_property
    def said(self) -> list[Passage]:
        """Every paragraph that has text."""
        return [passage for passage in self.passages if passage.text.strip()]

    @cached_property
    def settings(self) -> etree._Element | None:
        """The file's settings, if it has any."""
        part = self.package.related("settings")
        return self.package.tree(part) if part else None

    def core(self, name: str) -> str:
        """Return a property of the file, as "title"."""
        part = next((one.target for one in self.package.relations("") if one.kind == "core-properties"), "")
        if part not in self.package.parts:
            return ""
        found = (one for one in self.package.tree(part) if isinstance(one.tag, str) and one.tag.endswith(f"}}{name}"))
        return next((one.text or "" for one in found), "")

    def headers(self) -> Iterator[etree._Element]:
        """Every header and footer that the text uses."""
        for relation in self.package.relations(self.package.main):
            if relation.kind in ("header", "footer") and relation.target in self.package.parts:
                yield self.package.tree(relation.target)

    def near(self, element: etree._Element) -> str:
        """Return the words by which an officer finds a thing: of its own paragraph, else of the one before."""
        for passage in self._around(element):
            if passage.strip():
                return shown(passage)
        return "the start of the document"

    def _around(self, element: etree._Element) -> Iterator[str]:
        yield text_of(element)
        for above in element.iterancestors(f"{W}p"):
            yield text_of(above)
        for before in element.iterancestors(f"{W}body", f"{W}p", f"{W}tbl"):
            for passage in before.itersiblings(f"{W}p", f"{W}tbl", preceding=True):
                yield text_of(passage)
        for before in element.itersiblings(f"{W}p", f"{W}tbl", preceding=True):
            yield text_of(before)

    def _passage(self, element: etree._Element) -> Passage:
        first = element[0] if len(element) else None
        properties = properties_of(first) if first is not None and first.tag == f"{W}pPr" else None
        pieces = tuple(_pieces(element))
        cell = next(element.iterancestors(f"{W}tc"), None)
        text = "".join(piece.text for piece in pieces)
        return Passage(element, properties, pieces, text, self.styles.level(properties), cell)


def text_of(element: etree._Element) -> str:
    """Return the text in an element, paragraphs and cells parted by blanks."""
    pieces: list[str] = []
    for part in element.iter(f"{W}t", f"{W}p", *_LETTERS):
        pieces.append(part.text or "" if part.tag == f"{W}t" else " ")
        if len(pieces) > 40:  # it is only to be recognised
            break
    return "".join(pieces).strip()


def shown(text: str) -> str:
    """Return the first words of a text in quotation marks, as the place of a finding."""
    text = " ".join(text.split())
    return f"“{text}”" if len(text) <= _SHOWN else f"“{text[:_SHOWN].rsplit(' ', 1)[0]} …”"


def _pieces(element: etree._Element) -> Iterator[Piece]:
    """The runs of a paragraph, but not those of a text box that hangs on it."""
    for part in element:
        if part.tag == f"{W}r":
            first = part[0] if len(part) else None
            properties = properties_of(first) if first is not None and first.tag == f"{W}rPr" else None
            if properties and switched_on(value(properties, "vanish")):
                continue
            text = "".join(_letters(part))
            if text:
                yield Piece(text, properties)
        elif part.tag not in (f"{W}pPr", f"{W}p", f"{W}rPr") and len(part):
            yield from _pieces(part)


def _letters(run: etree._Element) -> Iterator[str]:
    for part in run:
        if part.tag == f"{W}t":
            yield part.text or ""
        elif part.tag in _LETTERS and part.get(f"{W}type", "textWrapping") == "textWrapping":
            yield _LETTERS[part.tag]
