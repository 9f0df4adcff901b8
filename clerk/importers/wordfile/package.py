"""The parts of a Word file: no more of it is unpacked than minutes can hold, and nothing is ever fetched."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from clerk.importers.reading import UnreadableError

TOO_LARGE = "This Word file is too large to be an agenda or minutes of one meeting; it was not read."
"""What is said of a Word file with more in it than a meeting can fill."""

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_MOST_MEMBERS = 5_000
"""Files in a Word file: one with a picture on every page of a long agenda pack has some hundreds."""
_LARGEST_PART = 40_000_000
"""Bytes of one part, unpacked."""
_MOST_MARKS = 1_500_000
"""Tags and attributes of one part: some 500 pages. Each takes a hundred bytes or two of memory."""
_KINDS = ("styles", "numbering", "footnotes", "endnotes", "header", "footer", "comments")


@dataclass
class Package:
    """A Word file, opened."""

    body: _Element
    """The body of its document."""
    parts: dict[str, list[_Element]] = field(default_factory=dict)
    """The roots of its other parts by kind: styles, numbering, footnotes, endnotes, header, footer, comments."""
    links: dict[str, str] = field(default_factory=dict)
    """The addresses that its words lead to, by the id they go by in the document."""

    def part(self, kind: str) -> _Element | None:
        """The only part of a kind, or None."""
        return next(iter(self.parts.get(kind, ())), None)


def is_zip(data: bytes) -> bool:
    """Whether a file is a zip archive, as every .docx is."""
    return data.startswith(b"PK\x03\x04")


def open_word(data: bytes) -> Package:
    """Open a Word file.

    Raises UnreadableError, with one sentence for the officer, for a file that is none, is damaged, or would fill the
    memory if it were unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _opened(archive)
    except UnreadableError:
        raise
    except Exception as error:
        # zipfile and zlib document no common class for what a damaged archive raises.
        raise UnreadableError("This Word file is damaged; open it in Word, save it again and import that.") from error


def _opened(archive: zipfile.ZipFile) -> Package:
    if len(archive.filelist) > _MOST_MEMBERS:
        raise UnreadableError("This zip file holds thousands of files, which no Word agenda does; it was not read.")
    names = {member.filename for member in archive.filelist}
    main = _main_part(archive, names)
    root = _tree(archive, main)
    body = next((child for child in root if isinstance(child.tag, str) and child.tag.endswith("}body")), None)
    if body is None:
        raise UnreadableError("This Word file is damaged; open it in Word, save it again and import that.")
    package = Package(body)
    folder, _, name = main.rpartition("/")
    for link in _relations(archive, names, f"{folder}/_rels/{name}.rels".lstrip("/")):
        kind = (link.get("Type") or "").rpartition("/")[2]
        target = link.get("Target") or ""
        if link.get("TargetMode") == "External":
            if kind == "hyperlink":
                package.links[link.get("Id") or ""] = target
            continue
        target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if kind in _KINDS and target in names:
            package.parts.setdefault(kind, []).append(_tree(archive, target))
    return package


def _main_part(archive: zipfile.ZipFile, names: set[str]) -> str:
    """The part that holds the document: word/document.xml as a rule, but some programs name it otherwise."""
    relations = _relations(archive, names, "_rels/.rels")
    mains = (link.get("Target") or "" for link in relations if (link.get("Type") or "").endswith("/officeDocument"))
    main = next(mains, "").lstrip("/")
    main = main if main in names else "word/document.xml"
    if main in names and main.startswith("word/"):
        return main
    if "mimetype" in names and "content.xml" in names:
        raise UnreadableError(
            "This is an OpenDocument file (.odt); save it as a Word document (.docx) and import that."
        )
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        raise UnreadableError(
            "This is a spreadsheet or a presentation; copy the agenda into a Word or text file first."
        )
    raise UnreadableError("This is a zip file, not an agenda; unpack it and import the file inside.")


def _relations(archive: zipfile.ZipFile, names: set[str], part: str) -> list[_Element]:
    if part not in names:
        return []
    return [link for link in _tree(archive, part) if isinstance(link.tag, str)]


def _tree(archive: zipfile.ZipFile, part: str) -> _Element:
    info = archive.getinfo(part)
    if info.flag_bits & 0x1:
        raise UnreadableError("This file has a password; open it in Word, save a copy without one and import that.")
    with archive.open(info) as stream:
        # What the archive says of a part's size may be untrue, so no more than the limit is ever unpacked.
        content = stream.read(_LARGEST_PART + 1)
    if len(content) > _LARGEST_PART or content.count(b"<") + content.count(b"=") > _MOST_MARKS:
        raise UnreadableError(TOO_LARGE)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise UnreadableError("This Word file holds definitions that no word processor writes; it was not read.")
    for strict, usual in _STRICT:
        content = content.replace(strict, usual)
    return etree.fromstring(content, _PARSER)
