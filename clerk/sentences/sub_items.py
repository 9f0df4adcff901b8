"""The parts of an item as the agenda letters them, "(a) ..." and "(i) ...", as the sub-headings of its minute."""

from __future__ import annotations

import re

from clerk import notation, spans
from clerk.model import Item
from clerk.notation import Kind

_LETTERED = re.compile(r"(?:\((?:[A-Za-z]|[ivxIVX]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5})[.)])\s+\S")
"""Letters with only a stop behind them are small: "A. Reed" is somebody."""


def sub_headings(item: Item) -> tuple[str, ...]:
    """Return a sub-heading, as notation, for every lettered line below the item's title; nothing when one is alone.

    Parish agendas letter the payments, the accounts and each planning application, and the minutes answer them so.
    """
    parts = [line.strip() for line in item.note.split("\n") if _LETTERED.match(line.strip())]
    return tuple(notation.write(Kind.HEADING, spans.escape(part)) for part in parts) if len(parts) > 1 else ()
