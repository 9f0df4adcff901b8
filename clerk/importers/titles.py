"""What stands after the words of a published title: the size of its file, and where its paper is."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SIZE = re.compile(
    r"\s*(?:\b(?:pdf|word|doc\w?|excel) icon\b\s*)?"
    r"\b(?:PDF|DOCX?|XLSX?|PPTX?|RTF|HTML?|JPE?G|PNG|ZIP|TXT)\s+[\d.,]+\s*(?:KB|MB|GB|bytes)\s*$"
    r"|\s*\bpdf icon\s*$",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"(?:\s*\((?:(?:tudalen(?:nau)?\s*[/|]\s*)?(?:pages?|tudalen(?:nau)?):?\s*\d+(?:\s*(?:[-–—&,]|to|and)\s*\d+)*"
    r"|(?:(?:report|minutes|papers?|appendix|appendices)\s+)?(?:to follow|attached|enclosed))\))+\s*\.?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sized:
    """A title or link with the size of its file taken off."""

    text: str
    """The words."""
    size: str
    """What was taken off, "pdf icon PDF 99 KB"; empty when there was nothing."""


def without_size(text: str) -> Sized:
    """Take the file's kind and size off the end of a title."""
    match = _SIZE.search(text)
    return Sized(text[: match.start()].strip(), match[0].strip()) if match else Sized(text.strip(), "")


def without_where(title: str) -> Sized:
    """Take off the end of a title where its paper is: "(Pages 3 - 10)", "(to follow)". It has a paper by that."""
    match = _WHERE.search(title)
    return Sized(title[: match.start()].strip(), match[0].strip()) if match and match.start() else Sized(title, "")


def is_where(text: str) -> bool:
    """Whether a line says no more than where an item's paper is: "(Pages 5 - 24)"."""
    return bool(_WHERE.fullmatch(text))
