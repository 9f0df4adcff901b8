"""Any Word file as its parts, read with nothing believed: it may be damaged, locked, huge or no Word file at all."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from clerk import causes
from clerk.language.text import clean_line
from exports.save import ExportError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_PARSER = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True, load_dtd=False)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroenabled.main+xml",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
)
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_LARGEST = 400_000_000
"""Bytes unpacked; a file that claims more is a trick or would not fit in memory."""
_SAVE_AS = 'open it in Word and save it as "Word Document (.docx)"'


class NotWordError(ExportError):
    """The file is no Word document that can be read; the message is one sentence that names it."""


@dataclass(frozen=True)
class Relation:
    """A link from one part of the file to another, or out of it."""

    id: str
    """Its id in the part that holds it."""
    kind: str
    """The last word of its type: "styles", "image"."""
    type: str
    """Its type in full."""
    target: str
    """The part it leads to, without the first slash; an address when it leads out of the file."""
    external: bool
    """Whether it leads out of the file."""


@dataclass(frozen=True)
class WordPackage:
    """A Word file unzipped."""

    name: str
    """What the officer calls the file."""
    parts: dict[str, bytes]
    """Every part by name."""
    main: str
    """The name of the part with the text."""

    def tree(self, part: str) -> etree._Element:
        """Return a part as a tree. Raises NotWordError when it is missing or not well formed."""
        try:
            return etree.fromstring(self.parts[part], _PARSER)
        except KeyError as error:
            raise NotWordError(f"{self.name} is damaged, for it lacks its part {part}; {_SAVE_AS} again.") from error
        except etree.XMLSyntaxError as error:
            raise NotWordError(f"{self.name} is damaged in its part {part}; {_SAVE_AS} again.") from error

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Return where a part leads; nothing when it leads nowhere. Raises as ``tree``."""
        folder, file = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        if name not in self.parts:
            return ()
        elements = [one for one in self.tree(name) if isinstance(one.tag, str)]
        return tuple(_relation(element, folder) for element in elements)

    def related(self, kind: str) -> str:
        """Return the name of the part of one kind that the text is linked to, or nothing."""
        found = (one.target for one in self.relations(self.main) if one.kind == kind and not one.external)
        return next((target for target in found if target in self.parts), "")


def open_word(source: Path | bytes, name: str = "") -> WordPackage:
    """Read a .docx, .dotx, .docm or .dotm file.

    Args:
        source: the file, or what is in it.
        name: what to call it in errors; a path's own name if not given.

    Raises:
        NotWordError: it is missing, closed to the officer, locked with a password, damaged, or something else.
    """
    name = clean_line(name or (source.name if isinstance(source, Path) else "the file"))
    content = source if isinstance(source, bytes) else _read(source, name)
    _refuse(content, name)
    parts = _unzip(content, name)
    package = WordPackage(name, parts, "")
    main = next((one.target for one in package.relations("") if one.kind == "officeDocument"), "")
    if main not in parts or _content_type(package, main).lower() not in _MAIN:
        raise NotWordError(_other_kind(parts, name))
    if _STRICT in parts[main][:4000]:
        raise NotWordError(f'{name} is a "Strict Open XML Document", which few programs read; {_SAVE_AS}.')
    return WordPackage(name, parts, main)


def _read(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise NotWordError(f"{name} is a folder; give the name of a Word file.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotWordError(f"There is no file {path}.") from error
    except (OSError, ValueError) as error:
        then = "close it in Word, or copy it and try the copy"
        raise NotWordError(causes.sentence(f"{name} could not be read", error, then)) from error


def _refuse(content: bytes, name: str) -> None:
    """Say what a file is that is not even a zip."""
    if content.startswith(_COMPOUND):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise NotWordError(f"{name} is locked with a password; open it in Word and save a copy without one.")
        raise NotWordError(f"{name} is in the old .doc form; {_SAVE_AS}.")
    if not content:
        raise NotWordError(f"{name} is empty, so it is not a Word document.")
    if content.startswith((b"%PDF", b"{\\rtf")):
        kind = "a PDF" if content.startswith(b"%PDF") else "a Rich Text file"
        raise NotWordError(f"{name} is {kind}, not a Word document; give the Word file it was made from.")


def _unzip(content: bytes, name: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if any(entry.flag_bits & 1 for entry in entries):
                raise NotWordError(f"{name} is locked with a password; save a copy without one.")
            if sum(entry.file_size for entry in entries) > _LARGEST:
                raise NotWordError(f"{name} is too large to read, unpacked; save a copy without its pictures.")
            return {entry.filename.replace("\\", "/").lstrip("/"): archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError) as error:
        if content.startswith(b"PK"):
            raise NotWordError(f"{name} is damaged, perhaps cut short; get it again from where it came.") from error
        raise NotWordError(f"{name} is not a Word document.") from error


def _relation(element: etree._Element, folder: str) -> Relation:
    kind, target = element.get("Type", ""), element.get("Target", "")
    external = element.get("TargetMode", "") == "External"
    if not external:
        target = unquote(target).replace("\\", "/")
        target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return Relation(element.get("Id", ""), kind.rsplit("/", 1)[-1], kind, target, external)


def content_types(package: WordPackage) -> tuple[dict[str, str], dict[str, str]]:
    """Return the content types of the file: by ending, in small letters, and by part name."""
    types = package.tree("[Content_Types].xml") if "[Content_Types].xml" in package.parts else ()
    elements = [one for one in types if isinstance(one.tag, str)]
    endings = {one.get("Extension", "").lower(): one.get("ContentType", "") for one in elements if one.get("Extension")}
    parts = {one.get("PartName", "").lstrip("/"): one.get("ContentType", "") for one in elements if one.get("PartName")}
    return endings, parts


def _content_type(package: WordPackage, part: str) -> str:
    endings, parts = content_types(package)
    return parts.get(part) or endings.get(part.rsplit(".", 1)[-1].lower(), "")


def _other_kind(parts: dict[str, bytes], name: str) -> str:
    if b"opendocument" in parts.get("mimetype", b""):
        return f"{name} is an OpenDocument file, not a Word document; {_SAVE_AS}."
    kinds = (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint presentation"))
    kind = next((kind for folder, kind in kinds if any(part.startswith(folder) for part in parts)), "")
    return f"{name} is {kind}, not a Word document." if kind else f"{name} is not a Word document."
