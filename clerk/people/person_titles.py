"""The titles and ranks before a person's name: one list, whether to take them off or to tell a name by them."""

from __future__ import annotations

import re
from collections.abc import Sequence


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _words(
    """
    cllr councillor mr mrs ms miss mx dr prof professor sir dame lord lady baroness rev revd reverend archdeacon rabbi
    rt hon ald alderman alderwoman chief supt superintendent insp inspector detective constable sergeant sgt colonel
    capt pc dci dcc acc
    """
)
"""Words that before a name are nothing but its title, in small letters."""

_CAPITALS = _words("DI DS")
"""Ranks only when in capitals: Di may be somebody's first name."""

_ALSO_OTHER_WORDS = _words(
    """
    baron bailie bishop canon captain col judge imam major deputy mayor provost assistant commander
    """
)
"""Titles where a name is known to follow; elsewhere posts, as in "the Deputy Clerk", or first names, as Col's."""

_BEFORE_A_NAME = re.compile(
    rf"^(?:(?:cllrs|the|{'|'.join(sorted(_TITLES))}|(?-i:{'|'.join(sorted(_CAPITALS))}))\.?\s+)+", re.IGNORECASE
)


def without_title(name: str) -> str:
    """Return a name without what before it is sure to be title only: "the Rt Hon. Lady Jo Ash" is "Jo Ash".

    "Deputy Clerk" stays as it is, for it must not be taken for the Clerk.
    """
    return _BEFORE_A_NAME.sub("", name.strip())


def is_title(word: str) -> bool:
    """Whether a word at the start of a name is, or may be, a title."""
    bare = word.rstrip(".")
    return bare in _CAPITALS or any(bare.casefold() in words for words in (_TITLES, _ALSO_OTHER_WORDS))


def titles_in(words: Sequence[str]) -> int:
    """How many of some words, from the first, are titles."""
    return next((at for at, word in enumerate(words) if not is_title(word)), len(words))
