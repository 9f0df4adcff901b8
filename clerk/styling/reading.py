"""A house style's table held against what a style may say: what is right in it, and every mistake.

What is right is kept whatever else is wrong, so that one word misspelt in a body's own words costs no other.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, is_dataclass, replace
from functools import lru_cache
from string import Formatter
from types import MappingProxyType
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from clerk.language import english
from clerk.language.text import clean
from clerk.styling.parts import Keys, Slots

_Part = TypeVar("_Part")
_GUESSES = 100
"""How many unknown keys it is worth finding the nearest known one of."""
_WHERE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")

Path = tuple[str | int, ...]
"""The way to a phrase: part, key, and below it a kind (``("sentences", "nil", "apologies")``) or a place in a list."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a text of a house style."""

    says: str
    """What, and what would be right, without a full stop."""
    path: Path = ()
    """Which key; empty when the text is no TOML at all."""
    line: int = 0
    """On which line, from 1; 0 when that was not looked up."""

    def __str__(self) -> str:
        return f"line {self.line}: {self.says}" if self.line else self.says


@dataclass(frozen=True)
class Kind:
    """What may stand at a key."""

    type: Any
    """A dataclass for a part; ``bool``, ``str``, a tuple or a mapping of texts."""
    slots: tuple[str, ...] = ()
    """The slots its texts may use."""
    keys: tuple[str, ...] | None = None
    """The keys it may have, of a mapping."""


@lru_cache
def kinds(part: type) -> Mapping[str, Kind]:
    """Return what a part of a style, or a whole style, holds, by key."""
    return {key: _kind(hint) for key, hint in get_type_hints(part, include_extras=True).items()}


def _kind(hint: Any) -> Kind:
    if get_origin(hint) is not Annotated:
        return Kind(hint)
    notes = hint.__metadata__
    slots = next((note.names for note in notes if isinstance(note, Slots)), ())
    return Kind(get_args(hint)[0], slots, next((note.names for note in notes if isinstance(note, Keys)), None))


def parsed(toml: str) -> tuple[dict[str, Any], list[Problem]]:
    """Return the table a TOML text holds; an empty one and the problem when it is no TOML."""
    try:
        return tomllib.loads(toml), []
    except tomllib.TOMLDecodeError as error:
        return {}, [_unreadable(toml, str(error))]
    except RecursionError:
        return {}, [Problem("brackets stand too deep in one another")]


def _unreadable(toml: str, error: str) -> Problem:
    where = _WHERE.search(error)
    line = int(where[1] or toml.rstrip("\n").count("\n") + 1) if where else 0
    said = error[: where.start()] if where else error
    culprit = toml.split("\n")[line - 1] if line else ""
    if culprit.count('"') > 2 and culprit.rstrip().endswith('"'):
        said += "; words that hold \" stand between ' and ', or have \\ before each \""
    elif "=" in culprit and '"' not in culprit and "'" not in culprit:
        said += '; words stand between " and "'
    return Problem(f"this cannot be read ({said})", line=line)


def checked(
    part: type, table: Mapping[str, Any], at: Path = (), whole: type | None = None
) -> tuple[dict[str, Any], list[Problem]]:
    """Return what is right in the table of a part, as the part holds it, and what is wrong.

    ``at`` is the way to the part in the ``whole`` style, which is ``part`` itself if not given.
    """
    good: dict[str, Any] = {}
    problems: list[Problem] = []
    whole = whole or part
    known = {key: kind for key, kind in kinds(part).items() if (*at, key) != ("name",)}  # that is its file's
    for key, value in table.items():
        kind = known.get(key)
        if kind is None:
            problems.append(_unknown(key, at, tuple(known), whole, guess=len(problems) < _GUESSES))
        elif is_dataclass(kind.type) and isinstance(value, dict):
            good[key], more = checked(kind.type, value, (*at, key), whole)  # type: ignore[arg-type]
            problems += more
        else:
            right, more = _value(kind, value, (*at, key))
            good |= {key: right} if right is not None else {}
            problems += more
    return good, problems


def made(part: type[_Part], table: Mapping[str, Any], at: Path = ()) -> _Part:
    """Make a part of a table that has been checked. Raises ``KeyError`` with the way to a key it lacks."""
    given = dict(table)
    for key, kind in kinds(part).items():  # type: ignore[arg-type]
        if key not in given:
            raise KeyError(*at, key)
        if is_dataclass(kind.type):
            given[key] = made(kind.type, given[key], (*at, key))  # type: ignore[arg-type]
        elif isinstance(given[key], dict):
            given[key] = MappingProxyType(given[key])
    return part(**given)


def value_problems(kind: Kind, value: Any) -> list[str]:
    """Say what is wrong with a phrase, or a value of another sort, for a key: a sentence each, of "it"."""
    kind = Kind(str, kind.slots) if isinstance(value, str) and kind.type is not bool else kind
    return [f"{english.capital(problem.says)}." for problem in _value(kind, value, ("it",))[1]]


def _value(kind: Kind, value: Any, at: Path) -> tuple[Any, list[Problem]]:
    if kind.type is bool:
        return (value, []) if isinstance(value, bool) else (None, [_wrong(at, "true or false")])
    if kind.type is str:
        return _phrase(kind, value, at)
    if kind.type == tuple[str, ...]:
        if not isinstance(value, list | tuple):
            return None, [_wrong(at, 'a list: ["one", "another"]')]
        phrases = [_phrase(kind, each, (*at, place)) for place, each in enumerate(value)]
        return tuple(phrase for phrase, _ in phrases if phrase is not None), [
            one for _, more in phrases for one in more
        ]
    if kind.keys is not None and isinstance(value, dict):
        return _by_kind(kind, value, at)
    part = kind.keys or tuple(kinds(kind.type))
    return None, [_wrong(at, f"not words but a part with keys of its own: {_listed(part)}")]


def _by_kind(kind: Kind, value: Mapping[str, Any], at: Path) -> tuple[dict[str, str], list[Problem]]:
    good: dict[str, str] = {}
    problems: list[Problem] = []
    for key, phrase in value.items():
        if key not in (kind.keys or ()):
            problems.append(_unknown(key, at, kind.keys or (), str, guess=len(problems) < _GUESSES))
            continue
        right, more = _phrase(kind, phrase, (*at, key))
        good |= {key: right} if right is not None else {}
        problems += more
    return good, problems


def _phrase(kind: Kind, phrase: Any, at: Path) -> tuple[str | None, list[Problem]]:
    if not isinstance(phrase, str):
        return None, [_wrong(at, 'words between " and "')]
    if "\n" in (phrase := clean(phrase)):
        return None, [Problem(f"{named(at)} has more than one line; a phrase has one", at)]
    try:
        found = [(name, form, convert) for _, name, form, convert in Formatter().parse(phrase) if name is not None]
    except ValueError:
        return None, [Problem(f"{named(at)} has braces that do not pair; a brace that is to print is typed twice", at)]
    problems: list[Problem] = []
    for name, form, convert in found:
        if name not in kind.slots or form or convert:
            problems.append(Problem(f"{named(at)} has an unknown slot {{{name}}}; {_may_use(name, kind.slots)}", at))
    # A phrase without slots is never filled: a brace typed twice is made one here.
    return (None if problems else phrase if kind.slots else phrase.format_map({})), problems


def _may_use(name: str, slots: Sequence[str]) -> str:
    if not slots:
        return "it takes none, and a brace that is to print is typed twice"
    near = _nearest(name, slots)
    meant = f"did you mean {{{near[0]}}}? It " if near else "it "
    return f"{meant}may use {', '.join(f'{{{slot}}}' for slot in slots)}"


def _wrong(at: Path, wants: str) -> Problem:
    return Problem(f"{named(at)} has the wrong sort of value; it is {wants}", at)


def _unknown(key: str, at: Path, known: Sequence[str], whole: type, *, guess: bool) -> Problem:
    where = f" under [{'.'.join(map(str, at))}]" if at else ""
    near = [f'"{each}"' for each in _nearest(key, known)] if guess else []
    near += [f'"{key}" under [{part}]' for part in _parts_with(key, whole) if part not in at[:1]] if guess else []
    hint = f"did you mean {' or '.join(near)}?" if near else f"there are {_listed(known)}"
    return Problem(f'there is no key "{clean(key)}"{where}; {hint}', (*at, key))


def _parts_with(key: str, whole: type) -> list[str]:
    parts = kinds(whole).items()
    return [name for name, kind in parts if is_dataclass(kind.type) and key in kinds(kind.type)]  # type: ignore[arg-type]


def _nearest(word: str, known: Sequence[str]) -> list[str]:
    """The one known word that is most like another, if any is; small and capital letters are alike."""
    from difflib import get_close_matches

    folded = {each.casefold().replace("_", " "): each for each in known}
    return [folded[each] for each in get_close_matches(word.casefold().replace("_", " ")[:100], folded, 1, 0.6)]


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)


def named(path: Path) -> str:
    """Say a key as it stands in a file: ``[sentences] nil.apologies``."""
    words = [str(part + 1) if isinstance(part, int) else part for part in path]
    return f"[{words[0]}] {'.'.join(words[1:])}" if len(words) > 1 else ".".join(words)


def placed(problems: Sequence[Problem], toml: str) -> tuple[Problem, ...]:
    """Say of each problem on which line of the text it is; in the order of the lines."""
    from clerk.styling.lines import key_lines

    if not any(problem.path for problem in problems):
        return tuple(problems)
    lines = key_lines(toml)

    def line_of(path: Path) -> int:
        return next((lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in lines), 0)

    found = [problem if problem.line else replace(problem, line=line_of(problem.path)) for problem in problems]
    return tuple(sorted(found, key=lambda problem: problem.line))
