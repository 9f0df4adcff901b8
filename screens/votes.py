"""Taking a vote: agreed, by figures, or by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from clerk import notation
from clerk.model import Presence, Record
from clerk.people import room
from clerk.terms import Capacity
from clerk.voting.by_name import wants_names
from clerk.voting.entitled import Voting
from clerk.voting.names import Side, in_quotes
from clerk.voting.votes import LOST, Vote, check_vote, named_vote_line, needs_casting, read_vote
from screens.card import Card
from screens.widgets.choices import Options
from screens.widgets.inputs import LineInput
from screens.widgets.plain import Words

_SIDES = {"1": Side.FOR, "2": Side.AGAINST, "3": Side.ABSTAINED}
_CASTING = {"1": "carried", "2": "lost"}
_COMMANDS = ("0", "1", "2", "3", "8", "9")
_KEYS = (
    "Enter takes what is shown; or type lost, or 8-3-1 (for-against-abstained)",
    "By name: Down, then 1 for 2 against 3 abstained 0 no vote 9 the rest for",
    "Figures typed and names marked: those at their own request   Esc no vote",
    "8 on a name: has no vote on this item; again, has one",
)
_EQUAL = "The votes are equal. Casting vote: 1 for   2 against   Enter: none was given"
_BUDGET = "A budget decision has to be minuted by name (SI 2014/165): Down, then 1, 2 or 3."
_UNREAD = "Clerk does not know that form of vote, and will print it as typed."


Turn = Callable[[Presence], Record | None]
"""Gives a member a vote on the item or takes it from them, and gives back the record; None if it was not saved."""


class _Figures(LineInput):
    """Leaves digits to the screen while they are commands and not figures."""

    digits_are_commands = False

    async def _on_key(self, event: events.Key) -> None:
        if self.digits_are_commands and event.key in _COMMANDS:
            event.prevent_default()


class VoteCard(Card[str | None]):
    """Gives back the vote as it stands after ``V: ``, or None when the officer turned away."""

    CSS_PATH = "votes.tcss"
    BINDINGS = [  # noqa: RUF012 - Textual's own form
        ("escape", "turn_away", "Back"),
        ("up", "move(-1)", "Up"),
        ("down", "move(1)", "Down"),
    ]

    def __init__(self, record: Record, position: int, turn: Turn, vote: str = "") -> None:
        super().__init__()
        self._position = position
        self._turn = turn
        self._there = room.there_for(record, position)
        self._others = _not_voting(record, position, self._there)
        self._declared = {declared.name for declared in room.declared_in(record, position)}
        self._begun = vote
        self._wants_names = wants_names(record, position)
        self._sides: dict[str, Side | None] = {}
        """How each voted who has been called; None is that they did not."""
        self._asked = ""
        """The vote that was doubted last, which a second Enter means all the same."""
        self._equal = ""
        """The vote that waits for how the casting vote was given; else empty."""

    @property
    def _voters(self) -> tuple[Presence, ...]:
        """Those there who have a vote on the item."""
        return tuple(member for member in self._there if member.voting.on(self._position))

    def compose(self) -> ComposeResult:
        """One line for a vote in words or figures, and everybody who may vote."""
        with Vertical(id="votes"):
            yield Words("", id="votes-title")
            yield _Figures(self._begun, placeholder="agreed", id="figures", select=True)
            yield Options(id="votes-list")
            yield Words("", id="votes-others")
            yield Words("", id="votes-message")
            yield Words("\n".join(_KEYS), id="votes-keys")

    def on_mount(self) -> None:
        """Show who may vote."""
        self.query_one(OptionList).can_focus = False
        self._refill(None)

    # --- showing ------------------------------------------------------------------------------------------------

    def _refill(self, highlight: int | None) -> None:
        listing = self.query_one(OptionList)
        listing.clear_options()
        listing.add_options([Option(Content(self._row(member))) for member in self._there])
        self._mark(None if highlight is None else min(highlight, len(self._there) - 1))
        self._say_what_it_is()

    def _say_what_it_is(self) -> None:
        """Say what Enter would put down: in the title, and on the line for figures while that is empty."""
        line = self.query_one(_Figures)
        title, enter = f"Vote   {len(self._voters)} may vote on this item", "agreed"
        if self._sides:
            counts = ", ".join(f"{len(self._on(side))} {side}" for side in Side)
            asked = any(self._on(side) for side in Side)
            vote = read_vote(self._line()) if asked else None
            result = f", {vote.result}" if vote and vote.result else ""
            typed = bool(line.value.strip()) and asked
            title = f"Vote   at their own request: {counts}" if typed else f"Vote by name   {counts}"
            enter = f"by name{result}: {counts}" if asked else enter
        line.placeholder = enter
        self.query_one("#votes-title", Words).update(title)
        others = self.query_one("#votes-others", Words)
        others.update("\n".join(filter(None, (self._others, _unmarked(self._there)))))
        others.display = bool(others.content)

    def _row(self, member: Presence) -> str:
        notes = "   declared an interest" if member.name in self._declared else ""
        notes += "" if member.voting.on(self._position) else "   has no vote on this item"
        side = (self._sides[member.name] or "no vote") if member.name in self._sides else ""
        return f"{side:<10} {member.name}{notes}"

    def _mark(self, at: int | None) -> None:
        """Mark a name; with none marked one types figures."""
        self.query_one(OptionList).highlighted = at
        self.query_one(_Figures).digits_are_commands = at is not None or bool(self._equal)

    def _say(self, message: str) -> None:
        self.query_one("#votes-message", Words).update(message)

    def _on(self, side: Side) -> list[str]:
        return [voter.name for voter in self._voters if self._sides.get(voter.name) == side]

    # --- keys ---------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Do what a digit stands for, unless it is one of the figures."""
        at = self.query_one(OptionList).highlighted
        if event.key not in _COMMANDS or not self.query_one(_Figures).digits_are_commands:
            return
        # Else it would go on to the screen below, once this one is gone.
        event.stop()
        if self._equal:
            if event.key in _CASTING:
                self._cast(_CASTING[event.key])
        elif at is None:
            return
        elif event.key == "9":
            for voter in self._voters:
                self._sides.setdefault(voter.name, Side.FOR)
            self._refill(at)
        elif event.key == "8":
            self._turn_vote(self._there[at], at)
        elif self._there[at].voting.on(self._position):
            self._sides[self._there[at].name] = _SIDES.get(event.key)
            self._refill(at + 1)
        else:
            self._say(f"{self._there[at].name} has no vote on this item; 8 gives them one.")

    def _turn_vote(self, member: Presence, at: int) -> None:
        """Put down that a member has no vote on this item, or that they have one after all."""
        if record := self._turn(member):
            self._there = room.there_for(record, self._position)
            self._sides.pop(member.name, None)
            self._asked = ""
            self._say("")
            self._refill(at)

    def action_move(self, step: int) -> None:
        """Move among the names; above the first of them is the line for figures."""
        at = self.query_one(OptionList).highlighted
        there = (-1 if at is None else at) + step
        if there < len(self._there):
            self._mark(there if there >= 0 else None)

    @on(OptionList.OptionHighlighted)
    def _clicked(self) -> None:
        self._mark(self.query_one(OptionList).highlighted)

    @on(Input.Changed)
    def _typed(self) -> None:
        self._equal = self._asked = ""
        self._say("")
        self._mark(self.query_one(OptionList).highlighted)
        self._say_what_it_is()

    # --- done ---------------------------------------------------------------------------------------------------

    @on(Input.Submitted)
    def _entered(self) -> None:
        line = self._line()
        vote = read_vote(line)
        if self._asked == line:
            # Said once; a second Enter on the same vote means it.
            self._done(line)
        elif vote and needs_casting(vote):
            self._asked = self._equal = line
            self._say(_EQUAL)
            self._mark(self.query_one(OptionList).highlighted)
        elif doubt := self._doubt(vote):
            self._asked = line
            self._say(f"{doubt} Enter again if it is right.")
        else:
            self._done(line)

    def _doubt(self, vote: Vote | None) -> str | None:
        """What speaks against the vote as it stands: said once, never in the way."""
        if vote is None:
            return _UNREAD
        if self._wants_names and not vote.named:
            return _BUDGET
        if vote.result in LOST and (vote.ayes or 0) > (vote.noes or 0) and not vote.casting:
            return f"More voted for ({vote.ayes}) than against ({vote.noes}), and it is put down as {vote.result}."
        return check_vote(vote, len(self._voters))

    def _line(self) -> str:
        """The vote as far as it has been put down; names beside figures are those who asked to have theirs recorded."""
        typed = self.query_one(_Figures).value.strip()
        if not any(self._on(side) for side in Side):
            return typed or "agreed"
        if not typed:
            return _by_name(self._on(Side.FOR), self._on(Side.AGAINST), self._on(Side.ABSTAINED))
        own = [f"{', '.join(map(in_quotes, self._on(side)))} {side} at own request" for side in Side if self._on(side)]
        return "; ".join([typed, *own])

    def _cast(self, result: str) -> None:
        """Put in how the casting vote was given."""
        vote = read_vote(self._equal)
        if vote and vote.named:
            self._done(_by_name(vote.names_for, vote.names_against, vote.names_abstained, result))
        else:
            figures, semicolon, own = self._equal.partition(";")
            lead = figures.rstrip() if vote and vote.casting else f"{figures.rstrip()} casting"
            self._done(f"{lead} {result}{semicolon}{own}")

    def _done(self, line: str) -> None:
        if self.is_current:
            self.dismiss(line)


def _by_name(ayes: Sequence[str], noes: Sequence[str], abstained: Sequence[str], result: str = "") -> str:
    return notation.parse(named_vote_line(ayes, noes, abstained, result, casting=bool(result))).text


def _unmarked(there: Sequence[Presence]) -> str:
    """Say that some there vote on some items, and that it has not been said yet of any item that they do."""
    waiting = sum(each.voting == Voting(some=True) for each in there)
    if not waiting:
        return ""
    return f"{waiting} there {'has' if waiting == 1 else 'have'} no vote on any item yet: Down to the name, 8 gives it"


def _not_voting(record: Record, position: int, there: tuple[Presence, ...]) -> str:
    """Which members attend and were not there for the item, and why."""
    declared = {each.name for each in room.declared_in(record, position) if each.outcome.withdrew}
    members = [each for each in record.presence if each.attending and each.capacity is Capacity.MEMBER]
    said = [
        f"{member.name} ({'withdrew for an interest' if member.name in declared else 'out of the room'})"
        for member in members
        if member not in there
    ]
    return f"Not voting: {', '.join(said)}" if said else ""
