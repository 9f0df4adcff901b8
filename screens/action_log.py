"""The action log in the app: what this body's meetings left to be done, and what has become of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from clerk.actions.log import LoggedAction
from clerk.actions.noted import say_due
from clerk.actions.progress import ActionStatus
from clerk.language.dates import MONTHS
from clerk.language.folding import fold, words_of
from clerk.language.text import clean_line
from clerk.showing.actions import what_of, when_due, where_from
from screens.ask import Ask
from screens.rows_card import RowsCard
from screens.widgets.inputs import LineInput
from screens.widgets.plain import Words
from screens.widgets.rows import BOLD, PLAIN, Piece, Rows

_KEYS = "Enter or Space done, again open   F2 note   F3 no longer required   F4 minute the progress   Esc back"
_SIGNS = {ActionStatus.OPEN: " ", ActionStatus.COMPLETED: "✓", ActionStatus.DROPPED: "-"}
_MOST_SHOWN = 600
"""Characters of one action shown below the list."""

Report = Callable[[int, ActionStatus | None, str | None], LoggedAction | None]
"""Puts down the status, or the note, of an action and gives back how it then stands; None if it could not be saved."""
Minute = Callable[[Sequence[LoggedAction]], tuple[str, ...] | None]
"""Says the progress reported of some actions as lines for the page that are not there yet; None if none may be put."""


class ActionLogCard(RowsCard[tuple[str, ...]]):
    """Gives back the lines of progress to put on the page; None when there are none to put."""

    CSS_PATH = "action_log.tcss"
    BINDINGS = [  # noqa: RUF012 - Textual's own form
        ("f2", "note", "Note"),
        ("f3", "drop", "Not required"),
        ("f4", "minute", "Minute"),
    ]

    def __init__(self, found: Sequence[LoggedAction], report: Report, minute: Minute) -> None:
        """``found`` are the actions in the order they were agreed in; those that are open come first."""
        super().__init__()
        self._all = sorted(found, key=lambda each: each.action.status is not ActionStatus.OPEN)
        self._folded = [_folded(each) for each in self._all]
        self._shown: list[int] = []
        self._report = report
        self._minute = minute

    def compose(self) -> ComposeResult:
        """One line to type on, the actions, the one marked in full, and the keys."""
        with Vertical(id="action-log"):
            yield Words("", id="action-log-title")
            yield _Filter(placeholder="Type a name, initials or words to see fewer")
            yield Rows()
            yield Words("", id="action-log-whole")
            yield Words(_KEYS, id="action-log-keys")

    def on_mount(self) -> None:
        """Show every action."""
        self._fill()

    @on(Input.Changed)
    def _fill(self) -> None:
        words = words_of(self.query_one(LineInput).value)
        self._shown = [at for at, text in enumerate(self._folded) if all(word in text for word in words)]
        self.query_one(Rows).show(len(self._shown), self._row)
        self.show_marked()

    def _row(self, index: int, width: int) -> Iterable[Piece]:
        each = self._all[self._shown[index]]
        action = each.action
        day = f"{each.date.day} {MONTHS[each.date.month - 1][:3]}" if each.date else ""
        due = "OVERDUE" if each.overdue else clean_line(say_due(action))
        yield f"{_SIGNS[action.status]} {action.number:>4} ", BOLD if action.status is ActionStatus.OPEN else PLAIN
        yield f"{_cut(f'{action.label} {day}', 15):<16}", PLAIN
        room = max(10, width - 23 - 18)
        yield f"{_cut(what_of(action), room):<{room}}", PLAIN
        yield f" {_cut(due, 17)}", BOLD if each.overdue else PLAIN

    def show_marked(self) -> None:
        """Say more of the row that is marked."""
        still = [each for each in self._all if each.action.status is ActionStatus.OPEN]
        overdue = sum(each.overdue for each in still)
        title = f"Action log: {len(still) or 'nothing'} open" + (f", {overdue} overdue" if overdue else "")
        self.query_one("#action-log-title", Words).update(title)
        marked = self._marked()
        whole = _whole(self._all[marked]) if marked is not None else "No action fits what is typed." * bool(self._all)
        self.query_one("#action-log-whole", Words).update(
            whole or "No meeting of this body has left anything to be done."
        )

    def _marked(self) -> int | None:
        marked = self.query_one(Rows).marked
        return self._shown[marked] if marked is not None else None

    @on(Rows.Picked)
    def _clicked(self) -> None:
        self.show_marked()

    # --- progress -----------------------------------------------------------------------------------------------

    @on(Input.Submitted)
    def action_done(self) -> None:
        """Mark an action done; one that is settled is open again."""
        at = self._marked()
        if at is not None:
            is_open = self._all[at].action.status is ActionStatus.OPEN
            self._put(at, ActionStatus.COMPLETED if is_open else ActionStatus.OPEN, None)

    def action_drop(self) -> None:
        """Mark an action as no longer required."""
        at = self._marked()
        if at is not None:
            self._put(at, ActionStatus.DROPPED, None)

    def action_note(self) -> None:
        """Type how far an action has come."""
        at = self._marked()
        if at is None:
            return
        action = self._all[at].action

        def put(typed: str | None) -> None:
            if typed is not None and clean_line(typed) != action.progress:
                self._put(at, None, typed)

        self.app.push_screen(Ask(f"Progress of action {action.number}, {what_of(action)}", action.progress), put)

    def _put(self, at: int, status: ActionStatus | None, note: str | None) -> None:
        told = self._report(self._all[at].action.number, status, note)
        if told:
            self._all[at], self._folded[at] = told, _folded(told)
            self.query_one(Rows).refresh()
            self.show_marked()
        else:
            self.query_one("#action-log-whole", Words).update("Nothing was changed: Esc, and the meeting says why.")

    def action_minute(self) -> None:
        """Put the progress reported since the last meeting on the page, of the actions shown."""
        lines = self._minute([self._all[at] for at in self._shown])
        if lines == ():
            said = "No progress since the last meeting that is not on the page: Enter or F2 puts some down."
            self.query_one("#action-log-whole", Words).update(said)
        elif lines and self.is_current:
            self.dismiss(lines)


class _Filter(LineInput):
    """A line to type on, on which a space before anything else does what Enter does."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "space" and not self.value:
            event.stop()
            event.prevent_default()
            await self.action_submit()


def _folded(each: LoggedAction) -> str:
    action = each.action
    said = (*action.owners, *each.initials, action.what, action.label, each.item, action.progress, str(action.number))
    return fold(" ".join(said))


def _whole(each: LoggedAction) -> str:
    """An action in full: what its row may have cut, and what was reported of it."""
    action = each.action
    facts = [when_due(each), where_from(each), clean_line(each.item), "exempt" if each.exempt else ""]
    lines = [what_of(action), "; ".join(fact for fact in facts if fact)]
    told = action.status.value if action.status is not ActionStatus.OPEN else ""
    if action.since:
        told = f"{told or 'progress'} ({action.since.day} {MONTHS[action.since.month - 1]} {action.since.year})"
        told = f"{told}: {clean_line(action.progress)}" if action.progress else told
    return "\n".join(_cut(line, _MOST_SHOWN) for line in [*lines, told] if line)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
