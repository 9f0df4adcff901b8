"""When each line was written: the private timeline, to find the place on a recording. It never prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from clerk.language.dates import MONTHS, on_the_wall, say_time
from clerk.language.folding import fold, words_of
from clerk.model import Record
from screens.named_lines import named_lines
from screens.rows_card import RowsCard
from screens.widgets.inputs import LineInput
from screens.widgets.plain import Words
from screens.widgets.rows import BOLD, PLAIN, Piece, Rows

_NAME = 17
"""Cells for the name of a line and the space after it."""


@dataclass(frozen=True)
class Moment:
    """One row of the timeline."""

    when: datetime
    """Local time, without a zone."""
    at: int
    """Place of the item it belongs to, from 0."""
    line: int
    """Which line of the item's page, from 0."""
    name: str
    """What it is: how a line is cited, or "taken", "left", "adjourned"."""
    text: str
    """Its words."""
    event: bool = False
    """Whether something happened, rather than that a line was written."""


def moments(record: Record) -> list[Moment]:
    """Everything whose time is known, in order of time."""
    lines = [
        Moment(on_the_wall(each.entry.written), each.at, each.line, each.name, each.text)
        for each in named_lines(record)
        if each.entry.written
    ]
    # The sort is stable and events go first: an item is taken and then written in, within the same second.
    return sorted([*_events(record), *lines], key=lambda moment: moment.when)


def _events(record: Record) -> Iterator[Moment]:
    meeting = record.meeting
    last = max(len(record.items) - 1, 0)
    if meeting.opened:
        yield Moment(on_the_wall(meeting.opened), 0, 0, "OPENED", "The meeting began.", True)
    for at, (item, number) in enumerate(zip(record.items, record.minute_numbers(), strict=True)):
        called = "" if number is None else f"{number} "
        if item.closed:
            yield Moment(on_the_wall(item.closed), at, 0, f"{called}left", item.title, True)
        if item.opened:
            yield Moment(on_the_wall(item.opened), at, 0, f"{called}taken", item.title, True)
    for movement in record.movements:
        why = f", {movement.why}" if movement.why else ""
        when = on_the_wall(movement.when)
        at = _during(record, movement.item, when)
        yield Moment(when, at, 0, "ROOM", f"{movement.name} {movement.kind.value}{why}", True)
    for adjournment in meeting.adjournments:
        when = on_the_wall(adjournment.began)
        at = _during(record, adjournment.item, when)
        yield Moment(when, at, 0, "ADJOURNED", adjournment.why, True)
        if adjournment.resumed:
            yield Moment(on_the_wall(adjournment.resumed), at, 0, "RESUMED", "", True)
    if meeting.closed:
        yield Moment(on_the_wall(meeting.closed), last, 0, "CLOSED", "The meeting ended.", True)


def _during(record: Record, position: int, when: datetime) -> int:
    """The place of an item known by its position; between items, of the last one taken by then."""
    if position:
        return min(position, len(record.items)) - 1
    taken = [(on_the_wall(item.opened), at) for at, item in enumerate(record.items) if item.opened]
    return max(((time, at) for time, at in taken if time <= when), default=(when, 0))[1]


def elapsed(when: datetime, opened: datetime | None) -> str:
    """How far into the meeting a moment is, "+0:40" in hours and minutes; nothing when that would say nothing."""
    if opened is None:
        return ""
    since = when - opened
    if since < timedelta():
        return "before"
    minutes = since // timedelta(minutes=1)
    return f"+{minutes // 60}:{minutes % 60:02d}" if since < timedelta(days=1) else "later"


def clock(when: datetime, opened: datetime | None) -> str:
    """The time of day; on another day than the meeting's, the day as well."""
    time = say_time(when)
    return time if opened and when.date() == opened.date() else f"{when.day} {MONTHS[when.month - 1][:3]} {time}"


class Timeline(RowsCard[tuple[int, int]]):
    """Gives back the line picked: place of the item and line, each from 0; None when the officer turned away."""

    CSS_PATH = "timeline.tcss"

    def __init__(self, record: Record, opened: datetime | None = None, at: int | None = None) -> None:
        """Times count from ``opened``; the first row of the item at place ``at`` (from 0) is marked, if given."""
        super().__init__()
        self._opened = on_the_wall(opened) if opened else None
        self._moments = moments(record)
        self._times = [(clock(each.when, self._opened), elapsed(each.when, self._opened)) for each in self._moments]
        self._clock = max((len(time) for time, _ in self._times), default=0)
        self._folded = [fold(f"{each.name} {each.text}") for each in self._moments]
        untimed = sum(each.entry.written is None for each in named_lines(record))
        self._untimed = f"   {untimed} line{'' if untimed == 1 else 's'} without a time" if untimed else ""
        self._at = at
        self._shown: list[int] = []

    def compose(self) -> ComposeResult:
        """One line to type on, the moments, and the keys."""
        with Vertical(id="timeline"):
            yield Words("Timeline", id="timeline-title")
            yield LineInput(placeholder="Words, a time (10.4), a minute (36) to show only those")
            yield Rows()
            yield Words("Enter go there   Up/Down choose   Esc back   Private: it never prints", id="timeline-keys")

    def on_mount(self) -> None:
        """Show everything."""
        self._typed()

    @on(Input.Changed)
    def _typed(self) -> None:
        words = words_of(self.query_one(LineInput).value)
        self._shown = [at for at in range(len(self._moments)) if all(self._has(at, word) for word in words)]
        mark = next((row for row, index in enumerate(self._shown) if self._moments[index].at == self._at), 0)
        self.query_one(Rows).show(len(self._shown), self._row, mark)
        count = len(self._shown)
        title = f"Timeline: when each line was first written   {count} row{'' if count == 1 else 's'}{self._untimed}"
        self.query_one("#timeline-title", Words).update(title)

    def _has(self, index: int, word: str) -> bool:
        """Whether a row has a word in it, or its time, or how far into the meeting it is, begins like that."""
        return word in self._folded[index] or any(time.startswith(word) for time in self._times[index])

    def _row(self, index: int, width: int) -> Iterable[Piece]:
        moment, (time, into) = self._moments[self._shown[index]], self._times[self._shown[index]]
        yield f"{time:>{self._clock}}  {into:>6}  ", PLAIN
        yield f"{moment.name[: _NAME - 1]:<{_NAME}}", BOLD if moment.event else PLAIN
        yield moment.text[:width], BOLD if moment.event else PLAIN

    @on(Input.Submitted)
    @on(Rows.Picked)
    def _picked(self) -> None:
        marked = self.query_one(Rows).marked
        if marked is not None and self.is_current:
            moment = self._moments[self._shown[marked]]
            self.dismiss((moment.at, moment.line))
