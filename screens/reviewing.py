"""What was read beside what the file says: the two lists of the review, and finding one's way in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import Screen

from clerk.arriving.bringing_in import Plan
from clerk.importers.reading import Reading
from clerk.language.dates import say_date
from clerk.language.text import clean_line
from screens.commands import REVIEW_COMMANDS, bindings
from screens.review_rows import Row, What, place_of, rows_of
from screens.widgets.file_lines import FileLines
from screens.widgets.key_bar import KeyBar
from screens.widgets.plain import Words
from screens.widgets.rows import BOLD, PLAIN, Piece, Rows

_LABEL = 8
"""Cells for the number or the label of a row."""
_TWO_COLUMNS = 100
"""Cells from which the file stands beside what was read of it, and not below."""
_TOLD = 6.0
"""Seconds for which a refusal stands in place of the keys."""


@dataclass(frozen=True)
class Accepted:
    """What the officer accepted."""

    reading: Reading
    """What was read, with the fixes."""
    into: int | None
    """The meeting to bring up to date with it; None for a new one."""


@dataclass(frozen=True)
class Step:
    """A reading that can be gone back to."""

    reading: Reading
    """What was read, with the fixes up to here."""
    mark: int
    """The row that was marked."""


class Reviewing(Screen[Accepted | None]):
    """Shows what was read and follows it in the file; ``steps`` are the readings that fixes have led to."""

    CSS_PATH = "review.tcss"
    COMMAND_TABLE = REVIEW_COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(REVIEW_COMMANDS),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home,ctrl+home", "move(-100000)", show=False),
        Binding("end,ctrl+end", "move(100000)", show=False),
    ]

    def __init__(self, reading: Reading, plan: Callable[[Reading], Plan], name: str = "") -> None:
        """Review what was read of a file called ``name``; ``plan`` says what would be done with it.

        ``plan`` may raise what the store raises.
        """
        super().__init__()
        self.steps = [Step(reading, 0)]
        """What was read, and what each fix made of it."""
        self.at_step = 0
        """Which of the steps shows; those after it can be made again."""
        self.plan = plan
        """Says what would be done with a reading."""
        self.file_name = name
        self.rows: list[Row] = []
        """What is listed."""

    @property
    def reading(self) -> Reading:
        """What was read, with the fixes made so far."""
        return self.steps[self.at_step].reading

    @property
    def row(self) -> Row:
        """The row that is marked."""
        return self.rows[self.query_one(Rows).marked or 0]

    def compose(self) -> ComposeResult:
        """A title, what was read, the file, what is doubtful at the mark, the keys."""
        yield Words("", id="review-title")
        with Container(id="review-both"):
            yield Rows(id="review-read")
            with Container(id="review-file"):
                yield Words(self.file_name or "The text", id="review-name")
                yield FileLines([(line.line, line.text) for line in self.reading.source])
        yield Words("", id="review-hint")
        yield KeyBar(REVIEW_COMMANDS)

    def on_mount(self) -> None:
        """Show what was read, with the mark on the first place to look at."""
        self.query_one(KeyBar).show_letters(True)
        if not self.reading.source:
            self.add_class("-no-file")
        self.show_rows(0)
        if self.reading.doubts:
            self.to_doubt(1, from_top=True)

    def on_resize(self, event: events.Resize) -> None:
        """Put the file beside what was read, or below it."""
        self.set_class(event.size.width >= _TWO_COLUMNS, "-beside")
        if self.rows:
            self.follow()

    # --- showing ------------------------------------------------------------------------------------------------

    def show_rows(self, mark: int) -> None:
        """Show what was read as it is now, with one row marked."""
        self.rows = rows_of(self.reading)
        self.query_one(Rows).show(len(self.rows), self._draw, mark)
        self.follow()

    def _draw(self, index: int, _: int) -> Iterable[Piece]:
        row = self.rows[index]
        yield "? " if row.doubts else "  ", BOLD
        manner = BOLD if row.what is What.ITEM else PLAIN
        yield f"{row.label[:_LABEL]:>{_LABEL}}  ", manner
        yield ("" if row.what in (What.ITEM, What.FIELD, What.DOUBT) else "  ") + row.text, manner

    def follow(self) -> None:
        """Show the place in the file, and what is to be said of the row that is marked."""
        row = self.row
        if self.reading.source:
            self.query_one(FileLines).go_to(place_of(self.reading, row))
        said = [str(self.reading.doubts[index]) for index in row.doubts]
        hint = "? " + "  ? ".join(said) + "  (x: it is in order)" if said else _HINTS[row.what]
        self.query_one("#review-hint", Words).update(hint)
        self.query_one("#review-hint", Words).set_class(bool(said), "-doubt")
        self.query_one("#review-title", Words).update(self._title())

    def _title(self) -> str:
        record = self.reading.record
        day = say_date(record.meeting.date, weekday=False) if record.meeting.date else "no date"
        left = f"? {len(self.reading.doubts)} to look at" if self.reading.doubts else "nothing to look at"
        count = len(record.items)
        facts = f", {day}   {count} item{'' if count == 1 else 's'}   {left}   Enter accepts"
        body = clean_line(record.body.name) or "(no body)"
        room = max(8, self.app.size.width - 2 - len(facts))
        return (body if len(body) <= room else f"{body[: room - 1]}…") + facts

    @on(Rows.Picked)
    def _clicked(self) -> None:
        self.follow()

    def action_move(self, step: int) -> None:
        """Move the mark."""
        self.query_one(Rows).move(step)
        self.follow()

    def action_page(self, direction: int) -> None:
        """Move the mark by a page."""
        rows = self.query_one(Rows)
        rows.move(direction * rows.page)
        self.follow()

    def action_next_doubt(self) -> None:
        """Go on to the next place to look at."""
        self.to_doubt(1)

    def action_previous_doubt(self) -> None:
        """Go back to the one before."""
        self.to_doubt(-1)

    def to_doubt(self, direction: int, *, from_top: bool = False) -> None:
        """Mark the next place to look at, or the one before, round the ends."""
        here = -1 if from_top else (self.query_one(Rows).marked or 0)
        places = [at for at, row in enumerate(self.rows) if row.doubts]
        if not places:
            self.tell("Nothing is left to look at. Enter accepts.")
            return
        if direction > 0:
            there = next((at for at in places if at > here), places[0])
        else:
            there = next((at for at in reversed(places) if at < here), places[-1])
        self.query_one(Rows).show(len(self.rows), self._draw, there)
        self.follow()

    def action_file(self) -> None:
        """Give the file more room, then none, then what it had."""
        if not self.reading.source:
            self.tell("This is a file of Clerk's own; all that it says is listed here.")
        elif self.has_class("-file-only"):
            self.remove_class("-file-only")
            self.add_class("-read-only")
        elif self.has_class("-read-only"):
            self.remove_class("-read-only")
        else:
            self.add_class("-file-only")
        self.call_after_refresh(self.follow)

    def tell(self, sentence: str) -> None:
        """Say something in place of the keys; what is too long, over what was read."""
        if not self.query_one(KeyBar).tell(sentence, _TOLD):
            self.notify(sentence, severity="warning", timeout=_TOLD, markup=False)


_HINTS = {
    What.DOUBT: "x: it is in order.",
    What.FIELD: "e changes it.",
    What.FRONT: "Kept as a note about the meeting. s makes it an item, d leaves it out.",
    What.ITEM: "j joins it to the item above, h makes it a heading, r its number, e its title, d drops it.",
    What.PAPER: "A paper of this item.",
    What.NOTE: "Agenda note. s makes it an item, m lets the minute begin here, d leaves it out.",
    What.MINUTE: "Minute. s makes it an item, m ends the agenda note here, d leaves it out.",
    What.LEFT_OUT: "Left out as page furniture. b puts it back, s makes it an item.",
}
