"""The pages of the neighbour folder, where it is there: real layouts with made-up words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NEIGHBOUR = Path(__file__).parents[3].parent / "shared"
"""Where it is; tests skip when it is not."""
# Remarks of whoever collected the pages, behind a gap at the end of a line, or for a title that is not there.
_REMARK = re.compile(r"(?<=[^\s·])[ \t]{6,}\[[^\]\n]*\]$|^\[title lost[^\n]*\n", re.M)


@dataclass(frozen=True)
class ListPage:
    """A meeting's page copied as text."""

    name: str
    """Of its file."""
    dialect: str
    """A with its labels and numbers, B without them."""
    text: str
    """The page alone."""


def list_pages() -> Iterator[ListPage]:
    """Yield the pages of whole meetings in dialects A and B."""
    for path in sorted((NEIGHBOUR / "corpus" / "pages").glob("*.txt")):
        header, text = path.read_text(encoding="utf-8").split("\n", 4)[1::3]
        kind = re.search(r"ieListDocuments \| Dialect: ([AB])-", header)
        if kind:
            yield ListPage(path.name, kind[1], _REMARK.sub("", text))
