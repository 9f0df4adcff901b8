"""Names of people and organisations, offered from their first letters, and names in place of initials."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clerk import spans
from clerk.completing.offer import Suggestion, shared, tails
from clerk.model import Presence, Record
from clerk.notation import Kind
from clerk.people import owners

_LETTERS = 3
"""Characters of a name typed before it is offered; a name of no more is quicker typed."""
_LONGEST = 7
"""Words a name may have."""
_INITIALS = re.compile(r"(?<![\w.'’&/-])[A-Z]{2,4}$")
_IN_OWNERS = re.compile(r"(?:^|[,;&]\s*|\band\s+)([A-Za-z]{2,4})$")
_ABBREVIATED = re.compile(
    r"((?:[A-Z][\w’'-]*\s+(?:(?:of|and|for|in|to|on|de)\s+)?(?:(?<=of )the\s+)?){1,7}[A-Z][\w’'-]*)\s+\($"
)
_CAPITAL_BEFORE = re.compile(r"(?:^|[^.?!:\w])(?!The\b)[A-Z][\w’'-]*\s+$")
_NUMBER = re.compile(r"\b\d+\s+")


class Names:
    """The names that a line may be about to name."""

    def __init__(self, people: Iterable[str], bodies: Iterable[str], roll: Iterable[Presence] = ()) -> None:
        self._people = _distinct(people)
        self._bodies = _distinct(bodies)
        self._by_initials = _by_initials(roll)

    def suggest(self, kind: Kind, typed: str) -> Suggestion | None:
        """Return the rest of a name begun with a capital, or the name meant by initials."""
        match = _IN_OWNERS.search(typed) if kind is Kind.ACTION and ":" not in typed else _INITIALS.search(typed)
        if match:
            initials = match[match.lastindex or 0]
            if name := self._by_initials.get(initials.upper()):
                return Suggestion(name, len(initials))
        for tail in tails(typed, _LONGEST):
            if len(tail) >= _LETTERS and tail[0].isupper() and (begun := self._begun(tail, typed)):
                rest = shared(begun, len(tail))
                # "Wexcombe" may be all there is to say; its town council is offered once the next word is begun.
                whole = " " not in tail.strip() and (rest.startswith(" ") or tail.endswith(" "))
                return Suggestion(rest) if rest and not whole else None
        return None

    def _begun(self, tail: str, typed: str) -> list[str]:
        names = self._people
        # After a capital it is a later word of some other name that is begun; a person may have a rank before it.
        if not _CAPITAL_BEFORE.search(typed[: len(typed) - len(tail)]):
            names += self._bodies
        return [name for name in names if name.startswith(tail) and len(name) > len(tail)]


def people_on_roll(record: Record) -> list[str]:
    """Return the people of the roll, with and without title and letters."""
    return [name for each in record.presence for name in (each.name, owners.without_titles(each.name))]


def people_in_papers(record: Record) -> list[str]:
    """Return the presenters that the agenda names, without the number that police officers go by."""
    presenters = [_NUMBER.sub("", document.presenter) for item in record.items for document in item.documents]
    return [name for each in presenters for name in (each, owners.without_titles(each))]


def bodies_on_roll(record: Record) -> list[str]:
    """Return the organisations that people of the roll come from."""
    return [each.organisation for each in record.presence]


def bodies_in_papers(record: Record) -> list[str]:
    """Return the organisations that the agenda names."""
    return [document.organisation for item in record.items for document in item.documents]


def abbreviation(typed: str) -> str:
    """Return what stands in brackets after "Community Safety Partnership (": its initials and the bracket."""
    match = _ABBREVIATED.search(typed[-160:])
    if not match or typed[-160:][: match.start()].rstrip().endswith(","):
        return ""
    words = match[1].split()[match[1].startswith("The ") :]
    letters = "".join(part[0] for word in words if word[0].isupper() for part in word.split("-") if part).upper()
    # Of partnerships it is "CSPs": what follows the letters is left to the officer.
    stop = "" if words[-1].endswith("s") else ")"
    return f"{letters}{stop}" if len(letters) >= 2 else ""


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(spans.escape(name) for name in names if len(name) > _LETTERS))


def _by_initials(roll: Iterable[Presence]) -> dict[str, str]:
    given: dict[str, set[str]] = {}
    for person in roll:
        initials = person.initials.upper() or owners.initials_of(person.name)
        given.setdefault(initials, set()).add(spans.escape(person.name))
    return {initials: next(iter(names)) for initials, names in given.items() if len(names) == 1 and len(initials) > 1}
