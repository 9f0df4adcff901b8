"""Nominations and elections put into sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from clerk import notation, spans
from clerk.house_style import fill, style_of
from clerk.model import Item, Record
from clerk.notation import Kind

_OFFICE = re.compile(
    r"\b((?:(?:vice|deputy)[- ]+)?(?:chair(?:man|woman|person)?|(?:lord )?mayor|convener|leader|president))\b",
    re.IGNORECASE,
)
_PRESIDE = re.compile(r"\bpresid(?:e|es|ing)\b", re.IGNORECASE)
_THIS_MEETING = re.compile(
    r"\b(?:(?:for|of|at) (?:the|this) (?:meeting|hearing)|in (?:the|his|her|their) absence)\b", re.IGNORECASE
)
_FOR_THIS = re.compile(r"\bfor (?:the|this) (?:meeting|hearing)\b", re.IGNORECASE)
_HEARING = re.compile(r"\bhearing\b", re.IGNORECASE)
_APPOINTING = re.compile(r"\W*(?:to )?appoint(?:ment)?\b", re.IGNORECASE)
_SECOND = re.compile(r"vice|deputy", re.IGNORECASE)
_YEAR = re.compile(r"\b20\d\d\s?[/–-]\s?(?:20)?\d\d\b")


@dataclass(frozen=True)
class Nomination:
    """Somebody put forward for an office."""

    name: str
    """Who, as on the roll."""
    proposer: str = ""
    """By whom; empty when that is not minuted."""
    seconder: str = ""
    """Seconded by whom; empty when nobody did or it is not minuted."""
    votes: int | None = None
    """How many voted for them; None when it was not put to the vote."""


class Settled(StrEnum):
    """What decided between those with most votes, when they had as many."""

    BY_THE_VOTES = ""
    BY_CASTING_VOTE = "casting vote"
    BY_LOT = "lot"


@dataclass(frozen=True)
class Poll:
    """How nominations were voted on."""

    ballot: bool = False
    """Whether it was by ballot; otherwise by show of hands."""
    abstained: int | None = None
    """How many abstained; None when that is not minuted."""
    settled: Settled = Settled.BY_THE_VOTES
    """What decided between equal votes."""


def election_lines(
    record: Record,
    position: int,
    nominations: Sequence[Nomination],
    elected: str = "",
    poll: Poll | None = None,
) -> tuple[str, ...]:
    """Return who was nominated by whom, the votes cast, and the resolution that ``elected`` be elected.

    The office is that of the item's title. No nominations at all are minuted as such.
    """
    item, phrases, poll = record.items[position - 1], style_of(record.body).elections, poll or Poll()
    office = office_of(record, item)
    if not nominations and not elected:
        return (notation.escape(phrases.none),)
    lines = [_nominated(record, item, each, office) for each in nominations]
    if len(nominations) == 1 and elected:
        lines.append(notation.escape(phrases.only))
    counts = [
        fill(phrases.votes_for, name=spans.escape(each.name), count=str(each.votes))
        for each in nominations
        if each.votes is not None
    ]
    if counts:
        counts += [] if poll.abstained is None else [fill(phrases.abstained, count=str(poll.abstained))]
        lines.append(notation.escape(fill(phrases.ballot if poll.ballot else phrases.votes, votes="; ".join(counts))))
    if poll.settled and elected:
        phrase = phrases.lot if poll.settled is Settled.BY_LOT else phrases.casting
        lines.append(notation.escape(fill(phrase, name=spans.escape(elected))))
    if elected.strip():
        lines.append(notation.write(Kind.RESOLVED, spans.escape(elected_resolution(record, item, elected))))
    return tuple(lines)


def elected_resolution(record: Record, item: Item, elected: str) -> str:
    """Return the resolution that somebody be elected, for the year of the title or of the meeting, as it prints."""
    style, year = style_of(record.body), "" if is_for_one_meeting(item) else _year(record, item)
    words = {"name": elected.strip(), "office": office_of(record, item), "chosen": _chosen(item)}
    return fill(style.resolutions.election, year=year, **words) if year else fill(style.elections.elected, **words)


def office_of(record: Record, item: Item) -> str:
    """Return the office an item's title says is to be filled: the body's own word for whoever is in its Chair.

    Who takes the Chair because it is empty does so for one meeting (Local Government Act 1972 Schedule 12 paragraph 5).
    """
    found = _OFFICE.search(item.title)
    if found is None and _PRESIDE.search(item.title):
        return "to preside at the meeting"
    chair = found is None or re.match(r"chair", found[1], re.IGNORECASE)
    office = record.body.chair_title if found is None or chair else found[1]
    if not is_for_one_meeting(item):
        return office
    return f"{office} for the {'hearing' if _HEARING.search(f'{item.title} {item.note}') else 'meeting'}"


def is_for_one_meeting(item: Item) -> bool:
    """Whether the agenda says that it fills the Chair for this meeting or hearing, and not for the year."""
    if _YEAR.search(f"{item.title} {item.note}"):
        return bool(_PRESIDE.search(item.title) or _THIS_MEETING.search(item.title))
    told = _THIS_MEETING.search(item.title) or _FOR_THIS.search(item.note)
    return bool(_PRESIDE.search(item.title) or told)


def is_of_the_chair(item: Item) -> bool:
    """Whether the item's title says that it fills the Chair, and not the place of its deputy."""
    found = _OFFICE.search(item.title)
    return not _SECOND.match(found[1]) if found else bool(_PRESIDE.search(item.title))


def _chosen(item: Item) -> str:
    """A council elects its Chairman and appoints a Vice-Chairman (Local Government Act 1972 s3 and s5)."""
    return "appointed" if _APPOINTING.match(item.title) else "elected"


def _nominated(record: Record, item: Item, nomination: Nomination, office: str) -> str:
    phrases = style_of(record.body).elections
    words = {"name": spans.escape(nomination.name), "office": spans.escape(office), "chosen": _chosen(item)}
    proposer, seconder = spans.escape(nomination.proposer.strip()), spans.escape(nomination.seconder.strip())
    if not proposer:
        return notation.escape(fill(phrases.nominated, **words))
    if not seconder:
        return notation.escape(fill(phrases.proposed, proposer=proposer, **words))
    return notation.escape(fill(phrases.seconded, proposer=proposer, seconder=seconder, **words))


def _year(record: Record, item: Item) -> str:
    if found := _YEAR.search(item.title):
        return found[0]
    day = record.meeting.date
    if day is None:
        return ""
    # The council year begins at the annual meeting in May (Local Government Act 1972 Schedule 12 paragraph 1).
    begins = day.year if day.month >= 5 else day.year - 1
    return f"{begins}/{(begins + 1) % 100:02d}"
