"""A Word draft that came back, read as its readers left it: tracked changes accepted, comments with their authors."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from clerk import causes
from clerk.importers.reading import UnreadableError
from clerk.language.text import clean, clean_line, spaced
from clerk.minutes import Minutes
from clerk.returned import Passage, Remark
from exports.word import Properties, word_bytes
from exports.word_reading_settled import PARSER, W, settle

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_STRICT, _USUAL = b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()
_LARGEST = 300_000_000
"""No part of a file of minutes is longer, in bytes; one that is was made to fill the memory."""
_TRACKED = "clerktracked"
_OBJECTS = (
    f"{W}drawing",
    f"{W}pict",
    f"{W}object",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
)
_LETTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": ""}


def read_word(path: Path) -> list[Passage]:
    """Read the passages of a Word file.

    Raises UnreadableError, with one sentence for the officer, for a file that is not a Word document or is damaged.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableError(causes.sentence(f"{path} could not be read", error)) from error
    return passages(content, path.name)


def drafted(minutes: Minutes, properties: Properties) -> list[Passage]:
    """The passages of a draft as Clerk would write it now: one for each paragraph and each row of a table."""
    return passages(word_bytes(minutes, properties, comments=True), "the draft", whole=True)


def passages(content: bytes, name: str, whole: bool = False) -> list[Passage]:
    """The passages of a Word file called ``name``; with ``whole`` those without words too. Raises as ``read_word``."""
    parts = _parts(content, name)
    if "word/document.xml" not in parts:
        raise UnreadableError(f"{name} is not a Word document (.docx); save it from your word processor as one.")
    try:
        trees = {part: etree.fromstring(text.replace(_STRICT, _USUAL), PARSER) for part, text in parts.items()}
    except etree.XMLSyntaxError as error:
        raise UnreadableError(f"{name} is damaged and cannot be read; open it in Word and save it again.") from error
    body = trees["word/document.xml"].find(f"{W}body")
    if body is None:
        raise UnreadableError(f"{name} is damaged and cannot be read; open it in Word and save it again.")
    _note_authors(body)
    settle(body)
    reader = _Reader(_style_names(trees.get("word/styles.xml")), _remarks(trees), whole)
    return list(reader.read(body))


def _parts(content: bytes, name: str) -> dict[str, bytes]:
    wanted = ("word/document.xml", "word/styles.xml", "word/comments.xml", "word/commentsExtended.xml")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            held = [part for part in wanted if part in archive.namelist()]
            if any(archive.getinfo(part).file_size > _LARGEST for part in held):
                raise UnreadableError(f"{name} is too large to be minutes, and was not read.")
            return {part: archive.read(part) for part in held}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        old = content.startswith(b"\xd0\xcf\x11\xe0")
        why = "an old Word file (.doc) or has a password" if old else "not a Word document (.docx)"
        raise UnreadableError(f"{name} is {why}; save it from your word processor as .docx without one.") from error
    except Exception as error:  # zlib's errors have no common class that zipfile documents
        raise UnreadableError(f"{name} is damaged and cannot be read; open it in Word and save it again.") from error


def _note_authors(body: _Element) -> None:
    """Write on each paragraph who changed it, before the tracked changes are settled."""
    for paragraph in body.iter(f"{W}p"):
        tracked = paragraph.iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
        authors = dict.fromkeys(clean_line(change.get(f"{W}author") or "") for change in tracked)
        if named := [author for author in authors if author]:
            paragraph.set(_TRACKED, "\n".join(named))


def _style_names(styles: _Element | None) -> dict[str, str]:
    """Style id to name, in small letters: a word processor gives its own ids, but keeps the names."""
    names = {}
    for style in () if styles is None else styles.iter(f"{W}style"):
        called = style.find(f"{W}name")
        if called is not None:
            names[style.get(f"{W}styleId") or ""] = (called.get(f"{W}val") or "").casefold()
    return names


def _remarks(trees: dict[str, _Element]) -> dict[str, Remark]:
    """The comments by their id."""
    closed = set()
    if (extended := trees.get("word/commentsExtended.xml")) is not None:
        done = (each for each in extended if each.get(f"{_W15}done") in ("1", "true"))
        closed = {each.get(f"{_W15}paraId") for each in done}
    remarks = {}
    for comment in () if "word/comments.xml" not in trees else trees["word/comments.xml"].iter(f"{W}comment"):
        lines = list(comment.iter(f"{W}p"))
        text = clean_line(" ".join(words for line in lines if (words := _text(line).strip())))
        resolved = any(line.get(f"{_W14}paraId") in closed for line in lines)
        remarks[comment.get(f"{W}id") or ""] = Remark(clean_line(comment.get(f"{W}author") or ""), text, resolved)
    return remarks


class _Reader:
    """Reads the blocks of a settled body in order."""

    def __init__(self, styles: dict[str, str], remarks: dict[str, Remark], whole: bool) -> None:
        self._styles = styles
        self._remarks = remarks
        self._whole = whole
        self._waiting: list[Remark] = []

    def read(self, parent: _Element) -> Iterator[Passage]:
        """The passages below an element, through whatever a word processor wraps round blocks."""
        for block in parent:
            if block.tag == f"{W}p":
                yield from self._paragraph(block)
            elif block.tag == f"{W}tbl":
                yield from self._table(block)
            elif block.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag"):
                yield from self.read(block)

    def _paragraph(self, paragraph: _Element) -> Iterator[Passage]:
        text, names = _text(paragraph).strip(" \n"), _names(paragraph)
        self._waiting += self._said(paragraph)
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        called = self._styles.get(style.get(f"{W}val") or "", "") if style is not None else ""
        if not text.strip() and not (self._whole and names):
            return
        authors = tuple((paragraph.get(_TRACKED) or "").split("\n")) if paragraph.get(_TRACKED) else ()
        yield Passage(text, names, called, False, tuple(self._waiting), authors)
        self._waiting = []

    def _table(self, table: _Element) -> Iterator[Passage]:
        for row in table.iter(f"{W}tr"):
            cells = [" ".join(_text(line) for line in cell.iter(f"{W}p")).strip() for cell in row.iter(f"{W}tc")]
            said = [remark for line in row.iter(f"{W}p") for remark in self._said(line)]
            authors = dict.fromkeys(
                name for line in row.iter(f"{W}p") for name in (line.get(_TRACKED) or "").split("\n") if name
            )
            yield Passage(" | ".join(cells), (), "", True, (*self._waiting, *said), tuple(authors))
            self._waiting = []

    def _said(self, paragraph: _Element) -> list[Remark]:
        marks = paragraph.iter(f"{W}commentReference")
        return [self._remarks[number] for mark in marks if (number := mark.get(f"{W}id") or "") in self._remarks]


def _names(paragraph: _Element) -> tuple[str, ...]:
    """The bookmarks that begin in a paragraph, but for a word processor's own."""
    names = (mark.get(f"{W}name") or "" for mark in paragraph.iter(f"{W}bookmarkStart"))
    return tuple(name for name in names if name and not name.startswith(("_GoBack", "_Hlk", "_Toc", "_Ref")))


def _text(element: _Element) -> str:
    """The words of a paragraph, its spaces all ordinary ones; what floats beside it is not of it."""
    pieces: list[str] = []
    for part in element:
        if part.tag == f"{W}t":
            pieces.append(part.text or "")
        elif part.tag in _LETTERS:
            pieces.append(_LETTERS[part.tag])
        elif part.tag not in (*_OBJECTS, f"{W}pPr", f"{W}rPr"):
            pieces.append(_text(part))
    return clean(spaced("".join(pieces))) if element.tag == f"{W}p" else "".join(pieces)
