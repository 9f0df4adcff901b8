"""Rules of the check about how a Word file is built: pictures, tables, headings, controls and spacing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from exports.word_check_styles import properties_of, switched_on, value
from exports.word_check_text import Passage, WordText, shown
from exports.word_package import W

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SHAPES = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_VML = "{urn:schemas-microsoft-com:vml}"
_FILE_NAME = re.compile(r".*\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp)", re.IGNORECASE)
_BUILT_IN_CONTROLS = ("docPartObj", "docPartList", "citation", "bibliography")
_HOLDS_MORE = ("drawing", "pict", "object", "sectPr", "br", "fldChar", "fldSimple", "sdt", "ptab", "sym")


def no_alt(text: WordText) -> Iterator[str]:
    """Pictures, charts and drawings without alternative text that are not marked as decorative."""
    for about in text.body.iter(f"{_DRAWING}docPr"):
        marked = about.find(f".//{_DECORATIVE}")
        decorative = marked is not None and marked.get("val", "1") not in ("0", "false")
        holder = about.getparent()
        box = holder is not None and holder.find(f".//{_SHAPES}txbx") is not None  # its text is read out
        if not decorative and not box and not about.get("descr", "").strip():
            yield text.near(about)
    for picture in text.body.iter(f"{_VML}imagedata"):
        shape = picture.getparent()
        if shape is not None and not shape.get("alt", "").strip():
            yield text.near(picture)


def alt_is_a_file_name(text: WordText) -> Iterator[str]:
    """Pictures whose alternative text is the name of a file."""
    for about in text.body.iter(f"{_DRAWING}docPr"):
        if _FILE_NAME.fullmatch(about.get("descr", "").strip()):
            yield text.near(about)


def no_header_row(text: WordText) -> Iterator[str]:
    """Tables of more than one row whose first row is not marked as a header."""
    for table in text.body.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        if len(rows) > 1 and not switched_on(value(properties_of(rows[0].find(f"{W}trPr")), "tblHeader")):
            yield text.near(table)


def untitled_control(text: WordText) -> Iterator[str]:
    """Content controls without a title, but for those Word makes itself, such as a table of contents."""
    for properties in text.body.iter(f"{W}sdtPr"):
        built_in = any(properties.find(W + kind) is not None for kind in _BUILT_IN_CONTROLS)
        if not built_in and not (value(properties_of(properties), "alias") or "").strip():
            control = properties.getparent()
            yield text.near(properties if control is None else control)


def protected(text: WordText) -> Iterator[str]:
    """A file in which editing is restricted."""
    protection = text.settings.find(f"{W}documentProtection") if text.settings is not None else None
    if protection is not None and protection.get(f"{W}enforcement", "0") not in ("0", "false", "off"):
        yield ""


def merged(text: WordText) -> Iterator[str]:
    """Tables with cells that span columns or rows."""
    for table in text.body.iter(f"{W}tbl"):
        cells = (cell.find(f"{W}tcPr") for row in table.iterfind(f"{W}tr") for cell in row.iterfind(f"{W}tc"))
        if any(_spans(cell) for cell in cells if cell is not None):
            yield text.near(table)


def nested(text: WordText) -> Iterator[str]:
    """Tables in a cell of another."""
    for table in text.body.iter(f"{W}tbl"):
        if next(table.iterancestors(f"{W}tc"), None) is not None:
            yield text.near(table)


def skipped(text: WordText) -> Iterator[str]:
    """Headings more than one level below the heading before."""
    headings = [passage for passage in text.said if passage.level]
    for before, heading in pairwise(headings):
        if heading.level > before.level + 1:
            yield shown(heading.text)


def no_title_heading(text: WordText) -> Iterator[str]:
    """A file with headings, none of which is a Heading 1."""
    levels = {passage.level for passage in text.said} - {0}
    if levels and 1 not in levels:
        yield ""


def second_title(text: WordText) -> Iterator[str]:
    """Every Heading 1 after the first."""
    titles = [passage for passage in text.said if passage.level == 1]
    for title in titles[1:]:
        yield shown(title.text)


def none(text: WordText) -> Iterator[str]:
    """A file without any heading."""
    if text.said and not any(passage.level for passage in text.said):
        yield ""


def floating(text: WordText) -> Iterator[str]:
    """Pictures, boxes, frames and tables that are not in line with the text."""
    for element in text.body.iter(f"{_DRAWING}anchor", f"{W}framePr", f"{W}tblpPr", f"{W}pict"):
        if element.tag != f"{W}pict" or any("position:absolute" in one.get("style", "") for one in element):
            yield text.near(element)


def empty(text: WordText) -> Iterator[str]:
    """Paragraphs with nothing in them, but for those Word itself must have: after a table, or alone in a cell."""
    for passage in text.passages:
        if not passage.text.strip() and not _is_needed(passage):
            yield f"after {text.near(passage.element)}"


def _spans(cell: etree._Element) -> bool:
    return (value(properties_of(cell), "gridSpan") or "1") != "1" or any(
        cell.find(W + name) is not None for name in ("vMerge", "hMerge")
    )


def _is_needed(passage: Passage) -> bool:
    element = passage.element
    if any(next(element.iter(W + name), None) is not None for name in _HOLDS_MORE):
        return True
    before, after = element.getprevious(), element.getnext()
    alone = before is None or before.tag in (f"{W}tcPr", f"{W}tbl")
    ends = after is None or after.tag in (f"{W}tbl", f"{W}sectPr")
    in_table = before is not None and before.tag == f"{W}tbl"
    return alone and ends and (in_table or passage.cell is not None or after is None)
