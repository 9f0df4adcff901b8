"""Whether the agenda says who of the public will speak, or what petition comes."""

from __future__ import annotations

import re

from clerk.model import Item

_SPEAKER = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Cllr|Councillor)\.?\s+[A-Z]"
    r"|\b(?i:petition|question|statement|deputation)\b[^.\n]{0,40}?\b(?i:from|by|signed|entitled|titled|calling)\b"
    r"(?!\s+(?i:the public|members|any\w*|residents|those|people|persons|local)\b)"
    r"|\b(?i:has|have) (?i:registered|given notice|asked) to (?i:speak|address)\b"
    r"|^\W*(?i:speakers?|petitions?):\s*\S"
)
"""How the agenda says that somebody will speak or a petition come."""
_TO_BE_ASKED = re.compile(r"@|\b(?:contact|telephone|tel|email|who|anyone|may|must|should|can)\b", re.IGNORECASE)
"""What only tells the public how to."""


def names_a_speaker(item: Item) -> bool:
    """Whether an item for the public's questions says on the agenda who will speak, or what petition comes."""
    sentences = re.split(r"[.!?]\s+(?=[A-Z])|\n", f"{item.note}\n{item.title}")
    return any(_SPEAKER.search(each) and not _TO_BE_ASKED.search(each) for each in sentences)
