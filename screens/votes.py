"""Taking a vote: agreed, by figures, or by name."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from clerk.model import Presence
from clerk.votes import check_vote, named_vote_line, needs_casting, read_vote
from screens.widgets.inputs import LineInput
from screens.widgets.plain import Words

_SIDES = {"1": "for", "2": "against", "3": "abstained"}
_KEYS = (
    "Type agreed, lost, or the figures 8-3-1 (for-against-abstained), then Enter.",
    "By name: 1 for  2 against  3 abstained  0 not voting, down the list; Enter. Esc: no vote",
)


class _Figures(LineInput):
    """Leaves digits to the screen until something else has been typed: at first they mark names."""

    async def _on_key(self, event: events.Key) -> None:
        if not self.value and event.key in "0123":
            event.prevent_default()


class VoteCard(ModalScreen[str | None]):
    """Gives back the vote as it stands after ``V: ``, or None when the officer turned away."""

    CSS_PATH = "votes.tcss"
    BINDINGS = [  # noqa: RUF012 - Textual's own form
        ("escape", "turn_away", "Back"),
        ("up", "move(-1)", "Up"),
        ("down", "move(1)", "Down"),
    ]

    def __init__(self, voters: Sequence[Presence]) -> None:
        super().__init__()
        self._voters = voters
        self._sides: dict[str, str] = {}
        self._warned = ""

    def compose(self) -> ComposeResult:
        """One line for a vote in words or figures, and everybody who may vote."""
        with Vertical(id="votes"):
            yield Words(f"Vote   {len(self._voters)} may vote on this item", id="votes-title")
            yield _Figures(placeholder="agreed", id="figures")
            yield OptionList(id="votes-list", markup=False)
            yield Words("", id="votes-message")
            yield Words("\n".join(_KEYS), id="votes-keys")

    def on_mount(self) -> None:
        """Show who may vote."""
        self.query_one(OptionList).can_focus = False
        self._refill(0)

    def _refill(self, highlight: int) -> None:
        listing = self.query_one(OptionList)
        listing.clear_options()
        rows = [f"{self._sides.get(voter.name, ''):<10} {voter.name}" for voter in self._voters]
        listing.add_options([Option(Content(row)) for row in rows])
        listing.highlighted = min(highlight, len(rows) - 1) if rows else None
        if self._sides:
            counts = [f"{len(self._on(side))} {side}" for side in _SIDES.values()]
            self.query_one("#votes-title", Words).update("Vote by name   " + ", ".join(counts))

    def _on(self, side: str) -> list[str]:
        return [voter.name for voter in self._voters if self._sides.get(voter.name) == side]

    def on_key(self, event: events.Key) -> None:
        """Mark the name that is highlighted, and go to the next."""
        listing = self.query_one(OptionList)
        if event.key in {*_SIDES, "0"} and listing.highlighted is not None and not self.query_one(_Figures).value:
            self._sides[self._voters[listing.highlighted].name] = _SIDES.get(event.key, "")
            self._refill(listing.highlighted + 1)

    def action_move(self, step: int) -> None:
        """Move among the names."""
        listing = self.query_one(OptionList)
        if listing.option_count:
            listing.highlighted = ((listing.highlighted or 0) + step) % listing.option_count

    @on(Input.Submitted)
    def _entered(self) -> None:
        typed = self.query_one(_Figures).value.strip()
        line = typed or self._by_name() or "agreed"
        vote = read_vote(line)
        doubt = None
        if vote and needs_casting(vote):
            doubt = "A tie: add casting carried or casting lost, for the second vote of the person presiding."
        elif vote:
            doubt = check_vote(vote, len(self._voters))
        if doubt and self._warned != line:
            # Said once; a second Enter on the same vote means it.
            self._warned = line
            if not typed:
                self.query_one(_Figures).value = line
            self.query_one("#votes-message", Words).update(f"{doubt} Enter again if it is right.")
        elif self.is_current:
            self.dismiss(line)

    def _by_name(self) -> str:
        if not any(self._sides.values()):
            return ""
        return named_vote_line(self._on("for"), self._on("against"), self._on("abstained"))

    def action_turn_away(self) -> None:
        """Leave without a vote."""
        if self.is_current:
            self.dismiss(None)
