"""Names of people and organisations, offered from their first letters, and names in place of initials."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clerk import owners
from clerk.completing.offer import Suggestion, shared, tails
from clerk.model import Presence, Record
from clerk.notation import Kind

_LETTERS = 3
_LONGEST = 7
_INITIALS = re.compile(r"(?<![\w.'’&/-])[A-Z]{2,4}$")
_IN_OWNERS = re.compile(r"(?:^|[,;&]\s*|\band\s+)([A-Za-z]{2,4})$")
_ABBREVIATED = re.compile(r"((?:[A-Z][\w’'-]*\s+(?:(?:of|and|the|for|in|to|on|de)\s+){0,2}){1,7}[A-Z][\w’'-]*)\s+\($")
_SMALL = ("of", "and", "the", "for", "in", "to", "on", "de")


class Names:
    """The names that a line may be about to name."""

    def __init__(self, names: Iterable[str], roll: Iterable[Presence] = ()) -> None:
        self._names = tuple(dict.fromkeys(name for name in names if len(name) > _LETTERS))
        self._by_initials = _by_initials(roll)

    def suggest(self, kind: Kind, typed: str) -> Suggestion | None:
        """Return the rest of a name begun with a capital, or the name meant by initials."""
        match = _IN_OWNERS.search(typed) if kind is Kind.ACTION and ":" not in typed else _INITIALS.search(typed)
        if match:
            initials = match[match.lastindex or 0]
            if name := self._by_initials.get(initials.upper()):
                return Suggestion(name, len(initials))
        for tail in tails(typed, _LONGEST):
            if len(tail) < _LETTERS or not tail[0].isupper():
                continue
            begun = [name for name in self._names if name.startswith(tail) and len(name) > len(tail)]
            if begun:
                rest = shared(begun, len(tail))
                return Suggestion(rest) if rest else None
        return None


def names_on_roll(record: Record) -> list[str]:
    """Return the people of the roll and the organisations they come from."""
    return [name for each in record.presence for name in (each.name, owners.without_titles(each.name), each.organisation)]


def names_in_papers(record: Record) -> list[str]:
    """Return the presenters and organisations that the agenda names."""
    documents = [document for item in record.items for document in item.documents]
    return [name for each in documents for name in (each.presenter, owners.without_titles(each.presenter), each.organisation)]


def abbreviation(typed: str) -> str:
    """Return what stands in brackets after "Community Safety Partnership (": its initials and the bracket."""
    match = _ABBREVIATED.search(typed[-160:])
    words = [word for word in re.split(r"[\s-]+", match[1]) if word not in _SMALL] if match else []
    letters = "".join(word[0] for word in words if word[:1].isupper())
    return f"{letters})" if len(letters) >= 2 else ""


def _by_initials(roll: Iterable[Presence]) -> dict[str, str]:
    given: dict[str, set[str]] = {}
    for person in roll:
        initials = person.initials.upper() or owners.initials_of(person.name)
        given.setdefault(initials, set()).add(person.name)
    return {initials: next(iter(names)) for initials, names in given.items() if len(names) == 1 and len(initials) > 1}
