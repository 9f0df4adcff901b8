"""The meeting on the officer's desk: the record as the app shows it, and every change written before it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from clerk.model import Body, Declaration, Meeting, Movement, Place, Presence, Record
from clerk.terms import ItemState
from screens.desk_afterwards import DeskAfterwards

if TYPE_CHECKING:
    from clerk.actions.log import LoggedAction
    from clerk.actions.progress import ActionStatus
    from clerk.bodies import KeptTemplate
    from clerk.earlier import EarlierLine
    from clerk.people.membership import Member, RosterChange


class Desk(DeskAfterwards):
    """One meeting of a store. ``at`` counts items from 0. Every method that writes raises what the store raises."""

    # --- the page -----------------------------------------------------------------------------------------------

    def save_page(self, at: int, page: str, line: int, column: int) -> None:
        """Commit an item's page, and where the officer is in it."""
        item = self.item(at)
        entries = self.store.save_page(item.id, page, self.now(), Place(item.id, line, column))
        items = list(self.record.items)
        items[at] = replace(item, entries=entries)
        self.record = replace(self.record, items=tuple(items))

    def set_place(self, at: int, line: int, column: int) -> None:
        """Remember where the officer is."""
        if not self.read_only and self.record.items:
            self.store.set_place(self.number, Place(self.item(at).id, line, column))

    def place(self) -> tuple[int, int, int]:
        """Where the officer was: place of the item, line and column. At first, the end of the item now open."""
        place = self.store.place(self.number)
        if place and any(item.id == place.item_id for item in self.record.items):
            return self.place_of(place.item_id), place.line, place.column
        states = [item.state for item in self.record.items]
        at = states.index(ItemState.OPEN) if ItemState.OPEN in states else self.business_from(0, 1) or 0
        lines = self.item(at).text.split("\n") if self.record.items else [""]
        return at, len(lines) - 1, len(lines[-1])

    def earlier_minutes(self) -> list[EarlierLine]:
        """The body's earlier minutes, to learn their words from."""
        return self.store.earlier_minutes(self.number)

    # --- the body -----------------------------------------------------------------------------------------------

    def set_about(self, body: Body, meeting: Meeting) -> bool:
        """Change how the body is spoken of, its quorum and style, and the meeting's place and first minute."""
        self.store.set_about(self.number, body, meeting)
        self.reload()
        return True

    def set_own_words(self, own_words: str) -> Body:
        """Make these the body's own words in place of its house style's; returns the body as it then is."""
        self.store.set_body(replace(self.record.body, own_words=own_words))
        return self.reload().body

    def set_template(self, template: KeptTemplate | None) -> bool:
        """Keep a Word template for the body, or none."""
        self.store.set_template(self.record.body.id, template)
        return True

    def phrases(self) -> tuple[str, ...]:
        """The body's own phrases."""
        return self.store.phrases(self.number)

    def set_phrases(self, phrases: tuple[str, ...]) -> bool:
        """Make these the body's own phrases."""
        self.store.set_phrases(self.number, phrases)
        self.reload()
        return True

    def set_roster(self, members: Sequence[Member], day: date) -> RosterChange:
        """Make these the roster of the body from a day on."""
        change = self.store.set_roster(self.record.body.name, members, day)
        self.reload()
        return change

    # --- actions ------------------------------------------------------------------------------------------------

    def action_log(self, *, its_own: bool = False) -> tuple[LoggedAction, ...]:
        """What earlier meetings of the body left to be done; with ``its_own``, this one too."""
        return tuple(self.store.action_log(self.number, self.now().date(), its_own=its_own))

    def report_progress(self, number: int, status: ActionStatus | None, note: str | None) -> LoggedAction | None:
        """Put down what has become of an action; returns it as it then stands."""
        told = self.store.report_progress([number], self.now(), status=status, note=note)
        self.reload()
        return told[0] if told else None

    # --- people -------------------------------------------------------------------------------------------------

    def set_presence(self, presence: Presence) -> Presence:
        """Write a line of the roll."""
        written = self.store.set_presence(self.number, presence)
        self.reload()
        return written

    def turn_vote(self, member: Presence, position: int) -> Record:
        """Give a member a vote on the item at a position, or take it from one who has."""
        self.set_presence(replace(member, voting=member.voting.turned(position)))
        return self.record

    def remove_presence(self, presence: Presence) -> None:
        """Take somebody added by mistake off the roll."""
        self.store.remove_presence(presence.id)
        self.reload()

    def declare(self, declaration: Declaration) -> Declaration:
        """Record a declaration, or what the person then did; who left for it in an open item has left the room.

        The usual sentence that none was made goes from the minute of the item.
        """
        from clerk.sentences.none_declared import pages_without

        made = replace(declaration, made=declaration.made or self.moment())
        with self.store.transaction():
            made, _ = self.store.declare_and_leave(self.number, made, self.moment())
            for item_id, page in pages_without(self.record, made):
                self.store.save_page(item_id, page, self.now())
        self.reload()
        return made

    def move(self, movement: Movement) -> Record:
        """Write who came or went, or what has since been said of it."""
        self.store.move(self.number, movement)
        self.reload()
        return self.record

    def unmove(self, movement: Movement, before: Presence | None = None) -> Record:
        """Take that back; with ``before``, what the roll said of the person until then as well."""
        with self.store.transaction():
            self.store.unmove(movement.id)
            if before:
                self.store.set_presence(self.number, before)
        self.reload()
        return self.record

    def withdraw(self, declaration: Declaration) -> bool:
        """Take a declaration recorded by mistake out of the record."""
        self.store.withdraw(declaration.id)
        self.reload()
        return True
