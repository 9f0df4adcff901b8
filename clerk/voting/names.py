"""The names in a recorded vote: "AB, CD and E. Fry", with quotation marks round one that would not be read whole."""

from __future__ import annotations

import re
from enum import StrEnum

_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_BETWEEN = re.compile(r"[,;]|\band\b", re.IGNORECASE)
_SIDE_WORD = re.compile(r"\b(?:for|against|abst\w*)\b", re.IGNORECASE)


class Side(StrEnum):
    """A side of a vote."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"

    @classmethod
    def of(cls, word: str) -> Side:
        """Return the side a word says: "abstention" is to have abstained."""
        return next(side for side in cls if side[:2] == word[:2].lower())


def masked(text: str) -> str:
    """Return ``text`` as long as it is, with what stands in quotation marks hidden, to look for marks and words in."""
    return _QUOTED.sub(lambda match: "\0" * len(match[0]), text)


def split_names(text: str) -> tuple[str, ...]:
    """Split a list of names at commas, semicolons and "and", but not inside quotation marks."""
    hidden, names, start = masked(text), [], 0
    for end, after in [*(match.span() for match in _BETWEEN.finditer(hidden)), (len(text), len(text))]:
        names.append(text[start:end].strip(" \t."))
        start = after
    return tuple(_bare(name) for name in names if name)


def in_quotes(name: str) -> str:
    """Return a name as it is read back whole: in quotation marks, doubled inside, only if it would not be without."""
    plain = name[:1].isalpha() and '"' not in name and not _SIDE_WORD.search(name) and split_names(name) == (name,)
    return name if plain else '"' + name.replace('"', '""') + '"'


def _bare(name: str) -> str:
    return name[1:-1].replace('""', '"') if len(name) > 1 and _QUOTED.fullmatch(name) else name
