"""Looking for words without regard to capitals, accents or the shape of an apostrophe."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_ALIKE = {"‘": "'", "’": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-"}


class _Folds(dict[int, str]):
    """Each character as it is compared, worked out once."""

    def __missing__(self, code: int) -> str:
        character = _ALIKE.get(chr(code), chr(code))
        apart = unicodedata.normalize("NFKD", character).casefold()
        self[code] = "".join(part for part in apart if not unicodedata.combining(part))
        return self[code]


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Return ``text`` in small letters without accents; "Siân’s" is "sian's". It may be longer or shorter."""
    return text.lower() if text.isascii() else text.translate(_FOLDS)


def words_of(typed: str) -> list[str]:
    """The words typed, folded."""
    return fold(typed).split()


def stretches(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Where in ``text`` any of the folded ``words`` stand: starts and ends in characters, in order, not overlapping."""
    folded = fold(text)
    hits: list[tuple[int, int]] = []
    for word in filter(None, words):
        at = folded.find(word)
        while at >= 0:
            hits.append((at, at + len(word)))
            at = folded.find(word, at + len(word))
    return in_text(text, hits) if hits else []


def in_text(text: str, hits: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where in ``text`` those stretches of the folded text stand, in order, those that touch made one."""
    where = None if text.isascii() else origins(text)
    joined: list[tuple[int, int]] = []
    for first, last in sorted(hits):
        start, end = (first, last) if where is None else (where[first], where[last - 1] + 1)
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def origins(text: str) -> list[int]:
    """For each character of the folded text, which character of ``text`` it came from."""
    return [at for at, character in enumerate(text) for _ in fold(character)]
