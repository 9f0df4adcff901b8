"""Who stands in for whom, where an agenda has an item for it: "Substitute members", "Apologies and substitutions"."""

from __future__ import annotations

import re

from clerk import spans
from clerk.house_style import HouseStyle
from clerk.model import Record
from clerk.sentences.business import filled
from clerk.terms import Attendance, ItemKind

_TITLE = re.compile(
    r"(?:(?:to (?:note|receive)|notification of|attendance of|declaration of|named) (?:any |the )?)?"
    r"(?:substitut(?:es?|ions?)(?: members?)?|substitute councillors|membership changes and substitut(?:es|ions))",
    re.IGNORECASE,
)


def is_of_substitutes(title: str) -> bool:
    """Whether an item is there to note who stands in for whom and for nothing else."""
    return bool(_TITLE.fullmatch(title.strip(" .:")))


def substitutes_said(record: Record, style: HouseStyle, *, nil: bool = True) -> str:
    """Return the sentences of who stood in for whom, by the roll; with nobody that there were none, or nothing."""
    sentences, said = style.sentences, []
    for person in record.presence:
        if person.status is Attendance.SUBSTITUTE:
            name, member = spans.escape(person.name), spans.escape(person.substitute_for)
            phrase = sentences.substitute_for if member else sentences.substitute_only
            said.append(filled(phrase, record, name=name, member=member))
    return " ".join(said) or (filled(sentences.substitutes_none, record) if nil else "")


def with_substitutes(record: Record, position: int, style: HouseStyle) -> str:
    """Return those sentences for an item of apologies whose title asks for substitutes too; else nothing."""
    item = record.items[position - 1]
    asked = item.kind is ItemKind.APOLOGIES and "substitut" in item.title.lower()
    return substitutes_said(record, style, nil=False) if asked else ""
