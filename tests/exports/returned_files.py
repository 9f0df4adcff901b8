"""Editing a written Word file as a word processor leaves it, for the tests of drafts that come back."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

BY = 'w:author="Jo Tran" w:date="2026-06-20T09:00:00Z"'


def with_part(content: bytes, change: Callable[[str], str], part: str = "word/document.xml") -> bytes:
    """The file with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as made:
        for name in archive.namelist():
            text = archive.read(name)
            made.writestr(name, change(text.decode()).encode() if name == part else text)
    return out.getvalue()


def paragraph_with(markup: str, words: str) -> str:
    """The one paragraph that holds some words."""
    (found,) = (each for each in re.findall(r"<w:p>.*?</w:p>", markup, re.DOTALL) if escape(words) in each)
    return str(found)


def reworded(content: bytes, old: str, new: str) -> bytes:
    """Words replaced with no track kept."""

    def change(markup: str) -> str:
        assert markup.count(escape(old)) == 1
        return markup.replace(escape(old), escape(new))

    return with_part(content, change)


def tracked(content: bytes, old: str, new: str) -> bytes:
    """Words replaced as a tracked change, in a run of plain text."""

    def change(markup: str) -> str:
        whole = paragraph_with(markup, old)
        went = f'<w:del w:id="9001" {BY}><w:r><w:delText xml:space="preserve">{escape(old)}</w:delText></w:r></w:del>'
        came = f'<w:ins w:id="9002" {BY}><w:r><w:t xml:space="preserve">{escape(new)}</w:t></w:r></w:ins>'
        parted = f'</w:t></w:r>{went}{came}<w:r><w:t xml:space="preserve">'
        return markup.replace(whole, whole.replace(escape(old), parted))

    return with_part(content, change)


def deleted(content: bytes, words: str) -> bytes:
    """A whole paragraph taken out as a tracked change."""

    def change(markup: str) -> str:
        whole = paragraph_with(markup, words)
        gone = whole.replace("</w:pPr>", f'<w:rPr><w:del w:id="9003" {BY}/></w:rPr></w:pPr>')
        gone = gone.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        gone = gone.replace("<w:r>", f'<w:del w:id="9004" {BY}><w:r>').replace("</w:r>", "</w:r></w:del>")
        return markup.replace(whole, gone)

    return with_part(content, change)


def added(content: bytes, after: str, text: str, style: str = "") -> bytes:
    """A paragraph put in after another, in its style or in one named, with no track kept."""

    def change(markup: str) -> str:
        whole = paragraph_with(markup, after)
        like = style or re.findall(r'<w:pStyle w:val="(\w+)"', whole)[0]
        made = f'<w:p><w:pPr><w:pStyle w:val="{like}"/></w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>'
        return markup.replace(whole, whole + made)

    return with_part(content, change)


def commented(content: bytes, words: str, said: str) -> bytes:
    """A comment by Jo Tran on a paragraph."""

    def change(markup: str) -> str:
        whole = paragraph_with(markup, words)
        mark = '<w:r><w:commentReference w:id="900"/></w:r></w:p>'
        return markup.replace(whole, whole.removesuffix("</w:p>") + mark)

    comments = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:comment w:id="900" {BY}><w:p><w:r><w:t>{escape(said)}</w:t></w:r></w:p></w:comment></w:comments>'
    )
    changed = with_part(content, change)
    if "word/comments.xml" in zipfile.ZipFile(io.BytesIO(content)).namelist():
        return with_part(changed, lambda _: comments, "word/comments.xml")
    out = io.BytesIO(changed)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/comments.xml", comments)
    return out.getvalue()


def without_bookmarks(content: bytes) -> bytes:
    """As when the whole text was pasted into a new document."""
    return with_part(content, lambda markup: re.sub(r"<w:bookmark(?:Start|End)[^>]*/>", "", markup))
