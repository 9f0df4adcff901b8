"""Whether an item's own words tell already what the record would add to them."""

from __future__ import annotations

import re

from clerk import notation, spans
from clerk.model import Declaration, Record
from clerk.people import owners

_LEFT = ("left", "withdrew")
_STAYED = ("remained", "stayed")


def tells_declaration(record: Record, position: int, declared: Declaration) -> bool:
    """Whether a line of the item at ``position`` says who declared what interest, in which items, and all else known.

    Minutes read from elsewhere have the declaration in their own words, which the record's would only repeat.
    """
    if not 1 <= position <= len(record.items):
        return False
    lines = (notation.parse(entry.line) for entry in record.items[position - 1].entries)
    said = (spans.printed(line.text) for line in lines if line.kind not in notation.UNPRINTED)
    return any("interest" in text and _tells(record, text.casefold(), declared) for text in said)


def _tells(record: Record, text: str, declared: Declaration) -> bool:
    surname = owners.without_titles(declared.name).split()[-1:]
    numbers = [record.items[at - 1].agenda_number for at in declared.items if 1 <= at <= len(record.items)]
    did = _LEFT if declared.outcome.withdrew else _STAYED if declared.outcome else ("",)
    return (
        ("declare" in text or "disclose" in text)
        and all(_has(text, word) for word in (*surname, *numbers))
        and all(words.casefold() in text for words in (declared.interest, declared.nature, declared.dispensation))
        and any(word in text for word in did)
    )


def _has(text: str, word: str) -> bool:
    return bool(word) and bool(re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", text))
