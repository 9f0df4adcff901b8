"""Markdown taken apart into headings, list entries and paragraphs of plain words."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace

_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>.*?)(?:\s+#+)?\s*")
_ENTRY = re.compile(r"(?P<indent>\s*)(?P<mark>[-*+•]|\d{1,4}[.)])\s+(?P<text>\S.*)")
_RULE = re.compile(r"\s*(?:(?:[-*_=]\s*){3,}|[|\s:-]*\|[|\s:-]*)\s*")
_QUOTE = re.compile(r"\s*>\s?")
_BOLD = re.compile(r"(?:\*\*|__)(?P<text>[^*_].*?)(?:\*\*|__)[\s\\]*(?P<rest>.*)")
_IMAGE = re.compile(r"!\[(?P<alt>[^\[\]]{0,500})\]\([^()]{0,2000}\)|<!--[^<>]{0,500}-->|<img\b[^<>]{0,2000}>")
_ANCHOR = re.compile(
    r"<a\b[^<>]{0,200}?href=[\"'](?P<to>[^\"'<>]{0,2000})[\"'][^<>]{0,200}>(?P<text>[^<>]{0,2000})</a>", re.IGNORECASE
)
_LINK = re.compile(r"\[(?P<text>[^\[\]]{1,500})\]\((?P<to>[^()\s]{1,2000})(?:\s+[\"'][^)]*)?\)")
_STRONG = re.compile(r"\*{2,3}|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)")
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*]{1,300}?)(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=\S)([^_]{1,300}?)(?<=\S)_(?!\w)"
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|~])")
_TAG = re.compile(r"</?(?:br|b|i|u|em|strong|sup|sub|span|p|div)\b[^>]*>", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """One paragraph, heading or list entry."""

    text: str
    """Its words, without markup."""
    line: int
    """Line of the file it starts on, from 1."""
    level: int = 0
    """1 to 6 for a heading; 0 for other lines."""
    bold: str = ""
    """The bold words it begins with."""
    rest: str = ""
    """What follows those."""
    mark: str = ""
    """What stands in front of a list entry: "-", "1."; empty for other lines."""
    indent: int = 0
    """How far a list entry stands in."""
    gap: bool = False
    """Whether a blank line stands before it."""

    @property
    def said(self) -> str:
        """The words with the mark of the list in front, as they are read on paper."""
        return f"{self.mark} {self.text}" if self.mark else self.text


def lines_of(text: str) -> list[Line]:
    """Return the lines that say something. Rules and rows of dashes are left out; they say nothing."""
    found: list[Line] = []
    gap = True
    for at, raw in enumerate(text.split("\n"), 1):
        if not raw.strip() or _RULE.fullmatch(raw):
            gap = True
            continue
        found.append(_line(_QUOTE.sub("", raw, count=1) if raw.lstrip().startswith(">") else raw, at, gap))
        gap = False
    return [line for line in found if line.text]


def plain(text: str) -> str:
    """Return Markdown's words alone: no emphasis, the address of a link behind its words."""
    text = _IMAGE.sub(lambda match: match["alt"] or "", text)
    text = _LINK.sub(_linked, _ANCHOR.sub(_linked, text))
    text = _TAG.sub(" ", text)
    text = _STRONG.sub("", text)
    text = _EMPHASIS.sub(lambda match: match[1] or match[2], text)
    text = html.unescape(_ESCAPED.sub(r"\1", text))
    return " ".join(text.replace("\t", " – ").split())


def _line(raw: str, at: int, gap: bool) -> Line:
    heading = _HEADING.fullmatch(raw.strip())
    if heading:
        return Line(plain(heading["text"]), at, level=len(heading["marks"]), gap=gap)
    entry = _ENTRY.fullmatch(raw)
    # "**Bold** text" begins with asterisks too; a list needs a space behind the mark, which the pattern asks for.
    body = entry["text"] if entry else raw.strip().strip("|").strip()
    line = Line(plain(body), at, gap=gap)
    if bold := _BOLD.fullmatch(body):
        line = replace(line, bold=plain(bold["text"]), rest=plain(bold["rest"]))
    if entry:
        line = replace(line, mark=entry["mark"], indent=len(entry["indent"].expandtabs(4)))
    return line


def _linked(match: re.Match[str]) -> str:
    words, address = match["text"].strip(), match["to"].strip()
    if re.sub(r"[\W_]", "", words) == re.sub(r"[\W_]", "", address):
        return address
    return f"{words} ({address})" if "://" in address or "@" in address else words
