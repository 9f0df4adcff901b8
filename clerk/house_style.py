"""House style: the wording, headings and forms of one house's minutes, read from a TOML file as data.

A style may name another as its ``base`` and then say only what differs. A phrase has slots in braces
(``{board}``, ``{date}``); which slots a phrase may use is fixed in ``clerk.style_parts`` and checked when a style
is read.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from string import Formatter
from types import MappingProxyType
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from clerk.style_business import Business, Elections, Votes
from clerk.style_copies import Copies
from clerk.style_parts import (
    Headings,
    Keys,
    Labels,
    Opening,
    Papers,
    Phrases,
    Printing,
    Resolutions,
    Sentences,
    Slots,
)
from clerk.style_room import Declarations, Movements

_Part = TypeVar("_Part")


class StyleError(Exception):
    """A style that does not exist or whose file is wrong; the message is one sentence naming it and the key."""


@dataclass(frozen=True)
class HouseStyle:
    """One house's style."""

    name: str
    """What it is called in commands."""
    description: str
    """What sort of minutes it makes, in one sentence."""
    printing: Printing
    """What prints."""
    headings: Headings
    """Title, headings and columns."""
    labels: Labels
    """Words beside names and before paragraphs."""
    opening: Opening
    """Under the title."""
    sentences: Sentences
    """Standing business."""
    papers: Papers
    """Documents."""
    resolutions: Resolutions
    """Usual decisions."""
    declarations: Declarations
    """Interests."""
    movements: Movements
    """Who came and went."""
    votes: Votes
    """Motions and votes."""
    business: Business
    """Business out of order and interrupted."""
    elections: Elections
    """Nominations and elections."""
    copies: Copies
    """Papers made from the minutes for particular readers."""
    phrases: Phrases
    """What is offered while typing."""


def available() -> tuple[str, ...]:
    """Return the names of the styles shipped with Clerk, in alphabetical order."""
    return tuple(sorted(path.name[: -len(".toml")] for path in _folder().iterdir() if path.name.endswith(".toml")))


@lru_cache
def load(name: str) -> HouseStyle:
    """Return the style called ``name``. Raises StyleError when there is none, or when its file is wrong."""
    if name not in available():
        raise StyleError(f'There is no house style called "{name}"; there are {", ".join(available())}.')
    table = _with_base(name, (_folder() / f"{name}.toml").read_text(encoding="utf-8"))
    return _read(HouseStyle, {"name": name, **table}, f'house style "{name}"')


def read(name: str, toml: str) -> HouseStyle:
    """Return a style read from the text of a TOML file. Raises StyleError naming the key that is wrong."""
    return _read(HouseStyle, {"name": name, **_with_base(name, toml)}, f'house style "{name}"')


def fill(phrase: str, **slots: str) -> str:
    """Put words into the slots of a phrase; what stands in a slot is never itself read for slots."""
    return phrase.format_map(slots)


def _folder() -> Traversable:
    return resources.files("clerk") / "styles"


def _with_base(name: str, toml: str) -> dict[str, Any]:
    try:
        table = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise StyleError(f'The house style "{name}" cannot be read: {error}.') from error
    base = table.pop("base", None)
    if base is None:
        return table
    if base == name or base not in available():
        raise StyleError(f'The house style "{name}" builds on "{base}", and there is no such style.')
    return _over(_with_base(base, (_folder() / f"{base}.toml").read_text(encoding="utf-8")), table)


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        under = merged.get(key)
        merged[key] = _over(under, value) if isinstance(under, dict) and isinstance(value, dict) else value
    return merged


def _read(part: type[_Part], table: Mapping[str, Any], where: str) -> _Part:
    hints = get_type_hints(part, include_extras=True)
    for key in table:
        if key not in hints:
            raise StyleError(f'The {where} has an unknown key "{key}".')
    for key in hints:
        if key not in table:
            raise StyleError(f'The {where} lacks the key "{key}".')
    return part(**{key: _value(key, hint, table[key], where) for key, hint in hints.items()})


def _value(key: str, hint: Any, value: Any, where: str) -> Any:
    kind = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    notes = getattr(hint, "__metadata__", ())
    slots = next((note.names for note in notes if isinstance(note, Slots)), ())
    keys = next((note.names for note in notes if isinstance(note, Keys)), None)
    if is_dataclass(kind) and isinstance(kind, type) and isinstance(value, dict):
        return _read(kind, value, f"{where}, part [{key}],")
    if kind is bool and isinstance(value, bool):
        return value
    if kind is str and isinstance(value, str):
        return _checked(value, slots, f'{where} key "{key}"')
    if kind == tuple[str, ...] and isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(_checked(each, slots, f'{where} key "{key}"') for each in value) if slots else tuple(value)
    if keys is not None and isinstance(value, dict):
        unknown = next((each for each in value if each not in keys), None)
        if unknown is not None:
            raise StyleError(f'The {where} has an unknown key "{unknown}" under "{key}".')
        phrases = {each: _checked(phrase, slots, f'{where} key "{key}.{each}"') for each, phrase in value.items()}
        return MappingProxyType(phrases)
    raise StyleError(f'The {where} has the wrong sort of value for "{key}".')


def _checked(phrase: Any, slots: tuple[str, ...], where: str) -> str:
    if not isinstance(phrase, str):
        raise StyleError(f"The {where} is not a text.")
    try:
        found = [(name, form, convert) for _, name, form, convert in Formatter().parse(phrase) if name is not None]
    except ValueError as error:
        raise StyleError(f"The {where} has braces that do not pair.") from error
    for name, form, convert in found:
        if name not in slots or form or convert:
            raise StyleError(f"The {where} has an unknown slot {{{name}}}; it may use {', '.join(slots) or 'none'}.")
    return phrase
