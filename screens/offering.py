"""The words offered on a page: prepared from the record when there is nothing to draw, and learned in a thread."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clerk.completion import WordRuns
    from screens.page import Page

_LEARN_AFTER = 1.0
"""Seconds after the first frame until earlier minutes are learned from."""


class Offering:
    """Keeps what a page offers up to date with the record and the item on it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._begun = False
        self._due = False
        self._earlier: WordRuns | None = None

    def begin(self) -> None:
        """Begin to offer: the first frame is out."""
        if not self._page.desk.read_only:
            self._begun = True
            self.offer()
            self._page.set_timer(_LEARN_AFTER, self._learn_later)

    def offer(self) -> None:
        """Offer, after the next paint, what the record as it is now suggests for this item."""
        if self._begun and not self._due and self._page.desk.record.items:
            self._due = True
            self._page.call_after_refresh(self._prepare)

    def again(self) -> None:
        """Offer anew: what was to be done after a paint is lost when the card that was on top then goes before it."""
        self._due = False
        self.offer()

    def _prepare(self) -> None:
        from clerk.completion import Completer, Context

        self._due = False
        page = self._page
        phrases = page.attempt(page.desk.phrases) or ()
        context = Context(page.desk.record, page.at + 1, earlier=self._earlier, phrases=phrases)
        page.editor.offer_from(Completer(context).suggest)

    def _learn_later(self) -> None:
        self._page.run_worker(self._learn(), exit_on_error=False)

    async def _learn(self) -> None:
        """Learn from the body's earlier minutes, in a thread: a fifth of a second's work must not hold up a key."""
        from clerk.completion import WordRuns

        lines = self._page.attempt(self._page.desk.earlier_minutes)
        if lines:
            self._earlier = await asyncio.to_thread(WordRuns, lines)
            self.offer()
