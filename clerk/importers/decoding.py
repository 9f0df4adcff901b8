"""Bytes of a file into text, whatever program wrote them."""

from __future__ import annotations

import codecs
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from clerk import causes
from clerk.importers.reading import Doubt, UnreadableError

LARGEST = 20 * 1024 * 1024
"""Files of text above this many bytes are not agendas."""
LARGEST_WORD = 60 * 1024 * 1024
"""Word files above this many bytes are not agendas; pictures and maps make them larger than texts."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{1,40})[\"']")
_KINDS = (
    (b"%PDF", "This is a PDF; import the meeting's web page instead, saved as HTML or copied as text."),
    (b"{\\rtf", "This is an RTF file; open it in Word, save it as a Word document (.docx) and import that."),
    (b"bplist00", "This is a web archive of Safari; save the page as “Page Source” and import that."),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "This is an old Word file (.doc); open it in Word, save it as a Word document (.docx) and import that."
_LOCKED_WORD = "This Word file has a password; open it in Word, save a copy without one and import that."


@dataclass(frozen=True)
class Decoded:
    """The text of a file."""

    text: str
    """Its characters."""
    doubts: tuple[Doubt, ...] = ()
    """What was uncertain about them."""


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes. Raises UnreadableError with one sentence when it cannot be read or is far too large."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise UnreadableError(f"{path.name or path} is a folder, not a file.")
        if not stat.S_ISREG(found.st_mode):
            # Reading from a device or a pipe may never end.
            raise UnreadableError(f"{path.name} is not an ordinary file; copy what it holds into one and import that.")
        return _content(path, found.st_size)
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadableError(f"There is no file {path}.") from None
    except PermissionError:
        raise UnreadableError(
            f"{path.name} may not be read; if another program has it open, close it there and import it again."
        ) from None
    except (OSError, ValueError) as error:
        raise UnreadableError(causes.sentence(f"{path.name} could not be read", error)) from None


def _content(path: Path, size: int) -> bytes:
    with path.open("rb") as stream:
        start = stream.read(8)
        limit = LARGEST_WORD if start.startswith((b"PK\x03\x04", _OLE)) else LARGEST
        if size <= limit:
            # A file may grow while it is read, so no more than the limit is ever taken.
            start += stream.read(limit + 1)
            size = len(start)
    if size > limit:
        raise UnreadableError(f"{path.name} is larger than {limit // (1024 * 1024)} MB, which no agenda is.")
    return start


def decode(data: bytes) -> Decoded:
    """Return a file's text. Raises UnreadableError for an empty file and for one that is not text."""
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x0c"):
        raise UnreadableError("The file is empty.")
    _refuse_known_kinds(data)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding)
    if b"\x00" in data:
        raise UnreadableError("The file is not a text file.")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_old(data)


def _refuse_known_kinds(data: bytes) -> None:
    for start, sentence in _KINDS:
        if data.startswith(start):
            raise UnreadableError(sentence)
    if data.startswith(_OLE):
        raise UnreadableError(_LOCKED_WORD if _ENCRYPTED in data else _OLD_WORD)


def _decode_marked(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError:
        doubt = Doubt("Some characters of the file are damaged and show as �.")
        return Decoded(data.decode(encoding, "replace"), (doubt,))


def _decode_old(data: bytes) -> Decoded:
    """Decode what is not UTF-8: by the page's own word, else as Windows wrote it in Western Europe."""
    declared = _XML_CHARSET.search(data[:4096]) or _CHARSET.search(data[:4096])
    if declared and declared[1].lower() not in (b"utf-8", b"utf8"):
        try:
            return Decoded(data.decode(declared[1].decode("ascii")))
        except (LookupError, ValueError):
            pass
    if _is_binary(data):
        raise UnreadableError("The file is not a text file.")
    doubt = Doubt("The file is not in UTF-8 and was read as Windows text; check accents, quotation marks and £ signs.")
    return Decoded("".join(_WINDOWS[byte] for byte in data), (doubt,))


def _is_binary(data: bytes) -> bool:
    start = data[:4096]
    control = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b" for byte in start)
    return control > len(start) // 50


def _windows_character(byte: int) -> str:
    # Five bytes mean nothing in this code page; as control characters, the text gate makes them visible.
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_WINDOWS = tuple(_windows_character(byte) for byte in range(256))
