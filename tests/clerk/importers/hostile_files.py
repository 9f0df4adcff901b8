"""Files that nobody should be able to break Clerk with, written into a folder: an invented council's, all of them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{DOCUMENT}" Target="word/document.xml"/></Relationships>'
)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE meeting [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {after} "{f"&{name};" * 10}">' for name, after in zip("abcdefghi", "bcdefghij", strict=True))
    + "]><meeting><committeetitle>&j;</committeetitle><agendaitems/></meeting>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE meeting SYSTEM "http://example.invalid/m.dtd" [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    "<meeting><committeetitle>&x;</committeetitle><meetingdate>01/06/2026</meetingdate></meeting>"
)
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "WordDocument".encode("utf-16-le")
LOCKED_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")


def word(document: str, **parts: str) -> bytes:
    """A Word file with this document, and other files in it."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", document)
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def archive(**parts: str) -> bytes:
    """A zip file with these files in it."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return out.getvalue()


def body(inside: str) -> str:
    """A document with this body."""
    return f'<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'


def bomb(folder: Path, size: int = 600_000_000) -> Path:
    """A Word file whose document unpacks to ``size`` bytes."""
    path = folder / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("_rels/.rels", RELATIONS)
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            block = b" " * 20_000_000
            for _ in range(max(size // len(block), 1)):
                part.write(block)
    return path


def untrue(folder: Path) -> Path:
    """A Word file that says its document is small, and unpacks to far more."""
    path = bomb(folder, 100_000_000)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo("word/document.xml")
    place = data.rindex(b"PK\x01\x02")
    data[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    assert info.file_size > 1000
    path.write_bytes(data)
    return path


def members(folder: Path) -> Path:
    """A Word file of many thousand files."""
    path = folder / "members.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", body(""))
        for at in range(6_000):
            archive.writestr(f"word/media/{at}.png", b"")
    return path


def overlapping(folder: Path) -> Path:
    """A Word file whose list of contents names one and the same place for two of its files."""
    path = folder / "overlapping.docx"
    data = bytearray(word(body("<w:p/>"), **{"word/styles.xml": "<w/>"}))
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 4)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    path.write_bytes(data)
    return path


def sparse(folder: Path) -> Path:
    """A file of 200 MB with nothing in it."""
    path = folder / "sparse.txt"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    return path


def _written(name: str, data: bytes | str) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return write


def _nested(tag: str, levels: int) -> str:
    return f"<{tag}>" * levels + "1. Apologies" + f"</{tag}>" * levels


BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "an empty file": (_written("a.docx", b""), "empty"),
    "200 MB of nothing": (sparse, "larger than 20 MB"),
    "a picture": (_written("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00" + bytes(range(256)) * 20), "not a text file"),
    "a zip bomb": (bomb, "too large|damaged"),
    "an archive that lies about its size": (untrue, "too large|damaged"),
    "thousands of members": (members, "thousands"),
    "overlapping members": (overlapping, "damaged|no text"),
    "a Word file cut off": (_written("a.docx", word(body("<w:p/>"))[:200]), "damaged"),
    "a Word file that is no XML": (_written("a.docx", word("<w:document")), "damaged"),
    "a Word file of 100,000 levels": (_written("a.docx", word(body(_nested("w:sdt", 100_000)))), "damaged"),
    "a Word file of millions of elements": (_written("a.docx", word(body("<w:p/>" * 3_000_000))), "too large"),
    "a Word file with entities": (
        _written("a.docx", word('<!DOCTYPE x [<!ENTITY a "b">]>' + body("<w:p/>"))),
        "no word processor",
    ),
    "a Word file without words": (_written("a.docx", word(body("<w:p/>"))), "no text"),
    "an old Word file": (_written("a.doc", OLD_WORD), r"old Word file \(.doc\)"),
    "a Word file with a password": (_written("a.docx", LOCKED_WORD), "password"),
    "an RTF file": (_written("a.rtf", b"{\\rtf1 Hello}"), "RTF"),
    "an OpenDocument file": (_written("a.odt", archive(mimetype="text", **{"content.xml": "<x/>"})), r"OpenDocument"),
    "a spreadsheet": (_written("a.xlsx", archive(**{"xl/workbook.xml": "<x/>"})), "spreadsheet"),
    "any other archive": (_written("a.docx", archive(**{"agenda.txt": "1. Apologies"})), "zip file"),
    "a Word file of one endless paragraph": (
        _written("a.docx", word(body(f"<w:p><w:r><w:t>{'1. ' * 3_000_000}</w:t></w:r></w:p>"))),
        "too large",
    ),
    "a Word file of 40,000 paragraphs": (
        _written("a.docx", word(body("<w:p><w:r><w:t>1. Apologies</w:t></w:r></w:p>" * 40_000))),
        "too large",
    ),
    "a Word file of 700,000 blank paragraphs": (_written("a.docx", word(body("<w:p/>" * 700_000))), "too large"),
    "a PDF": (_written("a.pdf", b"%PDF-1.7\n"), "PDF"),
    "a page of 100,000 levels": (_written("a.html", "<html><body>" + _nested("div", 100_000)), "."),
    "a page of millions of elements": (_written("a.html", "<html><body>" + "<b>" * 3_000_000), "."),
    "XML of 100,000 levels": (
        _written("a.xml", "<meeting><agendaitems>" + _nested("agendaitem", 100_000) + "</agendaitems></meeting>"),
        ".",
    ),
    "a billion laughs": (_written("a.xml", LAUGHS), "entities"),
    "entities from outside": (_written("a.xml", OUTSIDE), "entities"),
    "XML of something else": (_written("a.xml", '<?xml version="1.0"?><rss><item/></rss>'), "XML"),
    "an empty single-file page": (
        _written("a.mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--\r\n"),
        "holds no page|empty",
    ),
    "a single-file page of many parts": (
        _written(
            "a.mht",
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n" + b"--x\r\n\r\n" * 100_000,
        ),
        "thousands",
    ),
    "a file of brackets": (_written("a.json", "[" * 200_000), "."),
    "a line without end": (_written("a.txt", "1. Apologies\n2. " + "x " * 5_000_000), "."),
}
"""What each is, how to write it, and what the sentence of refusal says. "." is for those others may read after all."""
