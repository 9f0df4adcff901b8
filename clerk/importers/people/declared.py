"""Interests that published minutes say were declared, where it is certain who, of what kind and in which items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clerk import notation, spans
from clerk.importers.people.attendance_words import sentences
from clerk.importers.people.names_run import read_run
from clerk.lookup import NotFoundError, item_position
from clerk.model import Declaration, Record
from clerk.notation import Kind
from clerk.people import owners
from clerk.terms import ItemKind, Outcome

_NUMBER = r"\d{1,3}[A-Za-z]?(?:\.\d{1,2}|\(\d{1,2}\))?"
_DECLARED = re.compile(
    r"(?:\(?[a-z0-9]{1,3}[.)]\s+)?(?P<who>.{3,300}?),? (?:both |each |all )?(?:declared|disclosed) (?:an? |the )?"
    r"(?P<interest>(?:[\w/-]+ ){0,5}interest)s? (?:in|in respect of|in relation to|regarding|with regard to|on)"
    rf" (?:agenda )?items?(?: numbers?| nos?\.?)? (?P<items>{_NUMBER}(?:(?:, | and | & ){_NUMBER})*)(?![\w(])"
    r"(?P<rest>.*)",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"(?:^|[\s,])(?P<why>(?:as|because|by virtue of|due to|owing to|in that|on the grounds? that|being|since)\b.+)",
    re.IGNORECASE,
)
_THEN = (
    (
        Outcome.LEFT,
        re.compile(
            r",? (?:and|who) (?:\w+ )?(?:left|withdrew from|had left) (?:the )?(?:meeting|room|chamber)\b.*",
            re.IGNORECASE,
        ),
    ),
    (
        Outcome.STAYED,
        re.compile(r",? (?:and|but) (?:\w+ )?(?:remained|stayed) in (?:the )?(?:meeting|room|chamber)\b.*", re.I),
    ),
)
_UNSETTLED = re.compile(r"\b(?:would|will|later|subsequently|not|no longer|left|withdrew)\b", re.IGNORECASE)
_LONGEST = 1500
"""Characters of a line that may declare an interest; matching a longer one would be slow."""


def declarations_in(record: Record) -> tuple[Declaration, ...]:
    """Return what the minutes of the item for declarations say was declared; what is not certain is left as text."""
    found: list[Declaration] = []
    for position, item in enumerate(record.items, 1):
        if item.kind is not ItemKind.DECLARATIONS:
            continue
        for entry in item.entries:
            line = notation.parse(entry.line)
            if line.kind in (Kind.PARAGRAPH, Kind.POINT, Kind.SUBPOINT) and len(line.text) < _LONGEST:
                for sentence in sentences(spans.printed(line.text)):
                    found += _declared(sentence, record, position)
    return tuple(found)


def _declared(sentence: str, record: Record, made_at: int) -> Iterator[Declaration]:
    match = _DECLARED.fullmatch(sentence)
    run = read_run(match["who"]) if match else None
    if not match or not run or run.notes or any(person.post or person.organisation for person in run.people):
        return
    try:
        items = tuple(item_position(record, number) for number in re.findall(_NUMBER, match["items"]))
    except NotFoundError:
        return
    nature, outcome = _why(match["rest"])
    for person in run.people:
        name = owners.person(person.name, record.presence) or person.name
        yield Declaration(name, _kind(match["interest"]), nature, items, outcome, made_at)


def _kind(words: str) -> str:
    """The kind of interest; none for "an interest"."""
    return "" if words.lower() == "interest" else words


def _why(rest: str) -> tuple[str, Outcome]:
    """The reason given and what the person then did, each only where nothing else is said."""
    outcome = Outcome.NOT_SAID
    for meant, pattern in _THEN:
        if found := pattern.search(rest):
            outcome, rest = meant, rest[: found.start()]
            break
    why = _WHY.search(rest)
    nature = why["why"].strip(" .,;") if why else ""
    return ("" if _UNSETTLED.search(nature) else nature), outcome
