"""What the Store does for the people of a body: its roster, who joined and who left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from clerk.model import Body
from clerk.records import bodies
from clerk.records.trouble import StoreError
from clerk.storing.part import StorePart

if TYPE_CHECKING:
    from clerk.people.membership import Member, RosterChange
    from clerk.records.expected import Expected

# Rosters are for before a meeting, and loading what they need would be felt at every start.


class PeopleStore(StorePart):
    """The part of the Store for rosters."""

    def knows_body(self, name: str) -> bool:
        """Whether there is a body that has, or ever had, this name."""
        with self._reading() as db:
            return bodies.find(db, name) is not None

    def roster(self, body_name: str, day: date | None = None) -> tuple[Member, ...]:
        """Return the roster of a body on a day, in order; without a day, as it is from now on."""
        from clerk.records import memberships

        with self._reading() as db:
            return memberships.on_day(db, bodies.called(db, body_name), day)

    def memberships(self, body_name: str) -> tuple[Member, ...]:
        """Return everybody who belongs or belonged to a body, with the days."""
        from clerk.records import memberships

        with self._reading() as db:
            return memberships.load(db, bodies.called(db, body_name))

    def expected(self, body_name: str, day: date | None) -> Expected:
        """Return whom a body may expect on a day (None: at its next meeting), and where that is known from."""
        from clerk.records import expected

        with self._reading() as db:
            return expected.find(db, body_name, day)

    def set_roster(self, body_name: str, members: Sequence[Member], day: date) -> RosterChange:
        """Make these the roster of a body from a day on, and return what changed. Who is gone is kept as history.

        A body not known is added. The first roster of a body is taken to have stood before that day as well.
        """
        from clerk.kinds import body_kind_of, house_style_of, noun_of
        from clerk.records import memberships

        with self.transaction() as db:
            kind, style = body_kind_of(body_name), house_style_of(body_name)
            body = Body(body_name, kind=kind, noun=noun_of(body_name), style=style)
            return memberships.replace_roster(db, bodies.find_or_add(db, body), members, day)

    def join(self, body_name: str, member: Member, day: date) -> Member:
        """Add somebody to the roster of a body from a day on; as Chair in the place of another if so given."""
        from clerk.records import memberships

        with self.transaction() as db:
            return memberships.join(db, bodies.called(db, body_name), member, day)

    def leave(self, body_name: str, name: str, last_day: date) -> Member:
        """End somebody's membership with its last day; return it as it then stands."""
        from clerk.people.membership import same_person
        from clerk.records import memberships

        with self.transaction() as db:
            present = memberships.on_day(db, bodies.called(db, body_name), None)
            those = [each for each in present if each.name.casefold() == name.strip().casefold()]
            those = those or [each for each in present if same_person(each.name, name)]
            if len(those) != 1:
                called = "Nobody" if not those else "More than one person"
                raise StoreError(f"{called} on the roster is called {name.strip()}; clerk people list shows the names.")
            member = those[0]
            if member.since and last_day < member.since:
                raise StoreError(f"{member.name} joined on {member.since.isoformat()}; give a last day after that.")
            memberships.end(db, member.id, last_day + timedelta(days=1))
            return replace(member, until=last_day)
