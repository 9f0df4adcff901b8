"""The drafts that went round: what has changed since one of them, or between two, and one as it went round."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from clerk.afterwards.parts import Circulation
from clerk.house_style import StyleError
from clerk.importers.reading import UnreadableError
from clerk.language.dates import MONTHS, say_time
from clerk.model import Record
from clerk.store import StoreError
from screens.page import Page
from screens.rows_card import RowsCard
from screens.widgets.plain import Words
from screens.widgets.rows import BOLD, PLAIN, Piece, Rows, on_screen

_COMPARE = "   Space compare with another"
_KEYS = "Enter redline{}   F9 write it again   Esc back"
_LONGEST = 300
"""Characters of whom a draft went to that are shown below the list."""


class Wanted(NamedTuple):
    """What the officer wants of the drafts."""

    since: int
    """The draft: what has changed since it."""
    until: int = 0
    """The draft up to which; 0 for the minutes as they now stand."""
    again: bool = False
    """Whether it is the draft itself, as it went round."""


class DraftsCard(RowsCard[Wanted]):
    """Gives back what is to be written; None when the officer turned away."""

    CSS_PATH = "drafts.tcss"
    BINDINGS = [  # noqa: RUF012 - Textual's own form
        ("enter", "redline", "Redline"),
        ("space", "compare", "Compare"),
        ("f9", "again", "Write again"),
    ]

    def __init__(self, drafts: Sequence[Circulation], confirmed: bool = False) -> None:
        """``drafts`` are those that went round, in order, the last shown first; ``confirmed`` if the minutes are."""
        super().__init__()
        self._confirmed = confirmed
        self._drafts = list(reversed(drafts))
        self._other: Circulation | None = None

    def compose(self) -> ComposeResult:
        """The drafts, what would be written, and the keys."""
        with Vertical(id="drafts"):
            yield Words("Drafts of these minutes that went round", id="drafts-title")
            yield Rows()
            yield Words("", id="drafts-below")
            yield Words(_KEYS.format(_COMPARE if len(self._drafts) > 1 else ""), id="drafts-keys")

    def on_mount(self) -> None:
        """Show every draft."""
        self.query_one(Rows).show(len(self._drafts), self._row)
        self.show_marked()

    def _row(self, index: int, width: int) -> Iterable[Piece]:
        made = self._drafts[index]
        day = f"{made.when.day} {MONTHS[made.when.month - 1][:3]} {made.when.year}"
        yield f"Draft {made.version:<4}", BOLD
        yield f"{day:>11} {say_time(made.when):>8}  ", PLAIN
        yield ("COMPARE  " if made is self._other else ""), BOLD
        yield (f"to {made.to}" if made.to else "")[:width], PLAIN

    def show_marked(self) -> None:
        """Say what Enter would write, and in full to whom the draft went."""
        made = self._marked()
        said = f"Enter writes what changed {_span(self._wanted(), self._confirmed)}, as Word tracked changes."
        if made is self._other:
            said = f"Go to another draft: Enter there writes what changed between draft {made.version} and that one."
        to = f"Draft {made.version} went to {on_screen(made.to[:_LONGEST])}.\n" if made.to else ""
        self.query_one("#drafts-below", Words).update(f"{to}{said}")

    def _marked(self) -> Circulation:
        return self._drafts[self.query_one(Rows).marked or 0]

    def _wanted(self) -> Wanted:
        versions = {self._marked().version, self._other.version if self._other else self._marked().version}
        return Wanted(min(versions), max(versions) if len(versions) > 1 else 0)

    @on(Rows.Picked)
    def _clicked(self) -> None:
        self.show_marked()

    def action_compare(self) -> None:
        """Take the draft that is marked as one of two to compare; again, not."""
        made = self._marked()
        self._other = made if made is not self._other and len(self._drafts) > 1 else None
        self.query_one(Rows).refresh()
        self.show_marked()

    def action_redline(self) -> None:
        """Have what changed written."""
        if self.is_current:
            self.dismiss(self._wanted())

    def action_again(self) -> None:
        """Have the draft written again."""
        if self.is_current:
            self.dismiss(Wanted(self._marked().version, again=True))


def ask_for_redline(page: Page) -> None:
    """Show the drafts that went round, and write what the officer wants of them."""
    from clerk.copying.confirmed import are_confirmed

    drafts = page.desk.record.afterwards.circulated
    if not drafts:
        page.notify("No draft of these minutes has gone round yet: Esc V writes one.", markup=False)
        return

    def chosen(wanted: Wanted | None) -> None:
        if wanted is not None:
            try:
                (_write_again if wanted.again else _write_redline)(page, wanted)
            except (StoreError, UnreadableError, StyleError, sqlite3.Error) as error:
                page.notify(str(error), title="Not written", severity="error", timeout=20, markup=False)

    page.app.push_screen(DraftsCard(drafts, are_confirmed(page.desk.record)), chosen)


def _write_redline(page: Page, wanted: Wanted) -> None:
    from clerk.afterwards.confirming import settled
    from clerk.copying.confirmed import are_confirmed
    from exports.redline_drafts import both_drafts, redline_name, write_redline, write_redline_to_confirmed
    from screens.word import ask_and_write

    now = page.desk.record
    earlier = _kept(page, wanted.since)[1]
    later = _kept(page, wanted.until)[1] if wanted.until else now
    confirmed = not wanted.until and are_confirmed(now)
    old, new = both_drafts(earlier, settled(now) if confirmed else later, now)
    span = _span(wanted, confirmed)
    if old == new:
        page.notify(f"Nothing that prints has changed {span}: there is nothing to write.", timeout=10, markup=False)
        return

    def write(path: Path) -> Callable[[], Sequence[str]]:
        def work() -> Sequence[str]:
            if confirmed:
                write_redline_to_confirmed(path, earlier, now)
            else:
                write_redline(path, earlier, later, now)
            return ()

        return work

    ask_and_write(page, f"what changed {span}", redline_name(now, wanted.since, wanted.until), "Redline written", write)


def _write_again(page: Page, wanted: Wanted) -> None:
    from clerk.afterwards.circulating import as_it_went_round
    from exports.draft_minutes import circulated_name, write_circulated
    from exports.kept_template import as_template
    from screens.word import ask_and_write, stumbles

    record = as_it_went_round(*_kept(page, wanted.since))

    def write(path: Path) -> Callable[[], Sequence[str]]:
        template = page.attempt(lambda: page.desk.store.template(page.desk.record.body.id))

        def work() -> Sequence[str]:
            write_circulated(path, record, as_template(template) if template else None)
            return stumbles(path)

        return work

    name = circulated_name(record, wanted.since)
    ask_and_write(page, f"draft {wanted.since} again", name, f"Draft {wanted.since} written again", write)


def _span(wanted: Wanted, confirmed: bool) -> str:
    if wanted.until:
        return f"from draft {wanted.since} to draft {wanted.until}"
    return f"from draft {wanted.since} to the confirmed minutes" if confirmed else f"since draft {wanted.since}"


def _kept(page: Page, version: int) -> tuple[Circulation, Record]:
    return page.desk.store.circulated(page.desk.number, version)
