"""The house template: the folder ``house``, which is a Word document unzipped, packed in memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_BODY, _OPENED = "word/document.xml", b"<w:body>"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


@cache
def house_template() -> bytes:
    """Return the empty Word document every export starts from."""
    return pack(_parts(files("exports") / "house"), zipfile.ZIP_STORED)


def pack(parts: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Zip named parts so that the same parts give the same bytes, whatever the hour and the machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = method
            entry.create_system = 0
            archive.writestr(entry, content)
    return buffer.getvalue()


def fill(document: bytes, body: str) -> bytes:
    """Return an empty document with ``body``, the markup of its blocks, put in, packed again by ``pack``."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    empty = parts[_BODY]
    if empty.count(_OPENED) != 1:
        raise ValueError("the document is not the house template's")
    parts[_BODY] = empty.replace(_OPENED, _OPENED + body.encode())
    return pack(parts.items())


def _parts(folder: Traversable, under: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = under + entry.name
        if entry.is_dir():
            yield from _parts(entry, f"{name}/")
        else:
            yield name, entry.read_bytes()
