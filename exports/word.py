"""Minutes as a Word document that an officer can circulate as it stands.

python-docx opens the house template, sets headers, links and properties, and saves; the body is written as one string
(``word_body``) and put in last, because the time python-docx takes to add paragraphs grows with the square of their
number.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, cast

from lxml import etree

from clerk.language.text import clean_line, spaced
from clerk.minutes import Minutes
from exports.house_template import fill, house_template
from exports.printed import printed_text
from exports.save import ExportError, SaveError, save
from exports.word_body import BodyWriter
from exports.word_xml import NAMESPACES, TEXT_WIDTH, moment, num_xml

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import XmlPart
    from docx.section import Section
    from docx.styles.style import BaseStyle
    from lxml.etree import _Element

    from exports.template import Template

__all__ = ["ExportError", "Properties", "SaveError", "word_bytes", "word_text", "write_word"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PARSER = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)
_LONGEST_PROPERTY = 255
"""Characters that a property of a document may have (python-docx refuses more)."""
_HEADER_LINE, _HEADER_SIZE = 85, 10
"""What one line of the house's header holds, in small letters (a capital is half as wide again), and their points."""
_STATUS_IN_HEADER = {"DRAFT": "Draft minutes"}


@dataclass(frozen=True)
class Properties:
    """What a Word file says of itself; everything but the title, which the minutes bring."""

    author: str
    """Who made it: the officer or the council."""
    created: datetime
    """When it was first made; without a time zone it is taken as universal time."""
    modified: datetime
    """When it was last changed; likewise. Comments bear this date."""
    subject: str = ""
    """What it is about, "Minutes"."""
    keywords: str = ""
    """Words to find it by."""
    description: str = ""
    """Anything else, shown as the file's comments."""
    language: str = "en-GB"
    """The language of its text, as a BCP 47 tag."""
    day: str = ""
    """The day of the meeting, "20 November 2026", for title and header: those of other meetings say the rest too."""


def word_bytes(
    minutes: Minutes, properties: Properties, comments: bool = False, template: Template | None = None
) -> bytes:
    """Return the minutes as a .docx file; the same minutes and properties always give the same bytes.

    With ``comments`` the officer's queries stand as Word comments beside their paragraphs, for a working copy.
    A ``template`` of the council's own takes the place of the house template.
    """
    writer = BodyWriter(comments_dated=properties.modified if comments else None)
    if template:
        writer.lists.before = template.lists_before
    body = writer.write(minutes)
    return assembled(minutes, properties, writer, body, template)


def assembled(
    minutes: Minutes, properties: Properties, writer: BodyWriter, body: str, template: Template | None = None
) -> bytes:
    """Return the .docx file whose ``body`` was written by ``writer``, with the headers and title of ``minutes``."""
    from docx import Document  # slow to load, and the app may load this module at its start

    document = Document(io.BytesIO(template.content if template else house_template()))
    _set_lists(document, writer)
    _set_links(document, writer)
    _set_comments(document, writer)
    if template and template.has_header:
        _add_status(document, minutes)
    else:
        line = _header_line(document, template) if template else _HEADER_LINE
        _set_headers(document, minutes, clean_line(properties.day), line)
    _set_properties(document, minutes, properties)
    buffer = io.BytesIO()
    document.save(buffer)
    return fill(buffer.getvalue(), template.fit(body) if template else body)


def word_text(document: bytes) -> list[str]:
    r"""Return the text of every paragraph of a .docx file's body, table cells included, as a reader would see it.

    Numbers that Word counts by itself are not text; a tab is ``\t`` and a line break ``\n``. Empty paragraphs are left
    out. A space at which no line breaks is a space, for the file has many that nobody typed.
    """
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"), _PARSER)
    # One pass over the few elements that matter: to look into each paragraph by itself takes twice as long.
    paragraphs: list[list[str]] = []
    for element in root.iter(f"{_W}p", f"{_W}t", f"{_W}tab", f"{_W}br"):
        if element.tag == f"{_W}p":
            paragraphs.append([])
        elif element.tag == f"{_W}t":
            paragraphs[-1].append(element.text or "")
        elif (parent := element.getparent()) is not None and parent.tag == f"{_W}r":  # not a tab stop of a style
            paragraphs[-1].append("\t" if element.tag == f"{_W}tab" else "\n")
    return [spaced(text) for pieces in paragraphs if (text := "".join(pieces))]


def write_word(
    path: Path,
    minutes: Minutes,
    properties: Properties,
    comments: bool = False,
    template: Template | None = None,
) -> None:
    """Save the minutes as a Word file, once it has been read back and found to say all that the minutes say.

    Raises:
        ExportError: the file would not say what the minutes say; nothing was saved.
        SaveError: the file could not be put there (see ``exports.save``).
    """
    content = word_bytes(minutes, properties, comments, template)
    _compare([spaced(text) for text in printed_text(minutes)], word_text(content))
    save(path, content)


def _compare(meant: list[str], written: list[str]) -> None:
    if meant == written:
        return
    pairs = enumerate(zip_longest(meant, written), start=1)
    number, said = next((number, said) for number, (said, read) in pairs if said != read)
    raise ExportError(
        f"The Word file was not saved, because paragraph {number} would not read as it should"
        f" ({(said or 'nothing')[:60]!r}); export as text instead, and report this."
    )


def _parse(name: str, content: str) -> _Element:
    return etree.fromstring(f"<w:{name} {NAMESPACES}>{content}</w:{name}>".encode(), _PARSER)


def _set_lists(document: Document, writer: BodyWriter) -> None:
    nums = "".join(num_xml(*start) for start in writer.lists.starts)
    document.part.numbering_part.element.extend(list(_parse("numbering", nums)))


def _set_links(document: Document, writer: BodyWriter) -> None:
    for address, relation in writer.links.items():
        document.part.rels.add_relationship(_RELATION + "hyperlink", address, relation, is_external=True)


def _set_comments(document: Document, writer: BodyWriter) -> None:
    part = document.part
    if writer.comments:
        held = cast("XmlPart", part.part_related_by(_RELATION + "comments"))
        held.element.extend(list(_parse("comments", "".join(writer.comments))))
        return
    relation = next(key for key, one in part.rels.items() if one.reltype == _RELATION + "comments")
    del part.rels[relation]


def _set_headers(document: Document, minutes: Minutes, day: str, line: float) -> None:
    """Say on each page what it is of: minutes may be loose leaves (Local Government Act 1972, Schedule 12, 41(2))."""
    section = document.sections[0]
    body, status, restricted = (clean_line(each) for each in (minutes.body, minutes.status, minutes.restricted))
    body = f"{body}, {day}" if body and day else body or day
    status = _STATUS_IN_HEADER.get(status, status)
    # The first page bears the body's name in its title; it needs only the status and any restriction.
    first, later = section.first_page_header.paragraphs[0], section.header.paragraphs[0]
    if restricted:
        first.add_run(restricted).bold = True
        later.add_run(f"{restricted}\n").bold = True
    first.add_run(f"\t{status}" if status else "")
    width = len(body) + len(status) + sum(letter.isupper() for letter in body) / 2
    joint = "\t" if width < line else "\n\t"
    later.add_run(f"{body}{joint}{status}" if status else body)


def _header_line(document: Document, template: Template) -> float:
    """What one line of the house's header holds on a council's page, in the letters of its style for headers."""
    from docx.styles.style import ParagraphStyle

    style: BaseStyle | None = document.styles["Header"]
    sizes = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val")
    size = int(sizes[0]) / 2 if sizes else _HEADER_SIZE  # Word's own size, where a file names none, is the same
    while isinstance(style, ParagraphStyle):
        if style.font.size:
            size = style.font.size.pt
            break
        style = style.base_style
    return _HEADER_LINE * (template.width / TEXT_WIDTH) * (_HEADER_SIZE / size)


def _add_status(document: Document, minutes: Minutes) -> None:
    """Add the status, and that it is not for publication, below the council's own headers, on every sort of page."""
    status, restricted = clean_line(minutes.status), clean_line(minutes.restricted)
    section: Section = document.sections[0]
    for header in (section.first_page_header, section.header, section.even_page_header):
        if header.is_linked_to_previous:
            continue
        said = " ".join(paragraph.text for paragraph in header.paragraphs).casefold()
        for words in (restricted, status):
            if words and words.casefold() not in said:
                added = header.add_paragraph()
                added._p.style = "Header"
                added.add_run(_STATUS_IN_HEADER.get(words, words)).bold = True if words is restricted else None


def _set_properties(document: Document, minutes: Minutes, properties: Properties) -> None:
    core = document.core_properties
    core.title = _title(minutes, clean_line(properties.day))
    core.author = core.last_modified_by = _trim(properties.author)
    core.subject, core.keywords = _trim(properties.subject), _trim(properties.keywords)
    core.comments, core.language = _trim(properties.description), _trim(properties.language)
    core.created, core.modified = moment(properties.created), moment(properties.modified)
    core.revision = 1
    for language in _languages((document.styles.element, document.settings.element)):
        language.set(f"{_W}val", _trim(properties.language))


def _title(minutes: Minutes, day: str) -> str:
    """The title, with the day and the status in it: a header is not read out to those who cannot see it."""
    title, status = clean_line(minutes.title), clean_line(minutes.status)
    after = f", {day}" if day and day not in title else ""
    after += f" \u2013 {status}" if status and status.casefold() not in title.casefold() else ""
    after = after[:_LONGEST_PROPERTY]
    return title[: _LONGEST_PROPERTY - len(after)] + after


def _trim(text: str) -> str:
    return clean_line(text)[:_LONGEST_PROPERTY]


def _languages(roots: Iterable[_Element]) -> Iterable[_Element]:
    for root in roots:
        yield from root.iter(f"{_W}lang", f"{_W}themeFontLang")
