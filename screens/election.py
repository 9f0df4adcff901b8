"""An election by key: who is nominated by whom, the votes for each, who is elected."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input
from textual.widgets.option_list import Option

from clerk.language.text import clean_line
from clerk.model import Record
from clerk.sentences import electing
from clerk.sentences.electing import Asks, Stage
from clerk.sentences.elections import Nomination, Settled, office_of
from screens import finding
from screens.card import Card
from screens.widgets.choices import Choices
from screens.widgets.inputs import LineInput
from screens.widgets.plain import Words

_ASKED = {
    Asks.NAME: ("Nominated", "a name or initials; Enter alone: no more nominations"),
    Asks.PROPOSER: ("Proposed by", "a name or initials; may be left empty"),
    Asks.SECONDER: ("Seconded by", "a name or initials; may be left empty"),
    Asks.VOTES: ("Votes", "7-5, in the order above; b 7-5 by ballot; empty: not counted"),
    Asks.WHO: ("Elected", "a number, or Down and Enter; empty: nobody yet"),
    Asks.TIE: ("Equal votes", "a number, or Down and Enter; empty: nobody yet"),
}
_NAMES = (Asks.NAME, Asks.PROPOSER, Asks.SECONDER)
_KEYS = "Enter goes on   Ctrl+Z takes back the last answer   Esc: leave it"
_MUST_CAST = "The person presiding must give a casting vote (LGA 1972 s4(3), s15(3))."
_WAYS = {Settled.BY_CASTING_VOTE: "by casting vote", Settled.BY_LOT: "by lot", Settled.BY_THE_VOTES: ""}


class ElectionCard(Card[Stage | None]):
    """Asks one thing at a time on one line; gives back the election, or None when the officer turned away."""

    CSS_PATH = "election.tcss"
    BINDINGS = [  # noqa: RUF012 - Textual's own form
        ("escape", "turn_away", "Back"),
        ("up", "move(-1)", "Up"),
        ("down", "move(1)", "Down"),
        ("ctrl+z", "take_back", "Undo"),
    ]

    def __init__(self, record: Record, position: int) -> None:
        super().__init__()
        self._record = record
        self._position = position
        self._office = office_of(record, record.items[position - 1])
        self._answers: list[str] = []
        self._offered: list[str] = []
        self._asked = ""

    def compose(self) -> ComposeResult:
        """Who is nominated, what is asked now, and what may be answered."""
        with Vertical(id="election"):
            yield Words(f"Election: {self._office}", id="election-title")
            yield Words("", id="nominated")
            with Vertical(id="asked"):
                yield Words("", id="election-asked")
                yield LineInput()
            yield Choices()
            yield Words("", id="election-message")
            yield Words(_KEYS, id="election-keys")

    def on_mount(self) -> None:
        """Ask for the first nomination."""
        self._ask()

    @property
    def _stage(self) -> Stage:
        return electing.stage(self._record, self._position, self._answers)

    def _ask(self) -> None:
        reached = self._stage
        if reached.asks is Asks.NOTHING:
            if self.is_current:
                self.dismiss(reached)
            return
        asked, hint = _ASKED[reached.asks]
        rows = [_row(place, each) for place, each in enumerate(reached.nominations, 1)]
        self.query_one("#nominated", Words).update("\n".join(rows) or "Nobody is nominated yet.")
        self.query_one("#election-asked", Words).update(asked)
        with self.prevent(Input.Changed):
            line = self.query_one(LineInput)
            line.value, line.placeholder = "", hint
        self._say(_MUST_CAST if reached.asks is Asks.TIE and reached.must_cast else "")
        self._offer()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._asked = ""
        self._say("")
        self._offer()

    def _offer(self) -> None:
        """Show the people, or the results, that may be meant; words that are nobody's name can be taken as they are."""
        reached, typed = self._stage, clean_line(self.query_one(LineInput).value)
        shown: list[str] = []
        self._offered = []
        if reached.asks in _NAMES:
            people = finding.people(self._record.presence, typed)
            found = electing.candidates(self._record, self._position, people, others=bool(typed))
            self._offered = [*found, *([typed] if typed and typed not in found else [])]
            shown = [*found, *([f'as typed: "{typed}"'] if typed and typed not in found else [])]
        elif reached.choices:
            self._offered = [str(number) for number in range(1, len(reached.choices) + 1)]
            ways = [f"{name} {_WAYS[way]}".rstrip() for name, way in reached.choices]
            shown = [f"{number}  {way}" for number, way in zip(self._offered, ways, strict=True)]
        listing = self.query_one(Choices)
        listing.clear_options()
        listing.add_options([Option(Content(each)) for each in shown])
        listing.highlighted = 0 if typed and reached.asks in _NAMES and shown else None

    def _say(self, message: str) -> None:
        self.query_one("#election-message", Words).update(message)

    # --- keys ---------------------------------------------------------------------------------------------------

    @on(Input.Submitted)
    def _entered(self) -> None:
        typed = clean_line(self.query_one(LineInput).value)
        at = self.query_one(Choices).highlighted
        reached = self._stage
        picks = reached.asks in _NAMES or not typed
        self._answer(self._offered[at] if picks and at is not None and at < len(self._offered) else typed)

    @on(Choices.OptionSelected)
    def _clicked(self, event: Choices.OptionSelected) -> None:
        self._answer(self._offered[event.option_index])

    def _answer(self, answer: str) -> None:
        reached = self._stage
        if refusal := electing.refuse(reached, answer):
            self._say(refusal)
        elif answer != self._asked and (said := electing.doubt(self._record, self._position, reached, answer)):
            self._asked = answer
            self._say(f"{said} Enter again if it is right.")
        else:
            self._asked = ""
            self._answers.append(answer)
            self._ask()

    def action_take_back(self) -> None:
        """Take back the last answer."""
        if self._answers:
            self._answers.pop()
            self._ask()

    def action_move(self, step: int) -> None:
        """Move the mark, leaving the cursor where one types."""
        listing = self.query_one(Choices)
        if listing.highlighted is None and listing.option_count:
            listing.highlighted = 0 if step > 0 else listing.option_count - 1
        else:
            listing.move(step)


def _row(place: int, nomination: Nomination) -> str:
    by = [f"proposed by {nomination.proposer}"] if nomination.proposer else []
    by += [f"seconded by {nomination.seconder}"] if nomination.seconder else []
    votes = "" if nomination.votes is None else f"   {nomination.votes} votes"
    return f"{place}  {nomination.name}{votes}" + (f"   {', '.join(by)}" if by else "")
