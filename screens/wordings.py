"""Earlier wordings of a line, and lines taken out of the item, to be brought back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from clerk.language.dates import MONTHS, say_time
from clerk.language.differing import smoothed, stretches, words
from clerk.lines import shared_start
from clerk.model import Entry
from screens.card import Card
from screens.widgets.plain import Words
from screens.widgets.rows import BOLD, PLAIN, Piece, Rows, beginning, on_screen

_GOES, _COMES = Style(strike=True), Style(bold=True, underline=True)
_MOST_PAIRS = 400_000
"""Pairs of words up to which a change is looked into, for looking must not wait."""
_MOST_SHOWN = 20_000
"""Characters of a difference that are shown: an overlong line must not keep anybody waiting."""


@dataclass(frozen=True)
class Restored:
    """What the officer chose to bring back."""

    text: str
    """The line with its notation prefix, exactly as it was typed."""
    deleted: bool
    """Whether it is a line that was taken out, to be put in anew; otherwise it takes the place of the line's words."""


@dataclass(frozen=True)
class _Choice:
    restored: Restored
    when: datetime | None


class Wordings(Card[Restored | None]):
    """Gives back what is to be restored; None when the officer turned away."""

    CSS_PATH = "wordings.tcss"
    BINDINGS = [  # noqa: RUF012 - Textual's own form
        ("escape", "turn_away", "Back"),
        ("enter", "restore", "Restore"),
        ("up", "move(-1)", "Up"),
        ("down", "move(1)", "Down"),
        ("pageup", "page(-1)", "Page up"),
        ("pagedown", "page(1)", "Page down"),
    ]

    def __init__(
        self,
        current: str,
        earlier: Sequence[tuple[datetime, str]],
        gone: Sequence[Entry] = (),
        now: datetime | None = None,
    ) -> None:
        """Show the wordings of a line.

        Args:
            current: the line as it stands.
            earlier: its earlier wordings, oldest first, with when each was written.
            gone: the lines taken out of its item, the last taken out first.
            now: times on this day are shown without the day; None shows the day always.
        """
        super().__init__()
        self._current = current
        self._now = now
        self._choices = [*_wordings(current, earlier), *_lines(gone)]
        self._wordings = sum(not choice.restored.deleted for choice in self._choices)
        times = [self._time(choice) for choice in self._choices]
        self._clock = max((len(time) for time in times), default=0)

    def compose(self) -> ComposeResult:
        """What can be brought back, the difference it would make, and the keys."""
        with Vertical(id="wordings"):
            yield Words(self._title(), id="wordings-title")
            yield Rows()
            yield Words("", id="wordings-caption")
            with VerticalScroll(id="wordings-difference", can_focus=False):
                yield Static(id="wordings-text")
            keys = "Enter bring it back   Up/Down choose   PgUp/PgDn scroll below   Esc back"
            yield Words(keys, id="wordings-keys")

    def on_mount(self) -> None:
        """Show every choice, and what the first would change."""
        self.query_one(Rows).show(len(self._choices), self._row)
        self._show_difference()

    def _title(self) -> str:
        deleted = len(self._choices) - self._wordings
        if not self._choices:
            return "This line has no earlier wordings, and no line has been deleted from this item."
        wordings = f"{self._wordings or 'No'} earlier wording{'' if self._wordings == 1 else 's'} of this line"
        return f"{wordings}, {deleted or 'no'} deleted line{'' if deleted == 1 else 's'} of this item"

    def _time(self, choice: _Choice) -> str:
        when = choice.when
        if when is None:
            return ""
        day = "" if self._now and self._now.date() == when.date() else f"{when.day} {MONTHS[when.month - 1][:3]} "
        return day + say_time(when)

    def _row(self, index: int, width: int) -> Iterable[Piece]:
        choice = self._choices[index]
        yield f"{self._time(choice):>{self._clock}}  ", PLAIN
        yield ("DELETED  " if choice.restored.deleted else "earlier  "), BOLD if choice.restored.deleted else PLAIN
        text = choice.restored.text
        begin = 0
        if not choice.restored.deleted:
            # Wordings of one line mostly begin alike: show where this one begins to differ.
            differs = shared_start(self._current, text)
            begin = beginning(text, differs, differs + 20, max(10, width - self._clock - 11))
        yield ("…" if begin else "") + text[begin : begin + width], PLAIN

    def _show_difference(self) -> None:
        marked = self.query_one(Rows).marked
        caption, text = "", Content("")
        if marked is not None:
            restored = self._choices[marked].restored
            if restored.deleted:
                caption, text = "This line would be put in:", Content(on_screen(restored.text[:_MOST_SHOWN]))
            else:
                caption = "In place of the line as it stands:   [-goes-]   {+comes back+}"
                text = _difference(self._current, restored.text)
        self.query_one("#wordings-caption", Words).update(caption)
        self.query_one("#wordings-text", Static).update(text)
        self.query_one("#wordings-difference").scroll_home(animate=False)

    @on(Rows.Picked)
    def _clicked(self) -> None:
        self._show_difference()

    def action_move(self, step: int) -> None:
        """Mark another choice and show what it would change."""
        self.query_one(Rows).move(step)
        self._show_difference()

    def action_page(self, direction: int) -> None:
        """Scroll a difference that is too long for its place."""
        pane = self.query_one("#wordings-difference")
        pane.scroll_relative(y=direction * max(1, pane.size.height - 1), animate=False, immediate=True)

    def action_restore(self) -> None:
        """Give back what is marked."""
        marked = self.query_one(Rows).marked
        if marked is not None and self.is_current:
            self.dismiss(self._choices[marked].restored)


def _wordings(current: str, earlier: Sequence[tuple[datetime, str]]) -> Iterable[_Choice]:
    """The wordings worth offering, newest first: not what stands already, nor the same twice."""
    seen = {current}
    for when, text in reversed(earlier):
        if text not in seen and text.strip():
            seen.add(text)
            yield _Choice(Restored(text, deleted=False), when)


def _lines(gone: Sequence[Entry]) -> Iterable[_Choice]:
    for entry in gone:
        yield _Choice(Restored(entry.line, deleted=True), entry.changed or entry.written)


def _difference(now: str, then: str) -> Content:
    """Mark what goes and what comes by signs, and by style as well."""
    pieces: list[tuple[str, Style]] = []
    shown = 0
    for before, text, after, style in _parts(now, then):
        pieces.append((f"{before}{on_screen(text[: _MOST_SHOWN - shown])}{after}", style))
        shown += len(text)
        if shown >= _MOST_SHOWN:
            pieces.append(("…", Style()))
            break
    return Content.assemble(*pieces)


def _parts(now: str, then: str) -> Iterator[tuple[str, str, str, Style]]:
    """What stays, goes and comes, in order, each with the signs about it."""
    for each in smoothed(stretches(words(now), words(then), _MOST_PAIRS), str.isspace):
        went, came = "".join(each.old), "".join(each.new)
        if each.same:
            yield "", came, "", Style()
            continue
        if went:
            yield "[-", went, "-]", _GOES
        if came:
            yield "{+", came, "+}", _COMES
