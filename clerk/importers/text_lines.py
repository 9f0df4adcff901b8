"""The lines of a text file, as the readers of agendas take them."""

from __future__ import annotations

from clerk.importers.parts import Block
from clerk.importers.reading import UnreadableError
from clerk.language.text import clean

LONGEST_LINE = 200_000
"""Characters: a line of a council's minutes never comes near it, and matching a longer one would be slow."""
MOST_LINES = 40_000
"""Lines: some twenty times what a long meeting fills."""
LONGEST_TEXT = 3_000_000
"""Characters in all."""


def lines_of(text: str) -> list[Block]:
    """Return the lines that say anything, cleaned, without white space around. Raises as ``refuse_too_large``."""
    text = clean(text)
    refuse_too_large(text)
    return [Block(line.strip(), at) for at, line in enumerate(text.split("\n"), 1) if line.strip()]


def refuse_too_large(text: str) -> None:
    """Raise UnreadableError for a cleaned text so large that it cannot be an agenda or minutes of one meeting."""
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        raise UnreadableError(
            f"The text has {len(lines):,} lines, which is too many for one meeting; keep only the meeting's own part."
        )
    longest = max(range(len(lines)), key=lambda at: len(lines[at]))
    if len(lines[longest]) > LONGEST_LINE:
        raise UnreadableError(
            f"Line {longest + 1:,} has {len(lines[longest]):,} characters, which is too long for a line of a meeting."
        )
    if len(text) > LONGEST_TEXT:
        raise UnreadableError(
            f"The text has {len(text):,} characters, too many for one meeting; keep only the meeting's own part."
        )
