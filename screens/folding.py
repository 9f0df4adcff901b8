"""Looking for words without regard to capitals, accents or the shape of an apostrophe."""

from __future__ import annotations

from clerk.folding import fold, stretches, words_of

__all__ = ["fold", "stretches", "words_of"]
