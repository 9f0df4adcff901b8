"""Finding words in the minutes of all meetings, the newest first."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content, Span
from textual.widgets import Input

from clerk.language.dates import MONTHS, say_date
from clerk.searching import NOTHING, Found, Hit, Wanted, wanted
from clerk.store import StoreError
from screens.rows_card import RowsCard
from screens.widgets.inputs import LineInput
from screens.widgets.plain import Words
from screens.widgets.rows import BOLD, MATCH, PLAIN, Piece, Rows, beginning, on_screen

MOST = 200
"""Lines listed; whoever needs more of them needs another word."""
PATIENCE = 0.1
"""Seconds a search may take while somebody types."""
_PAUSE = 0.03
"""Seconds after a key until what is typed is searched for: the key itself is drawn first."""
_DAY = 12
"""Cells for the day of a meeting."""
_WIDE = 100
"""Cells from which there is room for a body's whole name."""
_LONGEST = 600
"""Characters of a line shown below the list."""

Look = Callable[[Wanted], Found]
"""Searches."""


def row(hit: Hit, width: int) -> Iterable[Piece]:
    """Draw something found: its day and body, then the line so that the first word found is in view."""
    name = 34 if width >= _WIDE else 18
    day = f"{hit.date.day} {MONTHS[hit.date.month - 1][:3]} {hit.date.year}" if hit.date else "no date"
    body = hit.body if len(hit.body) < name else f"{hit.body[: name - 2]}…"
    yield f"{day:<{_DAY}}{body:<{name}}", BOLD
    private = "private note: " if hit.private else ""
    yield private, PLAIN
    room = max(10, width - _DAY - name - len(private))
    begin = beginning(hit.text, *(hit.marks[0] if hit.marks else (0, 0)), room)
    if begin:
        yield "…", PLAIN
    text, done = hit.text[: begin + room + 1], begin
    for start, end in hit.marks:
        if start >= begin:
            yield text[done:start], PLAIN
            yield text[start:end], MATCH
            done = end
    yield text[done:], PLAIN


def whole(hit: Hit) -> Content:
    """Say where something found stands, and the line itself."""
    day = say_date(hit.date) if hit.date else "no date"
    kind = "private note, never prints" if hit.private else hit.cited
    head = f"{hit.body}, {day} ({hit.state})\n{hit.title}\n{kind}: "
    first = max(0, hit.marks[0][0] - _LONGEST // 3) if hit.marks else 0
    text = hit.text[first : first + _LONGEST]
    at = len(head) + (1 if first else 0) - first
    spans = [Span(at + start, at + end, "bold underline") for start, end in hit.marks if start >= first]
    said = f"{head}{'…' if first else ''}{text}"
    return Content("\n".join(on_screen(line) for line in said.split("\n")), spans=spans)


class Search(RowsCard[Hit]):
    """Gives back what was picked; None on turning away."""

    CSS_PATH = "search.tcss"

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._hits: Sequence[Hit] = ()
        self._searched = ""

    def compose(self) -> ComposeResult:
        """One line to type on, what is found, the line marked in full, and the keys."""
        with Vertical(id="search"):
            yield Words("Search all minutes", id="search-title")
            yield LineInput(placeholder='Words or their beginnings; "in quotation marks" for a phrase')
            yield Rows()
            yield Words(id="search-whole")
            yield Words("Enter open the meeting there   Up/Down choose   Esc back", id="search-keys")

    @on(Input.Changed)
    def _typed(self) -> None:
        """Search when there is a pause between keys, however short."""
        value = self.query_one(LineInput).value
        self.set_timer(_PAUSE, lambda: self._search(value))

    def _search(self, value: str) -> None:
        if not self.is_mounted or value == self._searched or value != self.query_one(LineInput).value:
            return
        self._searched = value
        typed = value.strip()
        title = self.query_one("#search-title", Words)
        try:
            found = self._look(wanted(typed)) if len(typed) > 1 else NOTHING
        except (StoreError, sqlite3.Error) as error:
            title.update(str(error))
            return
        self._hits = hits = found.hits
        self.query_one(Rows).show(len(hits), lambda index, width: row(hits[index], width))
        said = "type two letters or more" if typed else ""
        if len(typed) > 1:
            lines = f"{len(hits) or 'no'} line{'' if len(hits) == 1 else 's'}"
            said = f"{lines}, the newest; another word finds fewer" if found.more else lines
        title.update(f"Search all minutes   {said}".rstrip())
        self.show_marked()

    def show_marked(self) -> None:
        """Say more of the row that is marked."""
        marked = self.query_one(Rows).marked
        self.query_one("#search-whole", Words).update(Content("") if marked is None else whole(self._hits[marked]))

    @on(Input.Submitted)
    def _entered(self) -> None:
        # Enter may come before the pause after the last key.
        self._search(self.query_one(LineInput).value)
        self._pick()

    @on(Rows.Picked)
    def _pick(self) -> None:
        marked = self.query_one(Rows).marked
        if marked is not None and self.is_current:
            self.dismiss(self._hits[marked])
