"""Comings and goings: who arrives, leaves, returns or takes the Chair, and at what time."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from clerk.language.clock import moment_meant
from clerk.language.dates import on_the_wall, say_time
from clerk.model import Movement, Presence, Record
from clerk.people import room
from clerk.terms import MovementKind
from screens import finding
from screens.card import Card
from screens.widgets.choices import Choices
from screens.widgets.inputs import LineInput
from screens.widgets.plain import Words

_KEYS = (
    "Enter arrives, leaves or returns   F3 leaves for an interest",
    "F5 takes the Chair   Ctrl+Z takes back the last   Esc done",
    'At another time than now: type it after the name, "da 10.45"',
)
_TIME_AFTER = re.compile(r"\s(\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)\s*$", re.IGNORECASE)

Move = Callable[[Movement], Record | None]
"""Writes a movement and gives back the record as it is then; None if it could not be saved."""
Doubt = Callable[[datetime], str]
"""Says what speaks against a time; nothing when nothing does."""
Unmove = Callable[[Movement, Presence | None], Record | None]
"""Takes a movement back, and with it what the roll says of the person since, if that is given; otherwise likewise."""


class Goings(Card[None]):
    """Type a few letters of a name; Enter says that the person has come in or gone out."""

    CSS_PATH = "goings.tcss"
    BINDINGS = [  # noqa: RUF012 - Textual's own form
        ("escape,ctrl+g", "done", "Done"),
        ("up", "move(-1)", "Up"),
        ("down", "move(1)", "Down"),
        ("f3", "leave_for_interest", "Interest"),
        ("f5", "take_the_chair", "Chair"),
        ("ctrl+z", "take_back", "Undo"),
    ]

    def __init__(
        self, record: Record, position: int, now: Callable[[], datetime], move: Move, unmove: Unmove, doubt: Doubt
    ) -> None:
        super().__init__()
        self._record = record
        self._position = position
        self._now = now
        self._move = move
        self._unmove = unmove
        self._doubt = doubt
        self._asked: tuple[str, MovementKind] | None = None
        """Whose movement was questioned for its time, and which; the same key again means it."""
        self._shown: list[Presence] = []
        self._before: dict[int, Presence] = {}

    def compose(self) -> ComposeResult:
        """One line to type on, who is there, and who came and went."""
        with Vertical(id="goings"):
            yield Words("", id="goings-title")
            yield LineInput(placeholder="Type a name or initials, and a time if it is not now")
            yield Choices(id="goings-list")
            yield Words("", id="goings-past")
            yield Words("\n".join(_KEYS), id="goings-keys")

    def on_mount(self) -> None:
        """Show everybody."""
        self._refill()

    @on(Input.Changed)
    def _refill(self) -> None:
        self._asked = None
        # As things stand, as everywhere on the screen: a time yet to come has been asked about, and is meant.
        here = {person.name for person in room.in_the_room(self._record)}
        quorum = room.quorum_at(self._record)
        chair = room.in_the_chair_at(self._record)
        self._shown = finding.people(self._record.presence, self._typed()[0])
        listing = self.query_one(OptionList)
        listing.clear_options()
        listing.add_options([Option(Content(_row(person, person.name in here))) for person in self._shown])
        listing.highlighted = 0 if self._shown else None
        title = f"{quorum.said} in the room" + (f", quorum {quorum.needed}" if quorum.needed else "")
        title += "   NO QUORUM" if quorum.lost else ""
        title += f"   in the Chair: {chair.name}" if chair else "   nobody is in the Chair"
        self.query_one("#goings-title", Words).update(title)
        past = [_said(movement) for movement in self._record.movements[-4:]]
        self.query_one("#goings-past", Words).update("\n".join(past) or "Nobody has come or gone yet.")

    def _typed(self) -> tuple[str, datetime]:
        """The letters of a name, and the time meant."""
        text, now = self.query_one(LineInput).value, self._now()
        match = _TIME_AFTER.search(text)
        when = moment_meant(match[1], now.date(), self._record.meeting.opened) if match else None
        if match and when:
            return text[: match.start()], when
        return text, now

    # --- moving -------------------------------------------------------------------------------------------------

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _come_or_go(self) -> None:
        person = self._chosen()
        if person:
            when = self._typed()[1]
            inside = person in room.in_the_room(self._record, when)
            kind = MovementKind.LEFT if inside else room.arrival(self._record, person.name, when)
            self._write(person, kind, when)
        elif self.query_one(LineInput).value.strip():
            said = "Nobody on the roll is called that. Esc, then F2 adds them."
            self.query_one("#goings-title", Words).update(said)

    def action_leave_for_interest(self) -> None:
        """The person marked leaves, having declared an interest."""
        person = self._chosen()
        if person:
            self._write(person, MovementKind.LEFT, self._typed()[1], room.FOR_AN_INTEREST)

    def action_take_the_chair(self) -> None:
        """The person marked takes the Chair."""
        person = self._chosen()
        if person:
            self._write(person, MovementKind.TOOK_THE_CHAIR, self._typed()[1])

    def _chosen(self) -> Presence | None:
        at = self.query_one(OptionList).highlighted
        return self._shown[at] if at is not None and at < len(self._shown) else None

    def _write(self, person: Presence, kind: MovementKind, when: datetime, why: str = "") -> None:
        doubt = self._doubt(when)
        if doubt and self._asked != (person.name, kind):
            self._asked = (person.name, kind)
            self.query_one("#goings-title", Words).update(f"{doubt} The same key again if it is right.")
            return
        record = self._move(Movement(person.name, kind, when, self._during(when), why))
        if record and not person.attending:
            # The roll now has this person down as present; taking the movement back must not leave that.
            self._before[_last(record).id] = person
        self._show(record)

    def _during(self, when: datetime) -> int:
        """The item it was during: the one on the page, unless that was taken only later."""
        opened = self._record.items[self._position - 1].opened if self._position else None
        earlier = opened and on_the_wall(when) < on_the_wall(opened)
        return room.item_at(self._record, when) if earlier else self._position

    def action_take_back(self) -> None:
        """Undo the movement recorded last."""
        if self._record.movements:
            last = _last(self._record)
            self._show(self._unmove(last, self._before.pop(last.id, None)))

    def _show(self, record: Record | None) -> None:
        if record:
            self._record = record
            with self.prevent(Input.Changed):
                self.query_one(LineInput).value = ""
            self._refill()

    def action_move(self, step: int) -> None:
        """Move the highlight, leaving the cursor where one types."""
        self.query_one(Choices).move(step)

    def action_done(self) -> None:
        """Leave."""
        if self.is_current:
            self.dismiss(None)


def _row(person: Presence, inside: bool) -> str:
    where = "in " if inside else "out" if person.attending else " - "
    about = "; ".join(filter(None, (person.post, person.organisation)))
    return f"{where}  {person.name}   {about}" + ("   remote" if person.remote else "")


def _said(movement: Movement) -> str:
    did = "took the Chair" if movement.kind is MovementKind.TOOK_THE_CHAIR else movement.kind.value
    why = f", {movement.why}" if movement.why else ""
    return f"{say_time(movement.when)}  {movement.name} {did}{why}"


def _last(record: Record) -> Movement:
    """The movement entered last, whatever its time."""
    return max(record.movements, key=lambda movement: movement.id)
