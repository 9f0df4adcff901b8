"""A file with the minutes of several meetings: which of them to bring in, and one review after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from clerk.importers.books import Headed
from clerk.importers.books import Meetings as InFile
from clerk.importers.heading import is_bare_date
from clerk.importers.mends.front import of_body
from clerk.importers.reading import Reading, UnreadableError
from clerk.language.dates import say_date
from clerk.language.text import clean_line
from screens.pick import Pick
from screens.yes_no import YesNo

if TYPE_CHECKING:
    from screens.meetings import Meetings
    from screens.review import Accepted


class ToReview(NamedTuple):
    """A meeting to be read and reviewed."""

    name: str
    """What the review calls its file."""
    read: Callable[[], Reading]
    """Reads it. Raises UnreadableError."""


def ask_which(screen: Meetings, meetings: InFile, name: str) -> None:
    """Ask which of a file's meetings is to be brought in, and review that: one, all in turn, or the file as one."""
    read, count = meetings.one, len(meetings.headed)
    if read is None:
        return
    each = [ToReview(f"{name}, meeting {at} of {count}", partial(read, at - 1)) for at in range(1, count + 1)]
    headings = [_called(at, headed) for at, headed in enumerate(meetings.headed, 1)]
    # A page of one matter before several meetings is no book that could be taken as one meeting.
    last = ["The file as one meeting"] if meetings.usual is None else []
    choices = [f"All {count}, one after the other", *headings, *last]

    def picked(choice: int | None) -> None:
        if choice == 0:
            InTurn(screen, each).next()
        elif choice is not None:
            one = each[choice - 1] if choice <= count else ToReview(name, meetings.whole)
            screen.read_and_review(one)

    question = f"{clean_line(name)} holds {count} meetings. Which is to be brought in?   Esc: none"
    screen.app.push_screen(Pick(question, choices), picked)


def _called(place: int, headed: Headed) -> str:
    """The number and the day of a meeting, and its heading when that says more."""
    said = clean_line(headed.heading)
    more = "" if is_bare_date(said.partition(":")[2] or said) else f"   {said[:50]}"
    return f"{place:>3}  {say_date(headed.day)}{more}"


class InTurn:
    """Reviews several meetings, one after the other, and adds those that are accepted."""

    def __init__(self, screen: Meetings, waiting: Sequence[ToReview]) -> None:
        self._screen = screen
        self._waiting = list(waiting)
        self._count = len(waiting)
        self._added: list[int] = []
        self._body = ""

    def next(self) -> None:
        """Review the next that can be read; say what was done when none is left."""
        while self._waiting:
            meeting = self._waiting.pop(0)
            try:
                reading = self._of_body(meeting.read())
            except (UnreadableError, ValueError) as error:
                self._screen.say_not_imported(error)
                continue
            self._screen.review(reading, meeting.name, self._reviewed)
            return
        self._end()

    def _reviewed(self, accepted: Accepted | None) -> None:
        if accepted is None:
            self._ask_on()
        elif number := self._screen.add(accepted):
            self._added.append(number)
            self._body = accepted.reading.record.body.name
            self.next()
        else:
            self._end()

    def _of_body(self, reading: Reading) -> Reading:
        """Give a meeting whose body the file does not name that of the one before it."""
        if reading.record.body.name.strip() or not self._body:
            return reading
        return replace(reading, record=of_body(reading.record, self._body))

    def _ask_on(self) -> None:
        """One was left: go on with the others, or stop."""
        if not self._waiting:
            self._end()
            return
        left = len(self._waiting)
        question = f"That meeting was left out. Go on with the {f'{left} others' if left > 1 else 'last one'}?"

        def answered(on: bool | None) -> None:
            if on:
                self.next()
            else:
                self._end()

        self._screen.app.push_screen(YesNo(question, "1 yes   2 no, stop here"), answered)

    def _end(self) -> None:
        self._screen.fill(self._added[-1] if self._added else None)
        self._screen.app.notify(f"{len(self._added)} of {self._count} meetings are brought in.", markup=False)
