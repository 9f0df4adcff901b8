"""The parts of a house style, each a set of phrases, and the slots that each phrase may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from clerk.terms import DocumentKind, ItemKind, MovementKind, Outcome


class Slots:
    """The slots a phrase may use, noted on its type; a phrase without this note uses none."""

    def __init__(self, *names: str) -> None:
        self.names = names


class Keys:
    """The keys a table of phrases may have: the values of a kind."""

    def __init__(self, kinds: type[ItemKind | DocumentKind | MovementKind | Outcome]) -> None:
        self.names = tuple(str(kind) for kind in kinds if kind)


@dataclass(frozen=True)
class Printing:
    """What prints, and in what form."""

    number: Annotated[str, Slots("number")]
    """The minute number before a title: "{number}."."""
    title_full_stop: bool
    """Whether an item's title ends with a full stop."""
    absent: bool
    """Whether members absent without apology are listed."""
    names_run_in: bool
    """Whether a long list of people without posts stands as one paragraph, as of a full council, and not as a table."""
    apologies_named: bool
    """Whether the apologies item names those who sent them, rather than pointing to the list above."""
    full_names: bool
    """Whether owners and movers typed as initials print as full names."""
    actions_full_stop: bool
    """Whether an action under its item ends with a full stop, unless it ends with an address."""
    action_table: bool
    """Whether a table of all actions stands before the signature."""
    limb_end: str
    """What ends every limb but the last two: ";"."""
    limb_last_but_one: str
    """What ends the last limb but one: ";" or "; and"."""


@dataclass(frozen=True)
class Headings:
    """The title, the headings of the parts, and the columns of the tables."""

    title: Annotated[str, Slots("body", "the_body")]
    """The title of the whole."""
    present: str
    """Members present."""
    officers: str
    """Officers present."""
    guests: str
    """Others attending."""
    apologies: str
    """Those who sent apologies."""
    absent: str
    """Members absent without apology, where the house lists them."""
    declarations: str
    """Declarations made when the agenda has no item for them."""
    actions: str
    """The table of actions."""
    name: str
    """Column: a person."""
    role: str
    """Column: post and organisation."""
    minute: str
    """Column: the minute an action comes from."""
    action: str
    """Column: what is to be done."""
    owner: str
    """Column: who is to do it."""
    due: str
    """Column: by when."""


@dataclass(frozen=True)
class Labels:
    """Short words set beside names and before paragraphs."""

    in_the_chair: Annotated[str, Slots("name")]
    """The person presiding."""
    substitute: Annotated[str, Slots("name", "member")]
    """A substitute and the member replaced."""
    substitute_only: Annotated[str, Slots("name")]
    """A substitute when it is not said for whom."""
    remote: Annotated[str, Slots("name")]
    """Somebody who joined from elsewhere a meeting held in a room."""
    remote_from: Annotated[str, Slots("name", "time")]
    """The same of who had been in the room, left it and came back so."""
    resolved: str
    """Before a decision."""
    recommended: str
    """Before a recommendation to another body."""
    action: str
    """Before an action."""
    motion: str
    """Before a motion that names no mover."""
    amendment: str
    """Before an amendment that names no mover."""
    post_meeting: str
    """Before a note of what happened after the meeting."""
    signatory: Annotated[str, Slots("chair")]
    """Whose signature the minutes await; printed in capitals."""


@dataclass(frozen=True)
class Opening:
    """The sentences under the title."""

    status: Annotated[str, Slots("board")]
    """What says that these are a draft."""
    sentence: Annotated[str, Slots("body", "the_body", "held")]
    """Which meeting this was; where and when it was held bring their own space."""
    held_in: Annotated[str, Slots("venue")]
    """Where, in a room."""
    held_via: Annotated[str, Slots("venue")]
    """Where, by video."""
    held: str
    """What stands before the day when the place is not known."""
    on: Annotated[str, Slots("date")]
    """The day."""
    remote_venues: tuple[str, ...]
    """Words by which a venue is known to be a video service."""


@dataclass(frozen=True)
class Sentences:
    """The usual sentences of standing business."""

    welcome: Annotated[str, Slots("board", "chair")]
    """Introductions."""
    apologies_noted: Annotated[str, Slots("board")]
    """Apologies, when the list is printed above."""
    apologies_from: Annotated[str, Slots("board", "names")]
    """Apologies, named."""
    substitute_for: Annotated[str, Slots("board", "chair", "name", "member")]
    """A substitute, where an item of the agenda asks for them."""
    substitute_only: Annotated[str, Slots("board", "chair", "name")]
    """Likewise, when it is not known for whom."""
    substitutes_none: Annotated[str, Slots("board", "chair")]
    """That item, when nobody is a substitute."""
    invitation: Annotated[str, Slots("board", "chair")]
    """Declarations are invited."""
    minutes_of: Annotated[str, Slots("board", "date")]
    """Previous minutes confirmed, with their date."""
    minutes: Annotated[str, Slots("board")]
    """Previous minutes confirmed, date not known."""
    action_log: Annotated[str, Slots("board", "log")]
    """The action log considered; nothing was filed under a mark."""
    action_log_marked: Annotated[str, Slots("board", "log", "mark")]
    """The action log considered, filed under its mark."""
    application: Annotated[str, Slots("reference", "what")]
    """What was applied for, under an item that is one planning application."""
    application_at: Annotated[str, Slots("proposal", "site")]
    """The proposal and its site, in that sentence."""
    application_in: Annotated[str, Slots("what", "ward")]
    """The same with the ward."""
    application_by: Annotated[str, Slots("applicant")]
    """Who applied, after that sentence."""
    nil: Annotated[Mapping[str, str], Keys(ItemKind), Slots("board", "chair")]
    """For each standing kind of item, the sentence when there was nothing to minute."""


@dataclass(frozen=True)
class Papers:
    """Sentences made from the documents of an item."""

    received: Annotated[Mapping[str, str], Keys(DocumentKind), Slots("board", "from_whom", "about")]
    """The first document of an item, by kind; whose it is and what it is about bring their own space."""
    also: Annotated[Mapping[str, str], Keys(DocumentKind), Slots("board", "from_whom", "about")]
    """Each further document."""
    from_whom: Annotated[Mapping[str, str], Keys(DocumentKind), Slots("presenter")]
    """Whose it is: the presenter with post and organisation."""
    regarding: Annotated[str, Slots("subject")]
    """What it was about."""
    update_on: Annotated[str, Slots("subject")]
    """What it was about, when the title calls it an update."""
    mark: Annotated[str, Slots("number")]
    """How a filed paper is marked."""
    filed: Annotated[str, Slots("papers")]
    """One paper is filed."""
    filed_marked: Annotated[str, Slots("papers", "mark")]
    """One paper is filed under its mark."""
    filed_several: Annotated[str, Slots("papers")]
    """Several papers are filed."""
    filed_several_marked: Annotated[str, Slots("papers", "mark")]
    """Several papers are filed under their mark."""
    filed_names: Annotated[Mapping[str, str], Keys(DocumentKind)]
    """What each kind is called when filed, one; a kind left out is not filed (a verbal update)."""
    filed_plurals: Annotated[Mapping[str, str], Keys(DocumentKind)]
    """What each kind is called when filed, several."""
    lead_in: Annotated[Mapping[str, str], Keys(DocumentKind)]
    """What introduces the points noted, by kind of document."""
    lead_in_plain: str
    """The same, when there was no document."""
    ordinary_words: tuple[str, ...]
    """First words of titles that are no names, and so lose their capital in the middle of a sentence."""


@dataclass(frozen=True)
class Resolutions:
    """The usual resolutions, as they stand after "R: "."""

    of_documents: Annotated[str, Slots("papers")]
    """An ordinary item with documents."""
    names: Annotated[Mapping[str, str], Keys(DocumentKind)]
    """What each kind of document is called in it, one."""
    plurals: Annotated[Mapping[str, str], Keys(DocumentKind)]
    """And several."""
    by_kind: Annotated[Mapping[str, str], Keys(ItemKind), Slots("board", "chair", "log")]
    """An item of this kind when nothing more is known."""
    minutes_of: Annotated[str, Slots("date")]
    """Previous minutes, when their date is known."""
    next_meeting: Annotated[str, Slots("board", "when")]
    """The next meeting."""
    next_meetings: Annotated[str, Slots("board", "when")]
    """Several meetings ahead."""
    moment: Annotated[str, Slots("date", "time")]
    """A day and time in these."""
    election: Annotated[str, Slots("name", "office", "year", "chosen")]
    """An election, when the person elected is already known to be in the Chair."""
    exclusion: Annotated[str, Slots("items", "involve", "paragraphs")]
    """Exclusion of the public (Local Government Act 1972 s100A(4) and Schedule 12A), paragraphs known."""
    exclusion_plain: Annotated[str, Slots("items", "involve")]
    """The same, paragraphs not known."""
    co_option: Annotated[str, Slots("board", "chair")]
    """That somebody be co-opted, with [name] where the name goes."""
    exclusion_1960: Annotated[str, Slots("items")]
    """The same, where the agenda names the Public Bodies (Admission to Meetings) Act 1960 (s1(2))."""
    exclusion_hearing: Annotated[str, Slots()]
    """The same, where it names the Licensing Act 2003 (Hearings) Regulations 2005 (regulation 14(2))."""
    deferral: Annotated[str, Slots("board", "item")]
    """An item put off, and not said to when."""
    deferral_to: Annotated[str, Slots("item", "target")]
    """An item put off to a meeting or a day."""


@dataclass(frozen=True)
class Phrases:
    """Phrases offered while a line is typed; each goes as far as the words that differ from one meeting to another."""

    openings: Annotated[tuple[str, ...], Slots("board", "chair")]
    """How sentences and points begin."""
    clauses: Annotated[tuple[str, ...], Slots("board", "chair")]
    """How a sentence goes on, from any word of it."""
    decisions: Annotated[tuple[str, ...], Slots("board", "chair")]
    """How resolutions begin."""
