"""Undoing what was changed in the record: items taken and put off, who came and went, what was declared, the roll."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from clerk.terms import ItemState
from screens.people import People

if TYPE_CHECKING:
    from clerk.undoing import Change

_MOST = 12
"""How many changes are offered; the last of them first."""
_NOT_CHANGED = "the record was not changed since it was opened here"
_NOT_UNDONE = "no change to the record was undone"


class Undoing(People):
    """Commands to undo and redo changes to the record. The text of the page has its own undo."""

    def action_undo_change(self) -> None:
        """Undo the last change to the record, or it and some before it; what was typed stays."""
        self._offer(self.desk.done, "Undo", self.desk.undo, "Undone", "Esc Y does it again", _NOT_CHANGED)

    def action_redo_change(self) -> None:
        """Do again what was undone last."""
        self._offer(self.desk.undone, "Do again", self.desk.redo, "Done again", "Esc U undoes it", _NOT_UNDONE)

    def _offer(
        self, changes: Sequence[Change], what: str, step: Callable[[], list[str]], told: str, back: str, none: str
    ) -> None:
        from screens.pick import Pick

        if not self.leave_page():
            return
        if not changes:
            self.notify(f"There is nothing to {what.lower()}: {none}.", markup=False)
            return
        last = list(reversed(changes[-_MOST:]))

        def picked(place: int | None) -> None:
            if place is not None:
                self._go(last[: place + 1], step, told, back)

        question = f"{what}? Enter takes the one marked, and with it those above; what was typed stays"
        self.app.push_screen(Pick(question, [f"{what}: {change.said}" for change in last]), picked)

    def _go(self, changes: Sequence[Change], step: Callable[[], list[str]], told: str, back: str) -> None:
        stayed: list[str] = []
        said: list[str] = []
        for change in changes:
            left = self._step(step)
            if left is None:
                break
            said.append(change.said)
            stayed = left
        if said:
            sentence = f"{told}: {'; '.join(said)}. {back}."
            if stayed:
                from clerk.language.english import join

                sentence += f" Something is typed under {join([repr(title) for title in stayed])}: it stays."
            self.notify(sentence, timeout=10, markup=False)

    def _step(self, step: Callable[[], list[str]]) -> list[str] | None:
        """Go one change back or forth, and show the item that was on the page as it then is; if it is gone, another."""
        item_id = self.desk.item(self.at).id if self.desk.record.items else 0
        cursor = self.editor.cursor_location
        left = self.change(step)
        items = self.desk.record.items
        if left is not None and items:
            open_now = next((at for at, item in enumerate(items) if item.state is ItemState.OPEN), self.at)
            at = next((at for at, item in enumerate(items) if item.id == item_id), open_now)
            self.show_item(at, *cursor)
        return left
