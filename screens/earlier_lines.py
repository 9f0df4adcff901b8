"""Choosing a line of earlier minutes, by its number or words of it, to be amended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from clerk.afterwards.amending import Citable, citable
from clerk.afterwards.parts import Amendment, How
from clerk.language.dates import say_date
from clerk.language.folding import fold, words_of
from clerk.model import MeetingSummary, Record
from clerk.notation import parse
from screens.rows_card import RowsCard
from screens.widgets.inputs import LineInput
from screens.widgets.plain import Words
from screens.widgets.rows import BOLD, PLAIN, Piece, Rows, on_screen

_NAME = 9
"""Cells for a minute as cited: "114(viii)"."""
_LONGEST = 600
"""Characters of a line shown below the list."""


@dataclass(frozen=True)
class Chosen:
    """The line that was chosen."""

    record: Record
    """The meeting it is a line of."""
    line: Citable
    """Which line."""
    now: str | None
    """What it says as amended so far, without its prefix; None when it is taken out."""
    put_in: str = ""
    """What was put in after it last, without its prefix; empty for nothing."""


def _cites(typed: str, minute: str) -> bool:
    """Whether what was typed begins the number of a minute: "25", "25(i" or "25i"."""
    bare = str.maketrans("", "", "() ")
    return fold(minute).translate(bare).startswith(typed.translate(bare) or "-")


class EarlierLines(RowsCard[Chosen]):
    """Gives back the line chosen; None when the officer turned away."""

    CSS_PATH = "earlier_lines.tcss"
    BINDINGS = [("f7", "meeting(1)", "Meeting before"), ("f8", "meeting(-1)", "Meeting after")]  # noqa: RUF012

    def __init__(self, meetings: Sequence[MeetingSummary], read: Callable[[int], Record | None]) -> None:
        """``meetings`` are those to choose from, the last of them first; ``read`` gives the record of one."""
        super().__init__()
        self._meetings = meetings
        self._read = read
        self._which = 0
        self._record: Record | None = None
        self._lines: tuple[Citable, ...] = ()
        self._found: list[Citable] = []
        self._amended: dict[tuple[int, int], Amendment] = {}
        self._put_in: dict[tuple[int, int], Amendment] = {}

    def compose(self) -> ComposeResult:
        """One line to type on, the lines that fit, all of the one marked, and the keys."""
        with Vertical(id="earlier-lines"):
            yield Words("", id="earlier-lines-title")
            yield LineInput(placeholder="Minute, as 24(ii), or words of the line")
            yield Rows()
            yield Words("", id="earlier-lines-below")
            older = "   F7/F8 another meeting" if len(self._meetings) > 1 else ""
            yield Words(f"Enter amend this line   Up/Down choose{older}   Esc back", id="earlier-lines-keys")

    def on_mount(self) -> None:
        """Show the last meeting."""
        self._show_meeting()

    def action_meeting(self, step: int) -> None:
        """Show the meeting before, or the one after."""
        self._which = min(max(self._which + step, 0), len(self._meetings) - 1)
        self._show_meeting()

    def _show_meeting(self) -> None:
        self._record = record = self._read(self._meetings[self._which].number)
        self._lines = citable(record) if record else ()
        made = record.afterwards.amendments if record else ()
        self._amended = {(each.item, each.line): each for each in made if each.how is not How.PUT_IN}
        self._put_in = {(each.item, each.line): each for each in made if each.how is How.PUT_IN}
        day = self._meetings[self._which].date
        of = (
            f"the minutes of {say_date(day, weekday=False)}" if day else f"meeting {self._meetings[self._which].number}"
        )
        self.query_one("#earlier-lines-title", Words).update(f"Amend which line of {of}?")
        self._typed()

    @on(Input.Changed)
    def _typed(self) -> None:
        words = words_of(self.query_one(LineInput).value)
        self._found = [
            each for each in self._lines if all(word in fold(each.text) or _cites(word, each.minute) for word in words)
        ]
        self.query_one(Rows).show(len(self._found), self._row)
        self.show_marked()

    def _row(self, index: int, width: int) -> Iterable[Piece]:
        each = self._found[index]
        yield f"{each.minute[:_NAME]:<{_NAME + 1}}", BOLD
        yield self._mark((each.position, each.line)), BOLD
        yield each.text[:width], PLAIN

    def _mark(self, place: tuple[int, int]) -> str:
        """What has become of a line, in capitals."""
        amended = self._amended.get(place)
        said = ["TAKEN OUT" if amended.how is How.TAKEN_OUT else "AMENDED"] if amended else []
        said += ["LINE AFTER IT"] if place in self._put_in else []
        return " + ".join(said) + "  " if said else ""

    def show_marked(self) -> None:
        """Say more of the row that is marked."""
        marked = self.query_one(Rows).marked
        said = "No line of these minutes has all of that."
        if marked is not None:
            line = self._found[marked]
            said = self._now(line) or line.text
            after = self._after(line)
            said += f"\nPut in after it: {after}" if after else ""
        self.query_one("#earlier-lines-below", Words).update(on_screen(said[:_LONGEST]))

    def _now(self, line: Citable) -> str | None:
        amended = self._amended.get((line.position, line.line))
        if amended is None:
            return line.text
        return None if amended.how is How.TAKEN_OUT else parse(amended.new).text

    def _after(self, line: Citable) -> str:
        made = self._put_in.get((line.position, line.line))
        return parse(made.new).text if made else ""

    @on(Input.Submitted)
    @on(Rows.Picked)
    def _picked(self) -> None:
        marked = self.query_one(Rows).marked
        if marked is not None and self._record and self.is_current:
            line = self._found[marked]
            self.dismiss(Chosen(self._record, line, self._now(line), self._after(line)))
