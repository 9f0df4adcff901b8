"""Small rules of English: lists, articles, capitals and the stop at the end of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SILENT_H = re.compile(r"(hono|hour|heir|honest)", re.IGNORECASE)
_SOUNDED_U = re.compile(r"(uni(?!n|m)|us[aeu]|ut[ei]|eu|ewe|one\b|once)", re.IGNORECASE)
_LETTERS_SAID_WITH_VOWEL = "AEFHILMNORSX"
_CLOSERS = "\"'”’)]»"
_ABBREVIATION = re.compile(r"(?:\b(?:etc|Ltd|plc|Co|No|Nos|St|Rd|Ave|Jr|Snr|Inc|approx|[ap]\.m|e\.g|i\.e)|\b[A-Z])\.$")
_ADDRESS = re.compile(r"https?://|\bwww\.|\w@\w", re.IGNORECASE)
_JOINING = re.compile(r"[;,]\s+(?:and|or)$", re.IGNORECASE)


def join(words: Sequence[str]) -> str:
    """Join words into a list: "A", "A and B", "A, B and C"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def article(words: str) -> str:
    """Return "a" or "an", as the first word is said: "an NHS interest", "a unique case", "an hour"."""
    first = re.match(r"\W*(\w*)", words)
    word = first[1] if first else ""
    if len(word) > 1 and word.isupper():
        return "an" if word[0] in _LETTERS_SAID_WITH_VOWEL else "a"
    if _SILENT_H.match(word):
        return "an"
    if _SOUNDED_U.match(word):
        return "a"
    return "an" if word[:1].lower() in tuple("aeiou") else "a"


def capital(text: str) -> str:
    """Return ``text`` with a capital first letter, unless its first word is an address or has its own capitals."""
    word = text.split(maxsplit=1)[0] if text.strip() else ""
    upper = text[:1].upper()
    # Some letters have no capital that gives them back: "ß", "ı".
    if upper.lower() != text[:1].lower() or any(letter.isupper() for letter in word[1:]) or _ADDRESS.search(word):
        return text
    return upper + text[1:]


def lowered(words: str) -> str:
    """Return ``words`` to go on within a sentence: a plain first word loses its capital, an acronym keeps it."""
    first = words.split(maxsplit=1)[0]
    return words if any(letter.isupper() for letter in first[1:]) else words[0].lower() + words[1:]


def closed(text: str) -> str:
    """Return ``text`` ending as a sentence: a full stop is added where no stop stands and no address is harmed."""
    text = text.rstrip()
    bare = text.rstrip(_CLOSERS)
    if not text or bare.endswith((".", "?", "!", "…", ":")) or _ends_in_address(text) or _JOINING.search(text):
        return text
    return (text[:-1] if text.endswith((";", ",")) else text) + "."


def continued(text: str, stop: str) -> str:
    """Return ``text`` ending as a limb that others follow, with ``stop`` (";" or "; and") instead of its full stop."""
    text = text.rstrip()
    if not text or text.endswith(("?", "!", "…", "...", ":")) or _ends_in_address(text) or _JOINING.search(text):
        return text
    if text.endswith((";", ",")) or (text.endswith(".") and not _ABBREVIATION.search(text)):
        text = text[:-1]
    return text + stop


def without_full_stop(title: str) -> str:
    """Return a title without the full stop some agendas put after it; "etc." and "..." keep theirs."""
    title = title.rstrip()
    if title.endswith(".") and not title.endswith("..") and not _ABBREVIATION.search(title):
        return title[:-1].rstrip()
    return title


def _ends_in_address(text: str) -> bool:
    return bool(_ADDRESS.search(text.rsplit(maxsplit=1)[-1]))
