"""The words of one paragraph of a Word file, as they read on paper: tracked changes accepted, fields as they show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of a Word document's own elements."""

GONE = frozenset((f"{W}del", f"{W}moveFrom"))
"""What a tracked change takes away."""

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SILENT = GONE | {f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}instrText", f"{W}rt", _FALLBACK}
_LETTERS = {
    **{f"{W}{name}": "\t" for name in ("tab", "ptab")},
    **{f"{W}{name}": "\n" for name in ("br", "cr")},
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
_TEXT = (f"{W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}


@dataclass
class Words:
    """What one paragraph says."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    """Its words, piece by piece, each with whether it is bold."""
    links: list[tuple[str, str]] = field(default_factory=list)
    """The words that lead to an address, and that address."""
    boxes: list[_Element] = field(default_factory=list)
    """The text boxes that hang on it."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Its footnotes and endnotes: which of the two, and their ids."""
    hidden: list[str] = field(default_factory=list)
    """Words that Word neither shows nor prints."""
    changed: bool = False
    """Whether a change is tracked in it."""
    comments: int = 0
    """How many comments hang on it."""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(piece for piece, _ in self.pieces)

    @property
    def bold(self) -> bool:
        """Whether all its words are bold."""
        said = [bold for piece, bold in self.pieces if any(letter.isalnum() for letter in piece)]
        return bool(said) and all(said)

    @property
    def lead(self) -> str:
        """The bold words at its beginning, when others that are not bold follow; else empty."""
        lead = ""
        for piece, bold in self.pieces:
            if not bold and piece.strip():
                return lead
            lead += piece
        return ""


def words_of(paragraph: _Element, is_bold: Callable[[_Element], bool], links: dict[str, str]) -> Words:
    """Read a paragraph. ``is_bold`` says it of a run, ``links`` are the addresses by id."""
    words = Words()
    _read(paragraph, words, is_bold, links)
    return words


def _read(element: _Element, words: Words, is_bold: Callable[[_Element], bool], links: dict[str, str]) -> None:
    for part in element:
        if part.tag in _SILENT:
            words.changed = words.changed or part.tag in GONE
        elif part.tag == f"{W}r":
            _run(part, words, is_bold, links)
        elif part.tag == f"{W}hyperlink":
            start = len(words.pieces)
            _read(part, words, is_bold, links)
            said = "".join(piece for piece, _ in words.pieces[start:])
            if address := links.get(part.get(f"{_R}id") or ""):
                words.links.append((said, address))
        elif part.tag in _TEXT:
            words.pieces.append((part.text or "", False))
        elif part.tag == f"{W}txbxContent":
            words.boxes.append(part)
        elif isinstance(part.tag, str):
            words.changed = words.changed or part.tag == f"{W}ins"
            _read(part, words, is_bold, links)


def _run(run: _Element, words: Words, is_bold: Callable[[_Element], bool], links: dict[str, str]) -> None:
    looks = run.find(f"{W}rPr")
    vanish = None if looks is None else looks.find(f"{W}vanish")
    hidden = vanish is not None and vanish.get(f"{W}val") not in ("0", "false", "off")
    bold = is_bold(run)
    for part in run:
        if part.tag in _TEXT or part.tag in _LETTERS:
            text = _LETTERS.get(part.tag, part.text or "")
            if hidden:
                words.hidden.append(text)
            else:
                words.pieces.append((text, bold))
        elif part.tag == f"{W}sym":
            words.pieces.append((_symbol(part.get(f"{W}char") or ""), bold))
        elif part.tag in _NOTES:
            words.notes.append((_NOTES[part.tag], part.get(f"{W}id") or ""))
        elif part.tag == f"{W}commentReference":
            words.comments += 1
        elif part.tag not in _SILENT and isinstance(part.tag, str):
            _read(part, words, is_bold, links)


def _symbol(code: str) -> str:
    """A character of a symbol font; those of its private area have no letter of their own, so they are bullets."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return "•" if not 32 <= number < 0xD800 else chr(number)
