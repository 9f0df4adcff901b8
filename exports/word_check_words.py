"""Rules of the check about what a Word file says: its title and language, its lists, links and blanks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from exports.word_check_styles import properties_of, value
from exports.word_check_text import Passage, WordText, shown, text_of
from exports.word_package import W

_NO_TITLE = re.compile(r"(?:microsoft )?word(?: - .*| document)?|document ?\d*|untitled|title", re.IGNORECASE)
_BRITISH = re.compile(r"(?:[a-z]{2,3}-GB|ga-IE|gv-IM|gd|cy|kw|sco)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u3000]{3,}")
_MARKERS = {
    "number": re.compile(r"\(?\d{1,3}[.)]\s"),
    "letter": re.compile(r"(?:\([a-z]{1,2}\)|[a-z]\))\s"),
    "roman": re.compile(r"(?:\([ivxl]+\)|[ivxl]+[.)])\s"),
    "bullet": re.compile(r"[•·●○▪■\uf0b7*\u2013\u2014-]\s|o\t"),
}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_SAYS_NOTHING = re.compile(r"(?:click |tap )?(?:here|this|link|this link|read more|more|download)[.…]*", re.IGNORECASE)
_DRAFT = re.compile(r"\bdraft\b", re.IGNORECASE)
_LINKS = (f"{W}hyperlink", f"{W}fldSimple", f"{W}fldChar")
_NEAR_THE_TITLE = 12
"""Paragraphs from the start in which a draft should say that it is one."""


def no_title(text: WordText) -> Iterator[str]:
    """A file without a title in its properties, or with one Word made up (WCAG 2.4.2)."""
    title = text.core("title").strip()
    if not title or _NO_TITLE.fullmatch(title):
        yield ""


def other_language(text: WordText) -> Iterator[str]:
    """A file most of whose text is marked as in no language of these islands (WCAG 3.1.1)."""
    letters: Counter[str] = Counter()
    for passage in text.said:
        for piece in passage.pieces:
            letters[text.styles.run(passage.properties, piece.properties, "lang") or ""] += len(piece.text)
    if letters and not _BRITISH.fullmatch(letters.most_common(1)[0][0]):
        yield ""


def typed_list(text: WordText) -> Iterator[str]:
    """Neighbouring paragraphs that begin with typed numbers or bullets of one kind; one alone may be anything."""
    marked = [(passage, _markers(passage, text)) for passage in text.said]
    kinds = [kinds for _, kinds in marked]
    for index, (passage, own) in enumerate(marked):
        before = kinds[index - 1] if index else frozenset[str]()
        after = kinds[index + 1] if index + 1 < len(kinds) else frozenset[str]()
        if own & (before | after):
            yield shown(passage.text)


def blanks(text: WordText) -> Iterator[str]:
    """Text with three blanks in a row, and three empty paragraphs in a row."""
    for passage in text.said:
        if _BLANKS.search(passage.text):
            yield shown(passage.text)


def empty_link(text: WordText) -> Iterator[str]:
    """Links whose words say nothing of where they lead (WCAG 2.4.4)."""
    return _links_like(text, _SAYS_NOTHING)


def bare_address(text: WordText) -> Iterator[str]:
    """Links whose words are their address (GOV.UK, "Publishing accessible documents")."""
    return _links_like(text, _ADDRESS)


def draft_unsaid(text: WordText) -> Iterator[str]:
    """A file whose header, footer or watermark says that it is a draft, and whose text does not."""
    said = any(_DRAFT.search(passage.text) for passage in text.said[:_NEAR_THE_TITLE])
    if not said and any(_DRAFT.search(_all_text(header)) for header in text.headers()):
        yield ""


def _links_like(text: WordText, words: re.Pattern[str]) -> Iterator[str]:
    for passage in text.said:
        if next(passage.element.iter(*_LINKS), None) is None:
            continue
        for link in _links(passage.element):
            if words.fullmatch(link.strip()):
                yield shown(link)


def _markers(passage: Passage, text: WordText) -> frozenset[str]:
    """The kinds of list whose typed marker a paragraph begins with, if Word does not number it itself."""
    start = passage.text.lstrip()[:12]
    kinds = frozenset(kind for kind, marker in _MARKERS.items() if marker.match(start))
    if not kinds or passage.level:
        return frozenset()
    numbers = passage.properties.get(f"{W}numPr") if passage.properties else None
    number = value(properties_of(numbers), "numId")
    if number is None:
        number = _number_of_style(passage, text)
    return frozenset() if number not in (None, "", "0") else kinds


def _number_of_style(passage: Passage, text: WordText) -> str:
    return "1" if text.styles.paragraph(passage.properties, "numPr") is not None else ""


def _links(paragraph: etree._Element) -> Iterator[str]:
    for link in paragraph.iter(f"{W}hyperlink"):
        yield text_of(link)
    for field in paragraph.iter(f"{W}fldSimple"):
        if "HYPERLINK" in field.get(f"{W}instr", ""):
            yield text_of(field)
    yield from _field_links(paragraph)


def _field_links(paragraph: etree._Element) -> Iterator[str]:
    """The words of links written as a field, whose beginning, code, words and end stand in runs one after another."""
    marks = [
        (mark.get(f"{W}fldCharType") or mark.tag.removeprefix(W), mark.text or "")
        for mark in paragraph.iter(f"{W}fldChar", f"{W}instrText", f"{W}t")
    ]
    if not any(kind == "separate" for kind, _ in marks):
        return
    code, words, within = "", "", False
    for kind, said in marks:
        if kind == "begin":
            code, words, within = "", "", False
        elif kind == "instrText":
            code += said
        elif kind == "separate":
            within = True
        elif kind == "t" and within:
            words += said
        elif kind == "end":
            if "HYPERLINK" in code:
                yield words
            code, within = "", False


def _all_text(header: etree._Element) -> str:
    """The words of a header, those of a watermark too."""
    words = [one.text or "" for one in header.iter(f"{W}t")]
    marks = [one.get("string", "") for one in header.iter("{urn:schemas-microsoft-com:vml}textpath")]
    return " ".join(["".join(words), *marks])
