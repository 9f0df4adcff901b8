"""Who a note speaks of: owners of an action, mover and seconder, found before a colon and matched with the roll."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from clerk.model import Presence
from clerk.people.person_titles import without_title

_LONGEST = 200
"""No list of owners is longer, in characters."""
_SPLIT = re.compile(r"\s*(?:[,;/&]|\band\b)\s*")
_INITIALS = re.compile(r"[A-Z](?:[A-Z]{1,3}|(?:\.\s?[A-Z]){1,3}\.?)")
_NAME_WORD = re.compile(r"(?:[A-Z][\w.'’-]*|(?:of|the|de|van|der|von|al|for|to)\b)")
_NO_OWNER = re.compile(r"(?:NB|PS|RE|FAO|AOB|TBC|TBA|FYI|URL|PDF)")
_GROUPS = re.compile(
    r"(?:all|everyone|(?:all |the )?(?:board |committee |council )?(?:members|officers|partners|councillors|districts"
    r"|agencies|organisations|authorities|board|committee|clerk|chair|chairman|chairwoman|secretary|mayor|leads?))",
    re.IGNORECASE,
)
# "Sam Hill to be told" gives Sam Hill nothing to do.
_DOERS = re.compile(r"(?P<names>.*?)(?:\s+to\s+(?!be\b)(?=\w)|:\s)", re.DOTALL)
AND = re.compile(r"^\s*and\s+(?=\S)", re.IGNORECASE)
"""Before the last of several people who each have something to do."""
# A sentence that begins with one of these and a colon is not about a person called "Check".
_VERBS = re.compile(
    r"(?:action|add|agenda|agree|agreed|approve|arrange|ask|book|bring|call|check|circulate|clarify|collect|complete|confirm|consider|contact"
    r"|deadline|discuss|draft|email|ensure|find|follow|get|identify|invite|investigate|issue|link|look|make|next|note|noted|obtain|organise|pass"
    r"|prepare|produce|provide|publish|raise|read|refer|remind|reply|report|request|research|respond|review|see|send|set|share|speak|submit"
    r"|take|talk|tell|update|visit|website|write)\b",
    re.IGNORECASE,
)


def split_owners(text: str, roll: Sequence[Presence] = ()) -> tuple[tuple[str, ...], str]:
    """Part "KL, MC: check the training" into its owners and the rest.

    What stands before the first colon is taken for owners only when every part of it is on the roll, or looks like
    initials, a name or a group; otherwise there are no owners and the text is whole.
    """
    before, colon, after = text.partition(":")
    if not colon or len(before) > _LONGEST or after.startswith("//") or (after[:1].isdigit() and before[-1:].isdigit()):
        return (), text.strip()
    parts = [_in_capitals(part, roll) for part in _SPLIT.split(before.strip()) if part]
    if parts and all(person(part, roll) or _looks_like_owner(part) for part in parts):
        return tuple(parts), after.strip()
    return (), text.strip()


def _in_capitals(part: str, roll: Sequence[Presence]) -> str:
    """Initials typed in small letters as they are read, "kl" as "KL", when they are those of one person on the roll."""
    if not (part.isalpha() and part.islower() and 2 <= len(part) <= 4) or person(part, roll):
        return part
    return part.upper() if person(part.upper(), roll) else part


def split_doers(text: str, roll: Sequence[Presence]) -> tuple[tuple[str, ...], str]:
    """Part "KL and MC to check the training" likewise, when all before "to" are on the roll or in capitals."""
    before, to, after = text.partition(" to ")
    if len(before) > _LONGEST:
        return (), text.strip()
    parts = [part for part in _SPLIT.split(before.strip()) if part]
    # "CCTV to be installed" speaks of no person, "TR to be told" does when a TR is on the roll.
    strangers = _INITIALS if not after.lstrip().startswith("be ") else re.compile(r"(?!)")
    if to and parts and all(person(part, roll) or strangers.fullmatch(part) for part in parts):
        return tuple(parts), after.strip()
    return (), text.strip()


def tasks_apart(text: str, roll: Sequence[Presence]) -> tuple[str, ...]:
    """Part "Jo Bright to write to the school; Sam Hill to tell the Board" into what each is to do, as typed.

    A new one begins after a semicolon with people on the roll and "to" or a colon, when the first begins with somebody
    too. All else is one: "KL: write to the school; tell the Board" has one set of owners, and so one thing to do.
    """
    first, *others = text.split(";")
    apart = [first]
    for each in others:
        if _begins_anew(each, roll) and not _within(apart[-1]):
            apart.append(AND.sub("", each, count=1))
        else:
            apart[-1] += f";{each}"
    owned = split_owners(first, roll)[0] or split_doers(first, roll)[0]
    return tuple(each.strip().strip(";").strip() for each in apart) if owned and len(apart) > 1 else (text,)


def _begins_anew(words: str, roll: Sequence[Presence]) -> bool:
    match = _DOERS.match(words[:_LONGEST])
    names = [part for part in _SPLIT.split(match["names"].strip()) if part] if match else []
    return bool(names) and all(person(name, roll) for name in names)


def _within(words: str) -> bool:
    """Whether brackets or quotation marks are open at the end of some words."""
    return any(words.count(opened) > words.count(closed) for opened, closed in ("()", "[]", "“”"))


def person(words: str, roll: Sequence[Presence]) -> str:
    """Return the name on the roll meant by a name, by initials, or by a last name only one person has; else nothing."""
    words = words.strip()
    key, bare = words.replace(".", "").replace(" ", "").casefold(), _bare(words).casefold()
    if not key:
        return ""
    names, initials, of_names, bares, last = _directory(tuple((each.name, each.initials) for each in roll))
    found = (
        *(names.get(words.casefold(), ()), initials.get(key, ())),
        *(of_names.get(key, ()) if _INITIALS.fullmatch(words) else (), bares.get(bare, ()), last.get(bare, ())),
    )
    return next((called[0] for called in found if len(called) == 1), "")


_Names = dict[str, list[str]]


@lru_cache(maxsize=256)
def _directory(roll: tuple[tuple[str, str], ...]) -> tuple[_Names, _Names, _Names, _Names, _Names]:
    """Who on a roll is called what: by name, by initials given, by those of the name, by bare name, by last name.

    Kept, for the actions of an archive ask for the same few people of the same rolls thousands of times.
    """
    by: tuple[_Names, _Names, _Names, _Names, _Names] = ({}, {}, {}, {}, {})
    for name, initials in roll:
        bare = _bare(name).casefold()
        calls = (name.casefold(), initials.casefold(), initials_of(name).casefold(), bare, "".join(bare.split()[-1:]))
        for names, called in zip(by, calls, strict=True):
            if called:
                names.setdefault(called, []).append(name)
    return by


def without_titles(name: str) -> str:
    """Return a name without the titles before it and the letters after it: "Cllr Jo van Dam CC" is "Jo van Dam"."""
    return _bare(name)


def initials_of(name: str) -> str:
    """Return the initials of a name without its title and letters: "Cllr Jo van Dam CC" is "JVD"."""
    return "".join(word[0] for word in re.split(r"[\s.-]+", _bare(name)) if word[:1].isalpha()).upper()


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    """The name without titles before it and letters (CC, OBE) after it."""
    words = without_title(name).split()
    while len(words) > 1 and len(words[-1]) > 1 and words[-1].isupper() and words[-1].isalpha():
        words.pop()
    return " ".join(words)


def _looks_like_owner(part: str) -> bool:
    if _NO_OWNER.fullmatch(part):
        return False
    if _GROUPS.fullmatch(part) or _INITIALS.fullmatch(part):
        return True
    words = part.split()
    if not 1 <= len(words) <= 6 or _VERBS.match(part) or not part[0].isupper():
        return False
    return all(_NAME_WORD.fullmatch(word) for word in words) and words[-1][0].isupper()
