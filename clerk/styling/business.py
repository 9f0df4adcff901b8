"""The parts of a house style that say what was moved, voted and elected, and how business was interrupted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from clerk.styling.parts import Slots


@dataclass(frozen=True)
class Votes:
    """How motions and votes are put."""

    moved: Annotated[str, Slots("mover")]
    """A motion with its mover."""
    seconded: Annotated[str, Slots("mover", "seconder")]
    """A motion with its mover and seconder."""
    amendment_moved: Annotated[str, Slots("mover")]
    """An amendment with its mover."""
    amendment_seconded: Annotated[str, Slots("mover", "seconder")]
    """An amendment with its mover and seconder."""
    motion: str
    """What a vote after a motion was on."""
    amendment: str
    """What a vote after an amendment was on."""
    proposal: str
    """What any other vote was on."""
    agreed: Annotated[str, Slots("subject")]
    """Agreed, and no vote counted."""
    result: Annotated[str, Slots("subject", "result")]
    """The result alone."""
    result_figures: Annotated[str, Slots("subject", "result", "figures")]
    """The result with its figures."""
    tied: Annotated[str, Slots("subject", "figures")]
    """Equal figures, and no casting vote recorded."""
    casting: Annotated[str, Slots("subject", "result", "figures", "chair")]
    """Decided by the casting vote."""
    substantive: str
    """What a vote after an amendment that was carried was on."""
    put: Annotated[str, Slots("subject")]
    """Put to the vote, and nothing more known."""
    withdrawn: Annotated[str, Slots("subject")]
    """Withdrawn before it was put."""
    accepted: Annotated[str, Slots("subject")]
    """An amendment that the mover of the motion accepted, so that it was not put: the motion is amended by it."""
    unseconded: Annotated[str, Slots("subject")]
    """Not seconded, and so not put."""
    named: str
    """A recorded vote taken, and nothing more known."""
    named_result: Annotated[str, Slots("subject", "result")]
    """A recorded vote with its result; the names follow."""
    named_tied: Annotated[str, Slots("subject")]
    """A recorded vote with equal numbers, and no casting vote recorded; the names follow."""
    named_casting: Annotated[str, Slots("subject", "result", "chair")]
    """A recorded vote decided by the casting vote; the names follow."""
    named_for: Annotated[str, Slots("count", "names")]
    """Those who voted for."""
    named_against: Annotated[str, Slots("count", "names")]
    """Those who voted against."""
    named_abstained: Annotated[str, Slots("count", "names")]
    """Those who abstained."""
    own_for: Annotated[str, Slots("names")]
    """Members who required it to be recorded that they voted for (SI 1993/202 Schedule 2)."""
    own_against: Annotated[str, Slots("names")]
    """Members who required it to be recorded that they voted against."""
    own_abstained: Annotated[str, Slots("names")]
    """Members who required it to be recorded that they abstained."""


@dataclass(frozen=True)
class Business:
    """How business taken out of turn, put off, brought in or interrupted is minuted.

    ``{because}`` is the reason given, with the word that joins it and the space or comma before.
    """

    order_title: str
    """The title of the minute that the order of business was changed."""
    order: Annotated[str, Slots("board", "chair")]
    """The order of business was changed."""
    deferred: Annotated[str, Slots("because")]
    """Why an item was put off; stands before the resolution."""
    withdrawn: Annotated[str, Slots("because")]
    """An item was withdrawn."""
    urgent: Annotated[str, Slots("board", "chair", "reason")]
    """Business not on the agenda, with the special circumstances (Local Government Act 1972 s100B(4)(b))."""
    urgent_plain: Annotated[str, Slots("board", "chair", "reason")]
    """The same for a body to which that section does not apply."""
    together: Annotated[str, Slots("items")]
    """Under the item where the minute is: what was considered together with it."""
    agenda_item: Annotated[str, Slots("number", "title")]
    """An item in that sentence, by its agenda number."""
    unnumbered_item: Annotated[str, Slots("title")]
    """An item in that sentence that was not on the agenda."""
    together_reference: Annotated[str, Slots("number", "title")]
    """Under an item considered with another: where the minute is."""
    adjourned: Annotated[str, Slots("meeting", "when", "because")]
    """The meeting, or hearing, was interrupted."""
    resumed: Annotated[str, Slots("meeting", "when")]
    """It went on."""
    at: Annotated[str, Slots("time")]
    """When, on the day of the meeting."""
    at_on: Annotated[str, Slots("time", "date")]
    """When, on another day."""
    not_reached: Annotated[str, Slots("board")]
    """Under an item that the meeting had not reached when it closed; empty to leave such items out."""
    extension: Annotated[str, Slots("board", "time")]
    """The resolution to go on past a time limit."""


@dataclass(frozen=True)
class Elections:
    """How nominations and elections are minuted."""

    nominated: Annotated[str, Slots("name", "office")]
    """Somebody nominated, and not said by whom."""
    proposed: Annotated[str, Slots("name", "office", "proposer", "chosen")]
    """Somebody proposed, to be elected or appointed as the item's title has it."""
    seconded: Annotated[str, Slots("name", "office", "proposer", "seconder", "chosen")]
    """Somebody proposed and seconded."""
    only: str
    """There was one nomination."""
    none: str
    """Nobody was nominated."""
    votes: Annotated[str, Slots("votes")]
    """The votes cast."""
    votes_for: Annotated[str, Slots("name", "count")]
    """The votes for one of those nominated, in that sentence."""
    ballot: Annotated[str, Slots("votes")]
    """The votes cast, when it was by ballot."""
    abstained: Annotated[str, Slots("count")]
    """How many abstained, at the end of the votes cast."""
    casting: Annotated[str, Slots("name")]
    """Equal votes, and a casting vote (Local Government Act 1972 s4(3) and s15(3))."""
    lot: Annotated[str, Slots("name")]
    """Equal votes, and lots drawn."""
    elected: Annotated[str, Slots("name", "office", "chosen")]
    """The resolution, when it is not said for which year."""
