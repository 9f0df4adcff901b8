"""Finished minutes from a file: whatever Clerk imports, and Word minutes that another program made into Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from clerk import kinds
from clerk.importers.minutes.minute_text import to_notation
from clerk.importers.recognise import read_file
from clerk.language import dates
from clerk.model import Body, Document, Entry, Item, Meeting, Presence, Record
from clerk.terms import Attendance, DocumentKind, ItemKind

_HEADING = re.compile(r"#{1,2} \d+\. (.+)")
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_BODY = re.compile(r"Minutes of a meeting of the (.+?) held\b")
_LIMB = re.compile(r"\s+- (?=\([a-z]+\))")
_PERSON = re.compile(r"(?m)^((?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+(?: CC)?)\t(.+)$")
_PAPER = re.compile(
    r"The \w+ (?:considered|(?:had been due to )?receive[d]?) a (report|presentation|verbal update) (?:of|from) "
    r"([A-Z][^,]+), (.*?),? (?:which|regarding)\b"
)
_MARK = re.compile(r"'Agenda [Ii]tem (\d+)'")


def minutes_from(path: Path) -> Record:
    """Read finished minutes, their quotation marks made straight: each is one key of the keyboard."""
    text = path.read_text(encoding="utf-8", errors="replace")
    record = _from_markdown(text.translate(_STRAIGHT)) if text.startswith("# ") else read_file(path).record
    items = tuple(replace(item, entries=tuple(map(_straight, item.entries))) for item in record.items)
    return replace(record, items=items)


def _straight(entry: Entry) -> Entry:
    line = re.sub(r"\s+", " ", entry.line.translate(_STRAIGHT)).rstrip()
    # A slip at the end of a published line, "as shown ..", is no key of the officer's.
    return replace(entry, line=re.sub(r" *([.;])[.; ]*$", r"\1", line))


def _from_markdown(text: str) -> Record:
    """Read headings "## 21. Title" with their paragraphs. Its agenda is made up from the minutes, and so fits them."""
    sections: list[tuple[str, list[str]]] = []
    for block in re.split(r"\n\s*\n", text):
        if match := _HEADING.match(block):
            sections.append((" ".join(match[1].split()), []))
        elif sections and not block.rstrip().endswith("**CHAIRMAN**"):
            for paragraph in _paragraphs(block):
                _add(sections[-1][1], paragraph)
    body = _BODY.search(text)
    name = body[1] if body else "Committee"
    roll = tuple(
        Presence(person, organisation=where if len(where) < 50 else "", status=Attendance.PRESENT)
        for person, where in _PERSON.findall(text)
    )
    items = tuple(_item(title, paragraphs) for title, paragraphs in sections)
    return Record(Body(name, noun=kinds.noun_of(name)), Meeting(date=dates.read_date(text)), items, roll)


def _paragraphs(block: str) -> Iterator[str]:
    for part in _LIMB.split(" " + block.strip()):
        yield re.sub(r"<a [^>]*>|</a>|^#+ |\*\*", "", " ".join(part.split()).removeprefix("- ")).strip()


def _add(paragraphs: list[str], text: str) -> None:
    """Put a paragraph at the end; one that a page break has cut goes on where it was."""
    if paragraphs and text[:1].islower():
        paragraphs[-1] += f" {text}"
    elif text:
        paragraphs.append(text)


def _item(title: str, paragraphs: list[str]) -> Item:
    lines = to_notation(paragraphs).lines
    whole = " ".join(lines)
    mark, kind = _MARK.search(whole), kinds.kind_of(title)
    documents = tuple(_paper(*match.groups()) for match in _PAPER.finditer(whole))
    note = ""
    if kind is ItemKind.NEXT_MEETING:
        note, documents = whole.removeprefix("R: "), ()
    entries = tuple(Entry(line) for line in lines)
    return Item(title, mark[1] if mark else "", kind, note, documents=documents, entries=entries)


def _paper(kind: str, name: str, role: str) -> Document:
    post, _, organisation = role.rpartition(", ")
    return Document(DocumentKind(kind), presenter=name, post=post, organisation=organisation)
