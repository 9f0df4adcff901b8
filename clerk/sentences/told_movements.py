"""Whether an item's own words tell already who came or went, which the record would only repeat."""

from __future__ import annotations

import re
from datetime import datetime

from clerk import notation, spans
from clerk.language import dates
from clerk.model import Movement, Record
from clerk.people import owners
from clerk.terms import MovementKind

_ROOM = r"(?:the\s+)?(?:meeting|room|chamber|hall|call|table|proceedings)\b"
_DID = {
    MovementKind.ARRIVED: rf"(?:arrived\b|(?:joined|entered)\s+{_ROOM})",
    MovementKind.LEFT: rf"(?:left|withdrew|retired|departed)\s+(?:from\s+)?{_ROOM}",
    MovementKind.RETURNED: rf"(?:returned|re-?joined|re-?entered|came\s+back)\s+(?:in)?(?:to\s+)?{_ROOM}",
    MovementKind.TOOK_THE_CHAIR: r"(?:took|resumed|assumed)\s+the\s+chair\b",
}
# Between the name and what was done may stand another name, a reason or a time; nothing that makes it another's doing.
_BETWEEN = (
    r"(?:(?!(?<!\b[A-Z])\.\s+[A-Z(]|\b(?:that|whether|if|who|when|until|before|unless|once|had|has|have|not|said|asked|reported)\b)"
    r"[^;:]){0,120}?"
)
_TIME = re.compile(r"\b\d{1,2}[.:]\d{2}(?:\s*[ap]\.?\s?m\b)?|\b\d{1,2}\s*[ap]\.?\s?m\b|\bnoon\b", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[\w)]{2})\.\s+(?=[A-Z(])")


def own_words(record: Record, position: int) -> tuple[str, ...]:
    """Return the sentences of the item at ``position`` that print, without marks and prefixes."""
    if not 1 <= position <= len(record.items):
        return ()
    lines = (notation.parse(entry.line) for entry in record.items[position - 1].entries)
    said = (_plain(spans.printed(line.text)) for line in lines if line.kind not in notation.UNPRINTED)
    return tuple(sentence for text in said for sentence in _SENTENCES.split(text))


def tells_movement(record: Record, movement: Movement, said: tuple[str, ...]) -> bool:
    """Whether one of the sentences ``said`` under an item tells this movement.

    It must say who did it, and what; a time in it must be the movement's own. Without a time it tells the only movement
    of its kind that the person made during the item, and no other.
    """
    tells = re.compile(rf"(?<!\w){re.escape(_called(record, movement.name))}\b{_BETWEEN}\b{_DID[movement.kind]}", re.I)
    same = [each for each in record.movements if (each.name, each.kind, each.item) == _key(movement)]
    for sentence in said:
        if tells.search(sentence):
            times = [match[0] for match in _TIME.finditer(sentence)]
            if any(_is(time, movement.when) for time in times) or (not times and len(same) == 1):
                return True
    return False


def _key(movement: Movement) -> tuple[str, MovementKind, int]:
    return movement.name, movement.kind, movement.item


def _plain(text: str) -> str:
    """The words with titles that end with a stop made into ones that do not, for a stop to end a sentence only."""
    return re.sub(r"\b(Cllrs?|Mrs?|Ms|Dr|Prof|Rev|Ald)\.", r"\1", text)


def _called(record: Record, name: str) -> str:
    """What a sentence must call somebody: the surname, or all of the name when another has that surname too."""
    bare = owners.without_titles(name)
    surname = bare.split()[-1] if bare.split() else name
    names = {person.name for person in record.presence} | {each.name for each in record.movements}
    shared = sum(other.casefold().split()[-1:] == [surname.casefold()] for other in names) > 1
    return bare if shared else surname


def _is(said: str, when: datetime) -> bool:
    time = dates.read_time(said)
    if time is None:
        return False
    half_said = any(letter in said.lower() for letter in "apn")
    hours = time.hour == when.hour if half_said else time.hour % 12 == when.hour % 12
    return hours and time.minute == when.minute
