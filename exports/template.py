"""A council's own Word file as the template of its minutes: its styles, page, header, footer and crest.

What the file said is no part of that. It is taken apart, and a new file is made of the parts that are wanted, so
nothing else can come along: not its text, pictures or comments, nor who wrote it, nor its macros.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from lxml import etree

from exports.house_template import house_template
from exports.template_lists import with_house_lists
from exports.template_page import Page, furnish, page_of
from exports.template_parts import Parts
from exports.template_scrub import KEPT_SETTINGS, scrub
from exports.template_styles import fit_header, fit_tabs, rename_styles, with_house_styles
from exports.word_package import NotWordError, W, WordPackage, open_word
from exports.word_xml import NAMESPACES, TEXT_WIDTH

_WIDTH = re.compile(r'(<w:(?:tblW|gridCol|tcW) w:w=")(\d+)(?=")')
_OF_ONE_MEETING = re.compile(r"\b(?:(?:19|20)\d\d|draft)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Template:
    """A council's template, ready for minutes to be written in."""

    name: str
    """The file's name."""
    content: bytes
    """A Word file with no text, in which every style of the house template has its id."""
    width: int
    """Between the margins, in twentieths of a point."""
    lists_before: int
    """The highest number that its own lists bear."""
    has_header: bool
    """Whether the header is the council's own, to which only the status is added."""
    notes: tuple[str, ...]
    """What the officer should know of it, a sentence each: styles it lacks, what was left out."""

    def fit(self, body: str) -> str:
        """Return markup made for the house template's page with its tables as wide as this page."""
        if self.width == TEXT_WIDTH:
            return body
        return _WIDTH.sub(lambda match: f"{match[1]}{int(match[2]) * self.width // TEXT_WIDTH}", body)


def open_template(source: Path | bytes, name: str = "") -> Template:
    """Read a council's .docx, .dotx, .docm or .dotm file as a template.

    Args:
        source: the file, or what is in it.
        name: what to call it; a path's own name if not given.

    Raises:
        NotWordError: it is no Word document that can be read, or a style in it that minutes need is of the wrong type;
            the message is one sentence that names the file.
    """
    council = open_word(source, name)
    house = open_word(house_template(), "the house template")
    parts = Parts(council, house)
    page = page_of(parts)
    styles = parts.part("styles")
    changes = with_house_styles(styles, house.tree("word/styles.xml"), council.name)
    fit_tabs(changes.supplied, page.width)
    for one in page.furniture:
        if one.from_house and one.kind == "header":
            fit_header(one.tree, styles, page.width)
    numbering = parts.part("numbering")
    for tree in (numbering, *page.trees):
        rename_styles(tree, changes.renamed)
    lists_before = with_house_lists(
        numbering, house.tree("word/numbering.xml"), (styles, *page.trees), changes.unnumbered
    )
    for kind, tree in (("styles", styles), ("numbering", numbering), ("settings", _settings(parts, page))):
        parts.put(kind, tree)
    for kind in ("fontTable", "theme", "comments"):
        parts.carry(kind, from_house=kind == "comments")
    furnish(page, parts)
    content = parts.pack(_document(page))
    notes = (*_style_notes(council.name, changes.named, changes.unnumbered_names), *_notes(council, page))
    return _opened(Template(council.name, content, page.width, lists_before, page.has_header, notes))


def _document(page: Page) -> bytes:
    section = etree.tostring(page.section, encoding="unicode")
    body = f"<w:body>{section}</w:body>"
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {NAMESPACES}>{body}</w:document>'.encode()


def _settings(parts: Parts, page: Page) -> etree._Element:
    """The council's settings that bear on how a page looks, and no others: the rest names people and places."""
    own = parts.part("settings")
    kept = etree.fromstring(f"<w:settings {NAMESPACES}/>")
    kept.extend([one for one in own if isinstance(one.tag, str) and one.tag.removeprefix(W) in KEPT_SETTINGS])
    if kept.find(f"{W}themeFontLang") is None:
        places = [KEPT_SETTINGS.index(one.tag.removeprefix(W)) for one in kept]
        at = sum(place < KEPT_SETTINGS.index("themeFontLang") for place in places)
        kept.insert(at, etree.fromstring(f'<w:themeFontLang {NAMESPACES} w:val="en-GB"/>'))
    even = kept.find(f"{W}evenAndOddHeaders")
    if even is not None and not (page.has_header and page.has_footer):  # the house template has none for even pages
        kept.remove(even)
    zoom = kept.find(f"{W}zoom")
    if zoom is not None and zoom.get(f"{W}percent") is None:
        zoom.set(f"{W}percent", "100")
    scrub(kept)
    return kept


def _style_notes(name: str, supplied: list[str], unnumbered: list[str]) -> list[str]:
    notes = []
    if supplied:
        s, were = ("s", "were") if len(supplied) > 1 else ("", "was")
        notes.append(f"{name} lacks the style{s} {', '.join(supplied)}; the house template's {were} put in.")
    if unnumbered:
        their = "their" if len(unnumbered) > 1 else "its"
        notes.append(
            f"{', '.join(unnumbered)} in {name} had automatic numbers; they were taken off {their} paragraphs,"
            " because the numbers of minutes are typed."
        )
    return notes


def _notes(council: WordPackage, page: Page) -> list[str]:
    notes = []
    body = council.tree(council.main)
    if any(True for _ in body.iter(f"{W}drawing", f"{W}pict", f"{W}object")):
        notes.append(f"Pictures in the text of {council.name} were left out; a crest belongs in its header.")
    if council.related("vbaProject"):
        notes.append(f"The macros of {council.name} were left out.")
    if not page.has_header:
        notes.append(f"{council.name} has no header; the house template's was put in.")
    if not page.has_footer:
        notes.append(f"{council.name} has no footer; page numbers were put in.")
    elif not any(_numbers_pages(tree) for tree in page.trees):
        notes.append(f"Neither header nor footer of {council.name} numbers the pages; put a page number in its footer.")
    notes += [
        f"The header or footer of {council.name} says “{text}”; see that it fits these minutes."
        for text in _dated(page)
    ]
    return notes


def _numbers_pages(tree: etree._Element) -> bool:
    codes = [one.get(f"{W}instr", "") for one in tree.iter(f"{W}fldSimple")]
    codes.append("".join(one.text or "" for one in tree.iter(f"{W}instrText")))
    return any(re.search(r"\bPAGE\b", code, re.IGNORECASE) for code in codes) or tree.find(f".//{W}pgNum") is not None


def _dated(page: Page) -> list[str]:
    texts = ("".join(one.text or "" for one in tree.iter(f"{W}t")).strip() for tree in page.trees)
    return list(dict.fromkeys(text[:80] for text in texts if _OF_ONE_MEETING.search(text)))


def _opened(template: Template) -> Template:
    """Return the template once python-docx has opened it, which refuses what this module did not foresee."""
    from docx import Document

    try:
        document = Document(BytesIO(template.content))
        _ = document.sections[0], document.part.numbering_part
    except (KeyError, ValueError, AttributeError, IndexError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise NotWordError(f"{template.name} cannot be used as a template, for it is damaged ({error}).") from error
    return template
