"""From facts to sentences: the usual words for an item, made from the agenda, the roll and the house style.

What is returned as lines is notation, ready for the officer's page: words that come from the agenda are escaped, so
that a title with a brace or a dash prints as it stands. ``declaration_sentence`` gives words as they print.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import zip_longest

from clerk import exempt, notation, spans
from clerk.house_style import HouseStyle, fill, style_of
from clerk.language import dates, english
from clerk.model import Item, Record
from clerk.notation import Kind
from clerk.people import room
from clerk.sentences import papers
from clerk.sentences.applications import applied_for
from clerk.sentences.asked import asked_decision
from clerk.sentences.business import (
    adjournment_lines,
    deferral_lines,
    extension_lines,
    filled,
    must_offer_order_minute,
    order_of_business_lines,
    order_of_business_title,
    together_lines,
    urgent_lines,
    withdrawal_lines,
)
from clerk.sentences.elections import elected_resolution, is_of_the_chair
from clerk.sentences.interests import declaration_sentence
from clerk.sentences.recommendations import recommendations
from clerk.sentences.speakers import names_a_speaker
from clerk.sentences.substitutes import is_of_substitutes, substitutes_said, with_substitutes
from clerk.terms import Attendance, BodyKind, ItemKind

__all__ = [
    "adjournment_lines",
    "declaration_sentence",
    "deferral_lines",
    "extension_lines",
    "must_offer_order_minute",
    "none_declared_lines",
    "order_of_business_lines",
    "order_of_business_title",
    "points_begun",
    "points_lead_in",
    "together_lines",
    "urgent_lines",
    "usual_decision",
    "usual_deferral",
    "usual_lines",
    "usual_resolution",
    "withdrawal_lines",
]

_WELCOME = re.compile(r"\b(?:introductions?|welcomes?)\b", re.IGNORECASE)
_ACTION_LOG = re.compile(
    r"^(?:review of |update on )?(?:the )?((?:\S+ ){0,4}action (?:log|list|tracker))\b", re.IGNORECASE
)
_CO_OPTION = re.compile(r"\bco-?opt(?!ed)", re.IGNORECASE)
_HEARINGS = re.compile(r"\bHearings\)? Regulations\b", re.IGNORECASE)
_ADMISSION = re.compile(r"\bAdmission to Meetings\b", re.IGNORECASE)


def usual_lines(record: Record, position: int) -> tuple[str, ...]:
    """Return the usual lines of notation for the item at ``position`` (from 1), as far as the record knows.

    Nothing is returned for an item about which nothing is known yet, or for a section heading.
    """
    item, style = record.items[position - 1], style_of(record.body)
    if is_of_substitutes(item.title):
        return _paragraphs(substitutes_said(record, style))
    if made := _USUAL.get(item.kind):
        return made(record, position, style)
    if item.kind is ItemKind.QUESTIONS and names_a_speaker(item):
        return _documents(record, position, style)
    nil = style.sentences.nil.get(item.kind)
    return _paragraphs(filled(nil, record)) if nil else ()


def usual_resolution(record: Record, position: int) -> str:
    """Return the usual resolution of the item at ``position``, as it stands after ``R: ``.

    It is empty where only the officer can know what was resolved, as at an election.
    """
    item, style = record.items[position - 1], style_of(record.body)
    if item.kind is ItemKind.ELECTION:
        return spans.escape(_election(record, position))
    if item.kind is ItemKind.EXCLUSION:
        return _exclusion(record, position, style)
    if item.kind is ItemKind.NEXT_MEETING and (when := _coming(record, item, style)):
        several = len(when) > 1
        phrase = style.resolutions.next_meetings if several else style.resolutions.next_meeting
        return filled(phrase, record, when=english.join(when))
    if item.kind is ItemKind.PREVIOUS_MINUTES and (day := _date_of_previous(record, item)):
        return fill(style.resolutions.minutes_of, date=day)
    if item.kind is ItemKind.ORDINARY and (said := _on_its_papers_or_title(record, item, style)):
        return said
    return filled(style.resolutions.by_kind.get(item.kind, ""), record, log=spans.escape(_log_name(item)))


def _on_its_papers_or_title(record: Record, item: Item, style: HouseStyle) -> str:
    if record.body.kind is BodyKind.PARISH and _CO_OPTION.search(item.title):
        return filled(style.resolutions.co_option, record)
    if item.documents:
        return papers.noted(item, style)
    asked = asked_decision(item.title)
    return spans.escape(f"{asked}.") if asked else ""


def usual_decision(record: Record, position: int, under: str = "") -> tuple[str, ...]:
    """Return the decision to offer, a limb each: as recommended on the agenda, or else the usual resolution.

    ``under`` is the sub-heading it stands under, as notation, which may say what is asked there.
    """
    item = record.items[position - 1]
    if asked := asked_decision(under):
        return (f"{asked}.",)
    recommended = recommendations(item.note) if item.kind in (ItemKind.ORDINARY, ItemKind.OTHER_BUSINESS) else ()
    return tuple(map(spans.escape, recommended)) or (usual_resolution(record, position),)


def usual_deferral(record: Record, position: int) -> str:
    """Return the resolution that puts the item off to a later meeting, as it stands after ``R: ``."""
    return notation.parse(deferral_lines(record, position)[-1]).text


def points_lead_in(record: Record, position: int) -> str:
    """Return the paragraph, as notation, that introduces the points noted under an item: by its first paper's kind."""
    item, style = record.items[position - 1], style_of(record.body)
    plain = style.papers.lead_in_plain
    return notation.escape(style.papers.lead_in.get(item.documents[0].kind, plain) if item.documents else plain)


def points_begun(record: Record, position: int) -> tuple[str, ...]:
    """Return the lines that begin the points of an item with a paper: their lead-in, and a point to be typed.

    Nothing is returned for other business, and where there is a point or the lead-in already.
    """
    item, lead_in = record.items[position - 1], points_lead_in(record, position)
    pointed = any(entry.line == lead_in or entry.kind is Kind.POINT for entry in item.entries)
    if pointed or not item.documents or item.kind is not ItemKind.ORDINARY:
        return ()
    return (lead_in, notation.PREFIXES[Kind.POINT])


def none_declared_lines(record: Record) -> tuple[str, ...]:
    """Return the lines for declarations invited and none made."""
    style = style_of(record.body)
    return _paragraphs(
        filled(style.sentences.invitation, record), filled(style.sentences.nil.get(ItemKind.DECLARATIONS, ""), record)
    )


def _paragraphs(*sentences: str) -> tuple[str, ...]:
    return tuple(notation.escape(sentence) for sentence in sentences if sentence)


def _introductions(record: Record, position: int, style: HouseStyle) -> tuple[str, ...]:
    said = [filled(style.sentences.welcome, record)]
    if not any(item.kind is ItemKind.APOLOGIES for item in record.items) and _sent_apologies(record):
        said.append(_list_of_apologies(record, style))
    return _paragraphs(*said)


def _apologies(record: Record, position: int, style: HouseStyle) -> tuple[str, ...]:
    welcomed = _WELCOME.search(record.items[position - 1].title)
    said = filled(style.sentences.nil.get(ItemKind.APOLOGIES, ""), record)
    if _sent_apologies(record):
        said = _list_of_apologies(record, style)
    welcome = filled(style.sentences.welcome, record) if welcomed else ""
    return _paragraphs(welcome, said, with_substitutes(record, position, style))


def _sent_apologies(record: Record) -> list[str]:
    return [person.name for person in record.presence if person.status is Attendance.APOLOGIES]


def _list_of_apologies(record: Record, style: HouseStyle) -> str:
    if style.printing.apologies_named:
        names = spans.escape(english.join(_sent_apologies(record)))
        return filled(style.sentences.apologies_from, record, names=names)
    return filled(style.sentences.apologies_noted, record)


def _declarations(record: Record, position: int, style: HouseStyle) -> tuple[str, ...]:
    made = any(declaration.made_at in (0, position) for declaration in record.declarations)
    return none_declared_lines(record)[: 1 if made else None]


def _previous_minutes(record: Record, position: int, style: HouseStyle) -> tuple[str, ...]:
    day = _date_of_previous(record, record.items[position - 1])
    if day:
        return _paragraphs(filled(style.sentences.minutes_of, record, date=day))
    return _paragraphs(filled(style.sentences.minutes, record))


def _date_of_previous(record: Record, item: Item) -> str:
    for text in (item.note, item.title, *(document.title for document in item.documents)):
        day = dates.read_date(text)
        if day and day != record.meeting.date:
            return dates.say_date(day, weekday=False)
    return ""


def _action_log(record: Record, position: int, style: HouseStyle) -> tuple[str, ...]:
    item = record.items[position - 1]
    log, mark = spans.escape(_log_name(item)), papers.mark(item, style)
    phrase = style.sentences.action_log_marked if item.agenda_number else style.sentences.action_log
    return (*_paragraphs(filled(phrase, record, log=log, mark=mark)), *_resolution_alone(record, position, style))


def _resolution_alone(record: Record, position: int, style: HouseStyle) -> tuple[str, ...]:
    return (notation.write(Kind.RESOLVED, usual_resolution(record, position)),)


def _documents(record: Record, position: int, style: HouseStyle) -> tuple[str, ...]:
    item = record.items[position - 1]
    said = papers.received(record, position, style) if item.documents else ""
    return _paragraphs(applied_for(item, style), said)


def _log_name(item: Item) -> str:
    match = _ACTION_LOG.match(item.title.strip())
    return match[1] if match else "Action Log"


def _coming(record: Record, item: Item, style: HouseStyle) -> list[str]:
    """The days and times of meetings to come that the agenda gives, as they are said in a resolution."""
    text, after = f"{item.note}\n{item.title}", record.meeting.date
    found = [hit for hit in dates.find_dates(text, after) if after is None or hit.date > after]
    said = []
    for hit, following in zip_longest(found, found[1:]):
        at = dates.read_time(text[hit.end : following.start if following else len(text)])
        if at is None and hit is found[0]:
            at = dates.read_time(text[: hit.start])
        day = dates.say_date(hit.date)
        said.append(fill(style.resolutions.moment, date=day, time=dates.say_time(at)) if at else day)
    return said


def _exclusion(record: Record, position: int, style: HouseStyle) -> str:
    """Resolve to exclude the public from the items marked exempt, or from what follows if none is."""
    item = record.items[position - 1]
    # The Act the agenda names, whatever the style: nothing else empowers this body in this business.
    if _HEARINGS.search(f"{item.note}\n{item.title}"):
        return style.resolutions.exclusion_hearing
    numbers = exempt.told_in(f"{item.note}\n{item.title}")
    words = {"items": "the following business", "involve": "it involves"}
    marked = [each for each in record.items[position:] if each.exempt] or [each for each in record.items if each.exempt]
    if marked:
        words = {"items": english.join([_cited(each, style) for each in marked]), "involve": "they involve"}
        words |= {"involve": "it involves"} if len(marked) == 1 else {}
        numbers = exempt.numbers_of([each.exempt for each in marked]) or numbers
    if _ADMISSION.search(f"{item.note}\n{item.title}"):
        return fill(style.resolutions.exclusion_1960, items=words["items"])
    if not numbers and record.body.kind is BodyKind.PARISH:
        return fill(style.resolutions.exclusion_1960, items=words["items"])
    if not numbers:
        return fill(style.resolutions.exclusion_plain, **words)
    paragraphs = f"paragraph{'s' if len(numbers) > 1 else ''} {english.join(numbers)}"
    return fill(style.resolutions.exclusion, paragraphs=paragraphs, **words)


def _cited(item: Item, style: HouseStyle) -> str:
    phrase = style.business.agenda_item if item.agenda_number else style.business.unnumbered_item
    title = english.without_full_stop(item.title.strip())
    return fill(phrase, number=spans.escape(item.agenda_number), title=spans.escape(title))


def _election(record: Record, position: int) -> str:
    item, chair = record.items[position - 1], room.in_the_chair_at(record, position=position)
    if not chair or not record.meeting.date or not is_of_the_chair(item):
        return ""
    return elected_resolution(record, item, chair.name)


def _order_of_business(record: Record, position: int, style: HouseStyle) -> tuple[str, ...]:
    return order_of_business_lines(record)


_USUAL: dict[ItemKind, Callable[[Record, int, HouseStyle], tuple[str, ...]]] = {
    ItemKind.INTRODUCTIONS: _introductions,
    ItemKind.APOLOGIES: _apologies,
    ItemKind.DECLARATIONS: _declarations,
    ItemKind.PREVIOUS_MINUTES: _previous_minutes,
    ItemKind.ACTION_LOG: _action_log,
    ItemKind.NEXT_MEETING: _resolution_alone,
    ItemKind.EXCLUSION: _resolution_alone,
    ItemKind.ORDER_OF_BUSINESS: _order_of_business,
    ItemKind.ORDINARY: _documents,
    ItemKind.ELECTION: _documents,
}
