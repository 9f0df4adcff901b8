"""A body's name that stands in capitals on its agenda, as it is written elsewhere."""

from __future__ import annotations

import re
from typing import NamedTuple

from clerk.kinds import noun_of


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SMALL = _words("of and the for in on with upon to at by under next an a le y yr ar")
_VOWEL = re.compile(r"[AEIOUYWÀ-ÖØ-ÝŴŶ]")
"""W is one in Welsh: "BWRDD", "CWM"."""
_LONGER = _words("SACRE SEND SENDIASS CAMHS MAPPA LAPFF")
"""Abbreviations of four letters or more that could be said as words."""
_SHORT = _words(
    """
    add age aid air all art arts ash axe bar bay bee bow bus car dee don ear elm ely end esk exe eye fal fen fir fox fun
    gas hoe inn
    ivy job joy key law lea lee low man men mon new non off oak old one our out pay pet red rye sea sir six sky st sub
    sun tax tay tea ten tor two use usk war way web wey wye yar yew
    """
)
"""Words of up to three letters in the names of bodies and places."""
_SURE = _words("sub st")
_ROMAN = re.compile(r"[IVX]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MC = re.compile(r"MC[A-Z]{3,}")
_THREE = 3


class Written(NamedTuple):
    """A name as it is written where it does not stand in capitals."""

    name: str
    """The name."""
    doubtful: tuple[str, ...] = ()
    """Words of it that may be abbreviations, or may be none, as they now stand."""


def written(name: str) -> Written:
    """Return "LOWER WICKENDALE PARISH COUNCIL" as "Lower Wickendale Parish Council", with the words to check.

    Only a name wholly in capitals is changed. In it a word without a vowel, or one of up to three letters that is none
    of those known, is an abbreviation and stays: "BCP Council". A name that is one word and no kind of body is one too.
    """
    words = _WORD.findall(name)
    if name != name.upper() or all(len(word) <= _THREE or _is_abbreviation(word) for word in words):
        return Written(name)
    if len(words) == 1 and noun_of(name).casefold() != words[0].casefold():
        return Written(name, (words[0],))
    doubtful = list[str]()

    def word(found: re.Match[str]) -> str:
        said = _written(found[0], name[: found.start()].rstrip(), last=not _WORD.search(name[found.end() :]))
        if _is_doubtful(found[0]) and said != said.lower():
            doubtful.append(said)
        return said

    return Written(_WORD.sub(word, name), tuple(dict.fromkeys(doubtful)))


def _written(word: str, before: str, last: bool) -> str:
    folded = word.casefold()
    if before[-1:].isdecimal():
        return folded if folded in ("st", "nd", "rd", "th") else word
    begins = not before or before[-1] in "(/:–—"
    if folded in _SMALL and not begins and not last:
        return folded
    if len(word) == 1 or (_is_abbreviation(word) and folded not in _SMALL):
        return word
    if _MC.fullmatch(word):
        return f"Mc{word[2:].capitalize()}"
    first, mark, rest = word[:1], word[1:2], word[2:]
    # "O'NEILL", but "ST JOHN'S".
    return f"{first}{mark}{rest.capitalize()}" if mark in ("'", "’") and len(rest) > 1 else word.capitalize()


def _is_abbreviation(word: str) -> bool:
    if word.casefold() in _SHORT or not word.replace("’", "").isascii():
        return False
    return len(word) <= _THREE or word in _LONGER or not _VOWEL.search(word)


def _is_doubtful(word: str) -> bool:
    if len(word) == 1 or word.casefold() in _SMALL | _SURE or _ROMAN.fullmatch(word):
        return False
    return len(word) <= _THREE or _is_abbreviation(word)
