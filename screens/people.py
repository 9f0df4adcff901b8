"""What an officer does with people: the roll, comings and goings, interests, elections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from clerk.language.dates import say_time
from clerk.model import Declaration, Movement, Presence, Record
from clerk.people import room
from clerk.terms import MovementKind, Outcome
from screens.commands import MEETING_COMMANDS
from screens.desk import Desk
from screens.keyboard import pass_on
from screens.minuting import Minuting

if TYPE_CHECKING:
    from datetime import datetime

    from screens.yes_no import YesNo

Answer = Callable[[bool], None]
"""What is done with the answer to a question."""

_PUTTING_OFF = frozenset(each.key for each in MEETING_COMMANDS) - {"", "escape", "f5", "f8", "f12"}
"""Keys that put a question off; those that take business on wait, for one pressed twice would pass an item over."""


class People(Minuting):
    """Commands about people."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._gone: set[str] = set()
        """Who left for an interest and is not to be asked back: gone, the officer said."""

    def action_roll(self) -> None:
        """Call the roll."""
        from screens.roll import RollScreen
        from screens.roll_roster import BodyRoster

        def set_presence(presence: Presence) -> Presence | None:
            return self.change(lambda: self.desk.set_presence(presence))

        def remove(presence: Presence) -> None:
            self.change(lambda: self.desk.remove_presence(presence))

        roster = BodyRoster(self, self.desk)
        self.app.push_screen(RollScreen(self.desk.record.presence, set_presence, remove, roster))

    def action_goings(self) -> None:
        """Record who arrives, leaves, returns or takes the Chair."""
        from screens.goings import Goings

        def move(movement: Movement) -> Record | None:
            return self.change(lambda: self.desk.move(movement))

        def unmove(movement: Movement, before: Presence | None) -> Record | None:
            return self.change(lambda: self.desk.unmove(movement, before))

        position = self.at + 1 if self.desk.in_session and self.desk.record.items else 0

        def doubt(when: datetime) -> str:
            return room.doubt_of_time(self.desk.record, when, self.desk.now())

        self.app.push_screen(Goings(self.desk.record, position, self.desk.moment, move, unmove, doubt))

    # --- interests ----------------------------------------------------------------------------------------------

    def action_interests(self) -> None:
        """Declare an interest."""
        from clerk.house_style import style_of
        from screens.interests import Interests

        if not self.has_business():
            return

        declared: list[Declaration] = []

        def declare(declaration: Declaration) -> Declaration | None:
            made = self.change(lambda: self.desk.declare(declaration))
            if made:
                declared.append(made)
                self._told_of_none(made)
            return made

        def withdraw(declaration: Declaration) -> bool:
            return self.change(lambda: self.desk.withdraw(declaration)) or False

        kinds = style_of(self.desk.record.body).declarations.kinds
        card = Interests(self.desk.record, self.at, kinds, declare, withdraw, self.action_none_declared)
        self.app.push_screen(card, lambda _: self._ask_whether_back(declared))

    def _told_of_none(self, made: Declaration) -> None:
        """Say what became of the sentence that none was declared, and show the page without it."""
        from clerk.sentences.none_declared import still_says_none

        item = self.desk.item(self.at) if self.desk.record.items else None
        if item and item.text != self.editor.text:
            self.show_item(self.at, *self.editor.cursor_location)
            said = "The sentence that none was declared is taken out; this prints instead. Esc U undoes it."
            self.notify(said, markup=False)
        if still_says_none(self.desk.record, made):
            said = "The minute still says, in other words, that none was declared: put that line right."
            self.notify(said, severity="warning", markup=False)

    def action_outcome(self, outcome: str) -> None:
        """Say what the first person did who declared in this item and of whom it has not been said."""
        if not self.has_business():
            return
        declared = room.declared_in(self.desk.record, self.at + 1)
        for declaration in declared:
            if declaration.outcome is Outcome.NOT_SAID:
                now = replace(declaration, outcome=Outcome(outcome))
                made = self.change(lambda now=now: self.desk.declare(now))  # type: ignore[misc]
                self._ask_whether_back([made] if made else [])
                return
        said = "It is said already what everybody did who declared an interest in this item."
        self.notify(said if declared else "Nobody has declared an interest in this item.", markup=False)

    def _ask_whether_back(self, declared: list[Declaration]) -> None:
        """Ask whether those are back who left for an interest in an item that is over: else they are out from then."""
        from clerk.people.withdrawing import withdrawal_from
        from screens.yes_no import YesNo

        questions: list[tuple[str | YesNo, Answer]] = []
        for each in declared if self.desk.in_session else ():
            concerned = each.items or filter(None, [each.made_at])
            lefts = (withdrawal_from(self.desk.record, each, at, self.desk.moment()) for at in concerned)
            if left := next(filter(None, lefts), None):
                asked = f"{left.name} left for an interest in an item now over. Back in the room?"
                question = YesNo(asked, "1 yes   2 no   or type on; Ctrl+G records it later")
                questions.append((question, lambda yes, left=left: self._out(left, yes)))  # type: ignore[misc]
        self.ask_in_turn(questions, lambda: None)

    def _out(self, left: Movement, back: bool) -> None:
        if not back:
            self.change(lambda: self.desk.move(left))

    # --- what must be asked -------------------------------------------------------------------------------------

    def questions_on_leaving(self) -> list[tuple[str | YesNo, Answer]]:
        """What the record cannot know: who was there for the decision, and who came back for the next item."""
        if self.desk.read_only or not self.desk.in_session or not self.leave_page():
            return []
        questions: list[tuple[str | YesNo, Answer]] = []
        for movement in room.ambiguous(self.desk.record, self.at + 1):
            asked = f"{movement.name} {movement.kind.value} at {say_time(movement.when)}. There for the decision?"
            questions.append((asked, lambda yes, movement=movement: self._voted(movement, yes)))  # type: ignore[misc]
        for person in room.out_for_an_interest(self.desk.record, self.desk.moment()):
            if person.name in self._gone:
                continue
            asked = f"{person.name} left for an interest in the item now over. Back in the room?"
            questions.append((asked, lambda yes, person=person: self._back(person, yes)))  # type: ignore[misc]
        return questions

    def _voted(self, movement: Movement, yes: bool) -> None:
        self.change(lambda: self.desk.move(replace(movement, voted=yes)))

    def _back(self, person: Presence, yes: bool) -> None:
        if not yes:
            self._gone.add(person.name)
        else:
            kind = room.arrival(self.desk.record, person.name, self.desk.moment())
            self.change(lambda: self.desk.move(Movement(person.name, kind, self.desk.moment(), 0)))

    def ask_in_turn(self, questions: list[tuple[str | YesNo, Answer]], then: Callable[[], None]) -> None:
        """Ask one after another; Esc leaves one open, typing all that are left; then go on."""
        from screens.yes_no import YesNo

        if not questions:
            then()
            return
        (asked, answer), rest = questions[0], questions[1:]
        question = asked if isinstance(asked, YesNo) else YesNo(asked)
        question.keys_below = _PUTTING_OFF

        def answered(yes: bool | None) -> None:
            if yes is not None:
                answer(yes)
            self.ask_in_turn([] if question.meant_below else rest, then)
            if question.meant_below:
                self.return_to_page()
                pass_on(question.meant_below, self.focused or self)

        self.app.push_screen(question, answered)

    # --- elections ----------------------------------------------------------------------------------------------

    def action_election(self) -> None:
        """Put in the minute of an election: nominations, votes, who is elected; or that nobody was nominated."""
        from clerk.sentences.electing import Stage
        from screens.election import ElectionCard

        if not self.has_business() or not self.leave_page():
            return
        position = self.at + 1

        def elect(election: Stage | None) -> None:
            if election is not None:
                self.put_words(election.lines(self.desk.record, position))
                self._offer_the_chair(election.elected, position)

        self.app.push_screen(ElectionCard(self.desk.record, position), elect)

    def _offer_the_chair(self, name: str, position: int) -> None:
        """Ask whether who was elected Chair presides from now on."""
        from clerk.sentences.elections import is_of_the_chair
        from screens.yes_no import YesNo

        record = self.desk.record
        presides = room.in_the_chair_at(record, self.desk.moment())
        on_the_roll = any(person.name == name for person in record.presence)
        new = on_the_roll and (presides is None or presides.name != name)
        if not new or not self.desk.in_session or not is_of_the_chair(record.items[position - 1]):
            return

        def take(yes: bool) -> None:
            if yes:
                taken = Movement(name, MovementKind.TOOK_THE_CHAIR, self.desk.moment(), position)
                self.change(lambda: self.desk.move(taken))

        question = YesNo(f"{name} takes the Chair from now?", "1 yes   2 no   or type on; Ctrl+G records it later")
        self.ask_in_turn([(question, take)], lambda: None)
