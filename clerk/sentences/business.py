"""The sentences for business taken out of turn, put off, brought in or interrupted.

Lines are notation for the officer's page, with every word of the record in them escaped; what is on the page is what
prints. Only ``together_reference`` gives words as they print, for they are made anew whenever minutes are drafted.
"""

from __future__ import annotations

import re
from datetime import datetime, time

from clerk import notation, spans
from clerk.house_style import HouseStyle, fill, style_of
from clerk.language import dates, english
from clerk.model import Adjournment, Item, Record
from clerk.notation import Kind
from clerk.terms import BodyKind, ItemKind, ItemState

_CONNECTS = re.compile(
    r"(?:as|at|because|by|due|following|for|in|on|owing|pending|since|so|subject|through|to|until|when|while|with"
    r"|without)\b",
    re.IGNORECASE,
)
# A reason with a verb of its own is a clause ("the speaker was ill"), one without is the name of a cause ("illness").
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|cannot|could|would|will|may|might|must|should|did|does|wished|needed"
    r"|required|remained|requested|asked|wanted)\b|n['’]t\b",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"(?:an?|the|this|these|there|it|its|he|she|they|his|her|their|no|not|more|further|some|another|members|officers"
    r"|absence|apologies|consultation|discussion|illness|lack|legal|lunch|refreshments|staff|technical|time)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"(?!(?:an?|the)\b)(?:\w+ ){0,2}(?:break|recess|interval|adjournment|pause)", re.IGNORECASE)
_HEARING = re.compile(r"\bhearings?\b(?! (?:aids?|loss|impair\w*|support|tests?)\b)", re.IGNORECASE)
_FOR_A_HEARING = re.compile(r"\bHearings\)? Regulations\b|\b(?:for|of|at) (?:the|this) hearing\b", re.IGNORECASE)
_MEETING = re.compile(r"(?:next|following|[A-Z][a-z]+(?: \d{4})?) meeting", re.IGNORECASE)


def unreached(record: Record, position: int) -> bool:
    """Whether the meeting closed before it came to the item at ``position``, and nothing was written under it."""
    item = record.items[position - 1]
    waiting = item.state is ItemState.TO_COME and item.kind is not ItemKind.HEADING
    return record.meeting.state.over and waiting and not item.text.strip()


def order_of_business_title(record: Record) -> str:
    """Return the title of the minute that the order of business was changed."""
    return style_of(record.body).business.order_title


def order_of_business_lines(record: Record) -> tuple[str, ...]:
    """Return the minute that the order of business was changed."""
    return (_line(style_of(record.body).business.order, record),)


def must_offer_order_minute(record: Record, position: int) -> bool:
    """Say whether taking the item at ``position`` now changes the order of business and no minute yet says so.

    It changes the order when business is still to come before it; once that has been minuted nothing more is said.
    """
    item = record.items[position - 1]
    if item.kind in (ItemKind.HEADING, ItemKind.ORDER_OF_BUSINESS) or item.state is not ItemState.TO_COME:
        return False
    passed = any(_to_come(other) for other in record.items[: position - 1])
    return passed and not any(_says_order_changed(other) for other in record.items)


def deferral_lines(record: Record, position: int, to: str = "", reason: str = "") -> tuple[str, ...]:
    """Return why the item is put off, if that is given, and the resolution: "to" the next meeting, or a day."""
    style = style_of(record.body)
    item = f"the item '{_title(record.items[position - 1])}'"
    if to.strip():
        resolution = fill(style.resolutions.deferral_to, item=item, target=spans.escape(_target(to)))
    else:
        resolution = fill(style.resolutions.deferral, item=item, board=spans.escape(record.body.noun))
    why = (_line(style.business.deferred, record, because=_because(reason)),) if reason.strip() else ()
    return (*why, notation.write(Kind.RESOLVED, resolution))


def withdrawal_lines(record: Record, position: int, reason: str = "") -> tuple[str, ...]:
    """Return the sentence that the item was withdrawn, and why if that is given."""
    return (_line(style_of(record.body).business.withdrawn, record, because=_because(reason)),)


def urgent_lines(record: Record, position: int) -> tuple[str, ...]:
    """Return the sentence that lets in the item, with the special circumstances; nothing when none are given.

    Section 100B(4)(b) of the Local Government Act 1972, by which the minutes must specify them, applies to principal
    councils and their committees: not to parish councils, partnerships or meetings of an executive.
    """
    style, reason = style_of(record.body), _ended(record.items[position - 1].urgent_because)
    if not reason:
        return ()
    statutory = record.body.kind in (BodyKind.COUNCIL, BodyKind.COMMITTEE)
    phrase = style.business.urgent if statutory else style.business.urgent_plain
    return (_line(phrase, record, reason=spans.escape(_small(reason))),)


def together_lines(record: Record, position: int) -> tuple[str, ...]:
    """Return the sentence, for the item where the minute is, that names the items considered together with it."""
    phrases = style_of(record.body).business
    said = []
    for item in record.items:
        if item.taken_with == position:
            phrase = phrases.agenda_item if item.agenda_number else phrases.unnumbered_item
            said.append(fill(phrase, number=spans.escape(item.agenda_number), title=_title(item)))
    return (_line(phrases.together, record, items=english.join(said)),) if said else ()


def together_reference(record: Record, position: int, style: HouseStyle | None = None) -> str:
    """Return the sentence that prints under an item considered with another: where the minute is.

    It is empty for an item taken by itself, and for one with a minute of its own.
    """
    item, style = record.items[position - 1], style or style_of(record.body)
    if not 1 <= item.taken_with <= len(record.items) or item.taken_with == position or _prints(item):
        return ""
    number, other = record.minute_numbers()[item.taken_with - 1], record.items[item.taken_with - 1]
    title = english.without_full_stop(other.title.strip())
    return fill(style.business.together_reference, number=str(number), title=title) if number is not None else ""


def adjournment_lines(record: Record, adjournment: Adjournment) -> tuple[str, ...]:
    """Return the sentence that the meeting, or hearing, adjourned and, once it has, the sentence that it resumed."""
    phrases, day = style_of(record.body).business, record.meeting.date
    meeting = "hearing" if _is_hearing(record, adjournment.item) else "meeting"
    because, began = _because(adjournment.why, for_what=True), _at(adjournment.began, day, phrases.at, phrases.at_on)
    lines = (_line(phrases.adjourned, record, meeting=meeting, when=began, because=because),)
    if adjournment.resumed is None:
        return lines
    resumed = _at(adjournment.resumed, adjournment.began.date(), phrases.at, phrases.at_on)
    return (*lines, _line(phrases.resumed, record, meeting=meeting, when=resumed))


def _is_hearing(record: Record, position: int) -> bool:
    """Whether a meeting sits to hear a case: its body, the item at ``position`` or a rule the agenda cites says so."""
    body, items = record.body, record.items
    at = items[position - 1].title if 1 <= position <= len(items) else ""
    said = any(_HEARING.search(text) for text in (body.noun, body.name, at))
    return said or any(_FOR_A_HEARING.search(f"{item.title}\n{item.note}") for item in items)


def extension_lines(record: Record, until: time | str) -> tuple[str, ...]:
    """Return the resolution that the meeting go on past its time limit, until a time or "the business is concluded"."""
    phrase = style_of(record.body).business.extension
    if isinstance(until, str):
        said = spans.escape(_small(_ended(re.sub(r"(?i)^until\s+", "", until))))
    else:
        said = dates.say_time(until)
    return (notation.write(Kind.RESOLVED, filled(phrase, record, time=said)),)


def _to_come(item: Item) -> bool:
    return item.state is ItemState.TO_COME and item.kind is not ItemKind.HEADING


def _says_order_changed(item: Item) -> bool:
    """Whether an item is the minute of a change of order: one on the agenda counts once it has been reached."""
    if item.kind is not ItemKind.ORDER_OF_BUSINESS:
        return False
    return not item.agenda_number or item.state is not ItemState.TO_COME or bool(item.text.strip())


def _prints(item: Item) -> bool:
    lines = (notation.parse(entry.line) for entry in item.entries)
    return any(line.kind not in notation.UNPRINTED and line.text.strip() for line in lines)


def filled(phrase: str, record: Record, **slots: str) -> str:
    """Put words into the slots of a phrase, and what the body and its Chair are called."""
    board, chair = spans.escape(record.body.noun), spans.escape(record.body.chair_title)
    return fill(phrase, board=board, chair=chair, **slots)


def _line(phrase: str, record: Record, **slots: str) -> str:
    return notation.escape(filled(phrase, record, **slots))


def _title(item: Item) -> str:
    return spans.escape(english.without_full_stop(item.title.strip()))


def _target(to: str) -> str:
    to = _ended(to)
    to = re.sub(r"(?i)^(?:to|until)\s+", "", to)
    return f"the {to}" if _MEETING.match(to) else to


def _at(moment: datetime, day: object, at: str, at_on: str) -> str:
    """Say when; the date is said too when it is not the day the reader would take it for."""
    clock = dates.say_time(moment)
    same = day is None or moment.date() == day
    return fill(at, time=clock) if same else fill(at_on, time=clock, date=dates.say_date(moment.date()))


def _because(reason: str, *, for_what: bool = False) -> str:
    """Return a reason joined to the sentence before it; ``for_what`` says it may be an occasion: lunch, a break."""
    reason = _ended(reason)
    if not reason:
        return ""
    if _CONNECTS.match(reason):
        joined = f" {english.lowered(reason)}"
    elif _CLAUSE.search(reason):
        joined = f", as {_small(reason)}"
    elif not for_what:
        joined = f", owing to {_small(reason)}"
    elif _BREAK.fullmatch(reason):
        joined = f" for {english.article(reason)} {english.lowered(reason)}"
    else:
        joined = f" for {_small(reason)}"
    return spans.escape(joined)


def _ended(words: str) -> str:
    """The words without the stop that the sentence brings itself."""
    return english.without_full_stop(words.strip()).rstrip(";,").rstrip()


def _small(words: str) -> str:
    """Return ``words`` to go on within a sentence; a first word that may be a name keeps its capital."""
    return english.lowered(words) if _SMALL.match(words) else words
