"""What was changed in the record on the desk since it was opened, to be undone and done again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from clerk.model import Record
from clerk.store import Store
from clerk.terms import MeetingState
from screens.desk_record import DeskRecord, now_to_the_second

if TYPE_CHECKING:
    from clerk.undoing import Change, Structure, Swap

_AFTERWARDS = (MeetingState.CIRCULATED, MeetingState.CONFIRMED)
"""States that others have been told of."""


class DeskUndoing(DeskRecord):
    """Keeps each change with the record before it. Only the text of the minutes is not its affair: that has Ctrl+Z."""

    def __init__(self, store: Store, number: int, now: Callable[[], datetime] = now_to_the_second) -> None:
        super().__init__(store, number, now)
        self.done: list[Change] = []
        """The changes of this session, the last at the end."""
        self.undone: list[Change] = []
        """Those undone and not done again, the last undone at the end."""
        self._settled: Structure | None = None
        self._before: Record | None = None
        self._fresh = False
        """Whether the last settling kept a change, for words to be put with it."""

    def watch(self) -> None:
        """Begin to keep what is changed. It is not done at the start, for a first frame can do without."""
        if not self.read_only and self._settled is None:
            self._settled = self.store.structure(self.number)

    def reload(self) -> Record:
        """Read the record again, as after every change."""
        self._before = self._before or self.record
        return super().reload()

    def settle(self) -> None:
        """Keep what was changed since this was last done as one change. It costs nothing when nothing was."""
        before, self._before = self._before, None
        if before is None or self._settled is None:
            return
        self._fresh = False
        was, self._settled = self._settled, self.store.structure(self.number)
        if _went_round(before, self.record):
            self.done.clear()
            self.undone.clear()
            return
        from clerk.undoing import Change, say_other, swaps_between

        swaps = swaps_between(before, self.record)
        if swaps or self._settled != was:
            from clerk.changed import say_change

            said = say_change(before, self.record, say_other(was, self._settled, swaps, self.record))
            self.done.append(Change(said, was, self._settled, swaps))
            self.undone.clear()
            self._fresh = True

    def with_words(self, at: int, lines: tuple[str, ...]) -> None:
        """Say that the last change put ``lines`` on the page of an item as well, which go when it is undone."""
        if self._fresh:
            from clerk.undoing import Swap

            last = self.done[-1]
            swap = Swap(self.item(at).id, (), tuple(line for line in lines if line.strip()))
            self.done[-1] = replace(last, swaps=(*last.swaps, swap))

    def undo(self) -> list[str]:
        """Undo the last change. Returns the titles of items it added that stay, for something is typed under them."""
        change = self.done[-1]
        stayed = self._put(change.before, tuple(swap.back for swap in reversed(change.swaps)))
        self.undone.append(self.done.pop())
        return stayed

    def redo(self) -> list[str]:
        """Do the change undone last again."""
        change = self.undone[-1]
        self._put(change.after, change.swaps)
        self.done.append(self.undone.pop())
        return []

    def _put(self, structure: Structure, swaps: tuple[Swap, ...]) -> list[str]:
        stayed = self.store.put_structure_back(structure, swaps, self.now())
        self.reload()
        self._before, self._settled = None, self.store.structure(self.number)
        return stayed


def _went_round(before: Record, after: Record) -> bool:
    """Whether a draft has just gone round or the minutes were confirmed: what was changed before is not undone then."""
    told = after.meeting.state in _AFTERWARDS and before.meeting.state is not after.meeting.state
    return told or before.afterwards.circulated != after.afterwards.circulated
