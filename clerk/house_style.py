"""House style: the wording, headings and forms of one house's minutes, read from a TOML file as data.

A style may name another as its ``base`` and then say only what differs. A body chooses one of the shipped styles and
may have words of its own in place of any of its phrases: ``style_of`` gives the two together, and is what everything
that words minutes asks. A phrase has slots in braces (``{board}``, ``{date}``); which slots a phrase may use is fixed
in ``clerk.styling.parts`` and checked when a style is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from clerk.language.text import clean_line
from clerk.model import Body
from clerk.styling.actions import ActionLogWords
from clerk.styling.amendments import Amendments
from clerk.styling.business import Business, Elections, Votes
from clerk.styling.copies import Copies
from clerk.styling.parts import (
    Headings,
    Labels,
    Opening,
    Papers,
    Phrases,
    Printing,
    Resolutions,
    Sentences,
)
from clerk.styling.reading import Problem, checked, made, parsed, placed
from clerk.styling.room import Declarations, Movements


class StyleError(Exception):
    """A style that does not exist or whose text is wrong; the message is one sentence naming it and each mistake."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        said = f'The house style "{name}"' if name else "The text"
        super().__init__(f"{said} cannot be used: {'; '.join(map(str, problems))}.")
        self.problems = problems
        """Every mistake, in the order of the lines."""


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
    action_log: ActionLogWords
    """The action log and the progress of actions."""
    amendments: Amendments
    """What becomes of minutes after the meeting."""
    phrases: Phrases
    """What is offered while typing."""


SHIPPED_FIRST = "county"
"""The shipped style that stands in for one that is not there."""


def available() -> tuple[str, ...]:
    """Return the names of the styles shipped with Clerk, in alphabetical order."""
    return tuple(sorted(path.name[: -len(".toml")] for path in _folder().iterdir() if path.name.endswith(".toml")))


@lru_cache
def load(name: str) -> HouseStyle:
    """Return the shipped style called ``name``. Raises StyleError when there is none."""
    return _made(name, _table(name))


def style_of(body: Body) -> HouseStyle:
    """Return the style a body's minutes are in: the shipped one it chose, with its own words in place of some.

    Never raises: what cannot be used is left out, and ``troubles`` says what. Asking again costs nothing.
    """
    return _own(body.style, body.own_words)[0]


def troubles(body: Body) -> tuple[str, ...]:
    """Return why ``style_of`` is not all that the body asks for, a sentence each; none when it is."""
    problems, sentences = _own(body.style, body.own_words)[1], []
    if body.style not in available():
        sentences.append(
            f'There is no house style called "{clean_line(body.style)}", so {SHIPPED_FIRST} stands in for it;'
            " choose another with Esc A or clerk body set."
        )
    if problems:
        more = f"; and {len(problems) - 3} more" if len(problems) > 3 else ""
        said = "; ".join(problem.says for problem in problems[:3]) + more
        sentences.append(
            f"Some of the body's own words cannot be used, and the shipped ones stand there: {said.rstrip('?')}"
            f"{'?' if said.endswith('?') else '.'} Esc W or clerk body style mends them."
        )
    return tuple(sentences)


def problems_of(body: Body) -> tuple[Problem, ...]:
    """Return what is wrong in a body's own words, with the lines."""
    return placed(_own(body.style, body.own_words)[1], body.own_words)


def check_own_words(toml: str) -> None:
    """Raise StyleError, which knows every mistake and its line, unless a body can have these as its own words."""
    problems = _checked_own(toml)[1]
    if problems:
        raise StyleError("", placed(problems, toml))


def fill(phrase: str, **slots: str) -> str:
    """Put words into the slots of a phrase; what stands in a slot is never itself read for slots."""
    return phrase.format_map(slots)


def _folder() -> Traversable:
    return resources.files("clerk") / "styles"


@lru_cache
def _table(name: str) -> dict[str, Any]:
    """What a shipped style says, with what its base says below it."""
    if name not in available():
        raise StyleError(name, (Problem(f"there is none of that name; there are {', '.join(available())}"),))
    toml = (_folder() / f"{name}.toml").read_text(encoding="utf-8")
    table, problems = parsed(toml)
    base = table.pop("base", None)
    good, more = checked(HouseStyle, table)
    if problems + more:
        raise StyleError(name, placed(problems + more, toml))
    return _over(_table(base), good) if base else good


@lru_cache(maxsize=64)
def _own(style: str, own_words: str) -> tuple[HouseStyle, tuple[Problem, ...]]:
    base = style if style in available() else SHIPPED_FIRST
    if not own_words:
        return load(base), ()
    good, problems = _checked_own(own_words)
    return _made(base, _over(_table(base), good)), tuple(problems)


def _checked_own(toml: str) -> tuple[dict[str, Any], list[Problem]]:
    table, problems = parsed(toml)
    base = table.pop("base", None)
    if base is not None:
        instead = "which shipped style these words stand over is chosen with clerk body set NAME --style"
        problems.append(Problem(f'there is no key "base" here; {instead}', ("base",)))
    good, more = checked(HouseStyle, table)
    return good, problems + more


def _made(name: str, table: dict[str, Any]) -> HouseStyle:
    try:
        return made(HouseStyle, {"name": name, **table})
    except KeyError as lacking:
        raise StyleError(name, (Problem(f'it lacks the key "{".".join(map(str, lacking.args))}"'),)) from lacking


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        under = merged.get(key)
        merged[key] = _over(under, value) if isinstance(under, dict) and isinstance(value, dict) else value
    return merged
