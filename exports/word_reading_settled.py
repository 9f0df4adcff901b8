"""Tracked changes settled: a Word document as it reads when all of them are accepted, or all rejected."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree
from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of a Word document's own elements."""

_IN = (f"{W}ins", f"{W}moveTo")
_OUT = (f"{W}del", f"{W}moveFrom")
_FORMERLY = (
    f"{W}pPrChange",
    f"{W}rPrChange",
    f"{W}tblPrChange",
    f"{W}trPrChange",
    f"{W}tcPrChange",
    f"{W}sectPrChange",
)


def settle(root: _Element, accept: bool = True) -> None:
    """Accept or reject every tracked change in ``root``, which is changed: words, paragraphs, rows and properties.

    When the mark of a paragraph goes, its words run on into the next one, as in Word.
    """
    comes, goes = (_IN, _OUT) if accept else (_OUT, _IN)
    _rows(root, goes)
    joined = [paragraph for paragraph in root.iter(f"{W}p") if _mark(paragraph, goes)]
    if not accept:
        _former_properties(root)
    for gone in list(root.iter(*goes)):
        _drop(gone)
    for kept in list(root.iter(*comes)):
        _unwrap(kept)
    for former in list(root.iter(*_FORMERLY)):
        _drop(former)
    for paragraph in reversed(joined):
        _join(paragraph)
    if not accept:
        for text in root.iter(f"{W}delText"):
            text.tag = f"{W}t"


def _mark(paragraph: _Element, ways: tuple[str, ...]) -> bool:
    looks = paragraph.find(f"{W}pPr/{W}rPr")
    return looks is not None and any(looks.find(way) is not None for way in ways)


def _rows(root: _Element, goes: tuple[str, ...]) -> None:
    for row in list(root.iter(f"{W}tr")):
        about = row.find(f"{W}trPr")
        if about is not None and any(about.find(way) is not None for way in goes):
            _drop(row)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f".//{W}tr") is None:
            _drop(table)


def _former_properties(root: _Element) -> None:
    """Put back the paragraph properties there were; the mark's own looks and the section stay."""
    for change in list(root.iter(f"{W}pPrChange")):
        now, before = change.getparent(), change.find(f"{W}pPr")
        if now is None or before is None:
            continue
        kept = [part for part in now if part.tag in (f"{W}rPr", f"{W}sectPr")]
        for part in list(now):
            now.remove(part)
        now.extend([*deepcopy(before), *kept])


def _join(paragraph: _Element) -> None:
    following = paragraph.getnext()
    while following is not None and following.tag not in (f"{W}p", f"{W}tbl"):
        following = following.getnext()
    content = [part for part in paragraph if part.tag != f"{W}pPr"]
    if following is not None and following.tag == f"{W}p":
        place = 1 if following.find(f"{W}pPr") is not None else 0
        following[place:place] = content
    elif any(part.tag == f"{W}r" for part in content):
        return
    _drop(paragraph)


def _drop(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: _Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    parent[place : place + 1] = list(element)


PARSER = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)
"""Reads a part of a file from outside without fetching or expanding anything."""
