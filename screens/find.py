"""Finding words anywhere in the meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from clerk.language.folding import fold, stretches, words_of
from clerk.model import Record
from screens.named_lines import named_lines
from screens.rows_card import RowsCard
from screens.widgets.inputs import LineInput
from screens.widgets.plain import Words
from screens.widgets.rows import BOLD, MATCH, PLAIN, Piece, Rows, beginning

_NAME = 17
"""Cells for the name of a line and the space after it."""

Where = tuple[int, int, int]
"""Place of the item, line and column, each from 0."""


@dataclass(frozen=True)
class Findable:
    """Something that can be found."""

    at: int
    """Place of its item, from 0."""
    line: int
    """Which line of the item's page; 0 for a title or the agenda's words."""
    start: int | None
    """Where its words start in that line; None when they are not on the page."""
    name: str
    """How it is cited."""
    text: str
    """Its words."""
    folded: str
    """Its words as they are compared."""
    names: frozenset[str]
    """The words of its name that find it: "36(ii)" and "action", not the minute number alone."""


def findable(record: Record) -> Iterator[Findable]:
    """Everything in a meeting that can be found: titles, the agenda's words, and every line; item by item."""
    lines: dict[int, list[Findable]] = {}
    for each in named_lines(record):
        lines.setdefault(each.at, []).append(_findable(each.at, each.line, each.start, each.name, each.text))
    for at, (item, number) in enumerate(zip(record.items, record.minute_numbers(), strict=True)):
        called = "" if number is None else str(number)
        yield _findable(at, 0, None, f"{called} title".strip(), item.title)
        if item.note.strip():
            yield _findable(at, 0, None, f"{called} agenda".strip(), " ".join(item.note.split()))
        yield from lines.get(at, ())


def _findable(at: int, line: int, start: int | None, name: str, text: str) -> Findable:
    names = frozenset(word for word in fold(name).split() if not word.isdigit())
    return Findable(at, line, start, name, text, fold(text), names)


def find(everything: Sequence[Findable], typed: str) -> list[Findable]:
    """What holds all the words typed, or parts of words; nothing for nothing typed."""
    words = words_of(typed)
    if not words:
        return []
    return [each for each in everything if all(word in each.folded or word in each.names for word in words)]


def where(found: Findable, typed: str) -> Where:
    """Where in the meeting to go for something found: to the first of the words in it."""
    if found.start is None:
        return found.at, 0, 0
    hits = stretches(found.text, words_of(typed))
    return found.at, found.line, found.start + (hits[0][0] if hits else 0)


def row(found: Findable, typed: str, width: int) -> Iterable[Piece]:
    """Draw something found in its context, so that the first word found is in view."""
    hits = stretches(found.text, words_of(typed))
    room = max(10, width - _NAME)
    first = hits[0] if hits else (0, 0)
    begin = beginning(found.text, *first, room)
    yield f"{found.name[: _NAME - 1]:<{_NAME}}", BOLD
    if begin:
        yield "…", PLAIN
    # A row shows no more characters than it has cells, however long the line is.
    text, done = found.text[: begin + room + 1], begin
    for start, end in hits:
        if end > begin:
            yield text[done : max(start, begin)], PLAIN
            yield text[max(start, begin) : end], MATCH
            done = end
    yield text[done:], PLAIN


class Find(RowsCard[Where]):
    """Gives back where what was picked stands: place of the item, line, column, each from 0; None on turning away."""

    CSS_PATH = "find.tcss"

    def __init__(self, record: Record, at: int = 0) -> None:
        """``at`` is the place of the item the officer is at: the first thing found from there on is marked."""
        super().__init__()
        self._everything = list(findable(record))
        self._at = at
        self._found: list[Findable] = []

    def compose(self) -> ComposeResult:
        """One line to type on, what is found, and the keys."""
        with Vertical(id="find"):
            yield Words("Find in this meeting", id="find-title")
            yield LineInput(placeholder="Words or parts of words; also 36(ii), action, query")
            yield Rows()
            yield Words("Enter go there   Up/Down choose   Esc back", id="find-keys")

    @on(Input.Changed)
    def _typed(self) -> None:
        typed = self.query_one(LineInput).value
        self._found = found = find(self._everything, typed)
        mark = next((index for index, each in enumerate(found) if each.at >= self._at), 0)
        self.query_one(Rows).show(len(found), lambda index, width: row(found[index], typed, width), mark)
        count = f"   {len(found) or 'no'} line{'' if len(found) == 1 else 's'}" if typed.strip() else ""
        self.query_one("#find-title", Words).update(f"Find in this meeting{count}")

    @on(Input.Submitted)
    @on(Rows.Picked)
    def _picked(self) -> None:
        marked = self.query_one(Rows).marked
        if marked is not None and self.is_current:
            self.dismiss(where(self._found[marked], self.query_one(LineInput).value))
