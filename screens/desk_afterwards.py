"""What becomes of minutes after the meeting: drafts that go round, earlier minutes amended and confirmed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from clerk.model import MeetingSummary, Record
from screens.desk_business import DeskBusiness

if TYPE_CHECKING:
    from clerk.afterwards.parts import Amendment, Circulation, Confirmation, How


class DeskAfterwards(DeskBusiness):
    """Changes after the meeting; each is written before it is shown."""

    def circulate(self, to: str, write: Callable[[Record, Circulation], None]) -> Circulation:
        """Keep the draft that goes round, and ``write`` it; should that fail, it has not gone round."""
        with self.store.transaction():
            made = self.store.circulate(self.number, self.now(), to)
            write(self.store.record(self.number), made)
        self.reload()
        return made

    def earlier(self) -> Sequence[MeetingSummary]:
        """The closed meetings of the body before this one, the last of them first."""
        return [each for each in self.store.around(self.number)[0] if each.state.over]

    def amend_earlier(
        self, number: int, place: tuple[int, int], words: str, at: int, how: How | None = None
    ) -> Amendment | None:
        """Amend a line of earlier minutes, and minute that under the item at ``at``, from 0."""
        made = self.store.amend_and_minute(number, place, words, (self.number, at + 1), self.now(), how)
        self.reload()
        return made

    def confirm_earlier(self, number: int, confirmation: Confirmation, at: int) -> Record:
        """Confirm earlier minutes under the item at ``at``, from 0, and return their record."""
        self.store.confirm(number, confirmation, (self.number, at + 1))
        self.reload()
        return self.store.record(number)
